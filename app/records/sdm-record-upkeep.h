/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"
#include "sdm-record-backups.h"
#include "sdm-record-sign-in.h"

G_BEGIN_DECLS

/*
 * Looking after the file of records. What takes long tells how far it has come and can be
 * given up; other calls are served in between. The _async ones call back in the main
 * context of the caller.
 */

/**
 * SdmRecordUpkeep:
 * @backup: when there was a backup last, microseconds since 1970 UTC; 0 for never
 * @folder: (nullable): where it went
 * @check: when all was checked last; 0 for never
 * @was_good: whether all was as it was written then
 *
 * What was done for the file of real patients.
 */
typedef struct
{
  gint64   backup;
  char    *folder;
  gint64   check;
  gboolean was_good;
} SdmRecordUpkeep;

void sdm_record_upkeep_free (SdmRecordUpkeep *upkeep);

void             sdm_record_store_get_upkeep_async (SdmRecordStore     *self,
                                                    GAsyncReadyCallback callback,
                                                    gpointer            user_data);
SdmRecordUpkeep *sdm_record_store_get_upkeep_finish (SdmRecordStore *self,
                                                     GAsyncResult   *result,
                                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void  sdm_record_store_backup_into_async (SdmRecordStore       *self,
                                          const char           *folder,
                                          GCancellable         *cancellable,
                                          SdmRecordProgressFunc progress,
                                          gpointer              progress_data,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
char *sdm_record_store_backup_into_finish (SdmRecordStore *self,
                                           GAsyncResult   *result,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_store_check (SdmRecordStore       *self,
                                 const char           *heads,
                                 GCancellable         *cancellable,
                                 SdmRecordProgressFunc progress,
                                 gpointer              progress_data,
                                 GError              **error);
void     sdm_record_store_check_async (SdmRecordStore       *self,
                                       GCancellable         *cancellable,
                                       SdmRecordProgressFunc progress,
                                       gpointer              progress_data,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean sdm_record_store_check_finish (SdmRecordStore *self,
                                        GAsyncResult   *result,
                                        GError        **error);

gboolean sdm_record_store_look_over (SdmRecordStore *self,
                                     GCancellable   *cancellable,
                                     GError        **error);
void     sdm_record_store_look_over_async (SdmRecordStore     *self,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
gboolean sdm_record_store_look_over_finish (SdmRecordStore *self,
                                            GAsyncResult   *result,
                                            GError        **error);

/**
 * SdmRecordRestored:
 * @until: when the last thing was done that is in it
 * @missing_until: 0, or until when there was more here, which is not in it
 * @n_patients: how many patients are in it
 * @n_finished: how many finished consultations
 * @n_drafts: how many drafts
 *
 * What was brought back from a backup.
 */
typedef struct
{
  gint64 until;
  gint64 missing_until;
  gint64 n_patients;
  gint64 n_finished;
  gint64 n_drafts;
} SdmRecordRestored;

gboolean         sdm_record_store_restore (SdmRecordStore *self,
                                           const char     *path,
                                           GError        **error);
gboolean         sdm_record_store_restore_with (SdmRecordStore       *self,
                                                const char           *path,
                                                GCancellable         *cancellable,
                                                SdmRecordProgressFunc progress,
                                                gpointer              progress_data,
                                                SdmRecordRestored    *restored,
                                                GError              **error);
void             sdm_record_store_restore_async (SdmRecordStore       *self,
                                                 const char           *path,
                                                 SdmRecordAccess      *access,
                                                 GCancellable         *cancellable,
                                                 SdmRecordProgressFunc progress,
                                                 gpointer              progress_data,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
SdmRecordPerson *sdm_record_store_restore_finish (SdmRecordStore    *self,
                                                  GAsyncResult      *result,
                                                  SdmRecordRestored *restored,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordUpkeep, sdm_record_upkeep_free)

G_END_DECLS
