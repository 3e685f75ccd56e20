/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-score-bar.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

#define WIDTH 400
#define EVENT "#20375C"
#define EMPTY "#ECE8DF"

/* Helpers */

static SdmScoreBar *
new_bar (double      value,
         double      low,
         double      high,
         const char *amount)
{
  SdmScoreBar *bar = g_object_ref_sink (SDM_SCORE_BAR (sdm_score_bar_new ()));

  gtk_widget_set_size_request (GTK_WIDGET (bar), WIDTH, -1);
  sdm_score_bar_set_scale (bar, 0, 100);
  sdm_score_bar_set_ends (bar, "0: no pain", "100: worst pain");
  sdm_score_bar_set_value (bar, value >= low, value, low, high, amount);

  return bar;
}

static gboolean
has_ink (const WidgetPicture *picture,
         int                  x,
         const char          *ink)
{
  /* Above and below the value, which stands in the middle. */
  return widget_picture_is_near (picture, x, 2, ink);
}

static GtkWidget *
get_amount (SdmScoreBar *bar)
{
  return gtk_widget_get_first_child (GTK_WIDGET (bar));
}

/* Tests */

/* The same place means the same, whatever stands at the end of the bar. */
static void
test_one_scale (void)
{
  static const char *const amounts[] = { "43", "43 with many words" };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      SdmScoreBar  *bar = new_bar (43, 43, 43, amounts[i]);
      GtkWidget    *window = widget_picture_show (GTK_WIDGET (bar));
      WidgetPicture picture = widget_picture_take (GTK_WIDGET (bar));

      g_assert_cmpint (picture.width, ==, WIDTH);
      g_assert_true (has_ink (&picture, 2, EVENT));
      g_assert_true (has_ink (&picture, 170, EVENT));
      g_assert_true (has_ink (&picture, 174, EMPTY));
      g_assert_true (has_ink (&picture, WIDTH - 3, EMPTY));

      widget_picture_clear (&picture);
      gtk_window_destroy (GTK_WINDOW (window));
      g_assert_finalize_object (bar);
    }
}

/* Solid to the least, striped to the most, nothing after it. */
static void
test_striped_tail (void)
{
  SdmScoreBar  *bar = new_bar (-1, 25, 50, "25 to 50");
  GtkWidget    *window = widget_picture_show (GTK_WIDGET (bar));
  WidgetPicture picture = widget_picture_take (GTK_WIDGET (bar));
  guint         filled = 0;

  for (int x = 2; x < 100; x++)
    g_assert_true (has_ink (&picture, x, EVENT));
  for (int x = 100; x < 200; x++)
    filled += has_ink (&picture, x, EVENT) ? 1 : 0;
  g_assert_cmpuint (filled, >, 40);
  g_assert_cmpuint (filled, <, 60);
  g_assert_true (has_ink (&picture, 204, EMPTY));

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (bar);
}

/* The value stands after the bar; at the end of the scale, in the bar. */
static void
test_value_at_the_end (void)
{
  SdmScoreBar  *bar = new_bar (25, 25, 25, "25");
  GtkWidget    *window = widget_picture_show (GTK_WIDGET (bar));
  GtkAllocation place;

  gtk_widget_get_allocation (get_amount (bar), &place);
  g_assert_cmpint (place.x, >=, 100);
  g_assert_cmpint (place.x, <, 112);
  g_assert_false (gtk_widget_has_css_class (get_amount (bar), "inside"));

  sdm_score_bar_set_value (bar, TRUE, 99, 99, 99, "99");
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_get_allocation (get_amount (bar), &place);
  g_assert_cmpint (place.x + place.width, <, 396);
  g_assert_true (gtk_widget_has_css_class (get_amount (bar), "inside"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (bar);
}

/* What is less than nothing goes the other way from 0. */
static void
test_below_zero (void)
{
  SdmScoreBar  *bar = new_bar (-20, -20, -20, "-20");
  GtkWidget    *window;
  WidgetPicture picture;

  sdm_score_bar_set_scale (bar, -50, 50);
  window = widget_picture_show (GTK_WIDGET (bar));
  picture = widget_picture_take (GTK_WIDGET (bar));
  g_assert_true (has_ink (&picture, 10, EMPTY));
  g_assert_true (has_ink (&picture, 124, EVENT));
  g_assert_true (has_ink (&picture, 196, EVENT));
  g_assert_true (has_ink (&picture, 390, EMPTY));

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (bar);
}

static void
test_right_to_left (void)
{
  SdmScoreBar  *bar = new_bar (25, 25, 25, "25");
  GtkWidget    *window;
  WidgetPicture picture;

  gtk_widget_set_direction (GTK_WIDGET (bar), GTK_TEXT_DIR_RTL);
  window = widget_picture_show (GTK_WIDGET (bar));
  picture = widget_picture_take (GTK_WIDGET (bar));
  g_assert_true (has_ink (&picture, WIDTH - 3, EVENT));
  g_assert_true (has_ink (&picture, 302, EVENT));
  g_assert_true (has_ink (&picture, 10, EMPTY));

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (bar);
}

static void
test_read_out (void)
{
  SdmScoreBar *bar = new_bar (43, 43, 43, "43");

  sdm_score_bar_set_words (bar, "Fall in cholesterol", "It falls by 43 parts in 100.");
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Fall in cholesterol");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "It falls by 43 parts in 100.");
  gtk_test_accessible_assert_role (get_amount (bar), GTK_ACCESSIBLE_ROLE_PRESENTATION);

  g_assert_finalize_object (bar);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  g_test_add_func ("/widgets/score-bar/one-scale", test_one_scale);
  g_test_add_func ("/widgets/score-bar/striped-tail", test_striped_tail);
  g_test_add_func ("/widgets/score-bar/value-at-the-end", test_value_at_the_end);
  g_test_add_func ("/widgets/score-bar/below-zero", test_below_zero);
  g_test_add_func ("/widgets/score-bar/right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/score-bar/read-out", test_read_out);

  return g_test_run ();
}
