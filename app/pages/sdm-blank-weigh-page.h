/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_BLANK_WEIGH_PAGE (sdm_blank_weigh_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmBlankWeighPage, sdm_blank_weigh_page, SDM, BLANK_WEIGH_PAGE, SdmPage)

G_END_DECLS
