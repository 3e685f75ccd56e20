/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sdm_page_room_fill (GtkWidget *widget,
                         GtkWidget *below);
void sdm_page_room_look_again (GtkWidget *widget);

G_END_DECLS
