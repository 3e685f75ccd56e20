/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-practice-private.h"

#include <glib/gi18n.h>

#include "sdm-json.h"
#include "sdm-record-read-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-record-store-private.h"

/* Practice sessions: one document each, under the id of its consultation, sealed like any other. They are
 * never in the file of real patients: it is refused here, and once more by the file itself. */

#define FORMAT       "evenhand-practice/1"
#define LONGEST_BODY SDM_JSON_MAX_BYTES

void
sdm_record_practice_free (SdmRecordPractice *practice)
{
  g_free (practice->id);
  g_free (practice->trainee);
  g_free (practice->role);
  g_free (practice->case_id);
  g_free (practice->started);
  g_free (practice->changed);
  g_free (practice->ended);
  g_clear_pointer (&practice->body, g_bytes_unref);
  g_free (practice);
}

/**
 * sdm_record_practice_fold_name:
 *
 * Returns: (transfer full): a name as it is compared: "ann  LEE " is "Ann Lee"
 */
char *
sdm_record_practice_fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) ends = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (kept, words[i]);
  ends = g_strv_builder_end (kept);

  return g_strjoinv (" ", ends);
}

/* Documents */

static char *
dup_text (json_t     *root,
          const char *path)
{
  return g_strdup (json_string_value (sdm_json_get (root, path)));
}

/* NULL where it is no practice session. */
static SdmRecordPractice *
read_body (GBytes *body)
{
  g_autoptr (SdmJsonText) text = sdm_json_text_parse (body, "practice", NULL);
  json_t *root = text != NULL ? sdm_json_text_get_root (text) : NULL;
  g_autoptr (SdmRecordPractice) practice = g_new0 (SdmRecordPractice, 1);

  if (g_strcmp0 (json_string_value (json_object_get (root, "format")), FORMAT) != 0)
    return NULL;

  practice->id = dup_text (root, "id");
  practice->trainee = dup_text (root, "trainee/name");
  practice->role = dup_text (root, "trainee/role");
  practice->case_id = dup_text (root, "case");
  practice->started = dup_text (root, "started");
  practice->changed = dup_text (root, "changed");
  practice->ended = dup_text (root, "ended");
  practice->body = g_bytes_ref (body);

  return practice->id != NULL && practice->trainee != NULL ? g_steal_pointer (&practice) : NULL;
}

static gboolean
is_same_trainee (const SdmRecordPractice *practice,
                 const char              *folded /* nullable: anyone */)
{
  g_autofree char *name = NULL;

  if (folded == NULL || practice->trainee == NULL)
    return folded == NULL;
  name = sdm_record_practice_fold_name (practice->trainee);

  return g_str_equal (name, folded);
}

/* Jobs, on the worker's thread */

static gboolean
check_kind (SdmRecordFile *file,
            GError       **error)
{
  if (!sdm_record_store_check_open (file, error))
    return FALSE;
  if (file->kind == SDM_RECORD_STORE_PRACTICE)
    return TRUE;

  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_PRACTICE_REFUSED,
                       _ ("This is a practice talk, and only records of real patients can be kept here. Nothing was saved."));
  return FALSE;
}

static gboolean
write_body (SdmRecordFile *file,
            const guint8   id[SDM_RECORD_ID_SIZE],
            GBytes        *body,
            GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, "practice.body", id, 0);
  g_autoptr (GBytes) sealed = sdm_record_seal (file->keys, &place, body);
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_PUT_PRACTICE, error);

  if (statement == NULL)
    return FALSE;
  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  sdm_record_statement_bind_bytes (statement, 2, sealed);

  return sdm_record_statement_run (file, statement, error);
}

static gboolean
run_put (SdmRecordFile **file,
         SdmRecordJob   *job,
         GError        **error)
{
  g_autoptr (SdmRecordPractice) practice = NULL;
  guint8 id[SDM_RECORD_ID_SIZE];

  if (!check_kind (*file, error))
    return FALSE;
  practice = g_bytes_get_size (job->body) <= LONGEST_BODY ? read_body (job->body) : NULL;
  if (practice == NULL)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _ ("This practice talk could not be saved: it is too long, or not one that can be kept. Your page is still open."));
      return FALSE;
    }
  if (!sdm_record_read_parse_id (practice->id, id, error) || !sdm_record_file_begin (*file, error))
    return FALSE;

  return sdm_record_file_end (*file, write_body (*file, id, job->body, error), error);
}

static GBytes *
unseal (SdmRecordFile      *file,
        SdmRecordStatement *statement,
        int                 column,
        const guint8        id[SDM_RECORD_ID_SIZE],
        GError            **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, "practice.body", id, 0);
  g_autoptr (GBytes) sealed = sdm_record_statement_get_bytes (statement, column);

  return sdm_record_unseal (file->keys, &place, sealed, error);
}

static gboolean
run_get (SdmRecordFile **file,
         SdmRecordJob   *job,
         GError        **error)
{
  g_autoptr (SdmRecordStatement) statement = NULL;
  guint8   id[SDM_RECORD_ID_SIZE];
  gboolean found;

  if (!check_kind (*file, error) || !sdm_record_read_parse_id (job->text, id, error))
    return FALSE;
  statement = sdm_record_statement_get (*file, SDM_RECORD_STATEMENT_GET_PRACTICE, error);
  if (statement == NULL)
    return FALSE;
  sdm_record_statement_bind_blob (statement, 1, id, sizeof id);
  if (!sdm_record_statement_next (*file, statement, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND, _ ("No practice talk is kept of this consultation."));
      return FALSE;
    }
  job->body = unseal (*file, statement, 0, id, error);

  return job->body != NULL;
}

/* What is damaged is in the list too, with nothing but its id. */
static SdmRecordPractice *
read_row (SdmRecordFile      *file,
          SdmRecordStatement *statement)
{
  const guint8 *id = sqlite3_column_blob (statement, 0);
  g_autoptr (GBytes) body = unseal (file, statement, 1, id, NULL);
  SdmRecordPractice *practice = body != NULL ? read_body (body) : NULL;

  if (practice == NULL)
    {
      practice = g_new0 (SdmRecordPractice, 1);
      practice->id = sdm_record_id_format (id);
    }

  return practice;
}

static gint
compare_practices (gconstpointer a,
                   gconstpointer b)
{
  const SdmRecordPractice *const *one = a;
  const SdmRecordPractice *const *other = b;

  return g_strcmp0 ((*other)->changed, (*one)->changed);
}

static gboolean
run_list (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_practice_free);
  g_autoptr (SdmRecordStatement) statement = NULL;
  g_autofree char *folded = job->text != NULL ? sdm_record_practice_fold_name (job->text) : NULL;
  gboolean         has_row;

  if (!check_kind (*file, error))
    return FALSE;
  statement = sdm_record_statement_get (*file, SDM_RECORD_STATEMENT_ALL_PRACTICE, error);
  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      g_autoptr (SdmRecordPractice) practice = NULL;

      if (!sdm_record_statement_next (*file, statement, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      practice = read_row (*file, statement);
      if (is_same_trainee (practice, folded))
        g_ptr_array_add (list, g_steal_pointer (&practice));
    }
  g_ptr_array_sort (list, compare_practices);
  job->list = g_steal_pointer (&list);

  return TRUE;
}

/* One row of id and body. */
gboolean
sdm_record_practice_check_row (SdmRecordFile      *file,
                               SdmRecordStatement *statement,
                               GError            **error)
{
  const guint8 *id = sqlite3_column_blob (statement, 0);
  g_autoptr (GBytes) body = NULL;

  if (id == NULL || sqlite3_column_bytes (statement, 0) != SDM_RECORD_ID_SIZE)
    return sdm_record_rows_set_damaged (error);
  body = unseal (file, statement, 1, id, NULL);

  return body != NULL || sdm_record_rows_set_damaged (error);
}

/* Making jobs */

static SdmRecordJob *
new_put_job (GBytes *body)
{
  SdmRecordJob *job = sdm_record_job_new (run_put);

  job->body = g_bytes_ref (body);
  return job;
}

/* Public API */

/**
 * sdm_record_store_put_practice:
 * @body: an evenhand-practice/1 document
 *
 * Keeps a practice session, over the earlier one of the same id. Fails with
 * %SDM_RECORD_ERROR_PRACTICE_REFUSED in a store of real patients.
 */
gboolean
sdm_record_store_put_practice (SdmRecordStore *self, GBytes *body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (body != NULL, FALSE);

  job = new_put_job (body);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_put_practice_async (SdmRecordStore *self, GBytes *body, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (body != NULL);

  sdm_record_store_start (self, new_put_job (body), cancellable, callback, user_data);
}

gboolean
sdm_record_store_put_practice_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return sdm_record_store_finish (self, result, run_put, error) != NULL;
}

/**
 * sdm_record_store_get_practice:
 * @id: that of the practice consultation
 *
 * Fails with %SDM_RECORD_ERROR_NOT_FOUND where there was no talk.
 *
 * Returns: (transfer full) (nullable): the document as it was put
 */
GBytes *
sdm_record_store_get_practice (SdmRecordStore *self, const char *id, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  job = sdm_record_job_new_for_text (run_get, id);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->body);
}

void
sdm_record_store_get_practice_async (SdmRecordStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (id != NULL);

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_get, id), cancellable, callback, user_data);
}

GBytes *
sdm_record_store_get_practice_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_get, error);

  return job != NULL ? g_steal_pointer (&job->body) : NULL;
}

/**
 * sdm_record_store_list_practice:
 * @trainee: (nullable): whose; %NULL for everybody's
 *
 * One that is damaged is in the list of everybody's, with nothing but its id.
 *
 * Returns: (transfer full) (element-type SdmRecordPractice) (nullable): what is kept, last changed first
 */
GPtrArray *
sdm_record_store_list_practice (SdmRecordStore *self, const char *trainee, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job = sdm_record_job_new_for_text (run_list, trainee);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_practice_async (SdmRecordStore *self, const char *trainee, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_list, trainee), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_practice_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_list, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}
