/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_RISKS_PAGE (sdm_risks_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmRisksPage, sdm_risks_page, SDM, RISKS_PAGE, SdmPage)

G_END_DECLS
