/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "main-thread-guard.h"

#include "sdm-case-skills.h"
#include "sdm-practice-session.h"
#include "sdm-record-practice.h"
#include "sdm-trainees.h"

/* Whom to practise with: cases by role and skill, and a first half hour. */

#define GLASSES "I left my glasses at home"
#define LETTER  "The letter about his heart"

static guint
find_place (const char *const *ids,
            const char        *id)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      return i + 1;
  g_error ("there is no “%s”", id);
}

static void
assert_kept (PageFixture *fixture,
             const char  *key,
             const char  *expected)
{
  g_autofree char *kept = g_settings_get_string (sdm_context_get_settings (fixture->context), key);

  g_assert_cmpstr (kept, ==, expected);
}

/* What was chosen last time is chosen again. */
static void
test_filter (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow *window;
  GtkWidget *role;
  GtkWidget *skill;

  g_settings_set_string (sdm_context_get_settings (fixture->context), "practice-role", "receptionist");
  window = show_window (fixture);
  wait_until (find_label (window, GLASSES) != NULL);
  g_assert_null (find_label (window, LETTER));
  role = find_field (window, "Cases for");
  skill = find_field (window, "To practise");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (role)), ==, find_place (sdm_trainees_get_roles (), "receptionist"));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (skill), find_place (sdm_case_get_skills (), "interpreter"));
  g_assert_null (find_label (window, GLASSES));
  g_assert_nonnull (find_label (window, "She says it is her stomach"));
  assert_kept (fixture, "practice-skill", "interpreter");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (skill), find_place (sdm_case_get_skills (), "explaining-figures"));
  g_assert_nonnull (find_label (window, "No case is for this role and trains this skill."));
  click (window, "Show all cases");
  g_assert_null (find_label (window, "No case is for this role"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (role)), ==, 0);
  assert_kept (fixture, "practice-role", "");
  assert_kept (fixture, "practice-skill", "");
}

/* The first cases stand in order, and say which of them whoever practised last has done. */
static void
test_starter (PageFixture  *fixture,
              gconstpointer data)
{
  SdmRecordStore *store = sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
  g_autoptr (SdmPracticeSession) session = sdm_practice_session_new ("01a20d11-cc80-7000-8000-000000000009", "Ann Lee", "nurse", "corner-shop", sdm_context_get_clock (fixture->context));
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  SdmWindow *window;

  sdm_practice_session_end (session);
  body = sdm_practice_session_to_bytes (session);
  sdm_record_store_put_practice (store, body, &error);
  g_assert_no_error (error);
  sdm_trainees_note (sdm_context_get_settings (fixture->context), "Ann Lee", "nurse");
  window = show_window (fixture);
  wait_until (find_label (window, "1. Four days to the exam") != NULL);
  g_assert_nonnull (find_label (window, "A first half hour"));
  g_assert_nonnull (find_label (window, "2. Everything possible"));
  g_assert_nonnull (find_label (window, "3. Ten minutes before court"));
  g_assert_nonnull (find_label (window, "Not done yet · about 10 minutes"));
  g_assert_nonnull (find_label (window, "Done on"));
}

int
main (int    argc,
      char **argv)
{
  main_thread_guard_start ();
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/home/filter", PAGE_FIXTURE_FRAILTY_CASE, test_filter);
  page_fixture_add ("/pages/home/starter", PAGE_FIXTURE_FRAILTY_CASE, test_starter);

  return page_fixture_run ();
}
