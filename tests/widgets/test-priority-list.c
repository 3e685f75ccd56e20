/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-priority-list.h"
#include "sdm-priority-row-private.h"
#include "sdm-ruler-line.h"
#include "sdm-ruler-private.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* A list of three statements, a window round it, and what it said. */
typedef struct
{
  SdmPriorityList *list; /* owned */
  GListStore      *model;
  GtkWidget       *window;
  guint            changed;
  guint            removed;
  SdmPriorityItem *removed_item; /* owned, nullable */
  guint            removed_position;
} Fixture;

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
removed_cb (Fixture         *fixture,
            SdmPriorityItem *item,
            guint            position)
{
  fixture->removed++;
  g_set_object (&fixture->removed_item, item);
  fixture->removed_position = position;
}

static void
append (GListStore *model,
        const char *text,
        int         importance)
{
  g_autoptr (SdmPriorityItem) item = sdm_priority_item_new (text, text, importance, FALSE);

  g_list_store_append (model, item);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->list = g_object_ref_sink (SDM_PRIORITY_LIST (sdm_priority_list_new (NULL)));
  fixture->model = sdm_priority_list_get_model (fixture->list);
  append (fixture->model, "drive", 10);
  append (fixture->model, "aches", 8);
  append (fixture->model, "stroke", -1);
  fixture->window = widget_picture_show (GTK_WIDGET (fixture->list));
  g_signal_connect_swapped (fixture->list, "changed", G_CALLBACK (count_cb), &fixture->changed);
  g_signal_connect_swapped (fixture->list, "removed", G_CALLBACK (removed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->removed_item);
  g_assert_finalize_object (fixture->list);
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->model)); i++)
    {
      g_autoptr (SdmPriorityItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), i);

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "", sdm_priority_item_get_text (item));
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static GtkWidget *
row_at (Fixture *fixture,
        int      position)
{
  GtkWidget *list_box = gtk_widget_get_first_child (GTK_WIDGET (fixture->list));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), position));
}

static GtkWidget *
part_at (Fixture        *fixture,
         int             position,
         SdmPriorityPart part)
{
  return sdm_priority_row_get_part (SDM_PRIORITY_ROW (row_at (fixture, position)), part);
}

static gboolean
has_focus_inside (Fixture   *fixture,
                  GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Does what the row's own key binding for this accelerator does. */
static void
press (GtkWidget  *row,
       const char *accelerator)
{
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (accelerator);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row, NULL);
              return;
            }
        }
    }
  g_error ("the row has no key %s", accelerator);
}

/* Tests */

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget *row = row_at (fixture, 1);

  gtk_test_accessible_assert_role (fixture->list, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (gtk_widget_get_first_child (GTK_WIDGET (fixture->list)), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "aches, 2 of 3");
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "8 out of 10");
  gtk_test_accessible_assert_property (row_at (fixture, 2), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Not said yet");
  gtk_test_accessible_assert_property (part_at (fixture, 1, SDM_PRIORITY_PART_UP),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Move up: aches");
  gtk_test_accessible_assert_property (part_at (fixture, 1, SDM_PRIORITY_PART_REMOVE),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Take out: aches");
  gtk_test_accessible_assert_property (sdm_ruler_get_track (SDM_RULER (part_at (fixture, 1, SDM_PRIORITY_PART_RULER))),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "aches");
}

static void
test_keys_move (Fixture      *fixture,
                gconstpointer data)
{
  press (row_at (fixture, 0), "<Alt>Down");
  assert_order (fixture, "aches drive stroke");
  gtk_test_accessible_assert_property (row_at (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "drive, 2 of 3");
  gtk_test_accessible_assert_property (row_at (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL, "aches, 1 of 3");
  press (row_at (fixture, 1), "<Alt>Down");
  assert_order (fixture, "aches stroke drive");
  press (row_at (fixture, 1), "<Alt>Up");
  assert_order (fixture, "stroke aches drive");
  g_assert_cmpuint (fixture->changed, ==, 3);

  /* The ends. */
  press (row_at (fixture, 0), "<Alt>Up");
  press (row_at (fixture, 2), "<Alt>Down");
  assert_order (fixture, "stroke aches drive");
  g_assert_cmpuint (fixture->changed, ==, 3);
  g_assert_false (gtk_widget_is_sensitive (part_at (fixture, 0, SDM_PRIORITY_PART_UP)));
  g_assert_false (gtk_widget_is_sensitive (part_at (fixture, 2, SDM_PRIORITY_PART_DOWN)));
  g_assert_true (gtk_widget_is_sensitive (part_at (fixture, 1, SDM_PRIORITY_PART_UP)));
}

static void
test_buttons (Fixture      *fixture,
              gconstpointer data)
{
  g_signal_emit_by_name (part_at (fixture, 2, SDM_PRIORITY_PART_UP), "clicked");
  assert_order (fixture, "drive stroke aches");
  g_signal_emit_by_name (part_at (fixture, 0, SDM_PRIORITY_PART_DOWN), "clicked");
  assert_order (fixture, "stroke drive aches");
  g_signal_emit_by_name (part_at (fixture, 1, SDM_PRIORITY_PART_REMOVE), "clicked");
  assert_order (fixture, "stroke aches");
  g_assert_cmpuint (fixture->changed, ==, 3);
}

static void
test_focus_stays (Fixture      *fixture,
                  gconstpointer data)
{
  gtk_widget_grab_focus (row_at (fixture, 0));
  press (row_at (fixture, 0), "<Alt>Down");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row_at (fixture, 1));

  gtk_widget_grab_focus (part_at (fixture, 1, SDM_PRIORITY_PART_RULER));
  press (row_at (fixture, 1), "<Alt>Down");
  g_assert_true (has_focus_inside (fixture, part_at (fixture, 2, SDM_PRIORITY_PART_RULER)));

  /* The button down is of no use on the last row, so the row itself. */
  gtk_widget_grab_focus (part_at (fixture, 1, SDM_PRIORITY_PART_DOWN));
  press (row_at (fixture, 1), "<Alt>Down");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row_at (fixture, 2));
}

static void
test_remove_and_undo (Fixture      *fixture,
                      gconstpointer data)
{
  gtk_widget_grab_focus (row_at (fixture, 1));
  press (row_at (fixture, 1), "Delete");
  assert_order (fixture, "drive stroke");
  g_assert_cmpuint (fixture->removed, ==, 1);
  g_assert_cmpuint (fixture->removed_position, ==, 1);
  g_assert_cmpstr (sdm_priority_item_get_text (fixture->removed_item), ==, "aches");
  g_assert_cmpuint (fixture->changed, ==, 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == row_at (fixture, 1));
  gtk_test_accessible_assert_property (row_at (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "stroke, 2 of 2");

  sdm_priority_list_insert (fixture->list, fixture->removed_position, fixture->removed_item);
  assert_order (fixture, "drive aches stroke");
  g_assert_cmpuint (fixture->changed, ==, 2);
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (part_at (fixture, 1, SDM_PRIORITY_PART_RULER))), ==, 8);

  while (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)) > 0)
    press (row_at (fixture, 0), "Delete");
  g_assert_cmpuint (fixture->removed, ==, 4);
  g_assert_false (sdm_priority_list_remove (fixture->list, 0));
}

static void
test_importance (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (SdmPriorityItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 2);
  SdmRuler *ruler = SDM_RULER (part_at (fixture, 2, SDM_PRIORITY_PART_RULER));

  sdm_ruler_track_press_key (sdm_ruler_get_track (ruler), GDK_KEY_6, 0);
  g_assert_cmpint (sdm_priority_item_get_importance (item), ==, 6);
  g_assert_cmpuint (fixture->changed, ==, 1);
  gtk_test_accessible_assert_property (row_at (fixture, 2), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "6 out of 10");

  /* The program's own changes are shown and not reported. */
  sdm_priority_item_set_importance (item, 4);
  sdm_priority_item_set_guess (item, 9);
  g_assert_cmpint (sdm_ruler_get_value (ruler), ==, 4);
  g_assert_cmpint (sdm_ruler_get_guess (ruler), ==, 9);
  append (fixture->model, "tablets", -1);
  gtk_test_accessible_assert_property (row_at (fixture, 3), GTK_ACCESSIBLE_PROPERTY_LABEL, "tablets, 4 of 4");
  g_assert_cmpuint (fixture->changed, ==, 1);
}

/* What another one said stands under the statement, and is read out with it. */
static void
test_note (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (SdmPriorityItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), 1);

  sdm_priority_item_set_note (item, "Dr Shah thought 6.");
  gtk_test_accessible_assert_property (row_at (fixture, 1), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "8 out of 10. Dr Shah thought 6.");
  press (row_at (fixture, 1), "<Alt>Up");
  gtk_test_accessible_assert_property (row_at (fixture, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "8 out of 10. Dr Shah thought 6.");
  sdm_priority_item_set_note (item, NULL);
  gtk_test_accessible_assert_property (row_at (fixture, 0), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "8 out of 10");
}

/* The rulers of all rows have one length and one place, however long a statement is. */
static void
test_rulers_line_up (Fixture      *fixture,
                     gconstpointer data)
{
  double first;
  double last;

  append (fixture->model, "that I can go on driving the early bus and see to my mother in the afternoon", 3);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_translate_coordinates (part_at (fixture, 0, SDM_PRIORITY_PART_RULER), GTK_WIDGET (fixture->list), 0, 0, &first, NULL));
  g_assert_true (gtk_widget_translate_coordinates (part_at (fixture, 3, SDM_PRIORITY_PART_RULER), GTK_WIDGET (fixture->list), 0, 0, &last, NULL));
  g_assert_cmpfloat_with_epsilon (first, last, 0.5);
  g_assert_cmpint (gtk_widget_get_width (part_at (fixture, 0, SDM_PRIORITY_PART_RULER)), ==,
                   gtk_widget_get_width (part_at (fixture, 3, SDM_PRIORITY_PART_RULER)));
}

/* Where there is little room the ruler stands under its statement. */
static void
test_ruler_line (void)
{
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", "Staying able to drive", "wrap", TRUE, "width-chars", 12, NULL);
  GtkWidget *ruler = sdm_ruler_new ();
  GtkWidget *line = g_object_ref_sink (sdm_ruler_line_new (text, ruler));
  int        least;
  int        least_beside;
  int        natural;
  int        height;

  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, &least_beside, NULL, NULL, NULL);
  g_assert_cmpint (least, <, least_beside + 192);

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, natural, &height, NULL, NULL, NULL);
  gtk_widget_allocate (line, natural, height, -1, NULL);
  g_assert_cmpint (gtk_widget_get_height (text), ==, gtk_widget_get_height (ruler));

  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, least, &height, NULL, NULL, NULL);
  gtk_widget_allocate (line, least, height, -1, NULL);
  g_assert_cmpint (gtk_widget_get_height (text) + gtk_widget_get_height (ruler), ==, height);
  g_assert_cmpint (gtk_widget_get_width (text), ==, least);

  g_assert_finalize_object (line);
}

/* Tab reaches every ruler and every button, row after row. */
static void
test_tab_goes_through_all_rows (Fixture      *fixture,
                                gconstpointer data)
{
  gboolean seen[3][5] = { 0 };
  guint    steps = 0;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  while (steps < 20 && gtk_widget_child_focus (GTK_WIDGET (fixture->list), GTK_DIR_TAB_FORWARD))
    {
      GtkWidget      *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      GtkWidget      *row = GTK_IS_LIST_BOX_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, SDM_TYPE_PRIORITY_ROW);
      SdmPriorityPart part = sdm_priority_row_find_focus_part (SDM_PRIORITY_ROW (row));

      seen[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))][part] = TRUE;
      steps++;
    }

  g_assert_cmpuint (steps, ==, 13);
  for (int position = 0; position < 3; position++)
    for (int part = 0; part < 5; part++)
      {
        const gboolean usable = !(position == 0 && part == SDM_PRIORITY_PART_UP) &&
                                !(position == 2 && part == SDM_PRIORITY_PART_DOWN);

        g_assert_true (seen[position][part] == usable);
      }

  steps = 0;
  while (steps < 20 && gtk_widget_child_focus (GTK_WIDGET (fixture->list), GTK_DIR_TAB_BACKWARD))
    steps++;
  g_assert_cmpuint (steps, ==, 12);
}

static void
test_model (void)
{
  g_autoptr (GListStore) model = g_list_store_new (SDM_TYPE_PRIORITY_ITEM);
  SdmPriorityList *list = g_object_ref_sink (SDM_PRIORITY_LIST (sdm_priority_list_new (model)));
  guint            notified = 0;

  g_assert_true (sdm_priority_list_get_model (list) == model);
  g_signal_connect_swapped (list, "notify::model", G_CALLBACK (count_cb), &notified);
  sdm_priority_list_set_model (list, model);
  g_assert_cmpuint (notified, ==, 0);

  append (model, "drive", 10);
  g_assert_false (sdm_priority_list_move (list, 0, 0));
  g_assert_false (sdm_priority_list_move (list, 0, 1));
  g_assert_false (sdm_priority_list_move (list, 5, 0));

  g_assert_finalize_object (list);
  append (model, "aches", 8); /* nobody listens any more */
}

static void
test_item (void)
{
  SdmPriorityItem *item = sdm_priority_item_new (NULL, "my dog", -1, TRUE);
  guint            notified = 0;

  g_signal_connect_swapped (item, "notify::importance", G_CALLBACK (count_cb), &notified);
  sdm_priority_item_set_importance (item, -1);
  sdm_priority_item_set_importance (item, 10);
  sdm_priority_item_set_importance (item, 10);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_null (sdm_priority_item_get_id (item));
  g_assert_true (sdm_priority_item_get_own (item));

  g_assert_finalize_object (item);
}

static void
add_test (const char *name,
          void (*test) (Fixture *,
                        gconstpointer))
{
  g_autofree char *path = g_strconcat ("/widgets/priority-list/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  add_test ("accessible", test_accessible);
  add_test ("keys-move", test_keys_move);
  add_test ("buttons", test_buttons);
  add_test ("focus-stays", test_focus_stays);
  add_test ("remove-and-undo", test_remove_and_undo);
  add_test ("importance", test_importance);
  add_test ("note", test_note);
  add_test ("rulers-line-up", test_rulers_line_up);
  add_test ("tab-goes-through-all-rows", test_tab_goes_through_all_rows);
  g_test_add_func ("/widgets/priority-list/model", test_model);
  g_test_add_func ("/widgets/ruler-line/beside-or-below", test_ruler_line);
  g_test_add_func ("/widgets/priority-item/notify-only-on-change", test_item);

  return g_test_run ();
}
