/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

#define SDM_TYPE_HISTORY (sdm_history_get_type ())
G_DECLARE_FINAL_TYPE (SdmHistory, sdm_history, SDM, HISTORY, GObject)

SdmHistory *sdm_history_new (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_history_get_undo_name (SdmHistory *self);
const char *sdm_history_get_redo_name (SdmHistory *self);

char *sdm_history_undo (SdmHistory *self,
                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_history_redo (SdmHistory *self,
                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;

void sdm_history_end_typing (SdmHistory *self);
void sdm_history_pause (SdmHistory *self);
void sdm_history_resume (SdmHistory *self);

G_END_DECLS
