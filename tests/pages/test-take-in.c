/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

/* A consultation that comes in a file goes where its kind belongs, and takes nobody's place unasked. */

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static void
answer (const char *heading,
        const char *response)
{
  GtkWidget *dialog;

  wait_until (find_dialog () != NULL);
  dialog = find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, heading);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static GFile *
write_file (PageFixture     *fixture,
            SdmConsultation *consultation)
{
  g_autofree char *path = g_build_filename (fixture->folder, "sent.json", NULL);
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
open_and_wait (SdmWindow *window,
               GFile     *file)
{
  sdm_window_open_file (window, file);
  wait_until (window->session != NULL);
}

static const char *
get_words (SdmWindow *window)
{
  return sdm_consultation_get_text (sdm_session_get_consultation (window->session), "matters/concerns");
}

static void
say_more (SdmWindow *window)
{
  SdmAutosaver *autosaver = sdm_session_get_autosaver (window->session);
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (sdm_session_get_consultation (window->session), "matters/concerns", "Something else", &error));
  g_assert_no_error (error);
  sdm_autosaver_flush (autosaver, &error);
  g_assert_no_error (error);
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
}

static guint
count_drafts (PageFixture       *fixture,
              SdmRecordStoreKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = sdm_record_store_list_drafts (sdm_context_get_store (fixture->context, kind), &error);

  g_assert_no_error (error);
  return drafts->len;
}

/* What is here and what is in the file are asked about, and neither is lost unasked. */
static void
open_twice (SdmWindow *window,
            GFile     *file)
{
  g_autofree char *words = NULL;

  open_and_wait (window, file);
  words = g_strdup (get_words (window));
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
  open_and_wait (window, file); /* as it is here: nothing is asked */
  say_more (window);

  sdm_window_open_file (window, file);
  answer ("Which of the two?", "cancel");
  g_assert_null (window->session);
  sdm_window_open_file (window, file);
  answer ("Which of the two?", "kept");
  wait_until (window->session != NULL);
  g_assert_cmpstr (get_words (window), ==, "Something else");
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
  sdm_window_open_file (window, file);
  answer ("Which of the two?", "file");
  wait_until (window->session != NULL);
  g_assert_cmpstr (get_words (window), ==, words);
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
}

static void
test_practice (PageFixture  *fixture,
               gconstpointer data)
{
  SdmWindow *window = show_window (fixture);
  g_autoptr (GFile) file = write_file (fixture, fixture->consultation);

  open_twice (window, file);
  g_assert_cmpuint (count_drafts (fixture, SDM_RECORD_STORE_PRACTICE), ==, 1);
}

/* Where nothing is set up there is nothing to sign in to. */
static void
test_set_up_first (PageFixture  *fixture,
                   gconstpointer data)
{
  SdmWindow *window = show_window (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);
  g_autoptr (GFile) file = write_file (fixture, sdm_session_get_consultation (session));

  sdm_window_open_file (window, file);
  answer ("There are no records of patients here yet", "go");
  g_assert_nonnull (find_label (window, "Set up for real patients"));
  g_assert_nonnull (window->waiting_real_file);
}

/* It waits for whoever signs in. */
static void
test_sign_in_first (PageFixture  *fixture,
                    gconstpointer data)
{
  SdmWindow *window;
  g_autoptr (SdmSession) session = NULL;
  g_autoptr (GFile) file = NULL;

  make_records (fixture);
  window = show_window (fixture);
  session = new_real_session (fixture);
  file = write_file (fixture, sdm_session_get_consultation (session));
  sdm_window_open_file (window, file);
  answer ("Sign in to open this", "cancel");
  g_assert_null (window->session);
  g_assert_null (window->waiting_real_file);

  sdm_window_open_file (window, file);
  answer ("Sign in to open this", "go");
  try_passphrase (window, PASSPHRASE);
  wait_until (window->session != NULL);
  g_assert_false (sdm_consultation_is_practice (sdm_session_get_consultation (window->session)));
  g_assert_cmpuint (count_drafts (fixture, SDM_RECORD_STORE_REAL), ==, 1);
  g_assert_cmpuint (count_drafts (fixture, SDM_RECORD_STORE_PRACTICE), ==, 0);
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);

  open_twice (window, file);
  g_assert_cmpuint (count_drafts (fixture, SDM_RECORD_STORE_REAL), ==, 1);
}

/* A finished one becomes a record, once; another one under its id changes nothing. */
static void
test_finished (PageFixture  *fixture,
               gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);
  g_autoptr (GFile) file = write_file (fixture, sdm_session_get_consultation (session));
  g_autoptr (GFile) other = NULL;
  g_autoptr (SdmConsultation) changed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      sdm_window_open_file (window, file);
      wait_until (find_label (window, "Version 1, finished by " NAME) != NULL);
      sdm_window_close_session (window);
    }

  bytes = sdm_consultation_to_bytes (sdm_session_get_consultation (session));
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_assert_cmpuint (g_string_replace (text, "\"family\": \"Pell\"", "\"family\": \"Bell\"", 0), ==, 1);
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = g_bytes_new (text->str, text->len);
  changed = sdm_consultation_new_from_bytes (bytes, "changed", &error);
  g_assert_no_error (error);
  other = write_file (fixture, changed);
  sdm_window_open_file (window, other);
  answer ("This could not be taken in", "close");
  sdm_window_show_record (window, SDM_RECORD_STORE_REAL, sdm_consultation_get_id (changed));
  wait_until (find_label (window, "Version 1, finished by " NAME) != NULL);
  g_assert_false (holds_label (GTK_WIDGET (window), "Bell"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/take-in/practice", PAGE_FIXTURE_FRAILTY_CASE, test_practice);
  page_fixture_add ("/pages/take-in/set-up-first", PAGE_FIXTURE_FRAILTY_CASE, test_set_up_first);
  page_fixture_add ("/pages/take-in/sign-in-first", PAGE_FIXTURE_FRAILTY_CASE, test_sign_in_first);
  page_fixture_add ("/pages/take-in/finished", PAGE_FIXTURE_DECIDED, test_finished);

  return page_fixture_run ();
}
