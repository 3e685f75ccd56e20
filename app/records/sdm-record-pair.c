/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-pair-private.h"

#include <sodium.h>

#include "sdm-record-seal-private.h"

/*
 * Small documents of who may open the file: two texts, and the public key in
 * hexadecimal digits where it is known, each with its NUL.
 */

#define DIGITS_SIZE (2 * SDM_RECORD_KEY_SIZE + 1)

/**
 * sdm_record_pair_seal:
 * @column: table and column
 * @row: the id of the row
 * @public_key: (nullable): 32 bytes
 *
 * Returns: (transfer full): two texts and a key, sealed for their place
 */
GBytes *
sdm_record_pair_seal (SdmRecordFile *file,
                      const char    *column,
                      const guint8   row[SDM_RECORD_ID_SIZE],
                      const char    *first,
                      const char    *second,
                      const guint8  *public_key)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, column, row, 0);
  g_autoptr (GByteArray) pair = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;

  g_byte_array_append (pair, (const guint8 *) first, (guint) strlen (first) + 1);
  g_byte_array_append (pair, (const guint8 *) second, (guint) strlen (second) + 1);
  if (public_key != NULL)
    {
      char digits[DIGITS_SIZE];

      sodium_bin2hex (digits, sizeof digits, public_key, SDM_RECORD_KEY_SIZE);
      g_byte_array_append (pair, (const guint8 *) digits, sizeof digits);
    }
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&pair));

  return sdm_record_seal (file->keys, &place, plain);
}

/* Zeros where @text is no key. */
static void
read_key (const char *text,
          gsize       size,
          guint8      public_key[SDM_RECORD_KEY_SIZE])
{
  gsize got = 0;

  if (size != DIGITS_SIZE ||
      sodium_hex2bin (public_key, SDM_RECORD_KEY_SIZE, text, DIGITS_SIZE - 1, NULL, &got, NULL) != 0 ||
      got != SDM_RECORD_KEY_SIZE)
    memset (public_key, 0, SDM_RECORD_KEY_SIZE);
}

/**
 * sdm_record_pair_unseal:
 * @sealed: what stands in this place
 * @first: (out) (transfer full): the first text
 * @second: (out) (transfer full): the second
 * @public_key: (out) (optional): the key, zeros where there is none
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
                        guint8        *public_key,
                        GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, column, row, 0);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, error);
  const char *text;
  const char *rest;
  gsize       size;

  if (plain == NULL)
    return FALSE;

  text = g_bytes_get_data (plain, &size);
  if (size < 2 || text[size - 1] != '\0')
    {
      sdm_record_schema_set_newer (error);
      return FALSE;
    }

  *first = g_strdup (text);
  rest = text + strlen (text) + 1;
  *second = g_strdup (rest < text + size ? rest : "");
  rest += strlen (*second) + 1;
  if (public_key != NULL)
    read_key (rest, rest < text + size ? (gsize) (text + size - rest) : 0, public_key);
  return TRUE;
}
