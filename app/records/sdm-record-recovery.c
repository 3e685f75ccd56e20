/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-recovery-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-code-private.h"
#include "sdm-record-error.h"
#include "sdm-record-pair-private.h"

/* The code that opens the file when every passphrase is lost. */

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
 * sdm_record_recovery_add:
 * @file: with its key, in a transaction
 * @recovery: (out): the code and what is to be typed back of it
 *
 * Makes a new recovery code; an earlier one no longer opens the file.
 */
gboolean
sdm_record_recovery_add (SdmRecordFile     *file,
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
  recovery->code = sdm_record_code_format (code);
  recovery->groups[0] = groups[0] + 1;
  recovery->groups[1] = groups[1] + 1;
  sdm_record_key_wrap_with_code (&wrap, file->keys, file->id, code);
  sodium_memzero (code, sizeof code);
  body = sdm_record_pair_seal (file, "recovery.body", file->id, first, second, wrap.public_key);

  return sdm_record_clinicians_add_wrap (file, &wrap, error) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "INSERT INTO recovery (one, confirmed_us, body) VALUES (1, NULL, $1)"
                                    " ON CONFLICT (one) DO UPDATE SET confirmed_us = NULL, body = excluded.body",
                                    "b", g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

static gboolean
read_recovery (SdmRecordFile *file,
               gboolean      *is_confirmed,
               char         **first,
               char         **second,
               guint8        *public_key,
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
  return sdm_record_pair_unseal (file, "recovery.body", file->id, body, first, second, public_key, error);
}

/* A group tells its place by its check. Counted from 0; as many as there are where it is none. */
static guint
get_place (const char *group)
{
  char  normal[SDM_RECORD_GROUP_LENGTH + 1];
  guint place = 0;

  while (place < SDM_RECORD_CODE_GROUPS && !sdm_record_code_parse_group (group, place, normal))
    place++;

  return place;
}

static gboolean
is_group (const char *typed,
          const char *group)
{
  char normal[SDM_RECORD_GROUP_LENGTH + 1];

  return sdm_record_code_parse_group (typed, get_place (group), normal) && g_str_equal (normal, group);
}

/* A code that was used has no groups left to ask for. */
static gboolean
set_used (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED,
                       _("The recovery code was used, so it is to be replaced: make a new one, print it and type back two groups of it. Until then no patient’s record is kept. Nothing was saved."));
  return FALSE;
}

static gboolean
check_groups (const char *typed[2],
              const char *first,
              const char *second,
              GError    **error)
{
  if (*first == '\0')
    return set_used (error);
  if (is_group (typed[0], first) && is_group (typed[1], second))
    return TRUE;

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
               /* Translators: two numbers from 1 to 8: "Groups 3 and 7 of the recovery code are asked for, in this order. …" */
               _("Groups %u and %u of the recovery code are asked for, in this order. Compare them with the printed code."),
                  get_place (first) + 1, get_place (second) + 1);
  return FALSE;
}

/**
 * sdm_record_recovery_confirm:
 * @first: the first group that was asked for, as it was typed
 * @second: the second
 *
 * From now on the file takes patients. Where these are others, says which are
 * asked for.
 */
gboolean
sdm_record_recovery_confirm (SdmRecordFile *file,
                             const char    *first,
                             const char    *second,
                             GError       **error)
{
  const char      *typed[] = { first, second };
  g_autofree char *first_group = NULL;
  g_autofree char *second_group = NULL;
  SdmRecordEvent  *event;
  gboolean         is_confirmed = FALSE;
  gboolean         good;

  if (!read_recovery (file, &is_confirmed, &first_group, &second_group, NULL, error) ||
      !check_groups (typed, first_group, second_group, error))
    return FALSE;
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

/* Who had only the code is somebody from now on. */
static gboolean
sign_in_as (SdmRecordFile *file,
            const char    *name,
            GError       **error)
{
  g_auto (SdmRecordClinician) clinician = { FALSE };

  return sdm_record_clinicians_find (file, name, &clinician, error) &&
         sdm_record_clinicians_sign_in_as (file, clinician.id, error);
}

/**
 * sdm_record_recovery_renew:
 * @access: (nullable): name and passphrase of who is let in, again or for the first time
 * @role: (nullable): that person's role
 * @recovery: (out): the new code
 *
 * Makes a new code in the place of the old one, which opens nothing any more.
 * Both are done or neither.
 */
gboolean
sdm_record_recovery_renew (SdmRecordFile         *file,
                           const SdmRecordAccess *access,
                           const char            *role,
                           SdmRecordRecovery     *recovery,
                           GError               **error)
{
  SdmRecordEvent *event;
  gboolean        good;

  if ((access != NULL && !sdm_record_access_is_good (access, error)) || !sdm_record_file_begin (file, error))
    return FALSE;

  event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_RECOVERY, NULL, 0, NULL);
  event->outcome = g_strdup ("replaced");
  good = sdm_record_audit_add (file, event, error) &&
         sdm_record_recovery_add (file, recovery, error) &&
         (access == NULL || sdm_record_clinicians_let_in (file, access, role, error));
  if (!sdm_record_file_end (file, good, error))
    {
      sdm_record_recovery_clear (recovery);
      return FALSE;
    }

  file->needs_new_code = FALSE;
  return access == NULL || sign_in_as (file, access->name, error);
}

/**
 * sdm_record_recovery_ask:
 * @is_confirmed: (out): whether the recovery code was typed back
 * @groups: (out): which two of its groups are asked for, counted from 1; zeros for a code that was
 *   used and can only be replaced
 */
gboolean
sdm_record_recovery_ask (SdmRecordFile *file,
                         gboolean      *is_confirmed,
                         guint          groups[2],
                         GError       **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!read_recovery (file, is_confirmed, &first, &second, NULL, error))
    return FALSE;
  groups[0] = *first != '\0' ? get_place (first) + 1 : 0;
  groups[1] = *second != '\0' ? get_place (second) + 1 : 0;

  return TRUE;
}

/**
 * sdm_record_recovery_is_outdated:
 * @is_outdated: (out): whether the code is from a version that kept no public key with it
 */
gboolean
sdm_record_recovery_is_outdated (SdmRecordFile *file,
                                 gboolean      *is_outdated,
                                 GError       **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint8           public_key[SDM_RECORD_KEY_SIZE];
  gboolean         is_confirmed;

  if (!read_recovery (file, &is_confirmed, &first, &second, public_key, error))
    return FALSE;

  *is_outdated = sodium_is_zero (public_key, sizeof public_key) == 1;
  return TRUE;
}

/**
 * sdm_record_recovery_check_confirmed:
 *
 * Fails with %SDM_RECORD_ERROR_UNCONFIRMED while the recovery code was not typed back.
 */
gboolean
sdm_record_recovery_check_confirmed (SdmRecordFile *file,
                                     GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_RECOVERY, error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gboolean         is_confirmed;
  gboolean         found;

  if (statement == NULL || !sdm_record_statement_next (file, statement, &found, error))
    return FALSE;
  if (found && sqlite3_column_type (statement, 0) != SQLITE_NULL)
    return TRUE;

  g_clear_pointer (&statement, sdm_record_statement_release);
  if (!read_recovery (file, &is_confirmed, &first, &second, NULL, error))
    return FALSE;
  if (*first == '\0')
    return set_used (error);

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED,
                       _("No patient’s record can be kept yet: two groups of the recovery code have not been typed back. Nothing was saved."));
  return FALSE;
}

/**
 * sdm_record_recovery_note_use:
 * @file: in a transaction
 *
 * A code that was used is to be replaced: it was taken out of its place. It
 * cannot be typed back again, and lets one do nothing but replace it.
 */
gboolean
sdm_record_recovery_note_use (SdmRecordFile *file,
                              GError       **error)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  SdmRecordEvent  *event;
  g_autoptr (GBytes) body = NULL;
  guint8   public_key[SDM_RECORD_KEY_SIZE];
  gboolean is_confirmed;

  if (!read_recovery (file, &is_confirmed, &first, &second, public_key, error))
    return FALSE;

  body = sdm_record_pair_seal (file, "recovery.body", file->id, "", "", public_key);
  event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_RECOVERY, NULL, 0, NULL);
  event->outcome = g_strdup ("used");
  file->needs_new_code = TRUE;
  return sdm_record_audit_add (file, event, error) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error,
                                    "UPDATE recovery SET confirmed_us = NULL, body = $1", "b",
                                    g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}
