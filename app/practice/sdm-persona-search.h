/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-persona.h"

G_BEGIN_DECLS

void sdm_persona_search (SdmPersona *self,
                         GPtrArray  *findings);

void sdm_persona_check_variety (SdmPersona *self,
                                GPtrArray  *findings);

G_END_DECLS
