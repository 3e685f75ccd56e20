/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people type and paste. */

char    *sdm_text_clean (const char *text,
                         gssize      length,
                         gboolean    with_lines) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_text_fits (const char *text,
                        guint       most,
                        GError    **error);

G_END_DECLS
