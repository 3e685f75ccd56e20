/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <glib/gstdio.h>

#include "sdm-consultation-people.h"
#include "sdm-letter-page.h"
#include "sdm-letter-preview.h"
#include "sdm-letter-print.h"

/* Papers in the language of who reads them, and what is asked before one is printed. The sentences are for tests. */

static const char *const tongues[] = { "ar", "pl" };

static char *
dup_catalogue (const char *folder,
               const char *tongue)
{
  return g_build_filename (folder, tongue, "LC_MESSAGES", "evenhand.mo", NULL);
}

static void
make_catalogues (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (tongues); i++)
    {
      g_autofree char *name = g_strconcat (tongues[i], ".po", NULL);
      g_autofree char *from = g_build_filename (g_getenv ("EVENHAND_SOURCE"), "tests/data/tongues", name, NULL);
      g_autofree char *to = dup_catalogue (folder, tongues[i]);
      g_autofree char *below = g_path_get_dirname (to);
      const char      *argv[] = { "msgfmt", "-o", to, from, NULL };
      g_autoptr (GError) error = NULL;
      int status = 0;

      g_assert_cmpint (g_mkdir_with_parents (below, 0700), ==, 0);
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_cmpint (status, ==, 0);
    }
}

static void
remove_catalogues (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (tongues); i++)
    {
      char *path = dup_catalogue (folder, tongues[i]);

      for (guint up = 0; up < 3; up++)
        {
          char *above = g_path_get_dirname (path);

          g_remove (path);
          g_free (path);
          path = above;
        }
      g_free (path);
    }
  g_rmdir (folder);
}

static void
wait_made (PageFixture *fixture)
{
  const guint limit = page_fixture_limit_wait ();

  while (!gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static GtkWidget *
wait_for_choice (PageFixture *fixture,
                 const char  *now)
{
  g_autofree char *name = g_strdup_printf ("Language of the paper: %s", now);
  const guint      limit = page_fixture_limit_wait ();
  GtkWidget       *button;

  while ((button = page_fixture_find_named (fixture, GTK_TYPE_BUTTON, name)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);

  return gtk_widget_get_parent (button);
}

static void
wait_for_label (PageFixture *fixture,
                const char  *text)
{
  const guint limit = page_fixture_limit_wait ();

  while (page_fixture_find_label (fixture, text) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static const char *
find_problem (GtkWidget *widget)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget) && gtk_widget_has_css_class (widget, "problem-card"))
    return gtk_label_get_label (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_problem (child);

  return found;
}

static void
wait_for_problem (PageFixture *fixture,
                  const char  *beginning)
{
  const guint limit = page_fixture_limit_wait ();
  const char *problem;

  while ((problem = find_problem (GTK_WIDGET (fixture->page))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_true (g_str_has_prefix (problem, beginning));
}

static void
wish (PageFixture *fixture,
      const char  *language)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_letter_language (fixture->consultation, language, &error));
  g_assert_no_error (error);
}

static char *
read_words (PageFixture *fixture,
            const char  *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *words = NULL;

  g_file_get_contents (path, &words, NULL, &error);
  g_assert_no_error (error);

  return words;
}

/* What the person would like is chosen by itself, and the clinician's copy goes out with it. */
static void
test_saved_together (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const guint      limit = page_fixture_limit_wait ();
  g_autofree char *words = NULL;
  g_autofree char *copied = NULL;

  wish (fixture, "pl");
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_choice (fixture, "\u2068Polski\u2069 (Polish)");
  wait_made (fixture);
  sdm_letter_page_save_to (SDM_LETTER_PAGE (fixture->page), file);
  while (fixture->said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_cmpstr (fixture->said, ==, "Saved as letter.pdf, and your copy as letter-en-GB.pdf");
  page_fixture_assert_text (fixture, "letter/made/0/language", "pl");
  page_fixture_assert_text (fixture, "letter/made/0/file", "letter.pdf");
  page_fixture_assert_text (fixture, "letter/made/1/language", "en-GB");
  page_fixture_assert_text (fixture, "letter/made/1/file", "letter-en-GB.pdf");
  words = read_words (fixture, "letter.txt");
  g_assert_nonnull (strstr (words, "Twój parasol"));
  copied = read_words (fixture, "letter-en-GB.txt");
  g_assert_nonnull (strstr (copied, "Your umbrella"));
}

/* Who looks at another language changes no wish, and is asked before that goes out. */
static void
test_other_language_is_asked_about (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *choice;
  GtkWindow *dialog;

  wish (fixture, "ar");
  page_fixture_show (fixture, SDM_STEP_LETTER);
  choice = wait_for_choice (fixture, "\u2068العربية\u2069 (Arabic)");
  wait_made (fixture);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  wait_made (fixture);
  page_fixture_assert_text (fixture, "people/letter_wish/language", "ar");
  page_fixture_click (page_fixture_find_button (fixture, "Print"));
  dialog = page_fixture_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, "Test would like \u2068العربية\u2069 (Arabic). This is in English.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "other");
  gtk_window_destroy (dialog);
  wait_for_choice (fixture, "\u2068العربية\u2069 (Arabic)");
}

/* A language that cannot be had leaves a letter in English, and says why. */
static void
test_wish_that_cannot_be_met (PageFixture *fixture, gconstpointer data)
{
  wish (fixture, "gu");
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_choice (fixture, "English");
  wait_made (fixture);
  g_assert_nonnull (page_fixture_find_label (fixture, "Not in the language that the person would like: the program has no words in “gu” yet; print the letter in English, and have it explained."));
}

/* What no font has is refused in the page, by its name. */
static void
test_missing_character_is_named (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  wish (fixture, "pl");
  g_assert_true (sdm_consultation_set_text (fixture->consultation, "people/why_now", "A 漢 in it.", &error));
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_choice (fixture, "\u2068Polski\u2069 (Polish)");
  wait_for_problem (fixture, "The letter cannot be printed: no font has the character “漢” (U+6F22). It stands under “");
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")));
}

static void
test_wish_is_kept (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *choice;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  choice = wait_for_choice (fixture, "English");
  g_assert_nonnull (page_fixture_find_label (fixture, "In which language would you like to read it?"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 2);
  page_fixture_assert_text (fixture, "people/letter_wish/language", "pl");
  page_fixture_assert_named (fixture);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 0);
  page_fixture_assert_text (fixture, "people/letter_wish/language", NULL);
}

/* Where there is only English nothing is asked, and who needs an interpreter is told why. */
static void
test_only_english (PageFixture *fixture, gconstpointer data)
{
  static const char why[] = "The letter is in English: neither the program nor this decision aid is translated yet. Have it explained.";
  g_autoptr (GError) error = NULL;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  g_assert_null (page_fixture_find_label (fixture, "In which language would you like to read it?"));
  g_assert_null (page_fixture_find_label (fixture, why));
  g_assert_true (sdm_consultation_set_flag (fixture->consultation, "start/interpreter/needed", TRUE, &error));
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  wait_for_label (fixture, why);
  g_assert_null (page_fixture_find_label (fixture, "In which language would you like to read it?"));
}

/* Printing */

typedef struct
{
  SdmLetterPreview *preview;
  char             *printer;
  char             *problem;
  gboolean          is_over;
} Printing;

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(SdmLetterPreview **) user_data = sdm_letter_preview_new_finish (result, &error);
  g_assert_no_error (error);
}

static void
printed_cb (const char   *printer,
            const GError *error,
            gpointer      user_data)
{
  Printing *printing = user_data;

  printing->printer = g_strdup (printer);
  printing->problem = error != NULL ? g_strdup (error->message) : NULL;
  printing->is_over = TRUE;
}

static void
make_papers (PageFixture       *fixture,
             const char        *language,
             SdmLetterPreview **preview)
{
  const guint    limit = page_fixture_limit_wait ();
  SdmLetterOrder order = { SDM_LETTER_KIND_LETTER, { .points = 14 }, language, NULL };

  order.aid_file = sdm_aid_library_find_aid (sdm_context_get_library (fixture->context), sdm_aid_get_id (fixture->aid), NULL);
  sdm_letter_preview_new_async (fixture->consultation, fixture->aid, &order, NULL, made_cb, preview);
  while (*preview == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static guint
count_pages (const char *path)
{
  g_autoptr (SdmPaperSource) source = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  source = sdm_paper_source_new (bytes, &error);
  g_assert_no_error (error);

  return sdm_paper_source_get_n_pages (source);
}

static void
print (Printing         *printing,
       GtkPrintSettings *settings,
       const char       *response,
       const char       *body)
{
  const guint limit = page_fixture_limit_wait ();
  GtkWindow  *dialog;

  printing->is_over = FALSE;
  g_clear_pointer (&printing->printer, g_free);
  g_clear_pointer (&printing->problem, g_free);
  sdm_letter_print_on (printing->preview->source, printing->preview->copy != NULL ? printing->preview->copy->source : NULL, "Bożena Król, born 3 May 1950", "evenhand-0", settings, NULL, printed_cb, printing);
  dialog = page_fixture_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, "Print this for Bożena Król, born 3 May 1950?");
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, body);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  while (!printing->is_over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

/* Nothing is sent before it was said whom it is about, where it goes and how much it is; the copy goes with it, and
 * begins on a sheet of its own. */
static void
test_printed_together (PageFixture *fixture, gconstpointer data)
{
  Printing         printing = { NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "printed.pdf", NULL);
  g_autofree char *body = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  guint n;

  make_papers (fixture, "pl", &printing.preview);
  g_assert_nonnull (printing.preview->copy);
  n = printing.preview->n_pages + printing.preview->copy->n_pages;
  body = g_strdup_printf ("Pages of the paper: %u. Pages of your own copy: %u. On the printer “Print to File”.",
                          printing.preview->n_pages, printing.preview->copy->n_pages);
  settings = page_fixture_new_file_printer (path);
  print (&printing, settings, "cancel", body);
  g_assert_null (printing.printer);
  g_assert_null (printing.problem);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  print (&printing, settings, "go", body);
  g_assert_cmpstr (printing.printer, ==, "Print to File");
  g_assert_cmpuint (count_pages (path), ==, n);
  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  print (&printing, settings, "go", body);
  g_assert_cmpuint (count_pages (path), ==, n + printing.preview->n_pages % 2);
  g_remove (path);
  g_free (printing.printer);
  sdm_letter_preview_unref (printing.preview);
}

/* Some of the pages, twice, on a printer that was switched off meanwhile. */
static void
test_printer_that_is_gone (PageFixture *fixture, gconstpointer data)
{
  Printing           printing = { NULL };
  const GtkPageRange some = { 0, 0 };
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();

  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  make_papers (fixture, NULL, &printing.preview);
  g_assert_null (printing.preview->copy);
  gtk_print_settings_set_printer (settings, "Front desk");
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, (GtkPageRange *) &some, 1);
  gtk_print_settings_set_n_copies (settings, 2);
  print (&printing, settings, "go", "1 page, 2 times, on the printer “Front desk”.");
  g_assert_null (printing.printer);
  g_assert_cmpstr (printing.problem, ==, "The printer “Front desk” cannot be reached. Nothing was printed.");
  g_free (printing.problem);
  sdm_letter_preview_unref (printing.preview);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("evenhand-tongues-XXXXXX", NULL);
  int              answer;

  gtk_test_init (&argc, &argv, NULL);
  make_catalogues (folder);
  g_setenv ("EVENHAND_LOCALE_DIR", folder, TRUE);

  page_fixture_add ("/pages/letter-language/saved-together", PAGE_FIXTURE_AS_DRAFT PAGE_FIXTURE_TRANSLATED, test_saved_together);
  page_fixture_add ("/pages/letter-language/other-language-is-asked-about", PAGE_FIXTURE_AS_DRAFT PAGE_FIXTURE_TRANSLATED, test_other_language_is_asked_about);
  page_fixture_add ("/pages/letter-language/wish-that-cannot-be-met", PAGE_FIXTURE_AS_DRAFT PAGE_FIXTURE_TRANSLATED, test_wish_that_cannot_be_met);
  page_fixture_add ("/pages/letter-language/missing-character-is-named", PAGE_FIXTURE_AS_DRAFT PAGE_FIXTURE_TRANSLATED, test_missing_character_is_named);
  page_fixture_add ("/pages/letter-language/wish-is-kept", PAGE_FIXTURE_AS_DRAFT PAGE_FIXTURE_TRANSLATED, test_wish_is_kept);
  page_fixture_add ("/pages/letter-language/only-english", PAGE_FIXTURE_FRAILTY_CASE, test_only_english);
  page_fixture_add ("/pages/letter-language/printed-together", PAGE_FIXTURE_AS_DRAFT PAGE_FIXTURE_TRANSLATED, test_printed_together);
  page_fixture_add ("/pages/letter-language/printer-that-is-gone", PAGE_FIXTURE_AS_DRAFT PAGE_FIXTURE_TRANSLATED, test_printer_that_is_gone);

  answer = page_fixture_run ();
  remove_catalogues (folder);

  return answer;
}
