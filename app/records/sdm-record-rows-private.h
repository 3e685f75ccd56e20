/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-head.h"

G_BEGIN_DECLS

/* The work of SdmRecordStore's functions of the same names, on the file's own thread. */

gboolean   sdm_record_rows_save_draft (SdmRecordFile       *file,
                                       const SdmRecordHead *head,
                                       GBytes              *body,
                                       GError             **error);
gboolean   sdm_record_rows_finalise (SdmRecordFile       *file,
                                     const SdmRecordHead *head,
                                     GBytes              *body,
                                     GError             **error);
gboolean   sdm_record_rows_load (SdmRecordFile  *file,
                                 const char     *id,
                                 SdmRecordHead **head,
                                 GBytes        **body,
                                 GError        **error);
gboolean   sdm_record_rows_export (SdmRecordFile  *file,
                                   const char     *id,
                                   SdmRecordHead **head,
                                   GBytes        **body,
                                   GError        **error);
gboolean   sdm_record_rows_discard_draft (SdmRecordFile  *file,
                                          const char     *id,
                                          SdmRecordHead **head,
                                          GBytes        **body,
                                          GError        **error);
GPtrArray *sdm_record_rows_list (SdmRecordFile *file,
                                 gboolean       finished,
                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* sdm-record-check.c */
gboolean sdm_record_rows_verify (SdmRecordFile *file,
                                 GError       **error);

/* sdm-record-versions.c makes versions of these. */
gboolean   sdm_record_rows_check_final (SdmRecordFile       *file,
                                        const SdmRecordHead *head,
                                        GBytes              *body,
                                        GError             **error);
void       sdm_record_rows_sign (SdmRecordFile *file,
                                 SdmRecordHead *head,
                                 const char    *change,
                                 const char    *reason);
gboolean   sdm_record_rows_end_amendment (SdmRecordFile *file,
                                          const char    *id,
                                          GError       **error);
gboolean   sdm_record_rows_check_no_amendment (SdmRecordFile *file,
                                               const char    *id,
                                               GError       **error);
gboolean   sdm_record_rows_write_version (SdmRecordFile       *file,
                                          const SdmRecordHead *head,
                                          GBytes              *body,
                                          const char          *code,
                                          GError             **error);
gboolean   sdm_record_rows_read_version (SdmRecordFile  *file,
                                         const char     *id,
                                         guint           version,
                                         SdmRecordHead **head,
                                         GBytes        **body,
                                         GError        **error);
gboolean   sdm_record_rows_view_version (SdmRecordFile  *file,
                                         const char     *id,
                                         guint           version,
                                         SdmRecordHead **head,
                                         GBytes        **body,
                                         GError        **error);
GPtrArray *sdm_record_rows_list_versions (SdmRecordFile *file,
                                          const char    *id,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sets @error to say that a part of the file is not as it was written; always FALSE. */
gboolean sdm_record_rows_set_damaged (GError **error);

/* sdm-record-aids.c */
char    *sdm_record_aids_put (SdmRecordFile *file,
                              GBytes        *bytes,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *sdm_record_aids_get (SdmRecordFile *file,
                              const char    *sha256,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_record_aids_check_kept (SdmRecordFile       *file,
                                     const SdmRecordHead *head,
                                     GError             **error);
gboolean sdm_record_aids_check_row (SdmRecordFile      *file,
                                    SdmRecordStatement *statement,
                                    GError            **error);
gboolean sdm_record_aids_reseal (SdmRecordFile *file,
                                 const guint8   index[SDM_RECORD_INDEX_SIZE],
                                 GBytes       **sealed,
                                 guint8         new_index[SDM_RECORD_INDEX_SIZE]);

G_END_DECLS
