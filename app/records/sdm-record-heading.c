/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-heading.h"

#include "sdm-consultation-amend.h"
#include "sdm-consultation-people.h"
#include "sdm-nhs-number.h"

static gint64
read_instant (const char *instant)
{
  g_autoptr (GDateTime) time = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

static char *
dup_text (SdmConsultation *consultation,
          const char      *path)
{
  return g_strdup (sdm_consultation_get_text (consultation, path));
}

/* What a real patient is found by. While it is half-typed, a number is nobody's. */
static void
take_identity (SdmRecordHead   *head,
               SdmConsultation *consultation)
{
  const char *number = sdm_consultation_get_text (consultation, "people/patient/nhs_number");

  head->family_name = dup_text (consultation, "people/patient/family");
  head->given_names = sdm_consultation_dup_given_names (consultation);
  head->birth_date = dup_text (consultation, "people/patient/born");
  if (number != NULL && sdm_nhs_number_is_valid (number))
    head->nhs_number = g_strdup (number);
}

static char *
dup_reviews (SdmConsultation *consultation)
{
  json_t *dates = sdm_consultation_peek (consultation, "plan/review/dates");
  g_autoptr (GString) days = g_string_new (NULL);
  json_t *date;
  size_t  i;

  json_array_foreach (dates, i, date)
    {
      const char *day = json_string_value (json_object_get (date, "on"));

      if (day != NULL)
        g_string_append_printf (days, "%s%s", days->len > 0 ? " " : "", day);
    }

  return days->len > 0 ? g_string_free (g_steal_pointer (&days), FALSE) : NULL;
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
  if (g_strcmp0 (head->kind, "real") == 0)
    take_identity (head, consultation);
  head->reviews = dup_reviews (consultation);
  head->author = dup_text (consultation, "finish/finalised/by");
  head->amends = sdm_consultation_get_amended (consultation);
  head->created = read_instant (sdm_consultation_get_text (consultation, "created"));
  head->changed = read_instant (sdm_consultation_get_text (consultation, "changed"));

  return head;
}
