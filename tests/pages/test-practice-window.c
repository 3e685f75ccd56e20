/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "sdm-record-practice.h"

/* The window with a made-up patient: it says on every page that it is practice, goes on with a talk where it
 * was left, and has no patient of that kind beside somebody real. */

static SdmTalk *
get_talk (SdmWindow *window)
{
  return sdm_rehearsal_get_talk (sdm_session_get_rehearsal (window->session));
}

static guint
count_turns (SdmWindow *window)
{
  return g_list_model_get_n_items (sdm_talk_get_turns (get_talk (window)));
}

static void
start_case (SdmWindow  *window,
            const char *path)
{
  g_autofree char *whole = g_build_filename (g_getenv ("EVENHAND_SOURCE"), path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (whole);

  sdm_window_start_case (window, file);
  wait_until (window->session != NULL);
}

static void
begin (SdmWindow  *window,
       const char *name)
{
  g_signal_emit_by_name (window->patient_sheet, "begin", name, "nurse");
  wait_until (sdm_session_get_rehearsal (window->session) != NULL);
}

static void
reset (PageFixture *fixture)
{
  static const char *const keys[] = { "trainees", "patient-sheet-open", "clinician-sheet-open", "practice-shown-for" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (sdm_context_get_settings (fixture->context), keys[i]);
}

/* Every page says that it is practice, and the talk is there next time, the second one with another seed. */
static void
test_left_and_opened (PageFixture  *fixture,
                      gconstpointer data)
{
  SdmWindow       *window = show_window (fixture);
  g_autofree char *id = NULL;
  guint            n_turns;

  start_case (window, data);
  g_assert_true (gtk_widget_get_visible (window->talk_button));
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (window->flap)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.patient-sheet", NULL);
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (window->side)) == window->patient_sheet);
  begin (window, "Ann Lee");
  g_assert_cmpuint (sdm_talk_get_seed (get_talk (window)), ==, 0);
  for (SdmStep step = 0; step < SDM_N_STEPS; step++)
    {
      sdm_session_go_to (window->session, step);
      g_assert_true (gtk_widget_get_visible (window->banner));
      g_assert_nonnull (find_label (window, "Practice. Nothing here goes into anyone’s record."));
    }
  sdm_talk_say (get_talk (window), "Tell me about the dog.");
  n_turns = count_turns (window);
  id = g_strdup (sdm_consultation_get_id (sdm_session_get_consultation (window->session)));

  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
  sdm_window_resume (window, SDM_RECORD_STORE_PRACTICE, id);
  wait_until (window->session != NULL && sdm_session_get_rehearsal (window->session) != NULL);
  g_assert_cmpuint (count_turns (window), ==, n_turns);
  g_assert_true (gtk_stack_get_visible_child (GTK_STACK (window->side)) == window->patient_sheet);
  g_assert_false (sdm_record_store_exists (get_real (fixture)));

  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
  start_case (window, data);
  begin (window, "ann lee");
  g_assert_cmpuint (sdm_talk_get_seed (get_talk (window)), ==, 1);
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
  reset (fixture);
}

static void
change_kept (PageFixture *fixture,
             const char  *id,
             const char  *from,
             const char  *to)
{
  SdmRecordStore *store = sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) kept = sdm_record_store_get_practice (store, id, &error);
  g_autoptr (GBytes) changed = NULL;
  GString *text;

  g_assert_no_error (error);
  text = g_string_new_len (g_bytes_get_data (kept, NULL), (gssize) g_bytes_get_size (kept));
  g_assert_cmpuint (g_string_replace (text, from, to, 0), >, 0);
  changed = g_string_free_to_bytes (text);
  sdm_record_store_put_practice (store, changed, &error);
  g_assert_no_error (error);
}

static void
open_again (SdmWindow  *window,
            const char *id)
{
  sdm_window_resume (window, SDM_RECORD_STORE_PRACTICE, id);
  wait_until (window->session != NULL && sdm_session_get_rehearsal (window->session) != NULL);
}

/* Whoever comes back to a newer aid, or to a case that was written anew, is told so, and nothing said is lost. */
static void
test_changed_since (PageFixture  *fixture,
                    gconstpointer data)
{
  static const char none[] = "0000000000000000000000000000000000000000000000000000000000000000";
  SdmWindow        *window = show_window (fixture);
  g_autofree char  *id = NULL;
  guint             n_turns;

  start_case (window, data);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.patient-sheet", NULL);
  begin (window, "Ann Lee");
  sdm_talk_say (get_talk (window), "Tell me about the dog.");
  n_turns = count_turns (window);
  id = g_strdup (sdm_consultation_get_id (sdm_session_get_consultation (window->session)));
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);

  change_kept (fixture, id, sdm_aid_get_sha256 (fixture->aid), none);
  open_again (window, id);
  g_assert_nonnull (find_label (window, "There is another version of this decision aid now."));
  g_assert_cmpuint (count_turns (window), ==, n_turns);
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);

  change_kept (fixture, id, "about the dog", "of the hound");
  open_again (window, id);
  g_assert_nonnull (find_label (window, "This case has changed since you talked."));
  g_assert_cmpuint (count_turns (window), ==, n_turns);
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
  reset (fixture);
}

/* Whatever stands in the file of practice, nobody made up comes beside somebody real. */
static void
test_nobody_beside_real (PageFixture  *fixture,
                         gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);
  g_autofree char *text = g_strdup_printf ("{\"format\": \"evenhand-practice/1\", \"id\": \"%s\", \"trainee\": {\"name\": \"Ann\"}, \"case\": \"dog-walk\"}",
                                           sdm_consultation_get_id (fixture->consultation));
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  sdm_record_store_put_practice (sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE), body, &error);
  g_assert_no_error (error);
  g_settings_set_boolean (sdm_context_get_settings (fixture->context), "patient-sheet-open", TRUE);
  sdm_window_open_session (window, session, SDM_STEP_OPTIONS);
  g_assert_false (gtk_widget_get_visible (window->banner));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.patient-sheet", NULL);
  sdm_window_toggle_patient_sheet (window);
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (window->flap)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (sdm_session_get_rehearsal (session));
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
  reset (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  /* While a sheet slides in, libadwaita may ask for less room than the page needs. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  page_fixture_add ("/pages/practice-window/left-and-opened", PAGE_FIXTURE_FRAILTY_CASE, test_left_and_opened);
  page_fixture_add ("/pages/practice-window/changed-since", PAGE_FIXTURE_FRAILTY_CASE, test_changed_since);
  page_fixture_add ("/pages/practice-window/nobody-beside-real", PAGE_FIXTURE_FRAILTY_CASE, test_nobody_beside_real);

  return page_fixture_run ();
}
