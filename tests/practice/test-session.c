/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "talks.h"

#include <string.h>

#include "sdm-core-error.h"
#include "sdm-practice-session.h"

/* What is kept of a time a case was practised. */

#define ID "01a20d11-cc80-7000-8000-000000000002"

static SdmClock *
new_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T10:42:00Z", NULL);

  return sdm_clock_new_fixed (now);
}

static SdmPracticeSession *
new_session (SdmClock *clock)
{
  return sdm_practice_session_new (ID, "Ann Lee", "nurse", "dog-walk", clock);
}

static SdmPracticeSession *
read_text (const char *text,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return sdm_practice_session_new_from_bytes (bytes, "practice.json", error);
}

static char *
write_text (SdmPracticeSession *session)
{
  g_autoptr (GBytes) bytes = sdm_practice_session_to_bytes (session);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
count_cb (SdmPracticeSession *session,
          guint              *n)
{
  (*n)++;
}

/* Everything that is set comes back, byte for byte. */
static void
test_kept (void)
{
  g_autoptr (SdmClock) clock = new_clock ();
  g_autoptr (SdmPracticeSession) session = new_session (clock);
  g_autoptr (SdmPracticeSession) again = NULL;
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 7);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;
  const char      *at;
  guint            n = 0;

  g_signal_connect (session, "changed", G_CALLBACK (count_cb), &n);
  g_assert_false (sdm_practice_session_has_talk (session));
  sdm_practice_session_set_talk (session, talk);
  sdm_talk_say (talk, "Tell me about the dog.");
  g_assert_cmpuint (n, ==, 2);
  sdm_clock_advance (clock, 3 * G_TIME_SPAN_MINUTE);
  g_assert_true (sdm_practice_session_set_reflection (session, "I talked\nmore than he did.", &error));
  sdm_practice_session_set_rating (session, SDM_PRACTICE_SELF, "describe-options", 4);
  sdm_practice_session_set_rating (session, SDM_PRACTICE_SELF, "describe-options", 4);
  g_assert_cmpuint (n, ==, 4);
  sdm_practice_session_set_rating (session, SDM_PRACTICE_MENTOR, "describe-options", 0);
  sdm_practice_session_set_rating (session, SDM_PRACTICE_BEFORE, "use-them", 10);
  g_assert_true (sdm_practice_session_set_mentor (session, "Dr Ed Rowe", &error));
  g_assert_true (sdm_practice_session_add_comment (session, " You let him think. ", &error));
  g_assert_false (sdm_practice_session_add_comment (session, " ", &error));
  g_clear_error (&error);
  sdm_practice_session_end (session);

  text = write_text (session);
  again = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_practice_session_get_trainee (again), ==, "Ann Lee");
  g_assert_cmpstr (sdm_practice_session_get_role (again), ==, "nurse");
  g_assert_cmpstr (sdm_practice_session_get_case_id (again), ==, "dog-walk");
  g_assert_cmpstr (sdm_practice_session_get_started (again), ==, "2026-11-24T10:42:00Z");
  g_assert_cmpstr (sdm_practice_session_get_ended (again), ==, "2026-11-24T10:45:00Z");
  g_assert_cmpstr (sdm_practice_session_get_reflection (again), ==, "I talked\nmore than he did.");
  g_assert_cmpint (sdm_practice_session_get_rating (again, SDM_PRACTICE_SELF, "describe-options"), ==, 4);
  g_assert_cmpint (sdm_practice_session_get_rating (again, SDM_PRACTICE_MENTOR, "describe-options"), ==, 0);
  g_assert_cmpint (sdm_practice_session_get_rating (again, SDM_PRACTICE_BEFORE, "use-them"), ==, 10);
  g_assert_cmpint (sdm_practice_session_get_rating (again, SDM_PRACTICE_SELF, "use-them"), ==, -1);
  g_assert_cmpstr (sdm_practice_session_get_comment (again, 0, &at), ==, "You let him think.");
  g_assert_cmpstr (at, ==, "2026-11-24T10:45:00Z");
  second = write_text (again);
  g_assert_cmpstr (second, ==, text);
}

/* Next week the same person sits there, where they were. */
static void
test_goes_on (void)
{
  g_autoptr (SdmClock) clock = new_clock ();
  g_autoptr (SdmPracticeSession) session = new_session (clock);
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 7);
  g_autoptr (SdmAid) aid = talks_load_aid (sdm_talk_get_case (talk));
  g_autoptr (SdmPracticeSession) again = NULL;
  g_autoptr (SdmTalk) resumed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sdm_practice_session_set_talk (session, talk);
  sdm_talk_say (talk, "Tell me about the dog.");
  sdm_talk_enter_step (talk, "options");
  text = write_text (session);
  again = read_text (text, &error);
  g_assert_no_error (error);
  resumed = sdm_practice_session_dup_talk (again, sdm_talk_get_case (talk), aid, &error);
  g_assert_no_error (error);
  before = talks_to_text (talk);
  after = talks_to_text (resumed);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (sdm_talk_has_case_changed (resumed));
}

static void
test_too_long (void)
{
  g_autoptr (SdmClock) clock = new_clock ();
  g_autoptr (SdmPracticeSession) session = new_session (clock);
  g_autoptr (GError) error = NULL;
  g_autofree char *most = g_strnfill (20000, 'x');
  g_autofree char *more = g_strnfill (20001, 'x');
  g_autofree char *comment = g_strnfill (5001, 'x');
  g_autofree char *name = g_strnfill (201, 'x');

  g_assert_true (sdm_practice_session_set_reflection (session, most, &error));
  g_assert_false (sdm_practice_session_set_reflection (session, more, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_cmpstr (sdm_practice_session_get_reflection (session), ==, most);
  g_assert_false (sdm_practice_session_add_comment (session, comment, NULL));
  g_assert_false (sdm_practice_session_set_mentor (session, name, NULL));
  g_assert_null (sdm_practice_session_get_mentor (session));
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *told; /* nullable: it is taken, and stays */
} ReadCase;

static const ReadCase read_cases[] = {
  { "newer", "evenhand-practice/1", "evenhand-practice/2", "newer format" },
  { "other-format", "evenhand-practice/1", "evenhand-case/1", "not a practice session" },
  { "unknown-key", "\"reflection\"", "\"other\": 1, \"reflection\"", "“other”" },
  { "no-trainee", "\"name\": \"Ann Lee\"", "\"name\": \"\"", "(practice.json:" },
  { "rating", "\"choice\": 3", "\"choice\": 11", "from 0 to 10 (practice.json:" },
  { "rating-word", "\"choice\": 3", "\"choice\": \"good\"", "from 0 to 10 (practice.json:" },
  { "talk", "\"did\": \"opened\"", "\"did\": \"sang\"", "(practice.json:" },
  { "other-concept", "\"choice\": 3", "\"another-concept\": 3", NULL },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *c = data;
  g_autoptr (SdmClock) clock = new_clock ();
  g_autoptr (SdmPracticeSession) session = new_session (clock);
  g_autoptr (SdmTalk) talk = talks_begin ("dog-walk", 0);
  g_autoptr (SdmPracticeSession) again = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *written = NULL;

  sdm_practice_session_set_talk (session, talk);
  sdm_practice_session_set_rating (session, SDM_PRACTICE_SELF, "choice", 3);
  written = write_text (session);
  text = g_string_new (written);
  g_assert_cmpuint (g_string_replace (text, c->from, c->to, 1), ==, 1);
  again = read_text (text->str, &error);
  if (c->told != NULL)
    {
      g_assert_null (again);
      g_assert_nonnull (error);
      if (strstr (error->message, c->told) == NULL)
        g_error ("“%s” does not tell of “%s”", error->message, c->told);
    }
  else
    {
      g_autofree char *second = NULL;

      g_assert_no_error (error);
      second = write_text (again);
      g_assert_cmpstr (second, ==, text->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/session/kept", test_kept);
  g_test_add_func ("/practice/session/goes-on", test_goes_on);
  g_test_add_func ("/practice/session/too-long", test_too_long);
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/practice/session/read/", read_cases[i].name, NULL);

      g_test_add_data_func (path, &read_cases[i], test_read);
    }

  return g_test_run ();
}
