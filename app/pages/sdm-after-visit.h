/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_AFTER_VISIT (sdm_after_visit_get_type ())
G_DECLARE_FINAL_TYPE (SdmAfterVisit, sdm_after_visit, SDM, AFTER_VISIT, GtkWindow)

GtkWidget *sdm_after_visit_new (gboolean are_kept) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_after_visit_open (SdmAfterVisit *self,
                                 GtkWindow     *clinician);
guint      sdm_after_visit_get_mark (SdmAfterVisit *self,
                                     guint          question);

G_END_DECLS
