/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The least that the line of a day shows, and all there is. */
#define SDM_DAY_LEAST_MINUTES (20 * 60)
#define SDM_DAY_MOST_MINUTES  (24 * 60)

/* A block, and where it goes. Lane 0 is the person's life, the options come after it. */
typedef struct
{
  GtkWidget   *block; /* not owned */
  guint        lane;
  int          minutes; /* since midnight; -1: at no set time */
  guint        part;    /* found by the layout, as all that follows */
  GdkRectangle place;
  int          stem; /* x of its time on the line; -1: none */
} SdmDayPlace;

/* One line of the picture: a part of the day in one lane. */
typedef struct
{
  GtkWidget   *head; /* not owned, nullable: whose lane it is */
  GtkWidget   *tray; /* not owned: words before what has no time */
  int          above;
  int          below;
  int          height; /* of an option: the same for all of them */
  int          line;   /* y */
  GdkRectangle head_place;
  GdkRectangle tray_place;
} SdmDayLane;

/* A stretch of the day, in minutes after its start. */
typedef struct
{
  int from;
  int to;
  int top;
  int bottom;
} SdmDayPart;

/* Where everything stands for one width, as if read from left to right. */
typedef struct
{
  int        start;   /* minutes since midnight */
  int        length;  /* minutes shown */
  int        em;      /* the height of a line of text */
  guint      n_lanes; /* with the life */
  GArray    *places;  /* of SdmDayPlace */
  GArray    *lanes;   /* of SdmDayLane: those of the first part, then those of the second */
  SdmDayPart parts[2];
  guint      n_parts;
  int        width;
  int        line_x;
  int        line_width;
  int        height;
  gboolean   heads_beside;
} SdmDayLayout;

void        sdm_day_layout_run (SdmDayLayout *self,
                                int           width);
SdmDayLane *sdm_day_layout_get_lane (SdmDayLayout *self,
                                     guint         part,
                                     guint         lane);

int sdm_day_layout_get_x (SdmDayLayout *self,
                          guint         part,
                          int           after_start);
int sdm_day_layout_get_minutes_at (SdmDayLayout *self,
                                   int           x,
                                   int           y);
int sdm_day_layout_get_label_step (SdmDayLayout *self,
                                   guint         part);

G_END_DECLS
