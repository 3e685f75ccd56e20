/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-people-block-private.h"

/* People side by side in a block. Those who show the same sign stand together,
 * so a run of them is at most three rectangles, each filled with a repeated
 * person: the cost does not grow with the number of people.
 */

/* Helpers */

/* The cells of people @from to @to (not included) as rectangles of cells,
 * counted from the bottom row; y grows upwards here.
 */
static SdmPeopleRun
find_run (guint columns,
          guint from,
          guint to)
{
  SdmPeopleRun run = { .n_rects = 0 };
  guint        person = from;

  while (person < to)
    {
      const guint            column = person % columns;
      const guint            row = person / columns;
      cairo_rectangle_int_t *rect = &run.rects[run.n_rects];

      rect->x = (int) column;
      rect->y = (int) row;
      if (column == 0 && to - person >= columns)
        {
          rect->width = (int) columns;
          rect->height = (int) ((to - person) / columns);
        }
      else
        {
          rect->width = (int) MIN (columns - column, to - person);
          rect->height = 1;
        }
      person += (guint) (rect->width * rect->height);
      run.n_rects++;
    }

  return run;
}

/* Shared inside this folder */

/* The people @from to @to (not included) in device pixels, y downwards, from
 * the left or the right.
 */
SdmPeopleRun
sdm_people_block_place (const SdmPeopleBlock *block,
                        guint                 from,
                        guint                 to,
                        int                   cell)
{
  SdmPeopleRun run = find_run (block->columns, from, to);

  for (guint i = 0; i < run.n_rects; i++)
    {
      cairo_rectangle_int_t *rect = &run.rects[i];

      rect->x = (block->from_right ? (int) block->columns - rect->x - rect->width : rect->x) * cell;
      rect->y = ((int) block->rows - rect->y - rect->height) * cell;
      rect->width *= cell;
      rect->height *= cell;
    }

  return run;
}

/* Draws the people @from to @to (not included), all with one sign. */
void
sdm_people_block_draw (const SdmPeopleBlock *block,
                       cairo_t              *cr,
                       const SdmPersonSet   *set,
                       SdmPersonSign         sign,
                       guint                 from,
                       guint                 to)
{
  const SdmPeopleRun run = sdm_people_block_place (block, from, to, set->cell);
  cairo_pattern_t   *pattern = cairo_pattern_create_for_surface (set->people[sign]);

  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_set_source (cr, pattern);
  for (guint i = 0; i < run.n_rects; i++)
    cairo_rectangle (cr, run.rects[i].x, run.rects[i].y, run.rects[i].width, run.rects[i].height);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/* Makes the set ready for this size and these inks. Returns TRUE if the
 * people had to be drawn anew.
 */
gboolean
sdm_person_set_ensure (SdmPersonSet        *set,
                       int                  cell,
                       int                  scale,
                       gboolean             square,
                       const SdmPersonInks *inks)
{
  if (set->people[0] != NULL && set->cell == cell && set->scale == scale &&
      set->square == square && sdm_person_inks_equal (&set->inks, inks))
    return FALSE;

  sdm_person_set_clear (set);
  set->cell = cell;
  set->scale = scale;
  set->square = square;
  set->inks = *inks;
  for (guint i = 0; i < SDM_PERSON_N_SIGNS; i++)
    set->people[i] = sdm_person_new_surface ((SdmPersonSign) i, cell, scale, square, inks);

  return TRUE;
}

void
sdm_person_set_clear (SdmPersonSet *set)
{
  for (guint i = 0; i < SDM_PERSON_N_SIGNS; i++)
    g_clear_pointer (&set->people[i], cairo_surface_destroy);
}
