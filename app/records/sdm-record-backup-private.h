/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

gboolean sdm_record_backup_copy (SdmRecordFile *file,
                                 const char    *path,
                                 GError       **error);
gboolean sdm_record_backup_write (SdmRecordFile *file,
                                  const char    *path,
                                  GError       **error);
gboolean sdm_record_backup_put (const char *copy,
                                const char *key,
                                const char *path,
                                GError    **error);
gboolean sdm_record_backup_restore (const char            *folder,
                                    SdmRecordStoreKind     kind,
                                    const char            *path,
                                    const SdmRecordAccess *access,
                                    GError               **error);

G_END_DECLS
