/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

gboolean sdm_record_epoch_add (SdmRecordFile *file,
                               gint64         now,
                               const guint8  *sender,
                               GError       **error);
gboolean sdm_record_epoch_get_sender (SdmRecordFile *file,
                                      guint32        number,
                                      guint8         sender[SDM_RECORD_KEY_SIZE],
                                      GError       **error);
gboolean sdm_record_epoch_check (SdmRecordFile *file,
                                 GError       **error);

gboolean sdm_record_epoch_keep_older (SdmRecordFile            *file,
                                      const SdmRecordAuditHead *rechained,
                                      GError                  **error);
gboolean sdm_record_epoch_load_older (SdmRecordFile *file,
                                      GError       **error);
gboolean sdm_record_epoch_wipe_older (SdmRecordFile *file,
                                      GError       **error);

G_END_DECLS
