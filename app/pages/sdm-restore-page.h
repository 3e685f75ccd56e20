/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_RESTORE_PAGE (sdm_restore_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmRestorePage, sdm_restore_page, SDM, RESTORE_PAGE, AdwBin)

GtkWidget *sdm_restore_page_new (SdmWindow  *window,
                                 SdmContext *context,
                                 const char *name) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_restore_page_choose (SdmRestorePage *self,
                                    GFile          *file);

G_END_DECLS
