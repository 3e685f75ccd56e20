/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_WEIGH_LEANINGS (sdm_weigh_leanings_get_type ())
G_DECLARE_FINAL_TYPE (SdmWeighLeanings, sdm_weigh_leanings, SDM, WEIGH_LEANINGS, AdwBin)

GtkWidget *sdm_weigh_leanings_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_weigh_leanings_refresh (SdmWeighLeanings *self);

G_END_DECLS
