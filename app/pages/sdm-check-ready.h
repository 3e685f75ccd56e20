/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_CHECK_READY (sdm_check_ready_get_type ())
G_DECLARE_FINAL_TYPE (SdmCheckReady, sdm_check_ready, SDM, CHECK_READY, AdwBin)

GtkWidget *sdm_check_ready_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_check_ready_refresh (SdmCheckReady *self);

G_END_DECLS
