/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-file.h"
#include "record-fixture.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-search-private.h"
#include "sdm-record-versions.h"

#define NUMBER "9990000018"

static const Person people[] = {
  { "Arthur James", "Pell", "1943-03-14", NUMBER },
  { "Agnes", "Pell-Rowe", "1950-01-02", "9990000026" },
  { "Béatrice", "O’Brien", "1961-07-08", NULL },
  { "Cyril", "van den Berg", "1972-09-10", NULL },
  { NULL, "Żak", "1983-11-12", NULL },
};

/* For what only looks; made by the first who does. */
static Fixture        shared;
static SdmRecordFile *filled;

/* The first two consultations are final, and have reviews; the others are drafts with an aid. */
static void
fill (SdmRecordFile *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (SdmRecordHead) head = real_file_make_head (i, &people[i]);
      g_autoptr (GBytes) body = make_body ("{}");
      g_autoptr (GError) error = NULL;

      if (i < 2)
        {
          set_text (&head->status, "valid");
          set_text (&head->reviews, i == 0 ? "2027-05-25 2027-11-23" : "2027-05-01");
          sdm_record_rows_finalise (file, head, body, &error);
        }
      else
        {
          set_text (&head->aid_id, "a-made-up-aid");
          sdm_record_rows_save_draft (file, head, body, &error);
        }
      g_assert_no_error (error);
    }
}

static SdmRecordFile *
get_filled (void)
{
  if (filled == NULL)
    {
      fixture_set_up (&shared, NULL);
      filled = real_file_make (shared.folder);
      fill (filled);
    }

  return filled;
}

static void
clear_filled (void)
{
  if (filled == NULL)
    return;

  sdm_record_file_close (filled);
  fixture_tear_down (&shared, NULL);
}

/* The numbers of the consultations or the family names that were found, with spaces between. */
static char *
write_found (const SdmRecordFound *found)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->patients->len; i++)
    g_string_append_printf (text, "%s ", ((SdmRecordPatient *) g_ptr_array_index (found->patients, i))->family_name);
  for (guint i = 0; i < found->heads->len; i++)
    {
      const char *id = ((SdmRecordHead *) g_ptr_array_index (found->heads, i))->id;

      g_string_append_printf (text, "%c ", id[strlen (id) - 1]);
    }
  if (found->is_cut)
    g_string_append (text, "…");

  return g_strchomp (g_string_free (text, FALSE));
}

typedef struct
{
  const char        *name;
  SdmRecordQueryKind kind;
  const char        *text;
  const char        *more; /* a date of birth, or the first day */
  const char        *to;
  const char        *found; /* NULL where it is refused */
} FindCase;

static const FindCase find_cases[] = {
  { "number", SDM_RECORD_QUERY_NHS_NUMBER, NUMBER, NULL, NULL, "Pell 0" },
  { "number-with-spaces", SDM_RECORD_QUERY_NHS_NUMBER, "999 000-0018", NULL, NULL, "Pell 0" },
  { "number-of-nobody", SDM_RECORD_QUERY_NHS_NUMBER, "9990000034", NULL, NULL, "" },
  { "number-cut", SDM_RECORD_QUERY_NHS_NUMBER, "999000001", NULL, NULL, NULL },
  { "number-mistyped", SDM_RECORD_QUERY_NHS_NUMBER, "9990000019", NULL, NULL, NULL },
  { "number-of-one-digit", SDM_RECORD_QUERY_NHS_NUMBER, "1111111111", NULL, NULL, NULL },
  { "number-in-words", SDM_RECORD_QUERY_NHS_NUMBER, "Pell", NULL, NULL, NULL },

  { "person", SDM_RECORD_QUERY_PERSON, "pell", "1943-03-14", NULL, "Pell 0" },
  { "person-as-typed", SDM_RECORD_QUERY_PERSON, "OBRIEN", "8 July 1961", NULL, "O’Brien 2" },
  { "person-of-another-day", SDM_RECORD_QUERY_PERSON, "Pell", "1943-03-15", NULL, "" },
  { "person-without-a-day", SDM_RECORD_QUERY_PERSON, "Pell", NULL, NULL, NULL },
  { "person-of-no-day", SDM_RECORD_QUERY_PERSON, "Pell", "1943-13-14", NULL, NULL },
  { "person-without-a-name", SDM_RECORD_QUERY_PERSON, "-", "1943-03-14", NULL, NULL },

  { "name", SDM_RECORD_QUERY_NAME, "pel", NULL, NULL, "Pell Pell-Rowe" },
  { "name-of-a-day", SDM_RECORD_QUERY_NAME, "pel", "2 January 1950", NULL, "Pell-Rowe 1" },
  { "name-of-another-day", SDM_RECORD_QUERY_NAME, "pel", "1950-01-03", NULL, "" },
  { "name-of-no-day", SDM_RECORD_QUERY_NAME, "pel", "1950-13-03", NULL, NULL },
  { "name-of-two-parts", SDM_RECORD_QUERY_NAME, "rowe", NULL, NULL, "Pell-Rowe 1" },
  { "name-as-one-word", SDM_RECORD_QUERY_NAME, "vandenb", NULL, NULL, "van den Berg 3" },
  { "name-of-three-parts", SDM_RECORD_QUERY_NAME, "van den berg", NULL, NULL, "van den Berg 3" },
  { "given-name", SDM_RECORD_QUERY_NAME, "jam", NULL, NULL, "Pell 0" },
  { "both-names", SDM_RECORD_QUERY_NAME, "Pell, A", NULL, NULL, "Pell Pell-Rowe" },
  { "both-in-either-order", SDM_RECORD_QUERY_NAME, "agn pell", NULL, NULL, "Pell-Rowe 1" },
  { "name-without-accents", SDM_RECORD_QUERY_NAME, "BEAT", NULL, NULL, "O’Brien 2" },
  { "name-with-accents", SDM_RECORD_QUERY_NAME, "ża", NULL, NULL, "Żak 4" },
  { "not-in-the-middle", SDM_RECORD_QUERY_NAME, "ell", NULL, NULL, "" },
  { "no-letter", SDM_RECORD_QUERY_NAME, " ", NULL, NULL, "" },

  /* Number 0 was begun on 2026-09-21, and each a day after the one before. */
  { "day", SDM_RECORD_QUERY_DAY, NULL, "2026-09-22", NULL, "1" },
  { "days", SDM_RECORD_QUERY_DAY, NULL, "2026-09-22", "2026-09-24", "3 2 1" },
  { "day-without-any", SDM_RECORD_QUERY_DAY, NULL, "2026-09-20", NULL, "" },
  { "days-turned-round", SDM_RECORD_QUERY_DAY, NULL, "2026-09-24", "2026-09-22", NULL },
  { "no-day", SDM_RECORD_QUERY_DAY, NULL, "2026-02-30", NULL, NULL },
  { "day-missing", SDM_RECORD_QUERY_DAY, NULL, NULL, NULL, NULL },
  { "stranger", SDM_RECORD_QUERY_CLINICIAN, "Dr Nobody", NULL, NULL, NULL },
  { "aid", SDM_RECORD_QUERY_AID, "a-made-up-aid", NULL, NULL, "4 3 2" },
  { "other-aid", SDM_RECORD_QUERY_AID, "another", NULL, NULL, "" },
  { "drafts", SDM_RECORD_QUERY_DRAFTS, NULL, NULL, NULL, "4 3 2" },

  { "due", SDM_RECORD_QUERY_REVIEWS, NULL, NULL, "2027-05-25", "1 0" },
  { "due-before", SDM_RECORD_QUERY_REVIEWS, NULL, NULL, "2027-05-24", "1" },
  { "due-later", SDM_RECORD_QUERY_REVIEWS, NULL, "2027-06-01", "2027-12-01", "0" },
  { "long-overdue", SDM_RECORD_QUERY_REVIEWS, NULL, NULL, "2029-01-01", "" },
  { "of-too-many-years", SDM_RECORD_QUERY_REVIEWS, NULL, "2000-01-01", "2027-12-01", NULL },
  { "nothing-to-look-for", SDM_RECORD_QUERY_AID, NULL, NULL, NULL, NULL },
  { "no-id", SDM_RECORD_QUERY_PATIENT, "abc", NULL, NULL, NULL },
};

static SdmRecordFound *
run_case (SdmRecordFile  *file,
          const FindCase *c,
          guint           limit,
          GError        **error)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (c->kind, c->text);

  query->birth_date = g_strdup (c->more);
  query->from = g_strdup (c->more);
  query->to = g_strdup (c->to);
  query->limit = limit;
  return sdm_record_search (file, query, error);
}

static void
test_find (gconstpointer data)
{
  const FindCase *c = data;
  g_autoptr (SdmRecordFound) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  found = run_case (get_filled (), c, 10, &error);
  if (c->found == NULL)
    {
      g_assert_null (found);
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
      return;
    }
  g_assert_no_error (error);
  text = write_found (found);
  g_assert_cmpstr (text, ==, c->found);
}

/* What is typed into one field: the name or number, and the date of birth, or why it cannot be looked for yet. */
static const struct
{
  const char *name;
  const char *typed;
  const char *read;
} text_cases[] = {
  { "name", "Pell", "name: Pell" },
  { "name-and-more", " Pell,  Arthur ", "name: Pell,  Arthur" },
  { "name-with-a-hyphen", "Pell-Rowe", "name: Pell-Rowe" },
  { "name-of-one-letter", "\305\273", "name: \305\273" },
  { "name-and-day", "Pell 14/3/1943", "name: Pell, born 1943-03-14" },
  { "name-and-day-in-words", "van den Berg, 14 March 1943", "name: van den Berg, born 1943-03-14" },
  { "name-of-a-month", "May 1943-05-01", "name: May, born 1943-05-01" },
  { "name-and-half-a-day", "Pell 14/3", "After the name, type a date of birth" },
  { "name-and-day-and-name", "Pell 14/3/1943 Arthur", "After the name, type a date of birth" },
  { "number", "943-476 5919", "number: 943-476 5919" },
  { "number-from-elsewhere", "943\302\240476\302\2405919", "number: 943 476 5919" },
  { "number-half-typed", "943 476", "An NHS number has ten digits; here are 6." },
  { "number-begun", "9", "An NHS number has ten digits; here is 1." },
  { "number-too-long", "943 476 59191", "An NHS number has ten digits; here are 11." },
  { "day-alone", "14/3/1943", "Type the family name before" },
  { "day-as-in-a-file", "1943-03-14", "Type the family name before" },
  { "nothing", "  ", "Type a family name or an NHS number." },
  { "signs", "-/", "Type a family name or an NHS number." },
};

static void
test_query_text (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new_from_text (text_cases[i].typed, &error);
  g_autofree char *read = NULL;

  if (query == NULL)
    {
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, text_cases[i].read));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (query->kind == SDM_RECORD_QUERY_NAME || query->kind == SDM_RECORD_QUERY_NHS_NUMBER);
  read = g_strdup_printf ("%s: %s%s%s", query->kind == SDM_RECORD_QUERY_NAME ? "name" : "number", query->text,
                          query->birth_date != NULL ? ", born " : "", query->birth_date != NULL ? query->birth_date : "");
  g_assert_cmpstr (read, ==, text_cases[i].read);
}

static void
keep (SdmRecordFile *file,
      guint          number,
      gboolean       is_final,
      const char    *text)
{
  g_autoptr (SdmRecordHead) head = real_file_make_head (number, &people[0]);
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GError) error = NULL;

  if (is_final)
    {
      set_text (&head->status, "valid");
      sdm_record_rows_finalise (file, head, body, &error);
    }
  else
    {
      sdm_record_rows_save_draft (file, head, body, &error);
    }
  g_assert_no_error (error);
}

static void
assert_known (SdmRecordFile *file,
              const char    *expected)
{
  static const FindCase by_number = { "one", SDM_RECORD_QUERY_NHS_NUMBER, NUMBER, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFound) found = run_case (file, &by_number, 10, &error);
  FindCase by_id = { "id", SDM_RECORD_QUERY_PATIENT, NULL, NULL, NULL, NULL };
  g_autoptr (SdmRecordFound) again = NULL;

  g_assert_no_error (error);
  g_assert_null (found->known);
  by_id.text = ((SdmRecordPatient *) g_ptr_array_index (found->patients, 0))->id;
  again = run_case (file, &by_id, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->known, ==, expected);
}

/* The newest finished one says what is known of a person; a draft only where there is no other. */
static void
test_known (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);

  keep (file, 0, FALSE, "{\"people\": {\"patient\": {\"postcode\": \"A\"}, \"confirmed\": {}, \"why_now\": \"Dizzy\"}}");
  assert_known (file, "{\"patient\":{\"postcode\":\"A\"}}");
  keep (file, 1, TRUE, "{\"people\": {\"patient\": {\"postcode\": \"B\"}, \"needs\": [{}]}}");
  keep (file, 2, TRUE, "{\"people\": {\"patient\": {\"postcode\": \"C\"}, \"needs\": []}}");
  keep (file, 3, FALSE, "{\"people\": {\"patient\": {\"postcode\": \"D\"}}}");
  assert_known (file, "{\"patient\":{\"postcode\":\"C\"},\"needs\":[]}");
  keep (file, 4, TRUE, "nothing of ours");
  assert_known (file, NULL);
}

static const FindCase cut_cases[] = {
  { "name", SDM_RECORD_QUERY_NAME, "pel", NULL, NULL, "Pell 0 …" },
  { "days", SDM_RECORD_QUERY_DAY, NULL, "2026-09-22", "2026-09-24", "3 …" },
  { "aid", SDM_RECORD_QUERY_AID, "a-made-up-aid", NULL, NULL, "4 …" },
  { "drafts", SDM_RECORD_QUERY_DRAFTS, NULL, NULL, NULL, "4 …" },
  { "due", SDM_RECORD_QUERY_REVIEWS, NULL, NULL, "2027-05-25", "1 …" },
  { "all-there-is", SDM_RECORD_QUERY_DAY, NULL, "2026-09-22", NULL, "1" },
};

/* More than is wanted is not shown, and that is said. */
static void
test_cut (gconstpointer data)
{
  const FindCase *c = data;
  g_autoptr (SdmRecordFound) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  found = run_case (get_filled (), c, 1, &error);
  g_assert_no_error (error);
  text = write_found (found);
  g_assert_cmpstr (text, ==, c->found);
}

/* A record that was amended or taken back has the reviews that it says now. */
static void
test_reviews_follow (Fixture      *fixture,
                     gconstpointer data)
{
  static const FindCase due = { "due", SDM_RECORD_QUERY_REVIEWS, NULL, "2027-01-01", "2029-12-31", NULL };
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autoptr (SdmRecordHead) head = real_file_make_head (0, &people[0]);
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (GError) error = NULL;
  static const char *const wanted[] = { "1 0 0", "1 0", "1" };

  fill (file);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (SdmRecordFound) found = run_case (file, &due, 10, &error);
      g_autofree char *text = write_found (found);
      gboolean         good;

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, wanted[i]);
      set_text (&head->status, "valid");
      set_text (&head->reviews, "2028-01-01");
      head->version = i + 2;
      sdm_record_rows_sign (file, head, i == 0 ? "amended" : "withdrawn", "asked for");
      g_assert_true (sdm_record_file_begin (file, &error));
      good = sdm_record_rows_write_version (file, head, body, SDM_RECORD_AUDIT_AMEND, &error);
      g_assert_no_error (error);
      g_assert_true (sdm_record_file_end (file, good, &error));
    }
}

/* Who saw what */

/* What is noted of a patient: code and outcome, a line each. */
static char *
write_events (SdmRecordFile *file,
              const char    *patient)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sdm_record_patient_events (file, patient, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i);

      g_string_append_printf (text, "%s%s%s\n", event->code, event->outcome != NULL ? " " : "",
                              event->outcome != NULL ? event->outcome : "");
    }

  return g_string_free (text, FALSE);
}

static void
look (SdmRecordFile *file,
      guint          number)
{
  g_autoptr (SdmRecordHead) wanted = real_file_make_head (number, &people[0]);
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_rows_load (file, wanted->id, &head, &body, &error);
  g_assert_no_error (error);
}

/* Each search is noted, of one patient with whom it was; what was looked for stands nowhere. */
static void
test_events (Fixture      *fixture,
             gconstpointer data)
{
  static const FindCase searches[] = {
    { "one", SDM_RECORD_QUERY_NHS_NUMBER, NUMBER, NULL, NULL, NULL },
    { "several", SDM_RECORD_QUERY_NAME, "pell a", NULL, NULL, NULL },
    { "one-by-name", SDM_RECORD_QUERY_NAME, "arthur", NULL, NULL, NULL },
    { "days", SDM_RECORD_QUERY_DAY, NULL, "2026-09-22", "2026-09-24", NULL },
  };
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autofree char *patient = NULL;
  g_autofree char *events = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  guint n_searches = 0;

  fill (file);
  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SdmRecordFound) found = run_case (file, &searches[i], 10, &error);

      g_assert_no_error (error);
      if (i == 0)
        patient = g_strdup (((SdmRecordPatient *) g_ptr_array_index (found->patients, 0))->id);
    }
  look (file, 0);
  look (file, 1);

  events = write_events (file, patient);
  g_assert_cmpstr (events, ==, "finalise\nsearch nhs-number: 1\nsearch name: 1\nview\nsearch audit\n");
  again = write_events (file, patient);
  g_assert_true (g_str_has_suffix (again, "search audit\nsearch audit\n"));
  g_assert_true (sdm_record_patient_note_given (file, patient, NULL, NULL));
  g_clear_pointer (&again, g_free);
  again = write_events (file, patient);
  g_assert_true (g_str_has_suffix (again, "search audit\nexport audit\nsearch audit\n"));
  g_assert_true (sdm_record_patient_note_given (file, patient, "Hall, SHA-256 00", NULL));
  g_clear_pointer (&again, g_free);
  again = write_events (file, patient);
  g_assert_true (g_str_has_suffix (again, "search audit\nprint audit: Hall, SHA-256 00\nsearch audit\n"));

  all = sdm_record_audit_list (file, NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (all, i);
      g_autoptr (GBytes) bytes = sdm_record_event_serialise (event);

      n_searches += g_str_equal (event->code, "search");
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NUMBER));
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "pell"));
      g_assert_null (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "arthur"));
    }
  g_assert_cmpuint (n_searches, ==, 8);
}

/* What was noted of one who was joined is told of the one who was kept, and why they were. */
static void
test_events_of_joined (Fixture      *fixture,
                       gconstpointer data)
{
  static const Person   twin = { "Alan", "Pell", "1943-03-14", NULL };
  static const Person   half_typed = { "Alan", "Pell", NULL, NULL };
  static const FindCase both = { "both", SDM_RECORD_QUERY_PERSON, "Pell", "1943-03-14", NULL, NULL };
  g_autoptr (SdmRecordFile) file = real_file_make (fixture->folder);
  g_autoptr (SdmRecordHead) begun = real_file_make_head (9, &half_typed);
  g_autoptr (SdmRecordHead) head = real_file_make_head (9, &twin);
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (SdmRecordFound) found = NULL;
  const SdmRecordPatient *keep;
  const SdmRecordPatient *other;
  g_autofree char        *outcome = NULL;
  g_autofree char        *events = NULL;
  g_autofree char        *same = NULL;
  g_autoptr (GError) error = NULL;

  fill (file);
  sdm_record_rows_save_draft (file, begun, body, &error); /* of nobody yet */
  g_assert_no_error (error);
  sdm_record_rows_save_draft (file, head, body, &error);
  g_assert_no_error (error);
  found = run_case (file, &both, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->patients->len, ==, 2);
  keep = g_ptr_array_index (found->patients, 0);
  other = g_ptr_array_index (found->patients, 1);
  g_assert_cmpstr (keep->others[0], ==, other->id);
  g_assert_cmpstr (other->others[0], ==, keep->id);
  sdm_record_join (file, keep->id, other->id, "the card says so", &error);
  g_assert_no_error (error);

  outcome = g_strdup_printf ("finalise\ndraft-open new\njoin %s\nsearch audit\n", other->id);
  events = write_events (file, keep->id);
  g_assert_cmpstr (events, ==, outcome);
  same = write_events (file, other->id);
  g_assert_true (g_str_has_prefix (same, events));
}

/* However many there are, no search and no save goes through all of them. */
static void
test_through_indexes (Fixture      *fixture,
                      gconstpointer data)
{
  static const SdmRecordStatementName statements[] = {
    SDM_RECORD_STATEMENT_HEAD,
    SDM_RECORD_STATEMENT_GET_LINK,
    SDM_RECORD_STATEMENT_GET_PATIENT,
    SDM_RECORD_STATEMENT_PATIENT_BY_NHS_NUMBER,
    SDM_RECORD_STATEMENT_PATIENTS_BY_PERSON,
    SDM_RECORD_STATEMENT_IS_SHARED,
    SDM_RECORD_STATEMENT_HAS_LATER,
    SDM_RECORD_STATEMENT_MOVE_CONSULTATIONS,
    SDM_RECORD_STATEMENT_REMOVE_REVIEWS,
    SDM_RECORD_STATEMENT_FIND_BY_PATIENT,
    SDM_RECORD_STATEMENT_FIND_BY_DAY,
    SDM_RECORD_STATEMENT_FIND_BY_AID,
    SDM_RECORD_STATEMENT_FIND_REVIEWS,
    SDM_RECORD_STATEMENT_EVENTS_OF_PATIENT,
    SDM_RECORD_STATEMENT_EVENTS_OF_RECORD,
  };

  SdmRecordFile *file = get_filled ();

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, statements[i], NULL);
      g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", sqlite3_sql (statement), NULL);
      sqlite3_stmt    *plan = NULL;
      guint            n_searches = 0;

      g_assert_cmpint (sqlite3_prepare_v2 (file->db, sql, -1, &plan, NULL), ==, SQLITE_OK);
      while (sqlite3_step (plan) == SQLITE_ROW)
        {
          const char *step = (const char *) sqlite3_column_text (plan, 3);

          n_searches += g_str_has_prefix (step, "SEARCH");
          g_assert_false (g_str_has_prefix (step, "SCAN") && !g_str_has_prefix (step, "SCAN (subquery"));
        }
      sqlite3_finalize (plan);
      g_assert_cmpuint (n_searches, >=, 1);
    }
}

/* With the key goes the list of names, and in the file none stands. */
static void
test_names_are_wiped (Fixture      *fixture,
                      gconstpointer data)
{
  SdmRecordFile        *file = real_file_make (fixture->folder);
  static const FindCase all = { "all", SDM_RECORD_QUERY_NAME, "cyr", NULL, NULL, NULL };
  g_autoptr (SdmRecordFound) found = NULL;
  g_autofree char *path = g_strdup (file->path);
  g_autofree char *contents = NULL;
  gsize            size;

  fill (file);
  found = run_case (file, &all, 10, NULL);
  g_assert_cmpuint (found->patients->len, ==, 1);
  sdm_record_file_disconnect (file);
  g_assert_null (file->names);
  sdm_record_file_close (file);

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  for (gsize i = 0; i + strlen (NUMBER) <= size; i++)
    {
      g_assert_cmpint (g_ascii_strncasecmp (contents + i, "cyril", 5), !=, 0);
      g_assert_cmpint (memcmp (contents + i, NUMBER, strlen (NUMBER)), !=, 0);
    }
}

#define add_cases(path, cases, func)                                   \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                     \
    {                                                                  \
      g_autofree char *name = g_strconcat (path, cases[i].name, NULL); \
                                                                       \
      g_test_add_data_func (name, &cases[i], func);                    \
    }

int
main (int   argc,
      char *argv[])
{
  int answer;

  g_test_init (&argc, &argv, NULL);

  add_cases ("/records/find/", find_cases, test_find);
  add_cases ("/records/find/cut/", cut_cases, test_cut);
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *name = g_strconcat ("/records/find/typed/", text_cases[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_query_text);
    }
  fixture_add ("/records/find/known", test_known);
  fixture_add ("/records/find/reviews-follow", test_reviews_follow);
  fixture_add ("/records/find/events", test_events);
  fixture_add ("/records/find/events-of-joined", test_events_of_joined);
  fixture_add ("/records/find/through-indexes", test_through_indexes);
  fixture_add ("/records/find/names-are-wiped", test_names_are_wiped);

  answer = g_test_run ();
  clear_filled ();
  return answer;
}
