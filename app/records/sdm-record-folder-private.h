/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-pace-private.h"

G_BEGIN_DECLS

typedef enum
{
  SDM_RECORD_PRESENCE_ABSENT,
  SDM_RECORD_PRESENCE_FILE,
  SDM_RECORD_PRESENCE_EMPTY,
  SDM_RECORD_PRESENCE_OTHER, /* a folder, a link, a device */
} SdmRecordPresence;

char             *sdm_record_folder_prepare (const char *folder,
                                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
int               sdm_record_folder_lock (const char *folder,
                                          const char *name,
                                          GError    **error);
SdmRecordPresence sdm_record_folder_look_at (const char *path);
gboolean          sdm_record_folder_has_journal (const char *path);
void              sdm_record_folder_remove_database (const char *path);
char             *sdm_record_folder_dup_free_path (const char *path,
                                                   const char *what,
                                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean          sdm_record_folder_sync (const char *path,
                                          GError    **error);
gboolean          sdm_record_folder_make_file (const char *path,
                                               GError    **error);
gboolean          sdm_record_folder_write_file (const char   *folder,
                                                const char   *name,
                                                gconstpointer bytes,
                                                gsize         size,
                                                GError      **error);
gboolean          sdm_record_folder_copy_file (const char          *from,
                                               const char          *to,
                                               const SdmRecordPace *pace);
void              sdm_record_folder_set_errno (GError    **error,
                                               int         number,
                                               const char *folder);
gboolean          sdm_record_folder_is_shared_filesystem (guint64 magic);
gboolean          sdm_record_folder_is_synced (const char *folder);

G_END_DECLS
