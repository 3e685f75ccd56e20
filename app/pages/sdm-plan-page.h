/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PLAN_PAGE (sdm_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmPlanPage, sdm_plan_page, SDM, PLAN_PAGE, SdmPage)

const char *sdm_plan_result_get_title (const char *result);

G_END_DECLS
