/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"
#include "sdm-consultation-chairs.h"
#include "sdm-consultation-companions.h"
#include "sdm-consultation-weigh.h"
#include "sdm-view-pair.h"

/* Two chairs */

static void
test_guess (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_consultation_has_guess (consultation));
  g_assert_cmpint (sdm_consultation_get_guess (consultation, "steady", "Staying steady"), ==, SDM_NOT_SAID);

  g_assert_true (sdm_consultation_set_guess (consultation, "steady", "Staying steady", 0, &error));
  g_assert_true (sdm_consultation_set_guess (consultation, NULL, "Walking Tess", 4, &error));
  g_assert_true (sdm_consultation_set_guess (consultation, NULL, "Walking Tess", 10, &error));
  g_assert_no_error (error);
  g_assert_true (sdm_consultation_has_guess (consultation));
  g_assert_cmpint (sdm_consultation_get_guess (consultation, "steady", "Other words"), ==, 0);
  g_assert_cmpint (sdm_consultation_get_guess (consultation, NULL, "Walking Tess"), ==, 10);
  g_assert_cmpint (sdm_consultation_get_guess (consultation, NULL, "Staying steady"), ==, SDM_NOT_SAID);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "matters/two_chairs/guess")), ==, 2);

  g_assert_false (sdm_consultation_set_guess (consultation, "steady", "Staying steady", 11, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (sdm_consultation_get_guess (consultation, "steady", NULL), ==, 0);
}

static void
test_guess_taken_back (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = documents_to_text (consultation);
  g_autofree char *after = NULL;

  g_assert_true (sdm_consultation_set_guess (consultation, "steady", "Staying steady", SDM_NOT_SAID, &error));
  g_assert_true (sdm_consultation_set_guess (consultation, "steady", "Staying steady", 6, &error));
  g_assert_true (sdm_consultation_set_guess (consultation, "steady", "Staying steady", SDM_NOT_SAID, &error));
  after = documents_to_text (consultation);
  g_assert_cmpstr (before, ==, after);

  /* What was said after it is not lost with it. */
  g_assert_true (sdm_consultation_set_guess (consultation, "steady", "Staying steady", 6, &error));
  g_assert_true (sdm_consultation_set_text (consultation, "matters/two_chairs/said_after", "I had not known.", &error));
  g_assert_true (sdm_consultation_set_guess (consultation, "steady", "Staying steady", SDM_NOT_SAID, &error));
  g_assert_no_error (error);
  g_assert_false (sdm_consultation_has_guess (consultation));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "matters/two_chairs/said_after"), ==, "I had not known.");
}

/* A guess is shown once the person has put a number to something. */
static void
test_answer (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");

  g_assert_false (sdm_consultation_has_answer (consultation));
  sdm_consultation_append (consultation, "matters/ranked", json_pack ("{s:s}", "text", "Walking Tess"), NULL);
  g_assert_false (sdm_consultation_has_answer (consultation));
  sdm_consultation_append (consultation, "matters/ranked", json_pack ("{s:s, s:i}", "text", "No falls", "importance", 0), NULL);
  g_assert_true (sdm_consultation_has_answer (consultation));
}

/* Those who came along */

static void
add_other (SdmConsultation *consultation,
           const char      *path,
           json_t          *other)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_append (consultation, path, other, &error);
  g_assert_no_error (error);
}

static void
assert_companions (SdmConsultation *consultation,
                   const char      *expected)
{
  g_auto (GStrv) names = sdm_consultation_dup_companions (consultation);
  g_autofree char *joined = g_strjoinv (", ", names);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_who_came_along (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autofree char *patient = sdm_consultation_dup_greeting_name (consultation);

  assert_companions (consultation, "");
  sdm_consultation_set_text (consultation, "start/seen_by/name", "Dr Amina Rowe", NULL);
  add_other (consultation, "start/accompanying", json_pack ("{s:s, s:s}", "name", "Ruth Pell ", "relationship", "daughter"));
  add_other (consultation, "start/accompanying", json_pack ("{s:s}", "relationship", "son"));
  add_other (consultation, "people/participants", json_pack ("{s:s}", "name", "Ruth Pell"));
  add_other (consultation, "people/participants", json_pack ("{s:s, s:s}", "name", "Sam Reed", "type", "carer"));
  if (*patient != '\0')
    add_other (consultation, "people/participants", json_pack ("{s:s}", "name", patient));
  add_other (consultation, "people/participants", json_pack ("{s:s}", "name", "Dr Amina Rowe"));
  add_other (consultation, "people/participants", json_pack ("{s:s, s:s}", "name", "Moss", "type", "professional"));
  assert_companions (consultation, "Ruth Pell, Sam Reed");

  /* Who has said something stays, whatever becomes of the list. */
  sdm_consultation_set_companion_leaning (consultation, "Ruth Pell", "carry-on", 3, NULL);
  sdm_consultation_take_value (consultation, "start/accompanying", json_array (), NULL);
  sdm_consultation_take_value (consultation, "people/participants", json_array (), NULL);
  assert_companions (consultation, "Ruth Pell");
}

static void
test_companion_ranked (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("half-typed");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = documents_to_text (consultation);
  g_autofree char *after = NULL;

  g_assert_null (sdm_consultation_peek_companion_ranked (consultation, "Jo"));
  sdm_consultation_take_companion_ranked (consultation, "Jo", json_pack ("[{s:s, s:i}]", "text", "No falls", "importance", 9), &error);
  sdm_consultation_take_companion_ranked (consultation, "Sam", json_pack ("[{s:s}]", "text", "Sleep"), &error);
  sdm_consultation_take_companion_ranked (consultation, "Jo", json_pack ("[{s:s, s:i}]", "text", "No falls", "importance", 4), &error);
  g_assert_no_error (error);
  g_assert_cmpint (sdm_statement_get_mark (json_array_get (sdm_consultation_peek_companion_ranked (consultation, "Jo"), 0)), ==, 4);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek_companion_ranked (consultation, "Sam")), ==, 1);

  sdm_consultation_take_companion_ranked (consultation, "Jo", json_array (), &error);
  sdm_consultation_take_companion_ranked (consultation, "Sam", json_array (), &error);
  g_assert_no_error (error);
  after = documents_to_text (consultation);
  g_assert_cmpstr (before, ==, after);
}

static void
test_companion_leanings (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_consultation_has_companion_leaning (consultation, "Jo"));
  g_assert_true (sdm_consultation_set_companion_leaning (consultation, "Jo", "carry-on", SDM_NOT_SAID, &error));
  g_assert_false (sdm_consultation_has_companion_leaning (consultation, "Jo"));
  g_assert_true (sdm_consultation_set_companion_leaning (consultation, "Jo", "carry-on", 2, &error));
  g_assert_true (sdm_consultation_set_companion_leaning (consultation, "Jo", "one-fewer", 8, &error));
  g_assert_true (sdm_consultation_set_companion_leaning (consultation, "Jo", "carry-on", 3, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sdm_consultation_get_companion_leaning (consultation, "Jo", "carry-on"), ==, 3);
  g_assert_cmpint (sdm_consultation_get_companion_leaning (consultation, "Jo", "one-fewer"), ==, 8);
  g_assert_cmpint (sdm_consultation_get_companion_leaning (consultation, "Sam", "one-fewer"), ==, SDM_NOT_SAID);
  g_assert_cmpint (sdm_consultation_get_leaning (consultation, "carry-on"), ==, SDM_NOT_SAID);

  g_assert_true (sdm_consultation_set_companion_leaning (consultation, "Jo", "carry-on", SDM_NOT_SAID, &error));
  g_assert_true (sdm_consultation_set_companion_leaning (consultation, "Jo", "one-fewer", SDM_NOT_SAID, &error));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "weigh/companion_leanings")), ==, 0);
}

/* Side by side */

static void
test_pairs (void)
{
  g_autoptr (json_t) own = json_pack ("[{s:s, s:s, s:i}, {s:s}]", "priority", "steady", "text", "Staying steady", "importance", 10,
                                      "text", "Walking Tess");
  g_autoptr (json_t) other = json_pack ("[{s:s, s:i}, {s:s, s:s, s:i}, {s:s, s:i}]", "text", "No falls", "importance", 7,
                                        "priority", "steady", "text", "Staying steady", "importance", 6,
                                        "text", "Walking Tess", "importance", 0);
  g_autoptr (GPtrArray) pairs = sdm_view_pairs_new (own, other);
  g_autoptr (GPtrArray) alone = sdm_view_pairs_new (own, NULL);
  const SdmViewPair *pair;

  g_assert_cmpuint (pairs->len, ==, 3);
  pair = g_ptr_array_index (pairs, 0);
  g_assert_cmpstr (pair->priority, ==, "steady");
  g_assert_cmpint (pair->own, ==, 10);
  g_assert_cmpint (pair->other, ==, 6);
  pair = g_ptr_array_index (pairs, 1);
  g_assert_cmpstr (pair->text, ==, "Walking Tess");
  g_assert_cmpint (pair->own, ==, SDM_NOT_SAID);
  g_assert_cmpint (pair->other, ==, 0);
  pair = g_ptr_array_index (pairs, 2);
  g_assert_cmpstr (pair->text, ==, "No falls");
  g_assert_false (pair->own_chose);
  g_assert_true (pair->other_chose);

  g_assert_cmpuint (alone->len, ==, 2);
  pair = g_ptr_array_index (alone, 0);
  g_assert_false (pair->other_chose);
}

static const struct
{
  SdmViewPair pair;
  const char *guess;
  const char *spoken_guess;
  const char *companion;
} words[] = {
  { { NULL, NULL, TRUE, TRUE, 10, 6 }, "Dr Shah thought 6. You said 10. Tell me more?", "I thought 6. You said 10. Tell me more?", "You said 10. Jo said 6." },
  { { NULL, NULL, TRUE, TRUE, 8, 8 }, "Dr Shah thought 8. You said 8. Tell me more?", "I thought 8. You said 8. Tell me more?", "You said 8. Jo said 8." },
  { { NULL, NULL, TRUE, TRUE, SDM_NOT_SAID, 0 }, "Dr Shah thought 0. You chose this, without a number. Tell me more?", "I thought 0. You chose this, without a number. Tell me more?", "You chose this, without a number. Jo said 0." },
  { { NULL, NULL, TRUE, FALSE, 0, SDM_NOT_SAID }, "Dr Shah made no guess here. You said 0. Tell me more?", "I made no guess here. You said 0. Tell me more?", "You said 0. Jo did not choose this." },
  { { NULL, NULL, FALSE, TRUE, SDM_NOT_SAID, 7 }, "Dr Shah thought 7. You did not choose this. Tell me more?", "I thought 7. You did not choose this. Tell me more?", "Jo said 7. You did not choose this." },
  { { NULL, NULL, TRUE, FALSE, SDM_NOT_SAID, SDM_NOT_SAID }, NULL, NULL, "You chose this. Jo did not." },
  { { NULL, NULL, FALSE, TRUE, SDM_NOT_SAID, SDM_NOT_SAID }, NULL, NULL, "Jo chose this. You did not." },
  { { NULL, NULL, TRUE, TRUE, 5, SDM_NOT_SAID }, "Dr Shah made no guess here. You said 5. Tell me more?", "I made no guess here. You said 5. Tell me more?", "You said 5. Jo chose this too, without a number." },
  { { NULL, NULL, TRUE, TRUE, SDM_NOT_SAID, SDM_NOT_SAID }, NULL, NULL, "You and Jo both chose this." },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *guess = sdm_view_pair_dup_guess_words (&words[i].pair, "Dr Shah");
      g_autofree char *spoken = sdm_view_pair_dup_guess_words (&words[i].pair, NULL);
      g_autofree char *companion = sdm_view_pair_dup_companion_words (&words[i].pair, "Jo");

      g_assert_cmpstr (guess, ==, words[i].guess);
      g_assert_cmpstr (spoken, ==, words[i].spoken_guess);
      g_assert_cmpstr (companion, ==, words[i].companion);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/two-views/guess", test_guess);
  g_test_add_func ("/core/two-views/guess-taken-back", test_guess_taken_back);
  g_test_add_func ("/core/two-views/answer", test_answer);
  g_test_add_func ("/core/two-views/who-came-along", test_who_came_along);
  g_test_add_func ("/core/two-views/companion-ranked", test_companion_ranked);
  g_test_add_func ("/core/two-views/companion-leanings", test_companion_leanings);
  g_test_add_func ("/core/two-views/pairs", test_pairs);
  g_test_add_func ("/core/two-views/words", test_words);

  return g_test_run ();
}
