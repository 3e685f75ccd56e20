/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

void sdm_widgets_register_resource (void);
void sdm_widgets_init (void);
void sdm_widgets_use_page_style (GdkDisplay *display);

G_END_DECLS
