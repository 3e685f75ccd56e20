/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-patients-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_EVENTS_PAGE (sdm_events_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmEventsPage, sdm_events_page, SDM, EVENTS_PAGE, AdwBin)

GtkWidget *sdm_events_page_new (SdmPatientsPage *place,
                                const char      *patient,
                                const char      *record) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_events_page_save_to (SdmEventsPage *self,
                                    GFile         *file);
void       sdm_events_page_print (SdmEventsPage    *self,
                                  GtkPrintSettings *settings);

G_END_DECLS
