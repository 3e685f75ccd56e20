/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-day-item.h"

G_BEGIN_DECLS

/* The day begins at four in the morning, unless it is told to begin elsewhere. */
#define SDM_DAY_START (4 * 60)

#define SDM_TYPE_DAY_LINE (sdm_day_line_get_type ())
G_DECLARE_FINAL_TYPE (SdmDayLine, sdm_day_line, SDM, DAY_LINE, GtkWidget)

GtkWidget *sdm_day_line_new (void) G_GNUC_WARN_UNUSED_RESULT;

void sdm_day_line_set_items (SdmDayLine *self,
                             GListModel *items);
void sdm_day_line_set_lanes (SdmDayLine *self,
                             GListModel *lanes);

const char *sdm_day_line_get_title (SdmDayLine *self);
void        sdm_day_line_set_title (SdmDayLine *self,
                                    const char *title);

int  sdm_day_line_get_start (SdmDayLine *self);
void sdm_day_line_set_start (SdmDayLine *self,
                             int         minutes);

gboolean sdm_day_line_get_takes_life (SdmDayLine *self);
void     sdm_day_line_set_takes_life (SdmDayLine *self,
                                      gboolean    takes_life);

char *sdm_day_line_dup_time (int minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
