/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-search-private.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-patients-private.h"

/* Who saw and did what of one patient. */

/* The ids of the consultations of a patient. */
static GPtrArray *
list_records (SdmRecordFile          *file,
              const SdmRecordPatient *patient,
              GError                **error)
{
  g_autoptr (SdmRecordFound) found = sdm_record_found_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_free);

  if (!sdm_record_search_patient (file, patient, G_MAXINT32, found, error))
    return NULL;
  for (guint i = 0; i < found->heads->len; i++)
    g_ptr_array_add (records, g_strdup (((SdmRecordHead *) g_ptr_array_index (found->heads, i))->id));

  return g_steal_pointer (&records);
}

/* The patient's own id, and those of who were joined. */
static GPtrArray *
list_patients (const SdmRecordPatient *patient)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) joined = g_strsplit (patient->joined != NULL ? patient->joined : "", " ", -1);

  g_ptr_array_add (ids, g_strdup (patient->id));
  for (guint i = 0; joined[i] != NULL; i++)
    if (*joined[i] != '\0')
      g_ptr_array_add (ids, g_strdup (joined[i]));

  return ids;
}

/* That the list itself was looked at, or something of the patient left the program. */
static gboolean
note (SdmRecordFile *file,
      const char    *code,
      const char    *patient,
      const char    *outcome,
      GError       **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, code, NULL, 0, NULL);

  event->patient = g_strdup (patient);
  event->outcome = g_strdup (outcome);
  return sdm_record_audit_note (file, event, error);
}

/**
 * sdm_record_patient_events:
 * @id: the id of a patient
 *
 * That it was looked at is an event too, and the last of them.
 *
 * Returns: (transfer full) (element-type SdmRecordEvent) (nullable): what was seen and done of this
 *   patient and of those who were joined, oldest first
 */
GPtrArray *
sdm_record_patient_events (SdmRecordFile *file,
                           const char    *id,
                           GError       **error)
{
  g_autoptr (SdmRecordPatient) patient = sdm_record_search_get_patient (file, id, error);
  g_autoptr (GPtrArray) patients = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (patient == NULL || !sdm_record_patients_follow (file, &patient, error))
    return NULL;
  records = list_records (file, patient, error);
  if (records == NULL || !note (file, SDM_RECORD_AUDIT_SEARCH, patient->id, "audit", error))
    return NULL;

  patients = list_patients (patient);
  return sdm_record_audit_find (file, patients, records, error);
}

/**
 * sdm_record_patient_note_given:
 * @id: the id of a patient
 * @printed: (nullable): the printer and the hash of the pages; %NULL where nothing was printed
 *
 * Notes that the list of who saw and did what was copied, saved or printed.
 */
gboolean
sdm_record_patient_note_given (SdmRecordFile *file,
                               const char    *id,
                               const char    *printed,
                               GError       **error)
{
  g_autofree char *outcome = printed != NULL ? g_strdup_printf ("audit: %s", printed) : g_strdup ("audit");

  return note (file, printed != NULL ? SDM_RECORD_AUDIT_PRINT : SDM_RECORD_AUDIT_EXPORT, id, outcome, error);
}

/**
 * sdm_record_patient_note_request:
 * @id: the id of a patient
 * @outcome: the hash of the pages, and how many things were left out of them
 *
 * Notes that the person was given all that is kept of them.
 */
gboolean
sdm_record_patient_note_request (SdmRecordFile *file,
                                 const char    *id,
                                 const char    *outcome,
                                 GError       **error)
{
  return note (file, SDM_RECORD_AUDIT_ACCESS_REQUEST, id, outcome, error);
}
