/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_MATTERS_PAGE (sdm_matters_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmMattersPage, sdm_matters_page, SDM, MATTERS_PAGE, SdmPage)

G_END_DECLS
