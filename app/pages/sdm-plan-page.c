/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-page.h"

#include <glib/gi18n.h>

struct _SdmPlanPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmPlanPage, sdm_plan_page, SDM_TYPE_PAGE)

static void
sdm_plan_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_PLAN), NULL);
}

static void
sdm_plan_page_class_init (SdmPlanPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_PLAN;
  page_class->build = sdm_plan_page_build;
}

static void
sdm_plan_page_init (SdmPlanPage *self)
{
}
