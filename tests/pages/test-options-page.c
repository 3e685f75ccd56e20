/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-consultation-options.h"
#include "sdm-grid-option.h"
#include "sdm-grid-row.h"
#include "sdm-option-grid.h"

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

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  sdm_consultation_hide_option (fixture->consultation, fixture->aid, "step-by-step", "You do not want it.", &error);
  g_assert_no_error (error);

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_columns (fixture, "carry-on 0, one-fewer 2");
  g_assert_nonnull (page_fixture_find_label (fixture, "Put aside: Stop step by step, “You do not want it.”."));

  page_fixture_click (page_fixture_find_button (fixture, "Bring back"));
  assert_columns (fixture, "carry-on 0, step-by-step 1, one-fewer 2");
  g_assert_null (page_fixture_find_button (fixture, "Bring back"));
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
  page_fixture_add ("/pages/options/asked", PAGE_FIXTURE_FRAILTY_CASE, test_asked);
  page_fixture_add ("/pages/options/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return g_test_run ();
}
