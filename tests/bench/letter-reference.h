/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-block-private.h"

G_BEGIN_DECLS

/* The same text set the plain way: Pango and cairo, paragraph under paragraph, without tags. */

typedef struct _LetterReference LetterReference;

LetterReference *letter_reference_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             letter_reference_free (LetterReference *self);
GBytes          *letter_reference_write (LetterReference   *self,
                                         SdmLetterDocument *document,
                                         guint             *n_pages) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LetterReference, letter_reference_free)

G_END_DECLS
