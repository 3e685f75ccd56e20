/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include <sqlite3.h>
#include <string.h>

#include "sdm-clipboard.h"
#include "sdm-consultation-people.h"
#include "sdm-event-words.h"
#include "sdm-events-page.h"
#include "sdm-record-find.h"
#include "sdm-record-heading.h"
#include "sdm-request-page.h"

/* A store with several patients, one of them twice. */

#define FRAILTY "hypertension-in-frailty"
#define NUMBER  "9434765919"

/* Begun so many days before 24 November 2026. */
typedef struct
{
  const char *given;
  const char *family;
  const char *born;
  const char *number; /* NULL: see why */
  const char *aid;    /* NULL: a blank page */
  const char *reviews;
  guint       days_ago;
  gboolean    is_final;
} Talk;

static const Talk talks[] = {
  { "Arthur", "Pell", "1943-03-14", NUMBER, FRAILTY, "2026-11-20 2027-05-24", 30, TRUE },
  { "Arthur", "Pell", "1943-03-14", NUMBER, NULL, NULL, 2, FALSE },
  { "Artur", "Pell", "1943-03-14", NULL, "no-longer-here", "2027-11-23", 10, TRUE },
  { "Agnes", "Pell-Rowe", "1950-01-02", "9434765927", FRAILTY, NULL, 5, TRUE },
  { "Mary", "Okafor", "1968-05-04", NULL, NULL, NULL, 0, FALSE },
};

static GBytes *
make_body (SdmConsultation *consultation,
           const Talk      *talk,
           const char      *id)
{
  g_autoptr (GBytes) bytes = sdm_consultation_to_bytes (consultation);
  g_autoptr (json_t) document = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  json_t *people = json_object_get (document, "people");
  char   *text;

  json_object_set_new (document, "id", json_string (id));
  if (talk->is_final)
    json_object_set_new (people, "needs", json_pack ("[{s:s, s:s}]", "need", "Large print", "met_by", "Letter in 18 point"));
  text = json_dumps (document, JSON_INDENT (1) | JSON_PRESERVE_ORDER);
  return g_bytes_new_take (text, strlen (text));
}

static SdmConsultation *
make_consultation (PageFixture *fixture,
                   const Talk  *talk)
{
  SdmConsultation *consultation = sdm_consultation_new_for_patient (NULL, sdm_context_get_clock (fixture->context));
  const char      *of_number = talk->number != NULL ? talk->number : "On a visit from abroad";
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_given_names (consultation, talk->given, &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/family", talk->family, &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/preferred_name", "Tiger", &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, "people/patient/born", talk->born, &error);
  g_assert_no_error (error);
  sdm_consultation_set_text (consultation, talk->number != NULL ? "people/patient/nhs_number" : "people/patient/nhs_number_missing", of_number, &error);
  g_assert_no_error (error);

  return consultation;
}

static void
keep_talk (PageFixture *fixture,
           const Talk  *talk)
{
  g_autoptr (SdmConsultation) consultation = make_consultation (fixture, talk);
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (consultation);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  head->created -= talk->days_ago * G_TIME_SPAN_DAY;
  g_free (head->id);
  head->id = sdm_record_new_id (head->created);
  body = make_body (consultation, talk, head->id);
  head->step = g_strdup ("options");
  head->aid_id = g_strdup (talk->aid);
  head->aid_sha256 = talk->aid != NULL ? sdm_record_store_put_aid (get_real (fixture), sdm_aid_get_bytes (fixture->aid), &error) : NULL;
  g_assert_no_error (error);
  head->reviews = g_strdup (talk->reviews);
  if (talk->is_final)
    {
      g_free (head->status);
      head->status = g_strdup ("valid");
      sdm_record_store_finalise (get_real (fixture), head, body, &error);
    }
  else
    {
      sdm_record_store_save_draft (get_real (fixture), head, body, &error);
    }
  g_assert_no_error (error);
}

static SdmWindow *
show_filled (PageFixture *fixture)
{
  SdmWindow *window = show_signed_in (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (talks); i++)
    keep_talk (fixture, &talks[i]);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  g_assert_nonnull (window->real_page);

  return window;
}

/* Helpers */

/* What is on screen, a label a line. */
static void
append_labels (GString   *text,
               GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    append_labels (text, child);
}

static char *
read_page (SdmWindow *window)
{
  GString *text = g_string_new (NULL);

  append_labels (text, window->real_page);
  g_string_replace (text, "\u00a0", " ", 0);

  return g_string_free (text, FALSE);
}

static gboolean
says (SdmWindow  *window,
      const char *words)
{
  g_autofree char *text = read_page (window);

  return strstr (text, words) != NULL;
}

static void
assert_in_order (SdmWindow         *window,
                 const char *const *words)
{
  g_autofree char *text = read_page (window);
  const char      *from = text;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *place = strstr (from, words[i]);

      if (place == NULL)
        g_error ("“%s” is not, or not in its place, in:\n%s", words[i], text);
      from = place + strlen (words[i]);
    }
}

static gboolean
is_search (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

static void
look_for (SdmWindow  *window,
          const char *typed)
{
  GtkWidget *search = find (window->real_page, is_search, NULL);

  gtk_editable_set_text (GTK_EDITABLE (search), typed);
  g_signal_emit_by_name (search, "activate");
}

static gboolean
is_icon_button (GtkWidget  *widget,
                const char *text)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL && strstr (gtk_widget_get_tooltip_text (widget), text) != NULL;
}

static void
show_pell (SdmWindow *window)
{
  look_for (window, NUMBER);
  wait_until (says (window, "1 person found"));
  click (window, "Arthur Pell");
  wait_until (says (window, "Who it is"));
}

/* The search */

static const struct
{
  const char *name;
  const char *typed;
  const char *wanted[8];
  const char *unwanted;
} searches[] = {
  { "number", "943 476 5919", { "1 person found", "Arthur Pell", "May be here twice", "Born 14 March 1943 · NHS number 943 476 5919", "A blank page for two", "Provisional", "Provisional, not finished: left at Options", NULL }, "Mary" },
  { "surname", "pell", { "3 people found", "choose the person", "Arthur Pell", "Artur Pell", "Agnes Pell-Rowe", NULL }, "not finished" },
  { "surname-and-day", "pell 2/1/1950", { "1 person found", "Agnes Pell-Rowe", "Talks with this person", "Finished", NULL }, "Arthur" },
  { "both-names", "okafor mary", { "1 person found", "Mary Okafor", "Born 4 May 1968 · no NHS number", "Provisional", NULL }, "Pell" },
  { "nobody", "smith", { "Nobody here has a name that begins so.", "New consultation", NULL }, "found\n" },
  { "nobody-of-the-day", "pell 1/1/1950", { "Nobody here has this name and this date of birth.", NULL }, "Pell-" },
  { "no-such-number", "943 476 5935", { "Nobody here has this NHS number.", NULL }, "Pell-" },
  { "mistyped", "943 476 5918", { "This is no NHS number", NULL }, "found\n" },
  { "half-typed", "943 476", { "An NHS number has ten digits; here are 6.", NULL }, "found\n" },
  { "half-a-day", "pell 14/3", { "After the name, type a date of birth", NULL }, "found\n" },
};

static void
test_search (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("%s", searches[i].name);
      look_for (window, searches[i].typed);
      wait_until (says (window, searches[i].wanted[0]));
      assert_in_order (window, searches[i].wanted);
      g_assert_false (says (window, searches[i].unwanted));
    }
}

/* What was found for something else is gone with the first letter, and comes back never. */
static void
test_newest_question (PageFixture  *fixture,
                      gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);
  GtkWidget *search = find (window->real_page, is_search, NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  guint longest;

  /* The first is answered when the second is asked. */
  look_for (window, "artur");
  drafts = sdm_record_store_list_drafts (get_real (fixture), NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  look_for (window, "agn");
  longest = page_fixture_limit_wait ();
  while (!says (window, "Agnes"))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (says (window, "Artur"));
    }
  g_source_remove (longest);
  gtk_editable_set_text (GTK_EDITABLE (search), "agnes p");
  g_assert_false (says (window, "Agnes"));
  /* Whoever goes on typing is answered after a pause. */
  wait_until (says (window, "Agnes"));

  look_for (window, "pell");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  drafts = sdm_record_store_list_drafts (get_real (fixture), NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (says (window, "Who is found stands here."));
}

static void
test_kinds (PageFixture  *fixture,
            gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  click (window, "Drafts");
  wait_until (says (window, "2 talks found"));
  assert_in_order (window, (const char *[]){ "Mary Okafor", "Provisional", "24 November 2026: A blank page for two", "Arthur Pell", NULL });
  g_assert_nonnull (find (window->real_page, is_icon_button, "All of Arthur Pell"));

  click (window, "Reviews due");
  wait_until (says (window, "1 talk found"));
  assert_in_order (window, (const char *[]){ "Arthur Pell", "Finished · Review planned: 20 November 2026, 24 May 2027", NULL });
  page_fixture_type (find_field (window, "Planned up to the day"), "23/11/2027");
  g_assert_false (says (window, "Arthur Pell"));
  click (window, "Look");
  wait_until (says (window, "talks found"));
  g_assert_true (says (window, "A decision aid that is no longer on this computer: no-longer-here"));

  click (window, "A day");
  wait_until (says (window, "1 talk found"));
  g_assert_true (says (window, "Mary Okafor"));
  page_fixture_type (find_field (window, "Begun on the day"), "yesterday");
  click (window, "Look");
  g_assert_true (says (window, "Type a day such as 24 November 2026"));
  page_fixture_type (find_field (window, "Begun on the day"), "25/11/2026");
  click (window, "Look");
  wait_until (says (window, "No talk was begun then."));

  click (window, "A clinician");
  wait_until (says (window, "5 talks found"));
  page_fixture_type (find_field (window, "Name, as it is typed to sign in"), "Dr Nobody");
  click (window, "Look");
  wait_until (says (window, "Nobody of this name signs in here."));

  click (window, "A decision");
  g_assert_true (says (window, "Choose the decision."));
  page_fixture_type (find_field (window, "Decision, in everyday words"), "blood pressure frail");
  click (window, "Blood pressure");
  wait_until (says (window, "2 talks found"));
  assert_in_order (window, (const char *[]){ "Agnes Pell-Rowe", "Arthur Pell", NULL });
}

/* What cannot be looked for says why, and what to do. */
static void
test_search_fails (PageFixture  *fixture,
                   gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  sdm_record_store_close (get_real (fixture), NULL);
  look_for (window, "pell");
  wait_until (!says (window, "Looking…"));
  g_assert_false (says (window, "found\n"));
  g_assert_true (says (window, "The records are closed."));
}

/* One patient */

static void
test_patient (PageFixture  *fixture,
              gconstpointer data)
{
  SdmWindow       *window = show_filled (fixture);
  SdmConsultation *consultation;

  show_pell (window);
  assert_in_order (window, (const char *[]){ "Arthur Pell", "Needs: Large print (Letter in 18 point)", "This person may be here twice",
                                             "14 March 1943", "943 476 5919", "Tiger", "22 November 2026: A blank page for two", "Provisional",
                                             "25 October 2026: ", "Finished", NULL });
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Evenhand");
  g_assert_null (strstr (adw_window_title_get_title (ADW_WINDOW_TITLE (window->title)), "Pell"));

  /* Back to what was found, which is as it was. */
  click (window, "Back");
  g_assert_true (says (window, "1 person found"));
  look_for (window, "artur");
  wait_until (says (window, "Artur Pell"));
  click (window, "Artur Pell");
  wait_until (says (window, "None: On a visit from abroad"));
  click (window, "Back");

  show_pell (window);
  click (window, "Start a new talk with this person");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Family name"))), ==, "Pell");
  g_assert_false (gtk_widget_is_sensitive (find_field (window, "Family name")));
  click (window, "Use a blank page for two");
  wait_until (window->session != NULL);
  g_assert_null (window->real_page);
  consultation = sdm_session_get_consultation (window->session);
  g_assert_false (sdm_consultation_is_practice (consultation));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/nhs_number"), ==, NUMBER);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/preferred_name"), ==, "Tiger");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/needs/0/need"), ==, "Large print");
  g_assert_false (sdm_consultation_is_person_confirmed (consultation));
  sdm_window_close_session (window);
}

static void
test_draft_goes_on (PageFixture  *fixture,
                    gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  show_pell (window);
  click (window, "22\u00a0November\u00a02026: A blank page for two");
  wait_until (window->session != NULL);
  g_assert_cmpint (sdm_session_get_step (window->session), ==, SDM_STEP_OPTIONS);
  g_assert_null (window->real_page);

  /* The key leads back to the search, and what was open is kept. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  g_assert_null (window->session);
  g_assert_nonnull (window->real_page);
}

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

static GtkWidget *
find_page (SdmWindow *window,
           GType      type)
{
  GtkWidget *stack = adw_bin_get_child (ADW_BIN (window->real_page));
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (stack));

  g_assert_true (g_type_is_a (G_OBJECT_TYPE (page), type));
  return page;
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

  show_pell (window);
  click (window, "Give the person all that is kept");
  wait_until (says (window, "Look through all of it."));
  page = SDM_REQUEST_PAGE (find_page (window, SDM_TYPE_REQUEST_PAGE));
  g_assert_true (says (window, "Arthur Pell · Born 14 March 1943 · NHS number 943 476 5919"));
  g_assert_true (says (window, "What helps, 1: Large print"));
  g_assert_false (says (window, "Okafor"));

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

/* One person twice */

static void
test_join (PageFixture  *fixture,
           gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  show_pell (window);
  click (window, "Look at both");
  wait_until (says (window, "What will happen"));
  assert_in_order (window, (const char *[]){ "Arthur Pell", "943 476 5919", "Artur Pell", "None: On a visit from abroad",
                                             "All 3 talks will stand under: Arthur Pell", "This cannot be undone.",
                                             "The given names are not the same", NULL });
  page_fixture_click (find (window->real_page, is_check, "Keep the other one"));
  g_assert_true (says (window, "All 3 talks will stand under: Artur Pell · Born 14 March 1943 · NHS number 943 476 5919."));
  page_fixture_click (find (window->real_page, is_check, "Keep this one"));

  click (window, "Join both for good");
  g_assert_true (says (window, "Say how you know it"));
  page_fixture_type (find_field (window, "How do you know"), "Same address");
  click (window, "Join both for good");
  g_assert_true (says (window, "Compare both, then tick"));
  page_fixture_click (find (window->real_page, is_check, "I have compared both"));
  click (window, "Join both for good");
  wait_until (says (window, "Who it is"));
  assert_in_order (window, (const char *[]){ "Arthur Pell", "22 November 2026", "14 November 2026", "25 October 2026", NULL });
  g_assert_false (says (window, "This person may be here twice"));

  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  g_assert_true (says (window, "Joined another entry of the same person to this one · because: Same address"));
  click (window, "Back");
  click (window, "Back");
  wait_until (says (window, "1 person found"));
  g_assert_false (says (window, "May be here twice"));
}

static void
type_person (SdmWindow  *window,
             const char *family,
             const char *born,
             const char *number)
{
  page_fixture_type (find_field (window, "Family name"), family);
  page_fixture_type (find_field (window, "Date of birth"), born);
  page_fixture_type (find_field (window, "NHS number"), number);
  page_fixture_type (find_field (window, "If there is none, why?"), *number == '\0' ? "Not known" : "");
}

static void
test_same_person (PageFixture  *fixture,
                  gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-patient", NULL);
  type_person (window, "PELL", "14/3/1943", "");
  wait_until (says (window, "This person may already be here"));
  assert_in_order (window, (const char *[]){ "Somebody with this family name and date of birth is here already.", "Arthur Pell", NULL });
  /* Whoever begins all the same is asked first. */
  click (window, "Use a blank page for two");
  g_assert_null (window->session);
  page_fixture_type (find_field (window, "Date of birth"), "15/3/1943");
  g_assert_false (says (window, "This person may already be here"));

  type_person (window, "Pell", "15/3/1943", NUMBER);
  click (window, "Use a blank page for two");
  wait_until (says (window, "This person may already be here"));
  g_assert_null (window->session);
  g_assert_true (says (window, "This NHS number is here already, with another date of birth."));
  click (window, "Arthur Pell");
  wait_until (says (window, "Who it is"));

  /* Nothing that was typed is lost. */
  click (window, "Back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Date of birth"))), ==, "15/3/1943");
  type_person (window, "Pell", "14/3/1943", "");
  click (window, "Use a blank page for two");
  wait_until (says (window, "This person may already be here"));
  click (window, "Go on as it is");
  wait_until (window->session != NULL);
  sdm_window_close_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-patient", NULL);
  type_person (window, "Somebody", "14/3/1943", "943 476 5943");
  click (window, "Use a blank page for two");
  wait_until (window->session != NULL);
  sdm_window_close_session (window);
}

/* Locking takes all of it away, and a practice talk has none of it. */
static void
test_lock (PageFixture  *fixture,
           gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);
  GtkWidget *page = window->real_page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  show_pell (window);
  sdm_window_toggle_patient_view (window);
  g_assert_false (holds_label (GTK_WIDGET (window->patient_view), "Pell"));
  sdm_window_toggle_patient_view (window);
  click (window, "Who saw and changed what");
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture) && page == NULL);
  g_assert_false (holds_label (GTK_WIDGET (window), "Pell"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  g_assert_nonnull (find_field (window, "Passphrase"));

  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  show_pell (window);
  sdm_window_start_blank (window);
  g_assert_nonnull (window->session);
  g_assert_null (window->real_page);
  g_assert_false (find_label (window, "Pell") != NULL);
  sdm_window_close_session (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/find-patient/search", PAGE_FIXTURE_FRAILTY_CASE, test_search);
  page_fixture_add ("/pages/find-patient/newest-question", PAGE_FIXTURE_FRAILTY_CASE, test_newest_question);
  page_fixture_add ("/pages/find-patient/kinds", PAGE_FIXTURE_FRAILTY_CASE, test_kinds);
  page_fixture_add ("/pages/find-patient/search-fails", PAGE_FIXTURE_FRAILTY_CASE, test_search_fails);
  page_fixture_add ("/pages/find-patient/patient", PAGE_FIXTURE_FRAILTY_CASE, test_patient);
  page_fixture_add ("/pages/find-patient/draft-goes-on", PAGE_FIXTURE_FRAILTY_CASE, test_draft_goes_on);
  page_fixture_add ("/pages/find-patient/events", PAGE_FIXTURE_FRAILTY_CASE, test_events);
  page_fixture_add ("/pages/find-patient/events-leave", PAGE_FIXTURE_FRAILTY_CASE, test_events_leave);
  page_fixture_add ("/threat/21-given-on-request", PAGE_FIXTURE_FRAILTY_CASE, test_given_on_request);
  page_fixture_add ("/pages/find-patient/clipboard-is-others", PAGE_FIXTURE_FRAILTY_CASE, test_clipboard_is_others);
  page_fixture_add ("/pages/find-patient/broken-chain", PAGE_FIXTURE_FRAILTY_CASE, test_broken_chain);
  g_test_add_func ("/pages/find-patient/event-words", test_event_words);
  page_fixture_add ("/pages/find-patient/join", PAGE_FIXTURE_FRAILTY_CASE, test_join);
  page_fixture_add ("/pages/find-patient/same-person", PAGE_FIXTURE_FRAILTY_CASE, test_same_person);
  page_fixture_add ("/pages/find-patient/lock", PAGE_FIXTURE_FRAILTY_CASE, test_lock);

  return page_fixture_run ();
}
