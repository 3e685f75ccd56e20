/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-upkeep.h"

#include "sdm-record-backup-private.h"
#include "sdm-record-check-private.h"
#include "sdm-record-sign-in-private.h"
#include "sdm-record-store-private.h"
#include "sdm-record-watch-private.h"

/* What SdmRecordStore does for the file as a whole, on the worker or beside it. */

/* Checking: a step each, so that what is saved meanwhile need not wait */

#define MOST_LOOKS 20

typedef struct
{
  SdmRecordCheck *check;
  const char     *heads; /* nullable: a file with what is remembered elsewhere */
  gint64          done;
  gint64          all;
} Check;

static gboolean
run_check_step (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  Check *check = job->extra;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;
  if (check->heads != NULL && !sdm_record_watch_add_heads (*file, check->heads, error))
    return FALSE;

  check->heads = NULL;
  return sdm_record_check_step (*file, check->check, &check->done, &check->all, error);
}

typedef struct
{
  SdmRecordWorker *worker;
  GCancellable    *cancellable;
} Others;

static gboolean
has_to_wait_cb (gpointer user_data)
{
  const Others *others = user_data;

  return sdm_record_worker_is_wanted (others->worker) || g_cancellable_is_cancelled (others->cancellable);
}

static gboolean
run_drop_heads (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  if (*file != NULL)
    sdm_record_watch_drop_heads (*file);
  return TRUE;
}

static gboolean
check_to_end (Others               *others,
              Check                *check,
              SdmRecordProgressFunc progress,
              gpointer              progress_data,
              GError              **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_check_step);

  job->extra = check;
  while (check->done < check->all)
    {
      if (g_cancellable_set_error_if_cancelled (others->cancellable, error) ||
          !sdm_record_worker_run (others->worker, job, error))
        return FALSE;
      if (progress != NULL)
        progress (check->done, check->all, progress_data);
    }

  return TRUE;
}

/**
 * sdm_record_store_check:
 * @self: an open store
 * @heads: (nullable): a file with the heads of the months that lay beside a backup
 * @cancellable: (nullable): looked at between steps
 * @progress: (nullable): called after each step, on the calling thread
 *
 * Looks through all that is kept. Fails with %SDM_RECORD_ERROR_DAMAGED where anything is not
 * as it was written. That it was looked through is noted, in the chain and beside the file;
 * not where it was given up.
 */
gboolean
sdm_record_store_check (SdmRecordStore       *self,
                        const char           *heads,
                        GCancellable         *cancellable,
                        SdmRecordProgressFunc progress,
                        gpointer              progress_data,
                        GError              **error)
{
  Others others = { sdm_record_store_get_worker (self), cancellable };
  g_autoptr (SdmRecordCheck) whole = sdm_record_check_new (has_to_wait_cb, &others);
  g_autoptr (SdmRecordJob) last = sdm_record_job_new (run_drop_heads);
  Check    check = { whole, heads, 0, 1 };
  gboolean good;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  good = check_to_end (&others, &check, progress, progress_data, error);
  if (heads != NULL)
    sdm_record_worker_run (others.worker, last, NULL);
  return good;
}

/* Beside the worker: a thread that asks for one step after the other */

/* Whether it came to its end; it is given up where somebody else wants the file. */
typedef struct
{
  Others   others;
  gboolean is_done;
} LookOver;

static int
look_over_has_to_wait_cb (gpointer user_data)
{
  return has_to_wait_cb (user_data) ? 1 : 0;
}

static gboolean
run_look_over (SdmRecordFile **file,
               SdmRecordJob   *job,
               GError        **error)
{
  LookOver *look = job->extra;
  g_autoptr (GError) failure = NULL;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;
  sqlite3_progress_handler ((*file)->db, SDM_RECORD_QUESTION_EVERY, look_over_has_to_wait_cb, &look->others);
  look->is_done = sdm_record_file_check (*file, TRUE, &failure);
  sqlite3_progress_handler ((*file)->db, 0, NULL, NULL);
  if (look->is_done || sqlite3_errcode ((*file)->db) == SQLITE_INTERRUPT)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * sdm_record_store_look_over:
 * @self: an open store
 * @cancellable: (nullable): gives it up
 *
 * Looks whether the database itself is sound, and makes nobody wait: where it is given up
 * too often, as somebody works, the weekly check will do. Fails with %SDM_RECORD_ERROR_DAMAGED
 * where it is not.
 */
gboolean
sdm_record_store_look_over (SdmRecordStore *self,
                            GCancellable   *cancellable,
                            GError        **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_look_over);
  LookOver look = { { sdm_record_store_get_worker (self), cancellable }, FALSE };

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job->extra = &look;
  for (guint i = 0; i < MOST_LOOKS && !look.is_done; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !sdm_record_worker_run (look.others.worker, job, error))
      return FALSE;

  return TRUE;
}

typedef struct
{
  char            *folder; /* owned, nullable */
  SdmRecordTeller *teller; /* owned */
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_free (order->folder);
  sdm_record_teller_unref (order->teller);
  g_free (order);
}

static void
start_beside (SdmRecordStore       *self,
              const char           *folder,
              GTaskThreadFunc       run,
              GCancellable         *cancellable,
              SdmRecordProgressFunc progress,
              gpointer              progress_data,
              GAsyncReadyCallback   callback,
              gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->folder = g_strdup (folder);
  order->teller = sdm_record_teller_new (progress, progress_data);
  g_task_set_source_tag (task, (gpointer) run);
  /* What was done is told, even when it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, run);
}

static GTask *
end_beside (GAsyncResult   *result,
            GTaskThreadFunc run)
{
  Order *order = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == (gpointer) run, NULL);

  sdm_record_teller_end (order->teller);
  return G_TASK (result);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Order  *order = task_data;
  GError *error = NULL;

  if (sdm_record_store_check (source, NULL, cancellable, sdm_record_teller_tell, order->teller, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
look_over_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;

  if (sdm_record_store_look_over (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sdm_record_store_look_over_async:
 *
 * As sdm_record_store_look_over().
 */
void
sdm_record_store_look_over_async (SdmRecordStore     *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start_beside (self, NULL, look_over_in_thread, cancellable, NULL, NULL, callback, user_data);
}

gboolean
sdm_record_store_look_over_finish (SdmRecordStore *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  return g_task_propagate_boolean (end_beside (result, look_over_in_thread), error);
}

/**
 * sdm_record_store_check_async:
 *
 * As sdm_record_store_check(). No other call waits for it longer than for one step.
 */
void
sdm_record_store_check_async (SdmRecordStore       *self,
                              GCancellable         *cancellable,
                              SdmRecordProgressFunc progress,
                              gpointer              progress_data,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start_beside (self, NULL, check_in_thread, cancellable, progress, progress_data, callback, user_data);
}

gboolean
sdm_record_store_check_finish (SdmRecordStore *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return g_task_propagate_boolean (end_beside (result, check_in_thread), error);
}

static void
back_up_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Order  *order = task_data;
  GError *error = NULL;
  char   *path = sdm_record_store_backup_into (source, order->folder, cancellable, sdm_record_teller_tell, order->teller, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * sdm_record_store_backup_into_async:
 *
 * As sdm_record_store_backup_into(). Where the store is closed before all is copied, it
 * fails and leaves nothing; afterwards it goes on to its end, as the copy is sealed and
 * needs no key.
 */
void
sdm_record_store_backup_into_async (SdmRecordStore       *self,
                                    const char           *folder,
                                    GCancellable         *cancellable,
                                    SdmRecordProgressFunc progress,
                                    gpointer              progress_data,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start_beside (self, folder, back_up_in_thread, cancellable, progress, progress_data, callback, user_data);
}

char *
sdm_record_store_backup_into_finish (SdmRecordStore *self,
                                     GAsyncResult   *result,
                                     GError        **error)
{
  return g_task_propagate_pointer (end_beside (result, back_up_in_thread), error);
}

/* What was done */

void
sdm_record_upkeep_free (SdmRecordUpkeep *upkeep)
{
  g_free (upkeep->folder);
  g_free (upkeep);
}

static gboolean
run_get_upkeep (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  SdmRecordUpkeep *upkeep;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;

  upkeep = g_new0 (SdmRecordUpkeep, 1);
  upkeep->backup = sdm_record_watch_get_backup (*file, &upkeep->folder);
  upkeep->check = sdm_record_watch_get_check (*file, &upkeep->was_good);
  job->extra = upkeep;
  return TRUE;
}

/**
 * sdm_record_store_get_upkeep_async:
 * @self: an open store of real patients
 *
 * Asks when there was a backup and a check last.
 */
void
sdm_record_store_get_upkeep_async (SdmRecordStore     *self,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new (run_get_upkeep), NULL, callback, user_data);
}

/**
 * sdm_record_store_get_upkeep_finish:
 *
 * Returns: (transfer full) (nullable): what was done, %NULL with @error set
 */
SdmRecordUpkeep *
sdm_record_store_get_upkeep_finish (SdmRecordStore *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_get_upkeep, error);

  return job != NULL ? g_steal_pointer (&job->extra) : NULL;
}

/* Putting a backup back: one job, as nothing else can be done meanwhile */

typedef struct
{
  SdmRecordPace     pace;
  SdmRecordTeller  *teller; /* owned, nullable */
  SdmRecordRestored restored;
  SdmRecordPerson  *person; /* owned, nullable: where it is to stay open */
  gboolean          stays_open;
} Restoring;

static void
clear_restoring (Restoring *restoring)
{
  g_clear_pointer (&restoring->teller, sdm_record_teller_unref);
  g_clear_object (&restoring->pace.cancellable);
  g_clear_pointer (&restoring->person, sdm_record_person_free);
}

static gboolean
run_restore (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  Restoring *restoring = job->extra;
  g_autoptr (SdmRecordFile) restored = NULL;

  g_clear_pointer (file, sdm_record_file_close);
  restored = sdm_record_backup_restore (job->words[0], job->kind, job->text, job->access, &restoring->pace,
                                        &restoring->restored, error);
  g_clear_pointer (&job->access, sdm_record_access_free);
  if (restored == NULL)
    return FALSE;
  if (!restoring->stays_open)
    return TRUE;

  /* It is back, whether or not it can be said at once who has it open. */
  restoring->person = sdm_record_sign_in_read_person (restored, NULL);
  if (restoring->person != NULL)
    *file = g_steal_pointer (&restored);
  return TRUE;
}

static SdmRecordJob *
new_restore_job (SdmRecordStore  *self,
                 const char      *path,
                 SdmRecordAccess *access /* taken */)
{
  SdmRecordJob *job = sdm_record_job_new_for_text (run_restore, path);

  job->words = g_new0 (char *, 2);
  job->words[0] = g_strdup (sdm_record_store_get_folder (self));
  job->kind = sdm_record_store_get_kind (self);
  job->access = access;

  return job;
}

/**
 * sdm_record_store_restore_with:
 * @self: a closed store
 * @path: a backup
 * @cancellable: (nullable): looked at often; all is as it was then
 * @progress: (nullable): called on the worker's thread
 * @restored: (out): what was brought back
 *
 * Puts a backup in the place of the records; those stay beside it under another
 * name. It is opened with what sdm_record_store_take_access() got, and checked;
 * when it does not hold, all is as it was.
 */
gboolean
sdm_record_store_restore_with (SdmRecordStore       *self,
                               const char           *path,
                               GCancellable         *cancellable,
                               SdmRecordProgressFunc progress,
                               gpointer              progress_data,
                               SdmRecordRestored    *restored,
                               GError              **error)
{
  Restoring restoring = { .pace = { cancellable, progress, progress_data, 0, SDM_RECORD_PACE_ALL } };
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job = new_restore_job (self, path, sdm_record_store_steal_access (self));
  job->extra = &restoring;
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return FALSE;

  *restored = restoring.restored;
  return TRUE;
}

/**
 * sdm_record_store_restore:
 *
 * As sdm_record_store_restore_with(), for who waits without a word.
 */
gboolean
sdm_record_store_restore (SdmRecordStore *self,
                          const char     *path,
                          GError        **error)
{
  SdmRecordRestored restored;

  return sdm_record_store_restore_with (self, path, NULL, NULL, NULL, &restored, error);
}

static void
free_restore_job (gpointer data)
{
  SdmRecordJob *job = data;

  clear_restoring (job->extra);
  g_free (job->extra);
  sdm_record_job_free (job);
}

/**
 * sdm_record_store_restore_async:
 * @access: (transfer full): what somebody signs in with; it is wiped when it was used
 *
 * As sdm_record_store_restore_with(), and leaves the records open for who signed in.
 */
void
sdm_record_store_restore_async (SdmRecordStore       *self,
                                const char           *path,
                                SdmRecordAccess      *access,
                                GCancellable         *cancellable,
                                SdmRecordProgressFunc progress,
                                gpointer              progress_data,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data)
{
  Restoring    *restoring = g_new0 (Restoring, 1);
  SdmRecordJob *job;
  GTask        *task;

  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  restoring->teller = sdm_record_teller_new (progress, progress_data);
  restoring->pace = (SdmRecordPace){ cancellable != NULL ? g_object_ref (cancellable) : NULL,
                                     sdm_record_teller_tell, restoring->teller, 0, SDM_RECORD_PACE_ALL };
  restoring->stays_open = TRUE;
  job = new_restore_job (self, path, access);
  job->extra = restoring;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, (gpointer) run_restore);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_restore_job);
  sdm_record_worker_push (sdm_record_store_get_worker (self), task);
}

/**
 * sdm_record_store_restore_finish:
 * @restored: (out): what was brought back
 *
 * Returns: (transfer full) (nullable): who is signed in; %NULL without @error where the
 *   records are back, but have to be signed in to
 */
SdmRecordPerson *
sdm_record_store_restore_finish (SdmRecordStore    *self,
                                 GAsyncResult      *result,
                                 SdmRecordRestored *restored,
                                 GError           **error)
{
  Restoring *restoring = ((SdmRecordJob *) g_task_get_task_data (G_TASK (result)))->extra;

  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == (gpointer) run_restore, NULL);

  sdm_record_teller_end (restoring->teller);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  *restored = restoring->restored;
  return g_steal_pointer (&restoring->person);
}
