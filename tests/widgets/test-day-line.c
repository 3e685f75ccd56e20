/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-day-line-private.h"
#include "sdm-grid-option.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

#define WIDTH        1050
#define NARROW_WIDTH 560

#define LONGEST_WAIT_SECONDS 60

/* Helpers */

typedef struct
{
  GListStore *items;
  GListStore *lanes;
  SdmDayLine *line;
  GtkWidget  *window;
  GString    *said; /* the signals, one after the other */
} Fixture;

static void
pressed_cb (Fixture *f,
            int      minutes)
{
  g_autofree char *time = sdm_day_line_dup_time (minutes);

  g_string_append_printf (f->said, "pressed %s;", time);
}

static void
activated_cb (Fixture    *f,
              SdmDayItem *item)
{
  g_string_append_printf (f->said, "activated %s;", sdm_day_item_get_id (item));
}

static void
moved_cb (Fixture    *f,
          SdmDayItem *item,
          int         minutes)
{
  g_autofree char *time = minutes >= 0 ? sdm_day_line_dup_time (minutes) : g_strdup ("no time");

  g_string_append_printf (f->said, "moved %s to %s;", sdm_day_item_get_id (item), time);
}

static void
set_up (Fixture *f)
{
  f->items = g_list_store_new (SDM_TYPE_DAY_ITEM);
  f->lanes = g_list_store_new (SDM_TYPE_GRID_OPTION);
  f->said = g_string_new (NULL);
  f->line = SDM_DAY_LINE (sdm_day_line_new ());
  sdm_day_line_set_title (f->line, "A typical day");
  sdm_day_line_set_items (f->line, G_LIST_MODEL (f->items));
  sdm_day_line_set_lanes (f->line, G_LIST_MODEL (f->lanes));
  g_signal_connect_swapped (f->line, "pressed", G_CALLBACK (pressed_cb), f);
  g_signal_connect_swapped (f->line, "activated", G_CALLBACK (activated_cb), f);
  g_signal_connect_swapped (f->line, "moved", G_CALLBACK (moved_cb), f);
}

static void
show (Fixture *f,
      int      width)
{
  gtk_widget_set_size_request (GTK_WIDGET (f->line), width, -1);
  f->window = widget_picture_show (GTK_WIDGET (f->line));
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 10);
  gtk_test_widget_wait_for_draw (f->window);
}

static void
tear_down (Fixture *f)
{
  const gint64 limit = g_get_monotonic_time () + LONGEST_WAIT_SECONDS * G_TIME_SPAN_SECOND;
  GtkWidget   *line = GTK_WIDGET (f->line);

  g_object_add_weak_pointer (G_OBJECT (line), (gpointer *) &line);
  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  else
    g_object_unref (g_object_ref_sink (line));
  while (line != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_assert_cmpint (g_get_monotonic_time (), <, limit);
    }
  g_assert_finalize_object (f->items);
  g_assert_finalize_object (f->lanes);
  g_string_free (f->said, TRUE);
}

static void
add (Fixture        *f,
     const char     *id,
     const char     *lane,
     int             minutes,
     const char     *text,
     SdmDayItemFlags flags)
{
  g_autoptr (SdmDayItem) item = sdm_day_item_new (id, lane, minutes, text, lane != NULL ? "1 time a day, about 1 minute (our guess)" : NULL, flags);

  g_list_store_append (f->items, item);
}

static void
add_lane (Fixture    *f,
          const char *id,
          const char *title,
          guint       mark)
{
  g_autoptr (SdmGridOption) option = sdm_grid_option_new (id, title, title, NULL, mark);

  g_list_store_append (f->lanes, option);
}

/* A day with what two options ask. */
static void
fill (Fixture *f)
{
  add_lane (f, "none", "No tablet", 0);
  add_lane (f, "tablet", "Standard tablet", 1);
  add (f, "up", NULL, 6 * 60, "Up, tea, tablets", SDM_DAY_ITEM_PLAIN);
  add (f, "hill", NULL, 8 * 60, "Up the hill with Tess", SDM_DAY_ITEM_MATTERS);
  add (f, "bed", NULL, 22 * 60 + 30, "Bed after the news", SDM_DAY_ITEM_PLAIN);
  add (f, "take", "tablet", 20 * 60, "Take one tablet", SDM_DAY_ITEM_PLAIN);
  add (f, "test", "tablet", SDM_DAY_NO_TIME, "Blood test", SDM_DAY_ITEM_SOMETIMES);
}

static const SdmDayPlace *
find_place (Fixture    *f,
            const char *id)
{
  for (guint i = 0; i < f->line->layout.places->len; i++)
    {
      const SdmDayPlace *place = &g_array_index (f->line->layout.places, SdmDayPlace, i);

      if (g_str_equal (sdm_day_item_get_id (sdm_day_block_get_item (SDM_DAY_BLOCK (place->block))), id))
        return place;
    }

  g_assert_not_reached ();
}

static int
get_x (Fixture *f,
       int      minutes)
{
  return sdm_day_layout_get_x (&f->line->layout, 0, minutes - f->line->layout.start);
}

static void
press_block (Fixture    *f,
             const char *id)
{
  const GdkRectangle *place;

  gtk_test_widget_wait_for_draw (f->window);
  place = &find_place (f, id)->place;
  sdm_day_line_press (f->line, place->x + 5, place->y + 5);
}

static void
assert_said (Fixture    *f,
             const char *expected)
{
  g_assert_cmpstr (f->said->str, ==, expected);
  g_string_truncate (f->said, 0);
}

/* Tests */

static void
test_accessible (void)
{
  Fixture f = { NULL };

  set_up (&f);
  fill (&f);
  gtk_test_accessible_assert_role (f.line, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (f.line, GTK_ACCESSIBLE_PROPERTY_LABEL, "A typical day");
  gtk_test_accessible_assert_property (
      f.line, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "6 am: Up, tea, tablets. 8 am: Up the hill with Tess, matters to you. 10:30 pm: Bed after the news. No tablet. "
      "Standard tablet. 8 pm: Take one tablet, 1 time a day, about 1 minute (our guess). "
      "Blood test, 1 time a day, about 1 minute (our guess).");
  gtk_test_accessible_assert_property (find_place (&f, "hill")->block, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "8 am: Up the hill with Tess, matters to you");
  g_list_store_remove_all (f.items);
  g_list_store_remove_all (f.lanes);
  gtk_test_accessible_assert_property (f.line, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  tear_down (&f);
}

static void
test_time_words (void)
{
  static const struct
  {
    int         minutes;
    const char *words;
  } cases[] = {
    { 0, "midnight" },
    { 5, "12:05 am" },
    { 60, "1 am" },
    { 11 * 60 + 59, "11:59 am" },
    { 12 * 60, "noon" },
    { 12 * 60 + 1, "12:01 pm" },
    { 23 * 60 + 45, "11:45 pm" },
    { 24 * 60, "midnight" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sdm_day_line_dup_time (cases[i].minutes);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* From four to midnight; earlier for who gets up at half past three, longer for who goes to bed at one. */
static void
test_stretch (void)
{
  Fixture f = { NULL };

  set_up (&f);
  g_assert_cmpint (f.line->layout.start, ==, 4 * 60);
  g_assert_cmpint (f.line->layout.length, ==, 20 * 60);
  add (&f, "late", NULL, 23 * 60 + 30, "News", SDM_DAY_ITEM_PLAIN);
  g_assert_cmpint (f.line->layout.length, ==, 20 * 60);

  add (&f, "bed", NULL, 60, "Bed", SDM_DAY_ITEM_PLAIN);
  g_assert_cmpint (f.line->layout.start, ==, 4 * 60);
  g_assert_cmpint (f.line->layout.length, ==, 21 * 60);

  g_list_store_remove (f.items, 1);
  add (&f, "up", NULL, 3 * 60 + 30, "Up", SDM_DAY_ITEM_PLAIN);
  g_assert_cmpint (f.line->layout.start, ==, 3 * 60);
  g_assert_cmpint (f.line->layout.length, ==, 21 * 60);

  sdm_day_line_set_start (f.line, 14 * 60);
  g_assert_cmpint (f.line->layout.start, ==, 14 * 60);
  g_assert_cmpint (f.line->layout.length, ==, 20 * 60);
  tear_down (&f);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_notify_only_on_change (void)
{
  Fixture f = { NULL };
  guint   notified = 0;

  set_up (&f);
  g_signal_connect_swapped (f.line, "notify", G_CALLBACK (count_cb), &notified);
  sdm_day_line_set_title (f.line, "A typical day");
  sdm_day_line_set_start (f.line, SDM_DAY_START);
  sdm_day_line_set_takes_life (f.line, FALSE);
  g_assert_cmpuint (notified, ==, 0);
  sdm_day_line_set_title (f.line, "On your typical day");
  sdm_day_line_set_start (f.line, 0);
  sdm_day_line_set_takes_life (f.line, TRUE);
  g_assert_cmpuint (notified, ==, 3);
  tear_down (&f);
}

static void
assert_apart (Fixture *f)
{
  const SdmDayLayout *layout = &f->line->layout;

  for (guint i = 0; i < layout->places->len; i++)
    {
      const SdmDayPlace *one = &g_array_index (layout->places, SdmDayPlace, i);

      g_assert_cmpint (one->place.x, >=, 0);
      g_assert_cmpint (one->place.x + one->place.width, <=, layout->width);
      g_assert_cmpint (one->place.y, >=, 0);
      g_assert_cmpint (one->place.y + one->place.height, <=, layout->height);
      g_assert_cmpint (one->place.height, >=, 44);
      for (guint j = i + 1; j < layout->places->len; j++)
        g_assert_false (gdk_rectangle_intersect (&one->place, &g_array_index (layout->places, SdmDayPlace, j).place, NULL));
    }
}

static void
test_places (void)
{
  Fixture       f = { NULL };
  SdmDayLayout *layout;

  set_up (&f);
  fill (&f);
  show (&f, WIDTH);
  layout = &f.line->layout;
  g_assert_cmpuint (layout->n_parts, ==, 1);
  assert_apart (&f);
  g_assert_cmpint (find_place (&f, "hill")->stem, ==, get_x (&f, 8 * 60));
  g_assert_cmpint (find_place (&f, "hill")->place.x, ==, get_x (&f, 8 * 60));
  /* What would leave the line ends with it; its stem stays at its time. */
  g_assert_cmpint (find_place (&f, "bed")->stem, ==, get_x (&f, 22 * 60 + 30));
  g_assert_cmpint (find_place (&f, "bed")->place.x + find_place (&f, "bed")->place.width, ==, layout->line_x + layout->line_width);
  /* No option has more room than another. */
  g_assert_cmpint (sdm_day_layout_get_lane (layout, 0, 1)->height, ==, sdm_day_layout_get_lane (layout, 0, 2)->height);
  g_assert_cmpint (layout->height - sdm_day_layout_get_lane (layout, 0, 2)->head_place.y, ==, sdm_day_layout_get_lane (layout, 0, 1)->height);
  g_assert_cmpint (find_place (&f, "test")->place.y, >, sdm_day_layout_get_lane (layout, 0, 2)->line);
  tear_down (&f);
}

/* Little room: to noon and from noon. */
static void
test_two_lines (void)
{
  Fixture       f = { NULL };
  SdmDayLayout *layout;

  set_up (&f);
  fill (&f);
  show (&f, NARROW_WIDTH);
  layout = &f.line->layout;
  g_assert_cmpuint (layout->n_parts, ==, 2);
  g_assert_cmpint (layout->start + layout->parts[0].to, ==, 12 * 60);
  assert_apart (&f);
  g_assert_cmpuint (find_place (&f, "hill")->part, ==, 0);
  g_assert_cmpuint (find_place (&f, "take")->part, ==, 1);
  g_assert_cmpuint (find_place (&f, "test")->part, ==, 1);
  g_assert_cmpint (find_place (&f, "take")->place.y, >, find_place (&f, "hill")->place.y);
  tear_down (&f);
}

/* As much as a day can hold, in words as long as they may be, all at one time. */
static void
test_crowded (gconstpointer data)
{
  Fixture          f = { NULL };
  g_autofree char *longest = g_strnfill (160, 'w');

  set_up (&f);
  add_lane (&f, "a", "An option with a name that is rather long for its lane", 0);
  add_lane (&f, "b", "B", 1);
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", i);

      add (&f, id, i % 3 == 0 ? NULL : i % 3 == 1 ? "a"
                                                  : "b",
           i % 4 == 3 ? SDM_DAY_NO_TIME : 8 * 60, longest, SDM_DAY_ITEM_MATTERS);
    }
  show (&f, GPOINTER_TO_INT (data));
  assert_apart (&f);
  tear_down (&f);
}

static void
test_add (void)
{
  Fixture f = { NULL };
  int     y;

  set_up (&f);
  fill (&f);
  show (&f, WIDTH);
  y = sdm_day_layout_get_lane (&f.line->layout, 0, 0)->line;

  /* Nothing happens where the person's life is only shown. */
  sdm_day_line_press (f.line, get_x (&f, 15 * 60), y);
  sdm_day_line_release (f.line);
  assert_said (&f, "");

  sdm_day_line_set_takes_life (f.line, TRUE);
  sdm_day_line_press (f.line, get_x (&f, 15 * 60 + 4), y);
  sdm_day_line_release (f.line);
  assert_said (&f, "pressed 3 pm;");

  sdm_day_line_press (f.line, get_x (&f, 15 * 60), y);
  g_assert_true (sdm_day_line_move (f.line, get_x (&f, 16 * 60 + 30) - get_x (&f, 15 * 60), 3));
  sdm_day_line_release (f.line);
  assert_said (&f, "pressed 4:30 pm;");

  /* A finger that goes up or down scrolls the page. */
  gtk_test_widget_wait_for_draw (f.window);
  sdm_day_line_press (f.line, get_x (&f, 15 * 60), y);
  g_assert_false (sdm_day_line_move (f.line, 4, 60));
  sdm_day_line_release (f.line);
  assert_said (&f, "");

  /* The lanes of the options take no life. */
  gtk_test_widget_wait_for_draw (f.window);
  sdm_day_line_press (f.line, get_x (&f, 10 * 60), sdm_day_layout_get_lane (&f.line->layout, 0, 1)->line);
  sdm_day_line_release (f.line);
  assert_said (&f, "");
  tear_down (&f);
}

static void
test_move (void)
{
  Fixture f = { NULL };
  int     hour;

  set_up (&f);
  fill (&f);
  show (&f, WIDTH);
  hour = get_x (&f, 9 * 60) - get_x (&f, 8 * 60);

  press_block (&f, "hill");
  sdm_day_line_move (f.line, 2, 1);
  sdm_day_line_release (f.line);
  assert_said (&f, "activated hill;");

  press_block (&f, "hill");
  g_assert_false (sdm_day_line_move (f.line, 2 * hour, 0));
  sdm_day_line_release (f.line);
  assert_said (&f, "");

  sdm_day_line_set_takes_life (f.line, TRUE);
  press_block (&f, "hill");
  g_assert_true (sdm_day_line_move (f.line, 2 * hour, 0));
  sdm_day_line_release (f.line);
  assert_said (&f, "moved hill to 10 am;");

  press_block (&f, "take");
  g_assert_true (sdm_day_line_move (f.line, -hour, 0));
  sdm_day_line_cancel (f.line);
  assert_said (&f, "");
  g_assert_cmpint (find_place (&f, "take")->minutes, ==, 20 * 60);
  tear_down (&f);
}

/* What has no time is drawn onto the line, and off it again. */
static void
test_set_time (void)
{
  Fixture f = { NULL };
  int     line;

  set_up (&f);
  fill (&f);
  show (&f, WIDTH);
  line = sdm_day_layout_get_lane (&f.line->layout, 0, 2)->line;

  press_block (&f, "test");
  g_assert_true (sdm_day_line_move (f.line, get_x (&f, 11 * 60) - f.line->press_x, line - f.line->press_y));
  sdm_day_line_release (f.line);
  assert_said (&f, "moved test to 11 am;");

  press_block (&f, "test");
  g_assert_true (sdm_day_line_move (f.line, 40, 0));
  sdm_day_line_release (f.line);
  assert_said (&f, "moved test to no time;");

  press_block (&f, "take");
  g_assert_true (sdm_day_line_move (f.line, 0, line + 60 - f.line->press_y));
  sdm_day_line_release (f.line);
  assert_said (&f, "moved take to no time;");
  tear_down (&f);
}

static void
test_right_to_left (void)
{
  Fixture         f = { NULL };
  graphene_rect_t bounds;

  set_up (&f);
  gtk_widget_set_direction (GTK_WIDGET (f.line), GTK_TEXT_DIR_RTL);
  sdm_day_line_set_takes_life (f.line, TRUE);
  fill (&f);
  show (&f, WIDTH);
  assert_apart (&f);
  g_assert_true (gtk_widget_compute_bounds (find_place (&f, "up")->block, GTK_WIDGET (f.line), &bounds));
  g_assert_cmpfloat (bounds.origin.x, >, WIDTH / 2);
  sdm_day_line_press (f.line, WIDTH - get_x (&f, 15 * 60), sdm_day_layout_get_lane (&f.line->layout, 0, 0)->line);
  sdm_day_line_release (f.line);
  assert_said (&f, "pressed 3 pm;");
  tear_down (&f);
}

/* What the person does is on sand, what an option asks is white, and the time under the finger is said. */
static void
test_picture (void)
{
  Fixture         f = { NULL };
  GtkCssProvider *style = widget_picture_use_style ("style.css");
  WidgetPicture   picture;

  set_up (&f);
  sdm_day_line_set_takes_life (f.line, TRUE);
  fill (&f);
  show (&f, WIDTH);
  picture = widget_picture_take (GTK_WIDGET (f.line));
  g_assert_true (widget_picture_is_near (&picture, find_place (&f, "hill")->place.x + 6, find_place (&f, "hill")->place.y + 6, "#F8ECD2"));
  g_assert_true (widget_picture_is_near (&picture, find_place (&f, "take")->place.x + 6, find_place (&f, "take")->place.y + 6, "#FFFFFF"));
  g_assert_cmpuint (widget_picture_count_near (&picture, "#1D4B7A"), ==, 0);
  widget_picture_clear (&picture);

  sdm_day_line_press (f.line, get_x (&f, 15 * 60), sdm_day_layout_get_lane (&f.line->layout, 0, 0)->line);
  gtk_test_widget_wait_for_draw (f.window);
  picture = widget_picture_take (GTK_WIDGET (f.line));
  g_assert_cmpuint (widget_picture_count_near (&picture, "#1D4B7A"), >, 50);
  widget_picture_clear (&picture);
  tear_down (&f);
  widget_picture_drop_style (style);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  g_test_add_func ("/widgets/day-line/accessible", test_accessible);
  g_test_add_func ("/widgets/day-line/time-words", test_time_words);
  g_test_add_func ("/widgets/day-line/stretch", test_stretch);
  g_test_add_func ("/widgets/day-line/notify-only-on-change", test_notify_only_on_change);
  g_test_add_func ("/widgets/day-line/places", test_places);
  g_test_add_func ("/widgets/day-line/two-lines", test_two_lines);
  g_test_add_data_func ("/widgets/day-line/crowded", GINT_TO_POINTER (WIDTH), test_crowded);
  g_test_add_data_func ("/widgets/day-line/crowded-narrow", GINT_TO_POINTER (320), test_crowded);
  g_test_add_func ("/widgets/day-line/add", test_add);
  g_test_add_func ("/widgets/day-line/move", test_move);
  g_test_add_func ("/widgets/day-line/set-time", test_set_time);
  g_test_add_func ("/widgets/day-line/right-to-left", test_right_to_left);
  g_test_add_func ("/widgets/day-line/picture", test_picture);

  return g_test_run ();
}
