/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmJsonWanted:
 * @pointer: a JSON pointer
 * @offset: (out): byte in the text at which its value begins, or that of the nearest value above it
 * @line: (out): its line, from 1
 * @column: (out): its column in characters, from 1
 * @is_exact: (out): whether the value itself is there
 *
 * A value whose place is asked for.
 */
typedef struct
{
  const char *pointer;
  gsize       offset;
  guint       line;
  guint       column;
  gboolean    is_exact;
  guint       depth; /* steps that were found */
} SdmJsonWanted;

/**
 * SdmJsonRepeatedKey:
 * @pointer: JSON pointer of the value
 * @first: byte at which the key stands first
 * @offset: byte at which it stands again
 *
 * A key that stands twice in one object.
 */
typedef struct
{
  char *pointer;
  gsize first;
  gsize offset;
} SdmJsonRepeatedKey;

void       sdm_json_places_find (const char    *text,
                                 gsize          length,
                                 SdmJsonWanted *wanted,
                                 guint          n_wanted);
GPtrArray *sdm_json_places_find_repeated (const char *text,
                                          gsize       length) G_GNUC_WARN_UNUSED_RESULT;
gsize      sdm_json_skip_string (const char *text,
                                 gsize       length,
                                 gsize       at);
void       sdm_json_place_of_offset (const char *text,
                                     gsize       offset,
                                     guint      *line,
                                     guint      *column);

G_END_DECLS
