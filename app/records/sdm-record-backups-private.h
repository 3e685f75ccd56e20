/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sdm-record-head.h"

G_BEGIN_DECLS

#define SDM_RECORD_BACKUPS_DAILY   7
#define SDM_RECORD_BACKUPS_WEEKLY  5
#define SDM_RECORD_BACKUPS_MONTHLY 12

char      *sdm_record_backups_make_name (SdmRecordStoreKind kind,
                                         GDateTime         *when) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sdm_record_backups_choose (SdmRecordStoreKind kind,
                                      GPtrArray         *names) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_record_backups_is_partial (SdmRecordStoreKind kind,
                                          const char        *name);

G_END_DECLS
