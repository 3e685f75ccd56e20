/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_GRID_LAYOUT (sdm_grid_layout_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridLayout, sdm_grid_layout, SDM, GRID_LAYOUT, GtkLayoutManager)

gboolean sdm_grid_layout_get_stacked (SdmGridLayout *self);
void     sdm_grid_layout_set_stacked (SdmGridLayout *self,
                                      gboolean       stacked);

void sdm_grid_layout_set_reserve (SdmGridLayout *self,
                                  int            reserve);

G_END_DECLS
