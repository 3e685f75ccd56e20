/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-key-wrap-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-error.h"

/*
 * A wrapped data key is
 *
 *   nonce, 24 random bytes | XChaCha20-Poly1305 of the data key
 *
 * The associated data is
 *
 *   id of the store | id of the owner | version of the wrap, u32 LE | epoch, u32 LE
 *
 * Its key is Argon2id 1.3 of the passphrase, or keyed BLAKE2b-256 of the id of
 * the store with the recovery code as the key.
 *
 * From that key comes the secret key of the owner, for X25519: BLAKE2b-256 with
 * it as the key. So whoever changes the data key wraps it for all the others,
 * whose passphrases nobody knows: with a pair of keys made for that once, whose
 * public key stands beside the epoch, and whose secret key is forgotten. The key
 * of such a wrap is BLAKE2b-256, with what X25519 gives as the key, of both
 * public keys.
 */
#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_SIZE   crypto_aead_xchacha20poly1305_ietf_ABYTES
#define BOUND_SIZE (2 * SDM_RECORD_ID_SIZE + 2 * 4)

#define CODE_DOMAIN  "evenhand-recovery"
#define OWNER_DOMAIN "evenhand-owner"
#define EPOCH_DOMAIN "evenhand-epoch"

/* A wrap that asks for more than this was not made by us. */
#define MOST_PASSES     64
#define MOST_MEMORY_KIB (1024 * 1024)

#define USUAL_MEMORY_KIB (128 * 1024)
#define SHORTEST_TRY     (200 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_TRY      (500 * G_TIME_SPAN_MILLISECOND)

G_STATIC_ASSERT (SDM_RECORD_BOX_SIZE == NONCE_SIZE + SDM_RECORD_KEY_SIZE + TAG_SIZE);
G_STATIC_ASSERT (SDM_RECORD_SALT_SIZE == crypto_pwhash_argon2id_SALTBYTES);
G_STATIC_ASSERT (SDM_RECORD_KEY_SIZE == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
G_STATIC_ASSERT (SDM_RECORD_KEY_SIZE == crypto_scalarmult_BYTES);

/* Keys, in memory that is wiped when it goes. */
typedef guint8 Secret;

static void
free_secret (Secret *secret)
{
  sodium_free (secret);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Secret, free_secret)

static Secret *
new_secret (gsize size)
{
  Secret *secret;

  if (sodium_init () < 0)
    g_error ("libsodium could not be started");
  secret = sodium_malloc (size);
  if (secret == NULL)
    g_error ("There is no memory for a key");

  return secret;
}

gboolean
sdm_record_key_set_locked (GError **error)
{
  /* The same for every reason, so that it teaches nothing to one who guesses. */
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED,
                       _("The records could not be unlocked. Check the name, the passphrase or the recovery code, then try again."));
  return FALSE;
}

static gboolean
set_no_memory (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                       _("There is not enough free memory to check the passphrase. Close some programs, then try again."));
  return FALSE;
}

/* The box */

static void
write_bound (const SdmRecordKeyWrap *wrap,
             const guint8            store[SDM_RECORD_ID_SIZE],
             guint8                  bound[BOUND_SIZE])
{
  const guint32 numbers[] = { GUINT32_TO_LE (wrap->version), GUINT32_TO_LE (wrap->epoch) };

  memcpy (bound, store, SDM_RECORD_ID_SIZE);
  memcpy (bound + SDM_RECORD_ID_SIZE, wrap->owner, SDM_RECORD_ID_SIZE);
  memcpy (bound + 2 * SDM_RECORD_ID_SIZE, numbers, sizeof numbers);
}

static void
fill_box (SdmRecordKeyWrap    *wrap,
          const SdmRecordKeys *keys,
          const guint8         store[SDM_RECORD_ID_SIZE],
          const Secret        *key)
{
  guint8 bound[BOUND_SIZE];

  wrap->epoch = sdm_record_keys_get_epoch (keys);
  write_bound (wrap, store, bound);
  randombytes_buf (wrap->box, NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (wrap->box + NONCE_SIZE, NULL,
                                              sdm_record_keys_get_data_key (keys), SDM_RECORD_KEY_SIZE,
                                              bound, BOUND_SIZE, NULL, wrap->box, key);
}

static SdmRecordKeys *
open_box_with (const SdmRecordKeyWrap *wrap,
               const guint8            store[SDM_RECORD_ID_SIZE],
               const Secret           *key)
{
  g_autoptr (Secret) data_key = new_secret (SDM_RECORD_KEY_SIZE);
  guint8 bound[BOUND_SIZE];

  write_bound (wrap, store, bound);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (data_key, NULL, NULL, wrap->box + NONCE_SIZE,
                                                  SDM_RECORD_KEY_SIZE + TAG_SIZE,
                                                  bound, BOUND_SIZE, wrap->box, key) != 0)
    return NULL;

  return sdm_record_keys_new (wrap->epoch, data_key);
}

/* The pair of keys that the owner has by knowing the passphrase or the code. */
static Secret *
make_owner_key (const Secret *key,
                guint8        public_key[SDM_RECORD_KEY_SIZE])
{
  Secret *own = new_secret (SDM_RECORD_KEY_SIZE);

  crypto_generichash (own, SDM_RECORD_KEY_SIZE, (const guint8 *) OWNER_DOMAIN, sizeof OWNER_DOMAIN,
                      key, SDM_RECORD_KEY_SIZE);
  crypto_scalarmult_base (public_key, own);
  return own;
}

/* What the sender and the owner both come to, each with the secret key of one and the public key of the other. */
static Secret *
make_shared_key (const Secret *own,
                 const guint8  other[SDM_RECORD_KEY_SIZE],
                 const guint8  sender[SDM_RECORD_KEY_SIZE],
                 const guint8  owner[SDM_RECORD_KEY_SIZE])
{
  g_autoptr (Secret) point = new_secret (SDM_RECORD_KEY_SIZE);
  Secret                  *key;
  crypto_generichash_state state;

  if (crypto_scalarmult (point, own, other) != 0)
    return NULL;

  key = new_secret (SDM_RECORD_KEY_SIZE);
  crypto_generichash_init (&state, point, SDM_RECORD_KEY_SIZE, SDM_RECORD_KEY_SIZE);
  crypto_generichash_update (&state, (const guint8 *) EPOCH_DOMAIN, sizeof EPOCH_DOMAIN);
  crypto_generichash_update (&state, sender, SDM_RECORD_KEY_SIZE);
  crypto_generichash_update (&state, owner, SDM_RECORD_KEY_SIZE);
  crypto_generichash_final (&state, key, SDM_RECORD_KEY_SIZE);
  sodium_memzero (&state, sizeof state);
  return key;
}

/* As it was wrapped for the owner's own key, or else by whoever changed the data key. */
static SdmRecordKeys *
open_box (const SdmRecordKeyWrap *wrap,
          const guint8            store[SDM_RECORD_ID_SIZE],
          const Secret           *key,
          GError                **error)
{
  SdmRecordKeys *keys = open_box_with (wrap, store, key);

  if (keys == NULL && !sodium_is_zero (wrap->sender, sizeof wrap->sender))
    {
      guint8 owner[SDM_RECORD_KEY_SIZE];
      g_autoptr (Secret) own = make_owner_key (key, owner);
      g_autoptr (Secret) shared = make_shared_key (own, wrap->sender, wrap->sender, owner);

      keys = shared != NULL ? open_box_with (wrap, store, shared) : NULL;
    }
  if (keys == NULL)
    sdm_record_key_set_locked (error);

  return keys;
}

/* Fills in what is made of the owner's own key. */
static void
fill_for_own_key (SdmRecordKeyWrap    *wrap,
                  const SdmRecordKeys *keys,
                  const guint8         store[SDM_RECORD_ID_SIZE],
                  const Secret        *key)
{
  sodium_free (make_owner_key (key, wrap->public_key));
  memset (wrap->sender, 0, sizeof wrap->sender);
  fill_box (wrap, keys, store, key);
}

/**
 * sdm_record_key_new_sender:
 * @public_key: (out): its public key
 *
 * Returns: (transfer full): a new secret key, for sdm_record_key_wrap_for_owner() until
 *   sodium_free(), which wipes it
 */
guint8 *
sdm_record_key_new_sender (guint8 public_key[SDM_RECORD_KEY_SIZE])
{
  Secret *secret = new_secret (SDM_RECORD_KEY_SIZE);

  randombytes_buf (secret, SDM_RECORD_KEY_SIZE);
  crypto_scalarmult_base (public_key, secret);
  return secret;
}

/**
 * sdm_record_key_wrap_for_owner:
 * @wrap: (inout): owner, version, cost, salt and both public keys are given; the rest is filled in
 * @keys: the new data key
 * @sender: the secret key that belongs to the sender's public key
 *
 * Wraps the data key for one whose passphrase or code is not known here.
 *
 * Returns: FALSE where the public key is not one
 */
gboolean
sdm_record_key_wrap_for_owner (SdmRecordKeyWrap    *wrap,
                               const SdmRecordKeys *keys,
                               const guint8         store[SDM_RECORD_ID_SIZE],
                               const guint8        *sender)
{
  g_autoptr (Secret) shared = make_shared_key (sender, wrap->public_key, wrap->sender, wrap->public_key);

  if (shared == NULL)
    return FALSE;

  fill_box (wrap, keys, store, shared);
  return TRUE;
}

/* Passphrases */

static gboolean
derive_key (const SdmRecordCost *cost,
            const guint8         salt[SDM_RECORD_SALT_SIZE],
            gconstpointer        passphrase,
            gsize                size,
            Secret              *key)
{
  return crypto_pwhash_argon2id (key, SDM_RECORD_KEY_SIZE, passphrase, size, salt, cost->passes,
                                 (gsize) cost->memory_kib * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0;
}

/**
 * sdm_record_cost_is_enough:
 *
 * Returns: whether a wrap may have this cost: one below the floor was made to be
 *   guessed, and one far above it to keep the program busy
 */
gboolean
sdm_record_cost_is_enough (const SdmRecordCost *cost)
{
  return cost->passes >= SDM_RECORD_COST_FLOOR_PASSES && cost->passes <= MOST_PASSES &&
         cost->memory_kib >= SDM_RECORD_COST_FLOOR_KIB && cost->memory_kib <= MOST_MEMORY_KIB;
}

/**
 * sdm_record_cost_calibrate:
 *
 * Measures what this computer can do: three passes over 128 MiB, more passes
 * where that takes less than 200 ms, less memory where it takes more than 500,
 * and never below the floor. Takes about a second.
 *
 * Returns: the cost for a new wrap
 */
SdmRecordCost
sdm_record_cost_calibrate (void)
{
  static const guint8 salt[SDM_RECORD_SALT_SIZE] = { 0 };
  SdmRecordCost       cost = { SDM_RECORD_COST_FLOOR_PASSES, USUAL_MEMORY_KIB };
  g_autoptr (Secret) key = new_secret (SDM_RECORD_KEY_SIZE);

  for (;;)
    {
      const gint64   start = g_get_monotonic_time ();
      const gboolean good = derive_key (&cost, salt, "calibration", 11, key);
      const gint64   taken = g_get_monotonic_time () - start;

      if (good && taken < SHORTEST_TRY && cost.passes < MOST_PASSES)
        cost.passes++;
      else if ((!good || taken > LONGEST_TRY) && cost.memory_kib > SDM_RECORD_COST_FLOOR_KIB)
        cost.memory_kib = SDM_RECORD_COST_FLOOR_KIB;
      else
        return cost;
    }
}

/**
 * sdm_record_key_wrap_with_passphrase:
 * @wrap: (inout): owner, version and cost are given; the rest is filled in
 * @keys: the data key
 * @store: the id of the store
 * @passphrase: goes straight to libsodium, and is not copied
 *
 * Fails with %SDM_RECORD_ERROR_IO where there is too little memory.
 */
gboolean
sdm_record_key_wrap_with_passphrase (SdmRecordKeyWrap    *wrap,
                                     const SdmRecordKeys *keys,
                                     const guint8         store[SDM_RECORD_ID_SIZE],
                                     gconstpointer        passphrase,
                                     gsize                size,
                                     GError             **error)
{
  g_autoptr (Secret) key = new_secret (SDM_RECORD_KEY_SIZE);

  g_assert (sdm_record_cost_is_enough (&wrap->cost));

  randombytes_buf (wrap->salt, sizeof wrap->salt);
  if (!derive_key (&wrap->cost, wrap->salt, passphrase, size, key))
    return set_no_memory (error);

  fill_for_own_key (wrap, keys, store, key);
  return TRUE;
}

/**
 * sdm_record_key_unwrap_with_passphrase:
 *
 * Fails with %SDM_RECORD_ERROR_LOCKED, whatever is wrong: the passphrase, the
 * owner, the store, or a wrap that was changed.
 *
 * Returns: (transfer full) (nullable): the data key
 */
SdmRecordKeys *
sdm_record_key_unwrap_with_passphrase (const SdmRecordKeyWrap *wrap,
                                       const guint8            store[SDM_RECORD_ID_SIZE],
                                       gconstpointer           passphrase,
                                       gsize                   size,
                                       GError                **error)
{
  g_autoptr (Secret) key = new_secret (SDM_RECORD_KEY_SIZE);

  if (!sdm_record_cost_is_enough (&wrap->cost))
    {
      sdm_record_key_set_locked (error);
      return NULL;
    }
  if (!derive_key (&wrap->cost, wrap->salt, passphrase, size, key))
    {
      set_no_memory (error);
      return NULL;
    }

  return open_box (wrap, store, key, error);
}

/* The recovery code */

static Secret *
make_code_key (const guint8 store[SDM_RECORD_ID_SIZE],
               const guint8 code[SDM_RECORD_CODE_SIZE])
{
  Secret                  *key = new_secret (SDM_RECORD_KEY_SIZE);
  crypto_generichash_state state;

  crypto_generichash_init (&state, code, SDM_RECORD_CODE_SIZE, SDM_RECORD_KEY_SIZE);
  crypto_generichash_update (&state, (const guint8 *) CODE_DOMAIN, sizeof CODE_DOMAIN);
  crypto_generichash_update (&state, store, SDM_RECORD_ID_SIZE);
  crypto_generichash_final (&state, key, SDM_RECORD_KEY_SIZE);
  sodium_memzero (&state, sizeof state);

  return key;
}

/**
 * sdm_record_key_wrap_with_code:
 * @wrap: (inout): the version is given; the rest is filled in
 * @code: 160 random bits
 */
void
sdm_record_key_wrap_with_code (SdmRecordKeyWrap    *wrap,
                               const SdmRecordKeys *keys,
                               const guint8         store[SDM_RECORD_ID_SIZE],
                               const guint8         code[SDM_RECORD_CODE_SIZE])
{
  g_autoptr (Secret) key = make_code_key (store, code);

  memset (wrap->owner, 0, sizeof wrap->owner);
  memset (&wrap->cost, 0, sizeof wrap->cost);
  memset (wrap->salt, 0, sizeof wrap->salt);
  fill_for_own_key (wrap, keys, store, key);
}

/**
 * sdm_record_key_unwrap_with_code:
 *
 * Fails with %SDM_RECORD_ERROR_LOCKED.
 *
 * Returns: (transfer full) (nullable): the data key
 */
SdmRecordKeys *
sdm_record_key_unwrap_with_code (const SdmRecordKeyWrap *wrap,
                                 const guint8            store[SDM_RECORD_ID_SIZE],
                                 const guint8            code[SDM_RECORD_CODE_SIZE],
                                 GError                **error)
{
  g_autoptr (Secret) key = make_code_key (store, code);

  return open_box (wrap, store, key, error);
}
