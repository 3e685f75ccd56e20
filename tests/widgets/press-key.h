/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean press_key (GtkWidget      *window,
                    guint           keyval,
                    GdkModifierType modifiers);

G_END_DECLS
