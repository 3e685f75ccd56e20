/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-file-private.h"

#include <errno.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-closing-private.h"
#include "sdm-record-copy-private.h"
#include "sdm-record-epoch-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-header-private.h"
#include "sdm-record-key-file-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-rotation-private.h"
#include "sdm-record-watch-private.h"

/* What the parts of each kind are called in the folder. */
typedef struct
{
  const char *file;
  const char *lock;
  const char *key; /* NULL where passphrases wrap the key */
} Names;

static const Names names[] = {
  [SDM_RECORD_STORE_PRACTICE] = { "practice.db", "practice.lock", "practice.key" },
  [SDM_RECORD_STORE_REAL] = { "records.db", "records.lock", NULL },
};

/* The first shape in which documents are sealed. */
#define FIRST_SEALED 2

static gboolean
set_not_ours (GError    **error,
              const char *path)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS,
               /* Translators: a path */
               _("“%s” is not a file of Evenhand’s. It was left as it is. Choose another folder for the records."),
                  path);
  return FALSE;
}

static gboolean
set_incomplete (GError    **error,
                const char *path)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
               /* Translators: a path */
               _("“%s” is empty, missing or cut short, though there were records in it. Nothing was changed. Put back a backup."),
                  path);
  return FALSE;
}

static gboolean
check_header (SdmRecordFile *file,
              gsize          newest,
              GError       **error)
{
  switch (sdm_record_header_look_at (file->path, newest, file->was_unclean))
    {
    case SDM_RECORD_HEADER_GOOD:
      return TRUE;
    case SDM_RECORD_HEADER_NOT_OURS:
      return set_not_ours (error, file->path);
    case SDM_RECORD_HEADER_NEWER:
      sdm_record_schema_set_newer (error);
      return FALSE;
    case SDM_RECORD_HEADER_CUT_SHORT:
      return set_incomplete (error, file->path);
    case SDM_RECORD_HEADER_UNREADABLE:
    default:
      sdm_record_folder_set_errno (error, errno, file->folder);
      return FALSE;
    }
}

static gboolean
set_none_yet (GError    **error,
              const char *folder)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
               /* Translators: a folder */
               _("There are no patients’ records in “%s” yet. Make them first, or choose another folder."),
                  folder);
  return FALSE;
}

static gboolean
create (SdmRecordFile        *file,
        const SdmRecordSteps *steps,
        GError              **error)
{
  if (file->kind == SDM_RECORD_STORE_REAL)
    return set_none_yet (error, file->folder);

  file->keys = sdm_record_key_file_read (file->folder, names[file->kind].key, TRUE, error);

  return file->keys != NULL && sdm_record_schema_create (file, NULL, NULL, steps, error);
}

/* Makes the file when there is none, and notes how it was left. */
static gboolean
find_file (SdmRecordFile        *file,
           const SdmRecordSteps *steps,
           GError              **error)
{
  file->was_unclean = sdm_record_folder_has_journal (file->path);

  switch (sdm_record_folder_look_at (file->path))
    {
    case SDM_RECORD_PRESENCE_ABSENT:
      /* A journal without its file would be played into the new one. */
      if (file->was_unclean)
        return set_incomplete (error, file->path);
      return create (file, steps, error);
    case SDM_RECORD_PRESENCE_FILE:
      return check_header (file, steps->n_steps, error);
    case SDM_RECORD_PRESENCE_EMPTY:
      return set_incomplete (error, file->path);
    case SDM_RECORD_PRESENCE_OTHER:
    default:
      return set_not_ours (error, file->path);
    }
}

/* Again with what a journal holds, which the header on the disk may not show yet. */
static gboolean
check_ours (SdmRecordFile        *file,
            const SdmRecordSteps *steps,
            GError              **error)
{
  gint64 application;
  gint64 version;

  if (!sdm_record_connection_get_number (file->db, "PRAGMA application_id", &application, error) ||
      !sdm_record_connection_get_number (file->db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application != SDM_RECORD_APPLICATION_ID || version < 1)
    return set_not_ours (error, file->path);
  if (version > (gint64) steps->n_steps)
    {
      sdm_record_schema_set_newer (error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
set_other_kind (GError    **error,
                const char *path)
{
  g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS,
               /* Translators: a path */
               _("“%s” holds consultations of the other kind: practice and real ones are never mixed. It was left as it is. Give each file back its own name."),
                  path);
  return FALSE;
}

static gboolean
take_store_row (SdmRecordFile *file,
                sqlite3_stmt  *statement,
                GError       **error)
{
  const char *kind;

  switch (sqlite3_step (statement))
    {
    case SQLITE_ROW:
      kind = (const char *) sqlite3_column_text (statement, 1);
      if (g_strcmp0 (kind, sdm_record_store_kind_get_text (file->kind)) != 0)
        return set_other_kind (error, file->path);
      if (sqlite3_column_bytes (statement, 0) != SDM_RECORD_ID_SIZE)
        return set_incomplete (error, file->path);
      memcpy (file->id, sqlite3_column_blob (statement, 0), SDM_RECORD_ID_SIZE);
      return TRUE;
    case SQLITE_DONE:
      return set_incomplete (error, file->path);
    default:
      sdm_record_connection_set_error (error, file->db, SDM_RECORD_OPENING);
      return FALSE;
    }
}

static gboolean
read_store_row (SdmRecordFile *file,
                GError       **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean      good;

  if (sqlite3_prepare_v2 (file->db, "SELECT id, kind FROM store WHERE one = 1", -1, &statement, NULL) != SQLITE_OK)
    {
      sdm_record_connection_set_error (error, file->db, SDM_RECORD_OPENING);
      return FALSE;
    }

  good = take_store_row (file, statement, error);
  sqlite3_finalize (statement);

  return good;
}

static gboolean
find_key (SdmRecordFile         *file,
          const SdmRecordAccess *access,
          GError               **error)
{
  gint64 version;

  if (file->keys != NULL)
    return TRUE;
  if (file->kind == SDM_RECORD_STORE_REAL)
    return sdm_record_clinicians_unlock (file, access, error);
  if (!sdm_record_connection_get_number (file->db, "PRAGMA user_version", &version, error))
    return FALSE;

  file->keys = sdm_record_key_file_read (file->folder, names[file->kind].key, version < FIRST_SEALED, error);
  return file->keys != NULL;
}

static gboolean
read_chain (SdmRecordFile *file,
            GError       **error)
{
  if (!sdm_record_audit_open (file, error))
    return FALSE;

  file->last_used = file->audit.time;
  file->n_used = file->audit.seq;
  return TRUE;
}

static gboolean
open_connection (SdmRecordFile         *file,
                 const SdmRecordAccess *access,
                 const SdmRecordSteps  *steps,
                 GError               **error)
{
  GError *failure = NULL;

  file->db = sdm_record_connection_open (file->path, SQLITE_OPEN_READWRITE, error);
  if (file->db == NULL)
    return FALSE;

  if (sdm_record_connection_configure (file->db, &failure) &&
      check_ours (file, steps, &failure) &&
      (!file->was_unclean || sdm_record_connection_check (file->db, TRUE, &failure)) &&
      read_store_row (file, &failure) &&
      find_key (file, access, &failure) &&
      sdm_record_connection_use_wal (file->db, &failure) &&
      sdm_record_schema_upgrade (file, steps, &failure) &&
      sdm_record_epoch_check (file, &failure) &&
      read_chain (file, &failure))
    return TRUE;

  /* What was refused is left as it was found, its journal too; a wrong passphrase is counted. */
  if (!g_error_matches (failure, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED))
    sqlite3_db_config (file->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * sdm_record_file_prepare:
 * @folder: where the records are or are to be
 *
 * Locks the folder, until the file is closed, and says where in it the file is.
 *
 * Returns: (transfer full) (nullable): a file that is not open yet
 */
SdmRecordFile *
sdm_record_file_prepare (const char        *folder,
                         SdmRecordStoreKind kind,
                         GError           **error)
{
  g_autoptr (SdmRecordFile) file = g_new0 (SdmRecordFile, 1);

  if (sodium_init () < 0)
    g_error ("libsodium could not be started");

  file->owner = g_thread_self ();
  file->kind = kind;
  file->lock = -1;
  file->unwritten = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_event_free);
  file->folder = sdm_record_folder_prepare (folder, error);
  if (file->folder == NULL)
    return NULL;

  file->lock = sdm_record_folder_lock (file->folder, names[kind].lock, error);
  if (file->lock < 0)
    return NULL;

  file->path = g_build_filename (file->folder, names[kind].file, NULL);
  return g_steal_pointer (&file);
}

/**
 * sdm_record_file_exists:
 *
 * Returns: whether there is a file of this kind in @folder, of whatever state
 */
gboolean
sdm_record_file_exists (const char        *folder,
                        SdmRecordStoreKind kind)
{
  g_autofree char *path = g_build_filename (folder, names[kind].file, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/**
 * sdm_record_file_open_prepared:
 * @file: from sdm_record_file_prepare()
 * @access: (nullable): what somebody signs in with; for real records
 * @steps: (nullable): the shapes, %NULL for those of this version
 *
 * Opens it, and makes that for practice when it is not there. Refuses what it
 * does not understand, and then changes nothing.
 */
gboolean
sdm_record_file_open_prepared (SdmRecordFile         *file,
                               const SdmRecordAccess *access,
                               const SdmRecordSteps  *steps,
                               GError               **error)
{
  if (steps == NULL)
    steps = sdm_record_schema_get_steps ();
  if (!find_file (file, steps, error) ||
      !open_connection (file, access, steps, error) ||
      !sdm_record_patients_open (file, error) ||
      !sdm_record_closing_check (file, error) ||
      !sdm_record_clinicians_note_sign_in (file, access, error) ||
      !sdm_record_audit_note (file, sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_UNLOCK, NULL, 0, NULL), error))
    return FALSE;

  file->is_open = TRUE;
  if (!file->is_restored)
    sdm_record_watch_read (file);
  if (file->takes_older)
    sdm_record_watch_begin_anew (file);
  return TRUE;
}

/**
 * sdm_record_file_open:
 * @folder: where the records are or are to be
 * @kind: whose consultations are wanted
 * @access: (nullable): what somebody signs in with; for real records
 * @steps: (nullable): the shapes, %NULL for those of this version
 *
 * As sdm_record_file_open_prepared(), for the calling thread.
 *
 * Returns: (transfer full) (nullable): the open file
 */
SdmRecordFile *
sdm_record_file_open (const char            *folder,
                      SdmRecordStoreKind     kind,
                      const SdmRecordAccess *access,
                      const SdmRecordSteps  *steps,
                      GError               **error)
{
  g_autoptr (SdmRecordFile) file = sdm_record_file_prepare (folder, kind, error);

  if (file == NULL || !sdm_record_file_open_prepared (file, access, steps, error))
    return NULL;

  return g_steal_pointer (&file);
}

typedef struct
{
  const SdmRecordAccess *access;
  const char            *role;
  SdmRecordRecovery     *recovery;
} Founding;

static gboolean
found_cb (SdmRecordFile *file,
          gint64         now,
          gpointer       found_data,
          GError       **error)
{
  const Founding *founding = found_data;
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_ENROL, NULL, 0, NULL);

  event->name = g_strdup (founding->access->name);
  event->role = g_strdup (founding->role);
  memcpy (file->audit_next.mac, file->id, SDM_RECORD_ID_SIZE);
  return sdm_record_audit_add (file, event, error) &&
         sdm_record_clinicians_add (file, founding->access, founding->role, now, error) &&
         sdm_record_recovery_add (file, founding->recovery, error);
}

/**
 * sdm_record_file_found:
 * @folder: where the records are to be
 * @access: name and passphrase of the first clinician
 * @role: that clinician's role
 * @recovery: (out): the recovery code
 *
 * Makes the file of real records, with a new key. Fails with
 * %SDM_RECORD_ERROR_EXISTS when there is one.
 */
gboolean
sdm_record_file_found (const char            *folder,
                       const SdmRecordAccess *access,
                       const char            *role,
                       SdmRecordRecovery     *recovery,
                       GError               **error)
{
  Founding founding = { access, role, recovery };
  g_autoptr (SdmRecordFile) file = NULL;

  if (!sdm_record_access_is_good (access, error))
    return FALSE;
  file = sdm_record_file_prepare (folder, SDM_RECORD_STORE_REAL, error);
  if (file == NULL)
    return FALSE;
  if (sdm_record_folder_look_at (file->path) != SDM_RECORD_PRESENCE_ABSENT || sdm_record_folder_has_journal (file->path))
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS,
                   /* Translators: a folder */
                   _("There are patients’ records in “%s” already. They were left as they are."), file->folder);
      return FALSE;
    }

  file->keys = sdm_record_keys_new_random (1);
  return sdm_record_schema_create (file, found_cb, &founding, sdm_record_schema_get_steps (), error);
}

/**
 * sdm_record_file_dup_key_path:
 *
 * Returns: (transfer full) (nullable): the key beside the file, %NULL where there is none
 */
char *
sdm_record_file_dup_key_path (SdmRecordFile *file)
{
  return names[file->kind].key != NULL ? g_build_filename (file->folder, names[file->kind].key, NULL) : NULL;
}

static void
note_lock (SdmRecordFile *file)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_LOCK, NULL, 0, NULL);
  g_autoptr (GError) error = NULL;

  if (file->kind == SDM_RECORD_STORE_REAL)
    event->hash = sdm_record_closing_hash (file, NULL);
  if (!sdm_record_audit_note (file, event, &error))
    g_message ("That the records were closed could not be noted: %s", error->message);
  else if (file->unwritten->len > 0)
    g_message ("%u events could not be noted: the disk did not take them", file->unwritten->len);
}

/* Where it ended, for whoever opens it next. */
static void
write_mark (SdmRecordFile *file)
{
  SdmRecordMark mark = { .head = file->audit, .epoch = sdm_record_keys_get_epoch (file->keys) };

  /* What follows the key before is still to get another mac. */
  if (sdm_record_keys_get_older (file->keys) != NULL)
    memset (mark.head.mac, 0, sizeof mark.head.mac);
  if (file->kind == SDM_RECORD_STORE_REAL && !file->is_restored)
    sdm_record_mark_write (file, &mark);
}

/**
 * sdm_record_file_disconnect:
 *
 * Moves the journal into the file, closes it and wipes the key. The folder stays
 * locked.
 */
void
sdm_record_file_disconnect (SdmRecordFile *file)
{
  g_assert (file->owner == g_thread_self ());

  if (file->is_open)
    {
      note_lock (file);
      write_mark (file);
      sdm_record_watch_keep (file);
    }
  file->is_open = FALSE;
  sdm_record_statement_finalize_all (file);
  sdm_record_copy_abandon (file);
  g_clear_pointer (&file->db, sdm_record_connection_close);
  g_clear_pointer (&file->names, sdm_record_names_free);
  g_clear_pointer (&file->keys, sdm_record_keys_free);
  g_clear_pointer (&file->rotation, g_free);
  g_clear_pointer (&file->watch, sdm_record_watch_free);
}

/**
 * sdm_record_file_close:
 * @file: (transfer full): a file that was prepared, open or not
 *
 * Disconnects it, and lets others in.
 */
void
sdm_record_file_close (SdmRecordFile *file)
{
  sdm_record_file_disconnect (file);
  if (file->lock >= 0)
    close (file->lock);
  g_clear_pointer (&file->unwritten, g_ptr_array_unref);
  g_free (file->closed_hash);
  g_free (file->clinician);
  g_free (file->clinician_name);
  g_free (file->clinician_role);
  g_free (file->folder);
  g_free (file->path);
  g_free (file);
}

/**
 * sdm_record_file_check:
 * @quick: whether to leave out that indexes agree with their tables
 *
 * Looks through the whole file. Fails with %SDM_RECORD_ERROR_DAMAGED.
 */
gboolean
sdm_record_file_check (SdmRecordFile *file,
                       gboolean       quick,
                       GError       **error)
{
  g_assert (file->owner == g_thread_self ());

  return sdm_record_connection_check (file->db, quick, error);
}

/**
 * sdm_record_file_make_place:
 * @column: table and column
 * @row: the id of the row
 * @version: 0 for a draft
 *
 * Returns: where in @file that is
 */
SdmRecordPlace
sdm_record_file_make_place (SdmRecordFile *file,
                            const char    *column,
                            const guint8   row[SDM_RECORD_ID_SIZE],
                            guint32        version)
{
  SdmRecordPlace place = { .column = column, .version = version };

  memcpy (place.store, file->id, SDM_RECORD_ID_SIZE);
  memcpy (place.row, row, SDM_RECORD_ID_SIZE);

  return place;
}
