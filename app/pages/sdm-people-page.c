/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-people-page.h"

#include <glib/gi18n.h>

struct _SdmPeoplePage
{
  SdmPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SdmPeoplePage, sdm_people_page, SDM_TYPE_PAGE)

static void
sdm_people_page_build (SdmPage *page)
{
  sdm_page_set_heading (page, sdm_step_get_title (SDM_STEP_PEOPLE), NULL);
}

static void
sdm_people_page_class_init (SdmPeoplePageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_PEOPLE;
  page_class->build = sdm_people_page_build;
}

static void
sdm_people_page_init (SdmPeoplePage *self)
{
}
