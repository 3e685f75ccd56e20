/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-staff.h"

#include "sdm-record-clinicians-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-rotation-private.h"
#include "sdm-record-store-private.h"

/* Jobs, on the worker's thread */

typedef struct
{
  const SdmRecordAccess *access;
  const char            *role;
  SdmRecordRecovery     *recovery;
} Enrolment;

static gboolean
run_enrol (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  const Enrolment *enrolment = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_clinicians_enrol (*file, enrolment->access, enrolment->role, error);
}

static gboolean
run_recover (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  const Enrolment *enrolment = job->extra;

  /* What the code that was used does not keep one from. */
  if (*file == NULL)
    return sdm_record_store_check_open (*file, error);

  return sdm_record_recovery_renew (*file, enrolment->access, enrolment->role, enrolment->recovery, error);
}

static gboolean
run_enrolment (SdmRecordStore  *self,
               SdmRecordJobFunc run,
               Enrolment       *enrolment,
               GError         **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run);

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  job->extra = enrolment;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/* Changing the key, a job for each step, so that what is saved meanwhile need not wait */

typedef struct
{
  const char *leaver; /* nullable */
  const char *reason; /* nullable */
  gboolean    is_under_way;
  gint64      done;
  gint64      all;
} Rotation;

static gboolean
run_look (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  Rotation *rotation = job->extra;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;

  rotation->is_under_way = sdm_record_rotation_is_under_way (*file);
  return TRUE;
}

static gboolean
run_begin (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  const Rotation *rotation = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_rotation_begin (*file, rotation->leaver, rotation->reason, error);
}

static gboolean
run_step (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  Rotation *rotation = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_rotation_step (*file, &rotation->done, &rotation->all, error);
}

static gboolean
run_rotation (SdmRecordStore  *self,
              SdmRecordJobFunc run,
              Rotation        *rotation,
              GError         **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run);

  job->extra = rotation;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/* Until all is done, or somebody no longer wants it; then it can go on later. */
static gboolean
go_on (SdmRecordStore       *self,
       Rotation             *rotation,
       GCancellable         *cancellable,
       SdmRecordProgressFunc progress,
       gpointer              progress_data,
       GError              **error)
{
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !run_rotation (self, run_step, rotation, error))
        return FALSE;
      if (progress != NULL)
        progress (rotation->done, rotation->all, progress_data);
    }
  while (rotation->done < rotation->all);

  return TRUE;
}

/* The same without waiting: each step is asked for when the one before is done */

typedef struct
{
  Rotation              rotation;
  char                 *leaver; /* nullable */
  char                 *reason; /* nullable */
  gboolean              must_begin;
  gboolean              is_dismissal;
  SdmRecordProgressFunc progress; /* nullable */
  gpointer              progress_data;
} KeyChange;

static void
free_key_change (gpointer data)
{
  KeyChange *change = data;

  g_free (change->leaver);
  g_free (change->reason);
  g_free (change);
}

static void stepped_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data);

static void
do_next (GTask           *task, /* taken */
         SdmRecordJobFunc run)
{
  KeyChange    *change = g_task_get_task_data (task);
  SdmRecordJob *job = sdm_record_job_new (run);

  job->extra = &change->rotation;
  sdm_record_store_start (g_task_get_source_object (task), job, g_task_get_cancellable (task), stepped_cb, task);
}

/* What follows a step; NULL when all is done. What was begun before is ended before somebody leaves. */
static SdmRecordJobFunc
find_next (KeyChange       *change,
           SdmRecordJobFunc run)
{
  Rotation *rotation = &change->rotation;

  if (run == run_look)
    {
      change->must_begin = change->must_begin && (change->is_dismissal || !rotation->is_under_way);
      if (rotation->is_under_way)
        return run_step;
    }
  else if (run == run_begin)
    {
      change->must_begin = FALSE;
      return run_step;
    }
  else if (rotation->done < rotation->all)
    {
      return run_step;
    }

  return change->must_begin ? run_begin : NULL;
}

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask           *task = user_data;
  KeyChange       *change = g_task_get_task_data (task);
  SdmRecordJobFunc run = (SdmRecordJobFunc) g_task_get_source_tag (G_TASK (result));
  GError          *error = NULL;

  if (sdm_record_store_finish (SDM_RECORD_STORE (source), result, run, &error) == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  if (run == run_step && change->progress != NULL)
    change->progress (change->rotation.done, change->rotation.all, change->progress_data);
  run = find_next (change, run);
  if (run != NULL)
    {
      do_next (task, run);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* Public API */

/**
 * sdm_record_store_enrol:
 * @self: an open store for real patients
 * @access: name and passphrase of who is let in
 * @role: (nullable): what that person is; %NULL for what is known
 *
 * Lets another clinician in, also one who left; with the name of who is signed
 * in, changes that passphrase. Fails with %SDM_RECORD_ERROR_EXISTS where
 * somebody of this name may sign in already.
 */
gboolean
sdm_record_store_enrol (SdmRecordStore        *self,
                        const SdmRecordAccess *access,
                        const char            *role,
                        GError               **error)
{
  Enrolment enrolment = { access, role, NULL };

  return run_enrolment (self, run_enrol, &enrolment, error);
}

/**
 * sdm_record_store_recover:
 * @self: a store for real patients, which may have been opened with the recovery code
 * @access: name and a new passphrase
 * @role: (nullable): what that person is; %NULL for what is known
 * @recovery: (out): the new recovery code, which is told only here
 *
 * As sdm_record_store_renew_code(), and lets this person in, who is signed in
 * from then on: with the code alone nobody reads a record.
 */
gboolean
sdm_record_store_recover (SdmRecordStore        *self,
                          const SdmRecordAccess *access,
                          const char            *role,
                          SdmRecordRecovery     *recovery,
                          GError               **error)
{
  Enrolment enrolment = { access, role, recovery };

  return run_enrolment (self, run_recover, &enrolment, error);
}

/**
 * sdm_record_store_is_rotating:
 * @is_rotating: (out): whether changing the key was begun, and not ended
 */
gboolean
sdm_record_store_is_rotating (SdmRecordStore *self,
                              gboolean       *is_rotating,
                              GError        **error)
{
  Rotation rotation = { NULL };

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  if (!run_rotation (self, run_look, &rotation, error))
    return FALSE;

  *is_rotating = rotation.is_under_way;
  return TRUE;
}

/**
 * sdm_record_store_rotate:
 * @self: an open store for real patients
 * @cancellable: (nullable): looked at between steps
 * @progress: (nullable): called after each step
 *
 * Goes on changing the key where that was begun, or else gives the records a new
 * one. Everything is sealed with it, step by step; other calls are served in
 * between. When this is cancelled, or the program dies, it goes on when it is
 * called again; until then the records can be worked with as always.
 */
gboolean
sdm_record_store_rotate (SdmRecordStore       *self,
                         GCancellable         *cancellable,
                         SdmRecordProgressFunc progress,
                         gpointer              progress_data,
                         GError              **error)
{
  Rotation rotation = { NULL };

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  return !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         run_rotation (self, run_look, &rotation, error) &&
         (rotation.is_under_way || run_rotation (self, run_begin, &rotation, error)) &&
         go_on (self, &rotation, cancellable, progress, progress_data, error);
}

/**
 * sdm_record_store_dismiss:
 * @self: an open store for real patients
 * @name: who leaves
 * @reason: (nullable): why
 *
 * Lets somebody sign in no more, at once, and changes the key as
 * sdm_record_store_rotate() does; what was begun of that before is ended first.
 * Fails with %SDM_RECORD_ERROR_NOT_FOUND for a name that may not sign in, and
 * with %SDM_RECORD_ERROR_INVALID for one's own and for the last.
 */
gboolean
sdm_record_store_dismiss (SdmRecordStore       *self,
                          const char           *name,
                          const char           *reason,
                          GCancellable         *cancellable,
                          SdmRecordProgressFunc progress,
                          gpointer              progress_data,
                          GError              **error)
{
  Rotation rotation = { .leaver = name, .reason = reason };

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  return go_on (self, &rotation, cancellable, NULL, NULL, error) &&
         run_rotation (self, run_begin, &rotation, error) &&
         go_on (self, &rotation, cancellable, progress, progress_data, error);
}

/**
 * sdm_record_store_change_key_async:
 * @self: an open store for real patients
 * @leaver: (nullable): who leaves, for a dismissal
 * @reason: (nullable): why
 * @cancellable: (nullable): looked at between steps
 * @progress: (nullable): called after each step
 *
 * Changes the key as sdm_record_store_rotate() or sdm_record_store_dismiss() does, or only goes
 * on with that; other calls are served between the steps. Only one at a time.
 */
void
sdm_record_store_change_key_async (SdmRecordStore       *self,
                                   SdmRecordKeyChange    change,
                                   const char           *leaver,
                                   const char           *reason,
                                   GCancellable         *cancellable,
                                   SdmRecordProgressFunc progress,
                                   gpointer              progress_data,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  KeyChange *key_change;
  GTask     *task;

  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  key_change = g_new0 (KeyChange, 1);
  task = g_task_new (self, cancellable, callback, user_data);
  key_change->leaver = g_strdup (leaver);
  key_change->reason = g_strdup (reason);
  key_change->rotation.leaver = key_change->leaver;
  key_change->rotation.reason = key_change->reason;
  key_change->must_begin = change != SDM_RECORD_KEY_CHANGE_GO_ON;
  key_change->is_dismissal = change == SDM_RECORD_KEY_CHANGE_DISMISS;
  key_change->progress = progress;
  key_change->progress_data = progress_data;
  g_task_set_source_tag (task, (gpointer) sdm_record_store_change_key_async);
  /* What was done is told, even when it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, key_change, free_key_change);
  do_next (task, run_look);
}

gboolean
sdm_record_store_change_key_finish (SdmRecordStore *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
