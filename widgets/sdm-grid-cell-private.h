/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-grid-option.h"
#include "sdm-grid-row.h"

G_BEGIN_DECLS

#define SDM_TYPE_GRID_QUESTION (sdm_grid_question_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridQuestion, sdm_grid_question, SDM, GRID_QUESTION, GtkWidget)

GtkWidget *sdm_grid_question_new (SdmGridRow *row) G_GNUC_WARN_UNUSED_RESULT;

void sdm_grid_question_set_open (SdmGridQuestion *self,
                                 gboolean         open);
void sdm_grid_question_set_can_open (SdmGridQuestion *self,
                                     gboolean         can_open);

gboolean sdm_grid_question_explain (SdmGridQuestion *self);

#define SDM_TYPE_GRID_ANSWER (sdm_grid_answer_get_type ())
G_DECLARE_FINAL_TYPE (SdmGridAnswer, sdm_grid_answer, SDM, GRID_ANSWER, GtkWidget)

GtkWidget *sdm_grid_answer_new (SdmGridRow    *row,
                                SdmGridOption *option) G_GNUC_WARN_UNUSED_RESULT;

SdmGridOption *sdm_grid_answer_get_option (SdmGridAnswer *self);

void sdm_grid_answer_set_open (SdmGridAnswer *self,
                               gboolean       open);
void sdm_grid_answer_set_stacked (SdmGridAnswer *self,
                                  gboolean       stacked);

gboolean sdm_grid_answer_explain (SdmGridAnswer *self);

G_END_DECLS
