/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-layout-private.h"

/* Where the blocks of a day stand. A block starts at its time, or further left
 * where it would leave the line; blocks that would cover one another stand in
 * rows, the later ones nearer to the line, so that the stems of the others
 * pass them by. All lanes of options have the same height. */

#define ROW_GAP   8
#define LANE_GAP  14
#define STEP      15 /* minutes: a finger is no finer */
#define HEAD_GAP  20
#define MIN_BLOCK 44

/* In lines of text. */
#define NARROW_EMS 44
#define BESIDE_EMS 50
#define HEAD_EMS   13
#define BLOCK_EMS  20
#define LABEL_EMS  7

SdmDayLane *
sdm_day_layout_get_lane (SdmDayLayout *self,
                         guint         part,
                         guint         lane)
{
  return &g_array_index (self->lanes, SdmDayLane, part * self->n_lanes + lane);
}

static SdmDayPlace *
get_place (SdmDayLayout *self,
           guint         i)
{
  return &g_array_index (self->places, SdmDayPlace, i);
}

static int
get_after_start (SdmDayLayout *self,
                 int           minutes)
{
  return (minutes - self->start + SDM_DAY_MOST_MINUTES) % SDM_DAY_MOST_MINUTES;
}

static int
measure (GtkWidget     *widget,
         GtkOrientation orientation,
         int            for_size,
         int           *natural)
{
  int minimum = 0;
  int unused = 0;

  gtk_widget_measure (widget, orientation, for_size, &minimum, natural != NULL ? natural : &unused, NULL, NULL);

  return minimum;
}

/* Parts */

/* To noon, and from noon; where noon is too near to an end of the day, the middle. */
static int
find_middle (SdmDayLayout *self)
{
  const int noon = get_after_start (self, 12 * 60);

  return noon * 3 >= self->length && noon * 3 <= self->length * 2 ? noon : self->length / 120 * 60;
}

static void
choose_parts (SdmDayLayout *self)
{
  int head_width = 0;

  self->heads_beside = self->width >= BESIDE_EMS * self->em;
  self->n_parts = self->width < NARROW_EMS * self->em ? 2 : 1;
  self->parts[0] = (SdmDayPart){ 0, self->n_parts == 2 ? find_middle (self) : self->length, 0, 0 };
  self->parts[1] = (SdmDayPart){ self->parts[0].to, self->length, 0, 0 };

  for (guint i = 1; i < self->n_lanes && self->heads_beside; i++)
    {
      int natural;

      measure (sdm_day_layout_get_lane (self, 0, i)->head, GTK_ORIENTATION_HORIZONTAL, -1, &natural);
      head_width = MAX (head_width, MIN (natural, HEAD_EMS * self->em) + HEAD_GAP);
    }
  self->line_x = head_width;
  self->line_width = MAX (self->width - head_width, 1);
}

/**
 * sdm_day_layout_get_x:
 * @after_start: minutes after the start of the day
 */
int
sdm_day_layout_get_x (SdmDayLayout *self,
                      guint         part,
                      int           after_start)
{
  const SdmDayPart *p = &self->parts[part];

  return self->line_x + (int) ((gint64) (self->line_width - 1) * (after_start - p->from) / MAX (p->to - p->from, 1));
}

/**
 * sdm_day_layout_get_minutes_at:
 *
 * Returns: the time at a place of the picture, in minutes since midnight and quarters of an hour
 */
int
sdm_day_layout_get_minutes_at (SdmDayLayout *self,
                               int           x,
                               int           y)
{
  const guint       part = self->n_parts == 2 && y >= self->parts[1].top ? 1 : 0;
  const SdmDayPart *p = &self->parts[part];
  const int         span = p->to - p->from;
  const int         exact = p->from + (int) ((gint64) (x - self->line_x) * span / self->line_width);

  return (self->start + CLAMP ((exact + STEP / 2) / STEP * STEP, p->from, p->to - STEP)) % SDM_DAY_MOST_MINUTES;
}

/**
 * sdm_day_layout_get_label_step:
 *
 * Returns: how many minutes lie between two hours that are named under the line
 */
int
sdm_day_layout_get_label_step (SdmDayLayout *self,
                               guint         part)
{
  static const int hours[] = { 2, 4, 6 };
  const int        span = self->parts[part].to - self->parts[part].from;

  for (gsize i = 0; i < G_N_ELEMENTS (hours); i++)
    if ((gint64) self->line_width * hours[i] * 60 / MAX (span, 1) >= LABEL_EMS * self->em)
      return hours[i] * 60;

  return 12 * 60;
}

/* Blocks */

static void
measure_block (SdmDayLayout *self,
               SdmDayPlace  *place)
{
  int natural;
  int least = measure (place->block, GTK_ORIENTATION_HORIZONTAL, -1, &natural);

  place->place.width = MAX (least, MIN (natural, MIN (BLOCK_EMS * self->em, self->line_width)));
  place->place.height = MAX (MIN_BLOCK, measure (place->block, GTK_ORIENTATION_VERTICAL, place->place.width, NULL));
}

static void
find_time (SdmDayLayout *self,
           SdmDayPlace  *place)
{
  const int after_start = get_after_start (self, place->minutes);

  place->part = self->n_parts == 2 && after_start >= self->parts[1].from ? 1 : 0;
  place->stem = sdm_day_layout_get_x (self, place->part, MIN (after_start, self->length));
  place->place.x = CLAMP (place->stem, self->line_x, MAX (self->line_x, self->line_x + self->line_width - place->place.width));
}

static void
measure_places (SdmDayLayout *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      SdmDayPlace *place = get_place (self, i);

      measure_block (self, place);
      place->stem = -1;
      place->part = self->n_parts - 1;
      if (place->minutes >= 0)
        find_time (self, place);
    }
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  const SdmDayPlace *first = *(SdmDayPlace *const *) a;
  const SdmDayPlace *second = *(SdmDayPlace *const *) b;

  return second->stem - first->stem;
}

/* The blocks of a lane in one part of the day, or those at no set time, in their order. */
static GPtrArray *
list_places (SdmDayLayout *self,
             guint         part,
             guint         lane,
             gboolean      with_time)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->places->len; i++)
    {
      SdmDayPlace *place = get_place (self, i);

      if (place->part == part && place->lane == lane && (place->minutes >= 0) == with_time)
        g_ptr_array_add (found, place);
    }

  return found;
}

typedef struct
{
  int left; /* of what stands furthest left in the row */
  int height;
  int bottom; /* over the line */
} Row;

/* Gives each block that has a time its row; y is counted from the line, upwards below 0. */
static int
lay_rows (SdmDayLayout *self,
          guint         part,
          guint         lane)
{
  g_autoptr (GPtrArray) found = list_places (self, part, lane, TRUE);
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_autofree guint *row_of = g_new0 (guint, found->len + 1);
  int               above = 0;

  g_ptr_array_sort (found, compare_latest_first);
  for (guint i = 0; i < found->len; i++)
    {
      SdmDayPlace *place = g_ptr_array_index (found, i);
      guint        r = 0;

      while (r < rows->len && place->place.x + place->place.width + ROW_GAP > g_array_index (rows, Row, r).left)
        r++;
      if (r == rows->len)
        g_array_set_size (rows, r + 1);
      row_of[i] = r;
      g_array_index (rows, Row, r).left = place->place.x;
      g_array_index (rows, Row, r).height = MAX (g_array_index (rows, Row, r).height, place->place.height);
    }
  for (guint r = 0; r < rows->len; r++)
    {
      g_array_index (rows, Row, r).bottom = above + ROW_GAP;
      above += ROW_GAP + g_array_index (rows, Row, r).height;
    }
  for (guint i = 0; i < found->len; i++)
    {
      SdmDayPlace *place = g_ptr_array_index (found, i);

      place->place.y = -g_array_index (rows, Row, row_of[i]).bottom - place->place.height;
    }

  return above;
}

/* Gives what has no time its place @y below the line, one after the other; gives where that ends. */
static int
lay_tray (SdmDayLayout *self,
          guint         part,
          guint         lane,
          int           y)
{
  SdmDayLane *at = sdm_day_layout_get_lane (self, part, lane);
  g_autoptr (GPtrArray) found = list_places (self, part, lane, FALSE);
  const gboolean is_beside = self->heads_beside && self->n_lanes > 1;
  int            x = self->line_x;
  int            row_height = 0;

  if (part != self->n_parts - 1 || !gtk_widget_get_visible (at->tray))
    return y;

  y += ROW_GAP;

  measure (at->tray, GTK_ORIENTATION_HORIZONTAL, -1, &at->tray_place.width);
  at->tray_place.width = MIN (at->tray_place.width, is_beside ? self->line_x - HEAD_GAP : self->line_width);
  at->tray_place.height = MAX (MIN_BLOCK, measure (at->tray, GTK_ORIENTATION_VERTICAL, at->tray_place.width, NULL));
  at->tray_place.x = is_beside ? 0 : x;
  at->tray_place.y = y;
  row_height = at->tray_place.height;
  x += is_beside ? 0 : at->tray_place.width + ROW_GAP;
  for (guint i = 0; i < found->len; i++)
    {
      SdmDayPlace *place = g_ptr_array_index (found, i);

      if (x + place->place.width > self->line_x + self->line_width && x > self->line_x)
        {
          x = self->line_x;
          y += row_height + ROW_GAP;
          row_height = 0;
        }
      place->place.x = x;
      place->place.y = y;
      row_height = MAX (row_height, place->place.height);
      x += place->place.width + ROW_GAP;
    }

  return y + row_height;
}

/* Lanes */

static void
set_line (SdmDayLayout *self,
          guint         part,
          guint         lane,
          int           y)
{
  SdmDayLane *at = sdm_day_layout_get_lane (self, part, lane);

  at->line = y;
  at->tray_place.y += y;
  for (guint i = 0; i < self->places->len; i++)
    if (get_place (self, i)->part == part && get_place (self, i)->lane == lane)
      get_place (self, i)->place.y += y;
}

static int
measure_head (SdmDayLayout *self,
              SdmDayLane   *at)
{
  at->head_place.width = self->heads_beside ? self->line_x - HEAD_GAP : self->width;
  at->head_place.height = measure (at->head, GTK_ORIENTATION_VERTICAL, at->head_place.width, NULL);

  return at->head_place.height;
}

/* What stands over the line of an option, and below it: its head is beside the line, or above it. */
static void
measure_option (SdmDayLayout *self,
                guint         part,
                guint         lane)
{
  SdmDayLane *at = sdm_day_layout_get_lane (self, part, lane);
  const int   head = measure_head (self, at);
  const int   above = MAX (self->em, lay_rows (self, part, lane));

  at->above = self->heads_beside ? MAX (above, head) : above + head;
  at->below = MAX (self->em / 2, lay_tray (self, part, lane, 0));
}

/* The lanes of the options below the life, all of one height; gives where they end. */
static int
lay_options (SdmDayLayout *self,
             guint         part,
             int           y)
{
  int height = 0;

  for (guint i = 1; i < self->n_lanes; i++)
    {
      const SdmDayLane *at = sdm_day_layout_get_lane (self, part, i);

      measure_option (self, part, i);
      height = MAX (height, at->above + at->below);
    }
  for (guint i = 1; i < self->n_lanes; i++)
    {
      SdmDayLane *at = sdm_day_layout_get_lane (self, part, i);

      at->height = height;
      at->head_place.y = y + LANE_GAP;
      set_line (self, part, i, y + LANE_GAP + at->above);
      y += LANE_GAP + height;
    }

  return y;
}

/**
 * sdm_day_layout_run:
 *
 * Finds the place of everything, and the height that it takes.
 */
void
sdm_day_layout_run (SdmDayLayout *self,
                    int           width)
{
  int y = 0;

  self->width = width;
  choose_parts (self);
  measure_places (self);
  for (guint part = 0; part < self->n_parts; part++)
    {
      SdmDayLane *life = sdm_day_layout_get_lane (self, part, 0);

      self->parts[part].top = y;
      life->above = MAX (MIN_BLOCK + ROW_GAP, lay_rows (self, part, 0));
      life->below = lay_tray (self, part, 0, self->em * 2);
      set_line (self, part, 0, y + life->above);
      y = lay_options (self, part, life->line + life->below);
      self->parts[part].bottom = y;
      y += part + 1 < self->n_parts ? self->em : 0;
    }
  self->height = y;
}
