/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"
#include "sdm-glossary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The word list of an aid: explained where a word stands, and as a list. */

SdmGlossary *sdm_explained_words_new_glossary (SdmAid *aid) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget   *sdm_explained_words_new_list (SdmAid *aid) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
