/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_RECORD_PAGE (sdm_record_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmRecordPage, sdm_record_page, SDM, RECORD_PAGE, AdwBin)

GtkWidget *sdm_record_page_new (SdmWindow           *window,
                                SdmContext          *context,
                                const SdmRecordHead *head,
                                SdmConsultation     *consultation,
                                GPtrArray           *versions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
