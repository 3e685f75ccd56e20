/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"

G_BEGIN_DECLS

void sdm_consultation_check_aid (json_t    *document,
                                 SdmAid    *aid,
                                 GPtrArray *findings);
void sdm_case_check_aid (json_t    *document,
                         SdmAid    *aid,
                         GPtrArray *findings);
void sdm_case_check_persona (json_t    *document,
                             GPtrArray *findings);

G_END_DECLS
