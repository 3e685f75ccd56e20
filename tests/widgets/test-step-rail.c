/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "press-key.h"
#include "sdm-step-private.h"
#include "sdm-step-rail.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* Helpers */

typedef struct
{
  GListStore  *steps;
  SdmStepRail *rail;
  GtkWidget   *window; /* NULL when the rail was not shown */
  GString     *went;   /* ids of activated steps */
} Fixture;

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
step_activated_cb (Fixture    *fixture,
                   const char *id)
{
  g_string_append_printf (fixture->went, "%s ", id);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const struct
  {
    const char  *id;
    const char  *title;
    SdmStepState state;
  } steps[] = {
    { "start", "Start", SDM_STEP_DONE },
    { "people", "People", SDM_STEP_SKIPPED },
    { "options", "Options", SDM_STEP_NOW },
    { "letter", "Letter", SDM_STEP_OPEN },
  };

  fixture->went = g_string_new (NULL);
  fixture->steps = g_list_store_new (SDM_TYPE_STEP_ITEM);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (SdmStepItem) item = sdm_step_item_new (steps[i].id, steps[i].title);

      sdm_step_item_set_state (item, steps[i].state);
      g_list_store_append (fixture->steps, item);
    }
  fixture->rail = g_object_ref_sink (SDM_STEP_RAIL (sdm_step_rail_new ()));
  sdm_step_rail_set_steps (fixture->rail, G_LIST_MODEL (fixture->steps));
  g_signal_connect_swapped (fixture->rail, "step-activated", G_CALLBACK (step_activated_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->rail);
  g_assert_finalize_object (fixture->steps);
  g_string_free (fixture->went, TRUE);
}

static void
show (Fixture *fixture)
{
  fixture->window = widget_picture_show (GTK_WIDGET (fixture->rail));
}

static GtkWidget *
find_step (GtkWidget *widget,
           guint     *position)
{
  if (SDM_IS_STEP (widget) && (*position)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *step = find_step (child, position);

      if (step != NULL)
        return step;
    }

  return NULL;
}

static GtkWidget *
step (Fixture *fixture,
      guint    position)
{
  return find_step (GTK_WIDGET (fixture->rail), &position);
}

static SdmStepItem *
item (Fixture *fixture,
      guint    position)
{
  return sdm_step_get_item (SDM_STEP (step (fixture, position)));
}

static void
assert_focus (Fixture    *fixture,
              const char *id)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  g_assert_true (SDM_IS_STEP (focus));
  g_assert_cmpstr (sdm_step_item_get_id (sdm_step_get_item (SDM_STEP (focus))), ==, id);
}

static void
assert_label (GtkWidget  *widget,
              const char *label)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* Tests */

static void
test_accessible (Fixture      *fixture,
                 gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->rail, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (step (fixture, 0), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  assert_label (GTK_WIDGET (fixture->rail), "Steps");
  assert_label (step (fixture, 0), "Start, step 1 of 4, done");
  assert_label (step (fixture, 2), "Options, step 3 of 4, now");
  assert_label (step (fixture, 3), "Letter, step 4 of 4");
  gtk_test_accessible_assert_state (step (fixture, 2), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (step (fixture, 3), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);

  sdm_step_item_set_reachable (item (fixture, 3), FALSE);
  gtk_test_accessible_assert_state (step (fixture, 3), GTK_ACCESSIBLE_STATE_DISABLED, TRUE);
}

/* A step that was passed over is no reproach: it looks and reads like one not visited yet. */
static void
test_skipped_is_like_open (Fixture      *fixture,
                           gconstpointer data)
{
  assert_label (step (fixture, 1), "People, step 2 of 4");
  g_assert_false (gtk_widget_has_css_class (step (fixture, 1), "done"));
  g_assert_false (gtk_widget_has_css_class (step (fixture, 1), "now"));
}

static void
test_follows_items (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SdmStepItem) finish = sdm_step_item_new ("finish", "Finish");

  sdm_step_item_set_state (item (fixture, 2), SDM_STEP_DONE);
  sdm_step_item_set_state (item (fixture, 3), SDM_STEP_NOW);
  assert_label (step (fixture, 2), "Options, step 3 of 4, done");
  assert_label (step (fixture, 3), "Letter, step 4 of 4, now");
  g_assert_true (gtk_widget_has_css_class (step (fixture, 3), "now"));

  g_list_store_append (fixture->steps, finish);
  assert_label (step (fixture, 0), "Start, step 1 of 5, done");
  assert_label (step (fixture, 4), "Finish, step 5 of 5");
  g_list_store_remove (fixture->steps, 0);
  assert_label (step (fixture, 0), "People, step 1 of 4");
}

static void
test_keyboard (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *rail = GTK_WIDGET (fixture->rail);

  show (fixture);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (rail, GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, "options");
  g_assert_true (gtk_widget_child_focus (rail, GTK_DIR_UP));
  assert_focus (fixture, "people");
  sdm_step_item_set_reachable (item (fixture, 2), FALSE);
  g_assert_true (gtk_widget_child_focus (rail, GTK_DIR_DOWN));
  assert_focus (fixture, "letter");
  g_assert_false (gtk_widget_child_focus (rail, GTK_DIR_DOWN));
  g_assert_true (press_key (fixture->window, GDK_KEY_Home, 0));
  assert_focus (fixture, "start");
  g_assert_true (press_key (fixture->window, GDK_KEY_End, 0));
  assert_focus (fixture, "letter");
  g_assert_false (gtk_widget_child_focus (rail, GTK_DIR_TAB_FORWARD));

  g_assert_true (press_key (fixture->window, GDK_KEY_Return, 0));
  g_assert_true (press_key (fixture->window, GDK_KEY_Home, 0));
  g_assert_true (press_key (fixture->window, GDK_KEY_space, 0));
  g_assert_cmpstr (fixture->went->str, ==, "letter start ");

  /* A present step that cannot be gone to lets the first one that can have the keyboard. */
  press_key (fixture->window, GDK_KEY_End, 0);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_true (gtk_widget_child_focus (rail, GTK_DIR_TAB_FORWARD));
  assert_focus (fixture, "start");
}

static void
test_folded (Fixture      *fixture,
             gconstpointer data)
{
  GtkCssProvider *used = widget_picture_use_style ("style.css");

  show (fixture);
  g_assert_cmpint (gtk_widget_get_allocated_width (GTK_WIDGET (fixture->rail)), ==, 212);
  sdm_step_rail_set_folded (fixture->rail, TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_allocated_width (GTK_WIDGET (fixture->rail)), ==, 64);
  assert_label (step (fixture, 2), "Options, step 3 of 4, now");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (step (fixture, 2)), ==, "Options");
  widget_picture_drop_style (used);
}

static void
test_notify_only_on_change (Fixture      *fixture,
                            gconstpointer data)
{
  guint rail = 0, steps = 0;

  g_signal_connect_swapped (fixture->rail, "notify::foot", G_CALLBACK (count_cb), &rail);
  g_signal_connect_swapped (fixture->rail, "notify::folded", G_CALLBACK (count_cb), &rail);
  g_signal_connect_swapped (fixture->rail, "notify::steps", G_CALLBACK (count_cb), &rail);
  sdm_step_rail_set_foot (fixture->rail, "Saved 14:32\nonly on this PC");
  sdm_step_rail_set_foot (fixture->rail, "Saved 14:32\nonly on this PC");
  g_assert_cmpuint (rail, ==, 1);
  sdm_step_rail_set_folded (fixture->rail, TRUE);
  sdm_step_rail_set_folded (fixture->rail, TRUE);
  g_assert_cmpuint (rail, ==, 2);
  sdm_step_rail_set_steps (fixture->rail, G_LIST_MODEL (fixture->steps));
  g_assert_cmpuint (rail, ==, 2);
  sdm_step_rail_set_steps (fixture->rail, NULL);
  g_assert_cmpuint (rail, ==, 3);
  sdm_step_rail_set_steps (fixture->rail, G_LIST_MODEL (fixture->steps));

  g_signal_connect_swapped (item (fixture, 0), "notify", G_CALLBACK (count_cb), &steps);
  sdm_step_item_set_state (item (fixture, 0), SDM_STEP_NOW);
  sdm_step_item_set_state (item (fixture, 0), SDM_STEP_NOW);
  sdm_step_item_set_reachable (item (fixture, 0), FALSE);
  sdm_step_item_set_reachable (item (fixture, 0), FALSE);
  g_assert_cmpuint (steps, ==, 2);
}

static gboolean
is_in_sight (Fixture *fixture,
             guint    position)
{
  GtkWidget      *scroller = gtk_widget_get_first_child (GTK_WIDGET (fixture->rail));
  GtkWidget      *step = gtk_widget_get_first_child (gtk_viewport_get_child (GTK_VIEWPORT (gtk_widget_get_first_child (scroller))));
  graphene_rect_t place;

  while (position-- > 0)
    step = gtk_widget_get_next_sibling (step);
  if (!gtk_widget_compute_bounds (step, scroller, &place))
    return FALSE;

  return place.size.height > 0 && place.origin.y >= 0 && place.origin.y + place.size.height <= (float) gtk_widget_get_height (scroller);
}

static void
wait_for_sight (Fixture *fixture,
                guint    position)
{
  const gint64 limit = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (!is_in_sight (fixture, position) && g_get_monotonic_time () < limit)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (is_in_sight (fixture, position));
}

/* In a low window the rail is higher than what is seen of it. */
static void
test_scrolls_to_now (Fixture      *fixture,
                     gconstpointer data)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 240, 50);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->rail));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_sight (fixture, 2);
  g_assert_false (is_in_sight (fixture, 0));

  sdm_step_item_set_state (item (fixture, 2), SDM_STEP_DONE);
  sdm_step_item_set_state (item (fixture, 3), SDM_STEP_NOW);
  wait_for_sight (fixture, 3);
  g_assert_false (is_in_sight (fixture, 0));

  sdm_step_item_set_state (item (fixture, 3), SDM_STEP_OPEN);
  sdm_step_item_set_state (item (fixture, 0), SDM_STEP_NOW);
  wait_for_sight (fixture, 0);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

#define ADD(path, function) g_test_add ("/widgets/step-rail/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("accessible", test_accessible);
  ADD ("skipped-is-like-open", test_skipped_is_like_open);
  ADD ("follows-items", test_follows_items);
  ADD ("keyboard", test_keyboard);
  ADD ("folded", test_folded);
  ADD ("scrolls-to-now", test_scrolls_to_now);
  ADD ("notify-only-on-change", test_notify_only_on_change);

  return g_test_run ();
}
