/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-debrief.h"
#include "sdm-talk-private.h"

G_BEGIN_DECLS

json_t *sdm_debrief_get_part (SdmTalk    *talk,
                              const char *path);

void sdm_debrief_add_balance (SdmDebrief *self,
                              SdmTalk    *talk);
void sdm_debrief_add_moments (SdmDebrief *self,
                              SdmTalk    *talk);
void sdm_debrief_add_record (SdmDebrief      *self,
                             SdmTalk         *talk,
                             SdmConsultation *consultation);
void sdm_debrief_add_practices (SdmDebrief      *self,
                                SdmTalk         *talk,
                                SdmConsultation *consultation);

G_END_DECLS
