/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-approval-private.h"

#include "sdm-record-store-private.h"

G_DEFINE_BOXED_TYPE (SdmRecordApproval, sdm_record_approval, sdm_record_approval_copy, sdm_record_approval_free)

/* Serial form: hash, id and version of the aid; id, name, role, time and accepted figures of each signature. Little-endian. */
#define SERIAL_TYPE "(sssa(sssxas))"

static void
free_signature (gpointer data)
{
  SdmRecordSignature *signature = data;

  g_free (signature->clinician);
  g_free (signature->name);
  g_free (signature->role);
  g_strfreev (signature->accepted);
  g_free (signature);
}

SdmRecordApproval *
sdm_record_approval_new (const char *sha256)
{
  SdmRecordApproval *approval = g_new0 (SdmRecordApproval, 1);

  approval->sha256 = g_strdup (sha256);
  approval->signatures = g_ptr_array_new_with_free_func (free_signature);
  return approval;
}

void
sdm_record_approval_sign (SdmRecordApproval *approval,
                          const char        *clinician,
                          const char        *name,
                          const char        *role,
                          gint64             time,
                          const char *const *accepted)
{
  SdmRecordSignature *signature = g_new0 (SdmRecordSignature, 1);

  signature->clinician = g_strdup (clinician);
  signature->name = g_strdup (name);
  signature->role = g_strdup (role);
  signature->time = time;
  signature->accepted = g_strdupv ((char **) accepted);
  g_ptr_array_add (approval->signatures, signature);
}

SdmRecordApproval *
sdm_record_approval_copy (const SdmRecordApproval *approval)
{
  SdmRecordApproval *copy = sdm_record_approval_new (approval->sha256);

  copy->aid_id = g_strdup (approval->aid_id);
  copy->aid_version = g_strdup (approval->aid_version);
  for (guint i = 0; i < approval->signatures->len; i++)
    {
      const SdmRecordSignature *one = g_ptr_array_index (approval->signatures, i);

      sdm_record_approval_sign (copy, one->clinician, one->name, one->role, one->time, (const char *const *) one->accepted);
    }

  return copy;
}

void
sdm_record_approval_free (SdmRecordApproval *approval)
{
  g_free (approval->sha256);
  g_free (approval->aid_id);
  g_free (approval->aid_version);
  g_ptr_array_unref (approval->signatures);
  g_free (approval);
}

/**
 * sdm_record_approval_is_complete:
 *
 * Returns: whether two people signed, so that the practice stands behind this version
 */
gboolean
sdm_record_approval_is_complete (const SdmRecordApproval *approval)
{
  return approval->signatures->len >= SDM_RECORD_APPROVAL_SIGNATURES;
}

/**
 * sdm_record_approvals_judge:
 * @approvals: (element-type SdmRecordApproval): all there are
 * @id: of a decision aid
 * @version: its version
 * @sha256: its hash
 * @found: (out) (optional) (nullable): the approval that the answer rests on, which stays that of @approvals
 *
 * Returns: how that aid stands in the practice
 */
SdmRecordApprovalState
sdm_record_approvals_judge (GPtrArray                *approvals,
                            const char               *id,
                            const char               *version,
                            const char               *sha256,
                            const SdmRecordApproval **found)
{
  SdmRecordApprovalState   state = SDM_RECORD_NOT_APPROVED;
  const SdmRecordApproval *best = NULL;

  for (guint i = 0; i < approvals->len; i++)
    {
      const SdmRecordApproval *one = g_ptr_array_index (approvals, i);
      const gboolean           is_complete = sdm_record_approval_is_complete (one);
      SdmRecordApprovalState   its_state = SDM_RECORD_NOT_APPROVED;

      if (g_strcmp0 (one->sha256, sha256) == 0)
        its_state = is_complete ? SDM_RECORD_APPROVED : SDM_RECORD_SIGNED_ONCE;
      else if (is_complete && g_strcmp0 (one->aid_id, id) == 0)
        its_state = g_strcmp0 (one->aid_version, version) == 0 ? SDM_RECORD_CHANGED_SINCE : SDM_RECORD_OTHER_VERSION_APPROVED;
      if (its_state > state)
        {
          state = its_state;
          best = one;
        }
    }
  if (found != NULL)
    *found = best;

  return state;
}

GBytes *
sdm_record_approval_serialise (const SdmRecordApproval *approval)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sssxas)"));
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) little = NULL;

  for (guint i = 0; i < approval->signatures->len; i++)
    {
      const SdmRecordSignature *one = g_ptr_array_index (approval->signatures, i);

      g_variant_builder_add (&builder, "(sssx^as)", one->clinician, one->name, one->role, one->time, one->accepted);
    }
  variant = g_variant_ref_sink (g_variant_new ("(sssa(sssxas))", approval->sha256, approval->aid_id, approval->aid_version, &builder));
  little = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (variant) : g_variant_byteswap (variant);
  return g_variant_get_data_as_bytes (little);
}

/**
 * sdm_record_approval_deserialise:
 * @bytes: what sdm_record_approval_serialise() made, or anything else
 *
 * Returns: (transfer full) (nullable): the approval, or %NULL when it is not one
 */
SdmRecordApproval *
sdm_record_approval_deserialise (GBytes *bytes)
{
  g_autoptr (GVariant) little = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (SERIAL_TYPE), bytes, FALSE));
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  SdmRecordApproval  *approval;
  SdmRecordSignature *one;

  if (!g_variant_is_normal_form (little))
    return NULL;

  variant = G_BYTE_ORDER == G_LITTLE_ENDIAN ? g_variant_ref (little) : g_variant_byteswap (little);
  approval = sdm_record_approval_new (NULL);
  g_variant_get (variant, "(sssa(sssxas))", &approval->sha256, &approval->aid_id, &approval->aid_version, &iter);
  for (one = g_new0 (SdmRecordSignature, 1);
       g_variant_iter_next (iter, "(sssx^as)", &one->clinician, &one->name, &one->role, &one->time, &one->accepted);
       one = g_new0 (SdmRecordSignature, 1))
    g_ptr_array_add (approval->signatures, one);
  g_free (one);

  return approval;
}

/* Jobs, on the worker's thread */

typedef struct
{
  SdmAid            *aid;
  const char *const *accepted;
} Approving;

static gboolean
run_approve (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  const Approving *approving = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_approvals_sign (*file, approving->aid, approving->accepted, error);
}

/* The aid is the job's own, and so are the names in its words. */
static gboolean
run_approve_own (SdmRecordFile **file,
                 SdmRecordJob   *job,
                 GError        **error)
{
  return sdm_record_store_check_open (*file, error) &&
         sdm_record_approvals_sign (*file, g_ptr_array_index (job->list, 0), (const char *const *) job->words, error);
}

/* The reason is the one of the job's words. */
static gboolean
run_withdraw (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  return sdm_record_store_check_open (*file, error) &&
         sdm_record_approvals_withdraw (*file, job->text, job->words[0], error);
}

/* The one approval is a list, which the job owns. */
static gboolean
run_get (SdmRecordFile **file,
         SdmRecordJob   *job,
         GError        **error)
{
  SdmRecordApproval *approval;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;
  approval = sdm_record_approvals_get (*file, job->text, error);
  if (approval == NULL)
    return FALSE;

  job->list = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_approval_free);
  g_ptr_array_add (job->list, approval);
  return TRUE;
}

static gboolean
run_list (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  if (!sdm_record_store_check_open (*file, error))
    return FALSE;

  job->list = sdm_record_approvals_list (*file, error);
  return job->list != NULL;
}

/* Public API */

/**
 * sdm_record_store_approve:
 * @self: an open store for real patients
 * @aid: a decision aid
 * @accepted: (array zero-terminated=1): ids of its outcomes whose figures were read second-hand,
 *   each of which the signer accepts
 *
 * Signs this aid, as it is to the byte, for who is signed in. Fails with
 * %SDM_RECORD_ERROR_INVALID where a figure that was read second-hand is not
 * accepted, or one is that is not, and with %SDM_RECORD_ERROR_EXISTS where this
 * person signed it already.
 */
gboolean
sdm_record_store_approve (SdmRecordStore    *self,
                          SdmAid            *aid,
                          const char *const *accepted,
                          GError           **error)
{
  Approving approving = { aid, accepted };
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_approve);

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  job->extra = &approving;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_approve_async (SdmRecordStore     *self,
                                SdmAid             *aid,
                                const char *const  *accepted,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  SdmRecordJob *job;

  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  job = sdm_record_job_new (run_approve_own);
  job->list = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (job->list, g_object_ref (aid));
  job->words = g_strdupv ((char **) accepted);
  sdm_record_store_start (self, job, NULL, callback, user_data);
}

gboolean
sdm_record_store_approve_finish (SdmRecordStore *self,
                                 GAsyncResult   *result,
                                 GError        **error)
{
  return sdm_record_store_finish (self, result, run_approve_own, error) != NULL;
}

static SdmRecordJob *
new_withdrawal (const char *sha256,
                const char *reason)
{
  const char *const words[] = { reason, NULL };
  SdmRecordJob     *job = sdm_record_job_new_for_text (run_withdraw, sha256);

  job->words = g_strdupv ((char **) words);
  return job;
}

/**
 * sdm_record_store_withdraw_approval:
 * @self: an open store for real patients
 * @sha256: of a decision aid
 * @reason: why
 *
 * Takes away every signature under this aid; any of those who may sign in does, and the reason is
 * noted. Fails with %SDM_RECORD_ERROR_NOT_FOUND where nobody signed it, and with
 * %SDM_RECORD_ERROR_INVALID without a reason.
 */
gboolean
sdm_record_store_withdraw_approval (SdmRecordStore *self,
                                    const char     *sha256,
                                    const char     *reason,
                                    GError        **error)
{
  g_autoptr (SdmRecordJob) job = new_withdrawal (sha256, reason);

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_withdraw_approval_async (SdmRecordStore     *self,
                                          const char         *sha256,
                                          const char         *reason,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  sdm_record_store_start (self, new_withdrawal (sha256, reason), NULL, callback, user_data);
}

gboolean
sdm_record_store_withdraw_approval_finish (SdmRecordStore *self,
                                           GAsyncResult   *result,
                                           GError        **error)
{
  return sdm_record_store_finish (self, result, run_withdraw, error) != NULL;
}

/**
 * sdm_record_store_get_approval:
 * @sha256: of a decision aid
 *
 * Returns: (transfer full) (nullable): who signed it, maybe nobody
 */
SdmRecordApproval *
sdm_record_store_get_approval (SdmRecordStore *self,
                               const char     *sha256,
                               GError        **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new_for_text (run_get, sha256);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return sdm_record_approval_copy (g_ptr_array_index (job->list, 0));
}

void
sdm_record_store_get_approval_async (SdmRecordStore     *self,
                                     const char         *sha256,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_get, sha256), cancellable, callback, user_data);
}

SdmRecordApproval *
sdm_record_store_get_approval_finish (SdmRecordStore *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_get, error);

  return job != NULL ? sdm_record_approval_copy (g_ptr_array_index (job->list, 0)) : NULL;
}

/**
 * sdm_record_store_list_approvals:
 *
 * Returns: (transfer full) (element-type SdmRecordApproval) (nullable): all there are, by id and
 *   version of the aid
 */
GPtrArray *
sdm_record_store_list_approvals (SdmRecordStore *self,
                                 GError        **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_list);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_approvals_async (SdmRecordStore     *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, sdm_record_job_new (run_list), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_approvals_finish (SdmRecordStore *self,
                                        GAsyncResult   *result,
                                        GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_list, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}
