/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PEOPLE_PAGE (sdm_people_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmPeoplePage, sdm_people_page, SDM, PEOPLE_PAGE, SdmPage)

G_END_DECLS
