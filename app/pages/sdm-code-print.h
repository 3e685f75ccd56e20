/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sdm_code_print (const char *code,
                     GtkWindow  *window);
void sdm_code_draw (cairo_t     *cr,
                    PangoLayout *layout,
                    double       width,
                    const char  *code);

G_END_DECLS
