/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-event.h"

G_BEGIN_DECLS

/* Who saw and did what, in the words of people. */

const char *sdm_event_words_get_code (const char *code);
char       *sdm_event_words_dup_when (const SdmRecordEvent *event) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_event_words_dup_who (const SdmRecordEvent *event) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_event_words_dup_what (const SdmRecordEvent *event,
                                      GHashTable           *talks) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_event_words_dup_where (const SdmRecordEvent *event) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_event_words_dup_talk (const char *record,
                                      GHashTable *talks) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_event_words_dup_text (GPtrArray  *events,
                                      GHashTable *talks,
                                      const char *about,
                                      const char *made) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
