/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_HOME (sdm_home_get_type ())
G_DECLARE_FINAL_TYPE (SdmHome, sdm_home, SDM, HOME, AdwBin)

GtkWidget *sdm_home_new (SdmWindow  *window,
                         SdmContext *context) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_home_show_lists (SdmHome *self);
void       sdm_home_refresh (SdmHome *self);
void       sdm_home_set_store_problem (SdmHome    *self,
                                       const char *text);

G_END_DECLS
