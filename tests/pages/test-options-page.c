/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-aside-reason.h"
#include "sdm-consultation-options.h"
#include "sdm-consultation-questions.h"
#include "sdm-grid-option.h"
#include "sdm-grid-row.h"
#include "sdm-option-grid.h"

#define KNEE_CASE "decision-aids/knee-osteoarthritis/cases/wedding-dance.json"

/* Helpers */

static SdmOptionGrid *
find_grid (GtkWidget *widget)
{
  SdmOptionGrid *found = SDM_IS_OPTION_GRID (widget) ? SDM_OPTION_GRID (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_grid (child);

  return found;
}

static GListModel *
get_columns (PageFixture *fixture)
{
  return sdm_option_grid_get_options (find_grid (GTK_WIDGET (fixture->page)));
}

/* The options on screen and their marks: "carry-on 0, one-fewer 2". */
static char *
dup_columns (PageFixture *fixture)
{
  GListModel *columns = get_columns (fixture);
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (SdmGridOption) column = g_list_model_get_item (columns, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "", sdm_grid_option_get_id (column),
                              sdm_grid_option_get_mark (column));
    }

  return g_string_free (text, FALSE);
}

static void
assert_columns (PageFixture *fixture,
                const char  *expected)
{
  g_autofree char *columns = dup_columns (fixture);

  g_assert_cmpstr (columns, ==, expected);
}

static SdmGridRow *
find_row (PageFixture *fixture,
          const char  *id)
{
  GListModel *rows = sdm_option_grid_get_rows (find_grid (GTK_WIDGET (fixture->page)));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SdmGridRow) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (sdm_grid_row_get_id (row), id) == 0)
        return g_steal_pointer (&row);
    }

  g_assert_not_reached ();
}

/* Tests */

/* The mark goes with the option when the order is turned round. */
static void
test_order (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_columns (fixture, "carry-on 0, step-by-step 1, one-fewer 2");

  page_fixture_click (page_fixture_find_button (fixture, "Turn the order round"));
  assert_columns (fixture, "one-fewer 2, step-by-step 1, carry-on 0");
  page_fixture_assert_text (fixture, "options/order", "turned-round");

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_columns (fixture, "one-fewer 2, step-by-step 1, carry-on 0");
}

static void
test_answers (PageFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (SdmGridRow) row = NULL;

  page_fixture_show (fixture, SDM_STEP_OPTIONS);

  row = find_row (fixture, "heart-stroke");
  g_assert_true (sdm_grid_row_is_figure (row, "standard-statin"));
  g_assert_cmpstr (sdm_grid_row_get_text (row, "standard-statin"), ==, "72 of 1,000 (64 to 81)\n928 do not");
  g_assert_false (sdm_grid_row_is_known (row, "lower-statin"));
  g_assert_nonnull (sdm_grid_row_get_footnote (row));

  /* What stands here of a figure was shown. */
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "risks/figures")), >, 0);
}

static void
test_row_opened (PageFixture  *fixture,
                 gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  g_signal_emit_by_name (find_grid (GTK_WIDGET (fixture->page)), "row-opened", "heart-stroke");
  page_fixture_assert_text (fixture, "options/rows_opened/0", "heart-stroke");
}

static void
test_put_aside (PageFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *back;

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  sdm_consultation_hide_option (fixture->consultation, fixture->aid, "step-by-step", "You do not want it.", &error);
  g_assert_no_error (error);

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_columns (fixture, "carry-on 0, one-fewer 2");
  g_assert_nonnull (page_fixture_find_label (fixture, "Put aside: Stop step by step, “You do not want it.”."));

  /* It stays what it is while something else is noted, as a finger may be on it. */
  back = page_fixture_find_button (fixture, "Bring back");
  sdm_consultation_note_row_opened (fixture->consultation, "heart-stroke");
  sdm_page_show_now (fixture->page);
  g_assert_true (page_fixture_find_button (fixture, "Bring back") == back);

  page_fixture_click (back);
  assert_columns (fixture, "carry-on 0, step-by-step 1, one-fewer 2");
  g_assert_null (page_fixture_find_button (fixture, "Bring back"));
}

/* The questions, from the top, and how many of them matter. */
static void
assert_first_question (PageFixture *fixture,
                       const char  *expected,
                       guint        n_matter)
{
  GListModel *rows = sdm_option_grid_get_rows (find_grid (GTK_WIDGET (fixture->page)));
  g_autoptr (SdmGridRow) first = g_list_model_get_item (rows, 0);
  guint n = 0;

  g_assert_cmpstr (sdm_grid_row_get_id (first), ==, expected);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SdmGridRow) row = g_list_model_get_item (rows, i);

      n += sdm_grid_row_get_note (row) != NULL;
    }
  g_assert_cmpuint (n, ==, n_matter);
}

static void
test_what_matters_first (PageFixture  *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmGridRow) row = NULL;
  GtkWidget *toggle;

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_first_question (fixture, "involve", 0);
  toggle = page_fixture_find_button (fixture, "What matters first");
  g_assert_true (toggle == NULL || !gtk_widget_get_visible (toggle));

  sdm_consultation_append (fixture->consultation, "matters/ranked",
                           json_pack ("{s:s, s:s}", "priority", "no-aches", "text", "Not having muscle aches"), &error);
  g_assert_no_error (error);
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_first_question (fixture, "muscles", 1);
  row = find_row (fixture, "muscles");
  g_assert_cmpstr (sdm_grid_row_get_said (row), ==, "You said that this matters: “Not having muscle aches”");

  page_fixture_click (page_fixture_find_button (fixture, "What matters first"));
  assert_first_question (fixture, "involve", 1);
  page_fixture_assert_text (fixture, "options/questions_order", "as-written");
  page_fixture_click (page_fixture_find_button (fixture, "What matters first"));
  assert_first_question (fixture, "muscles", 1);
  page_fixture_assert_text (fixture, "options/questions_order", "by-what-matters");
}

static void
test_move (PageFixture  *fixture,
           gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  g_signal_emit_by_name (find_grid (GTK_WIDGET (fixture->page)), "option-moved", "carry-on", 1);
  assert_columns (fixture, "step-by-step 1, carry-on 0, one-fewer 2");
  page_fixture_assert_text (fixture, "options/order", "by-hand");
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

/* A question is put aside for a reason, which is asked for, and comes back at its place. */
static void
test_put_question_aside (PageFixture  *fixture,
                         gconstpointer data)
{
  SdmOptionGrid *grid;
  GtkWidget     *ask;
  GtkWidget     *reason;
  guint          n;

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  grid = find_grid (GTK_WIDGET (fixture->page));
  n = g_list_model_get_n_items (sdm_option_grid_get_rows (grid));
  g_signal_emit_by_name (grid, "row-put-aside", "tests");
  ask = find_type (gtk_widget_get_parent (GTK_WIDGET (grid)), SDM_TYPE_ASIDE_REASON);
  reason = find_type (ask, GTK_TYPE_ENTRY);
  g_signal_emit_by_name (reason, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (sdm_option_grid_get_rows (grid)), ==, n);

  gtk_editable_set_text (GTK_EDITABLE (reason), "  He has them anyway. ");
  g_signal_emit_by_name (reason, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (sdm_option_grid_get_rows (grid)), ==, n - 1);
  page_fixture_assert_text (fixture, "options/questions_hidden/0/reason", "He has them anyway.");
  g_assert_nonnull (page_fixture_find_label (fixture, "Put aside: What blood tests would I need?, “He has them anyway.”."));

  page_fixture_click (page_fixture_find_button (fixture, "Bring back"));
  g_assert_cmpuint (g_list_model_get_n_items (sdm_option_grid_get_rows (grid)), ==, n);
  assert_first_question (fixture, "involve", 0);
}

/* Sources are there on request, words are explained, and no more than the screen is taken. */
static void
test_six_options (PageFixture  *fixture,
                  gconstpointer data)
{
  g_autoptr (SdmGridRow) row = NULL;
  int least;

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  g_assert_cmpuint (g_list_model_get_n_items (get_columns (fixture)), ==, 6);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 1098);

  row = find_row (fixture, "help");
  g_assert_nonnull (strstr (sdm_grid_row_get_sources (row), "."));
  g_assert_nonnull (sdm_grid_row_get_glossary (row));
}

static void
test_asked (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  page_fixture_click (page_fixture_find_button (fixture, "Add a question"));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "options/asked")), ==, 1);
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) before = sdm_consultation_to_bytes (fixture->consultation);
  g_autoptr (GBytes) after = NULL;

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  page_fixture_assert_inputs_insensitive (fixture);

  after = sdm_consultation_to_bytes (fixture->consultation);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/options/order", PAGE_FIXTURE_FRAILTY_CASE, test_order);
  page_fixture_add ("/pages/options/answers", PAGE_FIXTURE_STATINS_CASE, test_answers);
  page_fixture_add ("/pages/options/row-opened", PAGE_FIXTURE_STATINS_CASE, test_row_opened);
  page_fixture_add ("/pages/options/put-aside", PAGE_FIXTURE_FRAILTY_CASE, test_put_aside);
  page_fixture_add ("/pages/options/what-matters-first", PAGE_FIXTURE_STATINS_CASE, test_what_matters_first);
  page_fixture_add ("/pages/options/move", PAGE_FIXTURE_FRAILTY_CASE, test_move);
  page_fixture_add ("/pages/options/put-question-aside", PAGE_FIXTURE_STATINS_CASE, test_put_question_aside);
  page_fixture_add ("/pages/options/six-options", KNEE_CASE, test_six_options);
  page_fixture_add ("/pages/options/asked", PAGE_FIXTURE_FRAILTY_CASE, test_asked);
  page_fixture_add ("/pages/options/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return page_fixture_run ();
}
