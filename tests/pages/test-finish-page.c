/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "sdm-after-visit.h"
#include "sdm-finish-page.h"

static void
make_draft (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (fixture->consultation, "status", "in-progress", &error));
  g_assert_true (sdm_consultation_remove (fixture->consultation, "finish/finalised", &error));
  g_assert_no_error (error);
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
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_FINISH);
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_FINISH);
  page_fixture_assert_inputs_insensitive (fixture);
}

static void
test_missing_leads_to_its_step (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_FINISH);
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Finish and keep")));
  page_fixture_click (page_fixture_find_button (fixture, "Decide and plan"));
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_PLAN);
}

static void
test_finished_and_kept (PageFixture *fixture, gconstpointer data)
{
  SdmRecordStore *store = sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
  g_autoptr (GPtrArray) finished = NULL;
  g_autoptr (GError) error = NULL;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_FINISH);
  g_assert_nonnull (page_fixture_find_label (fixture, "Nothing is missing."));
  g_assert_true (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Finish and keep")));
  sdm_finish_page_keep (SDM_FINISH_PAGE (fixture->page));
  wait_for_word (fixture);
  {
    GtkWidget *problem = find_problem (GTK_WIDGET (fixture->page));

    g_assert_cmpstr (problem != NULL ? gtk_label_get_label (GTK_LABEL (problem)) : NULL, ==, NULL);
  }
  g_assert_cmpstr (fixture->said, ==, "Finished and kept");
  g_assert_true (sdm_session_is_read_only (fixture->session));
  g_assert_null (page_fixture_find_button (fixture, "Finish and keep"));
  g_assert_nonnull (page_fixture_find_button (fixture, "Print or save the letter"));

  finished = sdm_record_store_list_finished (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (finished->len, ==, 1);
}

static void
test_told_why_not_kept (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_draft (fixture);
  page_fixture_show (fixture, SDM_STEP_FINISH);
  g_assert_true (sdm_record_store_close (sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE), &error));
  sdm_finish_page_keep (SDM_FINISH_PAGE (fixture->page));
  wait_for_word (fixture);
  g_assert_null (fixture->said);
  g_assert_false (sdm_session_is_read_only (fixture->session));
  g_assert_true (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Finish and keep")));
  g_assert_true (sdm_record_store_open (sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE), &error));
}

static void
test_only_that_it_was_answered (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_FINISH);
  page_fixture_click (page_fixture_find_button (fixture, "They would rather not"));
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "finish/after_visit/offered"));
  g_assert_false (sdm_consultation_get_flag (fixture->consultation, "finish/after_visit/answered"));
  g_assert_cmpuint (json_object_size (sdm_consultation_peek (fixture->consultation, "finish/after_visit")), ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/finish/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/finish/named-when-decided", PAGE_FIXTURE_DECIDED, test_named);
  page_fixture_add ("/pages/finish/read-only", PAGE_FIXTURE_DECIDED, test_read_only);
  page_fixture_add ("/pages/finish/missing-leads-to-its-step", PAGE_FIXTURE_FRAILTY_CASE, test_missing_leads_to_its_step);
  page_fixture_add ("/pages/finish/finished-and-kept", PAGE_FIXTURE_DECIDED, test_finished_and_kept);
  page_fixture_add ("/pages/finish/told-why-not-kept", PAGE_FIXTURE_DECIDED, test_told_why_not_kept);
  page_fixture_add ("/pages/finish/only-that-it-was-answered", PAGE_FIXTURE_FRAILTY_CASE, test_only_that_it_was_answered);

  return page_fixture_run ();
}
