/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-icon-array-private.h"

/* The picture of an icon array: which person shows which sign, and the block
 * of people as one texture.
 */

/* Helpers */

/* Adds the band, drawn in by @edge on its outer sides only: each rectangle,
 * and a bridge wherever two of them share a side.
 */
static void
add_band (cairo_t            *cr,
          const SdmPeopleRun *run,
          int                 edge)
{
  for (guint i = 0; i < run->n_rects; i++)
    {
      const cairo_rectangle_int_t *rect = &run->rects[i];

      cairo_rectangle (cr, rect->x + edge, rect->y + edge, rect->width - 2 * edge, rect->height - 2 * edge);
      if (i > 0)
        {
          const cairo_rectangle_int_t *below = &run->rects[i - 1];
          const int                    left = MAX (rect->x, below->x) + edge;
          const int                    right = MIN (rect->x + rect->width, below->x + below->width) - edge;

          if (right > left)
            cairo_rectangle (cr, left, below->y - edge, right - left, 2 * edge);
        }
    }
}

static void
draw_band (cairo_t                  *cr,
           const SdmIconArrayFigure *figure,
           const SdmPersonSet       *set,
           const SdmPeopleBlock     *block)
{
  const SdmPeopleRun run = sdm_people_block_place (block, figure->band_from, figure->band_to, set->cell);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  gdk_cairo_set_source_rgba (cr, &set->inks.accent);
  add_band (cr, &run, 0);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &set->inks.accent_soft);
  add_band (cr, &run, set->scale);
  cairo_fill (cr);
}

/* Shared inside this folder */

/* 10 by 10, 50 by 20, 100 by 100: one shape for each denominator, so that
 * pictures side by side can be compared.
 */
guint
sdm_icon_array_figure_get_columns (const SdmIconArrayFigure *figure)
{
  return figure->denominator <= 100 ? 10 : (figure->denominator <= 1000 ? 50 : 100);
}

guint
sdm_icon_array_figure_get_rows (const SdmIconArrayFigure *figure)
{
  return figure->denominator / sdm_icon_array_figure_get_columns (figure);
}

/* What person number @person shows, counted from the first one of the bottom
 * row. Those who are spared stand on the band above the high count.
 */
SdmPersonSign
sdm_icon_array_figure_get_sign (const SdmIconArrayFigure *figure,
                                guint                     person)
{
  if (person < figure->low)
    return SDM_PERSON_HAPPENS;
  if (person < figure->high)
    return SDM_PERSON_MAY_HAPPEN;
  if (person >= figure->band_from && person < figure->band_to)
    return SDM_PERSON_SPARED;
  return SDM_PERSON_DOES_NOT;
}

/* Draws the band, then the people, into one texture. */
GdkTexture *
sdm_icon_array_figure_new_texture (const SdmIconArrayFigure *figure,
                                   const SdmPersonSet       *set,
                                   gboolean                  from_right)
{
  const SdmPeopleBlock block = { sdm_icon_array_figure_get_columns (figure), sdm_icon_array_figure_get_rows (figure), from_right };
  cairo_surface_t     *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) block.columns * set->cell, (int) block.rows * set->cell);
  cairo_t *cr = cairo_create (surface);
  guint    from = 0;

  if (figure->band_to > figure->band_from)
    draw_band (cr, figure, set, &block);

  while (from < figure->denominator)
    {
      const SdmPersonSign sign = sdm_icon_array_figure_get_sign (figure, from);
      guint               to = from + 1;

      while (to < figure->denominator && sdm_icon_array_figure_get_sign (figure, to) == sign)
        to++;
      sdm_people_block_draw (&block, cr, set, sign, from, to);
      from = to;
    }
  cairo_destroy (cr);

  return sdm_person_new_texture (surface);
}

/* A picture between two of one size that were made here: the first at 0, the
 * second at 1. Mixing the pixels costs a fraction of a cross-fade node, for
 * which a renderer without a graphics card draws two more surfaces.
 */
GdkTexture *
sdm_icon_array_mix_textures (GdkTexture *from,
                             GdkTexture *to,
                             double      progress)
{
  const int        width = gdk_texture_get_width (from);
  const int        height = gdk_texture_get_height (from);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  const guchar    *before = cairo_image_surface_get_data (sdm_person_get_surface (from));
  const guchar    *after = cairo_image_surface_get_data (sdm_person_get_surface (to));
  guchar          *mixed = cairo_image_surface_get_data (surface);
  const gsize      size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) height;
  const guint      share = (guint) (progress * 256 + 0.5);

  for (gsize i = 0; i < size; i++)
    mixed[i] = (guchar) ((before[i] * (256 - share) + after[i] * share) >> 8);
  cairo_surface_mark_dirty (surface);

  return sdm_person_new_texture (surface);
}
