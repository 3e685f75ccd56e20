/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_PATIENTS_PAGE (sdm_patients_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmPatientsPage, sdm_patients_page, SDM, PATIENTS_PAGE, AdwBin)

GtkWidget *sdm_patients_page_new (SdmWindow  *window,
                                  SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;

SdmWindow      *sdm_patients_page_get_window (SdmPatientsPage *self);
SdmContext     *sdm_patients_page_get_context (SdmPatientsPage *self);
SdmRecordStore *sdm_patients_page_get_store (SdmPatientsPage *self);

const char *sdm_patients_page_get_who (SdmPatientsPage *self);
GHashTable *sdm_patients_page_get_talks (SdmPatientsPage *self);
void        sdm_patients_page_set_patient (SdmPatientsPage *self,
                                           const char      *who,
                                           GHashTable      *talks);
char       *sdm_patients_page_dup_made (SdmPatientsPage *self) G_GNUC_WARN_UNUSED_RESULT;

void sdm_patients_page_show_search (SdmPatientsPage *self);
void sdm_patients_page_show_patient (SdmPatientsPage *self,
                                     const char      *patient);
void sdm_patients_page_show_events (SdmPatientsPage *self,
                                    const char      *patient,
                                    const char      *record);
void sdm_patients_page_show_request (SdmPatientsPage *self,
                                     const char      *patient);
void sdm_patients_page_show_join (SdmPatientsPage *self,
                                  const char      *patient,
                                  const char      *other);
void sdm_patients_page_tell_joined (SdmPatientsPage *self,
                                    const char      *kept);
void sdm_patients_page_open_record (SdmPatientsPage *self,
                                    const char      *record,
                                    gboolean         is_final);
void sdm_patients_page_set_origin (SdmPatientsPage *self,
                                   GtkWidget       *origin);
void sdm_patients_page_go_back (SdmPatientsPage *self);

/* What the pages on it are made of. */
GtkWidget *sdm_patients_page_make_page (SdmPatientsPage *self,
                                        const char      *title,
                                        GtkWidget      **content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
