/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* Characters; what the fields of practice systems take at least. */
#define SDM_GP_TEXT_LONGEST 2000

char *sdm_gp_text_new (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
