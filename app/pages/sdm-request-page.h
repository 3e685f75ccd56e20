/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-patients-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_REQUEST_PAGE (sdm_request_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmRequestPage, sdm_request_page, SDM, REQUEST_PAGE, AdwBin)

GtkWidget *sdm_request_page_new (SdmPatientsPage *place,
                                 const char      *patient) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_request_page_save_to (SdmRequestPage *self,
                                     GFile          *file);
void       sdm_request_page_print (SdmRequestPage   *self,
                                   GtkPrintSettings *settings);

G_END_DECLS
