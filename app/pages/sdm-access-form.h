/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-record-access.h"

G_BEGIN_DECLS

#define SDM_TYPE_ACCESS_FORM (sdm_access_form_get_type ())
G_DECLARE_FINAL_TYPE (SdmAccessForm, sdm_access_form, SDM, ACCESS_FORM, GtkBox)

GtkWidget       *sdm_access_form_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordAccess *sdm_access_form_take (SdmAccessForm *self) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_access_form_set_problem (SdmAccessForm *self,
                                              const char    *text);

G_END_DECLS
