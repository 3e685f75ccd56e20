/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "real-window.h"

G_BEGIN_DECLS

/* A window on records with several patients, one of them twice, and what it says. */

#define NUMBER "9434765919" /* of Arthur Pell */

SdmWindow *show_filled (PageFixture *fixture);
gboolean   says (SdmWindow *window, const char *words);
void       assert_in_order (SdmWindow *window, const char *const *words);
gboolean   is_search (GtkWidget *widget, const char *text);
void       look_for (SdmWindow *window, const char *typed);
gboolean   is_icon_button (GtkWidget *widget, const char *text);
void       show_pell (SdmWindow *window);
GtkWidget *find_page (SdmWindow *window, GType type);

G_END_DECLS
