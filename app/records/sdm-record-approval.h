/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-record-store.h"

G_BEGIN_DECLS

/* So many different people of the practice. */
#define SDM_RECORD_APPROVAL_SIGNATURES 2

/**
 * SdmRecordSignature:
 * @clinician: id of who signed
 * @name: that person's name
 * @role: and role
 * @time: microseconds since 1970 UTC
 * @accepted: the figures read second-hand that this person accepts, by their ids
 */
typedef struct
{
  char  *clinician;
  char  *name;
  char  *role;
  gint64 time;
  char **accepted;
} SdmRecordSignature;

#define SDM_TYPE_RECORD_APPROVAL (sdm_record_approval_get_type ())

/**
 * SdmRecordApproval:
 * @sha256: of the decision aid, in hexadecimal digits
 * @aid_id: (nullable): its id
 * @aid_version: (nullable): and version
 * @signatures: (element-type SdmRecordSignature): in the order they were made
 *
 * Who signed a decision aid as it is, to the byte.
 */
typedef struct
{
  char      *sha256;
  char      *aid_id;
  char      *aid_version;
  GPtrArray *signatures;
} SdmRecordApproval;

/**
 * SdmRecordApprovalState:
 * @SDM_RECORD_NOT_APPROVED: nobody signed it
 * @SDM_RECORD_OTHER_VERSION_APPROVED: two people signed another version of it
 * @SDM_RECORD_SIGNED_ONCE: one person signed it
 * @SDM_RECORD_CHANGED_SINCE: two people signed this version, and it is not the same to the byte any more
 * @SDM_RECORD_APPROVED: two different people signed it
 *
 * How a decision aid stands in the practice. Where several are true, the last of them counts.
 */
typedef enum
{
  SDM_RECORD_NOT_APPROVED,
  SDM_RECORD_OTHER_VERSION_APPROVED,
  SDM_RECORD_SIGNED_ONCE,
  SDM_RECORD_CHANGED_SINCE,
  SDM_RECORD_APPROVED,
} SdmRecordApprovalState;

GType              sdm_record_approval_get_type (void);
SdmRecordApproval *sdm_record_approval_copy (const SdmRecordApproval *approval) G_GNUC_WARN_UNUSED_RESULT;
void               sdm_record_approval_free (SdmRecordApproval *approval);
gboolean           sdm_record_approval_is_complete (const SdmRecordApproval *approval);

SdmRecordApprovalState sdm_record_approvals_judge (GPtrArray                *approvals,
                                                   const char               *id,
                                                   const char               *version,
                                                   const char               *sha256,
                                                   const SdmRecordApproval **found);

char *sdm_record_approval_describe (SdmRecordApprovalState   state,
                                    const SdmRecordApproval *approval) G_GNUC_WARN_UNUSED_RESULT;

gboolean           sdm_record_store_approve (SdmRecordStore    *self,
                                             SdmAid            *aid,
                                             const char *const *accepted,
                                             GError           **error);
void               sdm_record_store_approve_async (SdmRecordStore     *self,
                                                   SdmAid             *aid,
                                                   const char *const  *accepted,
                                                   GAsyncReadyCallback callback,
                                                   gpointer            user_data);
gboolean           sdm_record_store_approve_finish (SdmRecordStore *self,
                                                    GAsyncResult   *result,
                                                    GError        **error);
gboolean           sdm_record_store_withdraw_approval (SdmRecordStore *self,
                                                       const char     *sha256,
                                                       const char     *reason,
                                                       GError        **error);
void               sdm_record_store_withdraw_approval_async (SdmRecordStore     *self,
                                                             const char         *sha256,
                                                             const char         *reason,
                                                             GAsyncReadyCallback callback,
                                                             gpointer            user_data);
gboolean           sdm_record_store_withdraw_approval_finish (SdmRecordStore *self,
                                                              GAsyncResult   *result,
                                                              GError        **error);
SdmRecordApproval *sdm_record_store_get_approval (SdmRecordStore *self,
                                                  const char     *sha256,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void               sdm_record_store_get_approval_async (SdmRecordStore     *self,
                                                        const char         *sha256,
                                                        GCancellable       *cancellable,
                                                        GAsyncReadyCallback callback,
                                                        gpointer            user_data);
SdmRecordApproval *sdm_record_store_get_approval_finish (SdmRecordStore *self,
                                                         GAsyncResult   *result,
                                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *sdm_record_store_list_approvals (SdmRecordStore *self,
                                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void               sdm_record_store_list_approvals_async (SdmRecordStore     *self,
                                                          GCancellable       *cancellable,
                                                          GAsyncReadyCallback callback,
                                                          gpointer            user_data);
GPtrArray         *sdm_record_store_list_approvals_finish (SdmRecordStore *self,
                                                           GAsyncResult   *result,
                                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordApproval, sdm_record_approval_free)

G_END_DECLS
