/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-grid-row.h"

G_BEGIN_DECLS

#define SDM_TYPE_GRID_LINE (sdm_grid_line_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridLine, sdm_grid_line, SDM, GRID_LINE, GtkWidget)

GtkWidget *sdm_grid_line_new (SdmGridRow *row) G_GNUC_WARN_UNUSED_RESULT;

SdmGridRow *sdm_grid_line_get_row (SdmGridLine *self);

void sdm_grid_line_set_options (SdmGridLine *self,
                                GPtrArray   *options);

void sdm_grid_line_set_open (SdmGridLine *self,
                             gboolean     open);

void sdm_grid_line_set_kept_open (SdmGridLine *self,
                                  gboolean     kept_open);

void sdm_grid_line_set_can_put_aside (SdmGridLine *self,
                                      gboolean     can_put_aside);

gboolean sdm_grid_line_can_open (SdmGridLine *self);

GtkWidget *sdm_grid_line_get_more (SdmGridLine *self);

void sdm_grid_line_set_shape (SdmGridLine *self,
                              gboolean     with_question,
                              gboolean     stacked);

GtkWidget *sdm_grid_line_get_cell (SdmGridLine *self,
                                   guint        column);
guint      sdm_grid_line_get_column (SdmGridLine *self,
                                     GtkWidget   *cell);

G_END_DECLS
