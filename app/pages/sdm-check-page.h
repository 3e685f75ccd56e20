/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_CHECK_PAGE (sdm_check_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmCheckPage, sdm_check_page, SDM, CHECK_PAGE, SdmPage)

G_END_DECLS
