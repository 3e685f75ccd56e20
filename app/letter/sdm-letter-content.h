/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-letter-block.h"

G_BEGIN_DECLS

/**
 * SdmLetterKind:
 * @SDM_LETTER_KIND_LETTER: the letter with its enclosure
 * @SDM_LETTER_KIND_PLAN_CARD: what was agreed, on a small page
 */
typedef enum
{
  SDM_LETTER_KIND_LETTER,
  SDM_LETTER_KIND_PLAN_CARD,
} SdmLetterKind;

SdmLetterDocument *sdm_letter_build_kind (SdmConsultation *consultation,
                                          SdmAid          *aid,
                                          SdmLetterKind    kind,
                                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;
SdmLetterDocument *sdm_letter_build (SdmConsultation *consultation,
                                     SdmAid          *aid,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
