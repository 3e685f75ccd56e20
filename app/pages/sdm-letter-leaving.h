/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-ask.h"
#include "sdm-letter-preview.h"
#include "sdm-page.h"

G_BEGIN_DECLS

/**
 * SdmLetterLeaveFunc:
 * @answer: whether it goes out; %SDM_LETTER_ANSWER_OTHER where the language and the format that fit the person are to be used
 */
typedef void (*SdmLetterLeaveFunc) (SdmLetterAnswer answer,
                                    gpointer        user_data);

void sdm_letter_leave (SdmPage               *page,
                       SdmLetterPreview      *preview,
                       const SdmLetterFormat *needed,
                       const char            *language,
                       SdmLetterLeaveFunc     answered,
                       gpointer               user_data);

G_END_DECLS
