/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-cli-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-aid-check.h"
#include "sdm-core-error.h"
#include "sdm-record-approval.h"

/* evenhand record approve AID.json, and approvals. */

/* What has errors is not for patients, whoever signs it. */
static gboolean
check_sound (SdmJsonText *text,
             GError     **error)
{
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (SdmAidChecker) checker = sdm_aid_checker_new (clock);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();

  sdm_aid_checker_check (checker, text, findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const SdmFinding *finding = g_ptr_array_index (findings, i);

      if (finding->tag->severity == SDM_SEVERITY_ERROR)
        {
          g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE,
                       /* Translators: what is wrong with a decision aid */
                       _ ("this decision aid has errors (%s); “evenhand check” lists them"), finding->detail);
          return FALSE;
        }
    }

  return TRUE;
}

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

  for (guint i = 0; i < accepted->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (accepted, i));
  names = g_strv_builder_end (builder);
  if (aid == NULL || !check_sound (text, error) ||
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
