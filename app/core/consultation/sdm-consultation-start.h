/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* What is asked before the talk begins: stop cards, and warnings that were seen. */

const char *sdm_consultation_get_stop_card_answer (SdmConsultation *self,
                                                   const char      *stop_card);
const char *sdm_consultation_get_stop_card_note (SdmConsultation *self,
                                                 const char      *stop_card);
gboolean    sdm_consultation_answer_stop_card (SdmConsultation *self,
                                               const char      *stop_card,
                                               const char      *answer,
                                               GError         **error);
gboolean    sdm_consultation_note_stop_card (SdmConsultation *self,
                                             const char      *stop_card,
                                             const char      *note,
                                             GError         **error);
guint       sdm_consultation_count_stops (SdmConsultation *self,
                                          SdmAid          *aid);

gboolean sdm_consultation_has_accepted (SdmConsultation *self,
                                        const char      *warning);
gboolean sdm_consultation_accept (SdmConsultation *self,
                                  const char      *warning,
                                  gboolean         accepted,
                                  GError         **error);

gboolean sdm_consultation_set_contact_when (SdmConsultation *self,
                                            const char      *day,
                                            const char      *time,
                                            GError         **error);

G_END_DECLS
