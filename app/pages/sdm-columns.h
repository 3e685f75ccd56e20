/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_COLUMNS (sdm_columns_get_type ())
G_DECLARE_FINAL_TYPE (SdmColumns, sdm_columns, SDM, COLUMNS, GtkWidget)

GtkWidget *sdm_columns_new (int        left_share,
                            GtkWidget *left,
                            int        right_share,
                            GtkWidget *right) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
