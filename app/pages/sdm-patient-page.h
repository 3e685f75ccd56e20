/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-patients-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PATIENT_PAGE (sdm_patient_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmPatientPage, sdm_patient_page, SDM, PATIENT_PAGE, AdwBin)

GtkWidget *sdm_patient_page_new (SdmPatientsPage *place,
                                 const char      *patient) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
