/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"

G_BEGIN_DECLS

#define SDM_TYPE_AID_TRANSLATION (sdm_aid_translation_get_type ())
G_DECLARE_FINAL_TYPE (SdmAidTranslation, sdm_aid_translation, SDM, AID_TRANSLATION, GObject)

SdmAidTranslation *sdm_aid_translation_load (SdmAid       *aid,
                                             GFile        *file,
                                             GCancellable *cancellable,
                                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;
SdmAidTranslation *sdm_aid_translation_new_from_bytes (SdmAid     *aid,
                                                       GBytes     *bytes,
                                                       const char *name,
                                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;
SdmAid            *sdm_aid_translation_get_aid (SdmAidTranslation *self);
const char        *sdm_aid_translation_get_language (SdmAidTranslation *self);
gboolean           sdm_aid_translation_is_reviewed (SdmAidTranslation *self);
guint              sdm_aid_translation_get_n_missing (SdmAidTranslation *self);
guint              sdm_aid_translation_get_n_stale (SdmAidTranslation *self);
const char        *sdm_aid_translation_look_up (SdmAidTranslation *self,
                                                const char        *english);

GFile *sdm_aid_translation_find (GFile      *aid_file,
                                 const char *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
