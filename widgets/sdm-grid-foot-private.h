/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_GRID_FOOT (sdm_grid_foot_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridFoot, sdm_grid_foot, SDM, GRID_FOOT, GtkWidget)

GtkWidget *sdm_grid_foot_new (void) G_GNUC_WARN_UNUSED_RESULT;

void sdm_grid_foot_set_place (SdmGridFoot *self,
                              guint        position,
                              guint        n_questions);
void sdm_grid_foot_set_open (SdmGridFoot *self,
                             gboolean     can_open,
                             gboolean     is_open);

G_END_DECLS
