/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-kept.h"

G_BEGIN_DECLS

/**
 * SdmKeptVersion:
 * @number: from 1; 0 for what is not finished
 * @made: which version it is, who made it and when
 * @reason: (nullable): why, in the words of who made it
 * @is_whole: whether all that it says is here; of another version it is what differs from the one after it, or of
 *   what is not finished, from the one before
 * @kept: (element-type SdmKept): what it says
 * @left_out: (element-type utf8): a set of the paths whose words are not given
 *
 * One version of a talk. All are owned.
 */
typedef struct
{
  guint       number;
  gboolean    is_whole;
  char       *made;
  char       *reason;
  GPtrArray  *kept;
  GHashTable *left_out;
} SdmKeptVersion;

/**
 * SdmKeptTalk:
 * @id: of the consultation
 * @title: which talk: the day and what it was about
 * @status: what it is worth: "Final record."
 * @versions: (element-type SdmKeptVersion): the last one first
 *
 * One talk of a person who asks what is kept of them. All are owned.
 */
typedef struct
{
  char      *id;
  char      *title;
  char      *status;
  GPtrArray *versions;
} SdmKeptTalk;

/**
 * SdmKeptPerson:
 * @whose: the name, the date of birth and the number
 * @made: when this was put together, and by whom
 * @is_practice: whether the person is made up
 * @last: (nullable): the newest talk, for what the person needs to read
 * @talks: (element-type SdmKeptTalk): the newest first
 * @events: (element-type utf8): who saw and changed what, one line each, the oldest first
 *
 * All that is kept of a person. All are owned.
 */
typedef struct
{
  char            *whose;
  char            *made;
  gboolean         is_practice;
  SdmConsultation *last;
  GPtrArray       *talks;
  GPtrArray       *events;
} SdmKeptPerson;

SdmKeptPerson  *sdm_kept_person_new (const char *whose,
                                     const char *made) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_kept_person_free (SdmKeptPerson *self);
SdmKeptTalk    *sdm_kept_person_add_talk (SdmKeptPerson *self,
                                          const char    *id,
                                          const char    *title,
                                          const char    *status);
SdmKeptVersion *sdm_kept_talk_add_version (SdmKeptTalk *self,
                                           guint        number,
                                           const char  *made,
                                           const char  *reason,
                                           GPtrArray   *kept);
void            sdm_kept_talk_leave_out (SdmKeptTalk    *self,
                                         SdmKeptVersion *version,
                                         const SdmKept  *kept,
                                         gboolean        is_left_out);
gboolean        sdm_kept_version_is_left_out (const SdmKeptVersion *self,
                                              const SdmKept        *kept);
guint           sdm_kept_person_count_left_out (const SdmKeptPerson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmKeptPerson, sdm_kept_person_free)

G_END_DECLS
