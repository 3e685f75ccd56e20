/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-consultation-weigh.h"
#include "sdm-day-line.h"
#include "sdm-grid-row.h"
#include "sdm-option-grid.h"
#include "sdm-ruler.h"

/* Helpers */

static void
rank (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_append (fixture->consultation, "matters/ranked",
                           json_pack ("{s:s, s:s, s:i}", "priority", "no-aches", "text", "Not having muscle aches", "importance", 9),
                           &error);
  g_assert_no_error (error);
  sdm_consultation_append (fixture->consultation, "matters/ranked",
                           json_pack ("{s:s, s:i}", "text", "Driving the early bus", "importance", 7), &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_grid (GtkWidget *widget)
{
  GtkWidget *found = SDM_IS_OPTION_GRID (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_grid (child);

  return found;
}

static SdmGridRow *
get_row (PageFixture *fixture,
         guint        position)
{
  GtkWidget *grid = find_grid (GTK_WIDGET (fixture->page));

  return g_list_model_get_item (sdm_option_grid_get_rows (SDM_OPTION_GRID (grid)), position);
}

static GtkWidget *
find_ruler (PageFixture *fixture)
{
  return page_fixture_find_named (fixture, SDM_TYPE_RULER, "How does “Standard statin” feel to you today?");
}

/* What a person does with the ruler. */
static void
lean (GtkWidget *ruler,
      int        mark)
{
  sdm_ruler_set_value (SDM_RULER (ruler), mark);
  g_signal_emit_by_name (ruler, "changed");
}

/* Tests */

static void
test_empty (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_nonnull (page_fixture_find_label (fixture, "Go back to “What matters” and tell us what counts most."));

  page_fixture_click (page_fixture_find_button (fixture, "What matters"));
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_MATTERS);
}

static void
test_what_matters (PageFixture  *fixture,
                   gconstpointer data)
{
  g_autoptr (SdmGridRow) first = NULL;
  g_autoptr (SdmGridRow) own = NULL;

  rank (fixture);
  page_fixture_show (fixture, SDM_STEP_WEIGH);

  first = get_row (fixture, 0);
  g_assert_cmpstr (sdm_grid_row_get_question (first), ==, "Not having muscle aches");
  g_assert_cmpstr (sdm_grid_row_get_lead (first), ==, "9");
  g_assert_true (g_str_has_prefix (sdm_grid_row_get_text (first, "standard-statin"), "Over about 4 years, 271 of 1,000"));

  own = get_row (fixture, 1);
  g_assert_cmpstr (sdm_grid_row_get_question (own), ==, "Driving the early bus");
  g_assert_false (sdm_grid_row_is_known (own, "standard-statin"));

  /* What stands here of a figure was shown. */
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "risks/figures")), >, 0);
}

static void
test_leanings (PageFixture  *fixture,
               gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture))), ==, SDM_RULER_NOT_SAID);

  lean (find_ruler (fixture), 7);
  page_fixture_assert_text (fixture, "weigh/leanings/0/option", "standard-statin");
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "weigh/leanings/0/mark", -1), ==, 7);

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture))), ==, 7);

  lean (find_ruler (fixture), SDM_RULER_NOT_SAID);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "weigh/leanings")), ==, 0);
}

static void
test_companion (PageFixture  *fixture,
                gconstpointer data)
{
  static const char *const theirs = "How does “Standard statin” feel to Jo?";
  g_autoptr (GError) error = NULL;

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_null (page_fixture_find_button (fixture, "Jo’s turn"));
  sdm_consultation_append (fixture->consultation, "start/accompanying", json_pack ("{s:s}", "name", "Jo"), &error);
  g_assert_no_error (error);

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  lean (find_ruler (fixture), 7);
  g_assert_null (page_fixture_find_named (fixture, SDM_TYPE_RULER, theirs));
  g_assert_null (page_fixture_find_button (fixture, "Show Jo’s view"));

  /* Each answers out of sight of the other. */
  page_fixture_click (page_fixture_find_button (fixture, "Jo’s turn"));
  g_assert_null (find_ruler (fixture));
  lean (page_fixture_find_named (fixture, SDM_TYPE_RULER, theirs), 3);
  page_fixture_assert_named (fixture);
  page_fixture_click (page_fixture_find_button (fixture, "Cover it and turn the screen"));
  page_fixture_assert_text (fixture, "weigh/companion_leanings/0/name", "Jo");
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "weigh/companion_leanings/0/leanings/0/mark", -1), ==, 3);
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture))), ==, 7);
  g_assert_null (page_fixture_find_named (fixture, SDM_TYPE_RULER, theirs));

  page_fixture_click (page_fixture_find_button (fixture, "Show Jo’s view"));
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (page_fixture_find_named (fixture, SDM_TYPE_RULER, theirs))), ==, 3);
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture))), ==, 7);
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_null (page_fixture_find_named (fixture, SDM_TYPE_RULER, theirs));
}

static void
test_words (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  page_fixture_type (page_fixture_find_field (fixture, "In your words"), "One less I can live with.");
  page_fixture_assert_text (fixture, "weigh/words", "One less I can live with.");
}

static void
test_burdens (PageFixture  *fixture,
              gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_null (page_fixture_find_field (fixture, "Minutes"));

  page_fixture_click (page_fixture_find_button (fixture, "Some trouble"));
  page_fixture_assert_text (fixture, "weigh/day/0/says", "some-trouble");

  page_fixture_type (page_fixture_find_field (fixture, "In your day"), "Before the early shift");
  page_fixture_type (page_fixture_find_field (fixture, "Minutes"), "12");
  page_fixture_assert_text (fixture, "weigh/day/0/note", "Before the early shift");
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "weigh/day/0/minutes", -1), ==, 12);

  page_fixture_type (page_fixture_find_field (fixture, "Minutes"), "soon");
  g_assert_nonnull (page_fixture_find_label (fixture, "Type whole minutes, 1440 at most."));
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "weigh/day/0/minutes", -1), ==, -1);

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page_fixture_find_field (fixture, "In your day"))), ==,
                   "Before the early shift");
}

/* What was said is taken back, and nothing that was typed is lost with it. */
static void
test_burden_taken_back (PageFixture  *fixture,
                        gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  page_fixture_click (page_fixture_find_button (fixture, "Some trouble"));
  page_fixture_type (page_fixture_find_field (fixture, "In your day"), "Before the early shift");

  page_fixture_click (page_fixture_find_button (fixture, "Some trouble"));
  page_fixture_assert_text (fixture, "weigh/day/0/says", NULL);
  page_fixture_assert_text (fixture, "weigh/day/0/note", "Before the early shift");

  page_fixture_type (page_fixture_find_field (fixture, "In your day"), "");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "weigh/day")), ==, 0);
}

static SdmDayLine *
find_line (PageFixture *fixture)
{
  return SDM_DAY_LINE (page_fixture_find_named (fixture, SDM_TYPE_DAY_LINE, "On your typical day"));
}

static GtkWidget *
find_block (PageFixture *fixture,
            const char  *words)
{
  return page_fixture_find_named (fixture, GTK_TYPE_BOX, words);
}

/* What the options ask lies on the person's day, with our guess or their own minutes. */
static void
test_day (PageFixture  *fixture,
          gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *at;

  sdm_consultation_append (fixture->consultation, "matters/day",
                           json_pack ("{s:s, s:s, s:b}", "at", "05:00", "what", "Early shift", "matters", TRUE), &error);
  g_assert_no_error (error);
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_nonnull (find_block (fixture, "5 am: Early shift, matters to you"));
  g_assert_nonnull (find_block (fixture, "Take one tablet, 1 time a day, about 1 minute (our guess)"));
  g_assert_null (find_block (fixture, "No tablet to take"));

  page_fixture_click (page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "When and how long: Take one tablet: Standard statin"));
  at = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "When: Take one tablet: Standard statin");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), at));
  page_fixture_type (at, "9 pm");
  page_fixture_assert_text (fixture, "weigh/day/0/option", "standard-statin");
  page_fixture_assert_text (fixture, "weigh/day/0/burden", "tablet");
  page_fixture_assert_text (fixture, "weigh/day/0/at", "21:00");
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Minutes: Take one tablet: Standard statin"), "5");
  g_assert_nonnull (find_block (fixture, "9 pm: Take one tablet, 1 time a day, 5 minutes for you"));

  page_fixture_type (at, "late");
  g_assert_true (gtk_widget_has_css_class (at, "problem"));
  page_fixture_type (at, "");
  g_assert_false (gtk_widget_has_css_class (at, "problem"));
  g_assert_nonnull (find_block (fixture, "Take one tablet, 1 time a day, 5 minutes for you"));
}

/* Dragging on the line says the same as typing the time, for this option alone. */
static void
test_day_moved (PageFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (SdmDayItem) tablet = sdm_day_item_new ("tablet", "standard-statin", SDM_DAY_NO_TIME, "Take one tablet", NULL, SDM_DAY_ITEM_PLAIN);
  GtkWidget *at;

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_signal_emit_by_name (find_line (fixture), "moved", tablet, 19 * 60 + 30);
  page_fixture_assert_text (fixture, "weigh/day/0/at", "19:30");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "weigh/day")), ==, 1);
  at = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "When: Take one tablet: Standard statin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (at)), ==, "19:30");
  g_assert_nonnull (find_block (fixture, "7:30 pm: Take one tablet, 1 time a day, about 1 minute (our guess)"));

  g_assert_true (fixture->can_undo);
  sdm_session_undo (fixture->session);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "weigh/day")), ==, 0);
  g_assert_null (find_block (fixture, "7:30 pm: Take one tablet, 1 time a day, about 1 minute (our guess)"));

  g_signal_emit_by_name (find_line (fixture), "activated", tablet);
  at = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "When: Take one tablet: Standard statin");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), at));
}

/* Undo takes back one input at a time, and shows which. */
static void
test_burden_undo (PageFixture  *fixture,
                  gconstpointer data)
{
  GtkWidget *note;

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  page_fixture_click (page_fixture_find_named (fixture, GTK_TYPE_BUTTON, "When and how long: Take one tablet: Standard statin"));
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "When: Take one tablet: Standard statin"), "9 pm");
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "In your day: Take one tablet: Standard statin"), "With the news");
  page_fixture_assert_text (fixture, "weigh/day/0/note", "With the news");

  sdm_session_undo (fixture->session);
  note = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "In your day: Take one tablet: Standard statin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (note)), ==, "");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), note));
  page_fixture_assert_text (fixture, "weigh/day/0/at", "21:00");
  sdm_session_undo (fixture->session);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "weigh/day")), ==, 0);
}

/* What nobody touched stays as it is; what was changed and changed back is shown anew. */
static void
test_made_anew (PageFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *ruler;
  GtkWidget *says;

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  ruler = find_ruler (fixture);
  says = page_fixture_find_button (fixture, "Too much");
  rank (fixture);
  sdm_page_show_now (fixture->page);
  g_assert_true (find_ruler (fixture) == ruler);
  g_assert_true (page_fixture_find_button (fixture, "Too much") == says);

  lean (ruler, 7);
  g_assert_true (sdm_consultation_set_leaning (fixture->consultation, "standard-statin", SDM_NOT_SAID, &error));
  sdm_page_show_now (fixture->page);
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture))), ==, SDM_RULER_NOT_SAID);
  g_assert_true (page_fixture_find_button (fixture, "Too much") == says);
}

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  rank (fixture);
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  page_fixture_click (page_fixture_find_button (fixture, "Too much"));
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) before = sdm_consultation_to_bytes (fixture->consultation);
  g_autoptr (GBytes) after = NULL;

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  page_fixture_assert_inputs_insensitive (fixture);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_line (fixture))));

  after = sdm_consultation_to_bytes (fixture->consultation);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/weigh/empty", PAGE_FIXTURE_STATINS_CASE, test_empty);
  page_fixture_add ("/pages/weigh/what-matters", PAGE_FIXTURE_STATINS_CASE, test_what_matters);
  page_fixture_add ("/pages/weigh/leanings", PAGE_FIXTURE_STATINS_CASE, test_leanings);
  page_fixture_add ("/pages/weigh/companion", PAGE_FIXTURE_STATINS_CASE, test_companion);
  page_fixture_add ("/pages/weigh/words", PAGE_FIXTURE_STATINS_CASE, test_words);
  page_fixture_add ("/pages/weigh/burdens", PAGE_FIXTURE_STATINS_CASE, test_burdens);
  page_fixture_add ("/pages/weigh/burden-taken-back", PAGE_FIXTURE_STATINS_CASE, test_burden_taken_back);
  page_fixture_add ("/pages/weigh/day", PAGE_FIXTURE_STATINS_CASE, test_day);
  page_fixture_add ("/pages/weigh/day-moved", PAGE_FIXTURE_STATINS_CASE, test_day_moved);
  page_fixture_add ("/pages/weigh/burden-undo", PAGE_FIXTURE_STATINS_CASE, test_burden_undo);
  page_fixture_add ("/pages/weigh/made-anew", PAGE_FIXTURE_STATINS_CASE, test_made_anew);
  page_fixture_add ("/pages/weigh/named", PAGE_FIXTURE_STATINS_CASE, test_named);
  page_fixture_add ("/pages/weigh/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return page_fixture_run ();
}
