/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-check-words.h"
#include "sdm-letter-check.h"

G_BEGIN_DECLS

/* Who speaks in a typed text, and to whom. The words of the person are quoted as they are, and never looked at. */
typedef enum
{
  SDM_LETTER_FIELD_PROSE, /* the clinician, to the reader */
  SDM_LETTER_FIELD_GP,    /* the clinician, to the GP, who knows the words of the trade */
} SdmLetterFieldRole;

/* One check. */
typedef struct
{
  SdmConsultation   *consultation;
  SdmAid            *aid; /* nullable */
  SdmLetterDocument *document;
  SdmWords          *words;
  GPtrArray         *findings;
  char              *printed; /* the plain text of the letter */
  gboolean           is_english;
  GHashTable        *numbers; /* that stand in the aid or in the record */
  GHashTable        *chances; /* that were on screen */
} SdmLetterChecking;

/* One typed text that stands in the letter. */
typedef struct
{
  SdmLetterFieldRole role;
  const char        *pointer;
  const char        *text;
} SdmLetterField;

void sdm_letter_checking_add (SdmLetterChecking *self,
                              const char        *tag,
                              const char        *pointer,
                              const char        *words,
                              const char        *format,
                              ...) G_GNUC_PRINTF (5, 6);

void sdm_letter_checking_fields (SdmLetterChecking *self);
void sdm_letter_checking_words (SdmLetterChecking    *self,
                                const SdmLetterField *field);
void sdm_letter_checking_sentences (SdmLetterChecking    *self,
                                    const SdmLetterField *field);
void sdm_letter_checking_numbers (SdmLetterChecking    *self,
                                  const SdmLetterField *field);
void sdm_letter_checking_plan (SdmLetterChecking     *self,
                               const SdmLetterFormat *format);
void sdm_letter_checking_ease (SdmLetterChecking *self,
                               SdmLetterCheck    *check);

gboolean sdm_letter_find_phrase (const char  *text,
                                 const char  *phrase,
                                 const char **start,
                                 const char **end);

G_END_DECLS
