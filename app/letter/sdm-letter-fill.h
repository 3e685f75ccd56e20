/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole sentences with named places, and words from outside made fit to print. */

char *sdm_letter_fill (const char *sentence,
                       ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *sdm_letter_fill_plain (const char *sentence,
                             ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char *sdm_letter_own_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
