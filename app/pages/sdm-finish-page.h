/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_FINISH_PAGE (sdm_finish_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmFinishPage, sdm_finish_page, SDM, FINISH_PAGE, SdmPage)

void sdm_finish_page_keep (SdmFinishPage *self);

G_END_DECLS
