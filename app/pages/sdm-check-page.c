/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-check-page.h"

#include <glib/gi18n.h>

struct _SdmCheckPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmCheckPage, sdm_check_page, SDM_TYPE_PAGE)

static void
sdm_check_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_CHECK), NULL);
}

static void
sdm_check_page_class_init (SdmCheckPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_CHECK;
  page_class->build = sdm_check_page_build;
}

static void
sdm_check_page_init (SdmCheckPage *self)
{
}
