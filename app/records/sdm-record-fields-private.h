/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmRecordField:
 * @key: what it is called in the file
 * @type: `s` for a text, which is owned and may be %NULL; `x` for a #gint64, `i` for a #gint32,
 *   `u` for a #guint32, `b` for a #gboolean, as #GVariant calls them
 * @is_needed: whether it is always written, and nothing is read without it; others are left
 *   out while they are %NULL or 0
 * @offset: where it stands in the struct
 */
typedef struct
{
  const char *key;
  char        type;
  gboolean    is_needed;
  gsize       offset;
} SdmRecordField;

/**
 * SdmRecordFields:
 * @size: of the struct
 *
 * The fields of a struct that is kept in the file.
 */
typedef struct
{
  const SdmRecordField *field;
  gsize                 n_fields;
  gsize                 size;
} SdmRecordFields;

GBytes  *sdm_record_fields_serialise (const SdmRecordFields *fields,
                                      gconstpointer          item) G_GNUC_WARN_UNUSED_RESULT;
gpointer sdm_record_fields_deserialise (const SdmRecordFields *fields,
                                        GBytes                *bytes) G_GNUC_WARN_UNUSED_RESULT;
gpointer sdm_record_fields_copy (const SdmRecordFields *fields,
                                 gconstpointer          item) G_GNUC_WARN_UNUSED_RESULT;
void     sdm_record_fields_free (const SdmRecordFields *fields,
                                 gpointer               item);
gboolean sdm_record_fields_equal (const SdmRecordFields *fields,
                                  gconstpointer          a,
                                  gconstpointer          b);

G_END_DECLS
