/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_OPTIONS_ASKED (sdm_options_asked_get_type ())
G_DECLARE_FINAL_TYPE (SdmOptionsAsked, sdm_options_asked, SDM, OPTIONS_ASKED, AdwBin)

GtkWidget *sdm_options_asked_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_options_asked_refresh (SdmOptionsAsked *self);

G_END_DECLS
