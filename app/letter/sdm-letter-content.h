/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-letter-block.h"

G_BEGIN_DECLS

SdmLetterDocument *sdm_letter_build (SdmConsultation *consultation,
                                     SdmAid          *aid,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
