/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid-translation.h"
#include "sdm-consultation.h"

G_BEGIN_DECLS

gboolean sdm_letter_language_open (const char         *language,
                                   SdmConsultation    *consultation,
                                   SdmAid             *aid,
                                   GFile              *aid_file,
                                   SdmAidTranslation **translation,
                                   GError            **error);
char   **sdm_letter_language_list (SdmConsultation *consultation,
                                   SdmAid          *aid,
                                   GFile           *aid_file) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_letter_language_is_recorded (const char      *language,
                                          SdmConsultation *consultation,
                                          SdmAid          *aid);

G_END_DECLS
