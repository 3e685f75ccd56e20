/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-wrap-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-error.h"

/*
 * A wrapped document is
 *
 *   "EVP1" | BLAKE2b-256 of place and padded text, 32 bytes | padded text
 *
 * The text is padded to a multiple of 256 bytes as ISO/IEC 7816-4 does. The
 * hash finds damage, which SQLite has no checksum for; it is no seal. A sealed
 * document begins with "EVH1" instead, and takes this one's place in the same
 * column.
 */
#define MAGIC      "EVP1"
#define MAGIC_SIZE 4
#define HASH_SIZE  32
#define BLOCK_SIZE 256

static void
hash_text (const SdmRecordPlace *place,
           const guint8         *padded,
           gsize                 size,
           guint8                hash[HASH_SIZE])
{
  crypto_generichash_state state;
  guint32                  version = GUINT32_TO_LE (place->version);

  crypto_generichash_init (&state, NULL, 0, HASH_SIZE);
  crypto_generichash_update (&state, place->store, sizeof place->store);
  crypto_generichash_update (&state, (const guint8 *) place->column, strlen (place->column) + 1);
  crypto_generichash_update (&state, place->row, sizeof place->row);
  crypto_generichash_update (&state, (const guint8 *) &version, sizeof version);
  crypto_generichash_update (&state, padded, size);
  crypto_generichash_final (&state, hash, HASH_SIZE);
}

/**
 * sdm_record_wrap_body:
 * @place: where it will be kept
 * @plain: any bytes
 *
 * Returns: (transfer full): the bytes for the blob column
 */
GBytes *
sdm_record_wrap_body (const SdmRecordPlace *place,
                      GBytes               *plain)
{
  gsize         size;
  gconstpointer text = g_bytes_get_data (plain, &size);
  const gsize   padded_size = (size / BLOCK_SIZE + 1) * BLOCK_SIZE;
  const gsize   wrapped_size = MAGIC_SIZE + HASH_SIZE + padded_size;
  guint8       *wrapped = g_malloc (wrapped_size);
  guint8       *padded = wrapped + MAGIC_SIZE + HASH_SIZE;
  gsize         written = 0;

  memcpy (wrapped, MAGIC, MAGIC_SIZE);
  if (size > 0)
    memcpy (padded, text, size);
  if (sodium_pad (&written, padded, size, BLOCK_SIZE, padded_size) != 0)
    g_assert_not_reached ();
  g_assert (written == padded_size);
  hash_text (place, padded, padded_size, wrapped + MAGIC_SIZE);

  return g_bytes_new_take (wrapped, wrapped_size);
}

/**
 * sdm_record_unwrap_body:
 * @place: where it was found
 * @wrapped: what stood there
 *
 * Fails with %SDM_RECORD_ERROR_NEWER when the wrapping is not known here, and
 * with %SDM_RECORD_ERROR_DAMAGED when it is not what was written at @place.
 *
 * Returns: (transfer full) (nullable): the bytes that were wrapped
 */
GBytes *
sdm_record_unwrap_body (const SdmRecordPlace *place,
                        GBytes               *wrapped,
                        GError              **error)
{
  gsize         wrapped_size;
  const guint8 *data = g_bytes_get_data (wrapped, &wrapped_size);
  const guint8 *padded;
  gsize         padded_size;
  gsize         size;
  guint8        hash[HASH_SIZE];

  if (wrapped_size >= MAGIC_SIZE && memcmp (data, "EV", 2) == 0 && memcmp (data, MAGIC, MAGIC_SIZE) != 0)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NEWER,
                           _("This consultation was kept by a newer version of Evenhand, and was left as it is. Open it with that version."));
      return NULL;
    }

  if (wrapped_size >= MAGIC_SIZE + HASH_SIZE + BLOCK_SIZE && memcmp (data, MAGIC, MAGIC_SIZE) == 0)
    {
      padded = data + MAGIC_SIZE + HASH_SIZE;
      padded_size = wrapped_size - MAGIC_SIZE - HASH_SIZE;
      hash_text (place, padded, padded_size, hash);
      if (sodium_memcmp (hash, data + MAGIC_SIZE, HASH_SIZE) == 0 &&
          padded_size % BLOCK_SIZE == 0 &&
          sodium_unpad (&size, padded, padded_size, BLOCK_SIZE) == 0)
        return g_bytes_new_from_bytes (wrapped, MAGIC_SIZE + HASH_SIZE, size);
    }

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                       _("This consultation is damaged in the file and cannot be shown. It was left as it is. A backup may still hold it."));
  return NULL;
}
