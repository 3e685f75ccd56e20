/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* What follows from what was decided. */

/* Below this, "How sure are you?" leads to "What would make it easier?" */
#define SDM_PLAN_SURE_ENOUGH 7

gboolean sdm_consultation_set_result (SdmConsultation *self,
                                      SdmAid          *aid,
                                      const char      *result,
                                      GError         **error);
gboolean sdm_consultation_set_decided_by (SdmConsultation *self,
                                          SdmAid          *aid,
                                          const char      *decided_by,
                                          GError         **error);
gboolean sdm_consultation_is_chosen (SdmConsultation *self,
                                     const char      *option);
gboolean sdm_consultation_choose_option (SdmConsultation *self,
                                         SdmAid          *aid,
                                         const char      *option,
                                         gboolean         chosen,
                                         GError         **error);

char    *sdm_consultation_dup_review_date (SdmConsultation *self,
                                           int              n_months) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_consultation_has_review (SdmConsultation *self,
                                      int              n_months);
gboolean sdm_consultation_set_review (SdmConsultation *self,
                                      int              n_months,
                                      gboolean         wanted,
                                      GError         **error);

char    *sdm_safety_net_dup_text (const SdmSafetyNet *safety_net) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_consultation_add_action (SdmConsultation *self,
                                      GError         **error);

G_END_DECLS
