/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "main-thread-guard.h"

#include <string.h>

#include "sdm-letter.h"
#include "sdm-logbook-page.h"
#include "sdm-logbook-paper.h"
#include "sdm-record-practice.h"

/* The logbook, in the window and as it leaves the program. */

#define ID(n) "01a20d11-cc80-7000-8000-00000000000" n

static SdmRecordStore *
get_store (PageFixture *fixture)
{
  return sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
}

static void
put (PageFixture *fixture,
     const char  *id,
     const char  *trainee,
     const char  *case_id,
     const char  *reflection)
{
  g_autoptr (SdmPracticeSession) session = sdm_practice_session_new (id, trainee, "nurse", case_id, sdm_context_get_clock (fixture->context));
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_practice_session_set_reflection (session, reflection, NULL);
  for (guint i = 0; i < SDM_TALK_CHECK_N_ITEMS; i++)
    {
      sdm_practice_session_set_rating (session, SDM_PRACTICE_BEFORE, sdm_talk_check_get_items ()[i].id, 1);
      sdm_practice_session_set_rating (session, SDM_PRACTICE_SELF, sdm_talk_check_get_items ()[i].id, 4);
    }
  sdm_practice_session_set_mentor (session, "Jo Marsh", NULL);
  sdm_practice_session_add_comment (session, "You waited well.", NULL);
  sdm_practice_session_end (session);
  body = sdm_practice_session_to_bytes (session);
  sdm_record_store_put_practice (get_store (fixture), body, &error);
  g_assert_no_error (error);
}

static SdmWindow *
show_logbook (PageFixture *fixture,
              const char  *trainee,
              const char  *awaited)
{
  SdmWindow *window = show_window (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.practice-logbook", "s", trainee);
  wait_until (find_label (window, awaited) != NULL);

  return window;
}

/* Both sheets end with a line of their own, which is written last. */
static gboolean
is_whole (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize            length = 0;

  return g_file_get_contents (path, &bytes, &length, NULL) && length > 0 && bytes[length - 1] == '\n';
}

static char *
save (PageFixture    *fixture,
      SdmWindow      *window,
      SdmLogbookSheet sheet,
      const char     *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  sdm_logbook_page_save_to (SDM_LOGBOOK_PAGE (window->real_page), sheet, file);
  wait_until (is_whole (path));
  g_file_get_contents (path, &bytes, NULL, &error);
  g_assert_no_error (error);

  return bytes;
}

/* Those who begin see where to. */
static void
test_empty (PageFixture  *fixture,
            gconstpointer data)
{
  SdmWindow *window = show_logbook (fixture, "", "Nothing was practised here yet.");

  g_assert_nonnull (find_label (window, "A first half hour"));
  g_assert_nonnull (find_label (window, "Practise to ask what lies behind it"));
  g_assert_null (find (GTK_WIDGET (window), is_button, "Save as PDF"));
}

static void
test_two_trainees (PageFixture  *fixture,
                   gconstpointer data)
{
  SdmWindow       *window;
  g_autofree char *table = NULL;

  put (fixture, ID ("1"), "Ann Lee", "dog-walk", "I waited, and it came.");
  put (fixture, ID ("2"), "Ben Ode", "dog-walk", "=1+1");
  put (fixture, ID ("3"), " ann  LEE", "gone", "The second one.");
  window = show_logbook (fixture, "Ann Lee", "What Ann Lee has practised");
  g_assert_nonnull (find_label (window, "I waited, and it came."));
  g_assert_nonnull (find_label (window, "The second one."));
  g_assert_nonnull (find_label (window, "Jo Marsh wrote"));
  g_assert_nonnull (find_label (window, "Before the first case: Only one way was told of."));
  g_assert_nonnull (find_label (window, "In the latest case: Every way was told of, with its good and bad points."));
  g_assert_null (find_label (window, "=1+1"));
  table = save (fixture, window, SDM_LOGBOOK_CSV, "ann.csv");
  g_assert_nonnull (strstr (table, "I waited"));
  g_assert_null (strstr (table, "1+1"));
  g_assert_null (strstr (table, "Ben"));

  click (window, "Ben Ode");
  wait_until (find_label (window, "What Ben Ode has practised") != NULL);
  g_assert_null (find_label (window, "I waited, and it came."));
  g_free (table);
  table = save (fixture, window, SDM_LOGBOOK_CSV, "ben.csv");
  g_assert_nonnull (strstr (table, "\"'=1+1\""));
}

static void
test_papers (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow       *window;
  g_autofree char *pdf = NULL;
  g_autofree char *certificate = NULL;

  put (fixture, ID ("1"), "Ann Lee", "four-exams", "I *waited*.");
  put (fixture, ID ("2"), "Ann Lee", "corner-shop", "Numbers.");
  window = show_logbook (fixture, "", "What Ann Lee has practised");
  g_assert_null (find (GTK_WIDGET (window), is_button, "Save that page"));
  put (fixture, ID ("3"), "Ann Lee", "ten-minutes", "A no.");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.practice-logbook", "s", "ann lee");
  wait_until (find (GTK_WIDGET (window), is_button, "Save that page") != NULL);
  pdf = save (fixture, window, SDM_LOGBOOK_PDF, "book.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  certificate = save (fixture, window, SDM_LOGBOOK_CERTIFICATE, "done.pdf");
  g_assert_true (g_str_has_prefix (certificate, "%PDF-"));
}

/* The words of the papers, as their plain text has them */

static SdmLogbook *
new_logbook (void)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 10, 0, 0);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (now);
  SdmPracticeSession *session = sdm_practice_session_new (ID ("1"), "Ann **Lee**", "nurse", "dog-walk", clock);

  g_ptr_array_add (sessions, session);
  sdm_practice_session_set_reflection (session, "I waited.\nIt **came**.", NULL);
  sdm_practice_session_set_rating (session, SDM_PRACTICE_SELF, "choice", 3);
  sdm_practice_session_end (session);
  g_hash_table_insert (titles, (gpointer) "dog-walk", (gpointer) "The hill behind the house");

  return sdm_logbook_new (sdm_practice_session_get_trainee (session), sessions, titles);
}

static void
test_words (void)
{
  g_autoptr (SdmLogbook) logbook = new_logbook ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 30, 10, 0, 0);
  SdmTrackCase item = { (char *) "dog-walk", (char *) "why", 10 };
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (SdmTrackCase));
  SdmTrack track = { (char *) "one", (char *) "One *case*", (char *) "Summary", 10, cases };
  g_autoptr (SdmLetterDocument) paper = sdm_logbook_paper_new (logbook, now);
  g_autoptr (SdmLetterDocument) certificate = NULL;
  g_autofree char         *book = sdm_letter_document_to_text (paper);
  g_autofree char         *page = NULL;
  static const char *const marks[] = { "passed", "score", "grade", "points", "excellent" };

  g_array_append_val (cases, item);
  certificate = sdm_logbook_paper_new_certificate (logbook, &track, now);
  page = sdm_letter_document_to_text (certificate);
  g_assert_nonnull (strstr (book, "Ann **Lee**"));
  g_assert_nonnull (strstr (book, "It **came**."));
  g_assert_nonnull (strstr (book, "The hill behind the house"));
  g_assert_nonnull (strstr (book, "It was said that there is a choice."));
  g_assert_nonnull (strstr (page, "One *case*"));
  g_assert_nonnull (strstr (page, "The hill behind the house"));
  g_assert_nonnull (strstr (page, "24 November 2026"));
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    g_assert_null (strstr (page, marks[i]));
}

int
main (int    argc,
      char **argv)
{
  main_thread_guard_start ();
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/logbook/words", test_words);
  page_fixture_add ("/pages/logbook/empty", PAGE_FIXTURE_FRAILTY_CASE, test_empty);
  page_fixture_add ("/pages/logbook/two-trainees", PAGE_FIXTURE_FRAILTY_CASE, test_two_trainees);
  page_fixture_add ("/pages/logbook/papers", PAGE_FIXTURE_FRAILTY_CASE, test_papers);

  return page_fixture_run ();
}
