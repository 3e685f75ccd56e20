/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-store-private.h"

#include "sdm-record-rows-private.h"

/* What the store does with documents and decision aids: each call is a job on the worker's thread. */

/* Jobs, on the worker's thread */

static gboolean
run_save_draft (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_save_draft (*file, job->head, job->body, error);
}

static gboolean
run_finalise (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_finalise (*file, job->head, job->body, error);
}

static gboolean
run_load (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_load (*file, job->text, &job->head, &job->body, error);
}

static gboolean
run_discard_draft (SdmRecordFile **file,
                   SdmRecordJob   *job,
                   GError        **error)
{
  return sdm_record_store_check_open (*file, error) &&
         sdm_record_rows_discard_draft (*file, job->text, &job->head, &job->body, error);
}

static gboolean
run_list_drafts (SdmRecordFile **file,
                 SdmRecordJob   *job,
                 GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->list = sdm_record_rows_list (*file, FALSE, error);
  return job->list != NULL;
}

static gboolean
run_list_finished (SdmRecordFile **file,
                   SdmRecordJob   *job,
                   GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->list = sdm_record_rows_list (*file, TRUE, error);
  return job->list != NULL;
}

static gboolean
run_put_aid (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->text = sdm_record_aids_put (*file, job->body, error);
  return job->text != NULL;
}

static gboolean
run_get_aid (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->body = sdm_record_aids_get (*file, job->text, error);
  return job->body != NULL;
}

static gboolean
run_verify (SdmRecordFile **file,
            SdmRecordJob   *job,
            GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_verify (*file, error);
}

/* Making jobs, and handing out their results */

static SdmRecordJob *
new_document_job (SdmRecordJobFunc     run,
                  const SdmRecordHead *head,
                  GBytes              *body)
{
  SdmRecordJob *job = sdm_record_job_new (run);

  if (head != NULL)
    job->head = sdm_record_head_copy (head);
  job->body = g_bytes_ref (body);
  return job;
}

static gboolean
take_document (SdmRecordJob   *job,
               SdmRecordHead **head,
               GBytes        **body)
{
  if (head != NULL)
    *head = g_steal_pointer (&job->head);
  if (body != NULL)
    *body = g_steal_pointer (&job->body);
  return TRUE;
}

/* Public API */

/**
 * sdm_record_store_save_draft:
 * @head: what lists are to show
 * @body: the document
 *
 * Keeps a draft, over the earlier one of the same id. Fails with
 * %SDM_RECORD_ERROR_REAL_REFUSED for a real consultation, and with
 * %SDM_RECORD_ERROR_FINISHED when it is finished; the earlier draft stays
 * whenever it fails.
 */
gboolean
sdm_record_store_save_draft (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (head != NULL && body != NULL, FALSE);

  job = new_document_job (run_save_draft, head, body);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_save_draft_async (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (head != NULL && body != NULL);

  sdm_record_store_start (self, new_document_job (run_save_draft, head, body), cancellable, callback, user_data);
}

gboolean
sdm_record_store_save_draft_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return sdm_record_store_finish (self, result, run_save_draft, error) != NULL;
}

/**
 * sdm_record_store_load:
 * @id: the document's id
 * @head: (out) (optional) (transfer full): what lists show
 * @body: (out) (optional) (transfer full): the document as it was saved
 *
 * Gives the draft, or when there is none, the last finished version.
 */
gboolean
sdm_record_store_load (SdmRecordStore *self, const char *id, SdmRecordHead **head, GBytes **body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  job = sdm_record_job_new_for_text (run_load, id);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error) && take_document (job, head, body);
}

void
sdm_record_store_load_async (SdmRecordStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (id != NULL);

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_load, id), cancellable, callback, user_data);
}

gboolean
sdm_record_store_load_finish (SdmRecordStore *self, GAsyncResult *result, SdmRecordHead **head, GBytes **body, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_load, error);

  return job != NULL && take_document (job, head, body);
}

/**
 * sdm_record_store_list_drafts:
 *
 * A draft that is damaged is in the list too, with nothing but its id and the
 * status %SDM_RECORD_STATUS_DAMAGED.
 *
 * Returns: (transfer full) (element-type SdmRecordHead) (nullable): the drafts,
 *   last changed first
 */
GPtrArray *
sdm_record_store_list_drafts (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job = sdm_record_job_new (run_list_drafts);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_drafts_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new (run_list_drafts), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_drafts_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_list_drafts, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}

/**
 * sdm_record_store_list_finished:
 *
 * As sdm_record_store_list_drafts(), for the last version of each finished
 * consultation.
 *
 * Returns: (transfer full) (element-type SdmRecordHead) (nullable): the heads,
 *   last changed first
 */
GPtrArray *
sdm_record_store_list_finished (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job = sdm_record_job_new (run_list_finished);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_finished_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new (run_list_finished), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_finished_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_list_finished, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}

/**
 * sdm_record_store_discard_draft:
 * @id: the document's id
 * @head: (out) (optional) (transfer full): what lists showed
 * @body: (out) (optional) (transfer full): the document
 *
 * Removes a draft, and gives it back so that saving it again undoes this.
 */
gboolean
sdm_record_store_discard_draft (SdmRecordStore *self, const char *id, SdmRecordHead **head, GBytes **body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  job = sdm_record_job_new_for_text (run_discard_draft, id);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error) && take_document (job, head, body);
}

void
sdm_record_store_discard_draft_async (SdmRecordStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (id != NULL);

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_discard_draft, id), cancellable, callback, user_data);
}

gboolean
sdm_record_store_discard_draft_finish (SdmRecordStore *self, GAsyncResult *result, SdmRecordHead **head, GBytes **body, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_discard_draft, error);

  return job != NULL && take_document (job, head, body);
}

/**
 * sdm_record_store_finalise:
 * @head: what lists are to show; its status is not `in-progress`
 * @body: the document
 *
 * Keeps the finished version and removes the draft, both or neither. The aid in
 * @head must have been kept with sdm_record_store_put_aid() before, or it fails
 * with %SDM_RECORD_ERROR_NOT_FOUND.
 */
gboolean
sdm_record_store_finalise (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (head != NULL && body != NULL, FALSE);

  job = new_document_job (run_finalise, head, body);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_finalise_async (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (head != NULL && body != NULL);

  sdm_record_store_start (self, new_document_job (run_finalise, head, body), cancellable, callback, user_data);
}

gboolean
sdm_record_store_finalise_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return sdm_record_store_finish (self, result, run_finalise, error) != NULL;
}

/**
 * sdm_record_store_put_aid:
 * @bytes: the file of a decision aid
 *
 * Keeps the aid, once, so that what was shown can be shown again.
 *
 * Returns: (transfer full) (nullable): its SHA-256, 64 digits in lower case
 */
char *
sdm_record_store_put_aid (SdmRecordStore *self, GBytes *bytes, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  job = new_document_job (run_put_aid, NULL, bytes);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->text);
}

void
sdm_record_store_put_aid_async (SdmRecordStore *self, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (bytes != NULL);

  sdm_record_store_start (self, new_document_job (run_put_aid, NULL, bytes), cancellable, callback, user_data);
}

char *
sdm_record_store_put_aid_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_put_aid, error);

  return job != NULL ? g_steal_pointer (&job->text) : NULL;
}

/**
 * sdm_record_store_get_aid:
 * @sha256: 64 digits in lower case
 *
 * Returns: (transfer full) (nullable): the aid, which was found to have that hash
 */
GBytes *
sdm_record_store_get_aid (SdmRecordStore *self, const char *sha256, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  job = sdm_record_job_new_for_text (run_get_aid, sha256);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->body);
}

void
sdm_record_store_get_aid_async (SdmRecordStore *self, const char *sha256, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (sha256 != NULL);

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_get_aid, sha256), cancellable, callback, user_data);
}

GBytes *
sdm_record_store_get_aid_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_get_aid, error);

  return job != NULL ? g_steal_pointer (&job->body) : NULL;
}

/**
 * sdm_record_store_verify:
 *
 * Reads everything and checks it. Fails with %SDM_RECORD_ERROR_DAMAGED when the
 * file or any document or aid in it is not as it was written.
 */
gboolean
sdm_record_store_verify (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job = sdm_record_job_new (run_verify);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_verify_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new (run_verify), cancellable, callback, user_data);
}

gboolean
sdm_record_store_verify_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return sdm_record_store_finish (self, result, run_verify, error) != NULL;
}
