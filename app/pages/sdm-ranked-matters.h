/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_RANKED_MATTERS (sdm_ranked_matters_get_type ())
G_DECLARE_FINAL_TYPE (SdmRankedMatters, sdm_ranked_matters, SDM, RANKED_MATTERS, GtkBox)

GtkWidget  *sdm_ranked_matters_new (SdmSession *session,
                                    const char *companion) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_ranked_matters_refresh (SdmRankedMatters *self);
GListStore *sdm_ranked_matters_get_model (SdmRankedMatters *self);
void        sdm_ranked_matters_set_choosing (SdmRankedMatters *self,
                                             gboolean          is_choosing);

G_END_DECLS
