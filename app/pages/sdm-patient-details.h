/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PATIENT_DETAILS (sdm_patient_details_get_type ())
G_DECLARE_FINAL_TYPE (SdmPatientDetails, sdm_patient_details, SDM, PATIENT_DETAILS, GtkBox)

GtkWidget *sdm_patient_details_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_patient_details_refresh (SdmPatientDetails *self);

G_END_DECLS
