/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-rescue.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "sdm-record-clinicians-private.h"
#include "sdm-record-error.h"
#include "sdm-record-folder-private.h"
#include "sdm-record-head-private.h"
#include "sdm-record-read-private.h"
#include "sdm-record-store-private.h"

/*
 * The file is opened as one that never changes, so that the database writes neither
 * into it nor beside it. Where a journal waits to be played into it, that is done
 * in a copy. Each document is opened by itself; rows are read from both ends, so that
 * a page that is damaged hides no more than what stands on it.
 */

/* Whoever guesses waits for each guess, as none can be counted. */
#define WAIT_AFTER_GUESS G_USEC_PER_SEC

void
sdm_record_rescued_free (SdmRecordRescued *rescued)
{
  g_ptr_array_unref (rescued->heads);
  g_free (rescued);
}

/* Opening */

static gboolean
copy_one (const char *path,
          const char *ending,
          const char *target)
{
  g_autofree char *from = g_strconcat (path, ending, NULL);
  g_autofree char *to = g_strconcat (target, ending, NULL);

  return sdm_record_folder_look_at (from) == SDM_RECORD_PRESENCE_ABSENT || sdm_record_folder_copy_file (from, to, NULL);
}

/* The file and its journal, where only we can read them. */
static char *
dup_copy (const char *path,
          GError    **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "evenhand-rescue-XXXXXX", NULL);
  g_autofree char *copy = NULL;

  if (g_mkdtemp (folder) == NULL)
    {
      sdm_record_folder_set_errno (error, errno, folder);
      return NULL;
    }

  copy = g_build_filename (folder, "copy.db", NULL);
  if (copy_one (path, "", copy) && copy_one (path, "-wal", copy) && copy_one (path, "-journal", copy))
    return g_steal_pointer (&copy);

  sdm_record_folder_set_errno (error, errno, folder);
  sdm_record_folder_remove_database (copy);
  g_rmdir (folder);
  return NULL;
}

static void
remove_copy (const char *copy)
{
  g_autofree char *folder = g_path_get_dirname (copy);

  sdm_record_folder_remove_database (copy);
  g_rmdir (folder);
}

static sqlite3 *
open_unchanging (const char *path,
                 GError    **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);
  g_autofree char *unchanging = uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;

  return unchanging != NULL ? sdm_record_connection_open (unchanging, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error) : NULL;
}

static gboolean
read_id (SdmRecordFile *file)
{
  sqlite3_stmt *statement = NULL;
  gboolean      good;

  good = sqlite3_prepare_v2 (file->db, "SELECT id FROM store WHERE kind = $1", -1, &statement, NULL) == SQLITE_OK &&
         sqlite3_bind_text (statement, 1, sdm_record_store_kind_get_text (file->kind), -1, SQLITE_STATIC) == SQLITE_OK &&
         sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_bytes (statement, 0) == SDM_RECORD_ID_SIZE;
  if (good)
    memcpy (file->id, sqlite3_column_blob (statement, 0), SDM_RECORD_ID_SIZE);
  sqlite3_finalize (statement);

  return good;
}

static gboolean
set_nothing (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED,
                       _("Nothing of this file can be read any more: its beginning is damaged. Keep it as it is, and bring the records back from a backup."));
  return FALSE;
}

/* A key is all that is needed; whose it is may be damaged. */
static gboolean
unlock (SdmRecordFile         *file,
        const SdmRecordAccess *access,
        GError               **error)
{
  g_autoptr (GError) failure = NULL;

  if (sdm_record_clinicians_unlock (file, access, &failure) || file->keys != NULL)
    return TRUE;
  if (!g_error_matches (failure, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED))
    return set_nothing (error);

  g_usleep (WAIT_AFTER_GUESS);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Reading */

typedef struct
{
  SdmRecordRescued   *rescued;
  const char         *folder;    /* nullable: nothing is written out */
  SdmRecordRescueText make_text; /* nullable */
} Rescue;

static gboolean
write_out (const Rescue        *rescue,
           const SdmRecordHead *head,
           GBytes              *body,
           GError             **error)
{
  g_autofree char *version = head->version > 0 ? g_strdup_printf ("version-%u", head->version) : g_strdup ("draft");
  g_autofree char *json = g_strconcat (head->id, "-", version, ".json", NULL);
  g_autofree char *txt = g_strconcat (head->id, "-", version, ".txt", NULL);
  g_autofree char *text = rescue->make_text != NULL ? rescue->make_text (body) : NULL;

  return sdm_record_folder_write_file (rescue->folder, json, g_bytes_get_data (body, NULL), g_bytes_get_size (body), error) &&
         (text == NULL || sdm_record_folder_write_file (rescue->folder, txt, text, strlen (text), error));
}

static gboolean
take_row (SdmRecordFile *file,
          sqlite3_stmt  *statement,
          const Rescue  *rescue,
          GError       **error)
{
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  if (!sdm_record_read_take_document (file, statement, &head, &body, NULL))
    {
      rescue->rescued->n_lost++;
      return TRUE;
    }
  if (rescue->folder != NULL && !write_out (rescue, head, body, error))
    return FALSE;

  g_ptr_array_add (rescue->rescued->heads, g_steal_pointer (&head));
  return TRUE;
}

/* Rows in one direction, behind @last; @last is the one that was reached. FALSE only where they cannot be written out. */
static gboolean
scan (SdmRecordFile *file,
      const char    *sql,
      gint64        *last,
      gboolean      *is_cut,
      const Rescue  *rescue,
      GError       **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean      good = TRUE;
  int           result = sqlite3_prepare_v2 (file->db, sql, -1, &statement, NULL);

  if (result == SQLITE_OK)
    sqlite3_bind_int64 (statement, 1, *last);
  while (result == SQLITE_OK && good && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      *last = sqlite3_column_int64 (statement, 4);
      good = take_row (file, statement, rescue, error);
      result = SQLITE_OK;
    }
  *is_cut = good && result != SQLITE_DONE;
  sqlite3_finalize (statement);

  return good;
}

static gboolean
scan_both_ways (SdmRecordFile *file,
                const char    *onwards,
                const char    *backwards,
                const Rescue  *rescue,
                GError       **error)
{
  gint64   last = G_MININT64;
  gboolean is_cut;
  gboolean is_cut_too;

  if (!scan (file, onwards, &last, &is_cut, rescue, error))
    return FALSE;
  if (!is_cut)
    return TRUE;

  rescue->rescued->is_cut = TRUE;
  return scan (file, backwards, &last, &is_cut_too, rescue, error);
}

static gboolean
read_all (SdmRecordFile *file,
          const Rescue  *rescue,
          GError       **error)
{
  return scan_both_ways (file,
                         "SELECT consultation_id, 0, head, body, rowid FROM draft WHERE rowid > $1 ORDER BY rowid",
                         "SELECT consultation_id, 0, head, body, rowid FROM draft WHERE rowid > $1 ORDER BY rowid DESC",
                         rescue, error) &&
         scan_both_ways (file,
                         "SELECT consultation_id, number, head, body, rowid FROM version WHERE rowid > $1 ORDER BY rowid",
                         "SELECT consultation_id, number, head, body, rowid FROM version WHERE rowid > $1 ORDER BY rowid DESC",
                         rescue, error);
}

/* The job */

static void
close_rescue (SdmRecordFile *file,
              const char    *copy)
{
  g_clear_pointer (&file->db, sdm_record_connection_close);
  if (copy != NULL)
    remove_copy (copy);
}

static gboolean
rescue_from (SdmRecordFile         *file,
             const SdmRecordAccess *access,
             const Rescue          *rescue,
             GError               **error)
{
  g_autofree char *copy = NULL;
  gboolean         good;

  file->is_only_read = TRUE;
  if (sdm_record_folder_has_journal (file->path))
    {
      copy = dup_copy (file->path, error);
      if (copy == NULL)
        return FALSE;
    }
  file->db = copy != NULL ? sdm_record_connection_open (copy, SQLITE_OPEN_READWRITE, error) : open_unchanging (file->path, error);
  if (file->db == NULL)
    {
      if (copy != NULL)
        remove_copy (copy);
      return FALSE;
    }

  good = (read_id (file) || set_nothing (error)) && unlock (file, access, error) && read_all (file, rescue, error);
  sdm_record_statement_finalize_all (file);
  close_rescue (file, copy);
  return good;
}

static gboolean
run_rescue (SdmRecordFile **file,
            SdmRecordJob   *job,
            GError        **error)
{
  Rescue *rescue = job->extra;
  g_autoptr (SdmRecordFile) damaged = NULL;

  g_clear_pointer (file, sdm_record_file_close);
  damaged = sdm_record_file_prepare (job->words[0], job->kind, error);
  if (damaged == NULL)
    return FALSE;

  rescue->folder = job->text;
  rescue->rescued = g_new0 (SdmRecordRescued, 1);
  rescue->rescued->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_head_free);
  if (!rescue_from (damaged, job->access, rescue, error))
    return FALSE;

  g_clear_pointer (&job->access, sdm_record_access_free);
  g_ptr_array_sort (rescue->rescued->heads, sdm_record_head_compare_newest);
  return TRUE;
}

static SdmRecordJob *
new_job (SdmRecordStore     *self,
         SdmRecordAccess    *access, /* taken */
         const char         *folder,
         SdmRecordRescueText make_text)
{
  SdmRecordJob *job = sdm_record_job_new_for_text (run_rescue, folder);
  Rescue       *rescue = g_new0 (Rescue, 1);

  rescue->make_text = make_text;
  job->words = g_new0 (char *, 2);
  job->words[0] = g_strdup (sdm_record_store_get_folder (self));
  job->kind = sdm_record_store_get_kind (self);
  job->access = access;
  job->extra = rescue;

  return job;
}

static void
free_job (gpointer data)
{
  SdmRecordJob *job = data;
  Rescue       *rescue = job->extra;

  g_clear_pointer (&rescue->rescued, sdm_record_rescued_free);
  g_free (rescue);
  sdm_record_job_free (job);
}

/**
 * sdm_record_store_rescue:
 * @self: a closed store of real patients, with what sdm_record_store_take_access() got
 * @folder: (nullable): where each document that opens is written to, as JSON
 * @make_text: (nullable): makes a text beside it
 *
 * Reads what can still be read of a damaged file, and writes nothing into it.
 *
 * Returns: (transfer full) (nullable): what that is; %NULL where nothing can be
 */
SdmRecordRescued *
sdm_record_store_rescue (SdmRecordStore     *self,
                         const char         *folder,
                         SdmRecordRescueText make_text,
                         GError            **error)
{
  SdmRecordJob     *job = new_job (self, sdm_record_store_steal_access (self), folder, make_text);
  SdmRecordRescued *rescued = NULL;

  if (sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    rescued = g_steal_pointer (&((Rescue *) job->extra)->rescued);
  free_job (job);

  return rescued;
}

/**
 * sdm_record_store_rescue_async:
 * @access: (transfer full): what somebody signs in with; it is wiped when it was used
 *
 * As sdm_record_store_rescue().
 */
void
sdm_record_store_rescue_async (SdmRecordStore     *self,
                               SdmRecordAccess    *access,
                               const char         *folder,
                               SdmRecordRescueText make_text,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, (gpointer) run_rescue);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, new_job (self, access, folder, make_text), free_job);
  sdm_record_worker_push (sdm_record_store_get_worker (self), task);
}

SdmRecordRescued *
sdm_record_store_rescue_finish (SdmRecordStore *self,
                                GAsyncResult   *result,
                                GError        **error)
{
  SdmRecordJob *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == (gpointer) run_rescue, NULL);

  return g_task_propagate_boolean (G_TASK (result), error) ? g_steal_pointer (&((Rescue *) job->extra)->rescued) : NULL;
}
