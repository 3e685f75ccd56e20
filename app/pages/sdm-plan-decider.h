/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PLAN_DECIDER (sdm_plan_decider_get_type ())
G_DECLARE_FINAL_TYPE (SdmPlanDecider, sdm_plan_decider, SDM, PLAN_DECIDER, AdwBin)

GtkWidget *sdm_plan_decider_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_plan_decider_refresh (SdmPlanDecider *self);

G_END_DECLS
