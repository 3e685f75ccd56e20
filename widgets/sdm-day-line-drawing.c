/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-day-line-private.h"

#include "sdm-person-private.h"

/* The lines of a day, their hours, and the stems that stand on them. */

#define TICK  6
#define STEM  2
#define EVERY (2 * 60) /* minutes between two ticks */

typedef struct
{
  SdmDayLine  *line;
  GtkSnapshot *snapshot;
  GdkRGBA      edge;
  GdkRGBA      ink;
  GdkRGBA      mark;
} Pen;

static void
draw_bar (Pen           *pen,
          const GdkRGBA *ink,
          int            x,
          int            y,
          int            width,
          int            height)
{
  SdmDayLayout *layout = &pen->line->layout;

  if (sdm_day_line_is_mirrored (pen->line))
    x = layout->width - x - width;
  gtk_snapshot_append_color (pen->snapshot, ink, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* @middle: where the middle of the text stands; it is kept between @left and @right. */
static void
draw_text (Pen           *pen,
           const GdkRGBA *ink,
           const char    *text,
           int            middle,
           int            y,
           int            left,
           int            right)
{
  SdmDayLayout *layout = &pen->line->layout;
  g_autoptr (PangoLayout) words = gtk_widget_create_pango_layout (GTK_WIDGET (pen->line), text);
  int width;
  int x;

  pango_layout_get_pixel_size (words, &width, NULL);
  x = CLAMP (middle - width / 2, left, MAX (left, right - width));
  if (sdm_day_line_is_mirrored (pen->line))
    x = layout->width - x - width;
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (pen->snapshot, words, ink);
  gtk_snapshot_restore (pen->snapshot);
}

/* Hours of the clock, whenever the day begins; on the first line with their names. */
static void
draw_hours (Pen  *pen,
            guint part,
            guint lane)
{
  SdmDayLayout     *layout = &pen->line->layout;
  const SdmDayPart *stretch = &layout->parts[part];
  const int         y = sdm_day_layout_get_lane (layout, part, lane)->line;
  const int         step = sdm_day_layout_get_label_step (layout, part);

  for (int clock = (layout->start + stretch->from + EVERY - 1) / EVERY * EVERY; clock - layout->start <= stretch->to; clock += EVERY)
    {
      const int x = sdm_day_layout_get_x (layout, part, clock - layout->start);

      draw_bar (pen, &pen->edge, x, y - TICK / 2, 1, TICK + 1);
      if (lane == 0 && clock % step == 0)
        {
          g_autofree char *time = sdm_day_dup_time (clock);

          draw_text (pen, &pen->ink, time, x, y + TICK, layout->line_x, layout->width);
        }
    }
}

static void
draw_lane (Pen  *pen,
           guint part,
           guint lane)
{
  SdmDayLayout *layout = &pen->line->layout;
  const int     y = sdm_day_layout_get_lane (layout, part, lane)->line;

  for (guint i = 0; i < layout->places->len; i++)
    {
      const SdmDayPlace *place = &g_array_index (layout->places, SdmDayPlace, i);
      const int          bottom = place->place.y + place->place.height;

      if (place->lane == lane && place->part == part && place->stem >= 0)
        draw_bar (pen, lane == 0 ? &pen->mark : &pen->ink, MIN (place->stem, layout->width - STEM), bottom - 12, STEM, y - bottom + 12);
    }
  draw_bar (pen, &pen->edge, layout->line_x, y, layout->line_width, 1);
  draw_hours (pen, part, lane);
}

static void
look_up_inks (Pen *pen)
{
  sdm_person_look_up_ink (GTK_WIDGET (pen->line), "ev_edge", "#7B766D", &pen->edge);
  sdm_person_look_up_ink (GTK_WIDGET (pen->line), "ev_ink2", "#4A525B", &pen->ink);
  sdm_person_look_up_ink (GTK_WIDGET (pen->line), "ev_voice_mark", "#80601A", &pen->mark);
}

/* What lies behind the blocks. */
void
sdm_day_line_draw (SdmDayLine  *self,
                   GtkSnapshot *snapshot)
{
  SdmDayLayout *layout = &self->layout;
  Pen           pen = { .line = self, .snapshot = snapshot };

  look_up_inks (&pen);
  for (guint part = 0; part < layout->n_parts; part++)
    for (guint lane = 0; lane < layout->n_lanes; lane++)
      draw_lane (&pen, part, lane);
}

/* The time under the finger, over everything else. */
void
sdm_day_line_draw_mark (SdmDayLine  *self,
                        GtkSnapshot *snapshot)
{
  SdmDayLayout    *layout = &self->layout;
  Pen              pen = { .line = self, .snapshot = snapshot };
  GdkRGBA          accent;
  g_autofree char *time = NULL;
  int              minutes;
  int              x;
  int              y;

  if (!sdm_day_line_find_mark (self, &minutes, &x, &y))
    return;

  look_up_inks (&pen);
  sdm_person_look_up_ink (GTK_WIDGET (self), "ev_accent", "#1D4B7A", &accent);
  draw_bar (&pen, &accent, x - 1, y - layout->em * 2, 3, layout->em * 2);
  time = sdm_day_dup_time (minutes);
  draw_text (&pen, &accent, time, x + layout->em * 2, y - layout->em * 2, layout->line_x, layout->width);
}
