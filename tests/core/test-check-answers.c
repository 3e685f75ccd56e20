/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"
#include "sdm-consultation-check-answers.h"

static SdmConsultation *
load (void)
{
  SdmConsultation *consultation = documents_load_consultation ("just-started");
  g_autoptr (SdmClock) clock = documents_new_clock ();

  sdm_consultation_set_clock (consultation, clock);

  return consultation;
}

static void
test_teach_back (void)
{
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_consultation_get_teach_back (consultation, "t-choices", "said"));
  g_assert_true (sdm_consultation_set_teach_back (consultation, "t-unsure", "result", "not-asked", &error));
  g_assert_true (sdm_consultation_set_teach_back (consultation, "t-choices", "said", "Leave one off", &error));
  g_assert_true (sdm_consultation_set_teach_back (consultation, "t-choices", "result", "clear", &error));
  g_assert_cmpstr (sdm_consultation_get_teach_back (consultation, "t-choices", "said"), ==, "Leave one off");
  g_assert_cmpstr (sdm_consultation_get_teach_back (consultation, "t-choices", "result"), ==, "clear");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "check/teach_back")), ==, 2);

  g_assert_true (sdm_consultation_set_teach_back (consultation, "t-choices", "said", "", &error));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "check/teach_back")), ==, 2);
  g_assert_true (sdm_consultation_set_teach_back (consultation, "t-choices", "result", NULL, &error));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "check/teach_back")), ==, 1);
  g_assert_cmpstr (sdm_consultation_get_teach_back (consultation, "t-unsure", "result"), ==, "not-asked");

  g_assert_false (sdm_consultation_set_teach_back (consultation, "t-unsure", "result", "perhaps", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (sdm_consultation_get_teach_back (consultation, "t-unsure", "result"), ==, "not-asked");
}

static void
test_knowledge (void)
{
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_talked_through (consultation, "k-range", TRUE, &error));
  g_assert_false (sdm_consultation_is_talked_through (consultation, "k-range"));
  g_assert_true (sdm_consultation_set_knowledge (consultation, "k-range", "a", &error));
  g_assert_true (sdm_consultation_set_talked_through (consultation, "k-range", TRUE, &error));
  g_assert_true (sdm_consultation_set_knowledge (consultation, "k-range", "b", &error));
  g_assert_cmpstr (sdm_consultation_get_knowledge (consultation, "k-range"), ==, "b");
  g_assert_true (sdm_consultation_is_talked_through (consultation, "k-range"));
  g_assert_true (sdm_consultation_set_knowledge (consultation, "k-range", NULL, &error));
  g_assert_null (sdm_consultation_get_knowledge (consultation, "k-range"));
  g_assert_no_error (error);
}

static void
test_ready (void)
{
  g_autoptr (SdmConsultation) consultation = load ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_ready (consultation, "support", "no", &error));
  g_assert_true (sdm_consultation_set_ready (consultation, "sure", "yes", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "check/ready/instrument"), ==, sdm_instrument_get_ready ()->id);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "check/ready/items/0/id"), ==, "sure");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "check/ready/items/1/answer"), ==, "no");
  g_assert_nonnull (sdm_consultation_get_text (consultation, "check/ready/at"));
  g_assert_true (sdm_consultation_set_ready (consultation, "sure", NULL, &error));
  g_assert_true (sdm_consultation_set_ready (consultation, "support", NULL, &error));
  g_assert_null (sdm_consultation_peek (consultation, "check/ready"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/consultation/check/teach-back", test_teach_back);
  g_test_add_func ("/consultation/check/knowledge", test_knowledge);
  g_test_add_func ("/consultation/check/ready", test_ready);

  return g_test_run ();
}
