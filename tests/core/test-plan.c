/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-consultation-plan.h"
#include "sdm-missing.h"

typedef struct
{
  SdmAid          *aid;
  SdmConsultation *consultation;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer name)
{
  g_autoptr (SdmClock) clock = documents_new_clock ();

  fixture->consultation = documents_load_consultation (name);
  fixture->aid = documents_load_aid (sdm_consultation_get_aid_id (fixture->consultation));
  sdm_consultation_set_clock (fixture->consultation, clock);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer name)
{
  g_object_unref (fixture->aid);
  g_object_unref (fixture->consultation);
}

static void
choose (Fixture    *fixture,
        const char *option,
        gboolean    chosen)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_choose_option (fixture->consultation, fixture->aid, option, chosen, &error));
  g_assert_no_error (error);
}

static void
set_result (Fixture    *fixture,
            const char *result)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_result (fixture->consultation, fixture->aid, result, &error));
  g_assert_no_error (error);
}

/* The ids of what to look out for, as "muscle yellow"; "+" for a line of their own. */
static char *
describe_look_out (Fixture *fixture)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  json_t *record;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (fixture->consultation, "plan/look_out"), i, record)
    {
      const char *id = json_string_value (json_object_get (record, "safety_net"));

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", id != NULL ? id : "+");
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/* The ids of the aid's own list for one option. */
static char *
describe_wanted (Fixture    *fixture,
                 const char *option)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint               n_nets;
  const SdmSafetyNet *nets = sdm_aid_get_safety_net (fixture->aid, &n_nets);

  for (guint i = 0; i < n_nets; i++)
    if (g_strv_contains (nets[i].options, option))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", nets[i].id);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

#define assert_text(path, expected) g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, path), ==, expected)

#define assert_look_out(expected)                            \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *look_out = describe_look_out (fixture); \
                                                             \
    g_assert_cmpstr (look_out, ==, expected);                \
  }                                                          \
  G_STMT_END

static void
test_choice_brings_what_follows (Fixture      *fixture,
                                 gconstpointer name)
{
  g_autofree char *wanted = describe_wanted (fixture, "one-fewer");

  set_result (fixture, "decided");
  choose (fixture, "one-fewer", TRUE);
  assert_text ("plan/chosen/0/option", "one-fewer");
  assert_text ("plan/decision_entry/text", "Take one tablet fewer");
  assert_look_out (wanted);
  assert_text ("plan/look_out/0/text", "Your face drops, an arm is weak or your speech is not clear. Call 999.");

  choose (fixture, "one-fewer", FALSE);
  g_assert_null (sdm_consultation_peek (fixture->consultation, "plan/chosen/0"));
  g_assert_null (sdm_consultation_peek (fixture->consultation, "plan/decision_entry"));
  assert_look_out ("");
}

/* What the two of them wrote or took out is theirs. */
static void
test_own_words_stay (Fixture      *fixture,
                     gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  choose (fixture, "carry-on", TRUE);
  g_assert_true (sdm_consultation_set_text (fixture->consultation, "plan/decision_entry/text", "Carry on till May", &error));
  g_assert_true (sdm_consultation_append (fixture->consultation, "plan/look_out", json_pack ("{s:s}", "text", "Dizzy: ring us."), &error));
  g_assert_true (sdm_consultation_remove (fixture->consultation, "plan/look_out/0", &error));
  g_assert_no_error (error);

  choose (fixture, "one-fewer", TRUE);
  assert_text ("plan/decision_entry/text", "Carry on till May");
  {
    g_autofree char *look_out = describe_look_out (fixture);

    g_assert_false (g_str_has_prefix (look_out, "face-arm-speech"));
    g_assert_null (strstr (look_out, "face-arm-speech"));
    g_assert_nonnull (strchr (look_out, '+'));
  }
  choose (fixture, "one-fewer", FALSE);
  choose (fixture, "carry-on", FALSE);
  assert_look_out ("+");
}

static void
test_other_result_has_no_choice (Fixture      *fixture,
                                 gconstpointer name)
{
  set_result (fixture, "decided");
  choose (fixture, "one-fewer", TRUE);
  set_result (fixture, "not-yet");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "plan/chosen")), ==, 0);
  g_assert_null (sdm_consultation_peek (fixture->consultation, "plan/decision_entry"));
  assert_look_out ("");
}

static void
test_reviews_come_with_the_first_result (Fixture      *fixture,
                                         gconstpointer name)
{
  g_autofree char *sooner = sdm_consultation_dup_review_date (fixture->consultation, 6);
  g_autofree char *later = sdm_consultation_dup_review_date (fixture->consultation, 12);
  g_autoptr (GError) error = NULL;

  set_result (fixture, "not-yet");
  assert_text ("plan/review/dates/0/on", sooner);
  assert_text ("plan/review/dates/1/on", later);

  g_assert_true (sdm_consultation_set_review (fixture->consultation, 6, FALSE, &error));
  g_assert_false (sdm_consultation_has_review (fixture->consultation, 6));
  set_result (fixture, "decided");
  g_assert_false (sdm_consultation_has_review (fixture->consultation, 6));
  g_assert_true (sdm_consultation_set_review (fixture->consultation, 6, TRUE, &error));
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "plan/review/dates/0/months", 0), ==, 6);
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "plan/review/dates/1/months", 0), ==, 12);
}

static void
test_review_counts_from_the_talk (Fixture      *fixture,
                                  gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  g_assert_true (sdm_consultation_set_text (fixture->consultation, "start/event_date", "2026-08-31", &error));
  day = sdm_consultation_dup_review_date (fixture->consultation, 6);
  g_assert_cmpstr (day, ==, "2027-02-28");
}

static void
test_steps_have_names_of_their_own (Fixture      *fixture,
                                    gconstpointer name)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_true (sdm_consultation_add_action (fixture->consultation, &error));
  g_assert_true (sdm_consultation_remove (fixture->consultation, "plan/actions/1", &error));
  g_assert_true (sdm_consultation_add_action (fixture->consultation, &error));
  assert_text ("plan/actions/0/id", "action-1");
  assert_text ("plan/actions/1/id", "action-3");
  assert_text ("plan/actions/2/id", "action-2");
}

static gboolean
is_missing (Fixture *fixture,
            SdmStep  step)
{
  g_autoptr (GPtrArray) missing = sdm_consultation_list_missing (fixture->consultation);

  for (guint i = 0; i < missing->len; i++)
    if (((const SdmMissing *) g_ptr_array_index (missing, i))->step == step)
      return TRUE;

  return FALSE;
}

/* A thing that is half typed is named as missing, not refused at the end. */
static void
test_half_typed_is_missing (Fixture      *fixture,
                            gconstpointer name)
{
  static const struct
  {
    SdmStep     step;
    const char *path;
  } halves[] = {
    { SDM_STEP_CHECK, "check/teach_back/0/result" },
    { SDM_STEP_PLAN, "plan/medicines/0/for" },
    { SDM_STEP_PLAN, "plan/services/0/name" },
    { SDM_STEP_PLAN, "plan/actions/0/by" },
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (fixture->consultation, "status", "in-progress", &error));
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    {
      g_autofree char *whole = g_strdup (sdm_consultation_get_text (fixture->consultation, halves[i].path));

      g_assert_false (is_missing (fixture, halves[i].step));
      g_assert_true (sdm_consultation_remove (fixture->consultation, halves[i].path, &error));
      g_assert_true (is_missing (fixture, halves[i].step));
      g_assert_true (sdm_consultation_set_text (fixture->consultation, halves[i].path, whole, &error));
    }
  g_assert_true (sdm_consultation_set_text (fixture->consultation, "plan/decided_by", "for-them", &error));
  g_assert_true (is_missing (fixture, SDM_STEP_PLAN));
  g_assert_no_error (error);
}

/* The record could not be kept: all is as it was. */
static void
test_final_is_taken_back (Fixture      *fixture,
                          gconstpointer name)
{
  g_autoptr (SdmConsultation) draft = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (fixture->consultation, "status", "in-progress", &error));
  before = documents_to_text (fixture->consultation);
  {
    g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (fixture->consultation);

    draft = sdm_consultation_new_from_bytes (bytes, "draft", &error);
  }
  g_assert_true (sdm_consultation_finalise (fixture->consultation, &error));
  g_assert_no_error (error);
  g_assert_true (sdm_consultation_is_final (fixture->consultation));

  sdm_consultation_set_clock (fixture->consultation, NULL);
  sdm_consultation_take_back_final (fixture->consultation, draft);
  g_assert_false (sdm_consultation_is_final (fixture->consultation));
  after = documents_to_text (fixture->consultation);
  g_assert_cmpstr (after, ==, before);
}

#define add(path, document, func) g_test_add ("/consultation/plan/" path, Fixture, document, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("choice-brings-what-follows", "just-started", test_choice_brings_what_follows);
  add ("own-words-stay", "just-started", test_own_words_stay);
  add ("other-result-has-no-choice", "just-started", test_other_result_has_no_choice);
  add ("reviews-come-with-the-first-result", "just-started", test_reviews_come_with_the_first_result);
  add ("review-counts-from-the-talk", "just-started", test_review_counts_from_the_talk);
  add ("steps-have-names-of-their-own", "just-started", test_steps_have_names_of_their_own);
  add ("half-typed-is-missing", "decided", test_half_typed_is_missing);
  add ("final-is-taken-back", "decided", test_final_is_taken_back);

  return g_test_run ();
}
