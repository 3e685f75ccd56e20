/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What was found in the tags of a letter. */
typedef struct
{
  guint n_figures;
  guint n_heads; /* of columns and rows of tables */
  guint n_elements;
  guint n_links;
} TagCount;

TagCount tag_walk_check (GBytes     *bytes,
                         const char *language);
