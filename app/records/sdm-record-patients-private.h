/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-head.h"
#include "sdm-record-patient.h"

G_BEGIN_DECLS

/* The rows of patients, and which one a consultation refers to. */

gboolean   sdm_record_patients_read (SdmRecordFile     *file,
                                     const guint8       id[SDM_RECORD_ID_SIZE],
                                     SdmRecordPatient **patient,
                                     GError           **error);
gboolean   sdm_record_patients_follow (SdmRecordFile     *file,
                                       SdmRecordPatient **patient,
                                       GError           **error);
gboolean   sdm_record_patients_by_nhs_number (SdmRecordFile     *file,
                                              const char        *digits,
                                              SdmRecordPatient **patient,
                                              GError           **error);
GPtrArray *sdm_record_patients_by_person (SdmRecordFile *file,
                                          const char    *surname,
                                          const char    *birth_date,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_record_patients_write (SdmRecordFile          *file,
                                      const SdmRecordPatient *patient,
                                      GError                **error);
gboolean   sdm_record_patients_reseal (SdmRecordFile *file,
                                       const guint8   id[SDM_RECORD_ID_SIZE],
                                       guint32        version,
                                       GBytes        *sealed,
                                       GError       **error);
gboolean   sdm_record_patients_remove (SdmRecordFile *file,
                                       const guint8   id[SDM_RECORD_ID_SIZE],
                                       GError       **error);
gboolean   sdm_record_patients_open (SdmRecordFile *file,
                                     GError       **error);
gboolean   sdm_record_patients_check_row (SdmRecordFile      *file,
                                          SdmRecordStatement *statement,
                                          GError            **error);

/* sdm-record-settle.c */
gboolean sdm_record_settle_read_link (SdmRecordFile *file,
                                      const guint8   record[SDM_RECORD_ID_SIZE],
                                      gboolean      *is_there,
                                      char         **patient,
                                      GError       **error);
gboolean sdm_record_settle (SdmRecordFile *file,
                            const guint8   record[SDM_RECORD_ID_SIZE],
                            SdmRecordHead *head,
                            gboolean       is_final,
                            gboolean      *is_new,
                            GError       **error);
gboolean sdm_record_settle_reindex (SdmRecordFile *file,
                                    const guint8   record[SDM_RECORD_ID_SIZE],
                                    GError       **error);
gboolean sdm_record_settle_discard (SdmRecordFile *file,
                                    const char    *patient,
                                    GError       **error);

G_END_DECLS
