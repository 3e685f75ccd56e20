/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-triggers.h"

G_BEGIN_DECLS

/* More than this is not read, and counts as talking at somebody. */
#define SDM_HEARD_MOST 10000

/**
 * SdmHeardKind:
 * @SDM_HEARD_NOTHING: no words at all
 * @SDM_HEARD_OPEN: a question that asks for more than a word, or a wish to be told
 * @SDM_HEARD_CLOSED: a question that a word can answer
 * @SDM_HEARD_STATEMENT: no question
 *
 * What kind of sentence it was.
 */
typedef enum
{
  SDM_HEARD_NOTHING,
  SDM_HEARD_OPEN,
  SDM_HEARD_CLOSED,
  SDM_HEARD_STATEMENT,
} SdmHeardKind;

/**
 * SdmHeardFlags:
 * @SDM_HEARD_ABUSE: hurts or threatens
 * @SDM_HEARD_GREETING: says hello, or who is speaking
 * @SDM_HEARD_THANKS: thanks
 * @SDM_HEARD_SORRY: begs pardon
 * @SDM_HEARD_ENCOURAGES: shows that somebody listens, such as "go on" or "that sounds hard"
 * @SDM_HEARD_ROLE: asks how the two want to decide
 * @SDM_HEARD_TEACH_BACK: asks to hear it back
 * @SDM_HEARD_TELLS: says what to do
 * @SDM_HEARD_PERCENT: speaks of per cent
 * @SDM_HEARD_LONG: so long that it is talking at somebody
 * @SDM_HEARD_FOREIGN: does not look like English
 *
 * What else can be told from the words alone.
 */
typedef enum
{
  SDM_HEARD_ABUSE = 1 << 0,
  SDM_HEARD_GREETING = 1 << 1,
  SDM_HEARD_THANKS = 1 << 2,
  SDM_HEARD_SORRY = 1 << 3,
  SDM_HEARD_ENCOURAGES = 1 << 4,
  SDM_HEARD_ROLE = 1 << 5,
  SDM_HEARD_TEACH_BACK = 1 << 6,
  SDM_HEARD_TELLS = 1 << 7,
  SDM_HEARD_PERCENT = 1 << 8,
  SDM_HEARD_LONG = 1 << 9,
  SDM_HEARD_FOREIGN = 1 << 10,
} SdmHeardFlags;

#define SDM_HEARD_N_FLAGS 11

/**
 * SdmHeard:
 * @kind: see #SdmHeardKind
 * @flags: see #SdmHeardFlags
 * @n_words: how many words it has
 * @jargon: (nullable): a word that everyday people do not use, from a short list that is the same for all
 *
 * What a sentence is, whoever it is said to.
 */
typedef struct
{
  SdmHeardKind kind;
  guint        flags;
  guint        n_words;
  const char  *jargon;
} SdmHeard;

SdmHeard sdm_heard_read (const char     *text,
                         const SdmAsked *asked);

G_END_DECLS
