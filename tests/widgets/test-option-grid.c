/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "press-key.h"
#include "sdm-grid-cell-private.h"
#include "sdm-grid-foot-private.h"
#include "sdm-grid-head-private.h"
#include "sdm-grid-line-private.h"
#include "sdm-grid-more-private.h"
#include "sdm-grid-turns-private.h"
#include "sdm-option-grid.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* Helpers */

typedef struct
{
  GListStore    *options;
  GListStore    *rows;
  SdmOptionGrid *grid;
  GtkWidget     *window; /* NULL when the grid was not shown */
  GString       *events; /* what the signals said */
} Fixture;

static void
count_cb (guint *count)
{
  *count += 1;
}

/* Counts what is the grid's own, and not its style classes. */
static void
notify_cb (SdmOptionGrid *grid,
           GParamSpec    *pspec,
           guint         *count)
{
  if (pspec->owner_type == SDM_TYPE_OPTION_GRID)
    *count += 1;
}

static void
row_opened_cb (Fixture    *fixture,
               const char *id)
{
  g_string_append_printf (fixture->events, "opened %s;", id);
}

static void
option_moved_cb (Fixture    *fixture,
                 const char *id,
                 int         by)
{
  g_string_append_printf (fixture->events, "%s %+d;", id, by);
}

static void
row_put_aside_cb (Fixture    *fixture,
                  const char *id)
{
  g_string_append_printf (fixture->events, "aside %s;", id);
}

static SdmGridRow *
add_row (Fixture    *fixture,
         const char *id,
         const char *question)
{
  g_autoptr (SdmGridRow) row = sdm_grid_row_new (id, question);

  g_list_store_append (fixture->rows, row);

  return row; /* the list has it */
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const titles[] = { "No statin", "Atorvastatin 20 mg", "Lower-strength statin", "Later" };
  SdmGridRow              *row;

  fixture->events = g_string_new (NULL);
  fixture->options = g_list_store_new (SDM_TYPE_GRID_OPTION);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const char id[] = { (char) ('a' + i), '\0' };
      g_autoptr (SdmGridOption) option = sdm_grid_option_new (id, titles[i], NULL, "carry on", i);

      g_list_store_append (fixture->options, option);
    }

  fixture->rows = g_list_store_new (SDM_TYPE_GRID_ROW);
  row = add_row (fixture, "tests", "Which tests would I have?");
  sdm_grid_row_set_answer (row, "a", "The usual checks.", "Your risk is looked at again later.");
  sdm_grid_row_set_answer (row, "b", "Blood tests before, and then again, and each of them with a long story of its own.", NULL);
  row = add_row (fixture, "stroke", "Heart disease or stroke?");
  sdm_grid_row_set_figure (row, "a", "100 of 1,000\n900 do not", NULL);
  sdm_grid_row_set_figure (row, "b", "72 of 1,000\n928 do not", NULL);
  sdm_grid_row_set_not_known (row, "c", "We do not know this on its own.", "Nobody looked.");
  sdm_grid_row_set_footnote (row, "People whose risk is about 10 in 100.");
  row = add_row (fixture, "mind", "Can I change my mind?");
  sdm_grid_row_set_answer (row, "a", "Yes.", NULL);

  fixture->grid = g_object_ref_sink (SDM_OPTION_GRID (sdm_option_grid_new ()));
  sdm_option_grid_set_options (fixture->grid, G_LIST_MODEL (fixture->options));
  sdm_option_grid_set_rows (fixture->grid, G_LIST_MODEL (fixture->rows));
  g_signal_connect_swapped (fixture->grid, "row-opened", G_CALLBACK (row_opened_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "row-put-aside", G_CALLBACK (row_put_aside_cb), fixture);
  g_signal_connect_swapped (fixture->grid, "option-moved", G_CALLBACK (option_moved_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->grid);
  g_assert_finalize_object (fixture->rows);
  g_assert_finalize_object (fixture->options);
  g_string_free (fixture->events, TRUE);
}

static void
show (Fixture *fixture)
{
  gtk_widget_set_size_request (GTK_WIDGET (fixture->grid), 900, -1);
  fixture->window = widget_picture_show (GTK_WIDGET (fixture->grid));
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type,
           guint     *position)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*position)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, position);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static SdmGridLine *
line (Fixture *fixture,
      guint    position)
{
  return SDM_GRID_LINE (find_type (GTK_WIDGET (fixture->grid), SDM_TYPE_GRID_LINE, &position));
}

static GtkWidget *
cell (Fixture *fixture,
      guint    row,
      guint    column)
{
  return sdm_grid_line_get_cell (line (fixture, row), column);
}

static SdmGridHead *
head (Fixture *fixture)
{
  return SDM_GRID_HEAD (find_type (GTK_WIDGET (fixture->grid), SDM_TYPE_GRID_HEAD, &(guint){ 0 }));
}

/* The options in sight, as their ids. */
static void
assert_columns (Fixture    *fixture,
                const char *ids)
{
  g_autoptr (GString) seen = g_string_new (NULL);

  for (guint i = 1; cell (fixture, 0, i) != NULL; i++)
    g_string_append (seen, sdm_grid_option_get_id (sdm_grid_answer_get_option (SDM_GRID_ANSWER (cell (fixture, 0, i)))));
  g_assert_cmpstr (seen->str, ==, ids);
}

static void
assert_label (GtkWidget  *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
assert_focus (Fixture *fixture,
              guint    row,
              guint    column)
{
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == cell (fixture, row, column));
}

static void
press (Fixture        *fixture,
       guint           keyval,
       GdkModifierType modifiers)
{
  g_assert_true (press_key (fixture->window, keyval, modifiers));
}

/* A button that says @text, in what is open below the cells of a row, or in the foot. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *text)
{
  GtkWidget *button;

  for (guint i = 0; (button = find_type (widget, GTK_TYPE_BUTTON, &(guint){ i })) != NULL; i++)
    {
      GtkWidget *label = find_type (button, GTK_TYPE_LABEL, &(guint){ 0 });

      if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
        return button;
    }

  g_assert_not_reached ();
}

static GtkWidget *
tool (Fixture    *fixture,
      guint       row,
      const char *text)
{
  return find_button (sdm_grid_line_get_more (line (fixture, row)), text);
}

static GtkWidget *
foot_button (Fixture    *fixture,
             const char *text)
{
  return find_button (find_type (GTK_WIDGET (fixture->grid), SDM_TYPE_GRID_FOOT, &(guint){ 0 }), text);
}

/* Which rows are open, from the top: "101". */
static void
assert_open (Fixture    *fixture,
             const char *expected)
{
  for (guint i = 0; expected[i] != '\0'; i++)
    g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (line (fixture, i)), "open"), ==, expected[i] == '1');
}

/* Tests */

typedef struct
{
  const char *name;
  guint       n_options;
  guint       max_visible;
  guint       first_visible;
  int         pinned;
  const char *expected; /* 1 in sight */
} TurnsCase;

static const TurnsCase turns_cases[] = {
  { "all", 3, 3, 0, -1, "111" },
  { "all-pinned", 3, 3, 5, 0, "111" },
  { "first-two", 4, 2, 0, -1, "1100" },
  { "goes-round", 4, 2, 3, -1, "1001" },
  { "past-the-end", 4, 2, 4, -1, "1100" },
  { "pin-first", 3, 2, 0, 0, "110" },
  { "pin-first-turn", 3, 2, 1, 0, "101" },
  { "pin-last", 3, 2, 0, 2, "101" },
  { "pin-last-turn", 3, 2, 1, 2, "011" },
  { "pin-middle-of-six", 6, 3, 4, 2, "101001" },
  { "one-at-a-time", 3, 1, 2, 0, "001" },
  { "pin-out-of-range", 2, 2, 0, 7, "11" },
  { "none", 0, 3, 0, -1, "" },
};

static void
test_turns (gconstpointer data)
{
  const TurnsCase *c = data;
  gboolean         visible[6] = { FALSE };

  sdm_grid_choose_visible (c->n_options, c->max_visible, c->first_visible, c->pinned, visible);
  for (guint i = 0; i < c->n_options; i++)
    g_assert_cmpint (visible[i], ==, c->expected[i] == '1');
}

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->grid, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (cell (fixture, 0, 0), GTK_ACCESSIBLE_ROLE_BUTTON);
  assert_label (cell (fixture, 0, 0), "Which tests would I have?");
  assert_label (cell (fixture, 0, 1), "Which tests would I have? No statin: The usual checks.");
  assert_label (cell (fixture, 1, 2), "Heart disease or stroke? Atorvastatin 20 mg: 72 of 1,000\n928 do not");
  gtk_test_accessible_assert_state (cell (fixture, 0, 0), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  sdm_option_grid_set_open_row (fixture->grid, "tests");
  gtk_test_accessible_assert_state (cell (fixture, 0, 0), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_property (cell (fixture, 0, 1), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Your risk is looked at again later.");

  sdm_grid_row_set_lead (sdm_grid_line_get_row (line (fixture, 2)), "10");
  assert_label (cell (fixture, 2, 0), "10: Can I change my mind?");
}

static void
test_not_known (Fixture      *fixture,
                gconstpointer data)
{
  assert_label (cell (fixture, 1, 3), "Heart disease or stroke? Lower-strength statin: We do not know this on its own.");
  assert_label (cell (fixture, 2, 2), "Can I change my mind? Atorvastatin 20 mg: We do not know.");
  g_assert_true (gtk_widget_has_css_class (cell (fixture, 2, 2), "unknown"));
  g_assert_false (gtk_widget_has_css_class (cell (fixture, 2, 1), "unknown"));

  sdm_grid_row_set_answer (sdm_grid_line_get_row (line (fixture, 2)), "b", "Yes, too.", NULL);
  assert_label (cell (fixture, 2, 2), "Can I change my mind? Atorvastatin 20 mg: Yes, too.");
  g_assert_false (gtk_widget_has_css_class (cell (fixture, 2, 2), "unknown"));
}

/* No option gets more room than another, whatever is written in it, nor a column that is not below its name. */
static void
test_equal_widths (Fixture      *fixture,
                   gconstpointer data)
{
  GtkCssProvider *style = widget_picture_use_style ("style.css");
  GtkWidget      *name;
  int             width;

  show (fixture);
  width = gtk_widget_get_allocated_width (cell (fixture, 0, 1));
  g_assert_cmpint (width, >, 200);
  name = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (head (fixture))));
  for (guint column = 1; column <= 3; column++, name = gtk_widget_get_next_sibling (name))
    {
      graphene_rect_t above, below;

      for (guint row = 0; row < 3; row++)
        g_assert_cmpint (gtk_widget_get_allocated_width (cell (fixture, row, column)), ==, width);
      g_assert_true (gtk_widget_compute_bounds (name, fixture->window, &above));
      g_assert_true (gtk_widget_compute_bounds (cell (fixture, 0, column), fixture->window, &below));
      g_assert_cmpfloat_with_epsilon (above.origin.x, below.origin.x, 0.001);
      g_assert_cmpfloat_with_epsilon (above.size.width, below.size.width, 0.001);
    }
  widget_picture_drop_style (style);
}

/* Turning the order round moves columns, and no answer to another option. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SdmGridOption) first = g_list_model_get_item (G_LIST_MODEL (fixture->options), 0);

  assert_columns (fixture, "abc");
  g_list_store_remove (fixture->options, 0);
  g_list_store_insert (fixture->options, 2, first);
  assert_columns (fixture, "bca");
  assert_label (cell (fixture, 0, 3), "Which tests would I have? No statin: The usual checks.");
}

static void
test_next_option (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *next = sdm_grid_head_get_next (head (fixture));

  sdm_option_grid_set_max_visible (fixture->grid, 2);
  sdm_option_grid_set_pinned_option (fixture->grid, "a");
  assert_columns (fixture, "ab");
  g_assert_true (gtk_widget_get_visible (next));
  gtk_test_accessible_assert_property (next, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 of 4 in view");
  g_signal_emit_by_name (next, "clicked");
  assert_columns (fixture, "ac");
  g_signal_emit_by_name (next, "clicked");
  assert_columns (fixture, "ad");
  g_signal_emit_by_name (next, "clicked");
  assert_columns (fixture, "ab");
  g_assert_cmpuint (sdm_option_grid_get_first_visible (fixture->grid), ==, 0);

  sdm_option_grid_set_max_visible (fixture->grid, 4);
  g_assert_false (gtk_widget_get_visible (next));
}

static void
test_keyboard (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  sdm_option_grid_set_max_visible (fixture->grid, 4);
  show (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, 0, 0);
  press (fixture, GDK_KEY_Right, 0);
  assert_focus (fixture, 0, 1);
  press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, 1, 1);
  g_assert_cmpuint (sdm_option_grid_get_current_row (fixture->grid), ==, 1);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, 0, 1);

  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpstr (sdm_option_grid_get_open_row (fixture->grid), ==, "tests");
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_space, 0);
  g_assert_cmpstr (sdm_option_grid_get_open_row (fixture->grid), ==, "stroke");
  press (fixture, GDK_KEY_space, 0);
  g_assert_null (sdm_option_grid_get_open_row (fixture->grid));
  /* The third row has no more to show. */
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_space, 0);
  g_assert_null (sdm_option_grid_get_open_row (fixture->grid));

  press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpstr (fixture->events->str, ==, "opened tests;opened stroke;a +1;");
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
}

static void
test_tab_to_next (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  show (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == sdm_grid_head_get_next (head (fixture)));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, 0, 0);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == sdm_grid_head_get_next (head (fixture)));
}

/* One row is open at a time, unless one is kept open. */
static void
test_keep_open (Fixture      *fixture,
                gconstpointer data)
{
  sdm_option_grid_set_can_put_aside (fixture->grid, TRUE);
  sdm_option_grid_set_open_row (fixture->grid, "tests");
  assert_open (fixture, "100");
  sdm_option_grid_set_open_row (fixture->grid, "stroke");
  assert_open (fixture, "010");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tool (fixture, 1, "Keep open")), TRUE);
  sdm_option_grid_set_open_row (fixture->grid, "mind");
  assert_open (fixture, "011");
  sdm_option_grid_set_open_row (fixture->grid, NULL);
  assert_open (fixture, "010");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tool (fixture, 1, "Keep open")), FALSE);
  assert_open (fixture, "000");
}

/* What no row shows is not made, as it would be laid out all the same. */
static void
test_made_when_opened (Fixture      *fixture,
                       gconstpointer data)
{
  sdm_option_grid_set_can_put_aside (fixture->grid, TRUE);
  g_assert_null (sdm_grid_line_get_more (line (fixture, 1)));
  sdm_option_grid_set_open_row (fixture->grid, "stroke");
  g_assert_nonnull (sdm_grid_line_get_more (line (fixture, 1)));
  g_assert_null (sdm_grid_line_get_more (line (fixture, 0)));
}

/* A row that is kept open closes like any other, and is not kept any more. */
static void
test_close_kept (Fixture      *fixture,
                 gconstpointer data)
{
  sdm_option_grid_set_can_put_aside (fixture->grid, TRUE);
  show (fixture);
  gtk_widget_grab_focus (cell (fixture, 1, 1));
  press (fixture, GDK_KEY_Return, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tool (fixture, 1, "Keep open")), TRUE);
  press (fixture, GDK_KEY_Return, 0);
  assert_open (fixture, "000");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tool (fixture, 1, "Keep open"))));
}

static void
test_put_aside (Fixture      *fixture,
                gconstpointer data)
{
  /* Without anything to read or do, a row does not open. */
  gtk_test_accessible_assert_state (cell (fixture, 0, 0), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_false (sdm_grid_line_can_open (line (fixture, 2)));
  sdm_option_grid_set_can_put_aside (fixture->grid, TRUE);
  g_assert_true (sdm_grid_line_can_open (line (fixture, 2)));
  gtk_test_accessible_assert_state (cell (fixture, 2, 0), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);

  sdm_option_grid_set_open_row (fixture->grid, "mind");
  g_signal_emit_by_name (tool (fixture, 2, "Put this question aside"), "clicked");
  g_assert_cmpstr (fixture->events->str, ==, "aside mind;");
}

static void
test_sources (Fixture      *fixture,
              gconstpointer data)
{
  GtkWidget *source;
  GtkWidget *text;

  sdm_option_grid_set_can_put_aside (fixture->grid, TRUE);
  sdm_option_grid_set_open_row (fixture->grid, "mind");
  source = tool (fixture, 2, "Source");
  text = find_type (sdm_grid_line_get_more (line (fixture, 2)), GTK_TYPE_LABEL, &(guint){ 2 });
  g_assert_false (gtk_widget_get_visible (source));
  sdm_grid_row_set_sources (sdm_grid_line_get_row (line (fixture, 2)), "A study of 1998.");
  g_assert_true (gtk_widget_get_visible (source));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (text)), ==, "A study of 1998.");
  g_assert_false (gtk_widget_get_visible (text));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (source), TRUE);
  g_assert_true (gtk_widget_get_visible (text));

  /* It is asked for each time. */
  sdm_option_grid_set_open_row (fixture->grid, NULL);
  g_assert_false (gtk_widget_get_visible (text));
}

/* Why a row stands where it stands is said beside its question. */
static void
test_matters (Fixture      *fixture,
              gconstpointer data)
{
  sdm_grid_row_set_matters (sdm_grid_line_get_row (line (fixture, 2)), "Matters to you", "You said: “Freedom”");
  gtk_test_accessible_assert_property (cell (fixture, 2, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Matters to you");
  g_assert_true (sdm_grid_line_can_open (line (fixture, 2)));
}

/* Tab leads through what is open below the row of the keyboard. */
static void
test_tab_to_more (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  sdm_option_grid_set_max_visible (fixture->grid, 4);
  sdm_option_grid_set_can_put_aside (fixture->grid, TRUE);
  show (fixture);
  gtk_widget_grab_focus (cell (fixture, 1, 2));
  press (fixture, GDK_KEY_Return, 0);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == tool (fixture, 1, "Keep open"));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == tool (fixture, 1, "Put this question aside"));
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_BACKWARD));
  assert_focus (fixture, 1, 2);
}

/* Past options that are out of sight. */
static void
test_move_past (Fixture      *fixture,
                gconstpointer data)
{
  sdm_option_grid_set_max_visible (fixture->grid, 2);
  sdm_option_grid_set_pinned_option (fixture->grid, "a");
  sdm_option_grid_set_first_visible (fixture->grid, 1);
  assert_columns (fixture, "ac");
  show (fixture);
  gtk_widget_grab_focus (cell (fixture, 0, 2));
  press (fixture, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_cmpstr (fixture->events->str, ==, "c -2;");

  /* There is none on the other side. */
  press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  g_assert_cmpstr (fixture->events->str, ==, "c -2;");
}

/* The keyboard goes with the option, and with the row. */
static void
test_focus_goes_along (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (SdmGridOption) a = g_list_model_get_item (G_LIST_MODEL (fixture->options), 0);
  g_autoptr (SdmGridOption) b = g_list_model_get_item (G_LIST_MODEL (fixture->options), 1);
  g_autoptr (SdmGridRow) tests = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 0);
  g_autoptr (SdmGridRow) stroke = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 1);

  show (fixture);
  gtk_widget_grab_focus (cell (fixture, 0, 1));
  g_list_store_splice (fixture->options, 0, 2, (gpointer[]){ b, a }, 2);
  assert_columns (fixture, "bac");
  assert_focus (fixture, 0, 2);
  g_list_store_splice (fixture->rows, 0, 2, (gpointer[]){ stroke, tests }, 2);
  assert_focus (fixture, 1, 2);
  assert_label (cell (fixture, 1, 2), "Which tests would I have? No statin: The usual checks.");
}

/* The keyboard stays in its cell while columns and rows come and go. */
static void
test_focus_stays (Fixture      *fixture,
                  gconstpointer data)
{
  show (fixture);
  gtk_widget_grab_focus (cell (fixture, 1, 2));
  g_list_store_remove (fixture->options, 3);
  assert_focus (fixture, 1, 2);
  g_list_store_remove (fixture->rows, 2);
  assert_focus (fixture, 1, 2);
  g_list_store_remove (fixture->rows, 1);
  assert_focus (fixture, 0, 2);
}

static void
test_rows_follow (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (SdmGridRow) row = sdm_grid_row_new ("when", "When does it help?");

  sdm_option_grid_set_open_row (fixture->grid, "when");
  g_list_store_insert (fixture->rows, 1, row);
  assert_label (cell (fixture, 1, 0), "When does it help?");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (line (fixture, 1)), "open"));
  assert_label (cell (fixture, 2, 0), "Heart disease or stroke?");
  g_list_store_remove (fixture->rows, 0);
  assert_label (cell (fixture, 0, 0), "When does it help?");
}

static void
test_one_question (Fixture      *fixture,
                   gconstpointer data)
{
  sdm_option_grid_set_one_question (fixture->grid, TRUE);
  sdm_option_grid_set_current_row (fixture->grid, 1);
  show (fixture);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (line (fixture, 0))));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (line (fixture, 1))));
  g_assert_false (gtk_widget_get_mapped (cell (fixture, 1, 0)));
  g_assert_true (gtk_widget_get_mapped (cell (fixture, 1, 3)));
  sdm_option_grid_set_current_row (fixture->grid, 9);
  g_assert_cmpuint (sdm_option_grid_get_current_row (fixture->grid), ==, 2);
}

/* Nothing else may happen for a while. */
static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* What was opened at the lower edge comes into sight, though the rows were still moving to the focus. */
static void
test_opened_in_sight (Fixture      *fixture,
                      gconstpointer data)
{
  const gint64   end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  const guint    tick = g_timeout_add (50, wake_cb, NULL);
  GtkAdjustment *adjustment;
  g_autoptr (GObject) stroke = NULL;
  GtkWidget *lines;
  double     bottom;
  int        folded;
  int        height;

  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      sdm_grid_row_set_answer (add_row (fixture, id, "One more?"), "a", "Yes.", NULL);
    }
  stroke = g_list_model_get_item (G_LIST_MODEL (fixture->rows), 1);
  g_list_store_remove (fixture->rows, 1);
  g_list_store_append (fixture->rows, stroke);
  sdm_grid_row_set_footnote (SDM_GRID_ROW (stroke), "One line.\nAnother line.\nA third line.\nAnd a fourth line.");
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 260);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  lines = gtk_widget_get_parent (GTK_WIDGET (line (fixture, 0)));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (lines, GTK_TYPE_SCROLLED_WINDOW)));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, gtk_adjustment_get_page_size (adjustment));
  folded = gtk_widget_get_height (GTK_WIDGET (line (fixture, 17)));
  gtk_widget_grab_focus (cell (fixture, 17, 1));
  sdm_option_grid_set_open_row (fixture->grid, "stroke");
  do
    {
      graphene_rect_t bounds;

      g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (line (fixture, 17)), lines, &bounds));
      bottom = bounds.origin.y + bounds.size.height;
      height = (int) bounds.size.height;
    }
  while ((height < folded + 20 || bottom > gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) + 1) && g_get_monotonic_time () < end);
  g_source_remove (tick);
  g_assert_cmpint (height, >=, folded + 20);
  g_assert_cmpfloat (bottom, <=, gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) + 1);
}

/* Buttons and keys lead from one question to another. */
static void
test_foot (Fixture      *fixture,
           gconstpointer data)
{
  sdm_option_grid_set_one_question (fixture->grid, TRUE);
  show (fixture);
  g_signal_emit_by_name (foot_button (fixture, "Read more"), "clicked");
  g_assert_cmpstr (sdm_option_grid_get_open_row (fixture->grid), ==, "tests");
  g_signal_emit_by_name (foot_button (fixture, "Read less"), "clicked");
  g_assert_null (sdm_option_grid_get_open_row (fixture->grid));
  g_signal_emit_by_name (foot_button (fixture, "Question 2"), "clicked");
  g_assert_cmpuint (sdm_option_grid_get_current_row (fixture->grid), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (foot_button (fixture, "Question 1")));
  g_assert_true (gtk_widget_get_sensitive (foot_button (fixture, "Question 3")));

  gtk_widget_grab_focus (cell (fixture, 1, 2));
  press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, 2, 2);
  press (fixture, GDK_KEY_Down, 0);
  assert_focus (fixture, 2, 2);
  g_assert_false (gtk_widget_get_sensitive (foot_button (fixture, "Read more")));
  press (fixture, GDK_KEY_Up, 0);
  assert_focus (fixture, 1, 2);

  sdm_option_grid_set_has_foot (fixture->grid, FALSE);
  g_assert_false (gtk_widget_get_visible (find_type (GTK_WIDGET (fixture->grid), SDM_TYPE_GRID_FOOT, &(guint){ 0 })));
}

/* Below each other, every option is in sight, with its name. */
static void
test_stacked (Fixture      *fixture,
              gconstpointer data)
{
  graphene_rect_t first, second;

  sdm_option_grid_set_stacked (fixture->grid, TRUE);
  assert_columns (fixture, "abcd");
  show (fixture);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (head (fixture))));
  g_assert_true (gtk_widget_compute_bounds (cell (fixture, 0, 1), fixture->window, &first));
  g_assert_true (gtk_widget_compute_bounds (cell (fixture, 0, 2), fixture->window, &second));
  g_assert_cmpfloat_with_epsilon (first.origin.x, second.origin.x, 0.001);
  g_assert_cmpfloat (first.origin.y, <, second.origin.y);
}

static void
test_notify_only_on_change (Fixture      *fixture,
                            gconstpointer data)
{
  guint       notified = 0, changed = 0;
  SdmGridRow *row = sdm_grid_line_get_row (line (fixture, 0));

  g_signal_connect (fixture->grid, "notify", G_CALLBACK (notify_cb), &notified);
  for (int i = 0; i < 2; i++)
    {
      sdm_option_grid_set_max_visible (fixture->grid, 2);
      sdm_option_grid_set_first_visible (fixture->grid, 1);
      sdm_option_grid_set_pinned_option (fixture->grid, "a");
      sdm_option_grid_set_open_row (fixture->grid, "tests");
      sdm_option_grid_set_compact (fixture->grid, TRUE);
      sdm_option_grid_set_one_question (fixture->grid, TRUE);
      sdm_option_grid_set_current_row (fixture->grid, 1);
      sdm_option_grid_set_stacked (fixture->grid, TRUE);
      sdm_option_grid_set_can_put_aside (fixture->grid, TRUE);
      sdm_option_grid_set_options (fixture->grid, G_LIST_MODEL (fixture->options));
      sdm_option_grid_set_rows (fixture->grid, G_LIST_MODEL (fixture->rows));
      g_assert_cmpuint (notified, ==, 9);
    }

  g_signal_connect_swapped (row, "changed", G_CALLBACK (count_cb), &changed);
  for (int i = 0; i < 2; i++)
    {
      sdm_grid_row_set_answer (row, "a", "Other checks.", NULL);
      sdm_grid_row_set_figure (row, "b", "1 of 2", NULL);
      sdm_grid_row_set_not_known (row, "c", NULL, NULL);
      sdm_grid_row_set_lead (row, "10");
      sdm_grid_row_set_footnote (row, "All of it.");
      sdm_grid_row_set_sources (row, "A study.");
      g_assert_cmpuint (changed, ==, 6);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (turns_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/option-grid/turns/", turns_cases[i].name, NULL);

      g_test_add_data_func (path, &turns_cases[i], test_turns);
    }
#define ADD(path, function) g_test_add ("/widgets/option-grid/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("accessible", test_accessible);
  ADD ("not-known", test_not_known);
  ADD ("equal-widths", test_equal_widths);
  ADD ("order", test_order);
  ADD ("next-option", test_next_option);
  ADD ("keyboard", test_keyboard);
  ADD ("tab-to-next", test_tab_to_next);
  ADD ("tab-to-more", test_tab_to_more);
  ADD ("focus-stays", test_focus_stays);
  ADD ("focus-goes-along", test_focus_goes_along);
  ADD ("move-past", test_move_past);
  ADD ("keep-open", test_keep_open);
  ADD ("made-when-opened", test_made_when_opened);
  ADD ("close-kept", test_close_kept);
  ADD ("put-aside", test_put_aside);
  ADD ("sources", test_sources);
  ADD ("matters", test_matters);
  ADD ("rows-follow", test_rows_follow);
  ADD ("one-question", test_one_question);
  ADD ("opened-in-sight", test_opened_in_sight);
  ADD ("foot", test_foot);
  ADD ("stacked", test_stacked);
  ADD ("notify-only-on-change", test_notify_only_on_change);

  return g_test_run ();
}
