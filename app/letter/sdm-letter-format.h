/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-letter-block.h"

G_BEGIN_DECLS

#define SDM_LETTER_SIZE_LEAST 12
#define SDM_LETTER_SIZE_MOST  24

/**
 * SdmLetterFormat:
 * @points: size of the body
 * @ground: what the text stands on
 * @is_easy: each sentence begins a line
 *
 * How a paper is laid out; the words are the same in each.
 */
typedef struct
{
  guint           points;
  SdmLetterGround ground;
  gboolean        is_easy;
} SdmLetterFormat;

SdmLetterFormat sdm_letter_format_for_person (SdmConsultation *consultation);
gboolean        sdm_letter_format_equal (const SdmLetterFormat *a,
                                         const SdmLetterFormat *b);
const char     *sdm_letter_format_get_id (const SdmLetterFormat *self);
void            sdm_letter_format_apply (const SdmLetterFormat *self,
                                         SdmLetterDocument     *document);

G_END_DECLS
