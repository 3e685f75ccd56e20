/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_APPROVE_PAGE (sdm_approve_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmApprovePage, sdm_approve_page, SDM, APPROVE_PAGE, AdwBin)

GtkWidget *sdm_approve_page_new (SdmWindow  *window,
                                 SdmContext *context,
                                 GFile      *aid_file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
