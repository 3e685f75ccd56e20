/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-start-page.h"

#include <glib/gi18n.h>

struct _SdmStartPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmStartPage, sdm_start_page, SDM_TYPE_PAGE)

static void
sdm_start_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_START), NULL);
}

static void
sdm_start_page_class_init (SdmStartPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_START;
  page_class->build = sdm_start_page_build;
}

static void
sdm_start_page_init (SdmStartPage *self)
{
}
