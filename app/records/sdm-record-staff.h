/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-sign-in.h"

G_BEGIN_DECLS

/* Who may sign in to the records of real patients. */

/**
 * SdmRecordColleague:
 * @name: of somebody who may sign in
 * @role: and that person's role, maybe ""
 * @is_self: whether that is who is signed in
 * @is_outdated: whether that passphrase is from a version that kept no public key with it, so that
 *   the key of the records cannot be changed before that person has typed one again
 */
typedef struct
{
  char    *name;
  char    *role;
  gboolean is_self;
  gboolean is_outdated;
} SdmRecordColleague;

/**
 * SdmRecordStaff:
 * @people: (element-type SdmRecordColleague): all who may sign in, by name
 * @code_is_outdated: the same for the recovery code
 */
typedef struct
{
  GPtrArray *people;
  gboolean   code_is_outdated;
} SdmRecordStaff;

void sdm_record_staff_free (SdmRecordStaff *staff);

/* sdm-record-colleagues.c */
void            sdm_record_store_list_staff_async (SdmRecordStore     *self,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
SdmRecordStaff *sdm_record_store_list_staff_finish (SdmRecordStore *self,
                                                    GAsyncResult   *result,
                                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void     sdm_record_store_enrol_async (SdmRecordStore     *self,
                                       SdmRecordAccess    *access,
                                       const char         *role,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean sdm_record_store_enrol_finish (SdmRecordStore *self,
                                        GAsyncResult   *result,
                                        GError        **error);

void     sdm_record_store_change_passphrase_async (SdmRecordStore     *self,
                                                   SdmRecordAccess    *own,
                                                   SdmRecordAccess    *access,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
gboolean sdm_record_store_change_passphrase_finish (SdmRecordStore *self,
                                                    GAsyncResult   *result,
                                                    GError        **error);

void             sdm_record_store_renew_all_async (SdmRecordStore     *self,
                                                   SdmRecordAccess    *own,
                                                   SdmRecordAccess    *access,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
SdmRecordPerson *sdm_record_store_renew_all_finish (SdmRecordStore    *self,
                                                    GAsyncResult      *result,
                                                    SdmRecordRecovery *recovery,
                                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;

void             sdm_record_store_recover_async (SdmRecordStore     *self,
                                                 SdmRecordAccess    *access,
                                                 const char         *role,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
SdmRecordPerson *sdm_record_store_recover_finish (SdmRecordStore    *self,
                                                  GAsyncResult      *result,
                                                  SdmRecordRecovery *recovery,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* sdm-record-staff.c */
gboolean sdm_record_store_enrol (SdmRecordStore        *self,
                                 const SdmRecordAccess *access,
                                 const char            *role,
                                 GError               **error);
gboolean sdm_record_store_recover (SdmRecordStore        *self,
                                   const SdmRecordAccess *access,
                                   const char            *role,
                                   SdmRecordRecovery     *recovery,
                                   GError               **error);

gboolean sdm_record_store_rotate (SdmRecordStore       *self,
                                  GCancellable         *cancellable,
                                  SdmRecordProgressFunc progress,
                                  gpointer              progress_data,
                                  GError              **error);
gboolean sdm_record_store_dismiss (SdmRecordStore       *self,
                                   const char           *name,
                                   const char           *reason,
                                   GCancellable         *cancellable,
                                   SdmRecordProgressFunc progress,
                                   gpointer              progress_data,
                                   GError              **error);
gboolean sdm_record_store_is_rotating (SdmRecordStore *self,
                                       gboolean       *is_rotating,
                                       GError        **error);

/**
 * SdmRecordKeyChange:
 * @SDM_RECORD_KEY_CHANGE_GO_ON: only where it was begun
 * @SDM_RECORD_KEY_CHANGE_ROTATE: as sdm_record_store_rotate()
 * @SDM_RECORD_KEY_CHANGE_DISMISS: as sdm_record_store_dismiss()
 */
typedef enum
{
  SDM_RECORD_KEY_CHANGE_GO_ON,
  SDM_RECORD_KEY_CHANGE_ROTATE,
  SDM_RECORD_KEY_CHANGE_DISMISS,
} SdmRecordKeyChange;

void     sdm_record_store_change_key_async (SdmRecordStore       *self,
                                            SdmRecordKeyChange    change,
                                            const char           *leaver,
                                            const char           *reason,
                                            GCancellable         *cancellable,
                                            SdmRecordProgressFunc progress,
                                            gpointer              progress_data,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean sdm_record_store_change_key_finish (SdmRecordStore *self,
                                             GAsyncResult   *result,
                                             GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordStaff, sdm_record_staff_free)

G_END_DECLS
