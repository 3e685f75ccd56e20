/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-page.h"

#include <glib/gi18n.h>

struct _SdmLetterPage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmLetterPage, sdm_letter_page, SDM_TYPE_PAGE)

static void
sdm_letter_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_LETTER), NULL);
}

static void
sdm_letter_page_class_init (SdmLetterPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_LETTER;
  page_class->build = sdm_letter_page_build;
}

static void
sdm_letter_page_init (SdmLetterPage *self)
{
}
