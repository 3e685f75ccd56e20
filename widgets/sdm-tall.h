/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_TALL (sdm_tall_get_type ())
G_DECLARE_FINAL_TYPE (SdmTall, sdm_tall, SDM, TALL, GtkWidget)

GtkWidget *sdm_tall_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
