/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-logo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "sdm-letter-error.h"

/* The practice's logo comes with the consultation, and so from anywhere: its size is looked at before it
 * is decoded, and the writer of the PDF gets nothing but its pixels. */

#define MOST_PIXELS 600

/* Comes before room is made for the pixels: no size, no decoding. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gboolean        *is_too_large)
{
  *is_too_large = width > MOST_PIXELS || height > MOST_PIXELS;
  if (*is_too_large)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
}

/* Decoders fill up a file that breaks off, so its end is looked for. */
static gboolean
is_whole_png (const guchar *bytes,
              gsize         length)
{
  static const guchar start[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  static const guchar end[] = { 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82 };

  return length > sizeof start + sizeof end && memcmp (bytes, start, sizeof start) == 0 &&
         memcmp (bytes + length - sizeof end, end, sizeof end) == 0;
}

static GdkPixbuf *
decode (const guchar *bytes,
        gsize         length)
{
  gboolean is_too_large = FALSE;
  gboolean is_good;
  g_autoptr (GdkPixbufLoader) loader = is_whole_png (bytes, length) ? gdk_pixbuf_loader_new_with_type ("png", NULL) : NULL;

  if (loader == NULL)
    return NULL;
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &is_too_large);
  is_good = gdk_pixbuf_loader_write (loader, bytes, length, NULL);
  is_good = gdk_pixbuf_loader_close (loader, NULL) && is_good;
  if (!is_good || is_too_large || gdk_pixbuf_loader_get_pixbuf (loader) == NULL)
    return NULL;

  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

/* What is see-through shows the white of the paper. */
static GBytes *
lay_on_white (GdkPixbuf *picture)
{
  const guint   width = (guint) gdk_pixbuf_get_width (picture);
  const guint   height = (guint) gdk_pixbuf_get_height (picture);
  const guint   n_channels = (guint) gdk_pixbuf_get_n_channels (picture);
  const gsize   stride = (gsize) gdk_pixbuf_get_rowstride (picture);
  const guchar *pixels = gdk_pixbuf_read_pixels (picture);
  guchar       *rgb = g_malloc ((gsize) width * height * 3);
  guchar       *to = rgb;

  for (guint y = 0; y < height; y++)
    for (guint x = 0; x < width; x++)
      {
        const guchar *from = pixels + y * stride + x * n_channels;
        const guint   alpha = n_channels == 4 ? from[3] : 255;

        for (guint c = 0; c < 3; c++)
          *to++ = (guchar) ((from[c] * alpha + 255 * (255 - alpha) + 127) / 255);
      }

  return g_bytes_new_take (rgb, (gsize) width * height * 3);
}

/**
 * sdm_letter_logo_decode:
 * @base64: a PNG picture, as it stands in the consultation
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Returns: (transfer full) (nullable): three bytes a pixel, row by row; %NULL with @error set where the
 *   picture is damaged, breaks off, or is larger than 600 by 600 pixels
 */
GBytes *
sdm_letter_logo_decode (const char *base64,
                        guint      *width,
                        guint      *height,
                        GError    **error)
{
  gsize              length = 0;
  g_autofree guchar *bytes = g_base64_decode (base64, &length);
  g_autoptr (GdkPixbuf) picture = decode (bytes, length);

  if (picture == NULL)
    {
      g_set_error_literal (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_LOGO,
                           _ ("The logo of the practice cannot be printed: it is damaged, or larger than 600 by 600 pixels. Choose it again in Preferences."));
      return NULL;
    }
  *width = (guint) gdk_pixbuf_get_width (picture);
  *height = (guint) gdk_pixbuf_get_height (picture);

  return lay_on_white (picture);
}
