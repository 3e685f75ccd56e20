/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_LEAVER_PAGE (sdm_leaver_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmLeaverPage, sdm_leaver_page, SDM, LEAVER_PAGE, AdwBin)

GtkWidget *sdm_leaver_page_new (SdmWindow  *window,
                                SdmContext *context,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
