/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The words of the program in the language of a paper that is being written.
 *
 * Between sdm_words_begin() and sdm_words_end() the words of this thread are those of one language,
 * whatever the language of the window; anywhere else they are those of the window. Files whose words
 * can stand on a paper include "sdm-words-here.h" in place of gi18n.h.
 */

typedef struct _SdmWords SdmWords;

gboolean    sdm_words_exist (const char *language);
char      **sdm_words_dup_languages (void) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_words_dup_window_language (void) G_GNUC_WARN_UNUSED_RESULT;
SdmWords   *sdm_words_begin (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void        sdm_words_end (SdmWords *words);
guint       sdm_words_get_n_missing (SdmWords *words);
const char *sdm_words_get_language (void);
const char *sdm_words_get (const char *text) G_GNUC_FORMAT (1);
const char *sdm_words_get_plural (const char *one,
                                  const char *many,
                                  gulong      n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);
char       *sdm_words_format_number (guint n) G_GNUC_WARN_UNUSED_RESULT;
char       *sdm_words_take_digits (char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmWords, sdm_words_end)

G_END_DECLS
