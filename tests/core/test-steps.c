/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"

/* Paths */

typedef struct
{
  SdmStep step;
  SdmStep next;
  SdmStep previous;
  SdmStep short_next;
  SdmStep short_previous;
} PathCase;

static const PathCase path_cases[] = {
  { SDM_STEP_START, SDM_STEP_PEOPLE, SDM_STEP_START, SDM_STEP_MATTERS, SDM_STEP_START },
  { SDM_STEP_PEOPLE, SDM_STEP_MATTERS, SDM_STEP_START, SDM_STEP_MATTERS, SDM_STEP_START },
  { SDM_STEP_MATTERS, SDM_STEP_OPTIONS, SDM_STEP_PEOPLE, SDM_STEP_OPTIONS, SDM_STEP_START },
  { SDM_STEP_OPTIONS, SDM_STEP_RISKS, SDM_STEP_MATTERS, SDM_STEP_PLAN, SDM_STEP_MATTERS },
  { SDM_STEP_RISKS, SDM_STEP_WEIGH, SDM_STEP_OPTIONS, SDM_STEP_PLAN, SDM_STEP_OPTIONS },
  { SDM_STEP_WEIGH, SDM_STEP_CHECK, SDM_STEP_RISKS, SDM_STEP_PLAN, SDM_STEP_OPTIONS },
  { SDM_STEP_CHECK, SDM_STEP_PLAN, SDM_STEP_WEIGH, SDM_STEP_PLAN, SDM_STEP_OPTIONS },
  { SDM_STEP_PLAN, SDM_STEP_LETTER, SDM_STEP_CHECK, SDM_STEP_LETTER, SDM_STEP_OPTIONS },
  { SDM_STEP_LETTER, SDM_STEP_FINISH, SDM_STEP_PLAN, SDM_STEP_FINISH, SDM_STEP_PLAN },
  { SDM_STEP_FINISH, SDM_STEP_FINISH, SDM_STEP_LETTER, SDM_STEP_FINISH, SDM_STEP_LETTER },
};

static void
test_paths (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (path_cases), ==, SDM_N_STEPS);
  for (gsize i = 0; i < G_N_ELEMENTS (path_cases); i++)
    {
      const PathCase *c = &path_cases[i];

      g_assert_cmpint (sdm_step_get_next (c->step, FALSE), ==, c->next);
      g_assert_cmpint (sdm_step_get_previous (c->step, FALSE), ==, c->previous);
      g_assert_cmpint (sdm_step_get_next (c->step, TRUE), ==, c->short_next);
      g_assert_cmpint (sdm_step_get_previous (c->step, TRUE), ==, c->short_previous);
    }
}

static SdmConsultation *
start_consultation (void)
{
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autoptr (SdmAid) aid = documents_load_aid ("statins-primary-prevention");

  return sdm_consultation_new_for_practice (aid, clock);
}

static void
assert_states (SdmConsultation *consultation,
               const char      *expected)
{
  g_autoptr (GString) states = g_string_new (NULL);

  for (SdmStep step = SDM_STEP_START; step < SDM_N_STEPS; step++)
    g_string_append_c (states, *sdm_consultation_get_step_state (consultation, step));
  g_assert_cmpstr (states->str, ==, expected);
}

/* What was done stays done, whichever path is gone. */
static void
test_short_path (void)
{
  g_autoptr (SdmConsultation) consultation = start_consultation ();

  assert_states (consultation, "oooooooooo");
  g_assert_false (sdm_consultation_is_on_short_path (consultation));
  sdm_consultation_set_step_state (consultation, SDM_STEP_WEIGH, "done");
  sdm_consultation_set_short_path (consultation, TRUE);
  assert_states (consultation, "osoosdsooo");
  g_assert_true (sdm_consultation_is_on_short_path (consultation));
  sdm_consultation_set_short_path (consultation, FALSE);
  assert_states (consultation, "ooooodoooo");
  g_assert_false (sdm_consultation_is_on_short_path (consultation));
}

/* A page that was turned without a word is no step that was done, and no other path either. */
static void
test_leave (void)
{
  g_autoptr (SdmConsultation) consultation = start_consultation ();
  g_autoptr (GError) error = NULL;

  for (SdmStep step = SDM_STEP_START; step < SDM_N_STEPS; step++)
    sdm_consultation_leave_step (consultation, step);
  assert_states (consultation, "dssddsssss");
  g_assert_false (sdm_consultation_is_on_short_path (consultation));

  sdm_consultation_set_text (consultation, "matters/concerns", "A fall", &error);
  g_assert_no_error (error);
  sdm_consultation_leave_step (consultation, SDM_STEP_MATTERS);
  assert_states (consultation, "dsdddsssss");

  sdm_consultation_remove (consultation, "matters/concerns", &error);
  g_assert_no_error (error);
  sdm_consultation_leave_step (consultation, SDM_STEP_MATTERS);
  assert_states (consultation, "dssddsssss");
}

static void
test_seconds (void)
{
  g_autoptr (SdmConsultation) consultation = start_consultation ();

  g_assert_cmpuint (sdm_consultation_count_seconds (consultation), ==, 0);
  sdm_consultation_add_step_seconds (consultation, SDM_STEP_START, 40);
  sdm_consultation_add_step_seconds (consultation, SDM_STEP_START, 2);
  sdm_consultation_add_step_seconds (consultation, SDM_STEP_FINISH, 0);
  sdm_consultation_add_step_seconds (consultation, SDM_STEP_LETTER, 18);
  g_assert_cmpuint (sdm_consultation_count_seconds (consultation), ==, 60);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/steps/paths", test_paths);
  g_test_add_func ("/core/steps/short-path", test_short_path);
  g_test_add_func ("/core/steps/leave", test_leave);
  g_test_add_func ("/core/steps/seconds", test_seconds);

  return g_test_run ();
}
