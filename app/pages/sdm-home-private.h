/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

/* The parts of the first page. */

GtkWidget *sdm_home_row_new (const char *title,
                             const char *detail,
                             const char *summary) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_home_row_set_id (GtkWidget  *row,
                                const char *id);
void       sdm_home_show_empty (GtkWidget  *list,
                                const char *text);

#define SDM_TYPE_HOME_RECORDS (sdm_home_records_get_type ())
G_DECLARE_FINAL_TYPE (SdmHomeRecords, sdm_home_records, SDM, HOME_RECORDS, GtkBox)

GtkWidget *sdm_home_records_new (SdmWindow         *window,
                                 SdmContext        *context,
                                 SdmRecordStoreKind kind) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_home_records_refresh (SdmHomeRecords *self);
void       sdm_home_records_clear (SdmHomeRecords *self);

#define SDM_TYPE_HOME_REAL (sdm_home_real_get_type ())
G_DECLARE_FINAL_TYPE (SdmHomeReal, sdm_home_real, SDM, HOME_REAL, GtkBox)

GtkWidget *sdm_home_real_new (SdmWindow  *window,
                              SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_home_real_refresh (SdmHomeReal *self);

#define SDM_TYPE_HOME_STARTER (sdm_home_starter_get_type ())
G_DECLARE_FINAL_TYPE (SdmHomeStarter, sdm_home_starter, SDM, HOME_STARTER, GtkBox)

GtkWidget *sdm_home_starter_new (SdmWindow  *window,
                                 SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_home_starter_refresh (SdmHomeStarter *self);

G_END_DECLS
