/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  main_thread_guard_start (void);
guint main_thread_guard_count_database (void);
guint main_thread_guard_count_crypto (void);

G_END_DECLS
