/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_MATTERS_CARD (sdm_matters_card_get_type ())
G_DECLARE_FINAL_TYPE (SdmMattersCard, sdm_matters_card, SDM, MATTERS_CARD, AdwBin)

GtkWidget *sdm_matters_card_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_matters_card_refresh (SdmMattersCard *self);

G_END_DECLS
