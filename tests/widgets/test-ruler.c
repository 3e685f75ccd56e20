/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-ruler-private.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* Helpers */

static void
count_cb (guint *count)
{
  *count += 1;
}

static SdmRuler *
new_ruler (void)
{
  return g_object_ref_sink (SDM_RULER (sdm_ruler_new ()));
}

static gboolean
press (SdmRuler *ruler,
       guint     keyval)
{
  return sdm_ruler_track_press_key (sdm_ruler_get_track (ruler), keyval, 0);
}

static void
assert_described (SdmRuler   *ruler,
                  const char *description)
{
  gtk_test_accessible_assert_property (sdm_ruler_get_track (ruler), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

/* Tests */

static void
test_accessible (void)
{
  SdmRuler      *ruler = new_ruler ();
  SdmRulerTrack *track = sdm_ruler_get_track (ruler);

  sdm_ruler_set_question (ruler, "How does this feel to you today?");
  gtk_test_accessible_assert_role (ruler, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (track, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (ruler, GTK_ACCESSIBLE_PROPERTY_LABEL, "How does this feel to you today?");
  gtk_test_accessible_assert_property (track, GTK_ACCESSIBLE_PROPERTY_LABEL, "How does this feel to you today?");
  gtk_test_accessible_assert_property (track, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "Not said yet");
  assert_described (ruler, "Not said yet");

  sdm_ruler_set_value (ruler, 8);
  gtk_test_accessible_assert_property (track, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "8 out of 10");
  gtk_test_accessible_assert_property (track, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 8.0);
  assert_described (ruler, "8 out of 10");
  sdm_ruler_set_end_labels (ruler, "not for me", "right for me");
  sdm_ruler_set_guess (ruler, 6);
  assert_described (ruler, "8 out of 10. Guess: 6 out of 10. 0: not for me. 10: right for me");

  gtk_widget_set_sensitive (GTK_WIDGET (ruler), FALSE);
  gtk_test_accessible_assert_state (track, GTK_ACCESSIBLE_STATE_DISABLED, TRUE);

  g_assert_finalize_object (ruler);
}

static void
test_notify_only_on_change (void)
{
  SdmRuler *ruler = new_ruler ();
  guint     values = 0;
  guint     others = 0;
  guint     changed = 0;

  g_signal_connect_swapped (ruler, "notify::value", G_CALLBACK (count_cb), &values);
  g_signal_connect_swapped (ruler, "notify::guess", G_CALLBACK (count_cb), &others);
  g_signal_connect_swapped (ruler, "notify::question", G_CALLBACK (count_cb), &others);
  g_signal_connect_swapped (ruler, "notify::low-label", G_CALLBACK (count_cb), &others);
  g_signal_connect_swapped (ruler, "notify::high-label", G_CALLBACK (count_cb), &others);
  g_signal_connect_swapped (ruler, "changed", G_CALLBACK (count_cb), &changed);

  sdm_ruler_set_value (ruler, -1);
  g_assert_cmpuint (values, ==, 0);
  sdm_ruler_set_value (ruler, 0);
  sdm_ruler_set_value (ruler, 0);
  g_assert_cmpuint (values, ==, 1);
  g_assert_cmpuint (changed, ==, 0); /* the program said it, not the person */

  sdm_ruler_set_guess (ruler, 3);
  sdm_ruler_set_guess (ruler, 3);
  sdm_ruler_set_question (ruler, "How much?");
  sdm_ruler_set_question (ruler, "How much?");
  sdm_ruler_set_end_labels (ruler, "none", "most");
  sdm_ruler_set_end_labels (ruler, "none", "most");
  sdm_ruler_set_end_labels (ruler, "none", "all");
  g_assert_cmpuint (others, ==, 5);

  g_assert_true (press (ruler, GDK_KEY_5));
  g_assert_true (press (ruler, GDK_KEY_5));
  g_assert_cmpuint (values, ==, 2);
  g_assert_cmpuint (changed, ==, 1);

  g_assert_finalize_object (ruler);
}

typedef struct
{
  const char *name;
  int         before;
  guint       keyval;
  int         after;
} KeyCase;

static const KeyCase key_cases[] = {
  { "0", -1, GDK_KEY_0, 0 },
  { "9", 3, GDK_KEY_9, 9 },
  { "keypad-7", -1, GDK_KEY_KP_7, 7 },
  { "t", 3, GDK_KEY_t, 10 },
  { "right", 3, GDK_KEY_Right, 4 },
  { "up", 3, GDK_KEY_Up, 4 },
  { "left", 3, GDK_KEY_Left, 2 },
  { "down", 3, GDK_KEY_Down, 2 },
  { "first-right", -1, GDK_KEY_Right, 0 },
  { "first-left", -1, GDK_KEY_Left, 10 },
  { "right-at-the-end", 10, GDK_KEY_Right, 10 },
  { "left-at-the-end", 0, GDK_KEY_Left, 0 },
  { "home", 7, GDK_KEY_Home, 0 },
  { "end", -1, GDK_KEY_End, 10 },
  { "delete", 7, GDK_KEY_Delete, -1 },
  { "backspace", 0, GDK_KEY_BackSpace, -1 },
};

static void
test_key (gconstpointer data)
{
  const KeyCase *c = data;
  SdmRuler      *ruler = new_ruler ();

  sdm_ruler_set_value (ruler, c->before);
  g_assert_true (press (ruler, c->keyval));
  g_assert_cmpint (sdm_ruler_get_value (ruler), ==, c->after);

  g_assert_finalize_object (ruler);
}

static void
test_other_keys_are_left_alone (void)
{
  SdmRuler      *ruler = new_ruler ();
  SdmRulerTrack *track = sdm_ruler_get_track (ruler);

  g_assert_false (press (ruler, GDK_KEY_Tab));
  g_assert_false (press (ruler, GDK_KEY_q));
  g_assert_false (sdm_ruler_track_press_key (track, GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_false (sdm_ruler_track_press_key (track, GDK_KEY_4, GDK_CONTROL_MASK));
  g_assert_cmpint (sdm_ruler_get_value (ruler), ==, SDM_RULER_NOT_SAID);

  g_assert_finalize_object (ruler);
}

/* Assistive technology sets the range's value, and not always a whole one. */
static void
test_set_from_outside (void)
{
  SdmRuler *ruler = new_ruler ();
  guint     changed = 0;

  g_signal_connect_swapped (ruler, "changed", G_CALLBACK (count_cb), &changed);
  gtk_range_set_value (GTK_RANGE (sdm_ruler_get_track (ruler)), 7.4);
  g_assert_cmpint (sdm_ruler_get_value (ruler), ==, 7);
  g_assert_cmpuint (changed, ==, 1);

  g_assert_finalize_object (ruler);
}

static void
test_wheel_changes_nothing (void)
{
  SdmRuler *ruler = new_ruler ();
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (sdm_ruler_get_track (ruler)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      g_assert_false (GTK_IS_EVENT_CONTROLLER_SCROLL (controller));
    }
  g_clear_object (&controllers);

  g_assert_finalize_object (ruler);
}

static void
test_places_on_the_line (gconstpointer data)
{
  const GtkTextDirection direction = (GtkTextDirection) GPOINTER_TO_INT (data);
  SdmRuler              *ruler = new_ruler ();
  SdmRulerTrack         *track = sdm_ruler_get_track (ruler);
  GtkWidget             *window;
  int                    minimum = 0;

  gtk_widget_set_direction (GTK_WIDGET (track), direction);
  window = widget_picture_show (GTK_WIDGET (ruler));

  gtk_widget_measure (GTK_WIDGET (ruler), GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, >=, 44);
  for (int value = 0; value <= 10; value++)
    g_assert_cmpint (sdm_ruler_track_get_value_at (track, sdm_ruler_track_get_x_of (track, value)), ==, value);
  g_assert_cmpint (sdm_ruler_track_get_value_at (track, -50), ==, direction == GTK_TEXT_DIR_RTL ? 10 : 0);
  g_assert_cmpint (sdm_ruler_track_get_value_at (track, 5000), ==, direction == GTK_TEXT_DIR_RTL ? 0 : 10);

  press (ruler, GDK_KEY_5);
  press (ruler, GDK_KEY_Right);
  g_assert_cmpint (sdm_ruler_get_value (ruler), ==, direction == GTK_TEXT_DIR_RTL ? 4 : 6);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (ruler);
}

/* There is no knob, and no number, until something was said. */
static void
test_no_default (void)
{
  SdmRuler     *ruler = new_ruler ();
  GtkWidget    *window = widget_picture_show (GTK_WIDGET (ruler));
  WidgetPicture picture = widget_picture_take (GTK_WIDGET (sdm_ruler_get_track (ruler)));

  g_assert_cmpuint (widget_picture_count_near (&picture, "#1D4B7A"), ==, 0);
  widget_picture_clear (&picture);

  press (ruler, GDK_KEY_8);
  gtk_test_widget_wait_for_draw (window);
  picture = widget_picture_take (GTK_WIDGET (sdm_ruler_get_track (ruler)));
  g_assert_cmpuint (widget_picture_count_near (&picture, "#1D4B7A"), >, 250);
  g_assert_true (widget_picture_is_near (&picture, (int) sdm_ruler_track_get_x_of (sdm_ruler_get_track (ruler), 8),
                                         picture.height / 2, "#1D4B7A"));
  widget_picture_clear (&picture);

  press (ruler, GDK_KEY_Delete);
  gtk_test_widget_wait_for_draw (window);
  picture = widget_picture_take (GTK_WIDGET (sdm_ruler_get_track (ruler)));
  g_assert_cmpuint (widget_picture_count_near (&picture, "#1D4B7A"), ==, 0);
  widget_picture_clear (&picture);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (ruler);
}

/* The ring is seen after keyboard use, and only then. */
static void
test_focus_ring (void)
{
  SdmRuler     *ruler = new_ruler ();
  GtkWidget    *window = widget_picture_show (GTK_WIDGET (ruler));
  WidgetPicture picture;

  gtk_widget_grab_focus (GTK_WIDGET (ruler));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (sdm_ruler_get_track (ruler)));

  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  gtk_test_widget_wait_for_draw (window);
  picture = widget_picture_take (GTK_WIDGET (sdm_ruler_get_track (ruler)));
  g_assert_cmpuint (widget_picture_count_near (&picture, "#0B57C4"), ==, 0);
  widget_picture_clear (&picture);

  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (ruler));
  gtk_test_widget_wait_for_draw (window);
  picture = widget_picture_take (GTK_WIDGET (sdm_ruler_get_track (ruler)));
  g_assert_cmpuint (widget_picture_count_near (&picture, "#0B57C4"), >, 300);
  widget_picture_clear (&picture);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (ruler);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  g_test_add_func ("/widgets/ruler/accessible", test_accessible);
  g_test_add_func ("/widgets/ruler/notify-only-on-change", test_notify_only_on_change);
  for (gsize i = 0; i < G_N_ELEMENTS (key_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/ruler/key/", key_cases[i].name, NULL);

      g_test_add_data_func (path, &key_cases[i], test_key);
    }
  g_test_add_func ("/widgets/ruler/other-keys-are-left-alone", test_other_keys_are_left_alone);
  g_test_add_func ("/widgets/ruler/set-from-outside", test_set_from_outside);
  g_test_add_func ("/widgets/ruler/wheel-changes-nothing", test_wheel_changes_nothing);
  g_test_add_data_func ("/widgets/ruler/places-on-the-line", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
                        test_places_on_the_line);
  g_test_add_data_func ("/widgets/ruler/places-right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
                        test_places_on_the_line);
  g_test_add_func ("/widgets/ruler/no-default", test_no_default);
  g_test_add_func ("/widgets/ruler/focus-ring", test_focus_ring);

  return g_test_run ();
}
