/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-context.h"
#include "sdm-record-approval.h"

G_BEGIN_DECLS

#define SDM_TYPE_AID_APPROVALS (sdm_aid_approvals_get_type ())
G_DECLARE_FINAL_TYPE (SdmAidApprovals, sdm_aid_approvals, SDM, AID_APPROVALS, GObject)

SdmAidApprovals *sdm_aid_approvals_new (SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;

gboolean               sdm_aid_approvals_are_known (SdmAidApprovals *self);
SdmRecordApprovalState sdm_aid_approvals_get_state (SdmAidApprovals          *self,
                                                    const SdmAidHead         *head,
                                                    const SdmRecordApproval **found);
char                  *sdm_aid_approvals_describe (SdmAidApprovals  *self,
                                                   const SdmAidHead *head) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
