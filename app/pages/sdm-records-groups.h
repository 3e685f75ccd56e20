/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

/*
 * The groups of the page that looks after the records. Each is a file of its own that makes
 * a card, is made when the page is, and goes with it when the records are locked;
 * sdm-records-page.c says in which order they stand.
 */

/**
 * SdmRecordsGroupNew:
 * @window: owns the page
 * @context: somebody is signed in
 *
 * Returns: (transfer floating): a card, such as sdm_ui_card() makes
 */
typedef GtkWidget *SdmRecordsGroupNew (SdmWindow  *window,
                                       SdmContext *context);

void sdm_records_group_mark (GtkWidget *answer,
                             gboolean   is_good);

GtkWidget *sdm_records_backup_group_new (SdmWindow  *window,
                                         SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_records_check_group_new (SdmWindow  *window,
                                        SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_records_people_group_new (SdmWindow  *window,
                                         SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_records_keys_group_new (SdmWindow  *window,
                                       SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_records_approvals_group_new (SdmWindow  *window,
                                            SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
