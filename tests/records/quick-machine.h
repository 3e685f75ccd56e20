/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     quick_machine_derive_truly (gboolean truly);
gpointer quick_machine_find (const char *name);

G_END_DECLS
