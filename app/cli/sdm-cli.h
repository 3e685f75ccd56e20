/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sdm_cli_is_asked_for (int          argc,
                               char *const *argv);
int      sdm_cli_run (int          argc,
                      char *const *argv);
int      sdm_cli_show_usage (void);

G_END_DECLS
