/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Those who came along, and what they say apart from the person. Each is known by the name
 * under which they are set down. */

char **sdm_consultation_dup_companions (SdmConsultation *self) G_GNUC_WARN_UNUSED_RESULT;

json_t  *sdm_consultation_peek_companion_ranked (SdmConsultation *self,
                                                 const char      *name);
gboolean sdm_consultation_take_companion_ranked (SdmConsultation *self,
                                                 const char      *name,
                                                 json_t          *ranked,
                                                 GError         **error);

gboolean sdm_consultation_has_companion_leaning (SdmConsultation *self,
                                                 const char      *name);
int      sdm_consultation_get_companion_leaning (SdmConsultation *self,
                                                 const char      *name,
                                                 const char      *option);
gboolean sdm_consultation_set_companion_leaning (SdmConsultation *self,
                                                 const char      *name,
                                                 const char      *option,
                                                 int              mark,
                                                 GError         **error);

G_END_DECLS
