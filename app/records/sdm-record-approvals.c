/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-approval-private.h"

#include <glib/gi18n.h>

#include "sdm-figure.h"
#include "sdm-record-audit-private.h"
#include "sdm-record-error.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"

/*
 * Approvals of decision aids. They stand among the aids, each in a row that is
 * found by a blind index of its own: nobody without the key tells one from an
 * aid.
 */

#define DOMAIN "approval"

static SdmRecordPlace
make_place (SdmRecordFile *file,
            const guint8   index[SDM_RECORD_INDEX_SIZE])
{
  return sdm_record_file_make_place (file, "approval.body", index, 0);
}

static void
index_approval (const SdmRecordKeys *keys,
                const char          *sha256,
                guint8               index[SDM_RECORD_INDEX_SIZE])
{
  sdm_record_keys_index (keys, DOMAIN, sha256, strlen (sha256), index);
}

static SdmRecordApproval *
unseal_approval (SdmRecordFile *file,
                 const guint8   index[SDM_RECORD_INDEX_SIZE],
                 GBytes        *sealed)
{
  const SdmRecordPlace place = make_place (file, index);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, NULL);

  return plain != NULL ? sdm_record_approval_deserialise (plain) : NULL;
}

/* Where it stands, and NULL where there is none; while the key is changed that may be the place of the key before. */
static gboolean
find_approval (SdmRecordFile      *file,
               const char         *sha256,
               guint8              index[SDM_RECORD_INDEX_SIZE],
               SdmRecordApproval **approval,
               GError            **error)
{
  *approval = NULL;
  for (const SdmRecordKeys *keys = file->keys; keys != NULL && *approval == NULL; keys = sdm_record_keys_get_older (keys))
    {
      g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_AID, error);
      g_autoptr (GBytes) sealed = NULL;
      gboolean found;

      if (statement == NULL)
        return FALSE;
      index_approval (keys, sha256, index);
      sdm_record_statement_bind_blob (statement, 1, index, SDM_RECORD_INDEX_SIZE);
      if (!sdm_record_statement_next (file, statement, &found, error))
        return FALSE;
      if (!found)
        continue;

      sealed = sdm_record_statement_get_bytes (statement, 0);
      *approval = unseal_approval (file, index, sealed);
      if (*approval == NULL || !g_str_equal ((*approval)->sha256, sha256))
        {
          g_clear_pointer (approval, sdm_record_approval_free);
          return sdm_record_rows_set_damaged (error);
        }
    }

  return TRUE;
}

/* What is asked of a signature */

static gboolean
check_accepted (SdmAid            *aid,
                const char *const *accepted,
                GError           **error)
{
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (aid, &n_outcomes);

  for (guint i = 0; accepted[i] != NULL; i++)
    {
      const SdmOutcome *outcome = sdm_aid_find_outcome (aid, accepted[i]);

      if (outcome == NULL || !sdm_outcome_is_second_hand (outcome))
        {
          g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                       /* Translators: the id of a figure */
                       _("“%s” is no figure of this decision aid that was read second-hand. Nothing was signed. Check the name."), accepted[i]);
          return FALSE;
        }
    }
  for (guint o = 0; o < n_outcomes; o++)
    if (sdm_outcome_is_second_hand (&outcomes[o]) && !g_strv_contains (accepted, outcomes[o].id))
      {
        g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                     /* Translators: the first is what a figure is about, the second its id:
                      * "“Stroke” was read second-hand, and whoever signs accepts it by its name, “stroke”. Nothing was signed." */
                     _("“%s” was read second-hand, and whoever signs accepts it by its name, “%s”. Nothing was signed."),
                        outcomes[o].title, outcomes[o].id);
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_signer (SdmRecordFile           *file,
              const SdmRecordApproval *approval,
              GError                 **error)
{
  if (file->clinician == NULL)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("Decision aids are signed by people with a name. Nothing was signed. Sign in first."));
      return FALSE;
    }

  for (guint i = 0; approval != NULL && i < approval->signatures->len; i++)
    {
      const SdmRecordSignature *one = g_ptr_array_index (approval->signatures, i);

      if (g_str_equal (one->clinician, file->clinician))
        {
          g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS,
                       /* Translators: a name */
                       _("“%s” signed this version already. Somebody else is needed for the second signature."), one->name);
          return FALSE;
        }
    }

  return TRUE;
}

/* Signing */

static gboolean
remove_approval (SdmRecordFile *file,
                 const guint8   index[SDM_RECORD_INDEX_SIZE],
                 GError       **error)
{
  return sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, "DELETE FROM aid WHERE aid_index = $1", "b",
                                    index, (gsize) SDM_RECORD_INDEX_SIZE);
}

static gboolean
write_approval (SdmRecordFile           *file,
                const SdmRecordApproval *approval,
                const guint8             old_index[SDM_RECORD_INDEX_SIZE],
                GError                 **error)
{
  guint8 index[SDM_RECORD_INDEX_SIZE];
  g_autoptr (GBytes) plain = sdm_record_approval_serialise (approval);
  g_autoptr (GBytes) sealed = NULL;
  SdmRecordPlace place;

  index_approval (file->keys, approval->sha256, index);
  place = make_place (file, index);
  sealed = sdm_record_seal (file->keys, &place, plain);
  return remove_approval (file, old_index, error) &&
         sdm_record_connection_run (file->db, SDM_RECORD_SAVING, error, "INSERT INTO aid (aid_index, body) VALUES ($1, $2)", "bb",
                                    index, sizeof index, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
}

static gboolean
audit_approval (SdmRecordFile           *file,
                const char              *code,
                const SdmRecordApproval *approval,
                const char              *reason, /* nullable */
                gint64                  *when,
                GError                 **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, code, NULL, 0, NULL);

  *when = event->time;
  event->outcome = g_strdup_printf ("%s %s %s", approval->aid_id, approval->aid_version, approval->sha256);
  event->reason = g_strdup (reason);
  return sdm_record_audit_add (file, event, error);
}

/**
 * sdm_record_approvals_sign:
 * @accepted: ids of the outcomes that were read second-hand
 *
 * Signs an aid for who is signed in.
 */
gboolean
sdm_record_approvals_sign (SdmRecordFile     *file,
                           SdmAid            *aid,
                           const char *const *accepted,
                           GError           **error)
{
  g_autoptr (SdmRecordApproval) approval = NULL;
  g_autofree char *names = NULL;
  const char      *sha256 = sdm_aid_get_sha256 (aid);
  guint8           index[SDM_RECORD_INDEX_SIZE];
  gint64           when = 0;
  gboolean         good;

  if (!check_accepted (aid, accepted, error) ||
      !find_approval (file, sha256, index, &approval, error) ||
      !check_signer (file, approval, error) ||
      !sdm_record_file_begin (file, error))
    return FALSE;

  if (approval == NULL)
    {
      approval = sdm_record_approval_new (sha256);
      approval->aid_id = g_strdup (sdm_aid_get_id (aid));
      approval->aid_version = g_strdup (sdm_aid_get_version (aid));
    }
  names = accepted[0] != NULL ? g_strjoinv (" ", (char **) accepted) : NULL;
  good = audit_approval (file, SDM_RECORD_AUDIT_APPROVE, approval, names, &when, error);
  sdm_record_approval_sign (approval, file->clinician, file->clinician_name, file->clinician_role, when, accepted);
  good = good && write_approval (file, approval, index, error);
  return sdm_record_file_end (file, good, error);
}

static gboolean
set_nothing_to_withdraw (GError **error)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                       _("Nobody has signed this decision aid as it is. Nothing was changed."));
  return FALSE;
}

static gboolean
check_withdrawer (SdmRecordFile *file,
                  const char    *reason,
                  GError       **error)
{
  g_autofree char *text = g_strstrip (g_strdup (reason != NULL ? reason : ""));

  if (file->clinician == NULL)
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                         _("Approvals are withdrawn by people with a name. Nothing was changed. Sign in first."));
  else if (*text == '\0')
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                         _("Say why the approval is withdrawn. Nothing was changed."));
  else
    return TRUE;

  return FALSE;
}

/**
 * sdm_record_approvals_withdraw:
 *
 * Takes away who signed the aid of this hash; the chain keeps that they did.
 */
gboolean
sdm_record_approvals_withdraw (SdmRecordFile *file,
                               const char    *sha256,
                               const char    *reason,
                               GError       **error)
{
  g_autoptr (SdmRecordApproval) approval = NULL;
  guint8   index[SDM_RECORD_INDEX_SIZE];
  gint64   when;
  gboolean good;

  if (!check_withdrawer (file, reason, error) || !find_approval (file, sha256, index, &approval, error))
    return FALSE;
  if (approval == NULL)
    return set_nothing_to_withdraw (error);
  if (!sdm_record_file_begin (file, error))
    return FALSE;

  good = audit_approval (file, SDM_RECORD_AUDIT_APPROVE_WITHDRAW, approval, reason, &when, error) &&
         remove_approval (file, index, error);
  return sdm_record_file_end (file, good, error);
}

/* Reading */

/**
 * sdm_record_approvals_get:
 *
 * Returns: (transfer full) (nullable): who signed the aid of this hash, maybe nobody
 */
SdmRecordApproval *
sdm_record_approvals_get (SdmRecordFile *file,
                          const char    *sha256,
                          GError       **error)
{
  SdmRecordApproval *approval;
  guint8             index[SDM_RECORD_INDEX_SIZE];

  if (!find_approval (file, sha256, index, &approval, error))
    return NULL;

  return approval != NULL ? approval : sdm_record_approval_new (sha256);
}

static int
compare_aids (gconstpointer a,
              gconstpointer b)
{
  const SdmRecordApproval *first = *(const SdmRecordApproval *const *) a;
  const SdmRecordApproval *second = *(const SdmRecordApproval *const *) b;
  const int                by_id = g_strcmp0 (first->aid_id, second->aid_id);

  return by_id != 0 ? by_id : g_strcmp0 (first->aid_version, second->aid_version);
}

/**
 * sdm_record_approvals_list:
 *
 * Returns: (transfer full) (element-type SdmRecordApproval) (nullable): all there are
 */
GPtrArray *
sdm_record_approvals_list (SdmRecordFile *file,
                           GError       **error)
{
  g_autoptr (GPtrArray) approvals = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_approval_free);
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ALL_AIDS, error);
  gboolean has_row;

  if (statement == NULL || !sdm_record_statement_next (file, statement, &has_row, error))
    return NULL;
  while (has_row)
    {
      g_autoptr (GBytes) sealed = sdm_record_statement_get_bytes (statement, 1);
      SdmRecordApproval *approval = NULL;

      if (sqlite3_column_bytes (statement, 0) == SDM_RECORD_INDEX_SIZE)
        approval = unseal_approval (file, sqlite3_column_blob (statement, 0), sealed);
      if (approval != NULL)
        g_ptr_array_add (approvals, approval);
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return NULL;
    }

  g_ptr_array_sort (approvals, compare_aids);
  return g_steal_pointer (&approvals);
}

/**
 * sdm_record_approvals_is_one:
 *
 * Returns: whether a row of the aids is an approval, and stands where it should
 */
gboolean
sdm_record_approvals_is_one (SdmRecordFile *file,
                             const guint8   index[SDM_RECORD_INDEX_SIZE],
                             GBytes        *sealed)
{
  g_autoptr (SdmRecordApproval) approval = unseal_approval (file, index, sealed);
  guint8 own[SDM_RECORD_INDEX_SIZE];

  for (const SdmRecordKeys *keys = file->keys; approval != NULL && keys != NULL; keys = sdm_record_keys_get_older (keys))
    {
      index_approval (keys, approval->sha256, own);
      if (memcmp (own, index, sizeof own) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * sdm_record_approvals_reseal:
 * @sealed: (inout): a row of the aids; as it is to stand afterwards
 * @new_index: (out): where
 *
 * Seals an approval with the new key, for its new place.
 *
 * Returns: FALSE where it is none
 */
gboolean
sdm_record_approvals_reseal (SdmRecordFile *file,
                             const guint8   index[SDM_RECORD_INDEX_SIZE],
                             GBytes       **sealed,
                             guint8         new_index[SDM_RECORD_INDEX_SIZE])
{
  g_autoptr (SdmRecordApproval) approval = unseal_approval (file, index, *sealed);
  g_autoptr (GBytes) plain = NULL;
  SdmRecordPlace place;

  if (approval == NULL)
    return FALSE;

  index_approval (file->keys, approval->sha256, new_index);
  place = make_place (file, new_index);
  plain = sdm_record_approval_serialise (approval);
  g_bytes_unref (*sealed);
  *sealed = sdm_record_seal (file->keys, &place, plain);
  return TRUE;
}
