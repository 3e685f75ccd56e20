/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-block-private.h"
#include "sdm-letter-paper.h"

G_BEGIN_DECLS

/* A text to be broken into lines. */
typedef struct
{
  const char *text;
  GArray     *bold;  /* of SdmLetterSpan */
  double      size;  /* points */
  double      width; /* points */
  const char *language;
  gboolean    break_words;   /* a word that is wider than @width may be cut */
  gboolean    right_to_left; /* the block is: lines begin at the right of their column */
} SdmLetterText;

/*
 * What layout needs to know of fonts. Tests give it a stand-in with fixed widths.
 *
 * break_text returns lines (of SdmLetterLine), at least one, or NULL with the error set. A line
 * that cannot be broken may be wider than asked for.
 */
typedef struct
{
  gpointer instance;
  GPtrArray *(*break_text) (gpointer             instance,
                            const SdmLetterText *text,
                            GError             **error);
} SdmLetterMeasurer;

G_END_DECLS
