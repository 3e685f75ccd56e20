/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-clinicians-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-seal-private.h"

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

/* Bodies: two texts, each with its NUL */

static GBytes *
seal_pair (SdmRecordFile *file,
           const char    *column,
           const guint8   row[SDM_RECORD_ID_SIZE],
           const char    *first,
           const char    *second)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, column, row, 0);
  g_autoptr (GByteArray) pair = g_byte_array_new ();
  g_autoptr (GBytes) plain = NULL;

  g_byte_array_append (pair, (const guint8 *) first, (guint) strlen (first) + 1);
  g_byte_array_append (pair, (const guint8 *) second, (guint) strlen (second) + 1);
  plain = g_byte_array_free_to_bytes (g_steal_pointer (&pair));

  return sdm_record_seal (file->keys, &place, plain);
}

static gboolean
unseal_pair (SdmRecordFile *file,
             const char    *column,
             const guint8   row[SDM_RECORD_ID_SIZE],
             GBytes        *sealed,
             char         **first,
             char         **second,
             GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, column, row, 0);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, error);
  const char *text;
  gsize       size;
  gsize       length;

  if (plain == NULL)
    return FALSE;

  text = g_bytes_get_data (plain, &size);
  g_assert (size >= 2 && text[size - 1] == '\0'); /* it was sealed here */
  length = strlen (text) + 1;
  *first = g_strdup (text);
  *second = g_strdup (length < size ? text + length : "");
  return TRUE;
}

/* Adding */

static gboolean
add_wrap (SdmRecordFile          *file,
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

/**
 * sdm_record_clinicians_add:
 * @file: with its key, in a transaction
 * @access: a name and a passphrase
 * @role: the clinician's role
 *
 * Lets a clinician in. Takes as long as a passphrase takes.
 */
gboolean
sdm_record_clinicians_add (SdmRecordFile         *file,
                           const SdmRecordAccess *access,
                           const char            *role,
                           gint64                 now,
                           GError               **error)
{
  SdmRecordKeyWrap wrap = { .version = 1, .cost = access->cost };
  g_autoptr (GBytes) body = NULL;
  guint8 mark[MARK_SIZE];

  sdm_record_id_make (now, wrap.owner);
  if (wrap.cost.passes == 0)
    wrap.cost = sdm_record_cost_calibrate ();
  if (!sdm_record_key_wrap_with_passphrase (&wrap, file->keys, file->id, access->secret, access->size, error))
    return FALSE;

  make_mark (file, access->name, mark);
  body = seal_pair (file, "clinician.body", wrap.owner, access->name, role);
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "INSERT INTO clinician (id, mark, body) VALUES ($1, $2, $3)",
                                    "bbb", wrap.owner, sizeof wrap.owner, mark, sizeof mark,
                                    g_bytes_get_data (body, NULL), g_bytes_get_size (body)) &&
         add_wrap (file, &wrap, error);
}

/* Two different groups, in order. */
static void
choose_groups (guint groups[2])
{
  const guint first = randombytes_uniform (SDM_RECORD_CODE_GROUPS);
  const guint second = (first + 1 + randombytes_uniform (SDM_RECORD_CODE_GROUPS - 1)) % SDM_RECORD_CODE_GROUPS;

  groups[0] = MIN (first, second);
  groups[1] = MAX (first, second);
}

/**
 * sdm_record_clinicians_add_recovery:
 * @file: with its key, in a transaction
 * @recovery: (out): the code and what is to be typed back of it
 *
 * Makes a new recovery code; an earlier one no longer opens the file.
 */
gboolean
sdm_record_clinicians_add_recovery (SdmRecordFile     *file,
                                    SdmRecordRecovery *recovery,
                                    GError           **error)
{
  SdmRecordKeyWrap wrap = { 0 };
  guint8           code[SDM_RECORD_CODE_SIZE];
  guint            groups[2];
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GBytes) body = NULL;
  gint64 version;

  if (!sdm_record_connection_get_number (file->db, "SELECT coalesce (max (version), 0) FROM key_wrap WHERE owner = zeroblob (16)",
                                         &version, error))
    return FALSE;

  wrap.version = (guint32) version + 1;
  randombytes_buf (code, sizeof code);
  choose_groups (groups);
  first = sdm_record_code_dup_group (code, groups[0]);
  second = sdm_record_code_dup_group (code, groups[1]);
  body = seal_pair (file, "recovery.body", file->id, first, second);
  recovery->code = sdm_record_code_format (code);
  recovery->groups[0] = groups[0] + 1;
  recovery->groups[1] = groups[1] + 1;
  sdm_record_key_wrap_with_code (&wrap, file->keys, file->id, code);
  sodium_memzero (code, sizeof code);

  return add_wrap (file, &wrap, error) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "INSERT INTO recovery (one, confirmed_us, body) VALUES (1, NULL, $1)"
                                    " ON CONFLICT (one) DO UPDATE SET confirmed_us = NULL, body = excluded.body",
                                    "b", g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

/* The recovery code */

static gboolean
read_recovery (SdmRecordFile *file,
               gboolean      *is_confirmed,
               char         **first,
               char         **second,
               GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_RECOVERY, error);
  g_autoptr (GBytes) body = NULL;
  gboolean found;

  if (statement == NULL || !sdm_record_statement_next (file, statement, &found, error))
    return FALSE;
  if (!found)
    return sdm_record_key_set_locked (error);

  *is_confirmed = sqlite3_column_type (statement, 0) != SQLITE_NULL;
  body = sdm_record_statement_get_bytes (statement, 1);
  return unseal_pair (file, "recovery.body", file->id, body, first, second, error);
}

/* Group by group in the place where it was asked for: a group tells its place by its check. */
static gboolean
is_group (const char *typed,
          const char *group)
{
  for (guint i = 0; i < SDM_RECORD_CODE_GROUPS; i++)
    {
      char normal[SDM_RECORD_GROUP_LENGTH + 1];

      if (sdm_record_code_parse_group (typed, i, normal) && g_str_equal (normal, group))
        return TRUE;
    }

  return FALSE;
}

/**
 * sdm_record_clinicians_confirm:
 * @first: the first group that was asked for, as it was typed
 * @second: the second
 *
 * From now on the file takes patients.
 */
gboolean
sdm_record_clinicians_confirm (SdmRecordFile *file,
                               const char    *first,
                               const char    *second,
                               GError       **error)
{
  g_autofree char *first_group = NULL;
  g_autofree char *second_group = NULL;
  SdmRecordEvent  *event;
  gboolean         is_confirmed = FALSE;
  gboolean         good;

  if (!read_recovery (file, &is_confirmed, &first_group, &second_group, error))
    return FALSE;
  if (!is_group (first, first_group) || !is_group (second, second_group))
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("These are not the groups that were asked for. Compare them with the printed code."));
      return FALSE;
    }
  if (is_confirmed)
    return TRUE;
  if (!sdm_record_file_begin (file, error))
    return FALSE;

  event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_RECOVERY, NULL, 0, NULL);
  event->outcome = g_strdup ("confirmed");
  good = sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "UPDATE recovery SET confirmed_us = $1 WHERE one = 1", "i", event->time) &&
         sdm_record_audit_add (file, g_steal_pointer (&event), error);
  g_clear_pointer (&event, sdm_record_event_free);
  return sdm_record_file_end (file, good, error);
}

/**
 * sdm_record_clinicians_check_confirmed:
 *
 * Fails with %SDM_RECORD_ERROR_UNCONFIRMED while the recovery code was not typed back.
 */
gboolean
sdm_record_clinicians_check_confirmed (SdmRecordFile *file,
                                       GError       **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gboolean         is_confirmed = FALSE;

  if (!read_recovery (file, &is_confirmed, &first, &second, error))
    return FALSE;
  if (is_confirmed)
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED,
                       _("No patient’s record can be kept yet: two groups of the recovery code have not been typed back. Nothing was saved."));
  return FALSE;
}

/**
 * sdm_record_clinicians_ask:
 * @is_confirmed: (out): whether the recovery code was typed back
 * @groups: (out): which two of its groups are asked for, counted from 1
 */
gboolean
sdm_record_clinicians_ask (SdmRecordFile *file,
                           gboolean      *is_confirmed,
                           guint          groups[2],
                           GError       **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  char             normal[SDM_RECORD_GROUP_LENGTH + 1];

  if (!read_recovery (file, is_confirmed, &first, &second, error))
    return FALSE;

  for (guint i = 0; i < SDM_RECORD_CODE_GROUPS; i++)
    {
      if (sdm_record_code_parse_group (first, i, normal))
        groups[0] = i + 1;
      if (sdm_record_code_parse_group (second, i, normal))
        groups[1] = i + 1;
    }

  return TRUE;
}

/**
 * sdm_record_clinicians_renew_code:
 * @recovery: (out): the new code and what is to be typed back of it
 *
 * Puts a new recovery code in the place of the one before, and notes that.
 */
gboolean
sdm_record_clinicians_renew_code (SdmRecordFile     *file,
                                  SdmRecordRecovery *recovery,
                                  GError           **error)
{
  SdmRecordEvent *event;
  gboolean        good;

  if (!sdm_record_file_begin (file, error))
    return FALSE;

  event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_RECOVERY, NULL, 0, NULL);
  event->outcome = g_strdup ("renewed");
  good = sdm_record_audit_add (file, event, error) &&
         sdm_record_clinicians_add_recovery (file, recovery, error);
  good = sdm_record_file_end (file, good, error);
  if (!good)
    sdm_record_recovery_clear (recovery);

  return good;
}

/* Signing in */

static void
read_wrap (SdmRecordStatement *statement,
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

  read_wrap (statement, wrap);
  return TRUE;
}

static gboolean
read_clinician (SdmRecordFile *file,
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
  file->clinician = sdm_record_id_format (id);
  return unseal_pair (file, "clinician.body", id, body, &file->clinician_name, &file->clinician_role, error);
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
  g_autoptr (GError) failure = NULL;

  if (access == NULL)
    return sdm_record_key_set_locked (error);
  if (access->keys != NULL)
    {
      file->keys = sdm_record_keys_copy (access->keys);
      return TRUE;
    }
  if (!check_pace (file, error))
    return FALSE;

  file->keys = unwrap (file, access, &wrap, &failure);
  if (file->keys != NULL)
    return access->code != NULL || read_clinician (file, wrap.owner, error);

  if (g_error_matches (failure, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED))
    sdm_record_connection_run (file->db, SDM_RECORD_SAVING, NULL,
                               "UPDATE attempt SET failures = failures + 1, last_us = $1", "i", g_get_real_time ());
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

/* A recovery code that was used is to be replaced: it was taken out of its place. */
static gboolean
note_recovery (SdmRecordFile *file,
               GError       **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_RECOVERY, NULL, 0, NULL);

  event->outcome = g_strdup ("used");
  return sdm_record_audit_add (file, event, error) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, "UPDATE recovery SET confirmed_us = NULL", "");
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
         (!with_code || note_recovery (file, error));
  return sdm_record_file_end (file, good, error);
}
