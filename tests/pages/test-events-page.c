/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filled-records.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "sdm-clipboard.h"
#include "sdm-event-words.h"
#include "sdm-events-page.h"
#include "sdm-record-find.h"
#include "sdm-record-versions.h"
#include "sdm-request-page.h"

/* Who saw and changed what */

static void
test_events (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  show_pell (window);
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  assert_in_order (window, (const char *[]){ "Arthur Pell · Born 14 March 1943 · NHS number 943 476 5919",
                                             NAME " (GP)", "Looked at this list of who saw and changed what",
                                             "Opened the page of this person", "Found this person by NHS number",
                                             "Began the talk · the talk of ", "Finished the talk and kept it", NULL });
  g_assert_false (says (window, "Okafor"));

  click (window, "Back");
  page_fixture_click (find (window->real_page, is_icon_button, "changed the talk of 25"));
  wait_until (says (window, "That you look at it is in the list"));
  g_assert_true (says (window, "only the talk of"));
  g_assert_true (says (window, "Finished the talk and kept it"));
  g_assert_false (says (window, "Found this person"));
  click (window, "Show all of this person");
  g_assert_true (says (window, "Found this person"));
}

static gboolean
is_ticked (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) && holds_label (widget, text);
}

/* Giving the list out is in it, before it is out. */
static void
test_events_leave (PageFixture  *fixture,
                   gconstpointer data)
{
  SdmWindow       *window = show_filled (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "list.txt", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "list.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) no_file = g_file_new_for_path (nowhere);
  g_autofree char *text = NULL;
  GdkClipboard    *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GValue           value = G_VALUE_INIT;
  SdmEventsPage   *page;

  show_pell (window);
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  page = SDM_EVENTS_PAGE (find_page (window, SDM_TYPE_EVENTS_PAGE));
  sdm_events_page_save_to (page, file);
  wait_until (find_label (window, "Saved as list.txt") != NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "Who saw and changed what\nArthur Pell"));
  g_assert_nonnull (strstr (text, "Finished the talk and kept it"));
  g_assert_nonnull (strstr (text, "by " NAME));
  sdm_events_page_save_to (page, no_file);
  wait_until (find_label (window, "The list was not saved") != NULL);

  click (window, "Copy");
  wait_until (find_label (window, "It stays on the clipboard for a minute.") != NULL);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, NULL));
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), "Who saw and changed what\n"));
  g_value_unset (&value);
  sdm_clipboard_take_back (clipboard, gdk_clipboard_get_content (clipboard));
  g_assert_null (gdk_clipboard_get_content (clipboard));

  click (window, "Back");
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  assert_in_order (window, (const char *[]){ "Copied or saved this list", "Copied or saved this list", "Copied or saved this list", NULL });
}

/* Answers the question that comes before printing, and sees that it names all there is to name. */
static void
answer_print (const char *answer)
{
  GtkWindow *dialog;

  wait_until (page_fixture_find_dialog () != NULL);
  dialog = page_fixture_find_dialog ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Print this for Arthur Pell · Born 14\u00a0March\u00a01943 · NHS number 943\u00a0476\u00a05919?");
  g_assert_true (g_str_has_suffix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), " on the printer “Print to File”."));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), answer);
  gtk_window_destroy (dialog);
}

/* The list goes the way of a letter: who, the printer and the pages are named first, and the printer is noted. */
static void
test_events_printed (PageFixture  *fixture,
                     gconstpointer data)
{
  SdmWindow       *window = show_filled (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "list.pdf", NULL);
  g_autoptr (GtkPrintSettings) settings = page_fixture_new_file_printer (path);
  SdmEventsPage *page;

  show_pell (window);
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  page = SDM_EVENTS_PAGE (find_page (window, SDM_TYPE_EVENTS_PAGE));
  sdm_events_page_print (page, settings);
  answer_print ("cancel");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  sdm_events_page_print (page, settings);
  answer_print ("go");
  wait_until (find_label (window, "Sent to the printer") != NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  click (window, "Back");
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  assert_in_order (window, (const char *[]){ "Looked at this list", "Printed this list of who saw and changed what · Print to File, SHA-256 ", "Looked at this list", NULL });
  g_remove (path);
}

/* A question that names the person does not stay when the records are locked. */
static void
test_locked_before_printed (PageFixture  *fixture,
                            gconstpointer data)
{
  SdmWindow       *window = show_filled (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "list.pdf", NULL);
  g_autoptr (GtkPrintSettings) settings = page_fixture_new_file_printer (path);
  GtkWidget *page;

  show_pell (window);
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  sdm_events_page_print (SDM_EVENTS_PAGE (find_page (window, SDM_TYPE_EVENTS_PAGE)), settings);
  wait_until (page_fixture_find_dialog () != NULL);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  g_assert_null (page_fixture_find_dialog ());

  /* Locked while the pages are being made. */
  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  show_pell (window);
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  page = find_page (window, SDM_TYPE_EVENTS_PAGE);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  sdm_events_page_print (SDM_EVENTS_PAGE (page), settings);
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture) && page == NULL);
  g_assert_null (page_fixture_find_dialog ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The one finished talk of Arthur Pell with another name to be called by. */
static void
amend_talk (PageFixture *fixture)
{
  g_autoptr (GPtrArray) heads = sdm_record_store_list_finished (get_real (fixture), NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < heads->len; i++)
    {
      const SdmRecordHead *listed = g_ptr_array_index (heads, i);
      g_autoptr (SdmRecordHead) head = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GBytes) amended = NULL;
      g_autoptr (SdmConsultation) consultation = NULL;

      if (!g_str_equal (listed->patient, "Arthur Pell"))
        continue;
      sdm_record_store_load (get_real (fixture), listed->id, &head, &body, &error);
      g_assert_no_error (error);
      consultation = sdm_consultation_new_from_bytes (body, "talk", &error);
      g_assert_no_error (error);
      sdm_consultation_set_text (consultation, "people/patient/preferred_name", "Lion", &error);
      g_assert_no_error (error);
      amended = sdm_consultation_to_bytes (consultation);
      sdm_record_store_add_version (get_real (fixture), SDM_RECORD_CHANGE_AMENDED, head, amended, "He is Lion now.", &error);
      g_assert_no_error (error);
    }
}

/* All that is kept of a person: looked through first, and without what is taken out; that it was given is noted. */
static void
test_given_on_request (PageFixture  *fixture,
                       gconstpointer data)
{
  SdmWindow       *window = show_filled (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "kept.pdf", NULL);
  g_autofree char *words_path = g_build_filename (fixture->folder, "kept.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *words = NULL;
  SdmRequestPage  *page;

  amend_talk (fixture);
  show_pell (window);
  click (window, "Give the person all that is kept");
  wait_until (says (window, "Look through all of it."));
  page = SDM_REQUEST_PAGE (find_page (window, SDM_TYPE_REQUEST_PAGE));
  g_assert_true (says (window, "Arthur Pell · Born 14 March 1943 · NHS number 943 476 5919"));
  g_assert_true (says (window, "What helps, 1: Large print"));
  g_assert_false (says (window, "Okafor"));
  assert_in_order (window, (const char *[]){ "Version 2, amended by", "Why: He is Lion now.", "Lion", "Version 1, finished by", "This was different in it:", "Tiger", NULL });

  sdm_request_page_save_to (page, file);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *check = find (window->real_page, is_ticked, "Tiger");

      g_assert_nonnull (check);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (window->real_page, is_check, "I have looked through all of it")), TRUE);
  sdm_request_page_save_to (page, file);
  wait_until (find_label (window, "Saved as kept.pdf") != NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (words_path, &words, NULL, NULL));
  g_assert_nonnull (strstr (words, "What we keep about you"));
  g_assert_nonnull (strstr (words, "Large print"));
  g_assert_nonnull (strstr (words, "NHS number: 943 476 5919"));
  g_assert_nonnull (strstr (words, "Options beside each other, 1: Carry on as now"));
  g_assert_nonnull (strstr (words, "Why: He is Lion now."));
  g_assert_nonnull (strstr (words, "What would you like to be called?: left out."));
  g_assert_nonnull (strstr (words, "2 things are left out"));
  g_assert_nonnull (strstr (words, "Finished the talk and kept it"));
  g_assert_null (strstr (words, "Tiger"));

  click (window, "Back");
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  g_assert_true (says (window, "Gave the person all that is kept of them"));
}

static void
test_clipboard_is_others (PageFixture  *fixture,
                          gconstpointer data)
{
  SdmWindow          *window = show_window (fixture);
  GdkClipboard       *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentProvider *lent = sdm_clipboard_lend (clipboard, "about somebody", SDM_CLIPBOARD_SECONDS);

  gdk_clipboard_set_text (clipboard, "something else");
  sdm_clipboard_take_back (clipboard, lent);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
  gdk_clipboard_set_content (clipboard, NULL);
}

/* The pages for the person are printed as the list is. */
static void
test_request_printed (PageFixture  *fixture,
                      gconstpointer data)
{
  SdmWindow       *window = show_filled (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "kept.pdf", NULL);
  g_autoptr (GtkPrintSettings) settings = page_fixture_new_file_printer (path);
  SdmRequestPage *page;

  show_pell (window);
  click (window, "Give the person all that is kept");
  wait_until (says (window, "Look through all of it."));
  page = SDM_REQUEST_PAGE (find_page (window, SDM_TYPE_REQUEST_PAGE));
  sdm_request_page_print (page, settings);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (window->real_page, is_check, "I have looked through all of it")), TRUE);
  g_assert_null (page_fixture_find_dialog ());
  sdm_request_page_print (page, settings);
  answer_print ("cancel");
  wait_until (gtk_widget_is_sensitive (find (window->real_page, is_button, "Save as PDF")));
  sdm_request_page_print (page, settings);
  answer_print ("go");
  wait_until (find_label (window, "Sent to the printer") != NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  click (window, "Back");
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  assert_in_order (window, (const char *[]){ "Looked at this list", "Gave the person all that is kept of them · Print to File, SHA-256 ", ", left out ", NULL });
  g_remove (path);
}

/* As somebody who has the file and not the key. */
static void
tamper (PageFixture *fixture,
        SdmWindow   *window,
        const char  *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, "records.db", NULL);
  sqlite3         *db = NULL;

  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture));
  sdm_record_store_close (get_real (fixture), NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DROP TRIGGER IF EXISTS audit_not_updated", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  show_pell (window);
  click (window, "Who saw and changed what");
}

/* A list that is not as it was written says so in its place; where only the chain is broken, when it is followed. */
static void
test_broken_chain (PageFixture  *fixture,
                   gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_DRAFTS, NULL);

  /* Whoever signs in looks at the last hundred links. */
  for (guint i = 0; i < 110; i++)
    sdm_record_found_free (sdm_record_store_find (get_real (fixture), query, NULL));
  show_pell (window);
  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  click (window, "Check that nothing is missing");
  wait_until (says (window, "nothing was left out"));

  tamper (fixture, window, "UPDATE audit SET mac = zeroblob (32) WHERE seq = 5");
  wait_until (says (window, "That you look at it is in the list"));
  click (window, "Check that nothing is missing");
  wait_until (says (window, "The list of who saw and did what is not as it was written."));

  tamper (fixture, window, "UPDATE audit SET event = CAST (substr (event, 1, 60) || x'00' || substr (event, 62) AS BLOB) WHERE seq < 15");
  wait_until (says (window, "The list of who saw and did what is not as it was written."));
  g_assert_false (says (window, "Opened the page of this person"));
  g_assert_null (find (GTK_WIDGET (window), is_button, "Save as text"));
}

/* No code is written that nobody can read: all of them stand in one header. */
static void
assert_all_codes_have_words (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("EVENHAND_SOURCE"), "app/records/sdm-record-audit-private.h", NULL);
  g_autofree char *header = NULL;
  g_autoptr (GRegex) code = g_regex_new ("#define SDM_RECORD_AUDIT_[A-Z_]+ +\"([a-z-]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_codes = 0;

  g_assert_true (g_file_get_contents (path, &header, NULL, NULL));
  for (g_regex_match (code, header, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 1);

      if (sdm_event_words_get_code (word) == NULL)
        g_error ("The event “%s” has no words", word);
      n_codes++;
    }
  g_assert_cmpuint (n_codes, >=, 24);
}

static void
test_event_words (void)
{
  g_autoptr (SdmRecordEvent) event = sdm_record_event_new ("archive");
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;

  assert_all_codes_have_words ();

  event->record = g_strdup ("019ab3c4-1a00-7000-8000-000000000000");
  event->version = 2;
  event->reason = g_strdup ("asked for");
  event->time = G_GINT64_CONSTANT (1795516205000000);
  event->offset = 330;
  event->clock_went_back = TRUE;
  what = sdm_event_words_dup_what (event, NULL);
  g_assert_true (g_str_has_prefix (what, "Something that only a newer version of Evenhand can explain: archive · the talk of "));
  g_assert_true (g_str_has_suffix (what, ", version 2 · because: asked for"));
  g_clear_pointer (&what, g_free);
  g_free (event->code);
  event->code = g_strdup ("print");
  event->outcome = g_strdup ("Reception");
  what = sdm_event_words_dup_what (event, NULL);
  g_assert_true (g_str_has_prefix (what, "Printed a paper · the talk of "));
  g_assert_nonnull (strstr (what, " · Reception · because: asked for"));
  when = sdm_event_words_dup_when (event);
  g_assert_cmpstr (when, ==, "24\u00a0November\u00a02026, 16:00:05 (by a clock that had gone back)");
  who = sdm_event_words_dup_who (event);
  g_assert_cmpstr (who, ==, "Somebody with the recovery code");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/events-page/list", PAGE_FIXTURE_FRAILTY_CASE, test_events);
  page_fixture_add ("/pages/events-page/leave", PAGE_FIXTURE_FRAILTY_CASE, test_events_leave);
  page_fixture_add ("/threat/10-list-printed", PAGE_FIXTURE_FRAILTY_CASE, test_events_printed);
  page_fixture_add ("/threat/07-locked-before-printed", PAGE_FIXTURE_FRAILTY_CASE, test_locked_before_printed);
  page_fixture_add ("/pages/events-page/request-printed", PAGE_FIXTURE_FRAILTY_CASE, test_request_printed);
  page_fixture_add ("/threat/21-given-on-request", PAGE_FIXTURE_FRAILTY_CASE, test_given_on_request);
  page_fixture_add ("/pages/events-page/clipboard-is-others", PAGE_FIXTURE_FRAILTY_CASE, test_clipboard_is_others);
  page_fixture_add ("/pages/events-page/broken-chain", PAGE_FIXTURE_FRAILTY_CASE, test_broken_chain);
  g_test_add_func ("/pages/events-page/event-words", test_event_words);

  return page_fixture_run ();
}
