/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-closing-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"

/*
 * Whether real records are as they were when they were last closed here. A whole
 * file that is older shows by the mark beside it. A row that is older, and so has
 * a seal that holds, shows by the hash of all rows that can change, which the last
 * event tells when the file was closed properly.
 */

#define HASH_SIZE 32

/* What each row is told by: the nonce of a seal is never the same twice, and the version of a patient is bound to it. */
static const char *const selects[] = {
  "SELECT consultation_id, substr (head, 1, 32), substr (body, 1, 32) FROM draft ORDER BY consultation_id",
  "SELECT id, version, NULL FROM patient ORDER BY rowid",
  "SELECT id, mark, substr (body, 1, 32) FROM clinician ORDER BY id",
  "SELECT owner, version, box FROM key_wrap ORDER BY owner",
  "SELECT one, confirmed_us, substr (body, 1, 32) FROM recovery",
  "SELECT aid_index, substr (body, 1, 32), NULL FROM aid ORDER BY aid_index",
};

#define N_COLUMNS 3

/* Each with its length, so that nothing can pass from one to the next. */
static void
add_column (crypto_generichash_state *state,
            sqlite3_stmt             *statement,
            int                       column)
{
  const gboolean is_number = sqlite3_column_type (statement, column) == SQLITE_INTEGER;
  const guint64  number = GUINT64_TO_LE ((guint64) sqlite3_column_int64 (statement, column));
  const guint32  size = is_number ? sizeof number : (guint32) sqlite3_column_bytes (statement, column);
  const guint32  size_before = GUINT32_TO_LE (size);

  crypto_generichash_update (state, (const guint8 *) &size_before, sizeof size_before);
  if (is_number)
    crypto_generichash_update (state, (const guint8 *) &number, sizeof number);
  else if (size > 0)
    crypto_generichash_update (state, sqlite3_column_blob (statement, column), size);
}

static gboolean
add_rows (SdmRecordFile            *file,
          crypto_generichash_state *state,
          const char               *select,
          GError                  **error)
{
  sqlite3_stmt *statement = NULL;
  int           result = sqlite3_prepare_v2 (file->db, select, -1, &statement, NULL);

  if (result == SQLITE_OK)
    while ((result = sqlite3_step (statement)) == SQLITE_ROW)
      for (int i = 0; i < N_COLUMNS; i++)
        add_column (state, statement, i);
  if (result != SQLITE_DONE)
    sdm_record_connection_set_error (error, file->db, SDM_RECORD_READING);
  sqlite3_finalize (statement);

  return result == SQLITE_DONE;
}

/**
 * sdm_record_closing_hash:
 *
 * Returns: (transfer full) (nullable): a hash of all rows of a kind that can change, as
 *   hexadecimal digits
 */
char *
sdm_record_closing_hash (SdmRecordFile *file,
                         GError       **error)
{
  crypto_generichash_state state;
  guint8                   hash[HASH_SIZE];
  char                     digits[2 * HASH_SIZE + 1];

  crypto_generichash_init (&state, NULL, 0, HASH_SIZE);
  for (gsize i = 0; i < G_N_ELEMENTS (selects); i++)
    if (!add_rows (file, &state, selects[i], error))
      return NULL;
  crypto_generichash_final (&state, hash, sizeof hash);

  return g_strdup (sodium_bin2hex (digits, sizeof digits, hash, sizeof hash));
}

/* With another key the macs are others, while it is changed some. */
static gboolean
has_mac (SdmRecordFile       *file,
         const SdmRecordMark *mark)
{
  return mark->epoch == sdm_record_keys_get_epoch (file->keys) && sdm_record_keys_get_older (file->keys) == NULL &&
         !sodium_is_zero (mark->head.mac, sizeof mark->head.mac);
}

/* Whether the chain does not go through where it ended last. */
static gboolean
is_older (SdmRecordFile       *file,
          const SdmRecordMark *mark,
          gboolean            *older,
          GError             **error)
{
  g_autoptr (SdmRecordStatement) statement = NULL;
  gboolean has_row;

  *older = mark->epoch > 0 && file->audit.seq < mark->head.seq;
  if (mark->epoch == 0 || *older || !has_mac (file, mark))
    return TRUE;

  statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_EVENTS_FROM, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, mark->head.seq);
  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;
  *older = !has_row || sqlite3_column_bytes (statement, 2) != SDM_RECORD_MAC_SIZE ||
           memcmp (sqlite3_column_blob (statement, 2), mark->head.mac, SDM_RECORD_MAC_SIZE) != 0;
  return TRUE;
}

static gboolean
is_changed (SdmRecordFile *file,
            gboolean      *changed,
            GError       **error)
{
  g_autofree char *hash = NULL;

  *changed = FALSE;
  if (file->closed_hash == NULL)
    return TRUE;

  hash = sdm_record_closing_hash (file, error);
  *changed = g_strcmp0 (hash, file->closed_hash) != 0;
  return hash != NULL;
}

static gboolean
is_refused_one (SdmRecordFile       *file,
                const SdmRecordMark *mark)
{
  return mark->refused.seq == file->audit.seq && memcmp (mark->refused.mac, file->audit.mac, SDM_RECORD_MAC_SIZE) == 0;
}

static gboolean
refuse (SdmRecordFile *file,
        SdmRecordMark *mark,
        gboolean       older,
        GError       **error)
{
  mark->refused = file->audit;
  sdm_record_mark_write (file, mark);
  if (older)
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_OLDER,
                         _("These records are older than when they were last closed here: an older copy stands in their place. Nothing was changed. Look for the newer file, or sign in once more to use this one; that is noted."));
  else
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_OLDER,
                         _("Something in these records is not as it was when they were last closed here: it was damaged, or put back to how it was before. Nothing was changed. Put back a backup, or sign in once more to use them as they are; that is noted."));
  return FALSE;
}

static gboolean
note (SdmRecordFile *file,
      gboolean       older,
      GError       **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, older ? SDM_RECORD_AUDIT_RESTORE : SDM_RECORD_AUDIT_CHECK, NULL, 0, NULL);

  file->takes_older = older;
  event->outcome = g_strdup (older ? "older-file" : "changed-while-closed");
  return sdm_record_audit_note (file, event, error);
}

/**
 * sdm_record_closing_check:
 * @file: real records whose chain was looked at
 *
 * Fails with %SDM_RECORD_ERROR_OLDER where they are not as they were when they
 * were closed here, but the second time: then somebody means it, and it is noted.
 */
gboolean
sdm_record_closing_check (SdmRecordFile *file,
                          GError       **error)
{
  SdmRecordMark mark;
  gboolean      older;
  gboolean      changed;

  if (file->kind != SDM_RECORD_STORE_REAL || file->is_restored)
    return TRUE;

  mark = sdm_record_mark_read (file);
  if (!is_older (file, &mark, &older, error) || !is_changed (file, &changed, error))
    return FALSE;
  if (!older && !changed)
    return TRUE;
  if (!is_refused_one (file, &mark))
    return refuse (file, &mark, older, error);

  return note (file, older, error);
}
