/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *sdm_letter_logo_decode (const char *base64,
                                guint      *width,
                                guint      *height,
                                GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
