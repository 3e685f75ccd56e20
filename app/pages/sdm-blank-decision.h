/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_BLANK_DECISION (sdm_blank_decision_get_type ())
G_DECLARE_FINAL_TYPE (SdmBlankDecision, sdm_blank_decision, SDM, BLANK_DECISION, AdwBin)

GtkWidget *sdm_blank_decision_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_blank_decision_refresh (SdmBlankDecision *self);

G_END_DECLS
