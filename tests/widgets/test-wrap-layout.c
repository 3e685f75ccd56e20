/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-widgets.h"
#include "sdm-wrap-layout.h"

#define SPACING      10
#define LINE_SPACING 4

/* Helpers */

static GtkWidget *
new_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, sdm_wrap_layout_new (SPACING, LINE_SPACING));

  return g_object_ref_sink (box);
}

static GtkWidget *
add (GtkWidget *box,
     int        width,
     int        height)
{
  GtkWidget *child = gtk_drawing_area_new ();

  gtk_widget_set_size_request (child, width, height);
  gtk_box_append (GTK_BOX (box), child);

  return child;
}

static int
get_height (GtkWidget *box,
            int        width)
{
  int minimum;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
allocate (GtkWidget *box,
          int        width)
{
  gtk_widget_size_allocate (box, &(GtkAllocation){ 0, 0, width, get_height (box, width) }, -1);
}

/* Where every visible child stands, as "x,y,width×height …". */
static char *
dup_places (GtkWidget *box)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_get_allocation (child, &place);
      g_string_append_printf (places, "%s%d,%d,%dx%d", places->len > 0 ? " " : "", place.x, place.y, place.width, place.height);
    }

  return g_string_free (g_steal_pointer (&places), FALSE);
}

static void
assert_places (GtkWidget  *box,
               int         width,
               const char *expected)
{
  g_autofree char *places = NULL;

  allocate (box, width);
  places = dup_places (box);
  g_assert_cmpstr (places, ==, expected);
}

/* Tests */

static void
test_lines (void)
{
  GtkWidget *box = new_box ();
  int        minimum;
  int        natural;

  add (box, 100, 20);
  add (box, 60, 30);
  add (box, 80, 10);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 260);
  g_assert_cmpint (gtk_widget_get_request_mode (box), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);

  g_assert_cmpint (get_height (box, 260), ==, 30);
  g_assert_cmpint (get_height (box, 259), ==, 30 + LINE_SPACING + 10);
  g_assert_cmpint (get_height (box, 100), ==, 20 + LINE_SPACING + 30 + LINE_SPACING + 10);
  assert_places (box, 260, "0,0,100x30 110,0,60x30 180,0,80x30");
  assert_places (box, 259, "0,0,100x30 110,0,60x30 0,34,80x10");
  assert_places (box, 150, "0,0,100x20 0,24,60x30 70,24,80x30");
  g_assert_finalize_object (box);
}

static void
test_right_to_left (void)
{
  GtkWidget *box = new_box ();

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  add (box, 100, 20);
  add (box, 60, 30);
  add (box, 80, 10);
  assert_places (box, 200, "100,0,100x30 30,0,60x30 120,34,80x10");
  g_assert_finalize_object (box);
}

static void
test_expanding (void)
{
  GtkWidget *box = new_box ();

  gtk_widget_set_hexpand (add (box, 100, 20), TRUE);
  add (box, 60, 20);
  gtk_widget_set_hexpand (add (box, 80, 20), TRUE);
  assert_places (box, 301, "0,0,120x20 130,0,60x20 200,0,101x20");
  assert_places (box, 200, "0,0,130x20 140,0,60x20 0,24,200x20");
  g_assert_finalize_object (box);
}

/* Equal choices: none is wider than another, also where they need more than one line. */
static void
test_homogeneous (void)
{
  GtkWidget *box = new_box ();
  int        minimum;
  int        natural;

  sdm_wrap_layout_set_homogeneous (SDM_WRAP_LAYOUT (gtk_widget_get_layout_manager (box)), TRUE);
  for (guint i = 0; i < 5; i++)
    add (box, 40 + 10 * (int) i, 20);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 80);
  g_assert_cmpint (natural, ==, 5 * 80 + 4 * SPACING);
  assert_places (box, 440, "0,0,80x20 90,0,80x20 180,0,80x20 270,0,80x20 360,0,80x20");
  assert_places (box, 439, "0,0,139x20 149,0,139x20 298,0,139x20 0,24,139x20 149,24,139x20");
  assert_places (box, 80, "0,0,80x20 0,24,80x20 0,48,80x20 0,72,80x20 0,96,80x20");
  g_assert_finalize_object (box);
}

static void
test_hidden_takes_no_room (void)
{
  GtkWidget *box = new_box ();
  GtkWidget *second;

  add (box, 100, 20);
  second = add (box, 60, 30);
  add (box, 80, 10);
  gtk_widget_set_visible (second, FALSE);
  assert_places (box, 190, "0,0,100x20 110,0,80x20");
  g_assert_finalize_object (box);
}

/* A long text gets a line of its own, and wraps in it. */
static void
test_text_wraps (void)
{
  GtkWidget *box = new_box ();
  GtkWidget *label = gtk_label_new ("A text of many words that has more to say than there is room for on any line");
  int        wide;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  add (box, 60, 10);
  wide = get_height (box, 2000);
  allocate (box, 200);
  g_assert_cmpint (gtk_widget_get_allocated_width (label), ==, 200);
  g_assert_cmpint (gtk_widget_get_allocated_height (label), >, wide);
  g_assert_finalize_object (box);
}

static void
count_cb (guint *n_notified)
{
  *n_notified += 1;
}

static void
test_properties (void)
{
  GtkLayoutManager *layout = sdm_wrap_layout_new (SPACING, LINE_SPACING);
  guint             n_notified = 0;

  g_signal_connect_swapped (layout, "notify", G_CALLBACK (count_cb), &n_notified);
  sdm_wrap_layout_set_spacing (SDM_WRAP_LAYOUT (layout), SPACING);
  sdm_wrap_layout_set_line_spacing (SDM_WRAP_LAYOUT (layout), LINE_SPACING);
  g_assert_cmpuint (n_notified, ==, 0);
  g_object_set (layout, "spacing", 1, "line-spacing", 2, "homogeneous", TRUE, NULL);
  g_assert_cmpuint (n_notified, ==, 3);
  g_assert_cmpint (sdm_wrap_layout_get_spacing (SDM_WRAP_LAYOUT (layout)), ==, 1);
  g_assert_cmpint (sdm_wrap_layout_get_line_spacing (SDM_WRAP_LAYOUT (layout)), ==, 2);
  g_assert_true (sdm_wrap_layout_get_homogeneous (SDM_WRAP_LAYOUT (layout)));
  g_assert_finalize_object (layout);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  g_test_add_func ("/widgets/wrap-layout/lines", test_lines);
  g_test_add_func ("/widgets/wrap-layout/right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/wrap-layout/expanding", test_expanding);
  g_test_add_func ("/widgets/wrap-layout/homogeneous", test_homogeneous);
  g_test_add_func ("/widgets/wrap-layout/hidden-takes-no-room", test_hidden_takes_no_room);
  g_test_add_func ("/widgets/wrap-layout/text-wraps", test_text_wraps);
  g_test_add_func ("/widgets/wrap-layout/properties", test_properties);

  return g_test_run ();
}
