/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"
#include "sdm-consultation-options.h"
#include "sdm-patient-screens.h"

#define STATINS "statins-primary-prevention"

typedef struct
{
  SdmAid          *aid;
  SdmConsultation *consultation;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer name)
{
  fixture->consultation = documents_load_consultation (name);
  fixture->aid = documents_load_aid (g_str_equal (name, "just-started") ? STATINS : sdm_consultation_get_aid_id (fixture->consultation));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer name)
{
  g_clear_object (&fixture->consultation);
  g_assert_finalize_object (g_steal_pointer (&fixture->aid));
}

static char *
dup_rows (Fixture *fixture,
          SdmStep  step)
{
  g_autoptr (GPtrArray) screens = sdm_patient_screens_list (fixture->consultation, fixture->aid);
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < screens->len; i++)
    {
      const SdmPatientScreen *screen = g_ptr_array_index (screens, i);

      if (screen->step == step)
        g_string_append_printf (rows, "%s%s", rows->len > 0 ? " " : "", screen->row);
    }

  return g_string_free (rows, FALSE);
}

static void
assert_rows (Fixture    *fixture,
             SdmStep     step,
             const char *expected)
{
  g_autofree char *rows = dup_rows (fixture, step);

  g_assert_cmpstr (rows, ==, expected);
}

static void
assert_found (Fixture    *fixture,
              SdmStep     step,
              const char *row,
              const char *expected)
{
  g_autoptr (GPtrArray) screens = sdm_patient_screens_list (fixture->consultation, fixture->aid);
  const SdmPatientScreen *screen = g_ptr_array_index (screens, sdm_patient_screens_find (screens, step, row));

  g_assert_cmpstr (screen->row, ==, expected);
}

/* Tests */

static void
test_decided (Fixture      *fixture,
              gconstpointer data)
{
  assert_rows (fixture, SDM_STEP_START, "decision");
  assert_rows (fixture, SDM_STEP_PEOPLE, "");
  assert_rows (fixture, SDM_STEP_MATTERS, "own_words ranked");
  assert_rows (fixture, SDM_STEP_WEIGH, "0 1 2 3 4");
  assert_rows (fixture, SDM_STEP_PLAN, "result actions look_out");
  assert_rows (fixture, SDM_STEP_FINISH, "");
}

/* Nothing was said yet: there is still something to look at on each page that has it. */
static void
test_just_started (Fixture      *fixture,
                   gconstpointer data)
{
  assert_rows (fixture, SDM_STEP_MATTERS, "own_words");
  assert_rows (fixture, SDM_STEP_WEIGH, "");
  assert_rows (fixture, SDM_STEP_PLAN, "result");
  assert_rows (fixture, SDM_STEP_CHECK, "t-tell t-harm t-stop");
  assert_found (fixture, SDM_STEP_OPTIONS, NULL, "involve");
}

/* What is only shown when asked for comes after somebody has asked. */
static void
test_on_request (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *before = dup_rows (fixture, SDM_STEP_RISKS);
  g_autofree char *after = NULL;

  g_assert_null (strstr (before, "nice-estimate"));
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  sdm_consultation_note_figures (fixture->consultation, fixture->aid,
                                 sdm_aid_find_outcome (fixture->aid, "nice-estimate"));
  after = dup_rows (fixture, SDM_STEP_RISKS);
  g_assert_true (g_str_has_prefix (after, before));
  g_assert_true (g_str_has_suffix (after, " nice-estimate"));
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  assert_found (fixture, SDM_STEP_MATTERS, "ranked", "ranked");
  assert_found (fixture, SDM_STEP_MATTERS, NULL, "own_words");
  assert_found (fixture, SDM_STEP_MATTERS, "no such row", "own_words");
  assert_found (fixture, SDM_STEP_WEIGH, "3", "3");
  assert_found (fixture, SDM_STEP_PEOPLE, NULL, "decision");
  assert_found (fixture, SDM_STEP_LETTER, NULL, "look_out");
  assert_found (fixture, SDM_STEP_FINISH, "0", "look_out");
}

static void
test_find_place (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *path;
    const char *row; /* nullable: no screen of its own */
  } rows[] = {
    { "matters/ranked/0/importance", "ranked" },
    { "matters/own_words", "own_words" },
    { "plan/actions/2/by", "actions" },
    { "plan/result", "result" },
    { "plan/clinician_view/would_have", NULL },
    { "matters", NULL },
    { "changed", NULL },
    { "", NULL },
  };
  g_autoptr (GPtrArray) screens = sdm_patient_screens_list (fixture->consultation, fixture->aid);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint position = 0;

      g_assert_cmpint (sdm_patient_screens_find_place (screens, rows[i].path, &position), ==, rows[i].row != NULL);
      if (rows[i].row != NULL)
        g_assert_cmpstr (((const SdmPatientScreen *) g_ptr_array_index (screens, position))->row, ==, rows[i].row);
    }
}

/* What the clinician's sheet says of the aid. */
static void
test_for_the_clinician (Fixture      *fixture,
                        gconstpointer data)
{
  guint            n_not_for;
  const SdmNotFor *not_for = sdm_aid_get_not_for (fixture->aid, &n_not_for);
  const SdmSource *source = sdm_aid_find_source (fixture->aid, "s1");

  g_assert_cmpuint (n_not_for, ==, 6);
  g_assert_cmpstr (not_for[4].text, ==, "Active liver disease.");
  g_assert_cmpstr (not_for[4].instead, ==, "Do not start a statin. Ask for advice.");
  g_assert_cmpstr (sdm_aid_find_option (fixture->aid, "standard-statin")->not_for[0], ==, "Active liver disease.");
  g_assert_cmpint (source->read, ==, SDM_READ_SECONDARY);
  g_assert_true (source->is_second_hand);
  g_assert_cmpint (sdm_aid_find_source (fixture->aid, "s2")->read, ==, SDM_READ_GUIDELINE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/core/patient-screens/decided", Fixture, "decided", set_up, test_decided, tear_down);
  g_test_add ("/core/patient-screens/just-started", Fixture, "just-started", set_up, test_just_started, tear_down);
  g_test_add ("/core/patient-screens/on-request", Fixture, "just-started", set_up, test_on_request, tear_down);
  g_test_add ("/core/patient-screens/find", Fixture, "decided", set_up, test_find, tear_down);
  g_test_add ("/core/patient-screens/find-place", Fixture, "decided", set_up, test_find_place, tear_down);
  g_test_add ("/core/patient-screens/for-the-clinician", Fixture, "just-started", set_up, test_for_the_clinician, tear_down);

  return g_test_run ();
}
