/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-day-block-private.h"
#include "sdm-day-layout-private.h"
#include "sdm-day-line.h"

G_BEGIN_DECLS

struct _SdmDayLine
{
  GtkWidget parent_instance;

  char       *title; /* owned, nullable */
  GListModel *items; /* owned, nullable; of SdmDayItem */
  GListModel *lanes; /* owned, nullable; of SdmGridOption */
  int         start;
  gboolean    takes_life;

  SdmDayLayout layout;

  /* What a finger or a mouse is about. */
  gboolean     is_pressed;
  gboolean     is_moving;
  SdmDayBlock *grabbed;  /* not owned, nullable: an empty place */
  int          grab_off; /* from the block's time to the finger */
  int          press_x;  /* as if read from left to right */
  int          press_y;
  int          x;
  int          y;
};

/* Blocks, heads and words, made anew from the items and the lanes. */
void sdm_day_line_rebuild (SdmDayLine *self);
void sdm_day_line_clear_parts (SdmDayLine *self);
void sdm_day_line_find_stretch (SdmDayLine *self);
void sdm_day_line_update_accessible (SdmDayLine *self);

/* What a finger or a mouse does, in the widget's own pixels. */
void     sdm_day_line_press (SdmDayLine *self,
                             double      x,
                             double      y);
gboolean sdm_day_line_move (SdmDayLine *self,
                            double      by_x,
                            double      by_y);
void     sdm_day_line_release (SdmDayLine *self);
void     sdm_day_line_cancel (SdmDayLine *self);
gboolean sdm_day_line_find_mark (SdmDayLine *self,
                                 int        *minutes,
                                 int        *x,
                                 int        *y);

void sdm_day_line_draw (SdmDayLine  *self,
                        GtkSnapshot *snapshot);
void sdm_day_line_draw_mark (SdmDayLine  *self,
                             GtkSnapshot *snapshot);

gboolean sdm_day_line_is_mirrored (SdmDayLine *self);

G_END_DECLS
