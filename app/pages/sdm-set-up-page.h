/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_SET_UP_PAGE (sdm_set_up_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmSetUpPage, sdm_set_up_page, SDM, SET_UP_PAGE, AdwBin)

GtkWidget *sdm_set_up_page_new (SdmWindow  *window,
                                SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
