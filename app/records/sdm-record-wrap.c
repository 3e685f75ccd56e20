/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-wrap-private.h"

#include <sodium.h>

/*
 * How documents stood in the file before they were sealed: read here when an
 * older file is brought up to date, and never written. A wrapped document is
 *
 *   "EVP1" | BLAKE2b-256 of place and padded text, 32 bytes | padded text
 *
 * The text is padded to a multiple of 256 bytes as ISO/IEC 7816-4 does. The
 * hash finds damage, which SQLite has no checksum for; it is no seal.
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
 * sdm_record_unwrap_body:
 * @place: where it was found
 * @wrapped: what stood there
 *
 * Returns: (transfer full) (nullable): the bytes that were wrapped, or %NULL when
 *   they are not what was written at @place
 */
GBytes *
sdm_record_unwrap_body (const SdmRecordPlace *place,
                        GBytes               *wrapped)
{
  gsize         wrapped_size;
  const guint8 *data = g_bytes_get_data (wrapped, &wrapped_size);
  const guint8 *padded;
  gsize         padded_size;
  gsize         size;
  guint8        hash[HASH_SIZE];

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

  return NULL;
}
