/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-page.h"

#include <glib/gi18n.h>

struct _SdmWeighPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmWeighPage, sdm_weigh_page, SDM_TYPE_PAGE)

static void
sdm_weigh_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_WEIGH), NULL);
}

static void
sdm_weigh_page_class_init (SdmWeighPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_WEIGH;
  page_class->build = sdm_weigh_page_build;
}

static void
sdm_weigh_page_init (SdmWeighPage *self)
{
}
