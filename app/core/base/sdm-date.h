/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days are kept as "2026-11-24" and read by people as "24 November 2026". */

char *sdm_date_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_date_format (const char *day) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_date_format_with_weekday (const char *day) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_date_add_months (const char *day,
                           int         n_months) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
