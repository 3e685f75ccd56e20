/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"

G_BEGIN_DECLS

/* What a window asks of the file of real records: everything runs on the store's worker. */

/**
 * SdmRecordPerson:
 * @name: (nullable): who is signed in; %NULL for the recovery code
 * @role: (nullable): that person's role
 * @is_confirmed: whether the recovery code was typed back, so that patients are taken
 * @groups: which two groups of the code are asked for until then, counted from 1
 *
 * Who has the file of real records open.
 */
typedef struct
{
  char    *name;
  char    *role;
  gboolean is_confirmed;
  guint    groups[2];
} SdmRecordPerson;

void sdm_record_person_free (SdmRecordPerson *person);

void     sdm_record_store_look_async (SdmRecordStore     *self,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean sdm_record_store_look_finish (SdmRecordStore *self,
                                       GAsyncResult   *result);

void             sdm_record_store_sign_in_async (SdmRecordStore     *self,
                                                 SdmRecordAccess    *access,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
SdmRecordPerson *sdm_record_store_sign_in_finish (SdmRecordStore *self,
                                                  GAsyncResult   *result,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void             sdm_record_store_found_async (SdmRecordStore     *self,
                                               SdmRecordAccess    *access,
                                               const char         *role,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
SdmRecordPerson *sdm_record_store_found_finish (SdmRecordStore    *self,
                                                GAsyncResult      *result,
                                                SdmRecordRecovery *recovery,
                                                GError           **error) G_GNUC_WARN_UNUSED_RESULT;

void             sdm_record_store_confirm_async (SdmRecordStore     *self,
                                                 const char         *first,
                                                 const char         *second,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
SdmRecordPerson *sdm_record_store_confirm_finish (SdmRecordStore *self,
                                                  GAsyncResult   *result,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void             sdm_record_store_renew_code_async (SdmRecordStore     *self,
                                                    GAsyncReadyCallback callback,
                                                    gpointer            user_data);
SdmRecordPerson *sdm_record_store_renew_code_finish (SdmRecordStore    *self,
                                                     GAsyncResult      *result,
                                                     SdmRecordRecovery *recovery,
                                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordPerson, sdm_record_person_free)

G_END_DECLS
