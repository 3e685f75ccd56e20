/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_WEIGH_BURDENS (sdm_weigh_burdens_get_type ())
G_DECLARE_FINAL_TYPE (SdmWeighBurdens, sdm_weigh_burdens, SDM, WEIGH_BURDENS, AdwBin)

GtkWidget *sdm_weigh_burdens_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_weigh_burdens_refresh (SdmWeighBurdens *self);

G_END_DECLS
