/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_GRID_HEAD (sdm_grid_head_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridHead, sdm_grid_head, SDM, GRID_HEAD, GtkWidget)

GtkWidget *sdm_grid_head_new (void) G_GNUC_WARN_UNUSED_RESULT;

void sdm_grid_head_set_options (SdmGridHead *self,
                                GPtrArray   *options,
                                guint        n_options,
                                gboolean     with_subtitle,
                                gboolean     with_corner);

void sdm_grid_head_set_reserve (SdmGridHead *self,
                                int          reserve);

GtkWidget *sdm_grid_head_get_next (SdmGridHead *self);

GtkWidget *sdm_grid_next_button_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
