/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-step-item.h"

G_BEGIN_DECLS

/* The room between two stations, in px; each draws its half of the line through it. */
#define SDM_STEP_GAP 6

#define SDM_TYPE_STEP (sdm_step_get_type ())
G_DECLARE_FINAL_TYPE (SdmStep, sdm_step, SDM, STEP, GtkWidget)

GtkWidget *sdm_step_new (SdmStepItem *item,
                         guint        position,
                         guint        n_steps) G_GNUC_WARN_UNUSED_RESULT;

SdmStepItem *sdm_step_get_item (SdmStep *self);

void sdm_step_set_folded (SdmStep *self,
                          gboolean folded);

G_END_DECLS
