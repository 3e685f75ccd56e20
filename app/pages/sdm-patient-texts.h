/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-patient-screens.h"
#include "sdm-session.h"

G_BEGIN_DECLS

GtkWidget *sdm_patient_texts_make_heading (const char *heading,
                                           const char *helper) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_patient_texts_new (SdmSession          *session,
                                  SdmPatientScreenKind kind,
                                  const char          *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
