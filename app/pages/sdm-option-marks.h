/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-grid-option.h"

G_BEGIN_DECLS

guint sdm_option_marks_get (SdmAid          *aid,
                            const SdmOption *option);
void  sdm_option_marks_fill (GListStore *store,
                             SdmAid     *aid,
                             GPtrArray  *shown);

G_END_DECLS
