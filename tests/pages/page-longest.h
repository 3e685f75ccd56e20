/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

void page_longest_fill (SdmConsultation *consultation,
                        SdmAid          *aid);

G_END_DECLS
