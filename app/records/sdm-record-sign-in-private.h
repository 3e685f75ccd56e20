/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-sign-in.h"
#include "sdm-record-staff.h"
#include "sdm-record-worker-private.h"

G_BEGIN_DECLS

/**
 * SdmRecordSignIn:
 * @role: (nullable): given to the work
 * @groups: (nullable): two groups of a code, as they were typed
 * @own: (nullable): the passphrase that somebody has now
 * @cancellable: (nullable): looked at once more when the work is done
 * @recovery: a result
 * @person: (nullable): a result
 * @staff: (nullable): a result
 * @is_there: a result
 *
 * What goes with a job about who may open the records, and its results. All fields are owned.
 */
typedef struct
{
  char             *role;
  char             *groups[2];
  SdmRecordAccess  *own;
  GCancellable     *cancellable;
  SdmRecordRecovery recovery;
  SdmRecordPerson  *person;
  SdmRecordStaff   *staff;
  gboolean          is_there;
} SdmRecordSignIn;

SdmRecordJob *sdm_record_sign_in_new_job (SdmRecordStore  *self,
                                          SdmRecordJobFunc run) G_GNUC_WARN_UNUSED_RESULT;
void          sdm_record_sign_in_start (SdmRecordStore     *self,
                                        SdmRecordJob       *job,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
gboolean      sdm_record_sign_in_finish (SdmRecordStore    *self,
                                         GAsyncResult      *result,
                                         SdmRecordJobFunc   run,
                                         SdmRecordRecovery *recovery,
                                         SdmRecordPerson  **person,
                                         GError           **error);
gboolean      sdm_record_sign_in_keep_person (SdmRecordFile   *file,
                                              SdmRecordSignIn *sign_in,
                                              GError         **error);

SdmRecordPerson *sdm_record_sign_in_read_person (SdmRecordFile *file,
                                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
