/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Which questions of the aid stand beside the options, and in what order. */

GPtrArray *sdm_consultation_list_questions (SdmConsultation *self,
                                            SdmAid          *aid) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *sdm_consultation_list_touched (SdmConsultation   *self,
                                          SdmAid            *aid,
                                          const SdmQuestion *question) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_consultation_has_touched_questions (SdmConsultation *self,
                                                   SdmAid          *aid);

gboolean sdm_consultation_puts_what_matters_first (SdmConsultation *self);
gboolean sdm_consultation_set_puts_what_matters_first (SdmConsultation *self,
                                                       gboolean         first,
                                                       GError         **error);

gboolean sdm_consultation_hide_question (SdmConsultation *self,
                                         SdmAid          *aid,
                                         const char      *question,
                                         const char      *reason,
                                         GError         **error);
gboolean sdm_consultation_bring_back_question (SdmConsultation *self,
                                               const char      *question,
                                               GError         **error);

G_END_DECLS
