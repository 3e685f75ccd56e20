/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_OPTIONS_ASIDE (sdm_options_aside_get_type ())
G_DECLARE_FINAL_TYPE (SdmOptionsAside, sdm_options_aside, SDM, OPTIONS_ASIDE, AdwBin)

GtkWidget *sdm_options_aside_new (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_options_aside_refresh (SdmOptionsAside *self);

G_END_DECLS
