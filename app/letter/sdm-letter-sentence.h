/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sdm_letter_sentence_find_end (const char *text);
char       *sdm_letter_sentences_to_lines (const char *marked) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
