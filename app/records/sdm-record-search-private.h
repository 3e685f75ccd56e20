/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-find.h"

G_BEGIN_DECLS

/* The work of sdm-record-find.c, on the file's own thread. */

SdmRecordFound *sdm_record_search (SdmRecordFile        *file,
                                   const SdmRecordQuery *query,
                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* sdm-record-join.c */
gboolean sdm_record_join (SdmRecordFile *file,
                          const char    *keep_id,
                          const char    *other_id,
                          const char    *reason,
                          GError       **error);

/* sdm-record-known.c */
char *sdm_record_search_known (SdmRecordFile *file,
                               GPtrArray     *heads) G_GNUC_WARN_UNUSED_RESULT;

/* sdm-record-patient-events.c */
GPtrArray *sdm_record_patient_events (SdmRecordFile *file,
                                      const char    *id,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_patient_note_given (SdmRecordFile *file,
                                        const char    *id,
                                        const char    *printed,
                                        GError       **error);
gboolean sdm_record_patient_note_request (SdmRecordFile *file,
                                          const char    *id,
                                          const char    *outcome,
                                          GError       **error);

/* sdm-record-search-heads.c */
gboolean sdm_record_search_patient (SdmRecordFile          *file,
                                    const SdmRecordPatient *patient,
                                    guint                   limit,
                                    SdmRecordFound         *found,
                                    GError                **error);
gboolean sdm_record_search_days (SdmRecordFile        *file,
                                 const SdmRecordQuery *query,
                                 SdmRecordFound       *found,
                                 GError              **error);
gboolean sdm_record_search_aid (SdmRecordFile        *file,
                                const SdmRecordQuery *query,
                                SdmRecordFound       *found,
                                GError              **error);
gboolean sdm_record_search_drafts (SdmRecordFile        *file,
                                   const SdmRecordQuery *query,
                                   SdmRecordFound       *found,
                                   GError              **error);
gboolean sdm_record_search_reviews (SdmRecordFile        *file,
                                    const SdmRecordQuery *query,
                                    SdmRecordFound       *found,
                                    GError              **error);
gboolean sdm_record_search_set_invalid (GError    **error,
                                        const char *message);

/* Reads a patient by the id that somebody gave. */
SdmRecordPatient *sdm_record_search_get_patient (SdmRecordFile *file,
                                                 const char    *id,
                                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
