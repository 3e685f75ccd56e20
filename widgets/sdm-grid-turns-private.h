/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sdm_grid_choose_visible (guint    n_options,
                              guint    max_visible,
                              guint    first_visible,
                              int      pinned,
                              gboolean visible[]);

G_END_DECLS
