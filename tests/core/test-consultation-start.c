/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"
#include "sdm-consultation-start.h"
#include "sdm-core-error.h"

static void
test_answers (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_consultation_get_stop_card_answer (consultation, "capacity"));
  g_assert_true (sdm_consultation_answer_stop_card (consultation, "capacity", "no", &error));
  g_assert_true (sdm_consultation_answer_stop_card (consultation, "very-high", "yes", &error));
  g_assert_cmpstr (sdm_consultation_get_stop_card_answer (consultation, "capacity"), ==, "no");
  g_assert_cmpstr (sdm_consultation_get_stop_card_answer (consultation, "very-high"), ==, "yes");
  g_assert_true (sdm_consultation_answer_stop_card (consultation, "capacity", "yes", &error));
  g_assert_cmpstr (sdm_consultation_get_stop_card_answer (consultation, "capacity"), ==, "yes");

  g_assert_true (sdm_consultation_answer_stop_card (consultation, "capacity", NULL, &error));
  g_assert_null (sdm_consultation_get_stop_card_answer (consultation, "capacity"));
  g_assert_cmpstr (sdm_consultation_get_stop_card_answer (consultation, "very-high"), ==, "yes");
  g_assert_true (sdm_consultation_answer_stop_card (consultation, "capacity", NULL, &error));
  g_assert_no_error (error);
}

static void
test_notes (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_consultation_note_stop_card (consultation, "capacity", "With help from June", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (sdm_consultation_answer_stop_card (consultation, "capacity", "no", &error));
  g_assert_true (sdm_consultation_note_stop_card (consultation, "capacity", "With help from June", &error));
  g_assert_cmpstr (sdm_consultation_get_stop_card_note (consultation, "capacity"), ==, "With help from June");
  g_assert_true (sdm_consultation_answer_stop_card (consultation, "capacity", "yes", &error));
  g_assert_cmpstr (sdm_consultation_get_stop_card_note (consultation, "capacity"), ==, "With help from June");
  g_assert_true (sdm_consultation_note_stop_card (consultation, "capacity", "", &error));
  g_assert_null (sdm_consultation_get_stop_card_note (consultation, "capacity"));
  g_assert_no_error (error);
}

/* A card that only takes something out of the choice is no stop. */
static void
test_count_stops (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("decided");
  g_autoptr (SdmAid) aid = documents_load_aid ("hypertension-in-frailty");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sdm_consultation_get_stop_card_answer (consultation, "other-purpose"), ==, "yes");
  g_assert_cmpuint (sdm_consultation_count_stops (consultation, aid), ==, 0);
  sdm_consultation_answer_stop_card (consultation, "very-high", "yes", &error);
  g_assert_cmpuint (sdm_consultation_count_stops (consultation, aid), ==, 1);
  g_assert_no_error (error);
}

static void
test_accept (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_accept (consultation, "draft-aid", FALSE, &error));
  sdm_consultation_remove (consultation, "start/warnings_accepted", &error);
  g_assert_false (sdm_consultation_has_accepted (consultation, "draft-aid"));
  g_assert_true (sdm_consultation_accept (consultation, "draft-aid", TRUE, &error));
  g_assert_true (sdm_consultation_accept (consultation, "past-review", TRUE, &error));
  g_assert_true (sdm_consultation_accept (consultation, "draft-aid", TRUE, &error));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "start/warnings_accepted")), ==, 2);
  g_assert_true (sdm_consultation_accept (consultation, "draft-aid", FALSE, &error));
  g_assert_false (sdm_consultation_has_accepted (consultation, "draft-aid"));
  g_assert_true (sdm_consultation_has_accepted (consultation, "past-review"));
  g_assert_no_error (error);

  g_assert_false (sdm_consultation_accept (consultation, "anything", TRUE, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/consultation-start/answers", test_answers);
  g_test_add_func ("/core/consultation-start/notes", test_notes);
  g_test_add_func ("/core/consultation-start/count-stops", test_count_stops);
  g_test_add_func ("/core/consultation-start/accept", test_accept);

  return g_test_run ();
}
