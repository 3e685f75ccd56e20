/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-letter-flow.h"

G_BEGIN_DECLS

/* A strip that was given its place. */
typedef struct
{
  guint    strip;
  double   y;      /* top, from the top edge of the page */
  gboolean repeat; /* the head of a table, once more */
} SdmLetterPlace;

GPtrArray *sdm_letter_paginate (GPtrArray *strips,
                                double     first_top,
                                double     top,
                                double     bottom,
                                GError   **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
