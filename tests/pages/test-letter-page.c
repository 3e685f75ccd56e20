/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <glib/gstdio.h>

#include "sdm-document-view.h"
#include "sdm-letter-page.h"

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
  page_fixture_assert_text (fixture, "letter/made/0/format", "standard");
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
  g_assert_nonnull (page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "Which paper: Letter, 14 point"));
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
  page_fixture_add ("/pages/letter/kept-as-what-was-saved", PAGE_FIXTURE_DECIDED, test_kept_as_what_was_saved);
  page_fixture_add ("/pages/letter/told-why-not-saved", PAGE_FIXTURE_DECIDED, test_told_why_not_saved);
  page_fixture_add ("/pages/letter/past-review-is-not-printed", PAGE_FIXTURE_DECIDED, test_past_review_is_not_printed);
  page_fixture_add ("/pages/letter/copies-are-kept", PAGE_FIXTURE_FRAILTY_CASE, test_copies_are_kept);

  return g_test_run ();
}
