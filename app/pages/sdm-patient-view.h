/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-session.h"

G_BEGIN_DECLS

#define SDM_TYPE_PATIENT_VIEW (sdm_patient_view_get_type ())
G_DECLARE_FINAL_TYPE (SdmPatientView, sdm_patient_view, SDM, PATIENT_VIEW, GtkWindow)

GtkWidget *sdm_patient_view_new (GtkWindow *clinician) G_GNUC_WARN_UNUSED_RESULT;

void     sdm_patient_view_open (SdmPatientView *self);
void     sdm_patient_view_set_session (SdmPatientView *self,
                                       SdmSession     *session);
gboolean sdm_patient_view_get_held (SdmPatientView *self);
void     sdm_patient_view_set_held (SdmPatientView *self,
                                    gboolean        held);

G_END_DECLS
