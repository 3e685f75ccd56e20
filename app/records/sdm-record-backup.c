/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-backup-private.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-rows-private.h"

/* Copies of the file, and putting one back. */

#define PARTIAL    ".partial"
#define KEY_ENDING ".key"

static gboolean
vacuum_into (sqlite3    *db,
             const char *path,
             GError    **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean      good;

  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 1);
  good = sqlite3_prepare_v2 (db, "VACUUM INTO $1", -1, &statement, NULL) == SQLITE_OK &&
         sqlite3_bind_text (statement, 1, path, -1, SQLITE_TRANSIENT) == SQLITE_OK &&
         sqlite3_step (statement) == SQLITE_DONE;
  if (!good)
    sdm_record_connection_set_error (error, db, SDM_RECORD_OPENING);
  sqlite3_finalize (statement);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);

  return good;
}

static gboolean
is_sound_copy (SdmRecordFile *file,
               const char    *path,
               GError       **error)
{
  g_autoptr (sqlite3) copy = sdm_record_connection_open (path, SQLITE_OPEN_READONLY, error);
  gint64 version = 0;
  gint64 copied = 0;

  if (copy == NULL ||
      !sdm_record_connection_get_number (file->db, "PRAGMA user_version", &version, error) ||
      !sdm_record_connection_check (copy, FALSE, error) ||
      !sdm_record_connection_get_number (copy, "PRAGMA user_version", &copied, error))
    return FALSE;

  if (copied != version)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                           _("A copy of the records was made, but it is not the same. The records were left as they were."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_name (const char *partial,
           const char *path,
           GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_rename (partial, path) != 0)
    {
      sdm_record_folder_set_errno (error, errno, folder);
      return FALSE;
    }

  return sdm_record_folder_sync (folder, error);
}

/**
 * sdm_record_backup_copy:
 * @path: a name in the folder of the file that is free
 *
 * Copies the file as it is, checks the copy, and only then gives it its name.
 */
gboolean
sdm_record_backup_copy (SdmRecordFile *file,
                        const char    *path,
                        GError       **error)
{
  g_autofree char *partial = g_strconcat (path, PARTIAL, NULL);

  g_unlink (partial);
  if (!sdm_record_folder_make_file (partial, error))
    return FALSE;

  if (vacuum_into (file->db, partial, error) &&
      is_sound_copy (file, partial, error) &&
      sdm_record_folder_sync (partial, error) &&
      take_name (partial, path, error))
    return TRUE;

  g_unlink (partial);
  return FALSE;
}

/* Copies a file that nobody has open; never over another. */
static gboolean
copy_file (const char *from,
           const char *to,
           GError    **error)
{
  g_autofree char *partial = g_strconcat (to, PARTIAL, NULL);

  /* What is left of an earlier try may be another's to read. */
  g_unlink (partial);
  if (!sdm_record_folder_copy_file (from, partial))
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                   /* Translators: the first is a path, the second what the system said */
                   _("“%s” could not be written (%s). Nothing else was changed."),
                      to, g_strerror (errno));
      return FALSE;
    }
  if (take_name (partial, to, error))
    return TRUE;

  g_unlink (partial);
  return FALSE;
}

static gboolean
check_free (const char *path,
            GError    **error)
{
  if (sdm_record_folder_look_at (path) == SDM_RECORD_PRESENCE_ABSENT)
    return TRUE;

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS,
               /* Translators: a path */
               _("“%s” is there already. It was left as it is. Choose another name."), path);
  return FALSE;
}

static gboolean
note (SdmRecordFile *file,
      const char    *code,
      GError       **error)
{
  return sdm_record_audit_note (file, sdm_record_audit_new_event (file, code, NULL, 0, NULL), error);
}

/**
 * sdm_record_backup_write:
 * @path: a file that is not there; it may be on another disk or a network share
 *
 * Makes a backup: a copy is made and checked in the folder of the records, and
 * only then goes to its place. For practice the key goes beside it, with the
 * ending `.key`.
 */
gboolean
sdm_record_backup_write (SdmRecordFile *file,
                         const char    *path,
                         GError       **error)
{
  g_autofree char *local = g_strconcat (file->path, ".backup", NULL);
  g_autofree char *key = g_strconcat (path, KEY_ENDING, NULL);
  g_autofree char *own_key = sdm_record_file_dup_key_path (file);
  gboolean         good;

  if (!check_free (path, error) || (own_key != NULL && !check_free (key, error)))
    return FALSE;

  g_unlink (local);
  good = note (file, SDM_RECORD_AUDIT_BACKUP, error) &&
         sdm_record_backup_copy (file, local, error) &&
         (own_key == NULL || copy_file (own_key, key, error)) &&
         copy_file (local, path, error);
  g_unlink (local);

  return good;
}

/* Putting one back */

static gboolean
rename_pair (const char *from,
             const char *to,
             const char *key_from,
             const char *key_to)
{
  if (sdm_record_folder_look_at (from) != SDM_RECORD_PRESENCE_ABSENT && g_rename (from, to) != 0)
    return FALSE;

  return key_from == NULL || sdm_record_folder_look_at (key_from) == SDM_RECORD_PRESENCE_ABSENT ||
         g_rename (key_from, key_to) == 0;
}

/* Opens what was put in its place, looks through all of it, and notes where it comes from. */
static gboolean
check_restored (const char            *folder,
                SdmRecordStoreKind     kind,
                const SdmRecordAccess *access,
                GError               **error)
{
  g_autoptr (SdmRecordFile) file = sdm_record_file_open (folder, kind, access, NULL, error);

  return file != NULL && sdm_record_rows_verify (file, error) && note (file, SDM_RECORD_AUDIT_RESTORE, error);
}

/**
 * sdm_record_backup_restore:
 * @folder: where the records are to be
 * @path: a backup
 * @access: (nullable): what somebody signs in with; for real records
 *
 * Puts a backup in the place of the records, opens it and checks all of it.
 * What was there before stays beside it under another name; when the backup does
 * not hold, it is put back.
 */
gboolean
sdm_record_backup_restore (const char            *folder,
                           SdmRecordStoreKind     kind,
                           const char            *path,
                           const SdmRecordAccess *access,
                           GError               **error)
{
  g_autofree char *own = sdm_record_file_dup_path (folder, kind, error);
  g_autofree char *own_key = NULL;
  g_autofree char *key = g_strconcat (path, KEY_ENDING, NULL);
  g_autofree char *aside = NULL;
  g_autofree char *aside_key = NULL;

  if (own == NULL)
    return FALSE;

  aside = sdm_record_folder_dup_free_path (own, "before-restore", error);
  if (aside == NULL)
    return FALSE;
  if (kind == SDM_RECORD_STORE_PRACTICE)
    {
      g_autofree char *base = g_strndup (own, strlen (own) - strlen (".db"));

      own_key = g_strconcat (base, KEY_ENDING, NULL);
      aside_key = g_strconcat (aside, KEY_ENDING, NULL);
    }
  if (!rename_pair (own, aside, own_key, aside_key))
    {
      sdm_record_folder_set_errno (error, errno, folder);
      return FALSE;
    }

  if ((own_key == NULL || copy_file (key, own_key, error)) &&
      copy_file (path, own, error) &&
      check_restored (folder, kind, access, error))
    return TRUE;

  g_unlink (own);
  if (own_key != NULL)
    g_unlink (own_key);
  if (!rename_pair (aside, own, aside_key, own_key))
    g_message ("What was there before is in %s", aside);
  return FALSE;
}
