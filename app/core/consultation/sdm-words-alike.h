/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sdm_words_get_base (const char *word);
void        sdm_words_add_alike (const char *word,
                                 gboolean    is_beginning,
                                 GPtrArray  *stems);

G_END_DECLS
