/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-session.h"

G_BEGIN_DECLS

#define SDM_TYPE_CLINICIAN_SHEET (sdm_clinician_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SdmClinicianSheet, sdm_clinician_sheet, SDM, CLINICIAN_SHEET, AdwBin)

GtkWidget *sdm_clinician_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_clinician_sheet_show_step (SdmClinicianSheet *self,
                                          SdmSession        *session);
void       sdm_clinician_sheet_clear (SdmClinicianSheet *self);
void       sdm_clinician_sheet_set_large_text (SdmClinicianSheet *self,
                                               gboolean           large_text);

G_END_DECLS
