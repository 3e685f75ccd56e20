/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-patient-screens.h"
#include "sdm-session.h"

G_BEGIN_DECLS

#define SDM_TYPE_PATIENT_CONTENT (sdm_patient_content_get_type ())
G_DECLARE_FINAL_TYPE (SdmPatientContent, sdm_patient_content, SDM, PATIENT_CONTENT, AdwBin)

GtkWidget *sdm_patient_content_new (SdmSession             *session,
                                    const SdmPatientScreen *screen) G_GNUC_WARN_UNUSED_RESULT;

gboolean   sdm_patient_content_shows (SdmPatientContent      *self,
                                      const SdmPatientScreen *screen);
void       sdm_patient_content_refresh (SdmPatientContent *self);
void       sdm_patient_content_set_narrow (SdmPatientContent *self,
                                           gboolean           is_narrow);
GtkWidget *sdm_patient_content_make_foot (SdmPatientContent *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
