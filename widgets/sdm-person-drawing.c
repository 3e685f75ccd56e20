/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-person-private.h"

#define SURFACE "sdm-surface" /* of a texture: borrowed from its bytes */

/* The drawn forms stand on a grid of 24 units. Under these sizes, in logical
 * pixels, the outline is heavier and stripes stand on whole pixels; smaller
 * still, a person is a square.
 */
#define GRID         24.0
#define SIMPLE_BELOW 11.0
#define SQUARE_BELOW 7.0

/* Helpers */

static void
add_filled_body (cairo_t *cr)
{
  cairo_move_to (cr, 12, 12.4);
  cairo_rel_curve_to (cr, 5, 0, 8, 2.9, 8, 7.4);
  cairo_rel_line_to (cr, 0, 0.6);
  cairo_rel_curve_to (cr, 0, 0.9, -0.7, 1.6, -1.6, 1.6);
  cairo_line_to (cr, 5.6, 22);
  cairo_rel_curve_to (cr, -0.9, 0, -1.6, -0.7, -1.6, -1.6);
  cairo_rel_line_to (cr, 0, -0.6);
  cairo_rel_curve_to (cr, 0, -4.5, 3, -7.4, 8, -7.4);
  cairo_close_path (cr);
}

static void
add_hollow_body (cairo_t *cr)
{
  cairo_move_to (cr, 12, 13.7);
  cairo_rel_curve_to (cr, 4.2, 0, 6.7, 2.3, 6.7, 6);
  cairo_rel_line_to (cr, 0, 0.4);
  cairo_rel_curve_to (cr, 0, 0.35, -0.25, 0.6, -0.6, 0.6);
  cairo_line_to (cr, 5.9, 20.7);
  cairo_rel_curve_to (cr, -0.35, 0, -0.6, -0.25, -0.6, -0.6);
  cairo_rel_line_to (cr, 0, -0.4);
  cairo_rel_curve_to (cr, 0, -3.7, 2.5, -6, 6.7, -6);
  cairo_close_path (cr);
}

static void
add_head (cairo_t *cr,
          double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 12, 6.4, radius, 0, 2 * G_PI);
  cairo_close_path (cr);
}

static void
stroke_outline (cairo_t *cr,
                double   width)
{
  add_head (cr, 3.1);
  add_hollow_body (cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Stripes inside the body; the small ones are a pixel wide. */
static void
draw_stripes (cairo_t *cr,
              double   unit,
              gboolean simple)
{
  cairo_save (cr);
  add_hollow_body (cr);
  cairo_clip (cr);
  if (simple)
    {
      for (double x = 2; x < GRID / unit; x += 2)
        cairo_rectangle (cr, x * unit, 12, unit, 12);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
      cairo_fill (cr);
    }
  else
    {
      for (int i = 0; i < 9; i++)
        {
          cairo_move_to (cr, -20 + i * 5.2, 28);
          cairo_rel_line_to (cr, 20, -20);
        }
      cairo_set_line_width (cr, 2.4);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_person (cairo_t      *cr,
             SdmPersonSign sign,
             double        logical_size)
{
  const gboolean simple = logical_size < SIMPLE_BELOW;

  switch (sign)
    {
    case SDM_PERSON_HAPPENS:
      add_head (cr, 4.4);
      add_filled_body (cr);
      cairo_fill (cr);
      break;
    case SDM_PERSON_MAY_HAPPEN:
      stroke_outline (cr, simple ? 2.4 : 2.0);
      draw_stripes (cr, GRID / logical_size, simple);
      break;
    case SDM_PERSON_SPARED:
      stroke_outline (cr, simple ? 3.0 : 2.6);
      break;
    case SDM_PERSON_DOES_NOT:
    default:
      stroke_outline (cr, simple ? 2.2 : 1.6);
      break;
    }
}

/* The same four signs where a cell is too small for a person: filled,
 * striped, a ring, and a dot. All edges stand on whole pixels.
 */
static void
draw_square (cairo_t      *cr,
             SdmPersonSign sign,
             int           device_size,
             int           scale)
{
  const int side = MAX (device_size - scale, 1);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  switch (sign)
    {
    case SDM_PERSON_HAPPENS:
      cairo_rectangle (cr, 0, 0, side, side);
      break;
    case SDM_PERSON_MAY_HAPPEN:
      for (int x = 0; x < side; x += 2 * scale)
        cairo_rectangle (cr, x, 0, MIN (scale, side - x), side);
      break;
    case SDM_PERSON_SPARED:
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_rectangle (cr, 0, 0, side, side);
      if (side > 2 * scale)
        cairo_rectangle (cr, scale, scale, side - 2 * scale, side - 2 * scale);
      break;
    case SDM_PERSON_DOES_NOT:
    default:
      {
        const int dot = MAX ((side + scale) / 2, 1);
        const int inset = (side - dot) / 2;

        cairo_rectangle (cr, inset, inset, dot, dot);
      }
      break;
    }
  cairo_fill (cr);
}

/* Shared inside this folder */

/**
 * sdm_person_look_up_ink:
 * @widget: whose style sheet is asked
 * @name: a colour's name, as `ev_event`
 * @fallback: the colour where the style sheet has no such name
 * @ink: (out): the colour
 *
 * Finds a named colour of the style sheet, so that dark and high contrast
 * come by themselves.
 */
void
sdm_person_look_up_ink (GtkWidget  *widget,
                        const char *name,
                        const char *fallback,
                        GdkRGBA    *ink)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, ink))
    gdk_rgba_parse (ink, fallback);
}

void
sdm_person_look_up_inks (GtkWidget     *widget,
                         SdmPersonInks *inks)
{
  sdm_person_look_up_ink (widget, "ev_event", "#20375C", &inks->event);
  sdm_person_look_up_ink (widget, "ev_rest", "#868A90", &inks->rest);
  sdm_person_look_up_ink (widget, "ev_accent", "#1D4B7A", &inks->accent);
  sdm_person_look_up_ink (widget, "ev_accent_soft", "#E0E9F2", &inks->accent_soft);
}

gboolean
sdm_person_inks_equal (const SdmPersonInks *a,
                       const SdmPersonInks *b)
{
  return gdk_rgba_equal (&a->event, &b->event) &&
         gdk_rgba_equal (&a->rest, &b->rest) &&
         gdk_rgba_equal (&a->accent, &b->accent) &&
         gdk_rgba_equal (&a->accent_soft, &b->accent_soft);
}

/**
 * sdm_person_new_surface:
 * @sign: what the person says
 * @device_size: the side of the cell in device pixels
 * @scale: device pixels to one logical pixel
 * @square: draw a square at any size, never a person
 * @inks: the inks to draw with
 *
 * Draws one person into a square cell.
 *
 * Returns: (transfer full): a new ARGB surface of @device_size
 */
cairo_surface_t *
sdm_person_new_surface (SdmPersonSign        sign,
                        int                  device_size,
                        int                  scale,
                        gboolean             square,
                        const SdmPersonInks *inks)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, device_size, device_size);
  cairo_t     *cr = cairo_create (surface);
  const double logical_size = (double) device_size / scale;

  gdk_cairo_set_source_rgba (cr, sign == SDM_PERSON_DOES_NOT ? &inks->rest : &inks->event);
  if (square || logical_size < SQUARE_BELOW)
    {
      draw_square (cr, sign, device_size, scale);
    }
  else
    {
      cairo_scale (cr, device_size / GRID, device_size / GRID);
      draw_person (cr, sign, logical_size);
    }
  cairo_destroy (cr);

  return surface;
}

/**
 * sdm_person_new_texture:
 * @surface: (transfer full): an ARGB surface; the texture owns it from now on
 *
 * Returns: (transfer full): a texture that shows @surface, without a copy
 */
GdkTexture *
sdm_person_new_texture (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  g_object_set_data (G_OBJECT (texture), SURFACE, surface);

  return texture;
}

/**
 * sdm_person_get_surface:
 * @texture: one that sdm_person_new_texture() made
 *
 * Getting at the pixels of a texture the usual way turns each of them into
 * floating point and back.
 *
 * Returns: (transfer none): what it shows
 */
cairo_surface_t *
sdm_person_get_surface (GdkTexture *texture)
{
  cairo_surface_t *surface = g_object_get_data (G_OBJECT (texture), SURFACE);

  g_return_val_if_fail (surface != NULL, NULL);

  return surface;
}
