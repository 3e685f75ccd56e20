/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SDM_TYPE_AMEND_CARD (sdm_amend_card_get_type ())
G_DECLARE_FINAL_TYPE (SdmAmendCard, sdm_amend_card, SDM, AMEND_CARD, AdwBin)

GtkWidget *sdm_amend_card_new (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_amend_card_refresh (SdmAmendCard *self);

char    *sdm_amend_card_dup_reason (SdmAmendCard *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_amend_card_check (SdmAmendCard *self);

G_END_DECLS
