/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-case.h"

G_BEGIN_DECLS

#define SDM_TYPE_TRAINEE_FORM (sdm_trainee_form_get_type ())
G_DECLARE_FINAL_TYPE (SdmTraineeForm, sdm_trainee_form, SDM, TRAINEE_FORM, AdwBin)

GtkWidget *sdm_trainee_form_new (GSettings *settings,
                                 SdmCase   *example) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
