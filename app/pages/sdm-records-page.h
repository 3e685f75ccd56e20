/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_RECORDS_PAGE (sdm_records_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmRecordsPage, sdm_records_page, SDM, RECORDS_PAGE, AdwBin)

GtkWidget *sdm_records_page_new (SdmWindow  *window,
                                 SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
