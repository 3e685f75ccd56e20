/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-consultation-questions.h"
#include "sdm-core-error.h"

#define STATINS "statins-primary-prevention"
#define WRITTEN "involve tests cholesterol heart-stroke live-longer how-soon muscles diabetes other-harm change-mind"

typedef struct
{
  SdmAid          *aid;
  SdmConsultation *consultation;
  guint            changes;
} Fixture;

/* A consultation about statins in which nothing was said yet. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->aid = documents_load_aid (STATINS);
  fixture->consultation = documents_load_consultation ("just-started");
  sdm_consultation_set_text (fixture->consultation, "aid/id", STATINS, &error);
  g_assert_no_error (error);
  sdm_consultation_take_value (fixture->consultation, "matters/ranked", json_array (), &error);
  g_assert_no_error (error);
  documents_count_changes (fixture->consultation, &fixture->changes);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->consultation));
  g_assert_finalize_object (g_steal_pointer (&fixture->aid));
}

/* @priority is NULL for the person's own statement, of which the aid knows nothing. */
static void
rank (Fixture    *fixture,
      const char *priority,
      const char *text)
{
  g_autoptr (GError) error = NULL;
  json_t *entry = json_pack ("{s:s}", "text", text);

  if (priority != NULL)
    json_object_set_new (entry, "priority", json_string (priority));
  sdm_consultation_append (fixture->consultation, "matters/ranked", entry, &error);
  g_assert_no_error (error);
}

static void
assert_questions (Fixture    *fixture,
                  const char *expected)
{
  g_autoptr (GPtrArray) questions = sdm_consultation_list_questions (fixture->consultation, fixture->aid);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((const SdmQuestion *) g_ptr_array_index (questions, i))->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
assert_touched (Fixture    *fixture,
                const char *question,
                const char *expected)
{
  g_autoptr (GPtrArray) texts = sdm_consultation_list_touched (fixture->consultation, fixture->aid,
                                                               sdm_aid_find_question (fixture->aid, question));
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", (const char *) g_ptr_array_index (texts, i));
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_as_written (Fixture      *fixture,
                 gconstpointer data)
{
  g_assert_true (sdm_consultation_puts_what_matters_first (fixture->consultation));
  g_assert_false (sdm_consultation_has_touched_questions (fixture->consultation, fixture->aid));
  assert_questions (fixture, WRITTEN);

  /* The aid cannot know what the person's own words touch. */
  rank (fixture, NULL, "Singing in the choir");
  g_assert_false (sdm_consultation_has_touched_questions (fixture->consultation, fixture->aid));
  assert_questions (fixture, WRITTEN);
  g_assert_cmpuint (fixture->changes, ==, 1);
}

/* The person's order rules; within what one thing touches, the aid's does. */
static void
test_by_what_matters (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  rank (fixture, "can-stop", "Being able to stop");
  rank (fixture, NULL, "Singing in the choir");
  rank (fixture, "stay-able", "Driving the bus");
  rank (fixture, "no-aches", "No aches");
  g_assert_true (sdm_consultation_has_touched_questions (fixture->consultation, fixture->aid));
  assert_questions (fixture, "change-mind heart-stroke muscles other-harm involve tests cholesterol live-longer how-soon diabetes");
  assert_touched (fixture, "muscles", "Driving the bus; No aches");
  assert_touched (fixture, "tests", "");

  g_assert_true (sdm_consultation_set_puts_what_matters_first (fixture->consultation, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (sdm_consultation_puts_what_matters_first (fixture->consultation));
  assert_questions (fixture, WRITTEN);
  assert_touched (fixture, "muscles", "Driving the bus; No aches");
  g_assert_true (sdm_consultation_set_puts_what_matters_first (fixture->consultation, TRUE, &error));
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/questions_order"), ==, "by-what-matters");
}

/* A question whose answers are those of an outcome is touched with it. */
static void
test_through_outcome (Fixture      *fixture,
                      gconstpointer data)
{
  SdmQuestion muscle = *sdm_aid_find_question (fixture->aid, "muscles");

  rank (fixture, "no-aches", "No aches");
  assert_touched (fixture, "muscles", "No aches");
  muscle.id = "by-another-name";
  g_assert_cmpstr (muscle.answers_from, ==, "muscle");
  {
    g_autoptr (GPtrArray) texts = sdm_consultation_list_touched (fixture->consultation, fixture->aid, &muscle);

    g_assert_cmpuint (texts->len, ==, 1);
  }
}

static void
assert_not_hidden (Fixture    *fixture,
                   const char *question,
                   const char *reason,
                   int         code)
{
  g_autoptr (GError) error = NULL;
  guint changes = fixture->changes;

  g_assert_false (sdm_consultation_hide_question (fixture->consultation, fixture->aid, question, reason, &error));
  g_assert_error (error, SDM_CORE_ERROR, code);
  g_assert_cmpuint (fixture->changes, ==, changes);
}

static void
test_hide (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *endless = g_strnfill (20000, 'x');
  g_auto (GStrv) ids = g_strsplit (WRITTEN, " ", -1);
  g_autoptr (GError) error = NULL;

  assert_not_hidden (fixture, "tests", NULL, SDM_CORE_ERROR_VALUE);
  assert_not_hidden (fixture, "tests", "", SDM_CORE_ERROR_VALUE);
  assert_not_hidden (fixture, "tests", endless, SDM_CORE_ERROR_CONTENT);
  assert_not_hidden (fixture, "weather", "No reason.", SDM_CORE_ERROR_NOT_FOUND);

  g_assert_true (sdm_consultation_hide_question (fixture->consultation, fixture->aid, "tests", "He has them anyway.", &error));
  g_assert_no_error (error);
  assert_questions (fixture, "involve cholesterol heart-stroke live-longer how-soon muscles diabetes other-harm change-mind");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/questions_hidden/0/question"), ==, "tests");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/questions_hidden/0/reason"), ==, "He has them anyway.");
  assert_not_hidden (fixture, "tests", "Again.", SDM_CORE_ERROR_NOT_FOUND);

  /* One has to stay. */
  for (guint i = 2; ids[i] != NULL; i++)
    g_assert_true (sdm_consultation_hide_question (fixture->consultation, fixture->aid, ids[i], "Enough.", &error));
  assert_questions (fixture, "involve");
  assert_not_hidden (fixture, "involve", "That one too.", SDM_CORE_ERROR_VALUE);
}

static void
test_bring_back (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmConsultation) again = NULL;

  g_assert_false (sdm_consultation_bring_back_question (fixture->consultation, "tests", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (sdm_consultation_hide_question (fixture->consultation, fixture->aid, "tests", "Enough.", &error));
  g_assert_true (sdm_consultation_hide_question (fixture->consultation, fixture->aid, "muscles", "Enough.", &error));
  bytes = sdm_consultation_to_bytes (fixture->consultation);
  again = sdm_consultation_new_from_bytes (bytes, "kept", &error);
  g_assert_no_error (error);

  g_assert_true (sdm_consultation_bring_back_question (fixture->consultation, "tests", &error));
  g_assert_no_error (error);
  assert_questions (fixture, "involve tests cholesterol heart-stroke live-longer how-soon diabetes other-harm change-mind");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/core/questions/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("as-written", test_as_written);
  ADD ("by-what-matters", test_by_what_matters);
  ADD ("through-outcome", test_through_outcome);
  ADD ("hide", test_hide);
  ADD ("bring-back", test_bring_back);

  return g_test_run ();
}
