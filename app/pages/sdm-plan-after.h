/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PLAN_AFTER (sdm_plan_after_get_type ())
G_DECLARE_FINAL_TYPE (SdmPlanAfter, sdm_plan_after, SDM, PLAN_AFTER, AdwBin)

GtkWidget *sdm_plan_after_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_plan_after_refresh (SdmPlanAfter *self);
void       sdm_plan_after_set_stacked (SdmPlanAfter *self,
                                       gboolean      stacked);

G_END_DECLS
