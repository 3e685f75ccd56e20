/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-kept.h"
#include "sdm-letter-block.h"

G_BEGIN_DECLS

/**
 * SdmLetterAccessTalk:
 * @title: which talk: the day and what it was about
 * @status: what it is worth: "Final record."
 * @kept: (element-type SdmKept): all that it says
 * @left_out: (element-type utf8): a set of the paths whose words are not given
 *
 * One talk of a person who asks what is kept of them. All are owned.
 */
typedef struct
{
  char       *title;
  char       *status;
  GPtrArray  *kept;
  GHashTable *left_out;
} SdmLetterAccessTalk;

/**
 * SdmLetterAccess:
 * @whose: the name, the date of birth and the number
 * @made: when these pages were made, and by whom
 * @is_practice: whether the person is made up
 * @talks: (element-type SdmLetterAccessTalk): the newest first
 * @events: (element-type utf8): who saw and changed what, one line each, the oldest first
 *
 * All that is kept of a person. All are owned.
 */
typedef struct
{
  char      *whose;
  char      *made;
  gboolean   is_practice;
  GPtrArray *talks;
  GPtrArray *events;
} SdmLetterAccess;

SdmLetterAccess     *sdm_letter_access_new (const char *whose,
                                            const char *made) G_GNUC_WARN_UNUSED_RESULT;
void                 sdm_letter_access_free (SdmLetterAccess *self);
SdmLetterAccessTalk *sdm_letter_access_add_talk (SdmLetterAccess *self,
                                                 const char      *title,
                                                 const char      *status,
                                                 SdmConsultation *consultation);
guint                sdm_letter_access_count_left_out (const SdmLetterAccess *self);
SdmLetterDocument   *sdm_letter_access_build (const SdmLetterAccess *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLetterAccess, sdm_letter_access_free)

G_END_DECLS
