/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PLAN_ACTION (sdm_plan_action_get_type ())
G_DECLARE_FINAL_TYPE (SdmPlanAction, sdm_plan_action, SDM, PLAN_ACTION, AdwBin)

GtkWidget *sdm_plan_action_new (SdmPage    *page,
                                const char *path,
                                guint       number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
