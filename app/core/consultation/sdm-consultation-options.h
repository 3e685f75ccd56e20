/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Which options were looked at, in what order, and which figures were on screen. */

void       sdm_consultation_open_options (SdmConsultation *self,
                                          SdmAid          *aid);
void       sdm_consultation_keep_options_record (SdmConsultation *self,
                                                 SdmAid          *aid);
void       sdm_consultation_turn_options_round (SdmConsultation *self,
                                                SdmAid          *aid);
gboolean   sdm_consultation_move_option (SdmConsultation *self,
                                         SdmAid          *aid,
                                         const char      *option,
                                         int              by);
gboolean   sdm_consultation_hide_option (SdmConsultation *self,
                                         SdmAid          *aid,
                                         const char      *option,
                                         const char      *reason,
                                         GError         **error);
gboolean   sdm_consultation_bring_back_option (SdmConsultation *self,
                                               SdmAid          *aid,
                                               const char      *option,
                                               GError         **error);
GPtrArray *sdm_consultation_list_shown_options (SdmConsultation *self,
                                                SdmAid          *aid) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_consultation_note_row_opened (SdmConsultation *self,
                                             const char      *question);

const char *sdm_consultation_get_group (SdmConsultation *self,
                                        SdmAid          *aid);
void        sdm_consultation_set_group (SdmConsultation *self,
                                        SdmAid          *aid,
                                        const char      *group);
void        sdm_consultation_note_figures (SdmConsultation  *self,
                                           SdmAid           *aid,
                                           const SdmOutcome *outcome);

G_END_DECLS
