/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-pair-private.h"

#include "sdm-record-seal-private.h"

/* Small documents: two texts, each with its NUL. */

/**
 * sdm_record_pair_seal:
 * @column: table and column
 * @row: the id of the row
 *
 * Returns: (transfer full): two texts, sealed for their place
 */
GBytes *
sdm_record_pair_seal (SdmRecordFile *file,
                      const char    *column,
                      const guint8   row[SDM_RECORD_ID_SIZE],
                      const char    *first,
                      const char    *second)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, column, row, 0);
  g_autoptr (GByteArray) pair = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;

  g_byte_array_append (pair, (const guint8 *) first, (guint) strlen (first) + 1);
  g_byte_array_append (pair, (const guint8 *) second, (guint) strlen (second) + 1);
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&pair));

  return sdm_record_seal (file->keys, &place, plain);
}

/**
 * sdm_record_pair_unseal:
 * @sealed: what stands in this place
 * @first: (out) (transfer full): the first text
 * @second: (out) (transfer full): the second
 *
 * Opens what sdm_record_pair_seal() made.
 */
gboolean
sdm_record_pair_unseal (SdmRecordFile *file,
                        const char    *column,
                        const guint8   row[SDM_RECORD_ID_SIZE],
                        GBytes        *sealed,
                        char         **first,
                        char         **second,
                        GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, column, row, 0);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, error);
  const char *text;
  gsize       size;
  gsize       length;

  if (plain == NULL)
    return FALSE;

  text = g_bytes_get_data (plain, &size);
  if (size < 2 || text[size - 1] != '\0')
    {
      sdm_record_schema_set_newer (error);
      return FALSE;
    }

  length = strlen (text) + 1;
  *first = g_strdup (text);
  *second = g_strdup (length < size ? text + length : "");
  return TRUE;
}
