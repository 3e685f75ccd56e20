/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_LANGUAGE_CHOICE (sdm_language_choice_get_type ())
G_DECLARE_FINAL_TYPE (SdmLanguageChoice, sdm_language_choice, SDM, LANGUAGE_CHOICE, AdwBin)

GtkWidget  *sdm_language_choice_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
const char *sdm_language_choice_get_language (SdmLanguageChoice *self);
void        sdm_language_choice_set_language (SdmLanguageChoice *self,
                                              const char        *language);
gboolean    sdm_language_choice_is_known (SdmLanguageChoice *self);
gboolean    sdm_language_choice_has_choice (SdmLanguageChoice *self);
gboolean    sdm_language_choice_offers (SdmLanguageChoice *self,
                                        const char        *language);

GFile *sdm_language_choice_find_aid_file (SdmPage *page);

G_END_DECLS
