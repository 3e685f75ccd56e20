/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-backups.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-backup-private.h"
#include "sdm-record-backups-private.h"
#include "sdm-record-copy-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-pace-private.h"
#include "sdm-record-store-private.h"
#include "sdm-record-watch-private.h"

/* Backups that are made into one folder day by day. */

/* Out of SDM_RECORD_PACE_ALL: copying ends here, and checking here. */
#define SHARE_OF_COPYING  500
#define SHARE_OF_CHECKING 700

/* Jobs, on the worker's thread: a step each, so that what is saved meanwhile need not wait */

typedef struct
{
  gint64 done;
  gint64 all;
  char  *copy; /* owned, nullable: when it is whole */
  char  *key;  /* owned, nullable */
} Backup;

static void
clear_backup (Backup *backup)
{
  if (backup->copy != NULL)
    sdm_record_folder_remove_database (backup->copy);
  g_clear_pointer (&backup->copy, g_free);
  g_clear_pointer (&backup->key, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Backup, clear_backup)

typedef struct
{
  const char *folder;
  const char *before; /* nullable: what is remembered there already */
  char       *heads;  /* owned, nullable: what is to be remembered there */
} Remembered;

static gboolean
run_begin (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_copy_begin (*file, error);
}

static gboolean
run_step (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  Backup *backup = job->extra;

  if (!sdm_record_store_check_open (*file, error) ||
      !sdm_record_copy_step (*file, &backup->done, &backup->all, error))
    return FALSE;
  if (backup->done < backup->all)
    return TRUE;

  backup->copy = sdm_record_copy_end (*file, error);
  backup->key = sdm_record_file_dup_key_path (*file);
  return backup->copy != NULL;
}

/* What there is to remember of a backup that was made, beside the records and beside it. */
static gboolean
run_remember (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  Remembered *remembered = job->extra;

  if (*file == NULL)
    return TRUE; /* they were locked meanwhile, and the backup is there all the same */

  sdm_record_watch_note_backup (*file, remembered->folder);
  remembered->heads = sdm_record_watch_merge_heads (*file, remembered->before);
  return TRUE;
}

static gboolean
run_abandon (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  if (*file != NULL)
    sdm_record_copy_abandon (*file);
  return TRUE;
}

static gboolean
run_job (SdmRecordStore  *self,
         SdmRecordJobFunc run,
         gpointer         extra,
         GError         **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run);

  job->extra = extra;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

static gboolean
copy_pages (SdmRecordStore      *self,
            Backup              *backup,
            const SdmRecordPace *pace,
            GError             **error)
{
  const SdmRecordPace copying = sdm_record_pace_part (pace, 0, SHARE_OF_COPYING);

  do
    {
      if (!sdm_record_pace_check (pace, error) || !run_job (self, run_step, backup, error))
        {
          run_job (self, run_abandon, backup, NULL);
          return FALSE;
        }
      sdm_record_pace_tell (&copying, backup->done, backup->all);
    }
  while (backup->copy == NULL);

  return TRUE;
}

/* Nobody needs the store for this. */
static gboolean
check_and_put (const Backup        *backup,
               const char          *path,
               const SdmRecordPace *pace,
               GError             **error)
{
  const SdmRecordPace checking = sdm_record_pace_part (pace, SHARE_OF_COPYING, SHARE_OF_CHECKING);
  const SdmRecordPace putting = sdm_record_pace_part (pace, SHARE_OF_CHECKING, SDM_RECORD_PACE_ALL);

  if (!sdm_record_copy_check (backup->copy, pace, error))
    return FALSE;

  sdm_record_pace_tell (&checking, 1, 1);
  return sdm_record_pace_check (pace, error) &&
         sdm_record_backup_put (backup->copy, backup->key, path, &putting, error);
}

/* The folder */

static GPtrArray *
list_names (const char *folder,
            GError    **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GDir       *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                   /* Translators: a folder */
                   _("There is no folder “%s” for backups. Make it, or choose another."), folder);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (dir);

  return g_steal_pointer (&names);
}

static void
remove_backup (const char *folder,
               const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *key = g_strconcat (path, ".key", NULL);

  g_unlink (path);
  g_unlink (key);
}

/* What was left of one that was cut off. */
static void
remove_partial (SdmRecordStoreKind kind,
                const char        *folder,
                GPtrArray         *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (sdm_record_backups_is_partial (kind, name))
        g_unlink (path);
    }
}

/* Only when there is a new one, which stays whatever the clock showed when it was made. */
static void
remove_old (SdmRecordStoreKind kind,
            const char        *folder,
            const char        *new_name)
{
  g_autoptr (GPtrArray) names = list_names (folder, NULL);
  g_autoptr (GPtrArray) gone = names != NULL ? sdm_record_backups_choose (kind, names) : NULL;

  for (guint i = 0; gone != NULL && i < gone->len; i++)
    if (!g_str_equal (g_ptr_array_index (gone, i), new_name))
      remove_backup (folder, g_ptr_array_index (gone, i));
}

/* The folder may be slow, and is not written to on the store's thread. */
static void
remember (SdmRecordStore *self,
          const char     *folder)
{
  g_autofree char *path = g_build_filename (folder, SDM_RECORD_HEADS_NAME, NULL);
  g_autofree char *before = NULL;
  Remembered       remembered = { folder, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &before, NULL, NULL);
  remembered.before = before;
  run_job (self, run_remember, &remembered, NULL);
  if (remembered.heads != NULL &&
      !sdm_record_folder_write_file (folder, SDM_RECORD_HEADS_NAME, remembered.heads, strlen (remembered.heads), &error))
    g_message ("What is remembered of the records could not be written beside a backup: %s", error->message);
  g_free (remembered.heads);
}

/**
 * sdm_record_store_backup_into:
 * @self: an open store
 * @folder: a folder for backups; it may be on another disk or a network share
 * @cancellable: (nullable): looked at often; there is no new backup then
 * @progress: (nullable): called after each step, on the calling thread
 *
 * Makes a backup named after this moment, for practice with its key, and then
 * removes older ones of these names, but the last of each of 7 days, 5 weeks and
 * 12 months. It is checked before it gets its name. The file is copied in steps,
 * and other calls are served in between; the rest is done on the calling thread.
 *
 * Returns: (transfer full) (nullable): the backup
 */
char *
sdm_record_store_backup_into (SdmRecordStore       *self,
                              const char           *folder,
                              GCancellable         *cancellable,
                              SdmRecordProgressFunc progress,
                              gpointer              progress_data,
                              GError              **error)
{
  const SdmRecordPace pace = { cancellable, progress, progress_data, 0, SDM_RECORD_PACE_ALL };
  g_auto (Backup) backup = { 0 };
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char   *name = NULL;
  g_autofree char   *path = NULL;
  SdmRecordStoreKind kind;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  kind = sdm_record_store_get_kind (self);
  names = list_names (folder, error);
  if (names == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !run_job (self, run_begin, &backup, error))
    return NULL;

  remove_partial (kind, folder, names);
  name = sdm_record_backups_make_name (kind, now);
  path = g_build_filename (folder, name, NULL);
  if (!copy_pages (self, &backup, &pace, error) || !check_and_put (&backup, path, &pace, error))
    return NULL;

  remove_old (kind, folder, name);
  remember (self, folder);
  return g_steal_pointer (&path);
}
