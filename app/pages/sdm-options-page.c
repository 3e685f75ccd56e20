/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-options-page.h"

#include <glib/gi18n.h>

struct _SdmOptionsPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmOptionsPage, sdm_options_page, SDM_TYPE_PAGE)

static void
sdm_options_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_OPTIONS), NULL);
}

static void
sdm_options_page_class_init (SdmOptionsPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_OPTIONS;
  page_class->build = sdm_options_page_build;
}

static void
sdm_options_page_init (SdmOptionsPage *self)
{
}
