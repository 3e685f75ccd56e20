/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-icon-array-private.h"
#include "sdm-person-private.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

/* Helpers */

static void
count_cb (guint *count)
{
  *count += 1;
}

static SdmIconArray *
new_array (void)
{
  return g_object_ref_sink (SDM_ICON_ARRAY (sdm_icon_array_new ()));
}

static void
assert_read_out (SdmIconArray *array,
                 const char   *label,
                 const char   *description)
{
  gtk_test_accessible_assert_role (array, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (array, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (array, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

static guint
count_sign (SdmIconArray *array,
            SdmPersonSign sign)
{
  guint count = 0;

  for (guint i = 0; i < sdm_icon_array_get_denominator (array); i++)
    count += sdm_icon_array_get_sign (array, i) == sign ? 1 : 0;

  return count;
}

/* The texture in the array's own drawing; NULL where there is none. */
static GdkTexture *
find_texture (GskRenderNode *node)
{
  if (node == NULL)
    return NULL;
  if (gsk_render_node_get_node_type (node) == GSK_TEXTURE_NODE)
    return gsk_texture_node_get_texture (node);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    return find_texture (gsk_container_node_get_child (node, 0));

  return NULL;
}

static GdkTexture *
draw (SdmIconArray *array)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GdkTexture *texture;

  GTK_WIDGET_GET_CLASS (array)->snapshot (GTK_WIDGET (array), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = find_texture (node);

  return texture != NULL ? g_object_ref (texture) : NULL;
}

/* What is read out */

typedef struct
{
  const char *name;
  guint       denominator;
  guint       count;
  guint       low;
  guint       high;
  const char *label;
  const char *description;
} CountCase;

static const CountCase count_cases[] = {
  { "none", 1000, 0, 0, 0,
    "0 of 1,000 people: heart disease or stroke", "It does not happen to 1,000 people." },
  { "all", 100, 100, 100, 100,
    "100 of 100 people: heart disease or stroke", "It does not happen to 0 people." },
  { "all-but-one", 100, 99, 99, 99,
    "99 of 100 people: heart disease or stroke", "It does not happen to 1 person." },
  { "one-of-10000", 10000, 1, 1, 1,
    "1 of 10,000 people: heart disease or stroke", "It does not happen to 9,999 people." },
  { "no-range", 1000, 100, 100, 100,
    "100 of 1,000 people: heart disease or stroke", "It does not happen to 900 people." },
  { "range", 1000, 72, 64, 81,
    "72 of 1,000 people: heart disease or stroke",
    "It does not happen to 928 people. It could be as few as 64 or as many as 81." },
  { "range-to-all", 100, 98, 90, 100,
    "98 of 100 people: heart disease or stroke",
    "It does not happen to 2 people. It could be as few as 90 or as many as 100." },
};

static void
test_counts (gconstpointer data)
{
  const CountCase *c = data;
  SdmIconArray    *array = new_array ();

  sdm_icon_array_set_happens (array, "heart disease or stroke");
  sdm_icon_array_set_counts (array, c->denominator, c->count, c->low, c->high);

  assert_read_out (array, c->label, c->description);
  g_assert_cmpuint (sdm_icon_array_get_count (array), ==, c->count);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_HAPPENS), ==, c->low);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_MAY_HAPPEN), ==, c->high - c->low);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_DOES_NOT), ==, c->denominator - c->high);

  g_assert_finalize_object (array);
}

static void
test_without_best_guess (void)
{
  SdmIconArray *array = new_array ();

  sdm_icon_array_set_range (array, 1000, 64, 81);
  assert_read_out (array, "Between 64 and 81 of 1,000 people",
                   "It does not happen to between 919 and 936 people. There is no best guess.");
  g_assert_cmpint (sdm_icon_array_get_kind (array), ==, SDM_ICON_ARRAY_RANGE);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_MAY_HAPPEN), ==, 17);

  g_assert_finalize_object (array);
}

static void
test_told_in_words (void)
{
  SdmIconArray *array = new_array ();
  GtkWidget    *words = gtk_widget_get_first_child (GTK_WIDGET (array));

  assert_read_out (array, "No numbers yet", "");
  g_assert_false (gtk_widget_get_visible (words));

  sdm_icon_array_set_fewer_than_one (array, 1000);
  assert_read_out (array, "Fewer than 1 in 1,000", "It does not happen to at least 999 of 1,000 people.");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (words)), ==, "Fewer than 1 in 1,000");
  g_assert_true (gtk_widget_get_visible (words));

  sdm_icon_array_set_not_known (array, 1000, NULL);
  assert_read_out (array, "We do not know.", "");
  sdm_icon_array_set_happens (array, "muscle harm");
  sdm_icon_array_set_not_known (array, 1000, "We do not know. The studies did not look at this.");
  assert_read_out (array, "Not known: muscle harm", "We do not know. The studies did not look at this.");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (words)), ==,
                   "We do not know. The studies did not look at this.");

  sdm_icon_array_set_counts (array, 1000, 1, 1, 1);
  g_assert_false (gtk_widget_get_visible (words));

  g_assert_finalize_object (array);
}

static void
test_own_words (void)
{
  SdmIconArray *array = new_array ();

  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  sdm_icon_array_set_words (array, "72 of 1,000 get it, 928 do not", "In the next 10 years");
  assert_read_out (array, "72 of 1,000 get it, 928 do not", "In the next 10 years");

  sdm_icon_array_set_band (array, 72, 100);
  assert_read_out (array, "72 of 1,000 get it, 928 do not", "In the next 10 years");

  /* What is read out is never older than the numbers. */
  sdm_icon_array_set_counts (array, 1000, 73, 64, 81);
  assert_read_out (array, "73 of 1,000 people",
                   "It does not happen to 927 people. It could be as few as 64 or as many as 81.");

  g_assert_finalize_object (array);
}

/* What the people show */

static void
test_band_of_a_benefit (void)
{
  SdmIconArray *array = new_array ();
  guint         from = 0;
  guint         to = 0;

  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  g_assert_false (sdm_icon_array_get_band (array, NULL, NULL));
  sdm_icon_array_set_band (array, 72, 100);
  g_assert_true (sdm_icon_array_get_band (array, &from, &to));
  g_assert_cmpuint (from, ==, 72);
  g_assert_cmpuint (to, ==, 100);

  g_assert_cmpuint (count_sign (array, SDM_PERSON_HAPPENS), ==, 64);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_MAY_HAPPEN), ==, 17);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_SPARED), ==, 19);
  g_assert_cmpint (sdm_icon_array_get_sign (array, 80), ==, SDM_PERSON_MAY_HAPPEN);
  g_assert_cmpint (sdm_icon_array_get_sign (array, 81), ==, SDM_PERSON_SPARED);
  g_assert_cmpint (sdm_icon_array_get_sign (array, 99), ==, SDM_PERSON_SPARED);
  g_assert_cmpint (sdm_icon_array_get_sign (array, 100), ==, SDM_PERSON_DOES_NOT);

  /* The same numbers keep their band, others start without one. */
  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  g_assert_true (sdm_icon_array_get_band (array, NULL, NULL));
  sdm_icon_array_set_counts (array, 1000, 70, 64, 81);
  g_assert_false (sdm_icon_array_get_band (array, NULL, NULL));

  g_assert_finalize_object (array);
}

static void
test_band_of_a_harm (void)
{
  SdmIconArray *array = new_array ();

  sdm_icon_array_set_counts (array, 1000, 62, 59, 65);
  sdm_icon_array_set_band (array, 56, 62);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_HAPPENS), ==, 59);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_MAY_HAPPEN), ==, 6);
  g_assert_cmpuint (count_sign (array, SDM_PERSON_SPARED), ==, 0);

  g_assert_finalize_object (array);
}

static void
test_notify_only_on_change (void)
{
  SdmIconArray *array = new_array ();
  guint         counts = 0;
  guint         kinds = 0;
  guint         others = 0;

  g_signal_connect_swapped (array, "notify::count", G_CALLBACK (count_cb), &counts);
  g_signal_connect_swapped (array, "notify::kind", G_CALLBACK (count_cb), &kinds);
  g_signal_connect_swapped (array, "notify::happens", G_CALLBACK (count_cb), &others);
  g_signal_connect_swapped (array, "notify::cell-size", G_CALLBACK (count_cb), &others);

  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  sdm_icon_array_set_counts (array, 1000, 72, 60, 81);
  g_assert_cmpuint (counts, ==, 1);
  g_assert_cmpuint (kinds, ==, 1);

  sdm_icon_array_set_happens (array, "stroke");
  sdm_icon_array_set_happens (array, "stroke");
  sdm_icon_array_set_cell_size (array, 12);
  sdm_icon_array_set_cell_size (array, 12);
  g_assert_cmpuint (others, ==, 2);

  g_assert_finalize_object (array);
}

/* Size */

static void
assert_size (SdmIconArray *array,
             int           width,
             int           height,
             int           minimum_width)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (GTK_WIDGET (array), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, width);
  g_assert_cmpint (minimum, ==, minimum_width);
  gtk_widget_measure (GTK_WIDGET (array), GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, height);
  g_assert_cmpint (minimum, ==, height);
}

static void
test_size (void)
{
  SdmIconArray *array = new_array ();

  sdm_icon_array_set_counts (array, 100, 7, 7, 7);
  assert_size (array, 220, 220, 60);
  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  assert_size (array, 450, 180, 300);
  sdm_icon_array_set_fewer_than_one (array, 1000);
  assert_size (array, 450, 180, 300);
  sdm_icon_array_set_cell_size (array, 12);
  assert_size (array, 600, 240, 300);
  sdm_icon_array_set_cell_size (array, 0);
  sdm_icon_array_set_counts (array, 10000, 1, 1, 1);
  assert_size (array, 400, 400, 400);

  g_assert_finalize_object (array);
}

/* Pictures */

typedef struct
{
  const char *name;
  guint       denominator;
  guint       count;
  guint       low;
  guint       high;
  int         columns;
  int         rows;
  int         cell;
} PictureCase;

static const PictureCase picture_cases[] = {
  { "none-of-100", 100, 0, 0, 0, 10, 10, 22 },
  { "7-of-100", 100, 7, 7, 7, 10, 10, 22 },
  { "all-of-100", 100, 100, 100, 100, 10, 10, 22 },
  { "1-of-1000", 1000, 1, 1, 1, 50, 20, 9 },
  { "72-of-1000", 1000, 72, 72, 72, 50, 20, 9 },
  { "range-of-1000", 1000, 72, 64, 81, 50, 20, 9 },
  { "999-of-1000", 1000, 999, 999, 999, 50, 20, 9 },
};

/* Looks at the middle of each body: filled cells make up the printed number,
 * and stand from the bottom row up, from the start.
 */
static void
assert_filled (const PictureCase   *c,
               const WidgetPicture *picture,
               const char          *event,
               gboolean             from_right)
{
  const int top = picture->height - c->rows * c->cell;
  guint     filled = 0;

  g_assert_cmpint (picture->width, >=, c->columns * c->cell);
  g_assert_cmpint (top, >=, 0);
  for (guint i = 0; i < c->denominator; i++)
    {
      const int column = (int) i % c->columns;
      const int row = (int) i / c->columns;
      const int x = (from_right ? c->columns - 1 - column : column) * c->cell + c->cell / 2;
      const int y = top + (c->rows - 1 - row) * c->cell + (c->cell * 3) / 4;
      /* Both sides of the middle, so that one stripe does not count as a filling. */
      const gboolean is_filled = widget_picture_is_near (picture, x, y, event) &&
                                 widget_picture_is_near (picture, x - 1, y, event) &&
                                 widget_picture_is_near (picture, x + 1, y, event);

      filled += is_filled ? 1 : 0;
      if (i < c->low)
        g_assert_true (is_filled);
    }
  g_assert_cmpuint (filled, ==, c->low);
}

static void
check_picture (const PictureCase *c,
               const char        *extra_style,
               const char        *event)
{
  GtkCssProvider *style = widget_picture_use_style ("style.css");
  GtkCssProvider *extra = extra_style != NULL ? widget_picture_use_style (extra_style) : NULL;
  SdmIconArray   *array = new_array ();
  GtkWidget      *window;
  WidgetPicture   picture;

  sdm_icon_array_set_counts (array, c->denominator, c->count, c->low, c->high);
  window = widget_picture_show (GTK_WIDGET (array));
  picture = widget_picture_take (GTK_WIDGET (array));
  g_assert_cmpint (picture.width, ==, c->columns * c->cell);
  g_assert_cmpint (picture.height, ==, c->rows * c->cell);
  assert_filled (c, &picture, event, FALSE);

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  if (extra != NULL)
    widget_picture_drop_style (extra);
  widget_picture_drop_style (style);
  g_assert_finalize_object (array);
}

static void
test_picture_light (gconstpointer data)
{
  check_picture (data, NULL, "#20375C");
}

static void
test_picture_dark (gconstpointer data)
{
  check_picture (data, "style-dark.css", "#D5E3F5");
}

static void
test_picture_high_contrast (gconstpointer data)
{
  check_picture (data, "style-hc.css", "#000000");
}

/* What one square of 4 px says; its side is 3 px. */
static SdmPersonSign
read_square (const WidgetPicture *picture,
             guint                person,
             const char          *event)
{
  const int      x = (int) person % 100 * 4;
  const int      y = (99 - (int) person / 100) * 4;
  const gboolean corner = widget_picture_is_near (picture, x + 2, y + 2, event);
  const gboolean edge = widget_picture_is_near (picture, x + 1, y, event);
  const gboolean middle = widget_picture_is_near (picture, x + 1, y + 1, event);

  if (!corner)
    return SDM_PERSON_DOES_NOT;
  if (middle)
    return SDM_PERSON_HAPPENS;

  return edge ? SDM_PERSON_SPARED : SDM_PERSON_MAY_HAPPEN;
}

/* Ten thousand people are squares: every one of them can be told apart, in every colour scheme. */
static void
test_ten_thousand (gconstpointer data)
{
  static const struct
  {
    const char *style;
    const char *event;
  } schemes[] = {
    { NULL, "#20375C" },
    { "style-dark.css", "#D5E3F5" },
    { "style-hc.css", "#000000" },
    { "style-hc-dark.css", "#FFFFFF" },
  };
  const guint     scheme = GPOINTER_TO_UINT (data);
  GtkCssProvider *style = widget_picture_use_style ("style.css");
  GtkCssProvider *extra = schemes[scheme].style != NULL ? widget_picture_use_style (schemes[scheme].style) : NULL;
  SdmIconArray   *array = new_array ();
  GtkWidget      *window;
  WidgetPicture   picture;

  sdm_icon_array_set_counts (array, 10000, 1234, 1210, 1301);
  sdm_icon_array_set_band (array, 1234, 1550);
  window = widget_picture_show (GTK_WIDGET (array));
  picture = widget_picture_take (GTK_WIDGET (array));
  g_assert_cmpint (picture.width, ==, 400);
  g_assert_cmpint (picture.height, ==, 400);
  for (guint i = 0; i < 10000; i++)
    g_assert_cmpint (read_square (&picture, i, schemes[scheme].event), ==, sdm_icon_array_get_sign (array, i));

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  if (extra != NULL)
    widget_picture_drop_style (extra);
  widget_picture_drop_style (style);
  g_assert_finalize_object (array);
}

/* A change of colours while the window is open reaches the picture. */
static void
test_inks_follow_the_style (void)
{
  const PictureCase *c = &picture_cases[4];
  GtkCssProvider    *style = widget_picture_use_style ("style.css");
  GtkCssProvider    *dark;
  SdmIconArray      *array = new_array ();
  GtkWidget         *window;
  WidgetPicture      picture;

  sdm_icon_array_set_counts (array, c->denominator, c->count, c->low, c->high);
  window = widget_picture_show (GTK_WIDGET (array));
  dark = widget_picture_use_style ("style-dark.css");
  gtk_test_widget_wait_for_draw (window);
  picture = widget_picture_take (GTK_WIDGET (array));
  assert_filled (c, &picture, "#D5E3F5", FALSE);

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  widget_picture_drop_style (dark);
  widget_picture_drop_style (style);
  g_assert_finalize_object (array);
}

static void
test_right_to_left (void)
{
  const PictureCase *c = &picture_cases[4];
  SdmIconArray      *array = new_array ();
  GtkWidget         *window;
  WidgetPicture      picture;

  gtk_widget_set_direction (GTK_WIDGET (array), GTK_TEXT_DIR_RTL);
  sdm_icon_array_set_counts (array, c->denominator, c->count, c->low, c->high);
  window = widget_picture_show (GTK_WIDGET (array));
  picture = widget_picture_take (GTK_WIDGET (array));
  assert_filled (c, &picture, "#20375C", TRUE);

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (array);
}

/* In a narrow place the people get smaller, and there are still as many. */
static void
test_narrow (void)
{
  static const PictureCase c = { "narrow", 1000, 72, 72, 72, 50, 20, 7 };
  SdmIconArray            *array = new_array ();
  GtkWidget               *window = gtk_window_new ();
  WidgetPicture            picture;

  sdm_icon_array_set_counts (array, c.denominator, c.count, c.low, c.high);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 200);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (array));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  picture = widget_picture_take (GTK_WIDGET (array));
  g_assert_cmpint (picture.width, ==, 360);
  assert_filled (&c, &picture, "#20375C", FALSE);

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (array);
}

/* The band stands behind exactly its people, with its edge outside. */
static void
test_band_picture (void)
{
  SdmIconArray *array = new_array ();
  GtkWidget    *window;
  WidgetPicture picture;
  guint         on_band = 0;

  sdm_icon_array_set_counts (array, 1000, 72, 72, 72);
  sdm_icon_array_set_band (array, 72, 112);
  window = widget_picture_show (GTK_WIDGET (array));
  picture = widget_picture_take (GTK_WIDGET (array));

  /* Beside the head, away from the edges of the cell. */
  for (int i = 0; i < 1000; i++)
    if (widget_picture_is_near (&picture, i % 50 * 9 + 1, (19 - i / 50) * 9 + 2, "#E0E9F2") ||
        widget_picture_is_near (&picture, i % 50 * 9 + 7, (19 - i / 50) * 9 + 2, "#E0E9F2"))
      {
        g_assert_cmpint (i, >=, 72);
        g_assert_cmpint (i, <, 112);
        on_band++;
      }
  g_assert_cmpuint (on_band, ==, 40);
  g_assert_true (widget_picture_is_near (&picture, 22 * 9, 18 * 9 + 2, "#1D4B7A"));

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (array);
}

/* In grey, where ink is the same, the four signs still differ. */
static void
test_signs_differ_without_colour (void)
{
  static const int    sizes[] = { 4, 5, 6, 7, 9, 12, 22, 48 };
  const SdmPersonInks inks = { .event = { 0, 0, 0, 1 }, .rest = { 0, 0, 0, 1 } };

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      cairo_surface_t *people[SDM_PERSON_N_SIGNS];

      for (int sign = 0; sign < (int) SDM_PERSON_N_SIGNS; sign++)
        people[sign] = sdm_person_new_surface ((SdmPersonSign) sign, sizes[s], 1, FALSE, &inks);
      for (int a = 0; a < (int) SDM_PERSON_N_SIGNS; a++)
        for (int b = a + 1; b < (int) SDM_PERSON_N_SIGNS; b++)
          g_assert_cmpint (memcmp (cairo_image_surface_get_data (people[a]),
                                   cairo_image_surface_get_data (people[b]),
                                   (gsize) (cairo_image_surface_get_stride (people[a]) * sizes[s])),
                           !=, 0);
      for (int sign = 0; sign < (int) SDM_PERSON_N_SIGNS; sign++)
        cairo_surface_destroy (people[sign]);
    }
}

static void
test_drawn_once (void)
{
  SdmIconArray *array = new_array ();
  GtkWidget    *window;
  g_autoptr (GdkTexture) first = NULL;
  g_autoptr (GdkTexture) again = NULL;
  g_autoptr (GdkTexture) other = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  window = widget_picture_show (GTK_WIDGET (array));

  first = draw (array);
  sdm_icon_array_set_counts (array, 1000, 72, 64, 81);
  again = draw (array);
  g_assert_nonnull (first);
  g_assert_true (first == again);

  sdm_icon_array_set_counts (array, 1000, 73, 64, 81);
  sdm_icon_array_set_band (array, 73, 100);
  other = draw (array);
  g_assert_nonnull (other);
  g_assert_false (first == other);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (array);
}

static GdkTexture *
make_pixel (const guint8 parts[4])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);

  memcpy (cairo_image_surface_get_data (surface), parts, 4);
  cairo_surface_mark_dirty (surface);

  return sdm_person_new_texture (surface);
}

static void
test_mix (void)
{
  static const guint8 from[4] = { 0, 255, 100, 255 };
  static const guint8 to[4] = { 255, 0, 100, 0 };
  static const struct
  {
    double progress;
    guint8 expected[4];
  } cases[] = {
    { 0, { 0, 255, 100, 255 } },
    { 0.25, { 63, 191, 100, 191 } },
    { 0.5, { 127, 127, 100, 127 } },
    { 1, { 255, 0, 100, 0 } },
  };
  g_autoptr (GdkTexture) first = make_pixel (from);
  g_autoptr (GdkTexture) second = make_pixel (to);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GdkTexture) between = sdm_icon_array_mix_textures (first, second, cases[i].progress);
      guint8 pixel[4];

      gdk_texture_download (between, pixel, 4);
      g_assert_cmpmem (pixel, 4, cases[i].expected, 4);
    }
}

/* With animations on, a change fades and then stands still on the new picture. */
static void
test_change_fades (void)
{
  const PictureCase *c = &picture_cases[4];
  const gint64       deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  SdmIconArray      *array = new_array ();
  GtkWidget         *window;
  WidgetPicture      picture;
  GdkTexture        *left = NULL; /* borrowed */
  g_autoptr (GdkTexture) former = NULL;
  g_autoptr (GdkTexture) first = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  sdm_icon_array_set_counts (array, 1000, 10, 10, 10);
  window = widget_picture_show (GTK_WIDGET (array));
  former = draw (array);
  sdm_icon_array_set_counts (array, c->denominator, c->count, c->low, c->high);
  first = draw (array);
  g_assert_true (first == former);

  /* From the former picture, over two that fade into each other, to the new one. */
  while (TRUE)
    {
      g_autoptr (GdkTexture) texture = draw (array);

      if (texture != NULL && texture != former)
        break;
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  /* The fade is over only when it lets go of the former picture. */
  g_object_add_weak_pointer (G_OBJECT (former), (gpointer *) &left);
  left = former;
  g_clear_object (&former);
  g_clear_object (&first);
  while (left != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  picture = widget_picture_take (GTK_WIDGET (array));
  assert_filled (c, &picture, "#20375C", FALSE);

  widget_picture_clear (&picture);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (array);
}

static void
test_person (void)
{
  GtkWidget *person = g_object_ref_sink (sdm_person_new (SDM_PERSON_HAPPENS, TRUE, 18));
  int        natural = 0;

  gtk_test_accessible_assert_role (person, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (person, GTK_ACCESSIBLE_PROPERTY_LABEL, "added by the option");
  gtk_widget_measure (person, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 24);

  g_assert_finalize_object (person);
}

static void
add_picture_tests (const char   *scheme,
                   GTestDataFunc test)
{
  for (gsize i = 0; i < G_N_ELEMENTS (picture_cases); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/widgets/icon-array/picture/%s/%s", scheme, picture_cases[i].name);

      g_test_add_data_func (path, &picture_cases[i], test);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (count_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/icon-array/counts/", count_cases[i].name, NULL);

      g_test_add_data_func (path, &count_cases[i], test_counts);
    }
  g_test_add_func ("/widgets/icon-array/without-best-guess", test_without_best_guess);
  g_test_add_func ("/widgets/icon-array/told-in-words", test_told_in_words);
  g_test_add_func ("/widgets/icon-array/own-words", test_own_words);
  g_test_add_func ("/widgets/icon-array/band-of-a-benefit", test_band_of_a_benefit);
  g_test_add_func ("/widgets/icon-array/band-of-a-harm", test_band_of_a_harm);
  g_test_add_func ("/widgets/icon-array/notify-only-on-change", test_notify_only_on_change);
  g_test_add_func ("/widgets/icon-array/size", test_size);
  add_picture_tests ("light", test_picture_light);
  add_picture_tests ("dark", test_picture_dark);
  add_picture_tests ("high-contrast", test_picture_high_contrast);
  g_test_add_data_func ("/widgets/icon-array/ten-thousand/light", GUINT_TO_POINTER (0), test_ten_thousand);
  g_test_add_data_func ("/widgets/icon-array/ten-thousand/dark", GUINT_TO_POINTER (1), test_ten_thousand);
  g_test_add_data_func ("/widgets/icon-array/ten-thousand/high-contrast", GUINT_TO_POINTER (2), test_ten_thousand);
  g_test_add_data_func ("/widgets/icon-array/ten-thousand/high-contrast-dark", GUINT_TO_POINTER (3), test_ten_thousand);
  g_test_add_func ("/widgets/icon-array/inks-follow-the-style", test_inks_follow_the_style);
  g_test_add_func ("/widgets/icon-array/right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/icon-array/narrow", test_narrow);
  g_test_add_func ("/widgets/icon-array/band-picture", test_band_picture);
  g_test_add_func ("/widgets/icon-array/signs-differ-without-colour", test_signs_differ_without_colour);
  g_test_add_func ("/widgets/icon-array/drawn-once", test_drawn_once);
  g_test_add_func ("/widgets/icon-array/mix", test_mix);
  g_test_add_func ("/widgets/icon-array/change-fades", test_change_fades);
  g_test_add_func ("/widgets/person/accessible", test_person);

  return g_test_run ();
}
