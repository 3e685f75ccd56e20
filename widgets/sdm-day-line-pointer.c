/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-line-private.h"

/* What a finger or a mouse does on the line of a day. */

/* From here on a press is a drag. */
#define DRAG_DISTANCE 8

static gboolean
may_move (SdmDayLine  *self,
          SdmDayBlock *block)
{
  return self->takes_life || sdm_day_item_get_lane (sdm_day_block_get_item (block)) != NULL;
}

static SdmDayPlace *
find_place_at (SdmDayLine *self,
               int         x,
               int         y)
{
  for (guint i = 0; i < self->layout.places->len; i++)
    {
      SdmDayPlace *place = &g_array_index (self->layout.places, SdmDayPlace, i);

      if (x >= place->place.x && x < place->place.x + place->place.width && y >= place->place.y && y < place->place.y + place->place.height)
        return place;
    }

  return NULL;
}

/* Whether a press there can add to the person's life: on its line, or over it. */
static gboolean
is_on_life (SdmDayLine *self,
            int         x,
            int         y)
{
  for (guint part = 0; part < self->layout.n_parts; part++)
    {
      const SdmDayLane *life = sdm_day_layout_get_lane (&self->layout, part, 0);

      if (y >= life->line - life->above && y <= life->line + self->layout.em * 2 && x >= self->layout.line_x)
        return TRUE;
    }

  return FALSE;
}

static guint
find_part (SdmDayLine *self)
{
  return self->layout.n_parts == 2 && self->y >= self->layout.parts[1].top ? 1 : 0;
}

/* Below its line a block has no set time. A thing of the person's own that has one keeps one. */
static gboolean
is_below_line (SdmDayLine  *self,
               SdmDayPlace *place)
{
  const guint       part = find_part (self);
  const SdmDayLane *lane = sdm_day_layout_get_lane (&self->layout, part, place->lane);
  const int         far = place->lane == 0 ? 2 * self->layout.em : self->layout.em / 2;

  if (place->lane == 0 && sdm_day_item_get_minutes (sdm_day_block_get_item (self->grabbed)) != SDM_DAY_NO_TIME)
    return FALSE;

  return part == self->layout.n_parts - 1 && self->y > lane->line + far;
}

static void
move_grabbed (SdmDayLine *self)
{
  for (guint i = 0; i < self->layout.places->len; i++)
    {
      SdmDayPlace *place = &g_array_index (self->layout.places, SdmDayPlace, i);

      if (place->block != GTK_WIDGET (self->grabbed))
        continue;
      place->minutes = is_below_line (self, place)
                           ? SDM_DAY_NO_TIME
                           : sdm_day_layout_get_minutes_at (&self->layout, self->x - self->grab_off, self->y);
      sdm_day_block_set_minutes (self->grabbed, place->minutes);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sdm_day_line_press (SdmDayLine *self,
                    double      x,
                    double      y)
{
  SdmDayPlace *place;

  self->press_x = (int) (sdm_day_line_is_mirrored (self) ? self->layout.width - x : x);
  self->press_y = (int) y;
  self->x = self->press_x;
  self->y = self->press_y;
  place = find_place_at (self, self->x, self->y);
  self->grabbed = place != NULL ? SDM_DAY_BLOCK (place->block) : NULL;
  self->grab_off = place != NULL && place->stem >= 0 ? self->x - place->stem : 0;
  self->is_moving = FALSE;
  self->is_pressed = place != NULL || (self->takes_life && is_on_life (self, self->x, self->y));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns TRUE once the finger moves something. One that goes up or down over
 * an empty place wants to scroll the page.
 */
gboolean
sdm_day_line_move (SdmDayLine *self,
                   double      by_x,
                   double      by_y)
{
  if (!self->is_pressed)
    return FALSE;
  if (!self->is_moving && MAX (ABS (by_x), ABS (by_y)) < DRAG_DISTANCE)
    return FALSE;
  if (!self->is_moving && ((self->grabbed == NULL && ABS (by_y) > ABS (by_x)) ||
                           (self->grabbed != NULL && !may_move (self, self->grabbed))))
    {
      sdm_day_line_cancel (self);
      return FALSE;
    }

  self->is_moving = TRUE;
  self->x = self->press_x + (int) (sdm_day_line_is_mirrored (self) ? -by_x : by_x);
  self->y = self->press_y + (int) by_y;
  if (self->grabbed != NULL)
    move_grabbed (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

void
sdm_day_line_release (SdmDayLine *self)
{
  const gboolean was_pressed = self->is_pressed;
  const gboolean was_moving = self->is_moving;
  SdmDayBlock   *block = self->grabbed;
  g_autoptr (SdmDayItem) item = block != NULL ? g_object_ref (sdm_day_block_get_item (block)) : NULL;
  const int minutes = block != NULL ? sdm_day_block_get_minutes (block)
                                    : sdm_day_layout_get_minutes_at (&self->layout, self->x, self->y);

  self->is_pressed = FALSE;
  self->is_moving = FALSE;
  self->grabbed = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* It stands where its item says, until whoever is told says otherwise. */
  if (was_moving)
    sdm_day_line_rebuild (self);
  if (!was_pressed)
    return;
  if (item == NULL)
    g_signal_emit_by_name (self, "pressed", minutes);
  else if (was_moving)
    g_signal_emit_by_name (self, "moved", item, minutes);
  else
    g_signal_emit_by_name (self, "activated", item);
}

/* What was on its way goes back to its place. */
void
sdm_day_line_cancel (SdmDayLine *self)
{
  const gboolean was_moving = self->is_moving;

  self->is_pressed = FALSE;
  self->is_moving = FALSE;
  self->grabbed = NULL;
  if (was_moving)
    sdm_day_line_rebuild (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where to say the time of an empty place under the finger; FALSE where there is none. */
gboolean
sdm_day_line_find_mark (SdmDayLine *self,
                        int        *minutes,
                        int        *x,
                        int        *y)
{
  guint part;
  int   after_start;

  if (!self->is_pressed || self->grabbed != NULL)
    return FALSE;

  *minutes = sdm_day_layout_get_minutes_at (&self->layout, self->x, self->y);
  part = find_part (self);
  after_start = (*minutes - self->layout.start + SDM_DAY_MOST_MINUTES) % SDM_DAY_MOST_MINUTES;
  *x = sdm_day_layout_get_x (&self->layout, part, after_start);
  *y = sdm_day_layout_get_lane (&self->layout, part, 0)->line;

  return TRUE;
}
