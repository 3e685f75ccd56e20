/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-record-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-check.h"
#include "sdm-core-error.h"
#include "sdm-record-approval.h"

/* evenhand record approve AID.json, withdraw-approval AID.json and approvals, and what a report tells of them. */

/**
 * sdm_cli_approve:
 * @path: a decision aid
 * @accepted: (element-type utf8): ids of the figures that were read second-hand
 *
 * Signs the aid for who is signed in, and says how many did.
 */
gboolean
sdm_cli_approve (SdmRecordStore *store,
                 const char     *path,
                 GPtrArray      *accepted,
                 GError        **error)
{
  g_autoptr (SdmJsonText) text = sdm_cli_read (path, error);
  g_autoptr (SdmAid) aid = text != NULL ? sdm_aid_new_from_text (text, NULL, error) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autoptr (SdmRecordApproval) approval = NULL;
  g_autoptr (SdmClock) clock = sdm_clock_new ();

  for (guint i = 0; i < accepted->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (accepted, i));
  names = g_strv_builder_end (builder);
  if (aid == NULL || !sdm_aid_check_is_sound (text, clock, error) ||
      !sdm_record_store_approve (store, aid, (const char *const *) names, error))
    return FALSE;

  approval = sdm_record_store_get_approval (store, sdm_aid_get_sha256 (aid), error);
  if (approval == NULL)
    return FALSE;
  sdm_cli_write_line (stdout, sdm_record_approval_is_complete (approval)
                      ? _ ("This version is approved: two people of the practice signed it.")
                      : _ ("This version is signed. A second person of the practice is needed before it is approved."));
  return TRUE;
}

/**
 * sdm_cli_withdraw_approval:
 * @path: a decision aid
 * @reason: (nullable): why
 *
 * Takes away the signatures under the aid as it is.
 */
gboolean
sdm_cli_withdraw_approval (SdmRecordStore *store,
                           const char     *path,
                           const char     *reason,
                           GError        **error)
{
  g_autoptr (SdmJsonText) text = sdm_cli_read (path, error);
  g_autoptr (SdmAid) aid = text != NULL ? sdm_aid_new_from_text (text, NULL, error) : NULL;

  return aid != NULL && sdm_record_store_withdraw_approval (store, sdm_aid_get_sha256 (aid), reason, error);
}

static const char *
tell_state (const SdmRecordApproval *approval,
            SdmAidLibrary           *library)
{
  GFile *file = sdm_aid_library_find_aid (library, approval->aid_id, approval->aid_version);
  g_autoptr (SdmAid) aid = file != NULL ? sdm_aid_load (file, NULL, NULL) : NULL;

  if (aid == NULL)
    return _ ("not here");
  if (strcmp (sdm_aid_get_sha256 (aid), approval->sha256) != 0)
    return _ ("changed since, not approved");

  return sdm_record_approval_is_complete (approval) ? _ ("approved") : _ ("one signature, not approved");
}

/**
 * sdm_cli_list_approvals:
 * @library: the decision aids that are here
 *
 * Lists what was signed: id, version, state, who, hash.
 */
gboolean
sdm_cli_list_approvals (SdmRecordStore *store,
                        SdmAidLibrary  *library,
                        GError        **error)
{
  g_autoptr (GPtrArray) approvals = sdm_record_store_list_approvals (store, error);

  if (approvals == NULL)
    return FALSE;

  for (guint i = 0; i < approvals->len; i++)
    {
      const SdmRecordApproval *approval = g_ptr_array_index (approvals, i);
      g_autoptr (GString) names = g_string_new (NULL);
      g_autofree char *line = NULL;

      for (guint s = 0; s < approval->signatures->len; s++)
        {
          const SdmRecordSignature *one = g_ptr_array_index (approval->signatures, s);

          g_string_append_printf (names, "%s%s", s > 0 ? ", " : "", one->name);
        }
      line = g_strdup_printf ("%s  %s  %s  %s  %s", approval->aid_id, approval->aid_version, tell_state (approval, library),
                              names->str, approval->sha256);
      sdm_cli_write_line (stdout, line);
    }

  return TRUE;
}

/**
 * sdm_cli_read_approvals:
 * @store: the folder of the records
 * @who: who signs in
 *
 * Returns: (transfer full) (element-type SdmRecordApproval) (nullable): all there are
 */
GPtrArray *
sdm_cli_read_approvals (const char         *store,
                        const SdmCliSignIn *who,
                        GError            **error)
{
  const SdmCliRecordOrder order = { .store = store, .who = *who };
  g_autoptr (SdmRecordStore) real = sdm_cli_record_open (&order, SDM_RECORD_STORE_REAL, error);

  return real != NULL ? sdm_record_store_list_approvals (real, error) : NULL;
}

/**
 * sdm_cli_tell_approval:
 * @approvals: (element-type SdmRecordApproval): all there are
 * @text: a decision aid
 *
 * Returns: (transfer full): how it stands in the practice, for the end of a report
 */
char *
sdm_cli_tell_approval (GPtrArray   *approvals,
                       SdmJsonText *text)
{
  json_t                  *root = sdm_json_text_get_root (text);
  g_autofree char         *sha256 = sdm_json_text_dup_sha256 (text);
  const SdmRecordApproval *approval = NULL;
  SdmRecordApprovalState   state = sdm_record_approvals_judge (approvals, json_string_value (json_object_get (root, "id")),
                                                               json_string_value (json_object_get (root, "version")), sha256, &approval);
  g_autofree char         *sentence = sdm_record_approval_describe (state, approval);

  /* Translators: at the end of a report on a decision aid; a whole sentence follows */
  return g_strdup_printf (_ ("In this practice:\n  %s\n"), sentence);
}
