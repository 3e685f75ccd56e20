/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-search-private.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-patients-private.h"

/* Who saw and did what of one patient. */

/* The consultations of a patient, by their ids as texts. */
static GHashTable *
collect_records (SdmRecordFile          *file,
                 const SdmRecordPatient *patient,
                 GError                **error)
{
  g_autoptr (SdmRecordFound) found = sdm_record_found_new ();
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!sdm_record_search_patient (file, patient, G_MAXINT32, found, error))
    return NULL;
  for (guint i = 0; i < found->heads->len; i++)
    g_hash_table_add (records, g_strdup (((SdmRecordHead *) g_ptr_array_index (found->heads, i))->id));

  return g_steal_pointer (&records);
}

typedef struct
{
  const SdmRecordPatient *patient;
  GHashTable             *records;
} Wanted;

static gboolean
is_wanted (const SdmRecordEvent *event,
           gpointer              user_data)
{
  const Wanted *wanted = user_data;

  return sdm_record_patient_is (wanted->patient, event->patient) ||
         (event->record != NULL && g_hash_table_contains (wanted->records, event->record));
}

/* That the list itself was looked at, or left the program. */
static gboolean
note (SdmRecordFile *file,
      const char    *code,
      const char    *patient,
      GError       **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, code, NULL, 0, NULL);

  event->patient = g_strdup (patient);
  event->outcome = g_strdup ("audit");
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
  g_autoptr (GHashTable) records = NULL;
  Wanted wanted;

  if (patient == NULL || !sdm_record_patients_follow (file, &patient, error))
    return NULL;
  records = collect_records (file, patient, error);
  if (records == NULL || !note (file, SDM_RECORD_AUDIT_SEARCH, patient->id, error))
    return NULL;

  wanted.patient = patient;
  wanted.records = records;
  return sdm_record_audit_list_if (file, is_wanted, &wanted, error);
}

/**
 * sdm_record_patient_note_given:
 * @id: the id of a patient
 *
 * Notes that the list of who saw and did what was copied, saved or printed.
 */
gboolean
sdm_record_patient_note_given (SdmRecordFile *file,
                               const char    *id,
                               GError       **error)
{
  return note (file, SDM_RECORD_AUDIT_EXPORT, id, error);
}
