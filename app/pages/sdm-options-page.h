/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_OPTIONS_PAGE (sdm_options_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmOptionsPage, sdm_options_page, SDM, OPTIONS_PAGE, SdmPage)

G_END_DECLS
