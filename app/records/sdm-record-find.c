/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-find.h"

#include <string.h>

#include "sdm-record-search-private.h"
#include "sdm-record-store-private.h"

/* Query and result */

/**
 * sdm_record_query_new:
 * @text: (nullable): what to look for
 *
 * The other fields are set directly; texts are taken over.
 *
 * Returns: (transfer full): a new query
 */
SdmRecordQuery *
sdm_record_query_new (SdmRecordQueryKind kind,
                      const char        *text)
{
  SdmRecordQuery *query = g_new0 (SdmRecordQuery, 1);

  query->kind = kind;
  query->text = g_strdup (text);
  return query;
}

SdmRecordQuery *
sdm_record_query_copy (const SdmRecordQuery *query)
{
  SdmRecordQuery *copy = sdm_record_query_new (query->kind, query->text);

  copy->birth_date = g_strdup (query->birth_date);
  copy->from = g_strdup (query->from);
  copy->to = g_strdup (query->to);
  copy->limit = query->limit;
  return copy;
}

void
sdm_record_query_free (SdmRecordQuery *query)
{
  g_free (query->text);
  g_free (query->birth_date);
  g_free (query->from);
  g_free (query->to);
  g_free (query);
}

/**
 * sdm_record_found_new:
 *
 * Returns: (transfer full): a result with nothing in it
 */
SdmRecordFound *
sdm_record_found_new (void)
{
  SdmRecordFound *found = g_new0 (SdmRecordFound, 1);

  found->patients = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_patient_free);
  found->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_head_free);
  return found;
}

void
sdm_record_found_free (SdmRecordFound *found)
{
  g_ptr_array_unref (found->patients);
  g_ptr_array_unref (found->heads);
  if (found->known != NULL)
    explicit_bzero (found->known, strlen (found->known));
  g_free (found->known);
  g_free (found);
}

/* On the worker's thread */

static gboolean
run_find (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->found = sdm_record_search (*file, job->query, error);
  return job->found != NULL;
}

enum
{
  KEEP,
  OTHER,
  REASON,
};

static gboolean
run_join (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  return sdm_record_store_check_open (*file, error) &&
         sdm_record_join (*file, job->words[KEEP], job->words[OTHER], job->words[REASON], error);
}

static gboolean
run_list_events (SdmRecordFile **file,
                 SdmRecordJob   *job,
                 GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->list = sdm_record_patient_events (*file, job->text, error);
  return job->list != NULL;
}

static gboolean
run_note_given (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_patient_note_given (*file, job->words[0], job->words[1], error);
}

/* Making jobs */

static SdmRecordJob *
new_find_job (const SdmRecordQuery *query)
{
  SdmRecordJob *job = sdm_record_job_new (run_find);

  job->query = sdm_record_query_copy (query);
  if (job->query->limit == 0)
    job->query->limit = SDM_RECORD_QUERY_LIMIT;
  return job;
}

static SdmRecordJob *
new_note_job (SdmRecordJobFunc run,
              const char      *patient,
              const char      *outcome)
{
  const char *const words[] = { patient, outcome, NULL };
  SdmRecordJob     *job = sdm_record_job_new (run);

  job->words = g_strdupv ((char **) words);
  return job;
}

static SdmRecordJob *
new_join_job (const char *keep,
              const char *other,
              const char *reason)
{
  const char *const words[] = { keep, other, reason != NULL ? reason : "", NULL };
  SdmRecordJob     *job = sdm_record_job_new (run_join);

  job->words = g_strdupv ((char **) words);
  return job;
}

/* Public API */

/**
 * sdm_record_store_find:
 * @query: what to look for
 *
 * Looks for patients and consultations, and notes that somebody did. Fails with
 * %SDM_RECORD_ERROR_INVALID where what is looked for cannot be, such as an NHS
 * number whose last digit does not fit; that nothing is found is no failure.
 *
 * Returns: (transfer full) (nullable): what was found
 */
SdmRecordFound *
sdm_record_store_find (SdmRecordStore       *self,
                       const SdmRecordQuery *query,
                       GError              **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  job = new_find_job (query);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->found);
}

void
sdm_record_store_find_async (SdmRecordStore       *self,
                             const SdmRecordQuery *query,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (query != NULL);

  sdm_record_store_start (self, new_find_job (query), cancellable, callback, user_data);
}

SdmRecordFound *
sdm_record_store_find_finish (SdmRecordStore *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_find, error);

  return job != NULL ? g_steal_pointer (&job->found) : NULL;
}

/**
 * sdm_record_store_join:
 * @keep: the id of the patient who stays
 * @other: the id of the one who was entered a second time
 * @reason: how it is known that they are the same person
 *
 * Moves the consultations of @other to @keep, which cannot be undone; @other
 * stays as a mark that leads to @keep. Fails with %SDM_RECORD_ERROR_INVALID for
 * two who have not the same surname and date of birth.
 */
gboolean
sdm_record_store_join (SdmRecordStore *self,
                       const char     *keep,
                       const char     *other,
                       const char     *reason,
                       GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (keep != NULL && other != NULL, FALSE);

  job = new_join_job (keep, other, reason);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_join_async (SdmRecordStore     *self,
                             const char         *keep,
                             const char         *other,
                             const char         *reason,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (keep != NULL && other != NULL);

  sdm_record_store_start (self, new_join_job (keep, other, reason), cancellable, callback, user_data);
}

gboolean
sdm_record_store_join_finish (SdmRecordStore *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  return sdm_record_store_finish (self, result, run_join, error) != NULL;
}

/**
 * sdm_record_store_list_events:
 * @patient: the id of a patient
 *
 * Goes through the whole list of who saw and did what, and notes that it was
 * looked at.
 *
 * Returns: (transfer full) (element-type SdmRecordEvent) (nullable): the events of this patient
 *   and of those who were joined, oldest first
 */
GPtrArray *
sdm_record_store_list_events (SdmRecordStore *self,
                              const char     *patient,
                              GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (patient != NULL, NULL);

  job = sdm_record_job_new_for_text (run_list_events, patient);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_events_async (SdmRecordStore     *self,
                                    const char         *patient,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (patient != NULL);

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_list_events, patient), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_events_finish (SdmRecordStore *self,
                                     GAsyncResult   *result,
                                     GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_list_events, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}

/**
 * sdm_record_store_note_given_async:
 * @patient: the id of a patient
 * @printed: (nullable): the printer and the hash of the pages; %NULL where the list is copied or saved
 *
 * Notes that the list of who saw and did what of this patient leaves the program: whoever
 * copies or saves it does so only when this has gone well.
 */
void
sdm_record_store_note_given_async (SdmRecordStore     *self,
                                   const char         *patient,
                                   const char         *printed,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (patient != NULL);

  sdm_record_store_start (self, new_note_job (run_note_given, patient, printed), NULL, callback, user_data);
}

gboolean
sdm_record_store_note_given_finish (SdmRecordStore *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  return sdm_record_store_finish (self, result, run_note_given, error) != NULL;
}
