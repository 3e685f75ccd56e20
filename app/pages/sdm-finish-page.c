/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-finish-page.h"

#include <glib/gi18n.h>

struct _SdmFinishPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmFinishPage, sdm_finish_page, SDM_TYPE_PAGE)

static void
sdm_finish_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_FINISH), NULL);
}

static void
sdm_finish_page_class_init (SdmFinishPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_FINISH;
  page_class->build = sdm_finish_page_build;
}

static void
sdm_finish_page_init (SdmFinishPage *self)
{
}
