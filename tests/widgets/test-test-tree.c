/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-test-tree-private.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* Helpers */

static SdmTestTree *
new_tree (void)
{
  SdmTestTree *tree = g_object_ref_sink (SDM_TEST_TREE (sdm_test_tree_new (1000)));

  sdm_test_tree_add_branch (tree, 0, "Tested once", 1000, NULL);
  sdm_test_tree_add_branch (tree, 1, "Raised", 170, NULL);
  sdm_test_tree_add_leaf (tree, 2, "Raised, and there is cancer", 53, NULL, TRUE);
  sdm_test_tree_add_leaf (tree, 2, "Raised, but there is no cancer", 117, NULL, FALSE);
  sdm_test_tree_add_branch (tree, 1, "Not raised", 830, NULL);
  sdm_test_tree_add_leaf (tree, 2, "Not raised, but there is cancer", 119, "We do not know how many would do harm.", TRUE);
  sdm_test_tree_add_leaf (tree, 2, "Not raised, and there is no cancer", 711, NULL, FALSE);
  sdm_test_tree_set_words (tree, "What one test finds", "The result is raised: 170 out of 1,000.");

  return tree;
}

static GtkWidget *
get_part (SdmTestTree *tree,
          guint        number)
{
  GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (tree));

  for (; number > 0; number--)
    part = gtk_widget_get_next_sibling (part);

  return part;
}

static GtkAllocation
get_place (SdmTestTree *tree,
           guint        number)
{
  GtkAllocation place;

  gtk_widget_get_allocation (get_part (tree, number), &place);

  return place;
}

static GtkWidget *
show_wide (SdmTestTree *tree,
           int          width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_widget_set_valign (GTK_WIDGET (tree), GTK_ALIGN_START);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (tree));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

static int
find_middle (SdmTestTree *tree,
             guint        number)
{
  return get_place (tree, number).y + sdm_test_tree_part_get_line (SDM_TEST_TREE_PART (get_part (tree, number)));
}

/* Tests */

static void
test_read_out (void)
{
  SdmTestTree *tree = new_tree ();

  gtk_test_accessible_assert_role (tree, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (tree, GTK_ACCESSIBLE_PROPERTY_LABEL, "What one test finds");
  gtk_test_accessible_assert_property (tree, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "The result is raised: 170 out of 1,000.");
  gtk_test_accessible_assert_role (get_part (tree, 1), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (get_part (tree, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "170 of 1,000 people: Raised");
  gtk_test_accessible_assert_role (get_part (tree, 5), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (get_part (tree, 5), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "119 of 1,000 people: Not raised, but there is cancer");
  gtk_test_accessible_assert_property (get_part (tree, 5), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "We do not know how many would do harm.");

  g_assert_finalize_object (tree);
}

static void
test_keyboard (void)
{
  SdmTestTree *tree = new_tree ();
  GtkWidget   *window = show_wide (tree, 1060);

  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (tree));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (tree);
}

/* All at the start, each step in a column, every branch in the middle of its parts. */
static void
test_side_by_side (void)
{
  SdmTestTree *tree = new_tree ();
  GtkWidget   *window = show_wide (tree, 1060);

  g_assert_cmpint (get_place (tree, 0).x, ==, 0);
  g_assert_cmpint (get_place (tree, 1).x, >=, get_place (tree, 0).width + SDM_TEST_TREE_GAP);
  g_assert_cmpint (get_place (tree, 4).x, ==, get_place (tree, 1).x);
  g_assert_cmpint (get_place (tree, 6).x, ==, get_place (tree, 2).x);
  g_assert_cmpint (ABS (2 * find_middle (tree, 0) - find_middle (tree, 1) - find_middle (tree, 4)), <=, 1);
  g_assert_cmpint (ABS (2 * find_middle (tree, 4) - find_middle (tree, 5) - find_middle (tree, 6)), <=, 1);
  for (guint leaf = 3; leaf <= 6; leaf += leaf == 3 ? 2 : 1)
    g_assert_cmpint (get_place (tree, leaf).y, >=,
                     get_place (tree, leaf == 5 ? 3 : leaf - 1).y + get_place (tree, leaf == 5 ? 3 : leaf - 1).height + SDM_TEST_TREE_ROW);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (tree);
}

/* Each part under the one it belongs to, and nothing wider than the place. */
static void
test_narrow (void)
{
  SdmTestTree *tree = new_tree ();
  GtkWidget   *window = show_wide (tree, 560);

  for (guint part = 1; part <= 6; part++)
    {
      g_assert_cmpint (get_place (tree, part).y, >=, get_place (tree, part - 1).y + get_place (tree, part - 1).height);
      g_assert_cmpint (get_place (tree, part).x + get_place (tree, part).width, <=, 560);
    }
  g_assert_cmpint (get_place (tree, 2).x, ==, 2 * SDM_TEST_TREE_INDENT);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (tree);
}

static void
test_right_to_left (void)
{
  SdmTestTree *tree = new_tree ();
  GtkWidget   *window;

  gtk_widget_set_direction (GTK_WIDGET (tree), GTK_TEXT_DIR_RTL);
  window = show_wide (tree, 1060);
  g_assert_cmpint (get_place (tree, 0).x + get_place (tree, 0).width, ==, 1060);
  g_assert_cmpint (get_place (tree, 2).x + get_place (tree, 2).width, <, get_place (tree, 1).x);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (tree);
}

/* How many cells of a block of people have ink in the place of a filled body. */
static guint
count_people (GtkWidget  *people,
              const char *ink,
              int         cell)
{
  WidgetPicture picture = widget_picture_take (people);
  guint         count = 0;

  for (int y = 0; y < picture.height / cell; y++)
    for (int x = 0; x < picture.width / cell; x++)
      count += widget_picture_is_near (&picture, x * cell + 1, y * cell + cell - 2, ink) ? 1 : 0;
  widget_picture_clear (&picture);

  return count;
}

/* Exactly as many people as the number says, from the bottom row up. */
static void
test_people (void)
{
  GtkWidget    *people = g_object_ref_sink (sdm_people_new (7023, 10000, SDM_PERSON_HAPPENS));
  GtkWidget    *window = widget_picture_show (people);
  WidgetPicture picture = widget_picture_take (people);

  g_assert_cmpint (picture.width, ==, 400);
  g_assert_cmpint (picture.height, ==, 71 * 4);
  g_assert_cmpuint (count_people (people, "#20375C", 4), ==, 7023);
  g_assert_true (widget_picture_is_near (&picture, 22 * 4 + 1, 1, "#20375C"));
  g_assert_false (widget_picture_is_near (&picture, 23 * 4 + 1, 1, "#20375C"));

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (people);
}

/* Those who have it are filled, the others are not: it shows in grey as well. */
static void
test_fill_says_who_has_it (void)
{
  GtkWidget *has_it = g_object_ref_sink (sdm_people_new (40, 100, SDM_PERSON_HAPPENS));
  GtkWidget *has_not = g_object_ref_sink (sdm_people_new (40, 100, SDM_PERSON_DOES_NOT));
  GtkWidget *first = widget_picture_show (has_it);
  GtkWidget *second = widget_picture_show (has_not);
  const int  cell = 14;

  /* In the middle of the body. */
  for (int part = 0; part < 2; part++)
    {
      WidgetPicture picture = widget_picture_take (part == 0 ? has_it : has_not);

      g_assert_true (part == 0 ? widget_picture_is_near (&picture, cell / 2, 10, "#20375C")
                               : picture.pixels[10 * picture.width + cell / 2] >> 24 < 0x80);
      widget_picture_clear (&picture);
    }

  gtk_window_destroy (GTK_WINDOW (first));
  gtk_window_destroy (GTK_WINDOW (second));
  g_assert_finalize_object (has_it);
  g_assert_finalize_object (has_not);
}

/* Geometry without a window: three steps, parts of unequal depth, a branch taller than its parts. */
static void
test_any_depth (void)
{
  SdmTestTreePlace places[] = {
    { .depth = 0, .least_width = 50, .width = 80, .height = 20, .line = 10 },
    { .depth = 1, .least_width = 50, .width = 80, .height = 90, .line = 10 },
    { .depth = 2, .least_width = 50, .width = 80, .height = 20, .line = 10 },
    { .depth = 3, .least_width = 50, .width = 80, .height = 20, .line = 10 },
    { .depth = 3, .least_width = 50, .width = 80, .height = 20, .line = 10 },
    { .depth = 1, .least_width = 50, .width = 80, .height = 20, .line = 10 },
  };
  const guint n = G_N_ELEMENTS (places);
  int         height;

  g_assert_true (sdm_test_tree_find_columns (places, n, 4 * 80 + 3 * SDM_TEST_TREE_GAP));
  height = sdm_test_tree_find_rows (places, n, TRUE);
  g_assert_cmpint (places[4].x, ==, 3 * (80 + SDM_TEST_TREE_GAP));
  g_assert_cmpint (places[1].y + places[1].height + SDM_TEST_TREE_ROW, <=, places[5].y);
  g_assert_cmpint (places[4].y, ==, places[3].y + 20 + SDM_TEST_TREE_ROW);
  g_assert_cmpint (places[5].y + 20, ==, height);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (places[i].y, >=, 0);
  g_assert_cmpint (sdm_test_tree_find_parent (places, 4), ==, 2);
  g_assert_cmpint (sdm_test_tree_find_parent (places, 5), ==, 0);
  g_assert_cmpint (sdm_test_tree_find_parent (places, 0), ==, -1);

  for (guint i = 0; i < n; i++)
    places[i].width = 80;
  g_assert_false (sdm_test_tree_find_columns (places, n, 4 * 50 + 3 * SDM_TEST_TREE_GAP - 1));
  g_assert_cmpint (sdm_test_tree_find_rows (places, n, FALSE), ==, 190 + 5 * SDM_TEST_TREE_ROW);
  g_assert_cmpint (places[3].x, ==, 3 * SDM_TEST_TREE_INDENT);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  g_test_add_func ("/widgets/test-tree/read-out", test_read_out);
  g_test_add_func ("/widgets/test-tree/keyboard", test_keyboard);
  g_test_add_func ("/widgets/test-tree/side-by-side", test_side_by_side);
  g_test_add_func ("/widgets/test-tree/narrow", test_narrow);
  g_test_add_func ("/widgets/test-tree/right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/test-tree/any-depth", test_any_depth);
  g_test_add_func ("/widgets/test-tree/people", test_people);
  g_test_add_func ("/widgets/test-tree/fill-says-who-has-it", test_fill_says_who_has_it);

  return g_test_run ();
}
