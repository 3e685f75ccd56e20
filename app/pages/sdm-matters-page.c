/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-matters-page.h"

#include <glib/gi18n.h>

struct _SdmMattersPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmMattersPage, sdm_matters_page, SDM_TYPE_PAGE)

static void
sdm_matters_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_MATTERS), NULL);
}

static void
sdm_matters_page_class_init (SdmMattersPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_MATTERS;
  page_class->build = sdm_matters_page_build;
}

static void
sdm_matters_page_init (SdmMattersPage *self)
{
}
