/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-consultation.h"
#include "sdm-context.h"

G_BEGIN_DECLS

#define SDM_TYPE_WINDOW (sdm_window_get_type ())
G_DECLARE_FINAL_TYPE (SdmWindow, sdm_window, SDM, WINDOW, AdwApplicationWindow)

GtkWidget *sdm_window_new (GtkApplication *application,
                           SdmContext     *context) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_window_set_accels (GtkApplication *application);

void sdm_window_open_file (SdmWindow *self,
                           GFile     *file);
void sdm_window_start_case (SdmWindow *self,
                            GFile     *case_file);
void sdm_window_start_aid (SdmWindow *self,
                           GFile     *aid_file);
void sdm_window_start_blank (SdmWindow *self);
void sdm_window_start_for_patient (SdmWindow *self,
                                   json_t    *people,
                                   GFile     *aid_file);
void sdm_window_begin_with (SdmWindow *self,
                            json_t    *people);
void sdm_window_show_patient (SdmWindow  *self,
                              const char *patient);
void sdm_window_show_events (SdmWindow  *self,
                             const char *patient,
                             const char *record);
void sdm_window_resume (SdmWindow         *self,
                        SdmRecordStoreKind kind,
                        const char        *id);
void sdm_window_show_code (SdmWindow         *self,
                           SdmRecordPerson   *person,
                           SdmRecordRecovery *recovery);
void sdm_window_say (SdmWindow  *self,
                     const char *text);
void sdm_window_add_toast (SdmWindow *self,
                           AdwToast  *toast);
void sdm_window_show_problem (SdmWindow  *self,
                              const char *heading,
                              const char *text);

G_END_DECLS
