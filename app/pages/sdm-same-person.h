/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_SAME_PERSON (sdm_same_person_get_type ())
G_DECLARE_FINAL_TYPE (SdmSamePerson, sdm_same_person, SDM, SAME_PERSON, GtkBox)

GtkWidget *sdm_same_person_new (SdmWindow  *window,
                                SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_same_person_set_identity (SdmSamePerson *self,
                                         const char    *family,
                                         const char    *born,
                                         const char    *number);
gboolean   sdm_same_person_is_clear (SdmSamePerson *self);

G_END_DECLS
