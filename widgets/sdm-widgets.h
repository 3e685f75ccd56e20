/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sdm_widgets_register_resource (void);
void sdm_widgets_init (void);

G_END_DECLS
