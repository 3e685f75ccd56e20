/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-translation.h"
#include "sdm-consultation.h"
#include "sdm-letter-block.h"

G_BEGIN_DECLS

/**
 * SdmLetterKind:
 * @SDM_LETTER_KIND_LETTER: the letter with its enclosure
 * @SDM_LETTER_KIND_PLAN_CARD: what was agreed, on a small page
 * @SDM_LETTER_KIND_BEFORE_WE_MEET: to be filled in at home, before the talk
 * @SDM_LETTER_KIND_STILL_RIGHT: to be filled in when a decision is looked at again
 * @SDM_LETTER_KIND_OPTION_GRID: the options side by side, as they were seen
 * @SDM_LETTER_KIND_GP_COPY: the letter as the person gets it, with what the GP needs first
 * @SDM_LETTER_KIND_PAPER_TWIN: the options of an aid side by side and room for the rest of the talk, about nobody
 *   yet, for a day on which the computer fails
 */
typedef enum
{
  SDM_LETTER_KIND_LETTER,
  SDM_LETTER_KIND_PLAN_CARD,
  SDM_LETTER_KIND_BEFORE_WE_MEET,
  SDM_LETTER_KIND_STILL_RIGHT,
  SDM_LETTER_KIND_OPTION_GRID,
  SDM_LETTER_KIND_GP_COPY,
  SDM_LETTER_KIND_PAPER_TWIN,
} SdmLetterKind;

#define SDM_LETTER_N_KINDS 7

const char *sdm_letter_kind_get_record_id (SdmLetterKind kind);

SdmLetterDocument *sdm_letter_build_kind (SdmConsultation *consultation,
                                          SdmAid          *aid,
                                          SdmLetterKind    kind,
                                          GError         **error) G_GNUC_WARN_UNUSED_RESULT;
SdmLetterDocument *sdm_letter_build_still_right (SdmConsultation *consultation,
                                                 SdmAid          *aid,
                                                 SdmAid          *newer,
                                                 gboolean         newer_is_approved,
                                                 GError         **error) G_GNUC_WARN_UNUSED_RESULT;
SdmLetterDocument *sdm_letter_build_translated (SdmConsultation   *consultation,
                                                SdmAid            *aid,
                                                SdmAidTranslation *translation,
                                                const char        *language,
                                                SdmLetterKind      kind,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;
SdmLetterDocument *sdm_letter_build (SdmConsultation *consultation,
                                     SdmAid          *aid,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
