/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-patients-private.h"

#include <string.h>

#include "sdm-record-error.h"
#include "sdm-record-patient-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-seal-private.h"

/* One is joined to another, who may be joined to a third; never so often. */
#define LONGEST_CHAIN 100

/* Columns of every statement that reads patients. */
enum
{
  ID,
  VERSION,
  NHS_INDEX,
  PERSON_INDEX,
  BODY,
};

/* Reading */

static GBytes *
unseal_body (SdmRecordFile      *file,
             SdmRecordStatement *statement)
{
  const void *id = sqlite3_column_blob (statement, ID);
  g_autoptr (GBytes) sealed = sdm_record_statement_get_bytes (statement, BODY);
  SdmRecordPlace place;

  if (id == NULL || sqlite3_column_bytes (statement, ID) != SDM_RECORD_ID_SIZE)
    return NULL;

  place = sdm_record_file_make_place (file, "patient.body", id, (guint32) sqlite3_column_int64 (statement, VERSION));
  return sdm_record_unseal (file->keys, &place, sealed, NULL);
}

static gboolean
has_index (SdmRecordStatement *statement,
           int                 column,
           const guint8       *index) /* nullable */
{
  if (index == NULL)
    return sqlite3_column_type (statement, column) == SQLITE_NULL;

  return sqlite3_column_bytes (statement, column) == SDM_RECORD_INDEX_SIZE &&
         memcmp (sqlite3_column_blob (statement, column), index, SDM_RECORD_INDEX_SIZE) == 0;
}

static gboolean
index_nhs_number (const SdmRecordKeys *keys,
                  const char          *digits,
                  guint8               index[SDM_RECORD_INDEX_SIZE])
{
  if (digits == NULL)
    return FALSE;

  sdm_record_keys_index_nhs_number (keys, digits, index);
  return TRUE;
}

static gboolean
index_person (const SdmRecordKeys *keys,
              const char          *surname,
              const char          *birth_date,
              guint8               index[SDM_RECORD_INDEX_SIZE])
{
  return surname != NULL && birth_date != NULL &&
         sdm_record_keys_index_person (keys, surname, birth_date, index);
}

static gboolean
has_indexes (const SdmRecordKeys    *keys,
             SdmRecordStatement     *statement,
             const SdmRecordPatient *patient)
{
  guint8 nhs_index[SDM_RECORD_INDEX_SIZE];
  guint8 person_index[SDM_RECORD_INDEX_SIZE];

  const gboolean has_number = index_nhs_number (keys, patient->nhs_number, nhs_index);
  const gboolean has_person = index_person (keys, patient->family_name, patient->birth_date, person_index);

  return has_index (statement, NHS_INDEX, has_number ? nhs_index : NULL) &&
         has_index (statement, PERSON_INDEX, has_person ? person_index : NULL);
}

/* What the row is found by must be what stands in it: nobody is shown in another's place. */
static gboolean
is_in_its_place (SdmRecordFile          *file,
                 SdmRecordStatement     *statement,
                 const SdmRecordPatient *patient)
{
  for (const SdmRecordKeys *keys = file->keys; keys != NULL; keys = sdm_record_keys_get_older (keys))
    if (has_indexes (keys, statement, patient))
      return TRUE;

  return FALSE;
}

/* The row that @statement is at; NULL with @error set where it is not as it was written. */
static SdmRecordPatient *
take_row (SdmRecordFile      *file,
          SdmRecordStatement *statement,
          GError            **error)
{
  g_autoptr (GBytes) plain = unseal_body (file, statement);
  g_autoptr (SdmRecordPatient) patient = plain != NULL ? sdm_record_patient_deserialise (plain) : NULL;

  if (patient == NULL || !is_in_its_place (file, statement, patient))
    {
      sdm_record_rows_set_damaged (error);
      return NULL;
    }

  patient->id = sdm_record_id_format (sqlite3_column_blob (statement, ID));
  return g_steal_pointer (&patient);
}

static gboolean
read_one (SdmRecordFile         *file,
          SdmRecordStatementName name,
          const guint8           key[16],
          SdmRecordPatient     **patient,
          GError               **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);
  gboolean found;

  *patient = NULL;
  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, key, 16);
  if (!sdm_record_statement_next (file, statement, &found, error))
    return FALSE;
  if (found)
    *patient = take_row (file, statement, error);

  return !found || *patient != NULL;
}

/**
 * sdm_record_patients_read:
 * @patient: (out) (nullable): the row, %NULL where there is none
 */
gboolean
sdm_record_patients_read (SdmRecordFile     *file,
                          const guint8       id[SDM_RECORD_ID_SIZE],
                          SdmRecordPatient **patient,
                          GError           **error)
{
  return read_one (file, SDM_RECORD_STATEMENT_GET_PATIENT, id, patient, error);
}

/**
 * sdm_record_patients_follow:
 * @patient: (inout): a patient
 *
 * Goes from one who was joined to another to that other one.
 */
gboolean
sdm_record_patients_follow (SdmRecordFile     *file,
                            SdmRecordPatient **patient,
                            GError           **error)
{
  for (guint i = 0; (*patient)->joined_to != NULL; i++)
    {
      SdmRecordPatient *next = NULL;
      guint8            id[SDM_RECORD_ID_SIZE];

      if (i == LONGEST_CHAIN || !sdm_record_id_parse ((*patient)->joined_to, id))
        return sdm_record_rows_set_damaged (error);
      if (!sdm_record_patients_read (file, id, &next, error))
        return FALSE;
      if (next == NULL)
        return sdm_record_rows_set_damaged (error);
      sdm_record_patient_free (*patient);
      *patient = next;
    }

  return TRUE;
}

/**
 * sdm_record_patients_by_nhs_number:
 * @digits: ten digits
 * @patient: (out) (nullable): whose number it is, %NULL where it is nobody's
 */
gboolean
sdm_record_patients_by_nhs_number (SdmRecordFile     *file,
                                   const char        *digits,
                                   SdmRecordPatient **patient,
                                   GError           **error)
{
  guint8 index[SDM_RECORD_INDEX_SIZE];

  *patient = NULL;
  for (const SdmRecordKeys *keys = file->keys; keys != NULL && *patient == NULL; keys = sdm_record_keys_get_older (keys))
    {
      sdm_record_keys_index_nhs_number (keys, digits, index);
      if (!read_one (file, SDM_RECORD_STATEMENT_PATIENT_BY_NHS_NUMBER, index, patient, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_people (SdmRecordFile *file,
            const guint8   index[SDM_RECORD_INDEX_SIZE],
            GPtrArray     *patients,
            GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_PATIENTS_BY_PERSON, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, index, SDM_RECORD_INDEX_SIZE);
  if (!sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      SdmRecordPatient *patient = take_row (file, statement, error);

      if (patient == NULL)
        return FALSE;
      g_ptr_array_add (patients, patient);
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sdm_record_patients_by_person:
 * @surname: (nullable): as it was typed
 * @birth_date: (nullable): YYYY-MM-DD
 *
 * Returns: (transfer full) (element-type SdmRecordPatient) (nullable): all rows with this surname
 *   and date of birth, of those who were joined to another too
 */
GPtrArray *
sdm_record_patients_by_person (SdmRecordFile *file,
                               const char    *surname,
                               const char    *birth_date,
                               GError       **error)
{
  g_autoptr (GPtrArray) patients = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_patient_free);
  guint8 index[SDM_RECORD_INDEX_SIZE];

  for (const SdmRecordKeys *keys = file->keys; keys != NULL; keys = sdm_record_keys_get_older (keys))
    if (index_person (keys, surname, birth_date, index) && !add_people (file, index, patients, error))
      return NULL;

  return g_steal_pointer (&patients);
}

/* Writing */

/* The version that the row is to have. */
static gboolean
find_version (SdmRecordFile *file,
              const guint8   id[SDM_RECORD_ID_SIZE],
              guint32       *version,
              GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_PATIENT, error);
  gboolean found;

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_next (file, statement, &found, error))
    return FALSE;

  *version = found ? (guint32) sqlite3_column_int64 (statement, VERSION) + 1 : 1;
  return TRUE;
}

static gboolean
put_row (SdmRecordFile          *file,
         const guint8            id[SDM_RECORD_ID_SIZE],
         guint32                 version,
         const SdmRecordPatient *patient,
         GBytes                 *plain,
         GError                **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, "patient.body", id, version);
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_PUT_PATIENT, error);
  g_autoptr (GBytes) sealed = sdm_record_seal (file->keys, &place, plain);
  guint8 nhs_index[SDM_RECORD_INDEX_SIZE];
  guint8 person_index[SDM_RECORD_INDEX_SIZE];

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  sqlite3_bind_int64 (statement, 2, version);
  if (index_nhs_number (file->keys, patient->nhs_number, nhs_index))
    sdm_record_statement_bind_blob (statement, 3, nhs_index, sizeof nhs_index);
  if (index_person (file->keys, patient->family_name, patient->birth_date, person_index))
    sdm_record_statement_bind_blob (statement, 4, person_index, sizeof person_index);
  sdm_record_statement_bind_bytes (statement, 5, sealed);
  return sdm_record_statement_run (file, statement, error);
}

/**
 * sdm_record_patients_write:
 *
 * Keeps a patient, in the transaction that is under way.
 */
gboolean
sdm_record_patients_write (SdmRecordFile          *file,
                           const SdmRecordPatient *patient,
                           GError                **error)
{
  g_autoptr (GBytes) plain = sdm_record_patient_serialise (patient);
  guint8  id[SDM_RECORD_ID_SIZE];
  guint32 version;

  if (!sdm_record_id_parse (patient->id, id))
    return sdm_record_rows_set_damaged (error);
  if (!find_version (file, id, &version, error) || !put_row (file, id, version, patient, plain, error))
    return FALSE;

  if (file->names != NULL)
    sdm_record_names_change (file->names, id, sdm_record_patient_peek_words (plain));
  return TRUE;
}

/**
 * sdm_record_patients_reseal:
 * @version: of the row
 * @sealed: what stands in it
 *
 * Seals a row with the new key, and makes its blind indexes anew. What is damaged
 * stays as it is.
 */
gboolean
sdm_record_patients_reseal (SdmRecordFile *file,
                            const guint8   id[SDM_RECORD_ID_SIZE],
                            guint32        version,
                            GBytes        *sealed,
                            GError       **error)
{
  const SdmRecordPlace place = sdm_record_file_make_place (file, "patient.body", id, version);
  g_autoptr (GBytes) plain = sdm_record_unseal (file->keys, &place, sealed, NULL);
  g_autoptr (SdmRecordPatient) patient = plain != NULL ? sdm_record_patient_deserialise (plain) : NULL;

  return patient == NULL || put_row (file, id, version, patient, plain, error);
}

/**
 * sdm_record_patients_remove:
 *
 * Removes a patient to whom no consultation refers; does nothing where one does.
 */
gboolean
sdm_record_patients_remove (SdmRecordFile *file,
                            const guint8   id[SDM_RECORD_ID_SIZE],
                            GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_REMOVE_PATIENT, error);

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_run (file, statement, error))
    return FALSE;

  if (file->names != NULL && sqlite3_changes (file->db) > 0)
    sdm_record_names_change (file->names, id, NULL);
  return TRUE;
}

/* All of them */

/**
 * sdm_record_patients_open:
 *
 * Reads the names of all patients into memory. One that is damaged is left out, and is told
 * of when everything is checked.
 */
gboolean
sdm_record_patients_open (SdmRecordFile *file,
                          GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ALL_PATIENTS, error);
  gboolean has_row;

  if (statement == NULL || !sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;

  file->names = sdm_record_names_new ();
  while (has_row)
    {
      g_autoptr (GBytes) plain = unseal_body (file, statement);
      const char *words = plain != NULL ? sdm_record_patient_peek_words (plain) : NULL;

      if (words != NULL)
        sdm_record_names_add (file->names, sqlite3_column_blob (statement, ID), words);
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
sdm_record_patients_check_row (SdmRecordFile      *file,
                               SdmRecordStatement *statement,
                               GError            **error)
{
  g_autoptr (SdmRecordPatient) patient = take_row (file, statement, error);

  return patient != NULL;
}
