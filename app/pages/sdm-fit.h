/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SDM_TYPE_FIT (sdm_fit_get_type ())
G_DECLARE_FINAL_TYPE (SdmFit, sdm_fit, SDM, FIT, AdwBin)

GtkWidget *sdm_fit_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_fit_is_narrow (SdmFit *self);
gboolean   sdm_fit_is_short (SdmFit *self);
gboolean   sdm_fit_has_large_text (SdmFit *self);
void       sdm_fit_set_taken (SdmFit *self,
                              int     width);

G_END_DECLS
