/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-grid-row.h"

G_BEGIN_DECLS

#define SDM_TYPE_GRID_MORE (sdm_grid_more_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridMore, sdm_grid_more, SDM, GRID_MORE, GtkWidget)

GtkWidget *sdm_grid_more_new (SdmGridRow *row) G_GNUC_WARN_UNUSED_RESULT;

void sdm_grid_more_set_can_put_aside (SdmGridMore *self,
                                      gboolean     can_put_aside);
void sdm_grid_more_set_kept_open (SdmGridMore *self,
                                  gboolean     kept_open);
void sdm_grid_more_fold_sources (SdmGridMore *self);

G_END_DECLS
