/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-rows-private.h"

#include <glib/gi18n.h>

#include "sdm-record-approval-private.h"
#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-seal-private.h"

#define LONGEST_AID (32 * 1024 * 1024)
#define HASH_SIZE   32

/* The hash as the 32 bytes of its 64 digits. */
static gboolean
parse_sha256 (const char *text,
              guint8      hash[HASH_SIZE])
{
  if (text == NULL || strlen (text) != 2 * HASH_SIZE)
    return FALSE;

  memset (hash, 0, HASH_SIZE);
  for (gsize i = 0; i < 2 * HASH_SIZE; i++)
    {
      const int digit = g_ascii_isupper (text[i]) ? -1 : g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      hash[i / 2] = (guint8) (hash[i / 2] << 4 | digit);
    }

  return TRUE;
}

static gboolean
set_no_aid (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                       _("The decision aid that was shown in this consultation is not kept here, so it could not be shown again later."));
  return FALSE;
}

/* Which aids were used is not to be seen without the key. */
static void
index_aid (const SdmRecordKeys *keys,
           const guint8         hash[HASH_SIZE],
           guint8               index[SDM_RECORD_INDEX_SIZE])
{
  sdm_record_keys_index (keys, "aid", hash, HASH_SIZE, index);
}

/*
 * Looks for the row of a hash; while the key is changed it may still stand
 * where the key before put it.
 */
static gboolean
find_aid (SdmRecordFile *file,
          const guint8   hash[HASH_SIZE],
          guint8         index[SDM_RECORD_INDEX_SIZE],
          gboolean      *found,
          GBytes       **sealed, /* nullable */
          GError       **error)
{
  const SdmRecordStatementName name = sealed != NULL ? SDM_RECORD_STATEMENT_GET_AID : SDM_RECORD_STATEMENT_HAS_AID;

  *found = FALSE;
  for (const SdmRecordKeys *keys = file->keys; keys != NULL && !*found; keys = sdm_record_keys_get_older (keys))
    {
      g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);

      if (statement == NULL)
        return FALSE;
      index_aid (keys, hash, index);
      sdm_record_statement_bind_blob (statement, 1, index, SDM_RECORD_INDEX_SIZE);
      if (!sdm_record_statement_next (file, statement, found, error))
        return FALSE;
      if (*found && sealed != NULL)
        *sealed = sdm_record_statement_get_bytes (statement, 0);
    }

  return TRUE;
}

static GBytes *
unseal_aid (SdmRecordFile *file,
            const guint8   index[SDM_RECORD_INDEX_SIZE],
            GBytes        *sealed,
            GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, "aid.body", index, 0);
  GBytes              *bytes = sdm_record_unseal (file->keys, &place, sealed, NULL);

  if (bytes == NULL)
    sdm_record_rows_set_damaged (error);
  return bytes;
}

/* What was shown must be there to be shown again. */
gboolean
sdm_record_aids_check_kept (SdmRecordFile       *file,
                            const SdmRecordHead *head,
                            GError             **error)
{
  guint8   hash[HASH_SIZE];
  guint8   index[SDM_RECORD_INDEX_SIZE];
  gboolean found;

  if (head->aid_sha256 == NULL && head->aid_id == NULL)
    return TRUE;
  if (!parse_sha256 (head->aid_sha256, hash))
    return set_no_aid (error);

  return find_aid (file, hash, index, &found, NULL, error) && (found || set_no_aid (error));
}

static void
hash_aid (GBytes *bytes,
          guint8  hash[HASH_SIZE])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = HASH_SIZE;

  g_checksum_update (checksum, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_checksum_get_digest (checksum, hash, &size);
}

char *
sdm_record_aids_put (SdmRecordFile *file,
                     GBytes        *bytes,
                     GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = NULL;
  g_autoptr (GBytes) sealed = NULL;
  SdmRecordPlace place;
  gboolean       found;
  gboolean       good;
  guint8         hash[HASH_SIZE];
  guint8         index[SDM_RECORD_INDEX_SIZE];

  if (g_bytes_get_size (bytes) == 0 || g_bytes_get_size (bytes) > LONGEST_AID)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("This decision aid is empty or too long to be kept."));
      return NULL;
    }

  hash_aid (bytes, hash);
  if (!find_aid (file, hash, index, &found, NULL, error))
    return NULL;
  if (found)
    return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  index_aid (file->keys, hash, index);
  place = sdm_record_file_make_place (file, "aid.body", index, 0);
  sealed = sdm_record_seal (file->keys, &place, bytes);
  statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_PUT_AID, error);
  if (statement == NULL || !sdm_record_file_begin (file, error))
    return NULL;

  sdm_record_statement_bind_blob (statement, 1, index, sizeof index);
  sdm_record_statement_bind_bytes (statement, 2, sealed);
  good = sdm_record_statement_run (file, statement, error);
  if (good && sqlite3_changes (file->db) > 0)
    good = sdm_record_audit_add (file, sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_AID_ADD, NULL, 0, sealed), error);
  if (!sdm_record_file_end (file, good, error))
    return NULL;

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

GBytes *
sdm_record_aids_get (SdmRecordFile *file,
                     const char    *sha256,
                     GError       **error)
{
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint8   hash[HASH_SIZE];
  guint8   found_hash[HASH_SIZE];
  guint8   index[SDM_RECORD_INDEX_SIZE];
  gboolean found;

  if (!parse_sha256 (sha256, hash))
    {
      set_no_aid (error);
      return NULL;
    }

  if (!find_aid (file, hash, index, &found, &sealed, error))
    return NULL;
  if (!found)
    {
      set_no_aid (error);
      return NULL;
    }

  bytes = unseal_aid (file, index, sealed, error);
  if (bytes == NULL)
    return NULL;
  hash_aid (bytes, found_hash);
  if (memcmp (hash, found_hash, HASH_SIZE) != 0)
    {
      sdm_record_rows_set_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/* One row of aid_index and body. */
gboolean
sdm_record_aids_check_row (SdmRecordFile      *file,
                           SdmRecordStatement *statement,
                           GError            **error)
{
  g_autoptr (GBytes) sealed = sdm_record_statement_get_bytes (statement, 1);
  g_autoptr (GBytes) bytes = NULL;
  const void *key = sqlite3_column_blob (statement, 0);
  guint8      hash[HASH_SIZE];
  guint8      index[SDM_RECORD_INDEX_SIZE];

  if (key == NULL || sqlite3_column_bytes (statement, 0) != SDM_RECORD_INDEX_SIZE)
    return sdm_record_rows_set_damaged (error);
  if (sdm_record_approvals_is_one (file, key, sealed))
    return TRUE;
  bytes = unseal_aid (file, key, sealed, error);
  if (bytes == NULL)
    return FALSE;

  hash_aid (bytes, hash);
  for (const SdmRecordKeys *keys = file->keys; keys != NULL; keys = sdm_record_keys_get_older (keys))
    {
      index_aid (keys, hash, index);
      if (memcmp (key, index, sizeof index) == 0)
        return TRUE;
    }
  return sdm_record_rows_set_damaged (error);
}

/**
 * sdm_record_aids_reseal:
 * @index: where it stands
 * @sealed: (inout): the aid; as it is to stand afterwards
 * @new_index: (out): where
 *
 * Seals an aid, or an approval, with the new key, for its new place.
 *
 * Returns: FALSE where it is damaged and stays as it is
 */
gboolean
sdm_record_aids_reseal (SdmRecordFile *file,
                        const guint8   index[SDM_RECORD_INDEX_SIZE],
                        GBytes       **sealed,
                        guint8         new_index[SDM_RECORD_INDEX_SIZE])
{
  g_autoptr (GBytes) bytes = unseal_aid (file, index, *sealed, NULL);
  SdmRecordPlace place;
  guint8         hash[HASH_SIZE];

  if (bytes == NULL)
    return sdm_record_approvals_reseal (file, index, sealed, new_index);

  hash_aid (bytes, hash);
  index_aid (file->keys, hash, new_index);
  place = sdm_record_file_make_place (file, "aid.body", new_index, 0);
  g_bytes_unref (*sealed);
  *sealed = sdm_record_seal (file->keys, &place, bytes);
  return TRUE;
}
