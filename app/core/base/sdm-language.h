/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of a language by its tag, as in BCP 47: "cy", "en-GB", "ur", "ar-u-nu-latn". */

gboolean sdm_language_is_tag (const char *tag);
gboolean sdm_language_is_same (const char *tag,
                               const char *other);
gboolean sdm_language_is_right_to_left (const char *tag);
gboolean sdm_language_runs_left (gunichar character);
char    *sdm_language_dup_catalogue_name (const char *tag) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_language_dup_name (const char *tag) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_language_format_count (const char *tag,
                                    guint       n) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_language_format_decimal (const char *tag,
                                      const char *decimal) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_language_take_digits (const char *tag,
                                   char       *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
