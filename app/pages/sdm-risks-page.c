/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-risks-page.h"

#include <glib/gi18n.h>

struct _SdmRisksPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmRisksPage, sdm_risks_page, SDM_TYPE_PAGE)

static void
sdm_risks_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_RISKS), NULL);
}

static void
sdm_risks_page_class_init (SdmRisksPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_RISKS;
  page_class->build = sdm_risks_page_build;
}

static void
sdm_risks_page_init (SdmRisksPage *self)
{
}
