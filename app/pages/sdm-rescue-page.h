/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_RESCUE_PAGE (sdm_rescue_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmRescuePage, sdm_rescue_page, SDM, RESCUE_PAGE, AdwBin)

GtkWidget *sdm_rescue_page_new (SdmContext *context,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_rescue_page_write_out (SdmRescuePage *self,
                                      GFile         *folder);

G_END_DECLS
