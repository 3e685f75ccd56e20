/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"

G_BEGIN_DECLS

char *sdm_record_store_backup_into (SdmRecordStore       *self,
                                    const char           *folder,
                                    GCancellable         *cancellable,
                                    SdmRecordProgressFunc progress,
                                    gpointer              progress_data,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
