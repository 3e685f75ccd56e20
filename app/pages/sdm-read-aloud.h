/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reading aloud by speech-dispatcher, where it is installed. */

void     sdm_read_aloud_find_async (GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean sdm_read_aloud_find_finish (GAsyncResult *result);
void     sdm_read_aloud (const char *text);

G_END_DECLS
