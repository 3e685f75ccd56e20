/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_STEP_RAIL (sdm_step_rail_get_type ())
G_DECLARE_FINAL_TYPE (SdmStepRail, sdm_step_rail, SDM, STEP_RAIL, GtkWidget)

GtkWidget *sdm_step_rail_new (void) G_GNUC_WARN_UNUSED_RESULT;

GListModel *sdm_step_rail_get_steps (SdmStepRail *self);
void        sdm_step_rail_set_steps (SdmStepRail *self,
                                     GListModel  *steps);

const char *sdm_step_rail_get_foot (SdmStepRail *self);
void        sdm_step_rail_set_foot (SdmStepRail *self,
                                    const char  *foot);

gboolean sdm_step_rail_get_folded (SdmStepRail *self);
void     sdm_step_rail_set_folded (SdmStepRail *self,
                                   gboolean     folded);

G_END_DECLS
