/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_WEIGH_BURDEN (sdm_weigh_burden_get_type ())
G_DECLARE_FINAL_TYPE (SdmWeighBurden, sdm_weigh_burden, SDM, WEIGH_BURDEN, GtkBox)

GtkWidget *sdm_weigh_burden_new (SdmPage         *page,
                                 const SdmOption *option,
                                 const SdmBurden *burden) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_weigh_burden_is (SdmWeighBurden *self,
                              const char     *option,
                              const char     *burden);
void     sdm_weigh_burden_refresh (SdmWeighBurden *self);
void     sdm_weigh_burden_show_own (SdmWeighBurden *self);

G_END_DECLS
