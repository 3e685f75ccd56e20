/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_MATTERS_DAY (sdm_matters_day_get_type ())
G_DECLARE_FINAL_TYPE (SdmMattersDay, sdm_matters_day, SDM, MATTERS_DAY, AdwBin)

GtkWidget *sdm_matters_day_new (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_matters_day_refresh (SdmMattersDay *self);

G_END_DECLS
