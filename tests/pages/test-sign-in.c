/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "main-thread-guard.h"

#include <string.h>

#include "sdm-auto-lock.h"
#include "sdm-clipboard.h"
#include "sdm-code-page.h"
#include "sdm-code-print.h"
#include "sdm-gp-copy.h"
#include "sdm-letterhead.h"
#include "sdm-preferences.h"
#include "sdm-sign-in-page.h"

static char *
list_real_drafts (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = sdm_record_store_list_drafts (get_real (fixture), &error);
  GString *names = g_string_new (NULL);

  if (heads == NULL)
    {
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
      g_string_append (names, "closed");
    }
  for (guint i = 0; heads != NULL && i < heads->len; i++)
    g_string_append_printf (names, "%s;", ((const SdmRecordHead *) g_ptr_array_index (heads, i))->patient);

  return g_string_free (names, FALSE);
}

static void
assert_real_drafts (PageFixture *fixture,
                    const char  *expected)
{
  g_autofree char *names = list_real_drafts (fixture);

  g_assert_cmpstr (names, ==, expected);
}

/* Signing in */

static void
test_sign_in (PageFixture  *fixture,
              gconstpointer data)
{
  SdmWindow *window;

  make_records (fixture);
  window = show_window (fixture);
  wait_until (find_label (window, "The records of patients are locked.") != NULL);
  click (window, "Sign in");

  click (window, "Use the recovery code");
  page_fixture_type (find_field (window, "Recovery code"), "ABCDE");
  click (window, "Sign in");
  g_assert_nonnull (find_label (window, "A recovery code is eight groups"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Recovery code"))), ==, "ABCDE");
  click (window, "Use a passphrase");

  try_passphrase (window, "wrong horse battery staple");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Passphrase"))), ==, "");
  g_assert_null (find (GTK_WIDGET (window), is_button, "Use the recovery code"));
  wait_until (find_label (window, "The records could not be unlocked.") != NULL);
  wait_until (find (GTK_WIDGET (window), is_button, "Use the recovery code") != NULL);
  g_assert_false (is_signed_in (fixture));

  /* Who gave up is not signed in, whenever it was. */
  try_passphrase (window, PASSPHRASE);
  click (window, "Cancel");
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "Use the recovery code"));
  assert_real_drafts (fixture, "closed");

  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  g_assert_cmpstr (sdm_context_get_person (fixture->context)->name, ==, NAME);
  g_assert_true (sdm_context_get_person (fixture->context)->is_confirmed);
  g_assert_nonnull (find_label (window, "Signed in: " NAME));
  assert_real_drafts (fixture, "");
}

/* Another copy of the program is told in its own words. */
static void
test_in_use (PageFixture  *fixture,
             gconstpointer data)
{
  g_autoptr (SdmRecordStore) other = NULL;
  g_autoptr (GError) error = NULL;
  SdmWindow *window;

  make_records (fixture);
  other = sdm_record_store_new_for_kind (fixture->folder, SDM_RECORD_STORE_REAL);
  sdm_record_store_take_access (other, sdm_record_access_new (NAME, PASSPHRASE, strlen (PASSPHRASE)));
  sdm_record_store_open (other, &error);
  g_assert_no_error (error);
  window = show_window (fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sign-in", NULL);
  try_passphrase (window, PASSPHRASE);
  wait_until (find_label (window, "another") != NULL);
  g_assert_false (is_signed_in (fixture));
}

/* Locking */

static gint64
get_test_time (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static void
test_real_is_kept_apart (PageFixture  *fixture,
                         gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) practice = NULL;
  gint64 now = 1000;

  sdm_window_open_session (window, session, SDM_STEP_MATTERS);
  g_assert_false (gtk_widget_get_visible (window->banner));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Evenhand");
  sdm_autosaver_touch (sdm_session_get_autosaver (session));
  sdm_autosaver_flush (sdm_session_get_autosaver (session), &error);
  g_assert_no_error (error);
  assert_real_drafts (fixture, "Mr Arthur James Pell;");
  practice = sdm_record_store_list_drafts (sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE), &error);
  g_assert_cmpuint (practice->len, ==, 0);
  sdm_window_close_session (window);
  g_clear_object (&session);
  wait_until (find_label (window, "Mr Arthur James Pell") != NULL);

  /* After some minutes without a key, the name goes from the first page, too. */
  sdm_auto_lock_set_time (window->auto_lock, get_test_time, &now);
  sdm_auto_lock_start (window->auto_lock);
  now += 5 * G_TIME_SPAN_MINUTE - G_TIME_SPAN_SECOND;
  sdm_auto_lock_check (window->auto_lock);
  g_assert_nonnull (find_label (window, "Locks in 20 seconds."));
  now += G_TIME_SPAN_SECOND;
  sdm_auto_lock_check (window->auto_lock);
  wait_until (!is_signed_in (fixture));
  g_assert_nonnull (find_field (window, "Passphrase"));
  g_assert_false (holds_label (GTK_WIDGET (window), "Mr Arthur James Pell"));
}

/* What was typed last is kept, and everything about the person goes. */
static void
test_lock (PageFixture  *fixture,
           gconstpointer data)
{
  SdmWindow  *window = show_signed_in (fixture);
  SdmSession *session = new_real_session (fixture);
  g_autoptr (GBytes) body = NULL;
  g_autofree char *id = g_strdup (sdm_consultation_get_id (sdm_session_get_consultation (session)));
  g_autoptr (GError) error = NULL;

  sdm_window_open_session (window, session, SDM_STEP_MATTERS);
  sdm_window_toggle_patient_view (window);
  sdm_consultation_set_text (sdm_session_get_consultation (session), "matters/concerns", "Falling again", NULL);
  g_object_unref (session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  wait_until (!is_signed_in (fixture));

  g_assert_cmpuint (main_thread_guard_count_crypto (), >, 0);
  g_assert_null (window->session);
  for (guint i = 0; i < SDM_N_STEPS; i++)
    g_assert_null (window->pages[i]);
  g_assert_false (holds_label (GTK_WIDGET (window), "Arthur"));
  g_assert_null (find (GTK_WIDGET (window->patient_view), is_label, "Arthur"));
  assert_real_drafts (fixture, "closed");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Your name"))), ==, NAME);

  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  sdm_record_store_load (get_real (fixture), id, NULL, &body, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body), "Falling again"));

  /* Nothing was changed this time. */
  session = new_real_session (fixture);
  sdm_window_open_session (window, session, SDM_STEP_MATTERS);
  g_object_unref (session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.not-me", NULL);
  wait_until (!is_signed_in (fixture));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Your name"))), ==, "");
}

/* What cannot be saved is not locked away. */
static void
test_not_saved (PageFixture  *fixture,
                gconstpointer data)
{
  SdmWindow  *window = show_signed_in (fixture);
  SdmSession *session = new_real_session (fixture);
  g_autoptr (GError) error = NULL;

  sdm_window_open_session (window, session, SDM_STEP_MATTERS);
  g_object_unref (session);
  sdm_consultation_set_text (sdm_session_get_consultation (window->session), "matters/concerns", "Falling again", NULL);
  sdm_record_store_close (get_real (fixture), NULL);
  sdm_window_lock (window);
  wait_until (window->lock_problem != NULL);
  g_assert_true (is_signed_in (fixture));
  g_assert_true (window->session != NULL);
  g_assert_nonnull (window->pages[SDM_STEP_MATTERS]);

  sdm_record_store_take_access (get_real (fixture), sdm_record_access_new (NAME, PASSPHRASE, strlen (PASSPHRASE)));
  sdm_record_store_open (get_real (fixture), &error);
  g_assert_no_error (error);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_null (window->lock_problem);
}

/* What is too long is sealed beside the draft, and stands there again. */
static void
test_too_long_is_held (PageFixture  *fixture,
                       gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);
  g_autofree char *id = g_strdup (sdm_consultation_get_id (sdm_session_get_consultation (session)));
  g_autofree char *typed = g_strnfill (400, 'a');
  g_autofree char *found = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *name;

  sha256 = sdm_record_store_put_aid (get_real (fixture), sdm_aid_get_bytes (fixture->aid), &error);
  g_assert_no_error (error);
  sdm_window_open_session (window, session, SDM_STEP_PEOPLE);
  g_clear_object (&session);
  page_fixture_type (find_field (window, "What would you like to be called?"), typed);
  sdm_session_go_to (window->session, SDM_STEP_MATTERS);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_nonnull (find_label (window, "It is kept, and comes back with the draft."));
  g_assert_false (holds_label (GTK_WIDGET (window), "aaaa"));

  /* Twice: once without a look at that page in between. */
  for (guint i = 0; i < 2; i++)
    {
      try_passphrase (window, PASSPHRASE);
      wait_until (is_signed_in (fixture));
      sdm_window_resume (window, SDM_RECORD_STORE_REAL, id);
      wait_until (window->session != NULL);
      g_assert_cmpint (sdm_session_get_step (window->session), ==, SDM_STEP_MATTERS);
      g_assert_nonnull (window->unsolved_toasts[SDM_STEP_PEOPLE]);
      if (i == 1)
        break;
      sdm_window_lock (window);
      wait_until (!is_signed_in (fixture));
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-unsolved", "i", (int) SDM_STEP_PEOPLE);
  name = find_field (window, "What would you like to be called?");
  found = g_strdup (gtk_editable_get_text (GTK_EDITABLE (name)));
  g_assert_cmpstr (found, ==, typed);
  page_fixture_type (name, "Art");
  sdm_session_go_to (window->session, SDM_STEP_MATTERS);
  g_assert_false (sdm_session_is_unsolved (window->session, SDM_STEP_PEOPLE));
  head = sdm_session_make_head (window->session, &body);
  g_assert_null (head->held);
  sdm_window_close_session (window);
}

/* The recovery code */

static guint
find_groups (SdmWindow *window,
             GtkWidget *fields[2])
{
  guint n = 0;

  for (guint i = 1; i <= 8 && n < 2; i++)
    {
      g_autofree char *label = g_strdup_printf ("Group %u of the code", i);

      if (find_label (window, label) != NULL)
        fields[n++] = find_field (window, label);
    }

  return n;
}

/* Whoever left half way is asked for the rest, and can have a new code. */
static void
test_unconfirmed (PageFixture  *fixture,
                  gconstpointer data)
{
  g_autofree char *code = NULL;
  GtkWidget       *fields[2];
  GtkWidget       *page;
  SdmWindow       *window;

  make_first_records (fixture, FALSE);
  window = show_window (fixture);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.sign-in", NULL);
  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  g_assert_cmpuint (find_groups (window, fields), ==, 2);

  /* Nobody real before that. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.home", NULL);
  click (window, "New consultation");
  g_assert_cmpuint (find_groups (window, fields), ==, 2);
  page_fixture_type (fields[0], "00000");
  page_fixture_type (fields[1], "11111");
  click (window, "Confirm");
  wait_until (find_label (window, "of the recovery code are asked for") != NULL);

  page = window->real_page;
  click (window, "Make a new code");
  wait_until (window->real_page != page);
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "I have it on paper"));
  g_assert_false (sdm_context_get_person (fixture->context)->is_confirmed);
  click (window, "I have it on paper");
  g_assert_cmpuint (find_groups (window, fields), ==, 2);
  code = g_strdup (sdm_code_page_get_code (SDM_CODE_PAGE (window->real_page)));
  for (guint i = 0; i < 2; i++)
    {
      const guint number = sdm_context_get_person (fixture->context)->groups[i];
      g_auto (GStrv) groups = g_strsplit (code, "-", -1);

      page_fixture_type (fields[i], groups[number - 1]);
    }
  click (window, "Confirm");
  wait_until (window->real_page == NULL);
  g_assert_true (sdm_context_get_person (fixture->context)->is_confirmed);
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "New consultation"));

  /* A code that was used can only be replaced. */
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  click (window, "Use the recovery code");
  page_fixture_type (find_field (window, "Recovery code"), code);
  click (window, "Sign in");
  wait_until (is_signed_in (fixture));
  g_assert_nonnull (find_label (window, "The recovery code was used"));
  g_assert_cmpuint (find_groups (window, fields), ==, 0);
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "Make a new code"));
}

static void
test_code_on_paper (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);
  double           x, y, width, height;

  sdm_code_draw (cr, layout, 595, "37PNG-K4D14-BM7BN-5S2R5-FTNN5-WGF6C-8T45V-PZ9KE");
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 50);
  g_assert_cmpfloat (x + width, <=, 595 - 50);
  g_assert_cmpfloat (width, >, 250);
  g_assert_cmpfloat (y + height, <, 842 - 50);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
test_set_up (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow *window = show_window (fixture);
  GtkWidget *again;

  wait_until (find_label (window, "Only practice is kept here so far.") != NULL);
  click (window, "Set up for real patients");
  click (window, "Make the records");
  g_assert_nonnull (find_label (window, "Say who you are."));
  page_fixture_type (find_field (window, "Your name"), NAME);
  page_fixture_type (find_field (window, "A passphrase of at least 12 characters"), "correct hor");
  g_assert_nonnull (find_label (window, "1 character more."));
  page_fixture_type (find_field (window, "A passphrase of at least 12 characters"), PASSPHRASE);
  g_assert_null (find_label (window, "character more."));
  again = find_field (window, "The passphrase once more");
  page_fixture_type (again, "correct horse");
  g_assert_nonnull (find_label (window, "The two are not the same yet."));
  click (window, "Make the records");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (again)), ==, "correct horse");
  g_assert_false (sdm_record_store_exists (get_real (fixture)));

  page_fixture_type (again, PASSPHRASE);
  click (window, "Make the records");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (again)), ==, "");
  wait_until (is_signed_in (fixture));
  g_assert_true (sdm_record_store_exists (get_real (fixture)));
  g_assert_nonnull (find (GTK_WIDGET (window), is_button, "I have it on paper"));
}

/* A real patient */

static void
assert_refused (SdmWindow  *window,
                const char *why)
{
  click (window, "Use a blank page for two");
  g_assert_nonnull (find_label (window, why));
  g_assert_null (window->session);
}

static void
test_new_patient (PageFixture  *fixture,
                  gconstpointer data)
{
  SdmWindow       *window = show_signed_in (fixture);
  SdmConsultation *consultation;
  GtkWidget       *number;

  click (window, "New consultation");
  number = find_field (window, "NHS number");
  assert_refused (window, "Type the family name, or the one name that there is.");
  page_fixture_type (find_field (window, "Family name"), "Suharto of the very long names that go on");
  g_assert_true (gtk_widget_has_css_class (find_field (window, "Family name"), "problem"));
  page_fixture_type (find_field (window, "Family name"), "Suharto");
  assert_refused (window, "Ask for the date of birth.");
  page_fixture_type (find_field (window, "Date of birth"), "1 December 2026");
  assert_refused (window, "This day is still to come.");
  page_fixture_type (find_field (window, "Date of birth"), "8 June 1941");
  assert_refused (window, "Type the NHS number, or say beside it why there is none.");
  page_fixture_type (number, "943 476 5918");
  g_assert_nonnull (find_label (window, "The last digit does not fit the others."));
  page_fixture_type (number, "943 476");
  assert_refused (window, "An NHS number has ten digits.");
  page_fixture_type (number, "");
  page_fixture_type (find_field (window, "If there is none, why?"), "On a visit from abroad");
  click (window, "A statin to help prevent");
  wait_until (window->session != NULL);

  consultation = sdm_session_get_consultation (window->session);
  g_assert_false (sdm_consultation_is_practice (consultation));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/family"), ==, "Suharto");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/born"), ==, "1941-06-08");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, sdm_letterhead_get_path (SDM_LETTERHEAD_CLINICIAN_NAME)), ==, NAME);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Evenhand");

  /* Its letter goes nowhere before it is sure who that is. */
  sdm_session_go_to (window->session, SDM_STEP_LETTER);
  wait_until (gtk_widget_is_sensitive (find (GTK_WIDGET (window), is_button, "Save as PDF")));
  click (window, "Save as PDF");
  g_assert_nonnull (find_label (window, "Ask for the name and the date of birth first"));
  sdm_window_close_session (window);
}

/* What was copied leaves the clipboard by itself, and with whoever locks. */
static void
test_clipboard (PageFixture  *fixture,
                gconstpointer data)
{
  SdmWindow    *window = show_signed_in (fixture);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkClipboard *marked = gtk_widget_get_primary_clipboard (GTK_WIDGET (window));
  g_autoptr (SdmSession) session = new_real_session (fixture);
  g_autofree char *said = NULL;

  g_assert_cmpuint (SDM_CLIPBOARD_SECONDS, <=, 60);
  said = sdm_gp_copy (GTK_WIDGET (window), sdm_session_get_consultation (session), get_real (fixture), 0);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  wait_until (gdk_clipboard_get_content (clipboard) == NULL);

  gdk_clipboard_set_text (clipboard, "Arthur");
  gdk_clipboard_set_text (marked, "Arthur");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.lock", NULL);
  wait_until (!is_signed_in (fixture));
  g_assert_null (gdk_clipboard_get_content (clipboard));
  g_assert_null (gdk_clipboard_get_content (marked));
}

/* By itself */

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_auto_lock (PageFixture  *fixture,
                gconstpointer data)
{
  GSettings *settings = sdm_context_get_settings (fixture->context);
  g_autoptr (SdmAutoLock) lock = sdm_auto_lock_new (settings);
  gint64 now = 1000;
  guint  warned = 0, calmed = 0, due = 0;

  sdm_auto_lock_set_time (lock, get_test_time, &now);
  g_signal_connect_swapped (lock, "warned", G_CALLBACK (count_cb), &warned);
  g_signal_connect_swapped (lock, "calmed", G_CALLBACK (count_cb), &calmed);
  g_signal_connect_swapped (lock, "due", G_CALLBACK (count_cb), &due);
  now += G_TIME_SPAN_DAY;
  sdm_auto_lock_check (lock);
  g_assert_cmpuint (due, ==, 0);

  sdm_auto_lock_start (lock);
  now += 5 * G_TIME_SPAN_MINUTE - 20 * G_TIME_SPAN_SECOND - 1;
  sdm_auto_lock_check (lock);
  g_assert_cmpuint (warned, ==, 0);
  now += 1;
  sdm_auto_lock_check (lock);
  sdm_auto_lock_check (lock);
  g_assert_cmpuint (warned, ==, 1);
  sdm_auto_lock_touch (lock);
  g_assert_cmpuint (calmed, ==, 1);

  g_settings_set_uint (settings, "auto-lock-minutes", 1);
  now += G_TIME_SPAN_MINUTE - 1;
  sdm_auto_lock_check (lock);
  g_assert_cmpuint (due, ==, 0);
  /* The key that wakes a computer that slept is too late. */
  now += G_TIME_SPAN_HOUR;
  sdm_auto_lock_touch (lock);
  g_assert_cmpuint (due, ==, 1);

  sdm_auto_lock_stop (lock);
  now += G_TIME_SPAN_HOUR;
  sdm_auto_lock_check (lock);
  g_assert_cmpuint (due, ==, 1);
  g_settings_reset (settings, "auto-lock-minutes");
}

static gboolean
is_spin_button (GtkWidget  *widget,
                const char *text)
{
  return GTK_IS_SPIN_BUTTON (widget);
}

static void
test_preferences (PageFixture  *fixture,
                  gconstpointer data)
{
  GSettings *settings = sdm_context_get_settings (fixture->context);
  GtkWindow *window = sdm_preferences_window_new (fixture->context);
  GtkWidget *minutes;

  gtk_window_present (window);
  minutes = find (GTK_WIDGET (window), is_spin_button, "");
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (minutes)), ==, 5);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (minutes), 16);
  g_assert_cmpuint (g_settings_get_uint (settings, "auto-lock-minutes"), ==, 15);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (minutes), 0);
  g_assert_cmpuint (g_settings_get_uint (settings, "auto-lock-minutes"), ==, 1);
  g_settings_reset (settings, "auto-lock-minutes");
  gtk_window_destroy (window);
}

/* The page of a record goes away like any other, and an amendment of it waits among the drafts. */
static void
test_record_is_locked_away (PageFixture  *fixture,
                            gconstpointer data)
{
  SdmWindow  *window = show_signed_in (fixture);
  SdmSession *session = new_real_session (fixture);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmRecordHead) head = sdm_session_make_head (session, &body);
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 G_GNUC_UNUSED = sdm_record_store_put_aid (get_real (fixture), sdm_aid_get_bytes (fixture->aid), &error);

  sdm_record_store_finalise (get_real (fixture), head, body, &error);
  g_assert_no_error (error);
  g_clear_object (&session);
  sdm_window_show_record (window, SDM_RECORD_STORE_REAL, head->id);
  wait_until (find_label (window, "Version 1, finished by " NAME) != NULL);

  /* There and back. */
  click (window, "Look at all pages");
  wait_until (window->session != NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.home", NULL);
  wait_until (find_label (window, "Version 1, finished by " NAME) != NULL);
  g_assert_null (window->session);
  click (window, "Who saw and changed what");
  wait_until (find_label (window, "That you look at it is in the list") != NULL);
  g_assert_nonnull (find_label (window, "only the talk of"));

  sdm_window_show_record (window, SDM_RECORD_STORE_REAL, head->id);
  wait_until (find_label (window, "Version 1, finished by " NAME) != NULL);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_false (holds_label (GTK_WIDGET (window), "Pell"));

  try_passphrase (window, PASSPHRASE);
  wait_until (find_label (window, "Finished, ") != NULL);
  sdm_window_show_record (window, SDM_RECORD_STORE_REAL, head->id);
  wait_until (find_label (window, "Amend this record") != NULL);
  click (window, "Amend this record");
  wait_until (find_label (window, "You are amending the record of") != NULL);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_false (holds_label (GTK_WIDGET (window), "Pell"));
  try_passphrase (window, PASSPHRASE);
  wait_until (find_label (window, "Amendment, not finished: left at Start") != NULL);
}

int
main (int   argc,
      char *argv[])
{
  main_thread_guard_start ();
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/sign-in/sign-in", PAGE_FIXTURE_FRAILTY_CASE, test_sign_in);
  page_fixture_add ("/pages/sign-in/in-use", PAGE_FIXTURE_FRAILTY_CASE, test_in_use);
  page_fixture_add ("/pages/sign-in/unconfirmed", PAGE_FIXTURE_FRAILTY_CASE, test_unconfirmed);
  page_fixture_add ("/pages/sign-in/set-up", PAGE_FIXTURE_FRAILTY_CASE, test_set_up);
  page_fixture_add ("/threat/09-wrong-patient", PAGE_FIXTURE_FRAILTY_CASE, test_new_patient);
  g_test_add_func ("/pages/sign-in/code-on-paper", test_code_on_paper);
  page_fixture_add ("/pages/sign-in/real-is-kept-apart", PAGE_FIXTURE_FRAILTY_CASE, test_real_is_kept_apart);
  page_fixture_add ("/threat/08-patient-view-is-blanked", PAGE_FIXTURE_FRAILTY_CASE, test_lock);
  page_fixture_add ("/pages/sign-in/record-is-locked-away", PAGE_FIXTURE_DECIDED, test_record_is_locked_away);
  page_fixture_add ("/pages/sign-in/not-saved", PAGE_FIXTURE_FRAILTY_CASE, test_not_saved);
  page_fixture_add ("/pages/sign-in/too-long-is-held", PAGE_FIXTURE_FRAILTY_CASE, test_too_long_is_held);
  page_fixture_add ("/threat/12-clipboard", PAGE_FIXTURE_FRAILTY_CASE, test_clipboard);
  page_fixture_add ("/threat/07-unattended-computer", PAGE_FIXTURE_FRAILTY_CASE, test_auto_lock);
  page_fixture_add ("/pages/sign-in/preferences", PAGE_FIXTURE_FRAILTY_CASE, test_preferences);

  return page_fixture_run ();
}
