/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_RULER_LINE (sdm_ruler_line_get_type ())
G_DECLARE_FINAL_TYPE (SdmRulerLine, sdm_ruler_line, SDM, RULER_LINE, GtkWidget)

GtkWidget *sdm_ruler_line_new (GtkWidget *text,
                               GtkWidget *ruler) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
