/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_WORK_BAR (sdm_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (SdmWorkBar, sdm_work_bar, SDM, WORK_BAR, GtkBox)

GtkWidget *sdm_work_bar_new (const char *what) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_work_bar_show (SdmWorkBar *self,
                              double      fraction);
void       sdm_work_bar_hide (SdmWorkBar *self);

G_END_DECLS
