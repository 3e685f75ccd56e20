/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "page-reach.h"
#include "sdm-window-private.h"
#include "sdm-widgets.h"

/* Every page fits a small window and a large text, and everything on it can be pressed and has a name. */

#define DPI     96
#define N_CALM  3
#define N_LIMIT 300

typedef struct
{
  const char *name;
  int         width;
  int         height;
  int         text; /* how many times as large as usual */
} Room;

static const Room rooms[] = {
  { "1366x768-text-200", 1366, 768, 2 },
  { "800x600-text-200", 800, 600, 2 },
  { "800x600", 800, 600, 1 },
};

static const struct
{
  const char *name;
  const char *source;
} talks[] = {
  { "three-options", PAGE_FIXTURE_AS_DRAFT "tests/data/consultations/statins-decided.json" },
  { "longest", PAGE_FIXTURE_LONGEST },
  { "blank", PAGE_FIXTURE_BLANK },
};

static AdwApplication *application;

/* Set-up */

static void
set_up (PageFixture  *fixture,
        gconstpointer source)
{
  guint limit;

  page_fixture_set_up (fixture, source);
  fixture->window = sdm_window_new (GTK_APPLICATION (application), fixture->context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  limit = page_fixture_limit_wait ();
  while (!SDM_WINDOW (fixture->window)->store_is_open || SDM_WINDOW (fixture->window)->aids != AIDS_KNOWN)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

static void
tear_down (PageFixture  *fixture,
           gconstpointer source)
{
  sdm_window_close_session (SDM_WINDOW (fixture->window));
  /* A session that was left lives until its last word is kept. */
  while (G_OBJECT (fixture->session)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  page_fixture_tear_down (fixture, source);
  gtk_settings_reset_property (gtk_settings_get_default (), "gtk-xft-dpi");
}

/* Pages */

typedef struct
{
  guint all;
  guint calm;
  int   height; /* of the page, at the last frame */
  int   wanted; /* how wide it shall be, or 0 */
} Frames;

static gboolean
count_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  Frames   *frames = user_data;
  const int height = gtk_widget_get_height (widget);

  frames->all++;
  frames->calm = frames->height == height && (frames->wanted == 0 || frames->wanted == gtk_widget_get_width (widget)) ? frames->calm + 1 : 0;
  frames->height = height;

  return G_SOURCE_CONTINUE;
}

/* What there is room for is known after the first layout, and changes the next one. */
static void
settle (GtkWidget *page,
        int        wanted_width)
{
  Frames frames = { .wanted = wanted_width };
  guint  id = gtk_widget_add_tick_callback (page, count_cb, &frames, NULL);

  while (frames.calm < N_CALM && frames.all < N_LIMIT)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (page, id);
}

static void
make_room (GtkWidget  *window,
           const Room *room)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", DPI * room->text * PANGO_SCALE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), room->width, room->height);
  settle (window, room->width);
}

static void
unfold (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static void
check_window (SdmWindow  *window,
              const Room *room,
              const char *place,
              GPtrArray  *faults)
{
  g_autofree char *what = g_strdup_printf ("%s, %s", room->name, place);

  page_reach_check_room (GTK_WIDGET (window), room->width, room->height, what, faults);
  page_reach_check_inside (GTK_WIDGET (window), what, faults);
  page_reach_check_targets (GTK_WIDGET (window), what, faults);
  page_reach_check_names (GTK_WIDGET (window), what, faults);
}

static void
assert_no_faults (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  if (faults->len > 0)
    g_error ("%u faults", faults->len);
}

/* Where all is slow, as under the sanitizers, EVENHAND_SAMPLE leaves the tightest room and the longest talk. */
static gboolean
is_left_out (gsize room)
{
  return g_getenv ("EVENHAND_SAMPLE") != NULL && room != 1;
}

static void
test_pages (PageFixture  *fixture,
            gconstpointer source)
{
  SdmWindow *window = SDM_WINDOW (fixture->window);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  sdm_window_open_session (window, fixture->session, SDM_STEP_START);
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      if (is_left_out (i))
        continue;
      make_room (fixture->window, &rooms[i]);
      for (SdmStep step = SDM_STEP_START; step < SDM_N_STEPS; step++)
        {
          sdm_session_go_to (fixture->session, step);
          unfold (GTK_WIDGET (window->pages[step]));
          settle (GTK_WIDGET (window->pages[step]), 0);
          check_window (window, &rooms[i], sdm_step_get_id (step), faults);
        }
    }
  assert_no_faults (faults);
}

static void
test_home (PageFixture  *fixture,
           gconstpointer source)
{
  SdmWindow *window = SDM_WINDOW (fixture->window);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      make_room (fixture->window, &rooms[i]);
      check_window (window, &rooms[i], "first page", faults);
    }
  assert_no_faults (faults);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_register_resource ();
  application = adw_application_new ("org.evenhand.Evenhand", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/pages/every-page/first-page", PageFixture, PAGE_FIXTURE_BLANK, set_up, test_home, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (talks); i++)
    {
      g_autofree char *path = g_strconcat ("/pages/every-page/", talks[i].name, NULL);

      if (g_getenv ("EVENHAND_SAMPLE") != NULL && strcmp (talks[i].name, "longest") != 0)
        continue;
      g_test_add (path, PageFixture, talks[i].source, set_up, test_pages, tear_down);
    }

  return page_fixture_run ();
}
