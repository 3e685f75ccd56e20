/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-format.h"

#include "sdm-consultation-people.h"
#include "sdm-letter.h"

/**
 * sdm_letter_format_for_person:
 *
 * Returns: the format that the person asked for, or else the one that their needs ask for. Who would
 *   rather have plain text gets it beside a standard letter, and so does who wants no letter.
 */
SdmLetterFormat
sdm_letter_format_for_person (SdmConsultation *consultation)
{
  SdmLetterFormat format = { SDM_LETTER_EDITION_DEFAULT, SDM_LETTER_GROUND_WHITE, FALSE };
  guint           points = 0;
  const char     *wanted;

  g_return_val_if_fail (SDM_IS_CONSULTATION (consultation), format);

  wanted = sdm_consultation_get_letter_format (consultation, &points);
  if (points >= SDM_LETTER_SIZE_LEAST && points <= SDM_LETTER_SIZE_MOST)
    format.points = points;
  else if (g_str_equal (wanted, "large"))
    format.points = SDM_LETTER_EDITION_LARGE_PRINT;
  if (sdm_consultation_needs_yellow (consultation))
    format.ground = SDM_LETTER_GROUND_YELLOW;
  format.is_easy = sdm_consultation_needs_easy_lines (consultation);

  return format;
}

gboolean
sdm_letter_format_equal (const SdmLetterFormat *a,
                         const SdmLetterFormat *b)
{
  return a->points == b->points && a->ground == b->ground && !a->is_easy == !b->is_easy;
}

/**
 * sdm_letter_format_get_id:
 *
 * Returns: what the record calls it: "large" from 16 points, else "standard"
 */
const char *
sdm_letter_format_get_id (const SdmLetterFormat *self)
{
  return self->points >= 16 ? "large" : "standard";
}

/**
 * sdm_letter_format_apply:
 * @document: not laid out yet
 *
 * Sets all but the size, which sdm_letter_render_pdf() is told.
 */
void
sdm_letter_format_apply (const SdmLetterFormat *self,
                         SdmLetterDocument     *document)
{
  sdm_letter_document_set_ground (document, self->ground);
  if (self->is_easy)
    sdm_letter_document_begin_lines_with_sentences (document);
}
