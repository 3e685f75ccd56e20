/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-approval.h"
#include "sdm-record-file-private.h"

G_BEGIN_DECLS

SdmRecordApproval *sdm_record_approval_new (const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
void               sdm_record_approval_sign (SdmRecordApproval *approval,
                                             const char        *clinician,
                                             const char        *name,
                                             const char        *role,
                                             gint64             time,
                                             const char *const *accepted);
GBytes            *sdm_record_approval_serialise (const SdmRecordApproval *approval) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordApproval *sdm_record_approval_deserialise (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/* sdm-record-approvals.c */
gboolean           sdm_record_approvals_sign (SdmRecordFile     *file,
                                              SdmAid            *aid,
                                              const char *const *accepted,
                                              GError           **error);
gboolean           sdm_record_approvals_withdraw (SdmRecordFile *file,
                                                  const char    *sha256,
                                                  const char    *reason,
                                                  GError       **error);
SdmRecordApproval *sdm_record_approvals_get (SdmRecordFile *file,
                                             const char    *sha256,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray         *sdm_record_approvals_list (SdmRecordFile *file,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           sdm_record_approvals_is_one (SdmRecordFile *file,
                                                const guint8   index[SDM_RECORD_INDEX_SIZE],
                                                GBytes        *sealed);
gboolean           sdm_record_approvals_reseal (SdmRecordFile *file,
                                                const guint8   index[SDM_RECORD_INDEX_SIZE],
                                                GBytes       **sealed,
                                                guint8         new_index[SDM_RECORD_INDEX_SIZE]);

G_END_DECLS
