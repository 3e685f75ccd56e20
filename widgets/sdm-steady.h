/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *sdm_steady_new (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_steady_new_at_top (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
