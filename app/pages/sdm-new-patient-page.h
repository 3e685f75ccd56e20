/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_NEW_PATIENT_PAGE (sdm_new_patient_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmNewPatientPage, sdm_new_patient_page, SDM, NEW_PATIENT_PAGE, AdwBin)

GtkWidget *sdm_new_patient_page_new (SdmWindow  *window,
                                     SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_new_patient_page_new_for (SdmWindow  *window,
                                         SdmContext *context,
                                         json_t     *people) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
