/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_WEIGH_COMPANIONS (sdm_weigh_companions_get_type ())
G_DECLARE_FINAL_TYPE (SdmWeighCompanions, sdm_weigh_companions, SDM, WEIGH_COMPANIONS, AdwBin)

GtkWidget *sdm_weigh_companions_new (SdmPage   *page,
                                     GtkWidget *person) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_weigh_companions_refresh (SdmWeighCompanions *self);

G_END_DECLS
