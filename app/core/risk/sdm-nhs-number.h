/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SDM_NHS_NUMBER_DIGITS 10

char    *sdm_nhs_number_normalise (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_nhs_number_is_valid (const char *digits);
gboolean sdm_nhs_number_is_for_practice (const char *digits);
char    *sdm_nhs_number_format (const char *digits) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
