/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-clinicians-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-epoch-private.h"
#include "sdm-record-error.h"
#include "sdm-record-pair-private.h"
#include "sdm-record-recovery-private.h"

/* Who may open the file of real records, and how its key is got at. */

#define MARK_SIZE 16

/* Tries that are not slowed down, and the longest that one has to wait. */
#define FREE_TRIES   3
#define LONGEST_WAIT (5 * G_TIME_SPAN_MINUTE)

/*
 * The mark of the name that is typed to sign in, to find a wrap before there is a key.
 * It hides the name from a glance at the file, and from no more than that.
 */
static void
make_mark (SdmRecordFile *file,
           const char    *name,
           guint8         mark[MARK_SIZE])
{
  g_autofree char         *folded = sdm_record_fold_name (name);
  crypto_generichash_state state;

  crypto_generichash_init (&state, file->id, SDM_RECORD_ID_SIZE, MARK_SIZE);
  crypto_generichash_update (&state, (const guint8 *) "clinician", sizeof "clinician");
  crypto_generichash_update (&state, (const guint8 *) folded, strlen (folded));
  crypto_generichash_final (&state, mark, MARK_SIZE);
}

/* Adding */

/**
 * sdm_record_clinicians_add_wrap:
 *
 * Keeps a wrapped key, in the place of an earlier one of the same owner.
 */
gboolean
sdm_record_clinicians_add_wrap (SdmRecordFile          *file,
                                const SdmRecordKeyWrap *wrap,
                                GError                **error)
{
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "INSERT INTO key_wrap (owner, version, epoch, passes, memory_kib, salt, box)"
                                    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
                                    " ON CONFLICT (owner) DO UPDATE SET version = excluded.version, epoch = excluded.epoch,"
                                    " passes = excluded.passes, memory_kib = excluded.memory_kib,"
                                    " salt = excluded.salt, box = excluded.box",
                                    "biiiibb", wrap->owner, sizeof wrap->owner, (gint64) wrap->version, (gint64) wrap->epoch,
                                    (gint64) wrap->cost.passes, (gint64) wrap->cost.memory_kib,
                                    wrap->salt, sizeof wrap->salt, wrap->box, sizeof wrap->box);
}

static gboolean
read_known (SdmRecordFile      *file,
            SdmRecordStatement *statement,
            SdmRecordClinician *clinician,
            GError            **error)
{
  g_autoptr (GBytes) body = sdm_record_statement_get_bytes (statement, 1);

  /* The file checks the size of it. */
  memcpy (clinician->id, sqlite3_column_blob (statement, 0), SDM_RECORD_ID_SIZE);
  clinician->version = (guint32) sqlite3_column_int64 (statement, 2);
  clinician->is_known = TRUE;
  return sdm_record_pair_unseal (file, "clinician.body", clinician->id, body, &clinician->name, &clinician->role,
                                 clinician->public_key, error);
}

/**
 * sdm_record_clinicians_find:
 * @file: with its key
 * @name: as it is typed
 * @clinician: (out caller-allocates): who has this name
 */
gboolean
sdm_record_clinicians_find (SdmRecordFile      *file,
                            const char         *name,
                            SdmRecordClinician *clinician,
                            GError            **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_CLINICIAN_BY_MARK, error);
  guint8   mark[MARK_SIZE];
  gboolean found;

  *clinician = (SdmRecordClinician){ .is_known = FALSE };
  if (statement == NULL)
    return FALSE;

  make_mark (file, name, mark);
  sdm_record_statement_bind_blob (statement, 1, mark, sizeof mark);
  return sdm_record_statement_next (file, statement, &found, error) &&
         (!found || read_known (file, statement, clinician, error));
}

void
sdm_record_clinician_clear (SdmRecordClinician *clinician)
{
  g_clear_pointer (&clinician->name, g_free);
  g_clear_pointer (&clinician->role, g_free);
}

/**
 * sdm_record_clinicians_add:
 * @file: with its key, in a transaction
 * @access: a name and a passphrase
 * @role: (nullable): the clinician's role; %NULL for the one that is known
 *
 * Lets a clinician in, or one who was in before with a new passphrase. Takes as
 * long as a passphrase takes.
 */
gboolean
sdm_record_clinicians_add (SdmRecordFile         *file,
                           const SdmRecordAccess *access,
                           const char            *role,
                           gint64                 now,
                           GError               **error)
{
  g_auto (SdmRecordClinician) known = { FALSE };
  SdmRecordKeyWrap wrap = { .cost = access->cost };
  g_autoptr (GBytes) body = NULL;
  guint8 mark[MARK_SIZE];

  if (!sdm_record_clinicians_find (file, access->name, &known, error))
    return FALSE;

  sdm_record_id_make (now, wrap.owner);
  if (known.is_known)
    memcpy (wrap.owner, known.id, sizeof wrap.owner);
  wrap.version = known.version + 1;
  if (wrap.cost.passes == 0)
    wrap.cost = sdm_record_cost_calibrate ();
  if (!sdm_record_key_wrap_with_passphrase (&wrap, file->keys, file->id, access->secret, access->size, error))
    return FALSE;

  if (role == NULL)
    role = known.role != NULL ? known.role : "";
  make_mark (file, access->name, mark);
  body = sdm_record_pair_seal (file, "clinician.body", wrap.owner, known.is_known ? known.name : access->name, role, wrap.public_key);
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "INSERT INTO clinician (id, mark, body) VALUES ($1, $2, $3)"
                                    " ON CONFLICT (id) DO UPDATE SET body = excluded.body",
                                    "bbb", wrap.owner, sizeof wrap.owner, mark, sizeof mark,
                                    g_bytes_get_data (body, NULL), g_bytes_get_size (body)) &&
         sdm_record_clinicians_add_wrap (file, &wrap, error);
}

/* Signing in */

/**
 * sdm_record_clinicians_read_wrap:
 * @statement: a row of all columns of key_wrap
 */
void
sdm_record_clinicians_read_wrap (SdmRecordStatement *statement,
                                 SdmRecordKeyWrap   *wrap)
{
  /* The file checks the sizes of these. */
  memcpy (wrap->owner, sqlite3_column_blob (statement, 0), sizeof wrap->owner);
  wrap->version = (guint32) sqlite3_column_int64 (statement, 1);
  wrap->epoch = (guint32) sqlite3_column_int64 (statement, 2);
  wrap->cost.passes = (guint32) sqlite3_column_int64 (statement, 3);
  wrap->cost.memory_kib = (guint32) sqlite3_column_int64 (statement, 4);
  memcpy (wrap->salt, sqlite3_column_blob (statement, 5), sizeof wrap->salt);
  memcpy (wrap->box, sqlite3_column_blob (statement, 6), sizeof wrap->box);
}

static gboolean
has_sizes (SdmRecordStatement *statement)
{
  return sqlite3_column_bytes (statement, 0) == SDM_RECORD_ID_SIZE &&
         sqlite3_column_bytes (statement, 5) == SDM_RECORD_SALT_SIZE &&
         sqlite3_column_bytes (statement, 6) == SDM_RECORD_BOX_SIZE;
}

/* The wrap for a name, or for the recovery code. */
static gboolean
find_wrap (SdmRecordFile         *file,
           const SdmRecordAccess *access,
           SdmRecordKeyWrap      *wrap,
           GError               **error)
{
  static const guint8 nobody[SDM_RECORD_ID_SIZE] = { 0 };
  g_autoptr (SdmRecordStatement) statement = NULL;
  guint8   mark[MARK_SIZE];
  gboolean found;

  statement = sdm_record_statement_get (file,
                                        access->code != NULL ? SDM_RECORD_STATEMENT_WRAP_BY_OWNER
                                                             : SDM_RECORD_STATEMENT_WRAP_BY_MARK,
                                        error);
  if (statement == NULL)
    return FALSE;

  if (access->code == NULL)
    make_mark (file, access->name, mark);
  sdm_record_statement_bind_blob (statement, 1, access->code != NULL ? nobody : mark, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_next (file, statement, &found, error))
    return FALSE;
  if (!found || !has_sizes (statement))
    return sdm_record_key_set_locked (error);

  sdm_record_clinicians_read_wrap (statement, wrap);
  return sdm_record_epoch_get_sender (file, wrap->epoch, wrap->sender, error);
}

/**
 * sdm_record_clinicians_sign_in_as:
 * @id: of a clinician
 *
 * From now on what is done is done by this person.
 */
gboolean
sdm_record_clinicians_sign_in_as (SdmRecordFile *file,
                                  const guint8   id[SDM_RECORD_ID_SIZE],
                                  GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_CLINICIAN, error);
  g_autoptr (GBytes) body = NULL;
  gboolean found;

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_next (file, statement, &found, error))
    return FALSE;
  if (!found)
    return sdm_record_key_set_locked (error);

  body = sdm_record_statement_get_bytes (statement, 0);
  g_clear_pointer (&file->clinician, g_free);
  g_clear_pointer (&file->clinician_name, g_free);
  g_clear_pointer (&file->clinician_role, g_free);
  file->clinician = sdm_record_id_format (id);
  return sdm_record_pair_unseal (file, "clinician.body", id, body, &file->clinician_name, &file->clinician_role, NULL, error);
}

/* Seconds that one has to wait after so many failures. */
static gint64
get_wait (gint64 failures)
{
  if (failures < FREE_TRIES)
    return 0;
  return MIN (LONGEST_WAIT, G_TIME_SPAN_SECOND << MIN (failures - FREE_TRIES, 20));
}

static gboolean
check_pace (SdmRecordFile *file,
            GError       **error)
{
  gint64 failures;
  gint64 last;
  gint64 left;

  if (!sdm_record_connection_get_number (file->db, "SELECT failures FROM attempt", &failures, error) ||
      !sdm_record_connection_get_number (file->db, "SELECT last_us FROM attempt", &last, error))
    return FALSE;

  left = MIN (last, g_get_real_time ()) + get_wait (failures) - g_get_real_time ();
  if (left <= 0)
    return TRUE;

  left = left / G_TIME_SPAN_SECOND + 1;
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED,
               ngettext ("There were too many tries. Wait %u second, then try again.",
                         "There were too many tries. Wait %u seconds, then try again.", (gulong) left),
               (guint) left);
  return FALSE;
}

static SdmRecordKeys *
unwrap (SdmRecordFile         *file,
        const SdmRecordAccess *access,
        SdmRecordKeyWrap      *wrap,
        GError               **error)
{
  if (!find_wrap (file, access, wrap, error))
    return NULL;
  if (access->code != NULL)
    return sdm_record_key_unwrap_with_code (wrap, file->id, access->code, error);

  return sdm_record_key_unwrap_with_passphrase (wrap, file->id, access->secret, access->size, error);
}

/* Where a try fails, it is counted, and nobody is told that it did before it is. */
static SdmRecordKeys *
try_unwrap (SdmRecordFile         *file,
            const SdmRecordAccess *access,
            SdmRecordKeyWrap      *wrap,
            GError               **error)
{
  g_autoptr (GError) failure = NULL;
  SdmRecordKeys *keys;

  if (!file->is_only_read && !check_pace (file, error))
    return NULL;

  keys = unwrap (file, access, wrap, &failure);
  if (keys != NULL)
    return keys;
  if (g_error_matches (failure, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED) && !file->is_only_read &&
      !sdm_record_connection_run (file->db, SDM_RECORD_OPENING, error,
                                  "UPDATE attempt SET failures = failures + 1, last_us = $1", "i", g_get_real_time ()))
    return NULL;

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/**
 * sdm_record_clinicians_unlock:
 * @file: whose key is not known yet
 * @access: (nullable): what somebody signs in with
 *
 * Gets the key. Fails with %SDM_RECORD_ERROR_LOCKED whatever is wrong, and after
 * some failures only lets one try again after a while.
 */
gboolean
sdm_record_clinicians_unlock (SdmRecordFile         *file,
                              const SdmRecordAccess *access,
                              GError               **error)
{
  SdmRecordKeyWrap wrap = { 0 };

  if (access == NULL)
    return sdm_record_key_set_locked (error);

  file->keys = try_unwrap (file, access, &wrap, error);
  /* While the key is changed, both are needed from here on. */
  return file->keys != NULL && sdm_record_epoch_load_older (file, error) &&
         (access->code != NULL || sdm_record_clinicians_sign_in_as (file, wrap.owner, error));
}

/**
 * sdm_record_clinicians_check_own:
 * @file: with its key
 * @access: name and passphrase of who is signed in
 *
 * Asks whether this is who it was: somebody else may stand before a computer that was left open.
 * Guessing is as slow as at the door, and is noted in the chain.
 */
gboolean
sdm_record_clinicians_check_own (SdmRecordFile         *file,
                                 const SdmRecordAccess *access,
                                 GError               **error)
{
  SdmRecordKeyWrap wrap = { 0 };
  g_autoptr (GError) failure = NULL;
  SdmRecordKeys *keys;

  if (!check_pace (file, error))
    return FALSE;

  keys = try_unwrap (file, access, &wrap, &failure);
  if (keys != NULL)
    {
      sdm_record_keys_free (keys);
      return sdm_record_clinicians_note_sign_in (file, access, error);
    }

  if (g_error_matches (failure, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED))
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED,
                         _("That is not the passphrase that you sign in with. Nothing was changed. Type it once more."));
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Notes in the chain, now that there is a key, how often it was tried in vain. */
static gboolean
note_failures (SdmRecordFile *file,
               gint64         failures,
               GError       **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_UNLOCK_FAILED, NULL, 0, NULL);

  event->outcome = g_strdup_printf ("%" G_GINT64_FORMAT, failures);
  return sdm_record_audit_add (file, event, error) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, "UPDATE attempt SET failures = 0", "");
}

/**
 * sdm_record_clinicians_note_sign_in:
 * @access: (nullable): what somebody signed in with
 *
 * Notes in the chain how the file was got into, where that is more than usual.
 */
gboolean
sdm_record_clinicians_note_sign_in (SdmRecordFile         *file,
                                    const SdmRecordAccess *access,
                                    GError               **error)
{
  const gboolean with_code = access != NULL && access->code != NULL;
  gint64         failures;
  gboolean       good;

  if (!sdm_record_connection_get_number (file->db, "SELECT failures FROM attempt", &failures, error))
    return FALSE;
  if (failures == 0 && !with_code)
    return TRUE;
  if (!sdm_record_file_begin (file, error))
    return FALSE;

  good = (failures == 0 || note_failures (file, failures, error)) &&
         (!with_code || sdm_record_recovery_note_use (file, error));
  return sdm_record_file_end (file, good, error);
}
