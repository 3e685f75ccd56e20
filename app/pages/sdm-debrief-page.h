/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-practice-case.h"
#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_DEBRIEF_PAGE (sdm_debrief_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmDebriefPage, sdm_debrief_page, SDM, DEBRIEF_PAGE, AdwBin)

GtkWidget *sdm_debrief_page_new (SdmWindow  *window,
                                 SdmContext *context,
                                 const char *id,
                                 gboolean    as_mentor) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_debrief_page_save_to (SdmDebriefPage *self,
                                     GFile          *file);
gboolean   sdm_debrief_page_is_open (SdmDebriefPage *self);

G_END_DECLS
