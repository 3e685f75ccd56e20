/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-library.h"
#include "sdm-record-head.h"

G_BEGIN_DECLS

/* What lists say of a consultation. */

char    *sdm_talk_words_dup_day (const SdmRecordHead *head) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_talk_words_dup_decision (const SdmRecordHead *head,
                                      SdmAidLibrary       *library) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_talk_words_dup_status (const SdmRecordHead *head) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_talk_words_dup_reviews (const SdmRecordHead *head) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_talk_words_is_provisional (const SdmRecordHead *head);
gboolean sdm_talk_words_is_damaged (const SdmRecordHead *head);

G_END_DECLS
