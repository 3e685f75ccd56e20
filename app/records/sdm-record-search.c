/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-search-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-date.h"
#include "sdm-nhs-number.h"
#include "sdm-record-audit-private.h"
#include "sdm-record-patients-private.h"

/* Finding in the file: patients here, consultations in sdm-record-search-heads.c. */

/* What a search is noted as. Part of the format of the file. */
static const char *const query_names[] = {
  [SDM_RECORD_QUERY_NHS_NUMBER] = "nhs-number",
  [SDM_RECORD_QUERY_PERSON] = "person",
  [SDM_RECORD_QUERY_NAME] = "name",
  [SDM_RECORD_QUERY_PATIENT] = "patient",
  [SDM_RECORD_QUERY_DAY] = "day",
  [SDM_RECORD_QUERY_CLINICIAN] = "clinician",
  [SDM_RECORD_QUERY_AID] = "aid",
  [SDM_RECORD_QUERY_DRAFTS] = "drafts",
  [SDM_RECORD_QUERY_REVIEWS] = "reviews",
};

/**
 * sdm_record_search_set_invalid:
 *
 * Sets %SDM_RECORD_ERROR_INVALID; always FALSE.
 */
gboolean
sdm_record_search_set_invalid (GError    **error,
                               const char *message)
{
  g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID, message);
  return FALSE;
}

/* Patients */

/* Those who may be the same person: of the same surname and date of birth, and not joined yet. */
static gboolean
note_others (SdmRecordFile    *file,
             SdmRecordPatient *patient,
             GError          **error)
{
  g_autoptr (GPtrArray) rows = sdm_record_patients_by_person (file, patient->family_name, patient->birth_date, error);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const SdmRecordPatient *other = g_ptr_array_index (rows, i);

      if (other->joined_to == NULL && !g_str_equal (other->id, patient->id))
        g_ptr_array_add (others, g_strdup (other->id));
    }

  if (others->len == 0)
    return TRUE;
  g_ptr_array_add (others, NULL);
  patient->others = (char **) g_ptr_array_steal (others, NULL);
  return TRUE;
}

/* Takes over @patient; who was joined to another is found as that other one, and once. */
static gboolean
add_patient (SdmRecordFile    *file,
             SdmRecordFound   *found,
             SdmRecordPatient *patient,
             GError          **error)
{
  g_autoptr (SdmRecordPatient) taken = patient;

  if (!sdm_record_patients_follow (file, &taken, error))
    return FALSE;
  for (guint i = 0; i < found->patients->len; i++)
    if (g_str_equal (((SdmRecordPatient *) g_ptr_array_index (found->patients, i))->id, taken->id))
      return TRUE;
  if (!note_others (file, taken, error))
    return FALSE;

  g_ptr_array_add (found->patients, g_steal_pointer (&taken));
  return TRUE;
}

static gboolean
find_by_nhs_number (SdmRecordFile        *file,
                    const SdmRecordQuery *query,
                    SdmRecordFound       *found,
                    GError              **error)
{
  g_autofree char  *digits = sdm_nhs_number_normalise (query->text);
  SdmRecordPatient *patient = NULL;

  if (digits == NULL || !sdm_nhs_number_is_valid (digits))
    return sdm_record_search_set_invalid (error, _("This is no NHS number: one has ten digits, and the last must fit the others. Look it up, and type it once more."));

  return sdm_record_patients_by_nhs_number (file, digits, &patient, error) &&
         (patient == NULL || add_patient (file, found, patient, error));
}

static gboolean
find_by_person (SdmRecordFile        *file,
                const SdmRecordQuery *query,
                SdmRecordFound       *found,
                GError              **error)
{
  g_autofree char *folded = sdm_record_fold_name (query->text);
  g_autofree char *birth_date = query->birth_date != NULL ? sdm_date_parse (query->birth_date) : NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (*folded == '\0' || birth_date == NULL)
    return sdm_record_search_set_invalid (error, _("Give a surname and a date of birth, such as 1943-03-14."));
  rows = sdm_record_patients_by_person (file, query->text, birth_date, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    if (!add_patient (file, found, sdm_record_patient_copy (g_ptr_array_index (rows, i)), error))
      return FALSE;
  return TRUE;
}

static gboolean
find_by_name (SdmRecordFile        *file,
              const SdmRecordQuery *query,
              SdmRecordFound       *found,
              GError              **error)
{
  g_autofree char *birth_date = query->birth_date != NULL ? sdm_date_parse (query->birth_date) : NULL;
  g_autoptr (GArray) matches = NULL;

  if (query->birth_date != NULL && birth_date == NULL)
    return sdm_record_search_set_invalid (error, _("Give a date of birth such as 1943-03-14."));
  matches = sdm_record_names_find (file->names, query->text, birth_date != NULL ? G_MAXUINT : query->limit, &found->is_cut);

  for (guint i = 0; i < matches->len; i++)
    {
      g_autoptr (SdmRecordPatient) patient = NULL;

      if (!sdm_record_patients_read (file, g_array_index (matches, SdmRecordNameMatch, i).id, &patient, error))
        return FALSE;
      if (patient == NULL || (birth_date != NULL && g_strcmp0 (patient->birth_date, birth_date) != 0))
        continue;
      if (found->patients->len == query->limit)
        {
          found->is_cut = TRUE;
          break;
        }
      if (!add_patient (file, found, g_steal_pointer (&patient), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sdm_record_search_get_patient:
 * @id: (nullable): as somebody gave it
 *
 * Fails with %SDM_RECORD_ERROR_INVALID where @id is none, and with
 * %SDM_RECORD_ERROR_NOT_FOUND where it is nobody's.
 *
 * Returns: (transfer full) (nullable): the patient, also one who was joined to another
 */
SdmRecordPatient *
sdm_record_search_get_patient (SdmRecordFile *file,
                               const char    *id,
                               GError       **error)
{
  SdmRecordPatient *patient = NULL;
  guint8            bytes[SDM_RECORD_ID_SIZE];

  if (!sdm_record_id_parse (id, bytes))
    {
      sdm_record_search_set_invalid (error, _("This is not the id of a patient. Find the patient first, and copy the id from there."));
      return NULL;
    }
  if (!sdm_record_patients_read (file, bytes, &patient, error))
    return NULL;
  if (patient == NULL)
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND,
                         _("There is no patient with this id here. Find the patient first, and copy the id from there."));

  return patient;
}

static gboolean
find_by_id (SdmRecordFile        *file,
            const SdmRecordQuery *query,
            SdmRecordFound       *found,
            GError              **error)
{
  SdmRecordPatient *patient = sdm_record_search_get_patient (file, query->text, error);

  return patient != NULL && add_patient (file, found, patient, error);
}

/* All of them */

typedef gboolean (*Find) (SdmRecordFile        *file,
                          const SdmRecordQuery *query,
                          SdmRecordFound       *found,
                          GError              **error);

static const Find finds[] = {
  [SDM_RECORD_QUERY_NHS_NUMBER] = find_by_nhs_number,
  [SDM_RECORD_QUERY_PERSON] = find_by_person,
  [SDM_RECORD_QUERY_NAME] = find_by_name,
  [SDM_RECORD_QUERY_PATIENT] = find_by_id,
  [SDM_RECORD_QUERY_DAY] = sdm_record_search_days,
  [SDM_RECORD_QUERY_CLINICIAN] = sdm_record_search_days,
  [SDM_RECORD_QUERY_AID] = sdm_record_search_aid,
  [SDM_RECORD_QUERY_DRAFTS] = sdm_record_search_drafts,
  [SDM_RECORD_QUERY_REVIEWS] = sdm_record_search_reviews,
};

static gboolean
check_query (SdmRecordFile        *file,
             const SdmRecordQuery *query,
             GError              **error)
{
  const gboolean needs_text = query->kind != SDM_RECORD_QUERY_DAY && query->kind != SDM_RECORD_QUERY_DRAFTS &&
                              query->kind != SDM_RECORD_QUERY_REVIEWS;

  if (file->kind == SDM_RECORD_STORE_PRACTICE &&
      (query->kind <= SDM_RECORD_QUERY_PATIENT || query->kind == SDM_RECORD_QUERY_CLINICIAN))
    return sdm_record_search_set_invalid (error, _("Only records of real patients are found by who it was; while practising there are none."));
  if (needs_text && query->text == NULL)
    return sdm_record_search_set_invalid (error, _("Say what to look for."));

  return TRUE;
}

/* That somebody searched, in what way and how much was found; who it was, where that was one patient. */
static gboolean
note_search (SdmRecordFile        *file,
             const SdmRecordQuery *query,
             const SdmRecordFound *found,
             GError              **error)
{
  SdmRecordEvent *event = sdm_record_audit_new_event (file, SDM_RECORD_AUDIT_SEARCH, NULL, 0, NULL);
  const guint     n_found = query->kind <= SDM_RECORD_QUERY_PATIENT ? found->patients->len : found->heads->len;

  event->outcome = g_strdup_printf ("%s: %u", query_names[query->kind], n_found);
  if (found->patients->len == 1)
    event->patient = g_strdup (((SdmRecordPatient *) g_ptr_array_index (found->patients, 0))->id);
  return sdm_record_audit_note (file, event, error);
}

/**
 * sdm_record_search:
 *
 * Returns: (transfer full) (nullable): what was found, maybe nothing
 */
SdmRecordFound *
sdm_record_search (SdmRecordFile        *file,
                   const SdmRecordQuery *query,
                   GError              **error)
{
  g_autoptr (SdmRecordFound) found = sdm_record_found_new ();

  if (!check_query (file, query, error) || !finds[query->kind](file, query, found, error))
    return NULL;
  if (found->patients->len == 1 &&
      !sdm_record_search_patient (file, g_ptr_array_index (found->patients, 0), query->limit, found, error))
    return NULL;
  if (!note_search (file, query, found, error))
    return NULL;
  if (query->kind == SDM_RECORD_QUERY_PATIENT)
    found->known = sdm_record_search_known (file, found->heads);

  return g_steal_pointer (&found);
}
