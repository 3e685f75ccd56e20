/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "real-fixture.h"
#include "sdm-record-heading.h"
#include "sdm-record-request.h"
#include "sdm-record-versions.h"

/* Who asks what is kept of them gets every version: what was changed, by whom, when and why. */

static SdmConsultation *
load_talk (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "consultations", "blank-decided.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) real = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmConsultation) talk = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  real = g_string_new (text);
  g_assert_cmpuint (g_string_replace (real, "\"kind\": \"practice\"", "\"kind\": \"real\"", 1), ==, 1);
  body = g_bytes_new (real->str, real->len);
  talk = sdm_consultation_new_from_bytes (body, "blank-decided", &error);
  g_assert_no_error (error);

  return g_steal_pointer (&talk);
}

static void
write_why (SdmConsultation *talk,
           const char      *why)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_text (talk, "plan/why", why, &error);
  g_assert_no_error (error);
}

static void
keep (SdmRecordStore  *store,
      SdmConsultation *talk)
{
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (talk);
  g_autoptr (GBytes) body = sdm_consultation_to_bytes (talk);
  g_autoptr (GError) error = NULL;

  sdm_record_store_finalise (store, head, body, &error);
  g_assert_no_error (error);
}

static void
follow (SdmRecordStore  *store,
        SdmConsultation *talk,
        guint            version,
        SdmRecordChange  change,
        const char      *reason)
{
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (talk);
  g_autoptr (GBytes) body = sdm_consultation_to_bytes (talk);
  g_autoptr (GError) error = NULL;

  head->version = version;
  if (change != SDM_RECORD_CHANGE_AMENDED)
    set_text (&head->status, "cancelled");
  sdm_record_store_add_version (store, change, head, body, reason, &error);
  g_assert_no_error (error);
}

static void
begin_amendment (SdmRecordStore  *store,
                 SdmConsultation *talk,
                 guint            amends)
{
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (talk);
  g_autoptr (GBytes) body = sdm_consultation_to_bytes (talk);
  g_autoptr (GError) error = NULL;

  set_text (&head->status, "in-progress");
  head->version = 0;
  head->amends = amends;
  sdm_record_store_save_draft (store, head, body, &error);
  g_assert_no_error (error);
}

static char *
dup_patient (SdmRecordStore *store)
{
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_NHS_NUMBER, "9990000018");
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFound) found = sdm_record_store_find (store, query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->patients->len, ==, 1);

  return g_strdup (((const SdmRecordPatient *) g_ptr_array_index (found->patients, 0))->id);
}

static SdmKeptPerson *
ask (SdmRecordStore *store,
     const char     *patient)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordRequest) request = sdm_record_store_read_request (store, patient, &error);
  SdmKeptPerson *person;

  g_assert_no_error (error);
  person = sdm_record_request_tell (request, "Made today by " NAME ".", &error);
  g_assert_no_error (error);

  return person;
}

static SdmKeptVersion *
get_version (const SdmKeptPerson *person,
             guint               *place,
             guint                number)
{
  const SdmKeptTalk *talk = g_ptr_array_index (person->talks, 0);

  for (*place = 0; *place < talk->versions->len; (*place)++)
    {
      SdmKeptVersion *version = g_ptr_array_index (talk->versions, *place);

      if (version->number == number)
        return version;
    }
  g_error ("there is no version %u", number);
}

static const SdmKept *
get_kept (const SdmKeptVersion *version,
          const char           *path)
{
  for (guint i = 0; i < version->kept->len; i++)
    {
      const SdmKept *kept = g_ptr_array_index (version->kept, i);

      if (g_str_equal (kept->path, path))
        return kept;
    }

  g_error ("there is no %s", path);
}

/* @words: (nullable): for nothing */
static void
assert_says (const SdmKeptPerson *person,
             guint                number,
             const char          *path,
             const char          *words)
{
  guint          place;
  const SdmKept *kept = get_kept (get_version (person, &place, number), path);

  g_assert_cmpstr (kept->words, ==, words);
}

static SdmRecordStore *
new_store (Fixture *fixture)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };

  return new_store_in_use (fixture, &recovery);
}

static void
test_every_version (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_store (fixture);
  g_autoptr (SdmConsultation) talk = load_talk ();
  g_autofree char *patient = NULL;
  g_autoptr (SdmKeptPerson) person = NULL;
  const SdmKeptTalk *told;
  guint              place;

  keep (store, talk);
  write_why (talk, "I want to hear her on the phone.");
  follow (store, talk, 1, SDM_RECORD_CHANGE_AMENDED, "It was noted wrongly.");
  write_why (talk, "I want to hear all of them.");
  begin_amendment (store, talk, 2);
  patient = dup_patient (store);

  person = ask (store, patient);
  g_assert_cmpuint (person->talks->len, ==, 1);
  g_assert_cmpstr (person->whose, ==, "Mr Arthur James Pell · Born 14\u00a0March\u00a01943 · NHS number 999\u00a0000\u00a00018");
  g_assert_true (g_str_has_suffix (person->made, " by " NAME "."));
  told = g_ptr_array_index (person->talks, 0);
  g_assert_cmpuint (told->versions->len, ==, 3);
  g_assert_true (get_version (person, &place, 2)->is_whole);
  g_assert_cmpuint (get_version (person, &place, 2)->kept->len, >, 30);
  g_assert_cmpuint (get_version (person, &place, 1)->kept->len, ==, 1);
  g_assert_cmpuint (place, ==, 2);
  g_assert_cmpuint (get_version (person, &place, 0)->kept->len, ==, 1);
  g_assert_cmpuint (place, ==, 0);
  assert_says (person, 0, "plan/why", "I want to hear all of them.");
  assert_says (person, 1, "plan/why", "I want to hear her laugh.");
  assert_says (person, 2, "plan/why", "I want to hear her on the phone.");
  g_assert_cmpstr (get_version (person, &place, 2)->reason, ==, "It was noted wrongly.");
  g_assert_true (g_str_has_prefix (get_version (person, &place, 2)->made, "Version 2, amended by "));
  g_assert_true (g_str_has_prefix (get_version (person, &place, 1)->made, "Version 1, finished by "));
  g_assert_true (g_str_has_prefix (get_version (person, &place, 0)->made, "Amendment, not finished"));
}

static gboolean
has_event (const SdmKeptPerson *person,
           const char          *words)
{
  for (guint i = 0; i < person->events->len; i++)
    if (strstr (g_ptr_array_index (person->events, i), words) != NULL)
      return TRUE;

  return FALSE;
}

static void
test_taken_back (Fixture      *fixture,
                 gconstpointer data)
{
  const SdmRecordChange change = SDM_RECORD_CHANGE_WITHDRAWN;
  g_autoptr (SdmRecordStore) store = new_store (fixture);
  g_autoptr (SdmConsultation) talk = load_talk ();
  g_autofree char *patient = NULL;
  g_autoptr (SdmKeptPerson) person = NULL;
  guint place;

  keep (store, talk);
  patient = dup_patient (store);
  follow (store, talk, 1, change, "He took it back.");
  person = ask (store, patient);
  g_assert_true (g_str_has_prefix (get_version (person, &place, 2)->made, "Version 2, marked as withdrawn by "));
  g_assert_cmpstr (get_version (person, &place, 2)->reason, ==, "He took it back.");
  g_assert_cmpuint (get_version (person, &place, 1)->kept->len, ==, 0);
  g_assert_true (has_event (person, "Noted that the person took the talk back"));
  g_assert_true (has_event (person, "version 2 · because: He took it back."));
}

static void
assert_left_out (const SdmKeptPerson *person,
                 guint                number,
                 gboolean             is_left_out)
{
  guint                 place;
  const SdmKeptVersion *version = get_version (person, &place, number);
  const SdmKept        *words = get_kept (version, "plan/why");

  g_assert_cmpint (sdm_kept_version_is_left_out (version, words), ==, is_left_out);
}

/* What is left out of one version stands in no other of the talk. */
static void
test_left_out_everywhere (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_store (fixture);
  g_autoptr (SdmConsultation) talk = load_talk ();
  g_autofree char *patient = NULL;
  g_autoptr (SdmKeptPerson) person = NULL;
  const SdmKept *words;
  guint          place;

  keep (store, talk);
  write_why (talk, "I want to hear her on the phone.");
  follow (store, talk, 1, SDM_RECORD_CHANGE_AMENDED, "It was noted wrongly.");
  write_why (talk, "I want to hear her laugh.");
  follow (store, talk, 2, SDM_RECORD_CHANGE_AMENDED, "No, it was right.");
  patient = dup_patient (store);

  person = ask (store, patient);
  words = get_kept (get_version (person, &place, 3), "plan/why");
  sdm_kept_talk_leave_out (g_ptr_array_index (person->talks, 0), get_version (person, &place, 3), words, TRUE);
  g_assert_true (sdm_kept_version_is_left_out (get_version (person, &place, 3), words));
  assert_left_out (person, 1, TRUE);
  assert_left_out (person, 2, FALSE);
}

/* A thing that another version has added said nothing before. */
static void
test_nothing_before (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_store (fixture);
  g_autoptr (SdmConsultation) talk = load_talk ();
  g_autofree char *patient = NULL;
  g_autoptr (SdmKeptPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  keep (store, talk);
  sdm_consultation_set_text (talk, "people/agenda/clinician", "To test both ears.", &error);
  g_assert_no_error (error);
  follow (store, talk, 1, SDM_RECORD_CHANGE_AMENDED, "It was forgotten.");
  patient = dup_patient (store);

  person = ask (store, patient);
  assert_says (person, 2, "people/agenda/clinician", "To test both ears.");
  assert_says (person, 1, "people/agenda/clinician", NULL);
}

static void
test_nobody (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_store (fixture);
  g_autoptr (SdmRecordRequest) request = NULL;
  g_autoptr (GError) error = NULL;

  request = sdm_record_store_read_request (store, "01a20d11-cc80-7000-8000-00000000ffff", &error);
  g_assert_null (request);
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/records/request/every-version", test_every_version);
  fixture_add ("/records/request/taken-back", test_taken_back);
  fixture_add ("/threat/21-left-out-of-every-version", test_left_out_everywhere);
  fixture_add ("/records/request/nothing-before", test_nothing_before);
  fixture_add ("/records/request/nobody", test_nobody);

  return g_test_run ();
}
