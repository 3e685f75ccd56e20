/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PLAN_UNPRINTED (sdm_plan_unprinted_get_type ())
G_DECLARE_FINAL_TYPE (SdmPlanUnprinted, sdm_plan_unprinted, SDM, PLAN_UNPRINTED, AdwBin)

GtkWidget *sdm_plan_unprinted_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_plan_unprinted_refresh (SdmPlanUnprinted *self);

G_END_DECLS
