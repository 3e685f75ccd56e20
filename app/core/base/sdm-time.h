/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times of the day are kept as "08:30". */

char *sdm_time_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

int   sdm_time_to_minutes (const char *time);
char *sdm_time_from_minutes (int minutes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
