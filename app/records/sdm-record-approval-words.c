/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-approval.h"

#include <glib/gi18n.h>

#include "sdm-date.h"

/* What is said of how a decision aid stands in the practice. */

static char *
format_day (const SdmRecordSignature *signature)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (signature->time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;

  return day != NULL ? sdm_date_format (day) : g_strdup ("");
}

/* The second signature is the one that counts. */
static char *
tell_approved (const SdmRecordApproval *approval)
{
  const SdmRecordSignature *first = g_ptr_array_index (approval->signatures, 0);
  const SdmRecordSignature *second = g_ptr_array_index (approval->signatures, SDM_RECORD_APPROVAL_SIGNATURES - 1);
  g_autofree char          *day = format_day (second);

  /* Translators: a day and two names: "Approved here on 3 May 2026, by Dr Amina Rowe and Tom Marsh." */
  return g_strdup_printf (_("Approved here on %s, by %s and %s."), day, first->name, second->name);
}

static char *
tell_signed_once (const SdmRecordApproval *approval)
{
  const SdmRecordSignature *first = g_ptr_array_index (approval->signatures, 0);
  g_autofree char          *day = format_day (first);

  /* Translators: a name and a day */
  return g_strdup_printf (_("Draft: %s signed it on %s. A second person has not signed it yet."), first->name, day);
}

/**
 * sdm_record_approval_describe:
 * @state: how an aid stands
 * @approval: (nullable): the approval that this rests on
 *
 * Returns: (transfer full): that, in a sentence for the clinician
 */
char *
sdm_record_approval_describe (SdmRecordApprovalState   state,
                              const SdmRecordApproval *approval)
{
  switch (state)
    {
    case SDM_RECORD_APPROVED:
      return tell_approved (approval);
    case SDM_RECORD_SIGNED_ONCE:
      return tell_signed_once (approval);
    case SDM_RECORD_CHANGED_SINCE:
      return g_strdup (_("Changed since two people here signed it. It is not used with a patient before two people have signed it as it is now."));
    case SDM_RECORD_OTHER_VERSION_APPROVED:
      /* Translators: the version of a decision aid, such as "0.1.0" */
      return g_strdup_printf (_("Draft: two people here signed version %s, not this one."), approval->aid_version);
    case SDM_RECORD_NOT_APPROVED:
    default:
      return g_strdup (_("Draft: two people here have not signed it yet."));
    }
}
