/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n.h>

#include "sdm-words.h"

/*
 * For files whose words can stand on a paper: they are looked up in the language of the paper. What
 * is told to the clinician instead, such as why it cannot be printed, is looked up by g_dcgettext().
 */

#undef _
#define _(text) sdm_words_get (text)

#undef ngettext
#define ngettext(one, many, n) sdm_words_get_plural (one, many, n)
