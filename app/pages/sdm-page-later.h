/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sdm_page_later_add (GtkWidget *page,
                         GtkWidget *part);
void sdm_page_later_show (GtkWidget *page);

G_END_DECLS
