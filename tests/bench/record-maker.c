/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-maker.h"

#include "sdm-nhs-number.h"
#include "sdm-record-head-private.h"
#include "sdm-record-patients-private.h"
#include "sdm-record-read-private.h"
#include "sdm-record-seal-private.h"

#define COMMIT_EVERY 20000
#define FIRST_STEM   400000000u
#define FIRST_TIME   G_GINT64_CONSTANT (1500000000000000)

static const char *const syllables[] = { "ar", "bel", "cor", "dun", "el", "fen", "gar", "hol", "in", "jor", "kel", "lam",
                                         "mor", "nes", "ol", "pell", "ren", "sten", "tor", "wick" };

static void
stop_if (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

/* The number whose check digit fits, from a stem of nine digits. Some stems have none. */
char *
record_maker_dup_nhs_number (guint patient)
{
  for (guint digit = 0; digit < 10; digit++)
    {
      g_autofree char *number = g_strdup_printf ("%u%u", FIRST_STEM + patient, digit);

      if (sdm_nhs_number_is_valid (number))
        return g_steal_pointer (&number);
    }

  return NULL;
}

static char *
make_name (guint seed)
{
  const guint n = G_N_ELEMENTS (syllables);
  char       *name = g_strconcat (syllables[seed % n], syllables[seed / n % n], syllables[seed / n / n % n], NULL);

  name[0] = g_ascii_toupper (name[0]);
  return name;
}

static SdmRecordPatient *
make_patient (guint number)
{
  SdmRecordPatient *patient = sdm_record_patient_new ();

  patient->id = sdm_record_new_id (FIRST_TIME + number * G_TIME_SPAN_MILLISECOND);
  patient->family_name = make_name (number);
  patient->given_names = make_name (number * 7919u);
  patient->name = g_strconcat (patient->given_names, " ", patient->family_name, NULL);
  patient->birth_date = g_strdup_printf ("%u-%02u-%02u", 1930 + number % 80, 1 + number / 80 % 12, 1 + number / 960 % 28);
  patient->nhs_number = record_maker_dup_nhs_number (number);
  return patient;
}

static SdmRecordHead *
make_head (const SdmRecordPatient *patient,
           gint64                  time)
{
  g_autofree char *id = sdm_record_new_id (time);
  SdmRecordHead   *head = sdm_record_head_new (id, "real", "valid");

  head->patient = g_strdup (patient->name);
  head->family_name = g_strdup (patient->family_name);
  head->given_names = g_strdup (patient->given_names);
  head->birth_date = g_strdup (patient->birth_date);
  head->nhs_number = g_strdup (patient->nhs_number);
  head->patient_id = g_strdup (patient->id);
  head->created = time;
  head->changed = time;
  head->finished = time;
  head->change = g_strdup ("finalised");
  head->version = 1;
  return head;
}

static void
put_consultation (SdmRecordFile       *file,
                  const SdmRecordHead *head,
                  const guint8         id[SDM_RECORD_ID_SIZE],
                  GError             **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_PUT_CONSULTATION, error);
  guint8 patient[SDM_RECORD_ID_SIZE];

  stop_if (*error);
  sdm_record_id_parse (head->patient_id, patient);
  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  sqlite3_bind_int64 (statement, 2, sdm_record_head_get_day (head));
  sdm_record_statement_bind_blob (statement, 4, patient, sizeof patient);
  sdm_record_statement_run (file, statement, error);
  stop_if (*error);
}

static void
put_version (SdmRecordFile       *file,
             const SdmRecordHead *head,
             const guint8         id[SDM_RECORD_ID_SIZE],
             GError             **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ADD_VERSION, error);
  const SdmRecordPlace head_place = sdm_record_read_make_head_place (file, id, 1);
  const SdmRecordPlace body_place = sdm_record_read_make_body_place (file, id, 1);
  g_autoptr (GBytes) plain = sdm_record_head_serialise (head);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("{}", 2);
  g_autoptr (GBytes) sealed_head = sdm_record_seal (file->keys, &head_place, plain);
  g_autoptr (GBytes) sealed_body = sdm_record_seal (file->keys, &body_place, nothing);

  stop_if (*error);
  sdm_record_statement_bind_blob (statement, 1, id, SDM_RECORD_ID_SIZE);
  sqlite3_bind_int64 (statement, 2, 1);
  sdm_record_statement_bind_bytes (statement, 3, sealed_head);
  sdm_record_statement_bind_bytes (statement, 4, sealed_body);
  sdm_record_statement_run (file, statement, error);
  stop_if (*error);
}

static void
put_one (SdmRecordFile          *file,
         const SdmRecordPatient *patient,
         guint                   number,
         GError                **error)
{
  g_autoptr (SdmRecordHead) head = make_head (patient, FIRST_TIME + number * (G_TIME_SPAN_MINUTE * 5));
  guint8 id[SDM_RECORD_ID_SIZE];

  sdm_record_id_parse (head->id, id);
  put_consultation (file, head, id, error);
  put_version (file, head, id, error);
}

static void
commit (SdmRecordFile *file,
        GError       **error)
{
  sdm_record_file_end (file, TRUE, error);
  stop_if (*error);
  sdm_record_file_begin (file, error);
  stop_if (*error);
}

/* Whether they are lost with the power does not matter here. */
void
record_maker_fill (SdmRecordFile *file,
                   guint          n_patients,
                   guint          n_consultations)
{
  g_autoptr (GPtrArray) patients = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_patient_free);
  g_autoptr (GError) error = NULL;

  /* Names are searched once the file is opened again. */
  g_clear_pointer (&file->names, sdm_record_names_free);
  sdm_record_connection_exec (file->db, "PRAGMA synchronous = OFF", SDM_RECORD_SAVING, &error);
  stop_if (error);
  sdm_record_file_begin (file, &error);
  stop_if (error);

  for (guint i = 0; i < n_patients; i++)
    {
      SdmRecordPatient *patient = make_patient (i);

      g_ptr_array_add (patients, patient);
      sdm_record_patients_write (file, patient, &error);
      stop_if (error);
      if (i % COMMIT_EVERY == COMMIT_EVERY - 1)
        commit (file, &error);
    }
  for (guint i = 0; i < n_consultations; i++)
    {
      /* Those of one patient do not stand side by side. */
      put_one (file, g_ptr_array_index (patients, (guint) ((guint64) i * 7919u % n_patients)), i, &error);
      if (i % COMMIT_EVERY == COMMIT_EVERY - 1)
        commit (file, &error);
    }

  sdm_record_file_end (file, TRUE, &error);
  stop_if (error);
}
