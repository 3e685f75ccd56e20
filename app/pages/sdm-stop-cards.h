/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_STOP_CARDS (sdm_stop_cards_get_type ())
G_DECLARE_FINAL_TYPE (SdmStopCards, sdm_stop_cards, SDM, STOP_CARDS, GtkBox)

GtkWidget *sdm_stop_cards_new (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_stop_cards_refresh (SdmStopCards *self);

G_END_DECLS
