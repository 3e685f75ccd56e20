/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-logbook.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-csv.h"

#define DAY_LENGTH 10 /* "2026-11-24" */

static void
free_comment (gpointer data)
{
  SdmLogbookComment *comment = data;

  g_free (comment->day);
  g_free (comment->by);
  g_free (comment->text);
  g_free (comment);
}

static void
free_entry (gpointer data)
{
  SdmLogbookEntry *entry = data;

  g_free (entry->id);
  g_free (entry->case_id);
  g_free (entry->title);
  g_free (entry->day);
  g_free (entry->reflection);
  g_free (entry->mentor);
  g_ptr_array_unref (entry->comments);
  g_free (entry);
}

/* The day here, of an instant such as "2026-11-24T23:42:00Z". */
static char *
dup_day (const char *instant)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (instant, NULL);
  g_autoptr (GDateTime) here = then != NULL ? g_date_time_to_local (then) : NULL;

  return here != NULL ? g_date_time_format (here, "%Y-%m-%d") : g_strndup (instant, DAY_LENGTH);
}

static void
read_ratings (SdmPracticeSession *session,
              SdmPracticeRater    rater,
              int                *steps)
{
  const SdmTalkCheckItem *items = sdm_talk_check_get_items ();

  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    {
      const int step = sdm_practice_session_get_rating (session, rater, items[i].id);

      steps[i] = step >= 1 && step <= SDM_TALK_CHECK_N_STEPS ? step : -1;
    }
}

static gboolean
is_any_rated (const int *steps)
{
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    if (steps[i] > 0)
      return TRUE;

  return FALSE;
}

static void
add_comments (SdmLogbookEntry    *entry,
              SdmPracticeSession *session)
{
  const guint n_comments = sdm_practice_session_get_n_comments (session);

  for (guint i = 0; i < n_comments; i++)
    {
      SdmLogbookComment *comment = g_new0 (SdmLogbookComment, 1);
      const char        *at;

      comment->text = g_strdup (sdm_practice_session_get_comment (session, i, &at));
      comment->day = dup_day (at);
      comment->by = g_strdup (sdm_practice_session_get_comment_by (session, i));
      g_ptr_array_add (entry->comments, comment);
    }
}

static SdmLogbookEntry *
new_entry (SdmPracticeSession *session,
           GHashTable         *titles)
{
  SdmLogbookEntry *entry = g_new0 (SdmLogbookEntry, 1);
  const char      *case_id = sdm_practice_session_get_case_id (session);
  const char      *title = g_hash_table_lookup (titles, case_id);

  entry->id = g_strdup (sdm_practice_session_get_id (session));
  entry->case_id = g_strdup (case_id);
  entry->title = g_strdup (title != NULL ? title : case_id);
  entry->day = dup_day (sdm_practice_session_get_started (session));
  entry->minutes = (sdm_practice_session_get_seconds (session) + 59) / 60;
  entry->is_ended = sdm_practice_session_get_ended (session) != NULL;
  entry->reflection = g_strdup (sdm_practice_session_get_reflection (session));
  entry->mentor = g_strdup (sdm_practice_session_get_mentor (session));
  entry->comments = g_ptr_array_new_with_free_func (free_comment);
  read_ratings (session, SDM_PRACTICE_BEFORE, entry->before);
  read_ratings (session, SDM_PRACTICE_SELF, entry->self);
  read_ratings (session, SDM_PRACTICE_MENTOR, entry->by_mentor);
  add_comments (entry, session);

  return entry;
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  SdmPracticeSession *first = *(SdmPracticeSession *const *) a;
  SdmPracticeSession *second = *(SdmPracticeSession *const *) b;
  const int           order = strcmp (sdm_practice_session_get_started (first), sdm_practice_session_get_started (second));

  return order != 0 ? order : strcmp (sdm_practice_session_get_id (first), sdm_practice_session_get_id (second));
}

/**
 * sdm_logbook_new:
 * @trainee: whose
 * @sessions: (element-type SdmPracticeSession): those of this trainee, in any order
 * @titles: (element-type utf8 utf8): what each case is called, by its id
 *
 * Returns: (transfer full): what was practised
 */
SdmLogbook *
sdm_logbook_new (const char *trainee,
                 GPtrArray  *sessions,
                 GHashTable *titles)
{
  SdmLogbook *self = g_new0 (SdmLogbook, 1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  self->trainee = g_strdup (trainee);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  memset (self->before, -1, sizeof self->before);
  memset (self->latest, -1, sizeof self->latest);
  g_ptr_array_extend (sorted, sessions, NULL, NULL);
  g_ptr_array_sort (sorted, compare_sessions);
  for (guint i = 0; i < sorted->len; i++)
    {
      SdmPracticeSession *session = g_ptr_array_index (sorted, i);
      SdmLogbookEntry    *entry = new_entry (session, titles);

      if (!is_any_rated (self->before))
        memcpy (self->before, entry->before, sizeof self->before);
      if (is_any_rated (entry->self))
        memcpy (self->latest, entry->self, sizeof self->latest);
      if (sdm_practice_session_get_role (session) != NULL)
        {
          g_free (self->role);
          self->role = g_strdup (sdm_practice_session_get_role (session));
        }
      g_ptr_array_add (self->entries, entry);
    }

  return self;
}

void
sdm_logbook_free (SdmLogbook *self)
{
  g_free (self->trainee);
  g_free (self->role);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* The table */

static void
add_steps (SdmCsv    *csv,
           const int *steps)
{
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    if (steps[i] > 0)
      sdm_csv_add_number (csv, steps[i]);
    else
      sdm_csv_add_text (csv, NULL);
}

static char *
dup_head (SdmPracticeRater rater,
          const char      *title)
{
  switch (rater)
    {
    case SDM_PRACTICE_BEFORE:
      /* Translators: head of a column: what was looked at, such as "Drawing out what matters" */
      return g_strdup_printf (_ ("%s (own step before, 1 to 5)"), title);
    case SDM_PRACTICE_MENTOR:
      return g_strdup_printf (_ ("%s (mentor’s step, 1 to 5)"), title);
    case SDM_PRACTICE_SELF:
    default:
      return g_strdup_printf (_ ("%s (own step after, 1 to 5)"), title);
    }
}

static void
add_heads (SdmCsv *csv)
{
  const SdmTalkCheckItem *items = sdm_talk_check_get_items ();

  /* Translators: heads of columns in a table of what was practised */
  sdm_csv_add_text (csv, _ ("Name"));
  sdm_csv_add_text (csv, _ ("Role"));
  sdm_csv_add_text (csv, _ ("Date"));
  sdm_csv_add_text (csv, _ ("Case"));
  sdm_csv_add_text (csv, _ ("Minutes"));
  sdm_csv_add_text (csv, _ ("Looked back on"));
  sdm_csv_add_text (csv, _ ("Own reflection"));
  for (SdmPracticeRater rater = 0; rater < SDM_PRACTICE_N_RATERS; rater++)
    for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
      {
        g_autofree char *head = dup_head (rater, _ (items[i].title));

        sdm_csv_add_text (csv, head);
      }
  sdm_csv_add_text (csv, _ ("Mentor"));
  sdm_csv_add_text (csv, _ ("Mentor’s comments"));
  sdm_csv_end_row (csv);
}

static char *
join_comments (const SdmLogbookEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entry->comments->len; i++)
    {
      const SdmLogbookComment *comment = g_ptr_array_index (entry->comments, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (comment->by != NULL)
        g_string_append_printf (text, "%s, %s: %s", comment->day, comment->by, comment->text);
      else
        g_string_append_printf (text, "%s: %s", comment->day, comment->text);
    }

  return g_string_free (text, FALSE);
}

static void
add_row (SdmCsv                *csv,
         const SdmLogbook      *self,
         const SdmLogbookEntry *entry)
{
  g_autofree char *comments = join_comments (entry);

  sdm_csv_add_text (csv, self->trainee);
  sdm_csv_add_text (csv, self->role);
  sdm_csv_add_text (csv, entry->day);
  sdm_csv_add_text (csv, entry->title);
  if (entry->minutes > 0)
    sdm_csv_add_number (csv, entry->minutes);
  else
    sdm_csv_add_text (csv, NULL);
  sdm_csv_add_text (csv, entry->is_ended ? _ ("yes") : _ ("not yet"));
  sdm_csv_add_text (csv, entry->reflection);
  add_steps (csv, entry->before);
  add_steps (csv, entry->self);
  add_steps (csv, entry->by_mentor);
  sdm_csv_add_text (csv, entry->mentor);
  sdm_csv_add_text (csv, comments);
  sdm_csv_end_row (csv);
}

/**
 * sdm_logbook_to_csv:
 *
 * Returns: (transfer full): a table with one row a case; nothing in it is computed by a spreadsheet
 */
GBytes *
sdm_logbook_to_csv (const SdmLogbook *self)
{
  g_autoptr (SdmCsv) csv = sdm_csv_new ();

  add_heads (csv);
  for (guint i = 0; i < self->entries->len; i++)
    add_row (csv, self, g_ptr_array_index (self->entries, i));

  return sdm_csv_to_bytes (csv);
}

/* What was done */

/**
 * sdm_logbook_find_ended:
 *
 * Returns: (nullable) (transfer none): the first time that the case was practised and looked back on
 */
const SdmLogbookEntry *
sdm_logbook_find_ended (const SdmLogbook *self,
                        const char       *case_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SdmLogbookEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->is_ended && g_str_equal (entry->case_id, case_id))
        return entry;
    }

  return NULL;
}

/**
 * sdm_logbook_has_done:
 *
 * Returns: whether every case of the set was practised and looked back on
 */
gboolean
sdm_logbook_has_done (const SdmLogbook *self,
                      const SdmTrack   *track)
{
  for (guint i = 0; i < track->cases->len; i++)
    if (sdm_logbook_find_ended (self, g_array_index (track->cases, SdmTrackCase, i).id) == NULL)
      return FALSE;

  return TRUE;
}
