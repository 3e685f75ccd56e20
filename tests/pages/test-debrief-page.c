/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "main-thread-guard.h"

#include <string.h>

#include "page-reach.h"
#include "sdm-debrief-page.h"
#include "sdm-practice-file.h"
#include "sdm-record-heading.h"
#include "sdm-record-practice.h"

/* Looking back on a practice case, in the window. */

#define TRAINEE "Ann Lee"

static SdmRecordStore *
get_store (PageFixture *fixture)
{
  return sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
}

/* A poor talk: an order, and a closed question. */
static SdmPracticeSession *
new_session (PageFixture *fixture)
{
  g_autofree char *path = g_build_filename (g_getenv ("EVENHAND_SOURCE"), PAGE_FIXTURE_FRAILTY_CASE, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmCase) example = sdm_case_load (file, NULL, &error);
  g_autoptr (SdmTalk) talk = sdm_talk_new (example, fixture->aid, 0);
  SdmPracticeSession *session = sdm_practice_session_new (sdm_consultation_get_id (fixture->consultation), TRAINEE, "nurse", "dog-walk",
                                                          sdm_context_get_clock (fixture->context));

  g_assert_no_error (error);
  sdm_practice_session_set_talk (session, talk);
  sdm_talk_enter_step (talk, "people");
  sdm_talk_set_seconds (talk, 30);
  sdm_talk_say (talk, "You must take one tablet fewer.");
  sdm_talk_set_seconds (talk, 95);
  sdm_talk_say (talk, "Have you had a fall?");

  return session;
}

static void
put (PageFixture        *fixture,
     SdmPracticeSession *session)
{
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (fixture->consultation);
  g_autoptr (GBytes) body = sdm_consultation_to_bytes (fixture->consultation);
  g_autoptr (GBytes) practice = sdm_practice_session_to_bytes (session);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  sha256 = sdm_record_store_put_aid (get_store (fixture), sdm_aid_get_bytes (fixture->aid), &error);
  g_assert_no_error (error);
  sdm_record_store_save_draft (get_store (fixture), head, body, &error);
  g_assert_no_error (error);
  sdm_record_store_put_practice (get_store (fixture), practice, &error);
  g_assert_no_error (error);
}

static SdmPracticeSession *
read_back (PageFixture *fixture)
{
  const char *id = sdm_consultation_get_id (fixture->consultation);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = sdm_record_store_get_practice (get_store (fixture), id, &error);
  SdmPracticeSession *session;

  g_assert_no_error (error);
  session = sdm_practice_session_new_from_bytes (body, id, &error);
  g_assert_no_error (error);

  return session;
}

static SdmWindow *
show_debrief (PageFixture *fixture,
              const char  *awaited)
{
  SdmWindow *window = show_window (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-debrief", "s", sdm_consultation_get_id (fixture->consultation));
  wait_until (find_label (window, awaited) != NULL);

  return window;
}

static void
choose_steps (SdmWindow  *window,
              const char *step)
{
  static const char *const steps[] = {
    "It was said that there is a choice.",
    "Several ways were told of",
    "First it was asked what is known",
    "It was asked openly, and the first answer",
    "One thing that matters was named",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *check = find (GTK_WIDGET (window), is_check, steps[i]);

      g_assert_nonnull (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    }
}

/* Nothing is told before the trainee's own words are there. */
static void
test_first (PageFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (SdmPracticeSession) session = new_session (fixture);
  g_autoptr (SdmPracticeSession) kept = NULL;
  SdmWindow *window;

  put (fixture, session);
  window = show_debrief (fixture, "In your own words");
  g_assert_null (find_label (window, "What Arthur did not say at first"));
  g_assert_nonnull (find_label (window, "And before today?"));
  g_assert_nonnull (find_label (window, "practised by " TRAINEE));
  click (window, "Now look back together");
  g_assert_nonnull (find_label (window, "Write a line or more, and choose"));
  g_assert_false (sdm_debrief_page_is_open (SDM_DEBRIEF_PAGE (window->real_page)));

  page_fixture_type (find_field (window, "How was this talk for you?"), "I told him what to do.");
  click (window, "Now look back together");
  g_assert_nonnull (find_label (window, "Choose a step for each"));
  choose_steps (window, NULL);
  click (window, "Now look back together");
  wait_until (find_label (window, "What Arthur did not say at first") != NULL);
  g_assert_true (sdm_debrief_page_is_open (SDM_DEBRIEF_PAGE (window->real_page)));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.home", NULL);
  sdm_record_store_verify (get_store (fixture), NULL);
  kept = read_back (fixture);
  g_assert_cmpstr (sdm_practice_session_get_reflection (kept), ==, "I told him what to do.");
  g_assert_cmpint (sdm_practice_session_get_rating (kept, SDM_PRACTICE_SELF, "choice"), ==, 3);
  g_assert_nonnull (sdm_practice_session_get_ended (kept));
}

static SdmWindow *
show_ended (PageFixture *fixture)
{
  g_autoptr (SdmPracticeSession) session = new_session (fixture);

  sdm_practice_session_set_reflection (session, "I told him what to do.", NULL);
  sdm_practice_session_end (session);
  put (fixture, session);

  return show_debrief (fixture, "What Arthur did not say at first");
}

static void
test_told (PageFixture  *fixture,
           gconstpointer data)
{
  SdmWindow *window = show_ended (fixture);

  g_assert_nonnull (find_label (window, "It did not come up. A question that opens it: “What does the walk mean to you?”"));
  g_assert_nonnull (find_label (window, "No open question, 1 closed question"));
  g_assert_nonnull (find_label (window, "Arthur drew back once."));
  g_assert_nonnull (find_label (window, "100 of 100"));
  g_assert_nonnull (find_label (window, "not spoken about, and no number shown"));
  g_assert_nonnull (find_label (window, "You showed none of the 3."));
  g_assert_nonnull (find_label (window, "No decision was recorded."));
  g_assert_nonnull (find_label (window, "Not seen this time"));
  g_assert_nonnull (find_label (window, "Only you can tell"));
  g_assert_null (find_label (window, "This case has changed"));
  g_assert_null (find_label (window, "Something that was said hurt"));
}

/* The case says something else by now, and somebody was rude. */
static void
test_changed (PageFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (SdmPracticeSession) session = new_session (fixture);
  g_autoptr (SdmPracticeSession) other = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  sdm_talk_say (sdm_practice_session_get_talk (session), "You idiot.");
  sdm_practice_session_end (session);
  bytes = sdm_practice_session_to_bytes (session);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_assert_cmpuint (g_string_replace (text, "Morning, Doctor.", "Evening, Doctor.", 0), >, 0);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = g_bytes_new (text->str, text->len);
  other = sdm_practice_session_new_from_bytes (bytes, "practice", &error);
  g_assert_no_error (error);
  put (fixture, other);
  show_debrief (fixture, "This case has changed since the talk.");
  g_assert_nonnull (find_label (SDM_WINDOW (fixture->window), "Something that was said hurt Arthur."));
  g_assert_nonnull (find_label (SDM_WINDOW (fixture->window), "was hurt"));
}

static gboolean
is_list (GtkWidget  *widget,
         const char *text)
{
  return GTK_IS_LIST_BOX (widget) && gtk_widget_has_css_class (widget, text);
}

static gboolean
is_fold (GtkWidget  *widget,
         const char *text)
{
  return GTK_IS_EXPANDER (widget) && holds_label (widget, text);
}

/* A moment is looked at again. */
static void
test_moment (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow     *window = show_ended (fixture);
  GtkWidget     *list = find (GTK_WIDGET (window), is_list, "events");
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (find_label (window, "Arthur Pell comes in."));
  gtk_list_box_select_row (GTK_LIST_BOX (list), row);
  g_assert_nonnull (find_label (window, "Arthur, before"));
  g_assert_nonnull (find_label (window, "Face: closed, looking away"));
  g_assert_nonnull (find_label (window, "What else Arthur would have told now"));
  g_assert_nonnull (find (GTK_WIDGET (row), is_label, "30 s · People"));
  g_assert_nonnull (find (GTK_WIDGET (row), is_label, "drew back"));
  gtk_test_widget_wait_for_draw (fixture->window);
  page_reach_check_names (window->real_page, "debrief", faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

/* To a mentor, and back with what the mentor wrote. */
static void
test_mentor (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow       *window = show_ended (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "case.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SdmPracticeSession) before = read_back (fixture);
  g_autoptr (SdmPracticeSession) kept = NULL;
  GtkWidget *fold = find (GTK_WIDGET (window), is_fold, "Write as a mentor");

  gtk_expander_set_expanded (GTK_EXPANDER (fold), TRUE);
  wait_until (find_label (window, "Your name") != NULL);
  click (window, "Add this comment");
  g_assert_nonnull (find_label (window, "Say who you are"));
  page_fixture_type (find_field (window, "Your name"), "Jo Marsh");
  click (window, "Add this comment");
  g_assert_nonnull (find_label (window, "Write something first."));
  page_fixture_type (find_field (window, "What you saw, and what"), "What did his face say?");
  click (window, "Add this comment");
  wait_until (find_label (window, "Jo Marsh · ") != NULL);
  sdm_debrief_page_save_to (SDM_DEBRIEF_PAGE (window->real_page), file);
  wait_until (find_label (window, "Saved as case.json") != NULL);

  /* As if it had never been written here. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.home", NULL);
  wait_until (window->real_page == NULL);
  put (fixture, before);
  sdm_window_open_file (window, file);
  wait_until (find_label (window, "Jo Marsh · ") != NULL);
  kept = read_back (fixture);
  g_assert_cmpuint (sdm_practice_session_get_n_comments (kept), ==, 1);
  g_assert_cmpstr (sdm_practice_session_get_reflection (kept), ==, "I told him what to do.");
}

/* On the mentor's own computer it is not there yet. */
static void
test_for_mentor (PageFixture  *fixture,
                 gconstpointer data)
{
  g_autoptr (SdmPracticeSession) session = new_session (fixture);
  g_autoptr (GBytes) bytes = sdm_practice_file_write (fixture->consultation, session);
  g_autofree char *path = g_build_filename (fixture->folder, "case.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmWindow *window = show_window (fixture);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  sdm_window_open_file (window, file);
  wait_until (find_label (window, "What Arthur did not say at first") != NULL);
  g_assert_nonnull (find_label (window, "Save it for the trainee"));
}

static void
test_nothing (PageFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (fixture->consultation);
  g_autoptr (GBytes) body = sdm_consultation_to_bytes (fixture->consultation);

  g_assert_true (sdm_record_store_save_draft (get_store (fixture), head, body, NULL));
  show_debrief (fixture, "There was no talk with a made-up person");
}

int
main (int    argc,
      char **argv)
{
  main_thread_guard_start ();
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/debrief/first", PAGE_FIXTURE_FRAILTY_CASE, test_first);
  page_fixture_add ("/pages/debrief/told", PAGE_FIXTURE_FRAILTY_CASE, test_told);
  page_fixture_add ("/pages/debrief/changed", PAGE_FIXTURE_FRAILTY_CASE, test_changed);
  page_fixture_add ("/pages/debrief/moment", PAGE_FIXTURE_FRAILTY_CASE, test_moment);
  page_fixture_add ("/pages/debrief/mentor", PAGE_FIXTURE_FRAILTY_CASE, test_mentor);
  page_fixture_add ("/pages/debrief/for-mentor", PAGE_FIXTURE_FRAILTY_CASE, test_for_mentor);
  page_fixture_add ("/pages/debrief/nothing", PAGE_FIXTURE_FRAILTY_CASE, test_nothing);

  return page_fixture_run ();
}
