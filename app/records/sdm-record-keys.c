/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-keys-private.h"

#include <sodium.h>

struct _SdmRecordKeys
{
  guint32 epoch;
  guint8  data_key[SDM_RECORD_KEY_SIZE];
  guint8  subkeys[SDM_RECORD_N_KEYS][SDM_RECORD_KEY_SIZE];
};

/* What libsodium calls contexts: eight bytes each. They are part of the format of the file. */
static const char contexts[][crypto_kdf_CONTEXTBYTES] = {
  [SDM_RECORD_KEY_RECORD] = "record",
  [SDM_RECORD_KEY_INDEX] = "index",
  [SDM_RECORD_KEY_AUDIT] = "audit",
  [SDM_RECORD_KEY_EXPORT] = "export",
};

#define SUBKEY_ID 1

G_STATIC_ASSERT (G_N_ELEMENTS (contexts) == SDM_RECORD_N_KEYS);
G_STATIC_ASSERT (SDM_RECORD_KEY_SIZE == crypto_kdf_KEYBYTES);

static SdmRecordKeys *
allocate (guint32 epoch)
{
  SdmRecordKeys *keys;

  if (sodium_init () < 0)
    g_error ("libsodium could not be started");
  keys = sodium_malloc (sizeof *keys);
  if (keys == NULL)
    g_error ("There is no memory for a key");
  keys->epoch = epoch;

  return keys;
}

/* Fills in the subkeys, and lets nothing write there any more. */
static SdmRecordKeys *
derive (SdmRecordKeys *keys)
{
  for (gsize i = 0; i < SDM_RECORD_N_KEYS; i++)
    crypto_kdf_derive_from_key (keys->subkeys[i], SDM_RECORD_KEY_SIZE, SUBKEY_ID, contexts[i], keys->data_key);
  sodium_mprotect_readonly (keys);

  return keys;
}

/**
 * sdm_record_keys_new:
 * @epoch: the number of the data key, from 1
 * @data_key: the data key
 *
 * Returns: (transfer full): the key with its subkeys
 */
SdmRecordKeys *
sdm_record_keys_new (guint32      epoch,
                     const guint8 data_key[SDM_RECORD_KEY_SIZE])
{
  SdmRecordKeys *keys = allocate (epoch);

  memcpy (keys->data_key, data_key, SDM_RECORD_KEY_SIZE);
  return derive (keys);
}

SdmRecordKeys *
sdm_record_keys_new_random (guint32 epoch)
{
  SdmRecordKeys *keys = allocate (epoch);

  randombytes_buf (keys->data_key, SDM_RECORD_KEY_SIZE);
  return derive (keys);
}

/**
 * sdm_record_keys_free:
 * @keys: (transfer full): the keys, which are wiped
 */
void
sdm_record_keys_free (SdmRecordKeys *keys)
{
  sodium_free (keys);
}

guint32
sdm_record_keys_get_epoch (const SdmRecordKeys *keys)
{
  return keys->epoch;
}

/**
 * sdm_record_keys_get_data_key:
 *
 * Returns: (transfer none): the data key itself, to be wrapped and for nothing else
 */
const guint8 *
sdm_record_keys_get_data_key (const SdmRecordKeys *keys)
{
  return keys->data_key;
}

const guint8 *
sdm_record_keys_get (const SdmRecordKeys *keys,
                     SdmRecordKeyUse      use)
{
  return keys->subkeys[use];
}

/* Blind indexes */

/**
 * sdm_record_keys_index:
 * @domain: what kind of value it is, so that two kinds never give the same index
 * @value: the value
 * @size: its size
 * @index: (out): the index
 *
 * Makes a blind index: keyed BLAKE2b of the domain, a NUL and the value. Who
 * has the file but not the key learns only which are the same.
 */
void
sdm_record_keys_index (const SdmRecordKeys *keys,
                       const char          *domain,
                       gconstpointer        value,
                       gsize                size,
                       guint8               index[SDM_RECORD_INDEX_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, sdm_record_keys_get (keys, SDM_RECORD_KEY_INDEX), SDM_RECORD_KEY_SIZE,
                           SDM_RECORD_INDEX_SIZE);
  crypto_generichash_update (&state, (const guint8 *) domain, strlen (domain) + 1);
  crypto_generichash_update (&state, value, size);
  crypto_generichash_final (&state, index, SDM_RECORD_INDEX_SIZE);
  sodium_memzero (&state, sizeof state);
}

/**
 * sdm_record_keys_index_nhs_number:
 * @digits: ten digits
 * @index: (out): where a patient with this number is found
 */
void
sdm_record_keys_index_nhs_number (const SdmRecordKeys *keys,
                                  const char          *digits,
                                  guint8               index[SDM_RECORD_INDEX_SIZE])
{
  sdm_record_keys_index (keys, "nhs", digits, strlen (digits), index);
}

/**
 * sdm_record_keys_index_person:
 * @surname: as it was typed
 * @birth_date: YYYY-MM-DD
 * @index: (out): where people of this surname and date of birth are found
 *
 * Returns: %FALSE where the surname has no letter, and no index was made
 */
gboolean
sdm_record_keys_index_person (const SdmRecordKeys *keys,
                              const char          *surname,
                              const char          *birth_date,
                              guint8               index[SDM_RECORD_INDEX_SIZE])
{
  g_autofree char *folded = sdm_record_fold_name (surname);
  g_autofree char *value = g_strconcat (folded, "|", birth_date, NULL);

  if (*folded == '\0')
    return FALSE;

  sdm_record_keys_index (keys, "sd", value, strlen (value), index);
  return TRUE;
}

/**
 * sdm_record_fold_name:
 * @name: a name as it was typed
 *
 * Leaves only the letters, without case and accents: "O’Brien-Żak" and
 * "obrien zak" are the same.
 *
 * Returns: (transfer full): the folded name, maybe empty
 */
char *
sdm_record_fold_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *caseless = g_utf8_casefold (valid, -1);
  g_autofree char *apart = g_utf8_normalize (caseless, -1, G_NORMALIZE_ALL);
  GString         *folded = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));

  return g_string_free (folded, FALSE);
}
