/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmWordFlags:
 * @SDM_WORD_LOADED: leans to one side, alone
 * @SDM_WORD_FREQUENCY: says how often without a number
 * @SDM_WORD_VAGUE: a quantity that may be harmless
 * @SDM_WORD_DOUBLE: means something else to clinicians
 * @SDM_WORD_RELATIVE: a relative figure, alone
 * @SDM_WORD_PAIR: may begin one of the word pairs that are looked for
 * @SDM_WORD_ONE: the number one in letters
 * @SDM_WORD_NUMBER: a number in letters, two or more
 *
 * What a word gives away by itself.
 */
typedef enum
{
  SDM_WORD_LOADED = 1 << 0,
  SDM_WORD_FREQUENCY = 1 << 1,
  SDM_WORD_VAGUE = 1 << 2,
  SDM_WORD_DOUBLE = 1 << 3,
  SDM_WORD_RELATIVE = 1 << 4,
  SDM_WORD_PAIR = 1 << 5,
  SDM_WORD_ONE = 1 << 6,
  SDM_WORD_NUMBER = 1 << 7,
} SdmWordFlags;

/**
 * SdmWord:
 * @lower: the word in small letters, as it stands otherwise
 * @flags: see #SdmWordFlags
 * @syllables: how many beats it has, by the rule of thumb
 * @left_out: the check in which it is left out of the reading age; see sdm_words_leave_out()
 */
typedef struct
{
  const char *lower;
  guint       hash;
  guint       flags;
  guint       syllables;
  guint       left_out;
} SdmWord;

/**
 * SdmToken:
 * @word: (nullable): the word, %NULL for a number in digits
 * @start: where it stands in its text
 * @length: in bytes
 * @capitals: how many of its letters are capitals
 *
 * One word or number of a text.
 */
typedef struct
{
  const SdmWord *word;
  const char    *start;
  guint          length;
  guint          capitals;
} SdmToken;

/**
 * SdmProse:
 * @words: words and numbers
 * @scored_words: without the names that are left out
 * @sentences: those with scored words
 * @syllables: of the scored words
 * @figures: numbers in digits
 * @longest: words in the longest sentence
 *
 * What can be counted in a text, or in several together.
 */
typedef struct
{
  guint words;
  guint scored_words;
  guint sentences;
  guint syllables;
  guint figures;
  guint longest;
} SdmProse;

typedef struct _SdmWords SdmWords;

SdmWords *sdm_words_new (void) G_GNUC_WARN_UNUSED_RESULT;
void      sdm_words_free (SdmWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmWords, sdm_words_free)

void            sdm_words_leave_out (SdmWords          *self,
                                     const char *const *names);
gboolean        sdm_words_is_left_out (SdmWords      *self,
                                       const SdmWord *word);
void            sdm_words_read (SdmWords   *self,
                                const char *text,
                                SdmProse   *prose);
const SdmToken *sdm_words_get_tokens (SdmWords *self,
                                      guint    *n_tokens);

void   sdm_prose_add (SdmProse       *self,
                      const SdmProse *other);
double sdm_prose_get_ease (const SdmProse *self);
double sdm_prose_get_age (const SdmProse *self);

/* A number in a text, apart from its commas; 0 where it has more than 16 digits. */
typedef guint64 SdmNumberKey;

const char  *sdm_number_find (const char   *text,
                              const char  **start,
                              SdmNumberKey *key);
SdmNumberKey sdm_number_key (guint number);
SdmNumberKey sdm_number_key_from_text (const char *decimal);

G_END_DECLS
