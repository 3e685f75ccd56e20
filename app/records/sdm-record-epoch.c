/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-epoch-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-error.h"
#include "sdm-record-seal-private.h"

/*
 * Data keys by their number. The proof of one is an empty document sealed with
 * it, and the public key of the sender behind that where it came by changing
 * the key. While that is under way the key before stands in the place of its
 * own proof, sealed with the new one:
 *
 *   the data key, 32 bytes | number of the last event that is chained anew, i64 LE | its mac before, 32 bytes
 */
#define SEQ_PLACE  SDM_RECORD_KEY_SIZE
#define MAC_PLACE  (SEQ_PLACE + 8)
#define OLDER_SIZE (MAC_PLACE + SDM_RECORD_MAC_SIZE)

#define PROOF_BLOCK 256

static SdmRecordPlace
make_older_place (SdmRecordFile *file,
                  guint32        number)
{
  return sdm_record_file_make_place (file, "epoch.older", file->id, number);
}

/**
 * sdm_record_epoch_add:
 * @file: with a new key, in a transaction
 * @sender: (nullable): the public key that stands beside it
 *
 * Notes a new key, so that a wrong one is told at once.
 */
gboolean
sdm_record_epoch_add (SdmRecordFile *file,
                      gint64         now,
                      const guint8  *sender,
                      GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, "epoch.proof", file->id,
                                                           sdm_record_keys_get_epoch (file->keys));
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) proof = sdm_record_seal (file->keys, &place, nothing);
  g_autoptr (GByteArray) row = g_byte_array_new ();

  g_byte_array_append (row, g_bytes_get_data (proof, NULL), (guint) g_bytes_get_size (proof));
  if (sender != NULL)
    g_byte_array_append (row, sender, SDM_RECORD_KEY_SIZE);

  return sdm_record_connection_run (file->db, SDM_RECORD_OPENING, error,
                                    "INSERT INTO epoch (number, created_us, proof) VALUES ($1, $2, $3)",
                                    "iib", (gint64) place.version, now, row->data, (gsize) row->len);
}

/* Both parts; zeros where there is no sender. NULL where there is no such epoch. */
static gboolean
read_proof (SdmRecordFile *file,
            guint32        number,
            GBytes       **proof,
            guint8         sender[SDM_RECORD_KEY_SIZE],
            GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_PROOF, error);
  g_autoptr (GBytes) row = NULL;
  gboolean found;
  gsize    size;

  *proof = NULL;
  memset (sender, 0, SDM_RECORD_KEY_SIZE);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, number);
  if (!sdm_record_statement_next (file, statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  row = sdm_record_statement_get_bytes (statement, 0);
  size = g_bytes_get_size (row);
  if (size == SDM_RECORD_SEAL_SIZE + PROOF_BLOCK + SDM_RECORD_KEY_SIZE)
    {
      size -= SDM_RECORD_KEY_SIZE;
      memcpy (sender, (const guint8 *) g_bytes_get_data (row, NULL) + size, SDM_RECORD_KEY_SIZE);
    }
  *proof = g_bytes_new_from_bytes (row, 0, size);
  return TRUE;
}

/**
 * sdm_record_epoch_get_sender:
 * @sender: (out): the public key beside this epoch, zeros where there is none
 */
gboolean
sdm_record_epoch_get_sender (SdmRecordFile *file,
                             guint32        number,
                             guint8         sender[SDM_RECORD_KEY_SIZE],
                             GError       **error)
{
  g_autoptr (GBytes) proof = NULL;

  return read_proof (file, number, &proof, sender, error);
}

static gboolean
set_wrong_key (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NO_KEY,
                       _("The key is not the one with which these consultations were sealed. They were left as they are. Put the key back from the same backup as the file."));
  return FALSE;
}

/**
 * sdm_record_epoch_check:
 *
 * A wrong key is told at once, and not as damage of every document.
 */
gboolean
sdm_record_epoch_check (SdmRecordFile *file,
                        GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, "epoch.proof", file->id,
                                                           sdm_record_keys_get_epoch (file->keys));
  g_autoptr (GBytes) proof = NULL;
  g_autoptr (GBytes) nothing = NULL;
  guint8 sender[SDM_RECORD_KEY_SIZE];

  if (!read_proof (file, place.version, &proof, sender, error))
    return FALSE;
  if (proof != NULL)
    nothing = sdm_record_unseal (file->keys, &place, proof, NULL);

  return nothing != NULL || set_wrong_key (error);
}

/* The key before */

/**
 * sdm_record_epoch_keep_older:
 * @file: with both keys, in a transaction
 * @rechained: up to where the chain of events is written anew
 *
 * Keeps the key before for as long as something is sealed with it.
 */
gboolean
sdm_record_epoch_keep_older (SdmRecordFile            *file,
                             const SdmRecordAuditHead *rechained,
                             GError                  **error)
{
  const SdmRecordKeys *older = sdm_record_keys_get_older (file->keys);
  const SdmRecordPlace place = make_older_place (file, sdm_record_keys_get_epoch (older));
  const gint64         seq = GINT64_TO_LE (rechained->seq);
  guint8               text[OLDER_SIZE];
  g_autoptr (GBytes) plain = g_bytes_new_static (text, sizeof text);
  g_autoptr (GBytes) sealed = NULL;

  memcpy (text, sdm_record_keys_get_data_key (older), SDM_RECORD_KEY_SIZE);
  memcpy (text + SEQ_PLACE, &seq, sizeof seq);
  memcpy (text + MAC_PLACE, rechained->mac, SDM_RECORD_MAC_SIZE);
  sealed = sdm_record_seal (file->keys, &place, plain);
  sodium_memzero (text, sizeof text);

  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "UPDATE epoch SET proof = $1 WHERE number = $2", "bi",
                                    g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), (gint64) place.version);
}

static gboolean
take_older (SdmRecordFile *file,
            guint32        number,
            GBytes        *sealed,
            GError       **error)
{
  const SdmRecordPlace place = make_older_place (file, number);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, NULL);
  const guint8 *text;
  gint64        seq;

  if (plain == NULL || g_bytes_get_size (plain) != OLDER_SIZE)
    return set_wrong_key (error);

  text = g_bytes_get_data (plain, NULL);
  memcpy (&seq, text + SEQ_PLACE, sizeof seq);
  file->rechained.seq = GINT64_FROM_LE (seq);
  memcpy (file->rechained.mac, text + MAC_PLACE, SDM_RECORD_MAC_SIZE);
  sdm_record_keys_take_older (file->keys, sdm_record_keys_new (number, text));
  sodium_memzero ((gpointer) text, OLDER_SIZE);
  return TRUE;
}

/**
 * sdm_record_epoch_load_older:
 * @file: with its key
 *
 * Loads the key before, where not everything is sealed with the new one yet.
 */
gboolean
sdm_record_epoch_load_older (SdmRecordFile *file,
                             GError       **error)
{
  const gint64 current = sdm_record_keys_get_epoch (file->keys);
  gint64       number;
  g_autoptr (GBytes) sealed = NULL;
  guint8 sender[SDM_RECORD_KEY_SIZE];

  file->rechained = (SdmRecordAuditHead){ 0 };
  if (!sdm_record_connection_get_number (file->db, "SELECT min (number) FROM epoch", &number, error))
    return FALSE;
  if (number < 1 || number >= current)
    return TRUE;

  if (!read_proof (file, (guint32) number, &sealed, sender, error))
    return FALSE;
  return sealed != NULL ? take_older (file, (guint32) number, sealed, error) : set_wrong_key (error);
}

/**
 * sdm_record_epoch_wipe_older:
 * @file: in a transaction; nothing is sealed with the key before any more
 *
 * Forgets the key before in the file.
 */
gboolean
sdm_record_epoch_wipe_older (SdmRecordFile *file,
                             GError       **error)
{
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, "DELETE FROM epoch WHERE number < $1", "i",
                                    (gint64) sdm_record_keys_get_epoch (file->keys));
}
