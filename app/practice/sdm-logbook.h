/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-practice-session.h"
#include "sdm-talk-check.h"
#include "sdm-track.h"

G_BEGIN_DECLS

/**
 * SdmLogbookComment:
 * @day: such as "2026-11-24"
 * @by: (nullable): who wrote it
 * @text: what
 */
typedef struct
{
  char *day;
  char *by;
  char *text;
} SdmLogbookComment;

/**
 * SdmLogbookEntry:
 * @id: that of the practice consultation
 * @case_id: the case
 * @title: what the case is called; its id where it is no longer there
 * @day: on which it was begun, such as "2026-11-24"
 * @minutes: how long the talk took, at least 1; 0 where that is not known
 * @is_ended: whether the trainee has looked back on it
 * @reflection: the trainee's own, or ""
 * @mentor: (nullable): who looked at it
 * @comments: (element-type SdmLogbookComment): the first one first
 * @before: steps on the talk check from before this case, -1 where none was chosen
 * @self: the same after it
 * @by_mentor: the same by the mentor
 *
 * One case that was practised.
 */
typedef struct
{
  char      *id;
  char      *case_id;
  char      *title;
  char      *day;
  guint      minutes;
  gboolean   is_ended;
  char      *reflection;
  char      *mentor;
  GPtrArray *comments;
  int        before[SDM_TALK_CHECK_N_ITEMS];
  int        self[SDM_TALK_CHECK_N_ITEMS];
  int        by_mentor[SDM_TALK_CHECK_N_ITEMS];
} SdmLogbookEntry;

/**
 * SdmLogbook:
 * @trainee: the name
 * @role: (nullable): the role named last
 * @entries: (element-type SdmLogbookEntry): the first one first
 * @before: steps on the talk check from before the first case, -1 where none was chosen
 * @latest: the same after the latest case that was looked back on
 *
 * What one trainee has practised.
 */
typedef struct
{
  char      *trainee;
  char      *role;
  GPtrArray *entries;
  int        before[SDM_TALK_CHECK_N_ITEMS];
  int        latest[SDM_TALK_CHECK_N_ITEMS];
} SdmLogbook;

SdmLogbook *sdm_logbook_new (const char *trainee,
                             GPtrArray  *sessions,
                             GHashTable *titles) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_logbook_free (SdmLogbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmLogbook, sdm_logbook_free)

GBytes *sdm_logbook_to_csv (const SdmLogbook *self) G_GNUC_WARN_UNUSED_RESULT;

const SdmLogbookEntry *sdm_logbook_find_ended (const SdmLogbook *self,
                                               const char       *case_id);
gboolean               sdm_logbook_has_done (const SdmLogbook *self,
                                             const SdmTrack   *track);

G_END_DECLS
