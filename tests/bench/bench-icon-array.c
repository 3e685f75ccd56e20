/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include "sdm-icon-array-private.h"

/*
 * Snapshot and rendering of 1,000 people, against a texture node for each with two shared textures.
 * "Changed" is the dearest frame of a change: the one that makes the new picture, or one in which it
 * fades in over the former.
 */

#define CELL    9
#define COLUMNS 50
#define PEOPLE  1000
#define FRAMES  20

static GtkWidget *
show_array (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *array = sdm_icon_array_new ();

  g_object_set (gtk_widget_get_settings (window), "gtk-enable-animations", TRUE, NULL);
  sdm_icon_array_set_counts (SDM_ICON_ARRAY (array), PEOPLE, 72, 72, 72);
  gtk_widget_set_halign (array, GTK_ALIGN_START);
  gtk_widget_set_valign (array, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), array);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (array) || gtk_widget_get_width (array) == 0)
    g_main_context_iteration (NULL, TRUE);
  if (gtk_widget_get_width (array) != COLUMNS * CELL)
    g_error ("The array is %d pixels wide", gtk_widget_get_width (array));

  return array;
}

static void
render (GskRenderer *renderer,
        GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  g_autoptr (GdkTexture) texture = NULL;

  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, COLUMNS * CELL, PEOPLE / COLUMNS * CELL));
}

static double
draw_array (GskRenderer *renderer,
            GtkWidget   *array)
{
  const double start = bench_now ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (array)->snapshot (array, snapshot);
  render (renderer, snapshot);

  return bench_now () - start;
}

static double
change_and_draw_array (GskRenderer *renderer,
                       GtkWidget   *array,
                       guint        count)
{
  const double start = bench_now ();

  sdm_icon_array_set_counts (SDM_ICON_ARRAY (array), PEOPLE, count, count, count);
  return bench_now () - start + draw_array (renderer, array);
}

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  *(guint *) user_data += 1;
  return G_SOURCE_CONTINUE;
}

/* The fade begins with the first frame, and is under way with the second. */
static void
wait_for_fade (GtkWidget *array)
{
  guint       frames = 0;
  const guint id = gtk_widget_add_tick_callback (array, count_frame_cb, &frames, NULL);

  while (frames < 2)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (array, id);
}

static double
draw_reference (GskRenderer *renderer,
                GdkTexture **textures,
                guint        count)
{
  const double start = bench_now ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  for (guint i = 0; i < PEOPLE; i++)
    gtk_snapshot_append_texture (snapshot, textures[i < count ? 0 : 1],
                                 &GRAPHENE_RECT_INIT ((float) (i % COLUMNS) * CELL, (float) (i / COLUMNS) * CELL, CELL, CELL));
  render (renderer, snapshot);

  return bench_now () - start;
}

int
main (int    argc,
      char **argv)
{
  const BenchArguments arguments = bench_read_arguments (argc, argv);
  const guint          n = bench_count (&arguments, FRAMES);
  GtkWidget           *array;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GError) error = NULL;
  GdkTexture   *textures[2];
  SdmPersonInks inks;
  guint         count = 0;

  gtk_init ();
  array = show_array ();
  if (!gsk_renderer_realize (renderer, NULL, &error))
    g_error ("%s", error->message);
  sdm_person_look_up_inks (array, &inks);
  textures[0] = sdm_person_new_texture (sdm_person_new_surface (SDM_PERSON_HAPPENS, CELL, 1, FALSE, &inks));
  textures[1] = sdm_person_new_texture (sdm_person_new_surface (SDM_PERSON_DOES_NOT, CELL, 1, FALSE, &inks));
  draw_array (renderer, array);
  draw_reference (renderer, textures, count);

  for (guint i = 0; i < arguments.repetitions; i++)
    {
      double unchanged = 0;
      double changing = 0;
      double fading = 0;
      double reference = 0;

      for (guint k = 0; k < n; k++)
        {
          count = (count + 37) % PEOPLE;
          changing += change_and_draw_array (renderer, array, count);
          wait_for_fade (array);
          /* Not the first after a sleep, as the reference is not either. */
          draw_array (renderer, array);
          fading += draw_array (renderer, array);
          /* Ends the fade. */
          gtk_widget_unmap (array);
          gtk_widget_map (array);
          unchanged += draw_array (renderer, array);
          reference += draw_reference (renderer, textures, count);
        }
      bench_print ("icons-unchanged", unchanged / n, reference / n);
      bench_print ("icons-changed", MAX (changing, fading) / n, reference / n);
    }
  gsk_renderer_unrealize (renderer);
  g_object_unref (textures[0]);
  g_object_unref (textures[1]);

  return 0;
}
