/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sdm_words_get_small (void);
const char *sdm_words_get_common (void);
gboolean    sdm_words_is_small (const char *stem);

G_END_DECLS
