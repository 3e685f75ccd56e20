/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

/* Rows that are sealed anew in one transaction. */
#define SDM_RECORD_ROTATION_ROWS 64

gboolean sdm_record_rotation_is_under_way (SdmRecordFile *file);
gboolean sdm_record_rotation_begin (SdmRecordFile *file,
                                    const char    *leaver,
                                    const char    *reason,
                                    GError       **error);
gboolean sdm_record_rotation_step (SdmRecordFile *file,
                                   gint64        *done,
                                   gint64        *all,
                                   GError       **error);

/* sdm-record-rechain.c */
gboolean sdm_record_rechain_step (SdmRecordFile      *file,
                                  SdmRecordAuditHead *rechained,
                                  gint64             *n_rows,
                                  GError            **error);

G_END_DECLS
