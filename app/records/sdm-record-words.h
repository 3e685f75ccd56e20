/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-record-head.h"

G_BEGIN_DECLS

/* How lists and pages say what a record is worth and whose it is, in the same words everywhere. */

const char *sdm_record_words_get_status (const SdmRecordHead *head);
char       *sdm_record_words_dup_row (const SdmRecordHead *head) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_record_words_dup_version (const SdmRecordHead *head) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_record_words_dup_time (gint64 time) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_record_words_dup_day (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_record_words_dup_made (gint64      now,
                                 const char *who) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_record_words_dup_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_record_words_dup_identity (const char *birth_date,
                                     const char *nhs_number) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_words_is_closed (const SdmRecordHead *head);

G_END_DECLS
