/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The narrowest that a text of the grid may get. Without it, GTK finds out how narrow a text can be
 * by laying it out with one letter in a line, which takes longer than all the rest of a page. */
#define SDM_GRID_LEAST_CHARS 6

#define SDM_TYPE_GRID_LAYOUT (sdm_grid_layout_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridLayout, sdm_grid_layout, SDM, GRID_LAYOUT, GtkLayoutManager)

gboolean sdm_grid_layout_get_stacked (SdmGridLayout *self);
void     sdm_grid_layout_set_stacked (SdmGridLayout *self,
                                      gboolean       stacked);

void sdm_grid_layout_set_reserve (SdmGridLayout *self,
                                  int            reserve);

G_END_DECLS
