/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_LETTER_PAGE (sdm_letter_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmLetterPage, sdm_letter_page, SDM, LETTER_PAGE, SdmPage)

void sdm_letter_page_save_to (SdmLetterPage *self,
                              GFile         *file);

G_END_DECLS
