/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_LOOK_BACK_ACTION "win.practice-debrief"

GtkWidget *sdm_look_back_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
