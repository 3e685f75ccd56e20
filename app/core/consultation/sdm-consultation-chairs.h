/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Two chairs: what the clinician thinks counts for the person, said before the person says it.
 * A statement is named by its id in the aid, or by its words where it is the person's own. */

gboolean sdm_consultation_has_guess (SdmConsultation *self);
gboolean sdm_consultation_has_answer (SdmConsultation *self);

int      sdm_consultation_get_guess (SdmConsultation *self,
                                     const char      *priority,
                                     const char      *text);
gboolean sdm_consultation_set_guess (SdmConsultation *self,
                                     const char      *priority,
                                     const char      *text,
                                     int              mark,
                                     GError         **error);

G_END_DECLS
