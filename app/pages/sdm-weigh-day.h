/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_WEIGH_DAY (sdm_weigh_day_get_type ())
G_DECLARE_FINAL_TYPE (SdmWeighDay, sdm_weigh_day, SDM, WEIGH_DAY, AdwBin)

GtkWidget *sdm_weigh_day_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_weigh_day_refresh (SdmWeighDay *self);

G_END_DECLS
