/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-date.h"
#include "sdm-pages.h"

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_assert_inputs_insensitive (fixture);
}

static void
test_none_chosen_at_first (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (page_fixture_find_button (fixture, "We have decided"))));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (page_fixture_find_button (fixture, "Not yet"))));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (page_fixture_find_button (fixture, "No, thank you"))));
  g_assert_null (page_fixture_find_label (fixture, "What we chose"));
}

static void
test_choice_is_kept (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  page_fixture_assert_text (fixture, "plan/result", "decided");
  page_fixture_click (page_fixture_find_button (fixture, "Take one tablet fewer"));
  page_fixture_assert_text (fixture, "plan/chosen/0/option", "one-fewer");
  page_fixture_type (page_fixture_find_field (fixture, "In detail: which one, how much, how"), "Stop doxazosin");
  page_fixture_assert_text (fixture, "plan/chosen/0/detail", "Stop doxazosin");
  page_fixture_type (page_fixture_find_field (fixture, "Phone"), "01632 960018");
  page_fixture_assert_text (fixture, "plan/contact/phone", "01632 960018");

  page_fixture_show (fixture, SDM_STEP_PLAN);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (page_fixture_find_button (fixture, "Take one tablet fewer"))));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page_fixture_find_field (fixture, "The decision in one line, for the record"))),
                   ==, "Take one tablet fewer");
  page_fixture_assert_named (fixture);
}

/* Whether the pointer over a field is shown all that stands in it. */
static gboolean
shows_whole (GtkWidget *field)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (field, "query-tooltip", 1, 1, FALSE, tooltip, &shown);

  return shown;
}

static void
test_long_text_is_shown_whole (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *field;

  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  field = page_fixture_find_field (fixture, "The decision in one line, for the record");
  page_fixture_type (field, "Stop one");
  while (gtk_widget_get_width (field) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (shows_whole (field));
  page_fixture_type (field, "Stop doxazosin, carry on with ramipril and amlodipine, and take the blood pressure sitting "
                            "and standing after four weeks");
  g_assert_true (shows_whole (field));
}

static void
test_another_result_can_be_undone (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  page_fixture_click (page_fixture_find_button (fixture, "Take one tablet fewer"));
  page_fixture_click (page_fixture_find_button (fixture, "Not yet"));
  g_assert_null (page_fixture_find_button (fixture, "Take one tablet fewer"));
  page_fixture_assert_text (fixture, "plan/chosen/0/option", NULL);
  g_assert_true (fixture->can_undo);
  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "plan/result", "decided");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (page_fixture_find_button (fixture, "Take one tablet fewer"))));
}

static void
test_steps_come_and_go (PageFixture *fixture, gconstpointer data)
{
  GtkWidget       *what;
  g_autofree char *text = NULL;

  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "Not yet"));
  page_fixture_click (page_fixture_find_button (fixture, "Add a step"));
  what = page_fixture_find_field (fixture, "Step 1");
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (what)) == what);
  page_fixture_type (what, "Think it over with Jo");
  page_fixture_type (page_fixture_find_field (fixture, "By"), "14 March 2027");
  page_fixture_assert_text (fixture, "plan/actions/0/what", "Think it over with Jo");
  page_fixture_assert_text (fixture, "plan/actions/0/by", "2027-03-14");

  page_fixture_click (page_fixture_find_button (fixture, "Take this step out"));
  g_assert_null (page_fixture_find_field (fixture, "Step 1"));
  g_assert_cmpstr (fixture->said, ==, "Step taken out");
  sdm_session_undo (fixture->session);
  text = sdm_ui_dup_text (gtk_widget_get_parent (page_fixture_find_field (fixture, "Step 1")));
  g_assert_cmpstr (text, ==, "Think it over with Jo");
}

/* The list of a draft that has none yet is made with the first medicine. */
static void
test_medicine (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  page_fixture_assert_text (fixture, "plan/medicines/0/name", NULL);
  page_fixture_click (page_fixture_find_button (fixture, "Add a medicine"));
  g_assert_null (fixture->said);
  page_fixture_type (page_fixture_find_field (fixture, "Medicine"), "Doxazosin");
  page_fixture_assert_text (fixture, "plan/medicines/0/name", "Doxazosin");
}

/* A step that is longer than a line can be read whole: its field grows, and Tab leaves it. */
static void
test_long_step_is_read_whole (PageFixture *fixture, gconstpointer data)
{
  const guint limit = page_fixture_limit_wait ();
  GtkWidget  *what;
  int         height;

  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "Not yet"));
  page_fixture_click (page_fixture_find_button (fixture, "Add a step"));
  what = page_fixture_find_field (fixture, "Step 1");
  while ((height = gtk_widget_get_height (what)) == 0)
    g_main_context_iteration (NULL, TRUE);
  page_fixture_type (what, "Take the blood pressure at home, sitting and standing, in the morning and in the evening of seven "
                           "days, write each number down in the booklet, and bring it along to Dr Rowe in four weeks, with the "
                           "leaflet about standing up slowly, and the list of everything else that you take, so that the three of us can "
                           "look at them one by one");
  while (gtk_widget_get_height (what) <= height)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);

  /* Tab goes on as one reads. */
  gtk_widget_grab_focus (what);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (what)), page_fixture_find_field (fixture, "Who")));
  for (guint i = 0; i < 3; i++)
    gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (what)) == page_fixture_find_button (fixture, "Take this step out"));
}

/* What is below the fold is not in the first frame, comes after it without being asked for, and is there at once for
 * whoever is led to it. */
static void
test_rest_comes_after_the_first_frame (PageFixture *fixture, gconstpointer data)
{
  const guint limit = page_fixture_limit_wait ();

  for (guint i = 0; i < 2; i++)
    {
      page_fixture_show (fixture, SDM_STEP_PLAN);
      page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
      fixture->page = sdm_page_new_for_step (SDM_STEP_PLAN, fixture->session);
      gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
      sdm_page_show_now (fixture->page);
      g_assert_null (page_fixture_find_button (fixture, "Add a medicine"));
      if (i == 0)
        while (page_fixture_find_button (fixture, "Add a medicine") == NULL)
          g_main_context_iteration (NULL, TRUE);
      else
        g_assert_true (sdm_page_place_show (GTK_WIDGET (fixture->page), "plan/medicines"));
      g_assert_nonnull (page_fixture_find_button (fixture, "Add a medicine"));
    }
  g_source_remove (limit);
}

static void
test_unsure_asks_what_would_help (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  g_assert_nonnull (page_fixture_find_field (fixture, "What would make it easier?"));
  g_assert_nonnull (page_fixture_find_button (fixture, "Sure: 6 of 10"));
  g_assert_nonnull (page_fixture_find_button (fixture, "How sure?"));
}

static void
test_review_needs_a_reason_to_go (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "Not yet"));
  g_assert_null (page_fixture_find_field (fixture, "Why not ask again then?"));
  {
    const char      *on = sdm_consultation_get_text (fixture->consultation, "plan/review/dates/0/on");
    g_autofree char *day = sdm_date_format (on);
    g_autofree char *label = g_strdup_printf ("In 6 months: %s", day);

    page_fixture_click (page_fixture_find_button (fixture, label));
  }
  page_fixture_type (page_fixture_find_field (fixture, "Why not ask again then?"), "We meet in May");
  page_fixture_assert_text (fixture, "plan/review/removed", "We meet in May");
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "plan/review/dates/0/months", 0), ==, 12);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/plan/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/plan/named-when-decided", PAGE_FIXTURE_DECIDED, test_named);
  page_fixture_add ("/pages/plan/read-only", PAGE_FIXTURE_DECIDED, test_read_only);
  page_fixture_add ("/pages/plan/none-chosen-at-first", PAGE_FIXTURE_FRAILTY_CASE, test_none_chosen_at_first);
  page_fixture_add ("/pages/plan/choice-is-kept", PAGE_FIXTURE_FRAILTY_CASE, test_choice_is_kept);
  page_fixture_add ("/pages/plan/long-text-is-shown-whole", PAGE_FIXTURE_FRAILTY_CASE, test_long_text_is_shown_whole);
  page_fixture_add ("/pages/plan/another-result-can-be-undone", PAGE_FIXTURE_FRAILTY_CASE, test_another_result_can_be_undone);
  page_fixture_add ("/pages/plan/steps-come-and-go", PAGE_FIXTURE_FRAILTY_CASE, test_steps_come_and_go);
  page_fixture_add ("/pages/plan/medicine", PAGE_FIXTURE_FRAILTY_CASE, test_medicine);
  page_fixture_add ("/pages/plan/rest-comes-after-the-first-frame", PAGE_FIXTURE_FRAILTY_CASE, test_rest_comes_after_the_first_frame);
  page_fixture_add ("/pages/plan/long-step-is-read-whole", PAGE_FIXTURE_FRAILTY_CASE, test_long_step_is_read_whole);
  page_fixture_add ("/pages/plan/unsure-asks-what-would-help", PAGE_FIXTURE_DECIDED, test_unsure_asks_what_would_help);
  page_fixture_add ("/pages/plan/review-needs-a-reason-to-go", PAGE_FIXTURE_FRAILTY_CASE, test_review_needs_a_reason_to_go);

  return page_fixture_run ();
}
