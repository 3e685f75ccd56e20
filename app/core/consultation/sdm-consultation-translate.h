/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-translation.h"
#include "sdm-consultation.h"

G_BEGIN_DECLS

SdmConsultation *sdm_consultation_new_translated (SdmConsultation   *consultation,
                                                  SdmAidTranslation *translation,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
