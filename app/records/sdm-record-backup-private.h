/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-pace-private.h"
#include "sdm-record-upkeep.h"

G_BEGIN_DECLS

gboolean sdm_record_backup_copy (SdmRecordFile *file,
                                 const char    *path,
                                 GError       **error);
gboolean sdm_record_backup_write (SdmRecordFile *file,
                                  const char    *path,
                                  GError       **error);
gboolean sdm_record_backup_put (const char          *copy,
                                const char          *key,
                                const char          *path,
                                const SdmRecordPace *pace,
                                GError             **error);

/**
 * SdmRecordPair:
 * @path: the file
 * @key: (nullable): its key, where that lies beside it
 *
 * A file that nobody has open.
 */
typedef struct
{
  char *path;
  char *key;
} SdmRecordPair;

SdmRecordPair sdm_record_pair_make (SdmRecordFile *file,
                                    char          *path);
void          sdm_record_pair_clear (SdmRecordPair *pair);
gboolean      sdm_record_pair_move (const SdmRecordPair *from,
                                    const SdmRecordPair *to);
void          sdm_record_pair_remove (const SdmRecordPair *pair);
gboolean      sdm_record_pair_copy (const SdmRecordPair *from,
                                    const SdmRecordPair *to,
                                    const SdmRecordPace *pace,
                                    GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdmRecordPair, sdm_record_pair_clear)

/* sdm-record-restore.c */
SdmRecordFile *sdm_record_backup_restore (const char            *folder,
                                          SdmRecordStoreKind     kind,
                                          const char            *path,
                                          const SdmRecordAccess *access,
                                          const SdmRecordPace   *pace,
                                          SdmRecordRestored     *restored,
                                          GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
