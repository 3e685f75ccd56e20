/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation-amend.h"
#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_RECORD_CLOSING (sdm_record_closing_get_type ())
G_DECLARE_FINAL_TYPE (SdmRecordClosing, sdm_record_closing, SDM, RECORD_CLOSING, AdwBin)

GtkWidget *sdm_record_closing_new (SdmWindow           *window,
                                   SdmContext          *context,
                                   const SdmRecordHead *head,
                                   SdmConsultation     *consultation) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_closing_keep (SdmRecordClosing *self,
                                    SdmClosing        closing);

G_END_DECLS
