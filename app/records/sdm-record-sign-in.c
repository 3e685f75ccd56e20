/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-sign-in-private.h"

#include <string.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-store-private.h"

static void
free_sign_in (SdmRecordSignIn *sign_in)
{
  g_free (sign_in->role);
  g_free (sign_in->groups[0]);
  g_free (sign_in->groups[1]);
  g_clear_pointer (&sign_in->own, sdm_record_access_free);
  g_clear_object (&sign_in->cancellable);
  sdm_record_recovery_clear (&sign_in->recovery);
  g_clear_pointer (&sign_in->person, sdm_record_person_free);
  g_clear_pointer (&sign_in->staff, sdm_record_staff_free);
  g_free (sign_in);
}

static void
free_job (gpointer data)
{
  SdmRecordJob *job = data;

  free_sign_in (job->extra);
  sdm_record_job_free (job);
}

void
sdm_record_person_free (SdmRecordPerson *person)
{
  g_free (person->name);
  g_free (person->role);
  g_free (person);
}

/* Jobs, on the worker's thread */

/**
 * sdm_record_sign_in_read_person:
 *
 * Returns: (transfer full) (nullable): who has the file open, and whether it takes patients
 */
SdmRecordPerson *
sdm_record_sign_in_read_person (SdmRecordFile *file,
                                GError       **error)
{
  g_autoptr (SdmRecordPerson) person = g_new0 (SdmRecordPerson, 1);

  person->name = g_strdup (file->clinician_name);
  person->role = g_strdup (file->clinician_role);
  if (!sdm_record_recovery_ask (file, &person->is_confirmed, person->groups, error))
    return NULL;

  return g_steal_pointer (&person);
}

/**
 * sdm_record_sign_in_keep_person:
 *
 * Makes who is signed in a result.
 */
gboolean
sdm_record_sign_in_keep_person (SdmRecordFile   *file,
                                SdmRecordSignIn *sign_in,
                                GError         **error)
{
  sign_in->person = sdm_record_sign_in_read_person (file, error);

  return sign_in->person != NULL;
}

static gboolean
run_look (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  sign_in->is_there = sdm_record_file_exists (job->text, job->kind);
  return TRUE;
}

static gboolean
open_file (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  const gboolean was_open = *file != NULL;

  if (!was_open)
    *file = sdm_record_file_open (job->text, job->kind, job->access, NULL, error);
  g_clear_pointer (&job->access, sdm_record_access_free);
  if (*file == NULL)
    return FALSE;
  if (sdm_record_sign_in_keep_person (*file, job->extra, error))
    return TRUE;
  if (!was_open)
    g_clear_pointer (file, sdm_record_file_close);

  return FALSE;
}

static gboolean
run_sign_in (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  /* Nobody gets in by what somebody else has opened. */
  g_clear_pointer (file, sdm_record_file_close);
  if (!open_file (file, job, error))
    return FALSE;
  if (!g_cancellable_set_error_if_cancelled (sign_in->cancellable, error))
    return TRUE;

  /* Who gave up meanwhile is not signed in. */
  g_clear_pointer (file, sdm_record_file_close);
  return FALSE;
}

/* The code is told in any case: nobody can tell it once more. */
static gboolean
run_found (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  if (!sdm_record_file_found (job->text, job->access, sign_in->role, &sign_in->recovery, error))
    return FALSE;
  if (!open_file (file, job, NULL))
    g_message ("The new records could not be opened at once");

  return TRUE;
}

static gboolean
run_confirm (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_recovery_confirm (*file, sign_in->groups[0], sign_in->groups[1], error) &&
         sdm_record_sign_in_keep_person (*file, sign_in, error);
}

static gboolean
run_renew_code (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  /* What the code that was used does not keep one from. */
  if (*file == NULL)
    return sdm_record_store_check_open (*file, error);

  return sdm_record_recovery_renew (*file, NULL, NULL, &sign_in->recovery, error) &&
         sdm_record_sign_in_keep_person (*file, sign_in, error);
}

/* Making jobs, and handing out their results */

/**
 * sdm_record_sign_in_new_job:
 *
 * Returns: (transfer full): a job that has an #SdmRecordSignIn with it
 */
SdmRecordJob *
sdm_record_sign_in_new_job (SdmRecordStore  *self,
                            SdmRecordJobFunc run)
{
  SdmRecordJob *job = sdm_record_job_new (run);

  job->text = g_strdup (sdm_record_store_get_folder (self));
  job->kind = sdm_record_store_get_kind (self);
  job->extra = g_new0 (SdmRecordSignIn, 1);

  return job;
}

/**
 * sdm_record_sign_in_start:
 * @job: (transfer full): made by sdm_record_sign_in_new_job()
 *
 * Begins a call that does not wait.
 */
void
sdm_record_sign_in_start (SdmRecordStore     *self,
                          SdmRecordJob       *job,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, (gpointer) job->run);
  /* What was done is told, even when it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job);
  sdm_record_worker_push (sdm_record_store_get_worker (self), task);
}

/**
 * sdm_record_sign_in_finish:
 * @run: the work of the call
 * @recovery: (out) (optional): a new code
 * @person: (out) (optional) (transfer full): who is signed in
 */
gboolean
sdm_record_sign_in_finish (SdmRecordStore    *self,
                           GAsyncResult      *result,
                           SdmRecordJobFunc   run,
                           SdmRecordRecovery *recovery,
                           SdmRecordPerson  **person,
                           GError           **error)
{
  SdmRecordSignIn *sign_in;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == (gpointer) run, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  sign_in = ((SdmRecordJob *) g_task_get_task_data (G_TASK (result)))->extra;
  if (person != NULL)
    *person = g_steal_pointer (&sign_in->person);
  if (recovery != NULL)
    {
      *recovery = sign_in->recovery;
      memset (&sign_in->recovery, 0, sizeof sign_in->recovery);
    }

  return TRUE;
}

/* Public API */

/**
 * sdm_record_store_look_async:
 *
 * Looks whether there are records to be opened; see sdm_record_store_exists().
 */
void
sdm_record_store_look_async (SdmRecordStore     *self,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_sign_in_start (self, sdm_record_sign_in_new_job (self, run_look), NULL, callback, user_data);
}

gboolean
sdm_record_store_look_finish (SdmRecordStore *self,
                              GAsyncResult   *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == (gpointer) run_look, FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL) &&
         ((SdmRecordSignIn *) ((SdmRecordJob *) g_task_get_task_data (G_TASK (result)))->extra)->is_there;
}

/**
 * sdm_record_store_sign_in_async:
 * @self: a store of real patients
 * @access: (transfer full): what somebody signs in with; it is wiped when it was used
 *
 * Opens the records for who signs in, and closes them first for whoever had. As
 * sdm_record_store_open(). Whoever cancels before it is done is not let in.
 */
void
sdm_record_store_sign_in_async (SdmRecordStore     *self,
                                SdmRecordAccess    *access,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  SdmRecordJob *job;

  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  job = sdm_record_sign_in_new_job (self, run_sign_in);
  job->access = access;
  g_set_object (&((SdmRecordSignIn *) job->extra)->cancellable, cancellable);
  sdm_record_sign_in_start (self, job, cancellable, callback, user_data);
}

/**
 * sdm_record_store_sign_in_finish:
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
SdmRecordPerson *
sdm_record_store_sign_in_finish (SdmRecordStore *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  SdmRecordPerson *person = NULL;

  return sdm_record_sign_in_finish (self, result, run_sign_in, NULL, &person, error) ? person : NULL;
}

/**
 * sdm_record_store_found_async:
 * @access: (transfer full): name and passphrase of the first clinician
 * @role: that clinician's role
 *
 * As sdm_record_store_found(), and opens the records for that clinician.
 */
void
sdm_record_store_found_async (SdmRecordStore     *self,
                              SdmRecordAccess    *access,
                              const char         *role,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  SdmRecordJob *job;

  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  job = sdm_record_sign_in_new_job (self, run_found);
  job->access = access;
  ((SdmRecordSignIn *) job->extra)->role = g_strdup (role);
  sdm_record_sign_in_start (self, job, cancellable, callback, user_data);
}

/**
 * sdm_record_store_found_finish:
 * @recovery: (out): the recovery code, which is told only here; without a code it failed
 *
 * Returns: (transfer full) (nullable): who is signed in; %NULL with a code where the new
 *   records could not be opened at once
 */
SdmRecordPerson *
sdm_record_store_found_finish (SdmRecordStore    *self,
                               GAsyncResult      *result,
                               SdmRecordRecovery *recovery,
                               GError           **error)
{
  SdmRecordPerson *person = NULL;

  return sdm_record_sign_in_finish (self, result, run_found, recovery, &person, error) ? person : NULL;
}

/**
 * sdm_record_store_confirm_async:
 *
 * As sdm_record_store_confirm().
 */
void
sdm_record_store_confirm_async (SdmRecordStore     *self,
                                const char         *first,
                                const char         *second,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  SdmRecordJob *job;

  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  job = sdm_record_sign_in_new_job (self, run_confirm);
  ((SdmRecordSignIn *) job->extra)->groups[0] = g_strdup (first);
  ((SdmRecordSignIn *) job->extra)->groups[1] = g_strdup (second);
  sdm_record_sign_in_start (self, job, NULL, callback, user_data);
}

/**
 * sdm_record_store_confirm_finish:
 *
 * Returns: (transfer full) (nullable): who is signed in, and whether patients are taken now
 */
SdmRecordPerson *
sdm_record_store_confirm_finish (SdmRecordStore *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  SdmRecordPerson *person = NULL;

  return sdm_record_sign_in_finish (self, result, run_confirm, NULL, &person, error) ? person : NULL;
}

/**
 * sdm_record_store_renew_code_async:
 *
 * Makes a new recovery code in place of one that was used or is lost; the one before opens
 * nothing any more. No patient is taken until it was typed back.
 */
void
sdm_record_store_renew_code_async (SdmRecordStore     *self,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_sign_in_start (self, sdm_record_sign_in_new_job (self, run_renew_code), NULL, callback, user_data);
}

/**
 * sdm_record_store_renew_code_finish:
 * @recovery: (out): the new code, which is told only here
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
SdmRecordPerson *
sdm_record_store_renew_code_finish (SdmRecordStore    *self,
                                    GAsyncResult      *result,
                                    SdmRecordRecovery *recovery,
                                    GError           **error)
{
  SdmRecordPerson *person = NULL;

  return sdm_record_sign_in_finish (self, result, run_renew_code, recovery, &person, error) ? person : NULL;
}
