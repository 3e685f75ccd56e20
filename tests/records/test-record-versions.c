/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-use.h"
#include "sdm-record-versions.h"

static const char first_text[] = "{\"why\": \"I want the hill back.\", \"dates\": [\"2027-05-25\"], \"old\": 1}";
static const char second_text[] = "{\"why\": \"I want the hill back.\", \"dates\": [\"2027-05-26\", \"2027-11-23\"], \"a/b~c\": {\"x\": null}}";

static SdmRecordHead *
finalise (Fixture *fixture)
{
  SdmRecordHead *head = make_head (0, "Alan");
  g_autoptr (GBytes) body = make_body (first_text);
  g_autoptr (GError) error = NULL;

  set_text (&head->status, "valid");
  fixture_open (fixture);
  sdm_record_store_finalise (fixture->store, head, body, &error);
  g_assert_no_error (error);
  head->version = 1;
  return head;
}

static gboolean
amend (Fixture             *fixture,
       const SdmRecordHead *head,
       const char          *reason,
       GError             **error)
{
  g_autoptr (GBytes) body = make_body (second_text);

  return sdm_record_store_add_version (fixture->store, SDM_RECORD_CHANGE_AMENDED, head, body, reason, error);
}

/* What it says stays; it is cancelled. */
static gboolean
close_record (Fixture             *fixture,
              const SdmRecordHead *head,
              SdmRecordChange      change,
              const char          *reason,
              GError             **error)
{
  g_autoptr (SdmRecordHead) cancelled = sdm_record_head_copy (head);
  g_autoptr (GBytes) body = make_body (first_text);

  set_text (&cancelled->status, "cancelled");
  return sdm_record_store_add_version (fixture->store, change, cancelled, body, reason, error);
}

/* An amendment that is not finished. */
static gboolean
save_amendment (Fixture             *fixture,
                const SdmRecordHead *head,
                guint                amends,
                GError             **error)
{
  g_autoptr (SdmRecordHead) draft = sdm_record_head_copy (head);
  g_autoptr (GBytes) body = make_body (second_text);

  set_text (&draft->status, "in-progress");
  draft->version = 0;
  draft->amends = amends;
  return sdm_record_store_save_draft (fixture->store, draft, body, error);
}

/* The changes that led to each version, with spaces between. */
static void
assert_versions (Fixture             *fixture,
                 const SdmRecordHead *head,
                 const char          *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = sdm_record_store_list_versions (fixture->store, head->id, &error);
  g_autoptr (GString) changes = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < heads->len; i++)
    {
      const SdmRecordHead *version = g_ptr_array_index (heads, i);

      g_assert_cmpuint (version->version, ==, i + 1);
      g_string_append_printf (changes, i > 0 ? " %s" : "%s", version->change);
    }
  g_assert_cmpstr (changes->str, ==, expected);
}

static void
test_amend (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (SdmRecordHead) found = NULL;
  g_autoptr (SdmRecordHead) old_head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) old_body = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 before = g_get_real_time ();

  g_assert_true (amend (fixture, head, "The review was a day off.", &error));
  g_assert_no_error (error);
  assert_versions (fixture, head, "finalised amended");

  /* The last one is what is opened, and tells who, when and why. */
  sdm_record_store_load (fixture->store, head->id, &found, &body, &error);
  g_assert_no_error (error);
  assert_body (body, second_text);
  g_assert_cmpuint (found->version, ==, 2);
  g_assert_cmpstr (found->author, ==, g_get_user_name ());
  g_assert_cmpstr (found->reason, ==, "The review was a day off.");
  g_assert_cmpint (found->finished, >=, before);

  /* And the first is as it was. */
  sdm_record_store_load_version (fixture->store, head->id, 1, &old_head, &old_body, &error);
  g_assert_no_error (error);
  assert_body (old_body, first_text);
  g_assert_null (old_head->reason);
  g_assert_true (sdm_record_store_verify (fixture->store, &error));
  g_assert_no_error (error);
}

static void
test_amended_meanwhile (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (amend (fixture, head, "The review was a day off.", &error));
  g_assert_false (amend (fixture, head, "Mine, of the first version.", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  head->version = 2;
  g_assert_true (amend (fixture, head, "Mine, of the second version.", &error));
  g_assert_no_error (error);
  assert_versions (fixture, head, "finalised amended amended");
}

static void
test_no_reason (Fixture      *fixture,
                gconstpointer data)
{
  static const char *const reasons[] = { NULL, "", " \n" };
  g_autoptr (SdmRecordHead) head = finalise (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (amend (fixture, head, reasons[i], &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
    }
  assert_versions (fixture, head, "finalised");
}

static void
test_not_in_progress (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (GError) error = NULL;

  set_text (&head->status, "in-progress");
  g_assert_false (amend (fixture, head, "Not done yet.", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
}

static void
test_draft_is_not_amended (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (1, "Bea");
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  sdm_record_store_save_draft (fixture->store, head, body, &error);
  set_text (&head->status, "valid");
  g_assert_false (amend (fixture, head, "A reason.", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  assert_versions (fixture, head, "");
}

typedef struct
{
  const char     *name;
  SdmRecordChange change;
  const char     *versions;
} CloseCase;

static const CloseCase close_cases[] = {
  { "entered-in-error", SDM_RECORD_CHANGE_ENTERED_IN_ERROR, "finalised entered-in-error" },
  { "withdrawn", SDM_RECORD_CHANGE_WITHDRAWN, "finalised withdrawn" },
};

/* It stays readable, and marked, and nothing follows. */
static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  const CloseCase *c = data;
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  const SdmRecordHead *last;

  g_assert_true (close_record (fixture, head, c->change, "It is another Alan.", &error));
  g_assert_no_error (error);
  assert_versions (fixture, head, c->versions);
  sdm_record_store_load (fixture->store, head->id, NULL, &body, &error);
  assert_body (body, first_text);
  listed = sdm_record_store_list_finished (fixture->store, &error);
  last = g_ptr_array_index (listed, 0);
  g_assert_cmpstr (last->change, ==, c->name);
  g_assert_cmpstr (last->reason, ==, "It is another Alan.");

  head->version = 2;
  g_assert_false (amend (fixture, head, "Once more.", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED);
  g_clear_error (&error);
  g_assert_false (close_record (fixture, head, c->change, "Twice.", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED);
  assert_versions (fixture, head, c->versions);
}

/* Its draft goes on, and can be thrown away; the record stays what its last version says meanwhile. */
static void
test_amendment_is_left (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (SdmRecordHead) found = NULL;
  g_autoptr (SdmRecordHead) last = NULL;
  g_autoptr (SdmRecordHead) thrown = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) finished = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GBytes) last_body = NULL;
  g_autoptr (GBytes) thrown_body = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save_amendment (fixture, head, 1, &error));
  g_assert_true (save_amendment (fixture, head, 1, &error));
  g_assert_no_error (error);
  drafts = sdm_record_store_list_drafts (fixture->store, &error);
  finished = sdm_record_store_list_finished (fixture->store, &error);
  versions = sdm_record_store_list_versions (fixture->store, head->id, &error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpuint (((SdmRecordHead *) g_ptr_array_index (drafts, 0))->amends, ==, 1);
  g_assert_cmpuint (finished->len, ==, 1);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpuint (((SdmRecordHead *) g_ptr_array_index (versions, 1))->version, ==, 0);

  sdm_record_store_load (fixture->store, head->id, &found, &body, &error);
  assert_body (body, second_text);
  sdm_record_store_load_version (fixture->store, head->id, 0, &last, &last_body, &error);
  g_assert_cmpuint (last->version, ==, 1);
  assert_body (last_body, first_text);
  g_assert_true (sdm_record_store_verify (fixture->store, &error));

  g_assert_false (close_record (fixture, head, SDM_RECORD_CHANGE_WITHDRAWN, "They took it back.", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (sdm_record_store_discard_draft (fixture->store, head->id, &thrown, &thrown_body, &error));
  assert_versions (fixture, head, "finalised");
  g_assert_true (close_record (fixture, head, SDM_RECORD_CHANGE_WITHDRAWN, "They took it back.", &error));
  g_assert_no_error (error);
}

static void
test_amendment_ends_its_draft (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (save_amendment (fixture, head, 1, &error));
  g_assert_true (amend (fixture, head, "The review was a day off.", &error));
  g_assert_no_error (error);
  assert_versions (fixture, head, "finalised amended");
  drafts = sdm_record_store_list_drafts (fixture->store, &error);
  g_assert_cmpuint (drafts->len, ==, 0);

  /* Another one was begun on the first version meanwhile; and nobody amends what is not there. */
  g_assert_false (save_amendment (fixture, head, 1, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED);
  g_clear_error (&error);
  set_text (&head->id, "019ab3c4-0000-7000-8000-0000000000ff");
  g_assert_false (save_amendment (fixture, head, 1, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
}

static void
test_closed_is_not_amended (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (close_record (fixture, head, SDM_RECORD_CHANGE_ENTERED_IN_ERROR, "It is another Alan.", &error));
  g_assert_false (save_amendment (fixture, head, 2, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED);
}

static gboolean
look_at_uses (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  static const char *const codes[] = { "print", "pdf", "copy" };
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);

  g_assert_cmpuint (events->len, ==, 2 + G_N_ELEMENTS (codes));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, 2 + i);

      g_assert_cmpstr (event->code, ==, codes[i]);
      g_assert_cmpuint (event->version, ==, 1);
      g_assert_cmpstr (event->outcome, ==, "Back office");
    }
  return TRUE;
}

static void
test_uses_are_noted (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (GError) error = NULL;

  for (SdmRecordUse use = SDM_RECORD_USE_PRINT; use <= SDM_RECORD_USE_COPY; use++)
    g_assert_true (sdm_record_store_note_use (fixture->store, head->id, use, "Back office", &error));
  g_assert_true (sdm_record_store_run (fixture->store, look_at_uses, &error));
  g_assert_false (sdm_record_store_note_use (fixture->store, "019ab3c4-0000-7000-8000-0000000000ff", SDM_RECORD_USE_PRINT, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
}

static gboolean
look_at_chain (SdmRecordFile **file,
               SdmRecordJob   *job,
               GError        **error)
{
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);
  const SdmRecordEvent *amended = g_ptr_array_index (events, 2);
  const SdmRecordEvent *closed = g_ptr_array_index (events, 3);

  g_assert_cmpuint (events->len, ==, 4);
  g_assert_cmpstr (amended->code, ==, "amend");
  g_assert_cmpuint (amended->version, ==, 2);
  g_assert_cmpstr (amended->reason, ==, "The review was a day off.");
  g_assert_cmpstr (closed->code, ==, "withdraw");
  g_assert_cmpuint (closed->version, ==, 3);
  return TRUE;
}

static void
test_noted (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = finalise (fixture);
  g_autoptr (GError) error = NULL;

  amend (fixture, head, "The review was a day off.", &error);
  head->version = 2;
  close_record (fixture, head, SDM_RECORD_CHANGE_WITHDRAWN, "They took it back.", &error);
  g_assert_true (sdm_record_store_run (fixture->store, look_at_chain, &error));
  g_assert_no_error (error);
}

static void
test_differences (void)
{
  static const struct
  {
    const char *pointer;
    const char *before;
    const char *after;
  } expected[] = {
    { "/dates/0", "\"2027-05-25\"", "\"2027-05-26\"" },
    { "/dates/1", NULL, "\"2027-11-23\"" },
    { "/old", "1", NULL },
    { "/a~1b~0c", NULL, "{\"x\":null}" },
  };
  g_autoptr (GBytes) before = make_body (first_text);
  g_autoptr (GBytes) after = make_body (second_text);
  g_autoptr (GBytes) broken = make_body ("{");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = sdm_record_differences_new (before, after, &error);
  g_autoptr (GPtrArray) none = sdm_record_differences_new (before, before, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (differences->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < differences->len; i++)
    {
      const SdmRecordDifference *difference = g_ptr_array_index (differences, i);

      g_assert_cmpstr (difference->pointer, ==, expected[i].pointer);
      g_assert_cmpstr (difference->before, ==, expected[i].before);
      g_assert_cmpstr (difference->after, ==, expected[i].after);
    }
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (sdm_record_differences_new (before, broken, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/versions/amend", test_amend);
  fixture_add ("/records/versions/amended-meanwhile", test_amended_meanwhile);
  fixture_add ("/records/versions/no-reason", test_no_reason);
  fixture_add ("/records/versions/not-in-progress", test_not_in_progress);
  fixture_add ("/records/versions/draft-is-not-amended", test_draft_is_not_amended);
  for (gsize i = 0; i < G_N_ELEMENTS (close_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/versions/close/", close_cases[i].name, NULL);

      g_test_add (path, Fixture, &close_cases[i], fixture_set_up, test_close, fixture_tear_down);
    }
  fixture_add ("/records/versions/noted", test_noted);
  fixture_add ("/records/versions/amendment-is-left", test_amendment_is_left);
  fixture_add ("/records/versions/amendment-ends-its-draft", test_amendment_ends_its_draft);
  fixture_add ("/records/versions/closed-is-not-amended", test_closed_is_not_amended);
  fixture_add ("/threat/10-printer-is-noted", test_uses_are_noted);
  g_test_add_func ("/records/versions/differences", test_differences);

  return g_test_run ();
}
