/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PLAN_CHOICE (sdm_plan_choice_get_type ())
G_DECLARE_FINAL_TYPE (SdmPlanChoice, sdm_plan_choice, SDM, PLAN_CHOICE, AdwBin)

GtkWidget *sdm_plan_choice_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_plan_choice_refresh (SdmPlanChoice *self);

G_END_DECLS
