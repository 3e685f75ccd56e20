/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-backup-private.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"

/* Copies of the file. */

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
copy_file (const char          *from,
           const char          *to,
           const SdmRecordPace *pace,
           GError             **error)
{
  g_autofree char *partial = g_strconcat (to, PARTIAL, NULL);

  /* What is left of an earlier try may be another's to read. */
  g_unlink (partial);
  if (!sdm_record_folder_copy_file (from, partial, pace))
    {
      const int number = errno;

      if (pace == NULL || sdm_record_pace_check (pace, error))
        g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                     /* Translators: the first is a path, the second what the system said */
                     _("“%s” could not be written (%s). Nothing else was changed."),
                        to, g_strerror (number));
      return FALSE;
    }
  if (take_name (partial, to, error))
    return TRUE;

  g_unlink (partial);
  return FALSE;
}

/* Pairs */

void
sdm_record_pair_clear (SdmRecordPair *pair)
{
  g_free (pair->path);
  g_free (pair->key);
}

/**
 * sdm_record_pair_make:
 * @path: (transfer full) (nullable): a file that is no file of the folder itself
 *
 * Returns: the file, and where its key is beside it
 */
SdmRecordPair
sdm_record_pair_make (SdmRecordFile *file,
                      char          *path)
{
  const gboolean has_key = file->kind == SDM_RECORD_STORE_PRACTICE;

  return (SdmRecordPair){ path, has_key && path != NULL ? g_strconcat (path, KEY_ENDING, NULL) : NULL };
}

static gboolean
move (const char *from,
      const char *to)
{
  return from == NULL || sdm_record_folder_look_at (from) == SDM_RECORD_PRESENCE_ABSENT || g_rename (from, to) == 0;
}

/**
 * sdm_record_pair_move:
 *
 * Both or neither; what is not there need not be moved. On failure errno is set.
 */
gboolean
sdm_record_pair_move (const SdmRecordPair *from,
                      const SdmRecordPair *to)
{
  int number;

  if (!move (from->path, to->path))
    return FALSE;
  if (move (from->key, to->key))
    return TRUE;

  number = errno;
  move (to->path, from->path);
  errno = number;
  return FALSE;
}

void
sdm_record_pair_remove (const SdmRecordPair *pair)
{
  sdm_record_folder_remove_database (pair->path);
  if (pair->key != NULL)
    g_unlink (pair->key);
}

/**
 * sdm_record_pair_copy:
 * @pace: (nullable): whoever is told how far it has come
 *
 * Both or neither.
 */
gboolean
sdm_record_pair_copy (const SdmRecordPair *from,
                      const SdmRecordPair *to,
                      const SdmRecordPace *pace,
                      GError             **error)
{
  if (from->key != NULL && !copy_file (from->key, to->key, NULL, error))
    return FALSE;
  if (copy_file (from->path, to->path, pace, error))
    return TRUE;

  if (to->key != NULL)
    g_unlink (to->key);
  return FALSE;
}

/**
 * sdm_record_backup_put:
 * @copy: a copy that was checked
 * @key: (nullable): its key
 * @path: where the backup is to stand; a key goes beside it
 * @pace: (nullable): whoever is told how far it has come
 *
 * Puts a copy in its place, which may be on another disk: whole or not at all.
 */
gboolean
sdm_record_backup_put (const char          *copy,
                       const char          *key,
                       const char          *path,
                       const SdmRecordPace *pace,
                       GError             **error)
{
  g_auto (SdmRecordPair) own = { g_strdup (copy), g_strdup (key) };
  g_auto (SdmRecordPair) backup = { g_strdup (path), key != NULL ? g_strconcat (path, KEY_ENDING, NULL) : NULL };

  return sdm_record_pair_copy (&own, &backup, pace, error);
}

/* Making a backup */

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
  g_auto (SdmRecordPair) own = { g_strconcat (file->path, ".backup", NULL), sdm_record_file_dup_key_path (file) };
  g_auto (SdmRecordPair) backup = sdm_record_pair_make (file, g_strdup (path));
  gboolean good;

  if (!check_free (backup.path, error) || (backup.key != NULL && !check_free (backup.key, error)))
    return FALSE;

  g_unlink (own.path);
  good = sdm_record_audit_note (file, sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_BACKUP, NULL, 0, NULL), error) &&
         sdm_record_backup_copy (file, own.path, error) &&
         sdm_record_pair_copy (&own, &backup, NULL, error);
  g_unlink (own.path);

  return good;
}
