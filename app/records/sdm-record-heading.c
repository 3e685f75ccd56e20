/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-heading.h"

static gint64
read_instant (const char *instant)
{
  g_autoptr (GDateTime) time = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

/**
 * sdm_record_head_new_for_consultation:
 *
 * Returns: (transfer full): what a list shows of @consultation, without the step
 */
SdmRecordHead *
sdm_record_head_new_for_consultation (SdmConsultation *consultation)
{
  SdmRecordHead *head = sdm_record_head_new (sdm_consultation_get_id (consultation),
                                             sdm_consultation_get_text (consultation, "kind"),
                                             sdm_consultation_get_text (consultation, "status"));

  head->aid_id = g_strdup (sdm_consultation_get_aid_id (consultation));
  head->aid_sha256 = g_strdup (sdm_consultation_get_aid_sha256 (consultation));
  head->patient = sdm_consultation_dup_patient_name (consultation);
  head->created = read_instant (sdm_consultation_get_text (consultation, "created"));
  head->changed = read_instant (sdm_consultation_get_text (consultation, "changed"));

  return head;
}
