/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-backup-private.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-header-private.h"
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

/* Pairs */

/* A file, and its key where that lies beside it. */
typedef struct
{
  char *path;
  char *key; /* nullable */
} Pair;

static void
clear_pair (Pair *pair)
{
  g_free (pair->path);
  g_free (pair->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, clear_pair)

static Pair
make_pair (SdmRecordFile *file,
           char          *path /* taken */)
{
  const gboolean has_key = file->kind == SDM_RECORD_STORE_PRACTICE;

  return (Pair){ path, has_key && path != NULL ? g_strconcat (path, KEY_ENDING, NULL) : NULL };
}

static gboolean
move (const char *from,
      const char *to)
{
  return from == NULL || sdm_record_folder_look_at (from) == SDM_RECORD_PRESENCE_ABSENT || g_rename (from, to) == 0;
}

/* Both or neither; what is not there need not be moved. On failure errno is set. */
static gboolean
move_pair (const Pair *from,
           const Pair *to)
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

static void
remove_pair (const Pair *pair)
{
  sdm_record_folder_remove_database (pair->path);
  if (pair->key != NULL)
    g_unlink (pair->key);
}

/* Both or neither. */
static gboolean
copy_pair (const Pair *from,
           const Pair *to,
           GError    **error)
{
  if (from->key != NULL && !copy_file (from->key, to->key, error))
    return FALSE;
  if (copy_file (from->path, to->path, error))
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
 *
 * Puts a copy in its place, which may be on another disk: whole or not at all.
 */
gboolean
sdm_record_backup_put (const char *copy,
                       const char *key,
                       const char *path,
                       GError    **error)
{
  g_auto (Pair) own = { g_strdup (copy), g_strdup (key) };
  g_auto (Pair) backup = { g_strdup (path), key != NULL ? g_strconcat (path, KEY_ENDING, NULL) : NULL };

  return copy_pair (&own, &backup, error);
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
  g_auto (Pair) own = { g_strconcat (file->path, ".backup", NULL), sdm_record_file_dup_key_path (file) };
  g_auto (Pair) backup = make_pair (file, g_strdup (path));
  gboolean good;

  if (!check_free (backup.path, error) || (backup.key != NULL && !check_free (backup.key, error)))
    return FALSE;

  g_unlink (own.path);
  good = note (file, SDM_RECORD_AUDIT_BACKUP, error) &&
         sdm_record_backup_copy (file, own.path, error) &&
         copy_pair (&own, &backup, error);
  g_unlink (own.path);

  return good;
}

/* Putting one back */

static gboolean
check_closed_properly (SdmRecordFile *file,
                       GError       **error)
{
  if (!sdm_record_folder_has_journal (file->path))
    return TRUE;

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
               /* Translators: a path */
               _("“%s” was not closed properly. Open it once, or move it away with the files that begin like it, before a backup takes its place."),
                  file->path);
  return FALSE;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf first;
  GStatBuf second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

static gboolean
check_header (const char *path,
              GError    **error)
{
  switch (sdm_record_header_look_at (path, sdm_record_schema_get_steps ()->n_steps, FALSE))
    {
    case SDM_RECORD_HEADER_GOOD:
      return TRUE;
    case SDM_RECORD_HEADER_NOT_OURS:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS,
                   /* Translators: a path */
                   _("“%s” is no backup of Evenhand’s records. Nothing was changed. Choose another file."), path);
      return FALSE;
    case SDM_RECORD_HEADER_NEWER:
      sdm_record_schema_set_newer (error);
      return FALSE;
    case SDM_RECORD_HEADER_CUT_SHORT:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                   /* Translators: a path */
                   _("The backup “%s” is cut short. Nothing was changed. Choose another backup."), path);
      return FALSE;
    case SDM_RECORD_HEADER_UNREADABLE:
    default:
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
                   /* Translators: the first is a path, the second what the system said */
                   _("The backup “%s” could not be read (%s). Nothing was changed."), path, g_strerror (errno));
      return FALSE;
    }
}

/* Says what is wrong with a file that cannot be a backup, while nothing was changed. */
static gboolean
check_backup (SdmRecordFile *file,
              const Pair    *backup,
              GError       **error)
{
  if (is_same_file (backup->path, file->path))
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                   /* Translators: a path */
                   _("“%s” is the file of the records themselves, and no backup of them. Nothing was changed. Choose a backup."),
                      backup->path);
      return FALSE;
    }
  if (!check_header (backup->path, error))
    return FALSE;
  if (backup->key != NULL && sdm_record_folder_look_at (backup->key) == SDM_RECORD_PRESENCE_ABSENT)
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NO_KEY,
                   /* Translators: a path */
                   _("The key “%s”, which belongs to the backup, is missing. Nothing was changed. Put it beside the backup."),
                      backup->key);
      return FALSE;
    }

  return TRUE;
}

/* Opens what was put in its place, looks through all of it, and notes where it comes from. */
static gboolean
check_restored (SdmRecordFile         *file,
                const SdmRecordAccess *access,
                GError               **error)
{
  file->is_restored = TRUE;
  if (!sdm_record_file_open_prepared (file, access, NULL, error) ||
      !sdm_record_rows_verify (file, error) ||
      !note (file, SDM_RECORD_AUDIT_RESTORE, error))
    return FALSE;

  file->is_restored = FALSE;
  return TRUE;
}

static gboolean
set_not_restored (GError      **error,
                  const GError *cause,
                  const Pair   *backup)
{
  if (g_error_matches (cause, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS))
    g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS,
                 /* Translators: a path */
                 _("“%s” is a backup of consultations of the other kind: practice and real ones are never mixed. All is as it was. Choose another backup."),
                    backup->path);
  else
    g_set_error (error, SDM_RECORD_ERROR, cause->code,
                 /* Translators: a whole sentence that says what is wrong */
                 _("The backup was not put back, and all is as it was. %s"), cause->message);

  return FALSE;
}

static gboolean
put_in_place (SdmRecordFile         *file,
              const Pair            *backup,
              const Pair            *own,
              const Pair            *aside,
              const SdmRecordAccess *access,
              GError               **error)
{
  g_autoptr (GError) cause = NULL;

  if (!move_pair (own, aside))
    {
      sdm_record_folder_set_errno (error, errno, file->folder);
      return FALSE;
    }
  if (copy_pair (backup, own, &cause) && check_restored (file, access, &cause))
    return TRUE;

  sdm_record_file_disconnect (file);
  remove_pair (own);
  if (move_pair (aside, own))
    return set_not_restored (error, cause, backup);

  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO,
               /* Translators: the first is what the system said, the second a path */
               _("The backup does not hold, and what was there before could not get its name back (%s). It is whole, in “%s”."),
                  g_strerror (errno), aside->path);
  return FALSE;
}

/**
 * sdm_record_backup_restore:
 * @folder: where the records are to be
 * @path: a backup
 * @access: (nullable): what somebody signs in with; for real records
 *
 * Puts a backup in the place of the records, opens it and checks all of it.
 * What was there before stays beside it under another name; when the backup does
 * not hold, it is put back. Nobody else gets at the folder meanwhile.
 */
gboolean
sdm_record_backup_restore (const char            *folder,
                           SdmRecordStoreKind     kind,
                           const char            *path,
                           const SdmRecordAccess *access,
                           GError               **error)
{
  g_autoptr (SdmRecordFile) file = sdm_record_file_prepare (folder, kind, error);
  g_auto (Pair) backup = { NULL };
  g_auto (Pair) own = { NULL };
  g_auto (Pair) aside = { NULL };

  if (file == NULL || !check_closed_properly (file, error))
    return FALSE;

  backup = make_pair (file, g_strdup (path));
  if (!check_backup (file, &backup, error))
    return FALSE;

  own = (Pair){ g_strdup (file->path), sdm_record_file_dup_key_path (file) };
  aside = make_pair (file, sdm_record_folder_dup_free_path (file->path, "before-restore", error));
  return aside.path != NULL && put_in_place (file, &backup, &own, &aside, access, error);
}
