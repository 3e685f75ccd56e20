/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widget-picture.h"

/* Puts a widget into a window of its own, as small as it can be drawn at its
 * natural size, and waits for the first frame.
 */
GtkWidget *
widget_picture_show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  return window;
}

WidgetPicture
widget_picture_take (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  WidgetPicture picture = { gtk_widget_get_width (widget), gtk_widget_get_height (widget), NULL };

  gdk_paintable_snapshot (paintable, snapshot, picture.width, picture.height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);

  gsk_renderer_realize (renderer, NULL, &error);
  g_assert_no_error (error);
  texture = gsk_renderer_render_texture (
      renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) picture.width, (float) picture.height));
  gsk_renderer_unrealize (renderer);

  picture.pixels = g_new0 (guint32, (gsize) (picture.width * picture.height));
  gdk_texture_download (texture, (guchar *) picture.pixels, (gsize) picture.width * 4);

  return picture;
}

void
widget_picture_clear (WidgetPicture *picture)
{
  g_clear_pointer (&picture->pixels, g_free);
}

static gboolean
is_near (guint32        pixel,
         const GdkRGBA *ink)
{
  const double parts[4] = { ink->red, ink->green, ink->blue, ink->alpha };

  for (int i = 0; i < 4; i++)
    {
      const int shift = i == 3 ? 24 : 16 - 8 * i;

      if (ABS ((int) ((pixel >> shift) & 0xff) - (int) (parts[i] * 255 + 0.5)) > 24)
        return FALSE;
    }

  return TRUE;
}

gboolean
widget_picture_is_near (const WidgetPicture *picture,
                        int                  x,
                        int                  y,
                        const char          *ink)
{
  GdkRGBA rgba;

  g_assert_true (gdk_rgba_parse (&rgba, ink));
  g_assert_cmpint (x, <, picture->width);
  g_assert_cmpint (y, <, picture->height);

  return is_near (picture->pixels[y * picture->width + x], &rgba);
}

/* How many pixels of the whole picture have this ink. */
guint
widget_picture_count_near (const WidgetPicture *picture,
                           const char          *ink)
{
  GdkRGBA rgba;
  guint   count = 0;

  g_assert_true (gdk_rgba_parse (&rgba, ink));
  for (int i = 0; i < picture->width * picture->height; i++)
    count += is_near (picture->pixels[i], &rgba) ? 1 : 0;

  return count;
}

/* Loads one of the program's style sheets over the present ones. */
static char *
load_sheet (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/evenhand/Evenhand/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The style sheet of this name. The rules are in two, of which the program adds the second to the first. */
char *
widget_picture_load_style (const char *name)
{
  g_autofree char *sheet = load_sheet (name);
  g_autofree char *more = g_str_equal (name, "style.css") ? load_sheet ("pages.css") : g_strdup ("");

  return g_strconcat (sheet, more, NULL);
}

GtkCssProvider *
widget_picture_use_style (const char *name)
{
  GtkCssProvider  *provider = gtk_css_provider_new ();
  g_autofree char *sheet = widget_picture_load_style (name);

  gtk_css_provider_load_from_data (provider, sheet, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  return provider;
}

void
widget_picture_drop_style (GtkCssProvider *provider)
{
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider));
  g_object_unref (provider);
}
