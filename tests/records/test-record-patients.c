/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-file.h"
#include "record-fixture.h"

#include <glib/gstdio.h>

#include "quick-machine.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-search-private.h"

#define NUMBER "9990000018"
#define OTHER  "9990000026"

static const Person arthur = { "Arthur James", "Pell", "1943-03-14", NUMBER };
static const Person no_number = { "Arthur", "PELL", "1943-03-14", NULL };
static const Person twin = { "Agnes", "Pell", "1943-03-14", NULL };
static const Person other_number = { "Arthur", "Pell", "1943-03-14", OTHER };
static const Person unnamed = { NULL, "Pell", "1943-03-14", NULL };
static const Person bea = { "Bea", "Żak", "1950-01-02", NULL };

static void
save (SdmRecordFile *file,
      guint          number,
      const Person  *person)
{
  g_autoptr (SdmRecordHead) head = real_file_make_head (number, person);
  g_autoptr (GBytes) body = make_body ("what was said");
  g_autoptr (GError) error = NULL;

  sdm_record_rows_save_draft (file, head, body, &error);
  g_assert_no_error (error);
}

static void
finalise (SdmRecordFile *file,
          guint          number,
          const Person  *person)
{
  g_autoptr (SdmRecordHead) head = real_file_make_head (number, person);
  g_autoptr (GBytes) body = make_body ("decided");
  g_autoptr (GError) error = NULL;

  set_text (&head->status, "valid");
  sdm_record_rows_finalise (file, head, body, &error);
  g_assert_no_error (error);
}

/* The id of the patient of a consultation, NULL where there is none. */
static char *
ask_patient (SdmRecordFile *file,
             guint          number)
{
  g_autoptr (SdmRecordHead) head = real_file_make_head (number, &arthur);
  g_autoptr (SdmRecordHead) found = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_rows_load (file, head->id, &found, &body, &error);
  g_assert_no_error (error);
  return g_strdup (found->patient_id);
}

static gint64
count (SdmRecordFile *file,
       const char    *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  sdm_record_connection_get_number (file->db, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

#define count_patients(file) count (file, "SELECT count (*) FROM patient")

static SdmRecordFound *
find (SdmRecordFile     *file,
      SdmRecordQueryKind kind,
      const char        *text)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (kind, text);
  g_autoptr (GError) error = NULL;
  SdmRecordFound *found;

  query->limit = 10;
  found = sdm_record_search (file, query, &error);
  g_assert_no_error (error);
  return found;
}

static guint
count_found (SdmRecordFile     *file,
             SdmRecordQueryKind kind,
             const char        *text)
{
  g_autoptr (SdmRecordFound) found = find (file, kind, text);

  return found->patients->len;
}

static void
assert_sound (SdmRecordFile *file)
{
  g_autoptr (GError) error = NULL;

  sdm_record_rows_verify (file, &error);
  g_assert_no_error (error);
}

/* Which patient it is */

typedef struct
{
  const char   *name;
  const Person *first;
  const Person *second;
  gboolean      is_same;
} SameCase;

static const Person married = { "Arthur", "Rowe", "1943-03-14", NUMBER };
static const Person accents = { "Béa", "zak", "1950-01-02", NULL };
static const Person initial = { "A", "Pell", "1943-03-14", NULL };
static const Person other_day = { "Arthur James", "Pell", "1943-03-15", NULL };
static const Person only_name = { "Arthur James", "Pell", NULL, NULL };
static const Person only_day = { "Arthur James", NULL, "1943-03-14", NULL };
static const Person only_number = { NULL, NULL, NULL, NUMBER };

static const SameCase same_cases[] = {
  { "all", &arthur, &arthur, TRUE },
  { "number-under-another-name", &arthur, &married, TRUE },
  { "number-alone", &arthur, &only_number, TRUE },
  { "surname-and-day", &arthur, &no_number, TRUE },
  { "the-number-comes-later", &no_number, &arthur, TRUE },
  { "without-accents", &bea, &accents, TRUE },
  { "initial", &arthur, &initial, TRUE },
  { "no-first-name", &arthur, &unnamed, TRUE },
  { "twin", &arthur, &twin, FALSE },
  { "other-number", &arthur, &other_number, FALSE },
  { "other-day", &arthur, &other_day, FALSE },
};

static void
test_same (Fixture      *fixture,
           gconstpointer data)
{
  const SameCase *c = data;
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  save (file, 0, c->first);
  save (file, 1, c->second);
  first = ask_patient (file, 0);
  second = ask_patient (file, 1);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpint (g_str_equal (first, second), ==, c->is_same);
  g_assert_cmpint (count_patients (file), ==, c->is_same ? 1 : 2);
  assert_sound (file);
}

static const SameCase nobody_cases[] = {
  { "only-a-name", &only_name, NULL, FALSE },
  { "only-a-day", &only_day, NULL, FALSE },
};

static void
test_nobody (Fixture      *fixture,
             gconstpointer data)
{
  const SameCase *c = data;
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autofree char *patient = NULL;

  save (file, 0, c->first);
  patient = ask_patient (file, 0);
  g_assert_null (patient);
  g_assert_cmpint (count_patients (file), ==, 0);
  assert_sound (file);
}

/* Where two could be meant, neither is taken before more is known. */
static void
test_two_could_be_meant (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  save (file, 0, &arthur);
  save (file, 1, &twin);
  save (file, 2, &unnamed);
  g_assert_cmpint (count_patients (file), ==, 3);

  save (file, 2, &twin);
  g_assert_cmpint (count_patients (file), ==, 2);
  first = ask_patient (file, 1);
  second = ask_patient (file, 2);
  g_assert_cmpstr (first, ==, second);
}

static void
test_half_typed_leaves_nobody (Fixture      *fixture,
                               gconstpointer data)
{
  static const char *const typed[] = { "P", "Pe", "Pel", "Pell" };
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  finalise (file, 0, &arthur);
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const Person person = { "Arthur", typed[i], "1943-03-14", NULL };

      save (file, 1, &person);
      g_assert_cmpint (count_patients (file), ==, i < 3 ? 2 : 1);
    }
  first = ask_patient (file, 0);
  second = ask_patient (file, 1);
  g_assert_cmpstr (first, ==, second);

  /* One who is known stays as the finished consultation says, whatever is typed then. */
  save (file, 1, &only_name);
  save (file, 1, &bea);
  g_assert_cmpint (count_patients (file), ==, 2);
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NHS_NUMBER, NUMBER), ==, 1);
  save (file, 1, &only_name);
  g_assert_cmpint (count_patients (file), ==, 1);
  assert_sound (file);
}

static void
test_discarded_leaves_nobody (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autoptr (SdmRecordHead) head = real_file_make_head (0, &arthur);
  g_autoptr (SdmRecordHead) given_back = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  save (file, 0, &arthur);
  save (file, 1, &bea);
  sdm_record_rows_discard_draft (file, head->id, &given_back, &body, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_patients (file), ==, 1);
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NAME, "pell"), ==, 0);
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NAME, "zak"), ==, 1);

  sdm_record_rows_save_draft (file, given_back, body, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NHS_NUMBER, NUMBER), ==, 1);
}

/* The patient is as the newest finished consultation says. */
static void
test_newest_says (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autoptr (SdmRecordFound) found = NULL;

  finalise (file, 1, &no_number);
  finalise (file, 2, &arthur);
  finalise (file, 3, &married);
  finalise (file, 0, &arthur); /* of an earlier day, kept late */
  found = find (file, SDM_RECORD_QUERY_NHS_NUMBER, NUMBER);
  g_assert_cmpuint (found->patients->len, ==, 1);
  g_assert_cmpuint (found->heads->len, ==, 4);
  g_assert_cmpstr (((SdmRecordPatient *) g_ptr_array_index (found->patients, 0))->family_name, ==, "Rowe");
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NAME, "rowe"), ==, 1);
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NAME, "pell"), ==, 0);
  assert_sound (file);
}

/* What was not kept changes no name in memory. */
static void
test_failed_save (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autoptr (SdmRecordHead) head = real_file_make_head (0, &bea);
  g_autoptr (GBytes) body = make_body ("what Bea said");
  g_autoptr (GError) error = NULL;

  save (file, 0, &arthur);
  sdm_record_connection_exec (file->db, "CREATE TEMP TRIGGER stop BEFORE UPDATE ON draft BEGIN SELECT RAISE (ABORT, 'no'); END",
                              SDM_RECORD_SAVING, &error);
  g_assert_no_error (error);
  g_assert_false (sdm_record_rows_save_draft (file, head, body, NULL));
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NAME, "pell"), ==, 1);
  g_assert_cmpuint (count_found (file, SDM_RECORD_QUERY_NAME, "zak"), ==, 0);
}

/* Practising, there are no patients. */
static void
test_practice_has_none (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFile) file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);
  g_autoptr (SdmRecordHead) head = real_file_make_head (0, &arthur);
  g_autoptr (GBytes) body = make_body ("what Arthur said");
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_NAME, "pell");

  g_assert_no_error (error);
  set_text (&head->kind, "practice");
  sdm_record_rows_save_draft (file, head, body, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_patients (file), ==, 0);
  query->limit = 10;
  g_assert_null (sdm_record_search (file, query, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  assert_sound (file);
}

/* Rows in another's place */

typedef struct
{
  const char *name;
  const char *sql;
} SwapCase;

static const SwapCase swap_cases[] = {
  { "consultations", "UPDATE consultation SET patient_id = (SELECT id FROM patient WHERE id <> consultation.patient_id)" },
  { "cut-off", "UPDATE consultation SET patient_id = NULL" },
  { "numbers", "UPDATE patient SET nhs_index = zeroblob (16) WHERE nhs_index IS NOT NULL" },
  { "persons", "UPDATE patient SET person_index = zeroblob (16)" },
  { "bodies", "UPDATE patient SET body = (SELECT body FROM patient AS other WHERE other.id <> patient.id)" },
  { "versions", "UPDATE patient SET version = version + 1" },
};

static void
test_swapped (Fixture      *fixture,
              gconstpointer data)
{
  const SwapCase *c = data;
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autoptr (GError) error = NULL;

  save (file, 0, &arthur);
  save (file, 1, &bea);
  assert_sound (file);
  sdm_record_connection_exec (file->db, c->sql, SDM_RECORD_SAVING, &error);
  g_assert_no_error (error);
  g_assert_false (sdm_record_rows_verify (file, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
}

/* Nothing of a consultation that stands in another patient's place is shown. */
static void
test_stranger_is_blank (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autoptr (SdmRecordFound) found = NULL;
  const SdmRecordHead *head;
  g_autoptr (GError) error = NULL;

  save (file, 0, &arthur);
  save (file, 1, &bea);
  sdm_record_connection_exec (file->db, swap_cases[0].sql, SDM_RECORD_SAVING, &error);
  g_assert_no_error (error);
  found = find (file, SDM_RECORD_QUERY_NHS_NUMBER, NUMBER);
  g_assert_cmpuint (found->heads->len, ==, 1);
  head = g_ptr_array_index (found->heads, 0);
  g_assert_cmpstr (head->status, ==, SDM_RECORD_STATUS_DAMAGED);
  g_assert_null (head->patient);
  g_assert_null (head->family_name);
}

/* Joining */

typedef struct
{
  SdmRecordFile *file;
  char          *keep;
  char          *other;
} Pair;

static void
make_pair (Pair         *pair,
           Fixture      *fixture,
           const Person *keep,
           const Person *other)
{
  pair->file = real_file_make (fixture->folder);
  finalise (pair->file, 0, keep);
  finalise (pair->file, 1, other);
  save (pair->file, 2, other);
  pair->keep = ask_patient (pair->file, 0);
  pair->other = ask_patient (pair->file, 1);
  g_assert_cmpstr (pair->keep, !=, pair->other);
}

static void
clear_pair (Pair *pair)
{
  g_clear_pointer (&pair->file, sdm_record_file_close);
  g_clear_pointer (&pair->keep, g_free);
  g_clear_pointer (&pair->other, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, clear_pair)

static void
join (Pair *pair)
{
  g_autoptr (GError) error = NULL;

  sdm_record_join (pair->file, pair->keep, pair->other, "the card says so", &error);
  g_assert_no_error (error);
}

static void
assert_finds (Pair              *pair,
              SdmRecordQueryKind kind,
              const char        *text,
              guint              n_heads)
{
  g_autoptr (SdmRecordFound) found = find (pair->file, kind, text);
  const SdmRecordPatient *patient;

  g_assert_cmpuint (found->patients->len, ==, 1);
  patient = g_ptr_array_index (found->patients, 0);
  g_assert_cmpstr (patient->id, ==, pair->keep);
  g_assert_null (patient->others);
  g_assert_cmpuint (found->heads->len, ==, n_heads);
  for (guint i = 0; i < n_heads; i++)
    g_assert_cmpstr (((SdmRecordHead *) g_ptr_array_index (found->heads, i))->status, !=, SDM_RECORD_STATUS_DAMAGED);
}

/* Either number leads to the one who was kept, and the number of the other goes there where it is the only one. */
static void
test_join (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (SdmRecordFound) before = NULL;
  g_autofree char *next = NULL;

  make_pair (&pair, fixture, &arthur, &other_number);
  before = find (pair.file, SDM_RECORD_QUERY_NHS_NUMBER, NUMBER);
  g_assert_cmpstr (((SdmRecordPatient *) g_ptr_array_index (before->patients, 0))->others[0], ==, pair.other);
  join (&pair);
  assert_finds (&pair, SDM_RECORD_QUERY_NHS_NUMBER, NUMBER, 3);
  assert_finds (&pair, SDM_RECORD_QUERY_NHS_NUMBER, OTHER, 3);
  assert_finds (&pair, SDM_RECORD_QUERY_NAME, "art", 3);
  assert_finds (&pair, SDM_RECORD_QUERY_PATIENT, pair.other, 3);
  assert_sound (pair.file);

  finalise (pair.file, 3, &other_number);
  next = ask_patient (pair.file, 3);
  g_assert_cmpstr (next, ==, pair.keep);
  assert_sound (pair.file);

  g_clear_pointer (&pair.file, sdm_record_file_close);
  pair.file = real_file_open (fixture->folder);
  assert_finds (&pair, SDM_RECORD_QUERY_NAME, "pell", 4);
}

static void
test_join_gives_the_number (Fixture      *fixture,
                            gconstpointer data)
{
  g_auto (Pair) pair = { NULL };
  g_autoptr (SdmRecordFound) found = NULL;

  make_pair (&pair, fixture, &twin, &arthur);
  join (&pair);
  assert_finds (&pair, SDM_RECORD_QUERY_NHS_NUMBER, NUMBER, 3);
  found = find (pair.file, SDM_RECORD_QUERY_PATIENT, pair.keep);
  g_assert_cmpstr (((SdmRecordPatient *) g_ptr_array_index (found->patients, 0))->nhs_number, ==, NUMBER);
  assert_sound (pair.file);
}

/* Two who each were joined with another before. */
static void
test_join_again (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (Pair) pair = { NULL };
  static const Person fourth_name = { "Ada", "Pell", "1943-03-14", NULL };
  g_autofree char    *third = NULL;
  g_autofree char    *fourth = NULL;
  g_autoptr (GError) error = NULL;

  make_pair (&pair, fixture, &arthur, &other_number);
  join (&pair);
  save (pair.file, 3, &twin);
  save (pair.file, 4, &fourth_name);
  third = ask_patient (pair.file, 3);
  fourth = ask_patient (pair.file, 4);
  sdm_record_join (pair.file, third, fourth, "both", &error);
  g_assert_no_error (error);
  sdm_record_join (pair.file, third, pair.keep, "all four", &error);
  g_assert_no_error (error);
  set_text (&pair.keep, third);
  assert_finds (&pair, SDM_RECORD_QUERY_NHS_NUMBER, OTHER, 5);
  assert_finds (&pair, SDM_RECORD_QUERY_PATIENT, fourth, 5);
  assert_sound (pair.file);
}

static void
assert_not_joined (Pair       *pair,
                   const char *keep,
                   const char *other,
                   const char *reason,
                   int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_join (pair->file, keep, other, reason, &error));
  g_assert_error (error, SDM_RECORD_ERROR, code);
}

static void
test_not_joined (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (Pair) pair = { NULL };
  g_autofree char *stranger = NULL;

  make_pair (&pair, fixture, &arthur, &other_number);
  save (pair.file, 3, &bea);
  stranger = ask_patient (pair.file, 3);
  assert_not_joined (&pair, pair.keep, pair.other, " ", SDM_RECORD_ERROR_INVALID);
  assert_not_joined (&pair, pair.keep, pair.keep, "why not", SDM_RECORD_ERROR_INVALID);
  assert_not_joined (&pair, pair.keep, stranger, "why not", SDM_RECORD_ERROR_INVALID);
  assert_not_joined (&pair, pair.keep, "abc", "why not", SDM_RECORD_ERROR_INVALID);
  assert_not_joined (&pair, pair.keep, "01a20d11-cc80-7000-8000-000000000000", "why not", SDM_RECORD_ERROR_NOT_FOUND);
  g_assert_cmpint (count (pair.file, "SELECT count (DISTINCT patient_id) FROM consultation"), ==, 3);

  join (&pair);
  assert_not_joined (&pair, pair.keep, pair.other, "again", SDM_RECORD_ERROR_INVALID);
  assert_not_joined (&pair, pair.other, pair.keep, "back", SDM_RECORD_ERROR_INVALID);
  assert_sound (pair.file);
}

/* An older file */

static SdmRecordFound *
find_in_store (SdmRecordStore    *store,
               SdmRecordQueryKind kind,
               const char        *text)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (kind, text);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SdmRecordFound *found;

  query->to = g_strdup (kind == SDM_RECORD_QUERY_REVIEWS ? "2027-06-01" : NULL);
  sdm_record_store_find_async (store, query, NULL, keep_result_cb, &result);
  found = sdm_record_store_find_finish (store, wait_for_result (&result), &error);
  g_assert_no_error (error);
  return found;
}

typedef struct
{
  const char *name;
  const char *file;
  const char *copy;
  guint       n_events; /* of that person */
} OldCase;

static const OldCase old_cases[] = {
  { "shape-2", "records-shape-2.db", "records-shape-2-copy-1.db", 4 },
  { "shape-3", "records-shape-3.db", "records-shape-3-copy-1.db", 9 },
  { "shape-5", "records-shape-5.db", "records-shape-5-copy-1.db", 9 },
};

static guint
count_events (SdmRecordStore         *store,
              const SdmRecordPatient *patient)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sdm_record_store_list_events (store, patient->id, &error);

  g_assert_no_error (error);
  return events->len;
}

/* A finished consultation and a draft of one person, and a draft of nobody yet. */
static void
test_older_file (Fixture      *fixture,
                 gconstpointer data)
{
  static const char passphrase[] = "correct horse battery staple";
  const OldCase    *c = data;
  g_autoptr (SdmRecordStore) store = sdm_record_store_new_for_kind (fixture->folder, SDM_RECORD_STORE_REAL);
  g_autofree char *copy = fixture_dup_path (fixture, c->copy);
  g_autoptr (SdmRecordFound) found = NULL;
  g_autoptr (SdmRecordFound) due = NULL;
  g_autoptr (SdmRecordFound) drafts = NULL;
  g_autoptr (SdmRecordFound) mine = NULL;
  g_autoptr (GError) error = NULL;

  fixture_copy_old (fixture, c->file, "records.db");
  sdm_record_store_take_access (store, sdm_record_access_new ("Dr Amina Rowe", passphrase, strlen (passphrase)));
  quick_machine_derive_truly (TRUE);
  sdm_record_store_open (store, &error);
  quick_machine_derive_truly (FALSE);
  g_assert_no_error (error);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));

  found = find_in_store (store, SDM_RECORD_QUERY_NHS_NUMBER, "999 000 0018");
  g_assert_cmpuint (found->patients->len, ==, 1);
  g_assert_cmpuint (found->heads->len, ==, 2);
  g_assert_cmpuint (count_events (store, g_ptr_array_index (found->patients, 0)), ==, c->n_events);
  due = find_in_store (store, SDM_RECORD_QUERY_REVIEWS, NULL);
  g_assert_cmpuint (due->heads->len, ==, 1);
  drafts = find_in_store (store, SDM_RECORD_QUERY_DRAFTS, NULL);
  g_assert_cmpuint (drafts->heads->len, ==, 2);
  mine = find_in_store (store, SDM_RECORD_QUERY_CLINICIAN, "dr amina rowe");
  g_assert_cmpuint (mine->heads->len, ==, 3);
  g_assert_true (sdm_record_store_verify (store, &error));
  g_assert_no_error (error);
}

static void
test_older_practice_file (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (SdmRecordFound) due = NULL;
  g_autoptr (GError) error = NULL;

  fixture_copy_old (fixture, "practice-shape-2.db", "practice.db");
  fixture_copy_old (fixture, "practice-shape-2.db.key", "practice.key");
  fixture_open (fixture);
  due = find_in_store (fixture->store, SDM_RECORD_QUERY_REVIEWS, NULL);
  g_assert_cmpuint (due->heads->len, ==, 1);
  g_assert_true (sdm_record_store_verify (fixture->store, &error));
  g_assert_no_error (error);
}

#define add_cases(path, cases, func)                                                  \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                                    \
    {                                                                                 \
      g_autofree char *name = g_strconcat (path, cases[i].name, NULL);                \
                                                                                      \
      g_test_add (name, Fixture, &cases[i], fixture_set_up, func, fixture_tear_down); \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_cases ("/records/patients/same/", same_cases, test_same);
  add_cases ("/records/patients/nobody/", nobody_cases, test_nobody);
  fixture_add ("/records/patients/two-could-be-meant", test_two_could_be_meant);
  fixture_add ("/records/patients/half-typed-leaves-nobody", test_half_typed_leaves_nobody);
  fixture_add ("/records/patients/discarded-leaves-nobody", test_discarded_leaves_nobody);
  fixture_add ("/records/patients/newest-says", test_newest_says);
  fixture_add ("/records/patients/failed-save", test_failed_save);
  fixture_add ("/records/patients/practice-has-none", test_practice_has_none);
  add_cases ("/threat/09-swapped-between-patients/", swap_cases, test_swapped);
  fixture_add ("/records/patients/stranger-is-blank", test_stranger_is_blank);
  fixture_add ("/records/patients/join", test_join);
  fixture_add ("/records/patients/join-gives-the-number", test_join_gives_the_number);
  fixture_add ("/records/patients/join-again", test_join_again);
  fixture_add ("/records/patients/not-joined", test_not_joined);
  add_cases ("/records/patients/older-file/", old_cases, test_older_file);
  fixture_add ("/records/patients/older-practice-file", test_older_practice_file);

  return g_test_run ();
}
