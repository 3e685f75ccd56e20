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

typedef struct
{
  SdmRecordChange change;
  const char     *reason;
  guint           version;
} Order;

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
            const SdmRecordHead *head, /* nullable: the amended one */
            GError             **error)
{
  if (is_closed (last))
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED,
                           _("This record was withdrawn or entered in error, and is never changed again. Nothing was saved."));
      return FALSE;
    }
  if (head != NULL && head->version != last->version)
    return set_invalid (error, _("This record was amended meanwhile. Nothing was saved. Open it again, so that you see what was changed."));

  return TRUE;
}

static gboolean
add_version (SdmRecordFile       *file,
             const SdmRecordHead *head, /* nullable: as the last */
             GBytes              *body, /* nullable: as the last */
             const char          *id,
             const Order         *order,
             GError             **error)
{
  g_autoptr (SdmRecordHead) last = NULL;
  g_autoptr (SdmRecordHead) next = NULL;
  g_autoptr (GBytes) last_body = NULL;

  if (!sdm_record_rows_read_version (file, id, 0, &last, &last_body, error) || !check_last (last, head, error))
    return FALSE;

  next = sdm_record_head_copy (head != NULL ? head : last);
  sdm_record_rows_sign (file, next, changes[order->change], order->reason);
  next->version = last->version + 1;
  return sdm_record_rows_write_version (file, next, body != NULL ? body : last_body, codes[order->change], error);
}

static gboolean
run_add (SdmRecordFile **file,
         SdmRecordJob   *job,
         GError        **error)
{
  const Order *order = job->extra;
  gboolean     good;

  if (!sdm_record_store_check_open (*file, error) || !check_reason (order->reason, error))
    return FALSE;
  if (job->head != NULL && !sdm_record_rows_check_final (*file, job->head, job->body, error))
    return FALSE;
  if (!sdm_record_file_begin (*file, error))
    return FALSE;

  good = add_version (*file, job->head, job->body, job->text, order, error);
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
  const Order *order = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_rows_view_version (*file, job->text, order->version, &job->head, &job->body, error);
}

/* Public API */

/**
 * sdm_record_store_amend:
 * @head: what lists are to show; its `version` is the one that was amended
 * @body: the document as it is to be
 * @reason: why, in the words of who does it
 *
 * Adds a version. Fails with %SDM_RECORD_ERROR_INVALID without a reason or when
 * somebody else amended it meanwhile, and with %SDM_RECORD_ERROR_FINISHED when it
 * was withdrawn or entered in error.
 */
gboolean
sdm_record_store_amend (SdmRecordStore      *self,
                        const SdmRecordHead *head,
                        GBytes              *body,
                        const char          *reason,
                        GError             **error)
{
  Order order = { .change = SDM_RECORD_CHANGE_AMENDED, .reason = reason };
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_add);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (head != NULL && body != NULL, FALSE);

  job->head = sdm_record_head_copy (head);
  job->body = g_bytes_ref (body);
  job->text = g_strdup (head->id);
  job->extra = &order;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/**
 * sdm_record_store_close_record:
 * @id: the document's id
 * @change: withdrawn or entered in error
 * @reason: why, in the words of who does it
 *
 * Adds a last version that marks the record. What it says stays readable.
 */
gboolean
sdm_record_store_close_record (SdmRecordStore *self,
                               const char     *id,
                               SdmRecordChange change,
                               const char     *reason,
                               GError        **error)
{
  Order order = { .change = change, .reason = reason };
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_add);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (change == SDM_RECORD_CHANGE_ENTERED_IN_ERROR || change == SDM_RECORD_CHANGE_WITHDRAWN, FALSE);

  job->text = g_strdup (id);
  job->extra = &order;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/**
 * sdm_record_store_list_versions:
 *
 * Returns: (transfer full) (element-type SdmRecordHead) (nullable): the heads of
 *   all versions, the first one first; none while it is a draft
 */
GPtrArray *
sdm_record_store_list_versions (SdmRecordStore *self,
                                const char     *id,
                                GError        **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_list);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job->text = g_strdup (id);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

/**
 * sdm_record_store_load_version:
 * @version: its number, from 1
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
  Order order = { .version = version };
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_load);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (version > 0, FALSE);

  job->text = g_strdup (id);
  job->extra = &order;
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return FALSE;

  *head = g_steal_pointer (&job->head);
  *body = g_steal_pointer (&job->body);
  return TRUE;
}
