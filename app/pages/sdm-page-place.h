/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which widget shows which place of the consultation. */

void     sdm_page_place_mark (GtkWidget  *widget,
                              const char *place);
char    *sdm_page_place_dup (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_page_place_show (GtkWidget  *page,
                              const char *place);

gboolean sdm_page_place_is_within (const char *place,
                                   const char *whole);

gboolean sdm_page_place_has_problem (GtkWidget *page);
gboolean sdm_page_place_show_problem (GtkWidget *page);
void     sdm_page_place_carry_over (GtkWidget *former,
                                    GtkWidget *row);

G_END_DECLS
