/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#include "sdm-document-page.h"
#include "sdm-document-view.h"
#include "sdm-letter-page.h"
#include "sdm-paper-picture.h"
#include "sdm-paper-source.h"

static GtkWidget *
find_document (GtkWidget *widget)
{
  if (SDM_IS_DOCUMENT_VIEW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_document (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
wait_for_letter (PageFixture *fixture)
{
  const guint limit = page_fixture_limit_wait ();
  GtkWidget  *document = find_document (GTK_WIDGET (fixture->page));

  while (sdm_document_view_get_n_pages (SDM_DOCUMENT_VIEW (document)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static GtkWidget *
find_problem (GtkWidget *widget)
{
  if (gtk_widget_get_visible (widget) && gtk_widget_has_css_class (widget, "problem-card"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_problem (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
wait_for_word (PageFixture *fixture)
{
  const guint limit = page_fixture_limit_wait ();

  while (fixture->said == NULL && find_problem (GTK_WIDGET (fixture->page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

/* Every PDF has its words beside it. */
static void
assert_words_beside (PageFixture *fixture,
                     const char  *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &words, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (words, "End of letter.\n") || g_str_has_suffix (words, "End of plan.\n"));
}

static void
make_draft (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (fixture->consultation, "status", "in-progress", &error));
  g_assert_no_error (error);
}

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_LETTER);
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_LETTER);
  page_fixture_assert_inputs_insensitive (fixture);
}

static void
test_saved_as_shown (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")));
  wait_for_letter (fixture);
  g_assert_true (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")));
  sdm_letter_page_save_to (SDM_LETTER_PAGE (fixture->page), file);
  wait_for_word (fixture);
  g_assert_cmpstr (fixture->said, ==, "Saved as letter.pdf");

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  page_fixture_assert_text (fixture, "letter/made/0/sha256", sha256);
  page_fixture_assert_text (fixture, "letter/made/0/file", "letter.pdf");
  page_fixture_assert_text (fixture, "letter/made/0/format", "large");
  assert_words_beside (fixture, "letter.txt");
}

static GtkWidget *
find_drop_down (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_DROP_DOWN (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_drop_down (child);

  return found;
}

/* Another paper is shown, saved as it is shown, and kept as what it is. */
static void
test_plan_card (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "card.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;
  guint limit;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  g_assert_nonnull (page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Which paper: Letter"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop_down (GTK_WIDGET (fixture->page))), 1);
  g_assert_nonnull (page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Which paper: Plan card, half a page"));
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")));
  limit = page_fixture_limit_wait ();
  while (!gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  sdm_letter_page_save_to (SDM_LETTER_PAGE (fixture->page), file);
  wait_for_word (fixture);
  g_assert_cmpstr (fixture->said, ==, "Saved as card.pdf");

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  page_fixture_assert_text (fixture, "letter/made/0/sha256", sha256);
  page_fixture_assert_text (fixture, "letter/made/0/kind", "plan-card");
  assert_words_beside (fixture, "card.txt");
}

static void
wait_made (PageFixture *fixture)
{
  const guint limit = page_fixture_limit_wait ();

  while (!gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

/* Each paper can be looked at, and saved as what it is. The person of this talk needs 18 points; the GP does not. */
static void
test_every_paper (PageFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint       position;
    const char *kind; /* of the record; NULL for none */
    int         size;
  } papers[] = { { 2, "grid", 18 }, { 3, "before-we-meet", 18 }, { 4, "still-right", 18 }, { 5, "gp-copy", 14 }, { 6, NULL, 14 } };
  guint n = 0;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *name = g_strdup_printf ("paper-%u.pdf", i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *kind = g_strdup_printf ("letter/made/%u/kind", n);
      g_autofree char *size = g_strdup_printf ("letter/made/%u/size", n);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop_down (GTK_WIDGET (fixture->page))), papers[i].position);
      wait_made (fixture);
      g_clear_pointer (&fixture->said, g_free);
      sdm_letter_page_save_to (SDM_LETTER_PAGE (fixture->page), file);
      wait_for_word (fixture);
      g_assert_nonnull (fixture->said);
      page_fixture_assert_text (fixture, kind, papers[i].kind);
      if (papers[i].kind == NULL)
        continue;
      g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, size, 0), ==, papers[i].size);
      n++;
    }
}

static void
answer (GtkWindow  *dialog,
        const char *response)
{
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
}

static void
choose_size (PageFixture *fixture,
             const char  *now,
             guint        position)
{
  GtkWidget *button = page_fixture_find_named (fixture, GTK_TYPE_BUTTON, now);

  g_assert_nonnull (button);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_parent (button)), position);
  wait_made (fixture);
}

/* Another format than the person needs is asked about first, in words, and what they need is one step away. */
static void
test_other_format_is_asked_about (PageFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  choose_size (fixture, "Size of the type: 18 point, large print", 1);
  g_assert_nonnull (page_fixture_find_label (fixture, "Arthur needs this: 18 point."));
  page_fixture_click (page_fixture_find_button (fixture, "Save as PDF"));
  dialog = page_fixture_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==, "Arthur needs this: 18 point. You chose 14 point.");
  g_assert_cmpstr (adw_message_dialog_get_response_label (ADW_MESSAGE_DIALOG (dialog), "other"), ==, "Use 18 point");
  answer (dialog, "other");
  g_assert_nonnull (page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Size of the type: 18 point, large print"));
  page_fixture_assert_text (fixture, "letter/made/0/sha256", NULL);
}

/* What should be mended stands beside the letter, leads to its field, and may be kept with a reason. */
static void
test_findings (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;
  GtkWidget *go;

  make_draft (fixture);
  g_assert_true (sdm_consultation_set_text (fixture->consultation, "people/why_now", "Your son refuses to help.", &error));
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  g_assert_nonnull (page_fixture_find_label (fixture, "“refuses”: say “chose not to”"));

  page_fixture_click (page_fixture_find_button (fixture, "Print"));
  dialog = page_fixture_find_dialog ();
  g_assert_nonnull (dialog);
  answer (dialog, "cancel");

  page_fixture_click (page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Keep it, because…: “refuses”: say “chose not to”"));
  dialog = page_fixture_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go"));
  answer (dialog, "cancel");
  page_fixture_assert_text (fixture, "letter/overrides/0/rule", NULL);

  go = page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Go there: “refuses”: say “chose not to”");
  page_fixture_click (go);
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_PEOPLE);
}

static gboolean
has_words (SdmDocumentView *view,
           const char      *words)
{
  GListModel *pages = sdm_document_view_get_pages (view);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (SdmDocumentPage) page = g_list_model_get_item (pages, i);

      if (strstr (sdm_document_page_get_text (page), words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
count_cb (guint *count)
{
  *count += 1;
}

/* What changes in the talk while the letter is in sight changes the letter, and who types on and on sees it grow. */
static void
test_follows_the_talk (PageFixture *fixture, gconstpointer data)
{
  static const char *const reasons[] = { "My dog comes first.", "My dog comes first. My walks come next." };
  g_autoptr (GError) error = NULL;
  SdmDocumentView *view;
  guint            limit;
  guint            n_made = 0;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  view = SDM_DOCUMENT_VIEW (find_document (GTK_WIDGET (fixture->page)));
  g_signal_connect_swapped (view, "notify::pages", G_CALLBACK (count_cb), &n_made);
  limit = page_fixture_limit_wait ();
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_assert_true (sdm_consultation_set_text (fixture->consultation, "plan/why", reasons[i], &error));
  while (!has_words (view, "My walks come next."))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_cmpuint (n_made, ==, 2);
  g_signal_handlers_disconnect_by_data (view, &n_made);
}

/* What is printed is what stands in the record, and so Print waits for the letter that is being made. */
static void
test_print_waits (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog = NULL;
  guint      limit;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  g_assert_true (sdm_consultation_set_text (fixture->consultation, "people/why_now", "Your son refuses to help.", &error));
  page_fixture_click (page_fixture_find_button (fixture, "Print"));
  g_assert_null (page_fixture_find_dialog ());
  limit = page_fixture_limit_wait ();
  while ((dialog = page_fixture_find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_true (has_words (SDM_DOCUMENT_VIEW (find_document (GTK_WIDGET (fixture->page))), "Your son refuses to help."));
  answer (dialog, "cancel");
}

/* Who presses Print and is on another page before the letter is made is not asked there. */
static void
test_left_before_made (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SdmDocumentView *view;
  guint            limit;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  view = SDM_DOCUMENT_VIEW (find_document (GTK_WIDGET (fixture->page)));
  g_assert_true (sdm_consultation_set_text (fixture->consultation, "people/why_now", "Your son refuses to help.", &error));
  page_fixture_click (page_fixture_find_button (fixture, "Print"));
  gtk_widget_set_visible (GTK_WIDGET (fixture->page), FALSE);
  limit = page_fixture_limit_wait ();
  while (!has_words (view, "Your son refuses to help."))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_null (page_fixture_find_dialog ());
}

/* Pages are drawn off the main thread, at the size at which they are seen. */
static void
test_drawn_at_its_size (PageFixture *fixture, gconstpointer data)
{
  SdmDocumentView *view;
  guint            limit;
  g_autoptr (SdmDocumentPage) page = NULL;
  SdmPaperPicture *picture;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  view = SDM_DOCUMENT_VIEW (find_document (GTK_WIDGET (fixture->page)));
  page = g_list_model_get_item (sdm_document_view_get_pages (view), 0);
  /* Who does not see it hears what the page says, and not its foot. */
  g_assert_nonnull (strstr (sdm_document_page_get_text (page), "\nMr Arthur James Pell\n"));
  g_assert_nonnull (strstr (sdm_document_page_get_text (page), "\nDear Arthur,\n"));
  g_assert_null (strstr (sdm_document_page_get_text (page), "Page 1 of"));
  picture = SDM_PAPER_PICTURE (sdm_document_page_get_picture (page));
  for (guint zoom = 0; zoom < 2; zoom++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

      gdk_paintable_snapshot (GDK_PAINTABLE (picture), snapshot, 200 + 50 * zoom, 300 + 75 * zoom);
      g_assert_false (sdm_paper_picture_is_drawn (picture));
      limit = page_fixture_limit_wait ();
      while (!sdm_paper_picture_is_drawn (picture))
        g_main_context_iteration (NULL, TRUE);
      g_source_remove (limit);
    }
}

/* The choice may be another one before the file is there, and the next paper be made already. */
static void
test_kept_as_what_was_saved (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  sdm_letter_page_save_to (SDM_LETTER_PAGE (fixture->page), file);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_drop_down (GTK_WIDGET (fixture->page))), 1);
  wait_for_word (fixture);
  page_fixture_assert_text (fixture, "letter/made/0/file", "letter.pdf");
  page_fixture_assert_text (fixture, "letter/made/0/kind", NULL);
}

static void
test_told_why_not_saved (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  sdm_letter_page_save_to (SDM_LETTER_PAGE (fixture->page), folder);
  wait_for_word (fixture);
  g_assert_null (fixture->said);
  g_assert_nonnull (find_problem (GTK_WIDGET (fixture->page)));
  page_fixture_assert_text (fixture, "letter/made/0/sha256", NULL);
  g_assert_true (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")));
}

static void
test_past_review_is_not_printed (PageFixture *fixture, gconstpointer data)
{
  make_draft (fixture);
  sdm_clock_advance (sdm_context_get_clock (fixture->context), (GTimeSpan) 20 * 366 * G_TIME_SPAN_DAY);
  page_fixture_show (fixture, SDM_STEP_LETTER);
  wait_for_letter (fixture);
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Save as PDF")));
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Print")));
}

static void
test_copies_are_kept (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_LETTER);
  page_fixture_type (page_fixture_find_field (fixture, "Who else gets a copy?"), "His sister");
  page_fixture_click (page_fixture_find_button (fixture, "Add"));
  page_fixture_assert_text (fixture, "letter/copies_to/0", "His sister");
  page_fixture_click (page_fixture_find_button (fixture, "Take this copy out"));
  page_fixture_assert_text (fixture, "letter/copies_to/0", NULL);
  sdm_session_undo (fixture->session);
  g_assert_nonnull (page_fixture_find_label (fixture, "His sister"));
}

static cairo_status_t
take_bytes (void                *closure,
            const unsigned char *bytes,
            unsigned int         length)
{
  g_byte_array_append (closure, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Black all over, with words on it, so that it takes a while to draw. */
static GBytes *
make_black_pages (void)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, 595, 842);
  cairo_t         *cr = cairo_create (surface);

  for (guint page = 0; page < 3; page++)
    {
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_paint (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      for (guint line = 0; line < 80; line++)
        {
          cairo_move_to (cr, 20, 10 * line + 20);
          cairo_show_text (cr, "We agreed that you would think about it until Friday.");
        }
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static guchar
draw_first_dot (SdmPaperSource *source)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t         *cr = cairo_create (surface);
  guchar           dot;

  sdm_paper_source_draw (source, 0, cr);
  cairo_surface_flush (surface);
  dot = *cairo_image_surface_get_data (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return dot;
}

G_GNUC_NORETURN static gpointer
read_on (gpointer user_data)
{
  SdmPaperSource  *source = user_data;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 595, 842);
  cairo_t         *cr = cairo_create (surface);

  for (;;)
    sdm_paper_source_draw (source, 1, cr);
}

/* Once stopped, nothing is read, and a thread that still asks does no harm. */
static void
stop_while_reading (void)
{
  g_autoptr (GBytes) pdf = make_black_pages ();
  g_autoptr (GError) error = NULL;
  static SdmPaperSource *source; /* for threads that never end */

  source = sdm_paper_source_new (pdf, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sdm_paper_source_get_n_pages (source), ==, 3);
  g_assert_cmpuint (draw_first_dot (source), ==, 255);
  for (guint i = 0; i < 4; i++)
    g_thread_unref (g_thread_new ("reads on", read_on, source));

  sdm_paper_source_stop ();
  g_assert_cmpuint (draw_first_dot (source), ==, 0);
  g_assert_null (sdm_paper_source_new (pdf, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

/* Whoever closes the window while the letter is being drawn does not see the program crash. */
static void
test_stop_while_reading (void)
{
  if (g_test_subprocess ())
    {
      stop_while_reading ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/letter/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/letter/named-when-decided", PAGE_FIXTURE_DECIDED, test_named);
  page_fixture_add ("/pages/letter/read-only", PAGE_FIXTURE_DECIDED, test_read_only);
  page_fixture_add ("/pages/letter/saved-as-shown", PAGE_FIXTURE_DECIDED, test_saved_as_shown);
  page_fixture_add ("/pages/letter/plan-card", PAGE_FIXTURE_DECIDED, test_plan_card);
  page_fixture_add ("/pages/letter/every-paper", PAGE_FIXTURE_DECIDED, test_every_paper);
  page_fixture_add ("/pages/letter/other-format-is-asked-about", PAGE_FIXTURE_DECIDED, test_other_format_is_asked_about);
  page_fixture_add ("/pages/letter/findings", PAGE_FIXTURE_DECIDED, test_findings);
  page_fixture_add ("/pages/letter/follows-the-talk", PAGE_FIXTURE_DECIDED, test_follows_the_talk);
  page_fixture_add ("/pages/letter/print-waits", PAGE_FIXTURE_DECIDED, test_print_waits);
  page_fixture_add ("/pages/letter/left-before-made", PAGE_FIXTURE_DECIDED, test_left_before_made);
  page_fixture_add ("/pages/letter/drawn-at-its-size", PAGE_FIXTURE_DECIDED, test_drawn_at_its_size);
  page_fixture_add ("/pages/letter/kept-as-what-was-saved", PAGE_FIXTURE_DECIDED, test_kept_as_what_was_saved);
  page_fixture_add ("/pages/letter/told-why-not-saved", PAGE_FIXTURE_DECIDED, test_told_why_not_saved);
  page_fixture_add ("/pages/letter/past-review-is-not-printed", PAGE_FIXTURE_DECIDED, test_past_review_is_not_printed);
  page_fixture_add ("/pages/letter/copies-are-kept", PAGE_FIXTURE_FRAILTY_CASE, test_copies_are_kept);
  g_test_add_func ("/pages/letter/stop-while-reading", test_stop_while_reading);

  return page_fixture_run ();
}
