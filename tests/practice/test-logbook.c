/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include <string.h>

#include "sdm-core-error.h"
#include "sdm-csv.h"
#include "sdm-logbook.h"
#include "sdm-practice-file.h"

/* What is kept of practice in the long run: the logbook, what goes to a mentor and comes back, the first three cases. */

#define ID(n) "01a20d11-cc80-7000-8000-00000000000" n

static SdmPracticeSession *
new_session (const char *id,
             const char *trainee,
             const char *case_id,
             const char *started)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (started, NULL);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (now);

  return sdm_practice_session_new (id, trainee, "nurse", case_id, clock);
}

static void
rate (SdmPracticeSession *session,
      SdmPracticeRater    rater,
      int                 step)
{
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    sdm_practice_session_set_rating (session, rater, sdm_talk_check_get_items ()[i].id, step);
}

static GHashTable *
new_titles (void)
{
  GHashTable *titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (titles, (gpointer) "dog-walk", (gpointer) "The hill behind the house");

  return titles;
}

static char *
to_text (GBytes *owned)
{
  g_autoptr (GBytes) bytes = owned;

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static SdmPracticeSession *
reread (SdmPracticeSession *session)
{
  g_autoptr (GBytes) bytes = sdm_practice_session_to_bytes (session);
  g_autoptr (GError) error = NULL;
  SdmPracticeSession *again = sdm_practice_session_new_from_bytes (bytes, "practice.json", &error);

  g_assert_no_error (error);

  return again;
}

/* The logbook */

static void
test_before_and_after (void)
{
  g_autoptr (SdmPracticeSession) second = new_session (ID ("2"), "Ann Lee", "gone", "2026-11-25T10:00:00Z");
  g_autoptr (SdmPracticeSession) first = new_session (ID ("1"), "Ann Lee", "dog-walk", "2026-11-24T10:00:00Z");
  g_autoptr (SdmPracticeSession) third = new_session (ID ("3"), "Ann Lee", "dog-walk", "2026-11-26T10:00:00Z");
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GHashTable) titles = new_titles ();
  g_autoptr (SdmLogbook) logbook = NULL;
  const SdmLogbookEntry *entry;

  rate (first, SDM_PRACTICE_BEFORE, 2);
  rate (first, SDM_PRACTICE_SELF, 3);
  rate (second, SDM_PRACTICE_SELF, 4);
  sdm_practice_session_end (first);
  g_ptr_array_add (sessions, second);
  g_ptr_array_add (sessions, third);
  g_ptr_array_add (sessions, first);
  logbook = sdm_logbook_new ("Ann Lee", sessions, titles);

  g_assert_cmpuint (logbook->entries->len, ==, 3);
  g_assert_cmpstr (logbook->role, ==, "nurse");
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    {
      g_assert_cmpint (logbook->before[i], ==, 2);
      g_assert_cmpint (logbook->latest[i], ==, 4);
    }
  entry = g_ptr_array_index (logbook->entries, 0);
  g_assert_cmpstr (entry->title, ==, "The hill behind the house");
  g_assert_cmpstr (entry->day, ==, "2026-11-24");
  g_assert_true (entry->is_ended);
  /* A case that is there no more is named all the same. */
  entry = g_ptr_array_index (logbook->entries, 1);
  g_assert_cmpstr (entry->title, ==, "gone");
  g_assert_cmpint (((SdmLogbookEntry *) g_ptr_array_index (logbook->entries, 2))->self[0], ==, -1);
  g_assert_nonnull (sdm_logbook_find_ended (logbook, "dog-walk"));
  g_assert_null (sdm_logbook_find_ended (logbook, "gone"));
}

static void
test_minutes (void)
{
  g_autoptr (SdmPracticeSession) session = new_session (ID ("1"), "Ann Lee", "dog-walk", "2026-11-24T10:00:00Z");
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmPracticeSession) again = NULL;
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GHashTable) titles = new_titles ();
  g_autoptr (SdmLogbook) logbook = NULL;

  sdm_practice_session_set_talk (session, talk);
  sdm_talk_set_seconds (talk, 61);
  sdm_talk_say (talk, "Tell me about the dog.");
  again = reread (session);
  g_ptr_array_add (sessions, again);
  logbook = sdm_logbook_new ("Ann Lee", sessions, titles);
  g_assert_cmpuint (((SdmLogbookEntry *) g_ptr_array_index (logbook->entries, 0))->minutes, ==, 2);
}

/* The table */

static const char *const computed[][2] = {
  { "=1+1", "\"'=1+1\"" },
  { "+44 20", "\"'+44 20\"" },
  { "-2", "\"'-2\"" },
  { "@SUM(A1)", "\"'@SUM(A1)\"" },
  { "\t=1+1", "\"'\t=1+1\"" },
  { "\r=1+1", "\"'\r=1+1\"" },
  { "\n=1+1", "\"'\n=1+1\"" },
  { "  =1+1", "\"'  =1+1\"" },
  { "\xc2\xa0=1+1", "\"'\xc2\xa0=1+1\"" },
  { "＝1+1", "\"'＝1+1\"" },
  { "a=1", "\"a=1\"" },
  { "2 - 1", "\"2 - 1\"" },
  { "", "\"\"" },
  { " ", "\" \"" },
  { "She said \"no\", and =", "\"She said \"\"no\"\", and =\"" },
};

static void
test_spreadsheet (void)
{
  g_autoptr (SdmCsv) csv = sdm_csv_new ();
  g_autoptr (GString) expected = g_string_new ("\xef\xbb\xbf");
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (computed); i++)
    {
      sdm_csv_add_text (csv, computed[i][0]);
      g_string_append_printf (expected, "%s%s", i > 0 ? "," : "", computed[i][1]);
    }
  sdm_csv_add_number (csv, -3);
  sdm_csv_end_row (csv);
  g_string_append (expected, ",-3\r\n");
  text = to_text (sdm_csv_to_bytes (csv));
  g_assert_cmpstr (text, ==, expected->str);
}

/* No cell of the logbook is computed, whoever typed it. */
static void
test_logbook_cells (void)
{
  g_autoptr (SdmPracticeSession) session = new_session (ID ("1"), "=Ann", "dog-walk", "2026-11-24T10:00:00Z");
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SdmLogbook) logbook = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (titles, (gpointer) "dog-walk", (gpointer) "+title");
  sdm_practice_session_set_reflection (session, "=HYPERLINK(\"http://example.org\")", &error);
  sdm_practice_session_set_mentor (session, "@mentor", &error);
  sdm_practice_session_add_comment (session, "-1", &error);
  g_assert_no_error (error);
  g_ptr_array_add (sessions, session);
  logbook = sdm_logbook_new (sdm_practice_session_get_trainee (session), sessions, titles);
  text = to_text (sdm_logbook_to_csv (logbook));
  g_assert_nonnull (strstr (text, "\r\n\"'=Ann\",\"nurse\",\"2026-11-24\",\"'+title\""));
  g_assert_nonnull (strstr (text, "\"'=HYPERLINK(\"\"http://example.org\"\")\""));
  g_assert_nonnull (strstr (text, "\"'@mentor\",\"2026-11-24, @mentor: -1\"\r\n"));
  g_assert_null (strstr (text, "\"="));
  g_assert_null (strstr (text, "\"@"));
}

/* To a mentor and back */

static SdmConsultation *
new_consultation (SdmPracticeSession **session)
{
  g_autoptr (SdmCase) example = talks_find_case ("dog-walk");
  g_autoptr (SdmAid) aid = talks_load_aid (example);
  SdmConsultation *consultation = sdm_case_get_consultation (example, aid);

  *session = new_session (sdm_consultation_get_id (consultation), "Ann Lee", "dog-walk", "2026-11-24T10:00:00Z");

  return consultation;
}

static SdmJsonText *
new_file (const char *from,
          const char *to)
{
  g_autoptr (SdmPracticeSession) session = NULL;
  g_autoptr (SdmConsultation) consultation = new_consultation (&session);
  g_autofree char *written = to_text (sdm_practice_file_write (consultation, session));
  g_autoptr (GString) text = g_string_new (written);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SdmJsonText *json;

  if (from != NULL)
    g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  bytes = g_bytes_new (text->str, text->len);
  json = sdm_json_text_parse (bytes, "case.json", &error);
  g_assert_no_error (error);

  return json;
}

static void
test_file (void)
{
  g_autoptr (SdmJsonText) file = new_file (NULL, NULL);
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmPracticeSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_practice_file_read (file, &consultation, &session, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_practice_session_get_trainee (session), ==, "Ann Lee");
  g_assert_cmpstr (sdm_consultation_get_id (consultation), ==, sdm_practice_session_get_id (session));
}

static const char *const damages[][3] = {
  { "evenhand-practice-file/1", "evenhand-practice-file/2", "newer format" },
  { "evenhand-practice-file/1", "evenhand-case/1", "not a practice case" },
  { "\"kind\": \"practice\"", "\"kind\": \"real\"", "real person" },
  { "\"name\": \"Ann Lee\"", "\"name\": 7", "case.json: session" },
  { "\"session\": {", "\"sessions\": {", "session" },
};

static void
test_bad_file (gconstpointer data)
{
  const char *const *damage = data;
  g_autoptr (SdmJsonText) file = new_file (damage[0], damage[1]);
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmPracticeSession) session = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_practice_file_read (file, &consultation, &session, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, damage[2]) == NULL)
    g_error ("“%s” does not say “%s”", error->message, damage[2]);
  g_assert_null (consultation);
  g_assert_null (session);
}

/* Both have gone on: nothing is lost on either side, and joining twice changes nothing more. */
static void
test_join (void)
{
  g_autoptr (SdmPracticeSession) own = new_session (ID ("1"), "Ann Lee", "dog-walk", "2026-11-24T10:00:00Z");
  g_autoptr (SdmPracticeSession) theirs = NULL;
  g_autoptr (SdmPracticeSession) second = NULL;
  g_autoptr (GDateTime) later = g_date_time_new_from_iso8601 ("2026-11-30T10:00:00Z", NULL);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (later);

  sdm_practice_session_set_reflection (own, "I waited.", NULL);
  theirs = reread (own);
  second = reread (own);
  sdm_practice_session_set_clock (theirs, clock);
  sdm_practice_session_set_mentor (theirs, "Jo Marsh", NULL);
  g_assert_true (sdm_practice_session_add_comment (theirs, "You waited well.", NULL));
  rate (theirs, SDM_PRACTICE_MENTOR, 4);
  sdm_practice_session_set_mentor (second, "Kit Ode", NULL);
  g_assert_true (sdm_practice_session_add_comment (second, "Ask about the dog.", NULL));
  rate (second, SDM_PRACTICE_MENTOR, 1);
  sdm_practice_session_set_reflection (own, "I waited, and it came.", NULL);

  g_assert_cmpuint (sdm_practice_session_join (own, theirs), ==, 2);
  g_assert_cmpuint (sdm_practice_session_join (own, theirs), ==, 0);
  g_assert_cmpuint (sdm_practice_session_join (own, second), ==, 1);
  g_assert_cmpuint (sdm_practice_session_join (own, second), ==, 0);
  g_assert_cmpstr (sdm_practice_session_get_reflection (own), ==, "I waited, and it came.");
  g_assert_cmpuint (sdm_practice_session_get_n_comments (own), ==, 2);
  g_assert_cmpstr (sdm_practice_session_get_comment_by (own, 0), ==, "Jo Marsh");
  g_assert_cmpstr (sdm_practice_session_get_comment_by (own, 1), ==, "Kit Ode");
  g_assert_cmpint (sdm_practice_session_get_rating (own, SDM_PRACTICE_MENTOR, "choice"), ==, 4);
  g_assert_cmpstr (sdm_practice_session_get_mentor (own), ==, "Jo Marsh");
}

/* The first cases */

static void
test_track (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", "tracks", "starter.json", NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) titles = new_titles ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmTrack) track = NULL;

  g_ptr_array_add (places, g_file_new_for_path ("/nowhere/tracks/starter.json"));
  g_ptr_array_add (places, g_file_new_for_path (path));
  track = sdm_track_load (places, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (track->cases->len, ==, 3);
  g_assert_cmpuint (track->minutes, ==, 30);
  for (guint i = 0; i < track->cases->len; i++)
    {
      const SdmTrackCase *item = &g_array_index (track->cases, SdmTrackCase, i);
      g_autofree char    *id = g_strdup_printf ("01a20d11-cc80-7000-8000-00000000000%u", i);
      g_autoptr (SdmCase) example = talks_find_case (item->id);
      g_autoptr (SdmLogbook) before = sdm_logbook_new ("Ann Lee", sessions, titles);

      g_assert_nonnull (example);
      g_assert_false (sdm_logbook_has_done (before, track));
      g_ptr_array_add (sessions, new_session (id, "Ann Lee", item->id, "2026-11-24T10:00:00Z"));
      sdm_practice_session_end (g_ptr_array_index (sessions, i));
    }
  {
    g_autoptr (SdmLogbook) after = sdm_logbook_new ("Ann Lee", sessions, titles);

    g_assert_true (sdm_logbook_has_done (after, track));
  }
}

static void
test_no_track (void)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmJsonText) text = new_file (NULL, NULL);

  g_assert_null (sdm_track_load (places, NULL, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sdm_track_new_from_text (text, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_FORMAT);
}

/* Five things, five steps, each in words of its own */
static void
test_talk_check (void)
{
  const SdmTalkCheckItem *items = sdm_talk_check_get_items ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    {
      g_assert_true (g_hash_table_add (seen, (gpointer) items[i].id));
      g_assert_true (g_hash_table_add (seen, (gpointer) items[i].title));
      for (int step = 1; step <= SDM_TALK_CHECK_N_STEPS; step++)
        g_assert_true (g_hash_table_add (seen, (gpointer) sdm_talk_check_get_step (i, step)));
      g_assert_null (sdm_talk_check_get_step (i, 0));
      g_assert_null (sdm_talk_check_get_step (i, 6));
      g_assert_null (sdm_talk_check_get_step (i, -1));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/talk-check", test_talk_check);
  g_test_add_func ("/practice/logbook/before-and-after", test_before_and_after);
  g_test_add_func ("/practice/logbook/minutes", test_minutes);
  g_test_add_func ("/threat/03-spreadsheet-computes-no-cell", test_spreadsheet);
  g_test_add_func ("/threat/03-logbook-computes-no-cell", test_logbook_cells);
  g_test_add_func ("/practice/file/there-and-back", test_file);
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strdup_printf ("/practice/file/damaged-%u", (guint) i);

      g_test_add_data_func (name, damages[i], test_bad_file);
    }
  g_test_add_func ("/practice/file/join", test_join);
  g_test_add_func ("/practice/track/starter", test_track);
  g_test_add_func ("/practice/track/none", test_no_track);

  return g_test_run ();
}
