/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether all that is on screen can be seen, pressed and told by its name. Each adds to @faults
 * a line for what it finds; @what says where it was found. */

void page_reach_check_room (GtkWidget  *widget,
                            int         width,
                            int         height,
                            const char *what,
                            GPtrArray  *faults);
void page_reach_check_inside (GtkWidget  *widget,
                              const char *what,
                              GPtrArray  *faults);
void page_reach_check_targets (GtkWidget  *widget,
                               const char *what,
                               GPtrArray  *faults);
void page_reach_check_names (GtkWidget  *widget,
                             const char *what,
                             GPtrArray  *faults);

G_END_DECLS
