/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_OPTION_GRID (sdm_option_grid_get_type ())
G_DECLARE_FINAL_TYPE (SdmOptionGrid, sdm_option_grid, SDM, OPTION_GRID, GtkWidget)

GtkWidget *sdm_option_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel *sdm_option_grid_get_options (SdmOptionGrid *self);
void        sdm_option_grid_set_options (SdmOptionGrid *self,
                                         GListModel    *options);

GListModel *sdm_option_grid_get_rows (SdmOptionGrid *self);
void        sdm_option_grid_set_rows (SdmOptionGrid *self,
                                      GListModel    *rows);

guint sdm_option_grid_get_max_visible (SdmOptionGrid *self);
void  sdm_option_grid_set_max_visible (SdmOptionGrid *self,
                                       guint          max_visible);

guint sdm_option_grid_get_first_visible (SdmOptionGrid *self);
void  sdm_option_grid_set_first_visible (SdmOptionGrid *self,
                                         guint          first_visible);

const char *sdm_option_grid_get_pinned_option (SdmOptionGrid *self);
void        sdm_option_grid_set_pinned_option (SdmOptionGrid *self,
                                               const char    *option_id);

const char *sdm_option_grid_get_open_row (SdmOptionGrid *self);
void        sdm_option_grid_set_open_row (SdmOptionGrid *self,
                                          const char    *row_id);

gboolean sdm_option_grid_get_can_put_aside (SdmOptionGrid *self);
void     sdm_option_grid_set_can_put_aside (SdmOptionGrid *self,
                                            gboolean       can_put_aside);

gboolean sdm_option_grid_get_has_foot (SdmOptionGrid *self);
void     sdm_option_grid_set_has_foot (SdmOptionGrid *self,
                                       gboolean       has_foot);

gboolean sdm_option_grid_get_compact (SdmOptionGrid *self);
void     sdm_option_grid_set_compact (SdmOptionGrid *self,
                                      gboolean       compact);

gboolean sdm_option_grid_get_one_question (SdmOptionGrid *self);
void     sdm_option_grid_set_one_question (SdmOptionGrid *self,
                                           gboolean       one_question);

guint sdm_option_grid_get_current_row (SdmOptionGrid *self);
void  sdm_option_grid_set_current_row (SdmOptionGrid *self,
                                       guint          position);

gboolean sdm_option_grid_get_stacked (SdmOptionGrid *self);
void     sdm_option_grid_set_stacked (SdmOptionGrid *self,
                                      gboolean       stacked);

G_END_DECLS
