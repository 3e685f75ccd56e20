/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-aid-library.h"
#include "sdm-record-head.h"
#include "sdm-record-patient.h"

G_BEGIN_DECLS

/* Lines of lists of patients and of consultations, as buttons as wide as their list. */

GtkWidget *sdm_record_row_new_for_patient (const SdmRecordPatient *patient) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_record_row_new_for_head (const SdmRecordHead *head,
                                        SdmAidLibrary       *library,
                                        gboolean             with_name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
