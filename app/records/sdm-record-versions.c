/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-versions.h"

#include <glib/gi18n.h>

#include "sdm-record-audit-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-store-private.h"

static const char *const changes[] = {
  [SDM_RECORD_CHANGE_FINALISED] = "finalised",
  [SDM_RECORD_CHANGE_AMENDED] = "amended",
  [SDM_RECORD_CHANGE_ENTERED_IN_ERROR] = "entered-in-error",
  [SDM_RECORD_CHANGE_WITHDRAWN] = "withdrawn",
};

static const char *const codes[] = {
  [SDM_RECORD_CHANGE_FINALISED] = SDM_RECORD_AUDIT_FINALISE,
  [SDM_RECORD_CHANGE_AMENDED] = SDM_RECORD_AUDIT_AMEND,
  [SDM_RECORD_CHANGE_ENTERED_IN_ERROR] = SDM_RECORD_AUDIT_ERROR,
  [SDM_RECORD_CHANGE_WITHDRAWN] = SDM_RECORD_AUDIT_WITHDRAW,
};

/**
 * sdm_record_change_get_text:
 *
 * Returns: (transfer none): as it stands in a head
 */
const char *
sdm_record_change_get_text (SdmRecordChange change)
{
  return changes[change];
}

/* On the worker's thread */

static gboolean
is_closed (const SdmRecordHead *head)
{
  return g_strcmp0 (head->change, changes[SDM_RECORD_CHANGE_ENTERED_IN_ERROR]) == 0 ||
         g_strcmp0 (head->change, changes[SDM_RECORD_CHANGE_WITHDRAWN]) == 0;
}

static gboolean
set_invalid (GError    **error,
             const char *message)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_reason (const char *reason,
              GError    **error)
{
  g_autofree char *words = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  if (*words != '\0')
    return TRUE;

  return set_invalid (error, _("Say why this record is changed. Nothing was saved."));
}

/* In a transaction: what the last version must be like for another to follow. */
static gboolean
check_last (const SdmRecordHead *last,
            const SdmRecordHead *head,
            GError             **error)
{
  if (is_closed (last))
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED,
                           _("This record was withdrawn or entered in error, and is never changed again. Nothing was saved."));
      return FALSE;
    }
  if (head->version != last->version)
    return set_invalid (error, _("This record was amended meanwhile. Nothing was saved. Open it again, so that you see what was changed."));

  return TRUE;
}

/* An amendment ends the draft of it; whoever closes a record with one has to decide about it first. */
static gboolean
end_draft (SdmRecordFile  *file,
           const char     *id,
           SdmRecordChange change,
           GError        **error)
{
  if (change == SDM_RECORD_CHANGE_AMENDED)
    return sdm_record_rows_end_amendment (file, id, error);

  return sdm_record_rows_check_no_amendment (file, id, error);
}

static gboolean
add_version (SdmRecordFile       *file,
             const SdmRecordHead *head,
             GBytes              *body,
             SdmRecordChange      change,
             const char          *reason,
             GError             **error)
{
  g_autoptr (SdmRecordHead) last = NULL;
  g_autoptr (SdmRecordHead) next = sdm_record_head_copy (head);
  g_autoptr (GBytes) last_body = NULL;

  if (!sdm_record_rows_read_version (file, head->id, 0, &last, &last_body, error) || !check_last (last, head, error) ||
      !end_draft (file, head->id, change, error))
    return FALSE;

  sdm_record_rows_sign (file, next, changes[change], reason);
  next->version = last->version + 1;
  next->amends = 0;
  return sdm_record_rows_write_version (file, next, body, codes[change], error);
}

static gboolean
run_add (SdmRecordFile **file,
         SdmRecordJob   *job,
         GError        **error)
{
  gboolean good;

  if (!sdm_record_store_check_open (*file, error) || !check_reason (job->text, error) ||
      !sdm_record_rows_check_final (*file, job->head, job->body, error) || !sdm_record_file_begin (*file, error))
    return FALSE;

  good = add_version (*file, job->head, job->body, (SdmRecordChange) job->number, job->text, error);
  return sdm_record_file_end (*file, good, error);
}

static gboolean
run_list (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->list = sdm_record_rows_list_versions (*file, job->text, error);
  return job->list != NULL;
}

static gboolean
run_load (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  return sdm_record_store_check_open (*file, error) &&
         sdm_record_rows_view_version (*file, job->text, job->number, &job->head, &job->body, error);
}

/* Making jobs */

static SdmRecordJob *
new_add_job (SdmRecordChange      change,
             const SdmRecordHead *head,
             GBytes              *body,
             const char          *reason)
{
  SdmRecordJob *job = sdm_record_job_new_for_text (run_add, reason);

  job->number = change;
  job->head = sdm_record_head_copy (head);
  job->body = g_bytes_ref (body);
  return job;
}

static SdmRecordJob *
new_load_job (const char *id,
              guint       version)
{
  SdmRecordJob *job = sdm_record_job_new_for_text (run_load, id);

  job->number = version;
  return job;
}

/* Public API */

/**
 * sdm_record_store_add_version:
 * @change: amended, entered in error or withdrawn; after the last two there is no further one
 * @head: what lists are to show; its `version` is the one that this follows
 * @body: the document as it is to be
 * @reason: why, in the words of who does it
 *
 * Adds a version; none before it is changed. An amendment ends the draft of it. Fails with
 * %SDM_RECORD_ERROR_INVALID without a reason, when somebody else added one meanwhile, or when
 * a record with an amendment that is not finished is to be closed, and with
 * %SDM_RECORD_ERROR_FINISHED when it was withdrawn or entered in error.
 */
gboolean
sdm_record_store_add_version (SdmRecordStore      *self,
                              SdmRecordChange      change,
                              const SdmRecordHead *head,
                              GBytes              *body,
                              const char          *reason,
                              GError             **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (change != SDM_RECORD_CHANGE_FINALISED, FALSE);
  g_return_val_if_fail (head != NULL && body != NULL, FALSE);

  job = new_add_job (change, head, body, reason);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_add_version_async (SdmRecordStore      *self,
                                    SdmRecordChange      change,
                                    const SdmRecordHead *head,
                                    GBytes              *body,
                                    const char          *reason,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (change != SDM_RECORD_CHANGE_FINALISED);
  g_return_if_fail (head != NULL && body != NULL);

  sdm_record_store_start (self, new_add_job (change, head, body, reason), cancellable, callback, user_data);
}

gboolean
sdm_record_store_add_version_finish (SdmRecordStore *self,
                                     GAsyncResult   *result,
                                     GError        **error)
{
  return sdm_record_store_finish (self, result, run_add, error) != NULL;
}

/**
 * sdm_record_store_list_versions:
 *
 * Returns: (transfer full) (element-type SdmRecordHead) (nullable): the heads of
 *   all versions, the first one first, and after them that of an amendment which is not
 *   finished, with version 0; none while it is a draft
 */
GPtrArray *
sdm_record_store_list_versions (SdmRecordStore *self,
                                const char     *id,
                                GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job = sdm_record_job_new_for_text (run_list, id);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_versions_async (SdmRecordStore     *self,
                                      const char         *id,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_list, id), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_versions_finish (SdmRecordStore *self,
                                       GAsyncResult   *result,
                                       GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_list, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}

/**
 * sdm_record_store_load_version:
 * @version: its number, from 1; 0 for the last
 * @head: (out) (transfer full): what lists show
 * @body: (out) (transfer full): the document as it was then
 *
 * Gives one version, however old.
 */
gboolean
sdm_record_store_load_version (SdmRecordStore *self,
                               const char     *id,
                               guint           version,
                               SdmRecordHead **head,
                               GBytes        **body,
                               GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job = new_load_job (id, version);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return FALSE;

  *head = g_steal_pointer (&job->head);
  *body = g_steal_pointer (&job->body);
  return TRUE;
}

void
sdm_record_store_load_version_async (SdmRecordStore     *self,
                                     const char         *id,
                                     guint               version,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, new_load_job (id, version), cancellable, callback, user_data);
}

gboolean
sdm_record_store_load_version_finish (SdmRecordStore *self,
                                      GAsyncResult   *result,
                                      SdmRecordHead **head,
                                      GBytes        **body,
                                      GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_load, error);

  if (job == NULL)
    return FALSE;
  *head = g_steal_pointer (&job->head);
  *body = g_steal_pointer (&job->body);
  return TRUE;
}
