/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_BLANK_OPTIONS_PAGE (sdm_blank_options_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmBlankOptionsPage, sdm_blank_options_page, SDM, BLANK_OPTIONS_PAGE, SdmPage)

G_END_DECLS
