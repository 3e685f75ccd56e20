/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_WEIGH_PAGE (sdm_weigh_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmWeighPage, sdm_weigh_page, SDM, WEIGH_PAGE, SdmPage)

G_END_DECLS
