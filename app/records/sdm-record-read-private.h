/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-head.h"

G_BEGIN_DECLS

/* What sdm-record-rows.c, which writes, needs to know of what stands in the file. */

gboolean       sdm_record_read_parse_id (const char *text,
                                         guint8      id[SDM_RECORD_ID_SIZE],
                                         GError    **error);
SdmRecordPlace sdm_record_read_make_head_place (SdmRecordFile *file,
                                                const guint8   id[SDM_RECORD_ID_SIZE],
                                                guint          version);
SdmRecordPlace sdm_record_read_make_body_place (SdmRecordFile *file,
                                                const guint8   id[SDM_RECORD_ID_SIZE],
                                                guint          version);
gboolean       sdm_record_read_draft (SdmRecordFile  *file,
                                      const guint8    id[SDM_RECORD_ID_SIZE],
                                      gboolean       *found,
                                      SdmRecordHead **head,
                                      GBytes        **body,
                                      GError        **error);
gboolean       sdm_record_read_last_version (SdmRecordFile  *file,
                                             const guint8    id[SDM_RECORD_ID_SIZE],
                                             gboolean       *found,
                                             SdmRecordHead **head,
                                             GBytes        **body,
                                             GError        **error);
GPtrArray     *sdm_record_read_heads (SdmRecordFile      *file,
                                      SdmRecordStatement *statement,
                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sdm_record_read_head (SdmRecordFile  *file,
                                     const guint8    id[SDM_RECORD_ID_SIZE],
                                     SdmRecordHead **head,
                                     GError        **error);
gboolean       sdm_record_read_take_document (SdmRecordFile      *file,
                                              SdmRecordStatement *statement,
                                              SdmRecordHead     **head,
                                              GBytes            **body,
                                              GError            **error);
gboolean       sdm_record_read_check_document (SdmRecordFile      *file,
                                               SdmRecordStatement *statement,
                                               GError            **error);
gboolean       sdm_record_read_check_link (SdmRecordFile      *file,
                                           SdmRecordStatement *statement,
                                           GError            **error);
gboolean       sdm_record_read_set_not_found (GError **error);

G_END_DECLS
