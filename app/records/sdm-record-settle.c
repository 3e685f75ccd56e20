/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-patients-private.h"

#include <string.h>

#include "sdm-record-head-private.h"
#include "sdm-record-rows-private.h"

/*
 * To which patient a consultation belongs, and what else it is found by.
 *
 * A patient is found by the NHS number; else by surname and date of birth, unless another NHS
 * number or another first name contradicts, or several could be meant; else a new one is made.
 * A patient of one consultation alone follows what that says, so that half-typed names leave
 * nobody behind; one of several follows only the newest that is final.
 */

/* The consultation at hand, and the patient it refers to until now. */
typedef struct
{
  const guint8  *record;
  SdmRecordHead *head;
  gboolean       is_final;
  char          *current;  /* owned, nullable */
  gboolean       is_alone; /* no other consultation refers to the current patient */
} Case;

static gboolean
has_row (SdmRecordFile         *file,
         SdmRecordStatementName name,
         const char            *patient,
         const guint8          *record, /* nullable */
         gint64                 day,
         gboolean              *found,
         GError               **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, name, error);
  guint8 id[SDM_RECORD_ID_SIZE];

  if (statement == NULL)
    return FALSE;
  if (!sdm_record_id_parse (patient, id))
    return sdm_record_rows_set_damaged (error);

  sdm_record_statement_bind_blob (statement, 1, id, sizeof id);
  if (record != NULL)
    sdm_record_statement_bind_blob (statement, 2, record, SDM_RECORD_ID_SIZE);
  else
    sqlite3_bind_int64 (statement, 2, day);
  return sdm_record_statement_next (file, statement, found, error);
}

/**
 * sdm_record_settle_read_link:
 * @is_there: (out): whether there is such a consultation
 * @patient: (out) (nullable): the id of its patient
 */
gboolean
sdm_record_settle_read_link (SdmRecordFile *file,
                             const guint8   record[SDM_RECORD_ID_SIZE],
                             gboolean      *is_there,
                             char         **patient,
                             GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_GET_LINK, error);

  *patient = NULL;
  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, record, SDM_RECORD_ID_SIZE);
  if (!sdm_record_statement_next (file, statement, is_there, error))
    return FALSE;
  if (*is_there && sqlite3_column_bytes (statement, 0) == SDM_RECORD_ID_SIZE)
    *patient = sdm_record_id_format (sqlite3_column_blob (statement, 0));

  return TRUE;
}

/* Whom the head names */

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_person (const SdmRecordHead *head)
{
  g_autofree char *folded = is_text (head->family_name) ? sdm_record_fold_name (head->family_name) : NULL;

  return is_text (folded) && is_text (head->birth_date);
}

static gboolean
is_initial (const char *name)
{
  return g_utf8_strlen (name, -1) <= 1;
}

/* Two first names that are not the same; none contradicts nothing, and an initial only another. */
static gboolean
has_other_name (const char *a,
                const char *b)
{
  g_auto (GStrv) first = g_strsplit (a != NULL ? a : "", " ", 2);
  g_auto (GStrv) second = g_strsplit (b != NULL ? b : "", " ", 2);
  g_autofree char *x = first[0] != NULL ? sdm_record_fold_name (first[0]) : g_strdup ("");
  g_autofree char *y = second[0] != NULL ? sdm_record_fold_name (second[0]) : g_strdup ("");

  if (is_initial (x) || is_initial (y))
    return !g_str_has_prefix (x, y) && !g_str_has_prefix (y, x);
  return !g_str_equal (x, y);
}

static gboolean
contradicts (const SdmRecordPatient *patient,
             const SdmRecordHead    *head)
{
  if (patient->nhs_number != NULL && is_text (head->nhs_number) && !g_str_equal (patient->nhs_number, head->nhs_number))
    return TRUE;

  return has_other_name (patient->given_names, head->given_names);
}

/* The one who can be meant; NULL where there is nobody, or more than one. A patient of this draft alone gives way. */
static gboolean
find_person (SdmRecordFile     *file,
             const Case        *at,
             SdmRecordPatient **patient,
             GError           **error)
{
  g_autoptr (GPtrArray) rows = sdm_record_patients_by_person (file, at->head->family_name, at->head->birth_date, error);
  g_autoptr (SdmRecordPatient) one = NULL;
  gboolean is_certain = TRUE;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (SdmRecordPatient) other = sdm_record_patient_copy (g_ptr_array_index (rows, i));

      if (!sdm_record_patients_follow (file, &other, error))
        return FALSE;
      if (contradicts (other, at->head) || (one != NULL && g_str_equal (one->id, other->id)))
        continue;
      if (g_strcmp0 (other->id, at->current) == 0 && at->is_alone && !at->is_final)
        continue;
      if (g_strcmp0 (other->id, at->current) == 0)
        {
          *patient = g_steal_pointer (&other);
          return TRUE;
        }
      is_certain = one == NULL;
      g_clear_pointer (&one, sdm_record_patient_free);
      one = g_steal_pointer (&other);
    }

  if (is_certain)
    *patient = g_steal_pointer (&one);
  return TRUE;
}

static gboolean
find_patient (SdmRecordFile     *file,
              const Case        *at,
              SdmRecordPatient **patient,
              GError           **error)
{
  guint8 id[SDM_RECORD_ID_SIZE];

  *patient = NULL;
  if (is_text (at->head->nhs_number) && !sdm_record_patients_by_nhs_number (file, at->head->nhs_number, patient, error))
    return FALSE;
  if (*patient != NULL)
    return sdm_record_patients_follow (file, patient, error);
  if (has_person (at->head) && !find_person (file, at, patient, error))
    return FALSE;
  if (*patient != NULL || !at->is_alone)
    return TRUE;

  return sdm_record_id_parse (at->current, id) && sdm_record_patients_read (file, id, patient, error);
}

/* What the patient's row says */

static gboolean
take_text (char      **field,
           const char *text,
           gboolean    may_clear)
{
  if (!is_text (text) && !may_clear)
    return FALSE;
  if (!is_text (text))
    text = NULL;
  if (g_strcmp0 (*field, text) == 0)
    return FALSE;

  g_free (*field);
  *field = g_strdup (text);
  return TRUE;
}

/* Whether anything changed. With @is_alone, what is gone from the head is gone here. */
static gboolean
take_identity (SdmRecordFile       *file,
               SdmRecordPatient    *patient,
               const SdmRecordHead *head,
               gboolean             is_alone)
{
  const gboolean may_clear = is_alone && patient->joined == NULL;
  gboolean       is_changed = FALSE;

  is_changed |= take_text (&patient->name, head->patient, may_clear);
  is_changed |= take_text (&patient->family_name, head->family_name, may_clear);
  is_changed |= take_text (&patient->given_names, head->given_names, may_clear);
  is_changed |= take_text (&patient->birth_date, head->birth_date, may_clear);
  /* Another number than the one by which the patient is known is taken from nobody else. */
  if (patient->nhs_number == NULL || may_clear)
    is_changed |= take_text (&patient->nhs_number, head->nhs_number, may_clear);

  return is_changed;
}

static SdmRecordPatient *
new_patient (SdmRecordFile *file)
{
  SdmRecordPatient *patient = sdm_record_patient_new ();

  patient->id = sdm_record_new_id (file->get_now != NULL ? file->get_now () : g_get_real_time ());
  return patient;
}

static gboolean
write_patient (SdmRecordFile    *file,
               const Case       *at,
               SdmRecordPatient *patient,
               gboolean          is_new,
               GError          **error)
{
  const gboolean is_own = is_new || (at->is_alone && g_strcmp0 (patient->id, at->current) == 0);
  gboolean       has_later = FALSE;

  if (!is_own && !at->is_final)
    return TRUE;
  if (!is_own && !has_row (file, SDM_RECORD_STATEMENT_HAS_LATER, patient->id, NULL,
                           sdm_record_head_get_day (at->head), &has_later, error))
    return FALSE;
  if (has_later || !take_identity (file, patient, at->head, is_own))
    return TRUE;

  return sdm_record_patients_write (file, patient, error);
}

/* Sets the patient in the head, NULL where it names nobody. */
static gboolean
choose_patient (SdmRecordFile *file,
                const Case    *at,
                GError       **error)
{
  g_autoptr (SdmRecordPatient) patient = NULL;
  gboolean is_new;

  g_clear_pointer (&at->head->patient_id, g_free);
  if (!is_text (at->head->nhs_number) && !has_person (at->head))
    return TRUE;
  if (!find_patient (file, at, &patient, error))
    return FALSE;

  is_new = patient == NULL;
  if (is_new)
    patient = new_patient (file);
  at->head->patient_id = g_strdup (patient->id);
  return write_patient (file, at, patient, is_new, error);
}

/* The row of the consultation */

static gboolean
put_consultation (SdmRecordFile *file,
                  const Case    *at,
                  GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_PUT_CONSULTATION, error);
  guint8 clinician[SDM_RECORD_ID_SIZE];
  guint8 patient[SDM_RECORD_ID_SIZE];
  guint8 aid[SDM_RECORD_INDEX_SIZE];

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, at->record, SDM_RECORD_ID_SIZE);
  sqlite3_bind_int64 (statement, 2, sdm_record_head_get_day (at->head));
  if (sdm_record_id_parse (file->clinician, clinician))
    sdm_record_statement_bind_blob (statement, 3, clinician, sizeof clinician);
  if (sdm_record_id_parse (at->head->patient_id, patient))
    sdm_record_statement_bind_blob (statement, 4, patient, sizeof patient);
  if (is_text (at->head->aid_id))
    {
      sdm_record_keys_index (file->keys, "aid-id", at->head->aid_id, strlen (at->head->aid_id), aid);
      sdm_record_statement_bind_blob (statement, 5, aid, sizeof aid);
    }

  return sdm_record_statement_run (file, statement, error);
}

static gboolean
remove_reviews (SdmRecordFile *file,
                const guint8   record[SDM_RECORD_ID_SIZE],
                GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_REMOVE_REVIEWS, error);

  if (statement == NULL)
    return FALSE;

  sdm_record_statement_bind_blob (statement, 1, record, SDM_RECORD_ID_SIZE);
  return sdm_record_statement_run (file, statement, error);
}

static gboolean
add_review (SdmRecordFile *file,
            const guint8   record[SDM_RECORD_ID_SIZE],
            const char    *day,
            GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ADD_REVIEW, error);
  guint8 index[SDM_RECORD_INDEX_SIZE];

  if (statement == NULL)
    return FALSE;

  sdm_record_keys_index (file->keys, "review", day, strlen (day), index);
  sdm_record_statement_bind_blob (statement, 1, record, SDM_RECORD_ID_SIZE);
  sdm_record_statement_bind_blob (statement, 2, index, sizeof index);
  return sdm_record_statement_run (file, statement, error);
}

/* Those of the last final version; a record that was taken back has none. */
static gboolean
put_reviews (SdmRecordFile *file,
             const Case    *at,
             gboolean       is_closed,
             GError       **error)
{
  g_auto (GStrv) days = g_strsplit (at->head->reviews != NULL && !is_closed ? at->head->reviews : "", " ", -1);

  if (!at->is_final)
    return TRUE;
  if (!remove_reviews (file, at->record, error))
    return FALSE;
  for (guint i = 0; days[i] != NULL; i++)
    if (*days[i] != '\0' && !add_review (file, at->record, days[i], error))
      return FALSE;

  return TRUE;
}

/**
 * sdm_record_settle:
 * @head: (inout): what is about to be written; the patient is set in it
 * @is_final: whether it is a version, and no draft
 * @is_new: (out) (optional): whether there was no such consultation before
 *
 * Refers a consultation to its patient and to what else it is found by, in the
 * transaction that is under way. While practising there are no patients.
 */
gboolean
sdm_record_settle (SdmRecordFile *file,
                   const guint8   record[SDM_RECORD_ID_SIZE],
                   SdmRecordHead *head,
                   gboolean       is_final,
                   gboolean      *is_new,
                   GError       **error)
{
  const gboolean   is_closed = g_strcmp0 (head->change, "entered-in-error") == 0 || g_strcmp0 (head->change, "withdrawn") == 0;
  g_autofree char *current = NULL;
  Case             at = { record, head, is_final, NULL, FALSE };
  gboolean         is_there;
  gboolean         is_shared = FALSE;

  if (!sdm_record_settle_read_link (file, record, &is_there, &current, error))
    return FALSE;
  if (is_new != NULL)
    *is_new = !is_there;
  if (current != NULL && !has_row (file, SDM_RECORD_STATEMENT_IS_SHARED, current, record, 0, &is_shared, error))
    return FALSE;

  at.current = current;
  at.is_alone = current != NULL && !is_shared;
  g_clear_pointer (&head->patient_id, g_free);
  if (is_closed)
    head->patient_id = g_strdup (current);
  else if (file->kind == SDM_RECORD_STORE_REAL && !choose_patient (file, &at, error))
    return FALSE;

  return put_consultation (file, &at, error) &&
         put_reviews (file, &at, is_closed, error) &&
         (is_final || g_strcmp0 (current, head->patient_id) == 0 || sdm_record_settle_discard (file, current, error));
}

/**
 * sdm_record_settle_discard:
 * @patient: (nullable): the id of the patient to whom a draft referred
 *
 * Removes a patient whom nothing else names.
 */
gboolean
sdm_record_settle_discard (SdmRecordFile *file,
                           const char    *patient,
                           GError       **error)
{
  g_autoptr (SdmRecordPatient) row = NULL;
  guint8 id[SDM_RECORD_ID_SIZE];

  if (patient == NULL)
    return TRUE;
  if (!sdm_record_id_parse (patient, id))
    return sdm_record_rows_set_damaged (error);
  if (!sdm_record_patients_read (file, id, &row, error))
    return FALSE;

  /* Others point to one to whom they were joined. */
  return row == NULL || row->joined != NULL || sdm_record_patients_remove (file, id, error);
}
