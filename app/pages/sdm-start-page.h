/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_START_PAGE (sdm_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmStartPage, sdm_start_page, SDM, START_PAGE, SdmPage)

G_END_DECLS
