/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-seal-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-error.h"

/*
 * A sealed document is
 *
 *   "EVH1" | epoch, u32 LE | nonce, 24 random bytes | XChaCha20-Poly1305 of the padded text
 *
 * The text is padded to a multiple of 256 bytes as ISO/IEC 7816-4 does. The
 * associated data is
 *
 *   id of the store | table and column, NUL | id of the row | version, u32 LE | epoch, u32 LE
 *
 * so that nothing opens anywhere but where it was put. "EVP1" stood there before
 * documents were sealed; any other "EV" is from a newer version.
 */
#define MAGIC       "EVH1"
#define OLD_MAGIC   "EVP1"
#define MAGIC_SIZE  4
#define EPOCH_SIZE  4
#define NONCE_PLACE (MAGIC_SIZE + EPOCH_SIZE)
#define TEXT_PLACE  (NONCE_PLACE + SDM_RECORD_NONCE_SIZE)
#define TAG_SIZE    crypto_aead_xchacha20poly1305_ietf_ABYTES
#define BLOCK_SIZE  256
#define MOST_BOUND  128

G_STATIC_ASSERT (SDM_RECORD_NONCE_SIZE == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
G_STATIC_ASSERT (SDM_RECORD_SEAL_SIZE == TEXT_PLACE + TAG_SIZE);

/* Writes what the text is bound to, and returns its length. */
static gsize
write_bound (const SdmRecordPlace *place,
             guint32               epoch,
             guint8                bound[MOST_BOUND])
{
  const gsize   column_size = strlen (place->column) + 1;
  const guint32 numbers[] = { GUINT32_TO_LE (place->version), GUINT32_TO_LE (epoch) };
  guint8       *at = bound;

  g_assert (2 * SDM_RECORD_ID_SIZE + column_size + sizeof numbers <= MOST_BOUND);

  memcpy (at, place->store, SDM_RECORD_ID_SIZE);
  at += SDM_RECORD_ID_SIZE;
  memcpy (at, place->column, column_size);
  at += column_size;
  memcpy (at, place->row, SDM_RECORD_ID_SIZE);
  at += SDM_RECORD_ID_SIZE;
  memcpy (at, numbers, sizeof numbers);
  at += sizeof numbers;

  return (gsize) (at - bound);
}

/**
 * sdm_record_seal:
 * @keys: the data key now in use
 * @place: where it will be kept
 * @plain: any bytes
 *
 * Returns: (transfer full): the bytes for the blob column
 */
GBytes *
sdm_record_seal (const SdmRecordKeys  *keys,
                 const SdmRecordPlace *place,
                 GBytes               *plain)
{
  guint8 nonce[SDM_RECORD_NONCE_SIZE];

  randombytes_buf (nonce, sizeof nonce);
  return sdm_record_seal_with_nonce (keys, place, plain, nonce);
}

/**
 * sdm_record_seal_with_nonce:
 * @nonce: never used before with this key
 *
 * As sdm_record_seal(), for tests that know the answer.
 */
GBytes *
sdm_record_seal_with_nonce (const SdmRecordKeys  *keys,
                            const SdmRecordPlace *place,
                            GBytes               *plain,
                            const guint8          nonce[SDM_RECORD_NONCE_SIZE])
{
  const guint32 epoch = GUINT32_TO_LE (sdm_record_keys_get_epoch (keys));
  gsize         size;
  gconstpointer text = g_bytes_get_data (plain, &size);
  const gsize   padded_size = (size / BLOCK_SIZE + 1) * BLOCK_SIZE;
  const gsize   sealed_size = padded_size + SDM_RECORD_SEAL_SIZE;
  guint8       *sealed = g_malloc (sealed_size);
  guint8        bound[MOST_BOUND];
  const gsize   bound_size = write_bound (place, sdm_record_keys_get_epoch (keys), bound);
  gsize         written = 0;

  memcpy (sealed, MAGIC, MAGIC_SIZE);
  memcpy (sealed + MAGIC_SIZE, &epoch, EPOCH_SIZE);
  memcpy (sealed + NONCE_PLACE, nonce, SDM_RECORD_NONCE_SIZE);
  if (size > 0)
    memcpy (sealed + TEXT_PLACE, text, size);
  if (sodium_pad (&written, sealed + TEXT_PLACE, size, BLOCK_SIZE, padded_size) != 0)
    g_assert_not_reached ();
  g_assert (written == padded_size);
  /* In place: the text is nowhere else than in @plain. */
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + TEXT_PLACE, NULL, sealed + TEXT_PLACE, padded_size,
                                              bound, bound_size, NULL, nonce,
                                              sdm_record_keys_get (keys, SDM_RECORD_KEY_RECORD));

  return g_bytes_new_take (sealed, sealed_size);
}

/* The epoch that @sealed tells, 0 where it is not sealed. */
static guint32
read_epoch (const guint8 *sealed,
            gsize         size)
{
  guint32 epoch;

  if (size < SDM_RECORD_SEAL_SIZE + BLOCK_SIZE || (size - SDM_RECORD_SEAL_SIZE) % BLOCK_SIZE != 0 ||
      memcmp (sealed, MAGIC, MAGIC_SIZE) != 0)
    return 0;

  memcpy (&epoch, sealed + MAGIC_SIZE, EPOCH_SIZE);
  return GUINT32_FROM_LE (epoch);
}

/**
 * sdm_record_seal_get_epoch:
 *
 * Returns: with the key of which epoch this was sealed, 0 where it was not
 */
guint32
sdm_record_seal_get_epoch (GBytes *sealed)
{
  return read_epoch (g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
}

static gboolean
is_newer (const guint8 *sealed,
          gsize         size)
{
  return size >= MAGIC_SIZE && memcmp (sealed, "EV", 2) == 0 && memcmp (sealed, MAGIC, MAGIC_SIZE) != 0 &&
         memcmp (sealed, OLD_MAGIC, MAGIC_SIZE) != 0;
}

/**
 * sdm_record_unseal:
 * @keys: the data key; while it is changed, what is sealed with the one before opens, too
 * @place: where it was found
 * @sealed: what stood there
 *
 * Fails with %SDM_RECORD_ERROR_NEWER when the seal is of a kind not known here,
 * and with %SDM_RECORD_ERROR_DAMAGED when it is not what was sealed with this
 * key for @place.
 *
 * Returns: (transfer full) (nullable): the bytes that were sealed
 */
GBytes *
sdm_record_unseal (const SdmRecordKeys  *keys,
                   const SdmRecordPlace *place,
                   GBytes               *sealed,
                   GError              **error)
{
  gsize                sealed_size;
  const guint8        *data = g_bytes_get_data (sealed, &sealed_size);
  const SdmRecordKeys *own = sdm_record_keys_find (keys, read_epoch (data, sealed_size));

  if (own != NULL)
    {
      const gsize        padded_size = sealed_size - SDM_RECORD_SEAL_SIZE;
      g_autofree guint8 *padded = g_malloc (padded_size);
      guint8             bound[MOST_BOUND];
      const gsize        bound_size = write_bound (place, sdm_record_keys_get_epoch (own), bound);
      gsize              size;

      if (crypto_aead_xchacha20poly1305_ietf_decrypt (padded, NULL, NULL, data + TEXT_PLACE, padded_size + TAG_SIZE,
                                                      bound, bound_size, data + NONCE_PLACE,
                                                      sdm_record_keys_get (own, SDM_RECORD_KEY_RECORD)) == 0 &&
          sodium_unpad (&size, padded, padded_size, BLOCK_SIZE) == 0)
        return g_bytes_new_take (g_steal_pointer (&padded), size);
    }

  if (is_newer (data, sealed_size))
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NEWER,
                         _("This consultation was kept by a newer version of Evenhand, and was left as it is. Open it with that version."));
  else
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                         _("This consultation is damaged in the file and cannot be shown. It was left as it is. A backup may still hold it."));
  return NULL;
}
