/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-finding.h"
#include "sdm-letter-format.h"

G_BEGIN_DECLS

/**
 * SdmLetterFinding:
 * @tag: the rule, why it matters and what to do
 * @pointer: JSON pointer to what was typed, or to where it is missing
 * @words: what was found, as it stands there; "" where it is about the whole letter
 * @detail: what was seen, translated
 * @reason: (nullable): why the clinician keeps it all the same
 *
 * One thing in a letter that a good colleague would point at.
 */
typedef struct
{
  const SdmIssueTag *tag;
  char              *pointer;
  char              *words;
  char              *detail;
  char              *reason;
} SdmLetterFinding;

/**
 * SdmLetterCheck:
 * @findings: (element-type SdmLetterFinding): the gravest first
 * @has_ease: whether there is an @ease
 * @ease: Flesch reading ease from the greeting to the signature, without names and medicines
 * @mean: words a sentence
 * @longest: words in the longest sentence
 */
typedef struct
{
  GPtrArray *findings;
  gboolean   has_ease;
  double     ease;
  double     mean;
  guint      longest;
} SdmLetterCheck;

SdmLetterCheck *sdm_letter_check_new (SdmConsultation       *consultation,
                                      SdmAid                *aid,
                                      SdmLetterDocument     *document,
                                      const SdmLetterFormat *format) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_letter_check_free (SdmLetterCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLetterCheck, sdm_letter_check_free)

guint sdm_letter_check_count (const SdmLetterCheck *self,
                              SdmSeverity           severity);

gboolean sdm_letter_check_override (SdmConsultation        *consultation,
                                    const SdmLetterFinding *finding,
                                    const char             *reason,
                                    GError                **error);

G_END_DECLS
