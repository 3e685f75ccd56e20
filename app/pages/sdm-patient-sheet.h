/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-session.h"

G_BEGIN_DECLS

#define SDM_TYPE_PATIENT_SHEET (sdm_patient_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SdmPatientSheet, sdm_patient_sheet, SDM, PATIENT_SHEET, AdwBin)

GtkWidget *sdm_patient_sheet_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

void sdm_patient_sheet_show (SdmPatientSheet *self,
                             SdmSession      *session);
void sdm_patient_sheet_focus (SdmPatientSheet *self);
void sdm_patient_sheet_clear (SdmPatientSheet *self);
void sdm_patient_sheet_say (SdmPatientSheet *self,
                            const char      *text);
void sdm_patient_sheet_set_large_text (SdmPatientSheet *self,
                                       gboolean         large_text);

G_END_DECLS
