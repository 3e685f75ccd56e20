/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_MATTERS_BESIDE (sdm_matters_beside_get_type ())
G_DECLARE_FINAL_TYPE (SdmMattersBeside, sdm_matters_beside, SDM, MATTERS_BESIDE, GtkBox)

GtkWidget *sdm_matters_beside_new (SdmSession *session,
                                   GListStore *model) G_GNUC_WARN_UNUSED_RESULT;

void sdm_matters_beside_show_guess (SdmMattersBeside *self);
void sdm_matters_beside_show_companion (SdmMattersBeside *self,
                                        const char       *name);
void sdm_matters_beside_cover (SdmMattersBeside *self);

G_END_DECLS
