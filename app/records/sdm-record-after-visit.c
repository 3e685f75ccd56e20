/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-after-visit-private.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-record-store-private.h"

/*
 * Answers after a visit. Nothing in the file leads from them to the person: they stand in a table of
 * their own under random numbers, and it is the one thing of which no event is noted.
 */

#define LONGEST_ANSWERS 4096

/* Jobs, on the worker's thread */

static gboolean
check_kind (SdmRecordFile *file,
            GError       **error)
{
  if (!sdm_record_store_check_open (file, error))
    return FALSE;
  if (file->kind == SDM_RECORD_STORE_REAL)
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID, _ ("Answers are kept only of real visits. Nothing was saved."));
  return FALSE;
}

static gboolean
write_answers (SdmRecordFile *file,
               GBytes        *answers,
               GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ADD_AFTER_VISIT, error);
  g_autoptr (GBytes) sealed = NULL;
  guint8         id[SDM_RECORD_ID_SIZE];
  gint64         number;
  SdmRecordPlace place;

  if (statement == NULL)
    return FALSE;
  randombytes_buf (id, sizeof id);
  randombytes_buf (&number, sizeof number);
  place = sdm_record_file_make_place (file, "after_visit.body", id, 0);
  sealed = sdm_record_seal (file->keys, &place, answers);
  sqlite3_bind_int64 (statement, 1, MAX (number & G_MAXINT64, 1));
  sdm_record_statement_bind_blob (statement, 2, id, sizeof id);
  sdm_record_statement_bind_bytes (statement, 3, sealed);

  return sdm_record_statement_run (file, statement, error);
}

static gboolean
run_add (SdmRecordFile **file,
         SdmRecordJob   *job,
         GError        **error)
{
  if (!check_kind (*file, error))
    return FALSE;
  if (g_bytes_get_size (job->body) > LONGEST_ANSWERS)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID, _ ("These are no answers to a few short questions. Nothing was saved."));
      return FALSE;
    }

  return sdm_record_file_begin (*file, error) && sdm_record_file_end (*file, write_answers (*file, job->body, error), error);
}

static GBytes *
unseal (SdmRecordFile      *file,
        SdmRecordStatement *statement)
{
  const guint8 *id = sqlite3_column_blob (statement, 0);
  g_autoptr (GBytes) sealed = NULL;
  SdmRecordPlace place;

  if (id == NULL || sqlite3_column_bytes (statement, 0) != SDM_RECORD_ID_SIZE)
    return NULL;
  place = sdm_record_file_make_place (file, "after_visit.body", id, 0);
  sealed = sdm_record_statement_get_bytes (statement, 1);

  return sdm_record_unseal (file->keys, &place, sealed, NULL);
}

/* What is damaged is told of by the check of all records; here the others are given. */
static gboolean
run_list (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (SdmRecordStatement) statement = NULL;
  gboolean has_row;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;
  statement = sdm_record_statement_get (*file, SDM_RECORD_STATEMENT_AFTER_VISIT, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, 0);
  while (TRUE)
    {
      GBytes *answers;

      if (!sdm_record_statement_next (*file, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      answers = unseal (*file, statement);
      if (answers != NULL)
        g_ptr_array_add (list, answers);
    }
  job->list = g_steal_pointer (&list);

  return TRUE;
}

/* One row of id and body. */
gboolean
sdm_record_after_visit_check_row (SdmRecordFile      *file,
                                  SdmRecordStatement *statement,
                                  GError            **error)
{
  g_autoptr (GBytes) answers = unseal (file, statement);

  return answers != NULL || sdm_record_rows_set_damaged (error);
}

static SdmRecordJob *
new_add_job (GBytes *answers)
{
  SdmRecordJob *job = sdm_record_job_new (run_add);

  job->body = g_bytes_ref (answers);
  return job;
}

/* Public API */

/**
 * sdm_record_store_add_after_visit:
 * @answers: an evenhand-after-visit/1 document
 *
 * Keeps what somebody answered, so that nobody can tell who it was. It cannot be
 * taken back or changed, as it cannot be found again. Fails with
 * %SDM_RECORD_ERROR_INVALID in a store of practice.
 */
gboolean
sdm_record_store_add_after_visit (SdmRecordStore *self,
                                  GBytes         *answers,
                                  GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (answers != NULL, FALSE);

  job = new_add_job (answers);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_add_after_visit_async (SdmRecordStore     *self,
                                        GBytes             *answers,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (answers != NULL);

  sdm_record_store_start (self, new_add_job (answers), cancellable, callback, user_data);
}

gboolean
sdm_record_store_add_after_visit_finish (SdmRecordStore *self,
                                         GAsyncResult   *result,
                                         GError        **error)
{
  return sdm_record_store_finish (self, result, run_add, error) != NULL;
}

/**
 * sdm_record_store_list_after_visit:
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): all that can be read, in no order of time
 */
GPtrArray *
sdm_record_store_list_after_visit (SdmRecordStore *self,
                                   GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job = sdm_record_job_new (run_list);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;

  return g_steal_pointer (&job->list);
}
