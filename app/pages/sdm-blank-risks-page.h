/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_BLANK_RISKS_PAGE (sdm_blank_risks_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmBlankRisksPage, sdm_blank_risks_page, SDM, BLANK_RISKS_PAGE, SdmPage)

G_END_DECLS
