/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_APPROVALS_PAGE (sdm_approvals_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmApprovalsPage, sdm_approvals_page, SDM, APPROVALS_PAGE, AdwBin)

GtkWidget *sdm_approvals_page_new (SdmWindow  *window,
                                   SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
