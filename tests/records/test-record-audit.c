/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-rows-private.h"

/* On this thread, with the file itself. */

static SdmRecordFile *
open_file (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SdmRecordFile *file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);

  g_assert_no_error (error);
  return file;
}

static void
save (SdmRecordFile *file,
      guint          number)
{
  g_autoptr (SdmRecordHead) head = make_head (number, "Alan");
  g_autoptr (GBytes) body = make_body ("what Alan said");
  g_autoptr (GError) error = NULL;

  sdm_record_rows_save_draft (file, head, body, &error);
  g_assert_no_error (error);
}

static gboolean
load (SdmRecordFile *file,
      guint          number,
      GError       **error)
{
  g_autoptr (SdmRecordHead) wanted = make_head (number, NULL);
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  return sdm_record_rows_load (file, wanted->id, &head, &body, error);
}

static void
finalise (SdmRecordFile *file,
          guint          number)
{
  g_autoptr (SdmRecordHead) head = make_head (number, "Alan");
  g_autoptr (GBytes) body = make_body ("decided");
  g_autoptr (GError) error = NULL;

  set_text (&head->status, "valid");
  sdm_record_rows_finalise (file, head, body, &error);
  g_assert_no_error (error);
}

/* The codes in the chain, of one consultation or of all, with spaces between. */
static char *
list (SdmRecordFile *file,
      const char    *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = sdm_record_audit_list (file, record, &error);
  GString *codes = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (codes, i > 0 ? " %s" : "%s", ((SdmRecordEvent *) g_ptr_array_index (events, i))->code);

  return g_string_free (codes, FALSE);
}

static void
assert_codes (SdmRecordFile *file,
              const char    *expected)
{
  g_autofree char *codes = list (file, NULL);

  g_assert_cmpstr (codes, ==, expected);
}

static void
run_as_stranger (Fixture    *fixture,
                 const char *sql)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* What is noted */

static void
test_life (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (SdmRecordHead) first = make_head (0, NULL);
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autofree char *codes = NULL;
  g_autoptr (GError) error = NULL;

  save (file, 0);
  save (file, 0); /* saving on is not seen as an event */
  save (file, 1);
  g_assert_true (load (file, 0, &error));
  finalise (file, 0);
  g_assert_true (load (file, 0, &error));
  g_assert_true (sdm_record_rows_verify (file, &error));
  g_assert_no_error (error);
  assert_codes (file, "unlock draft-open draft-open draft-open finalise view check");
  codes = list (file, first->id);
  g_assert_cmpstr (codes, ==, "draft-open draft-open finalise view");

  g_clear_pointer (&file, sdm_record_file_close);
  file = open_file (fixture);
  assert_codes (file, "unlock draft-open draft-open draft-open finalise view check lock unlock");
}

static void
test_discard (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autoptr (SdmRecordHead) wanted = make_head (0, NULL);
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  save (file, 0);
  g_assert_true (sdm_record_rows_discard_draft (file, wanted->id, &head, &body, &error));
  assert_codes (file, "unlock draft-open draft-discard");
}

static void
test_what_an_event_tells (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autoptr (SdmRecordHead) head = make_head (0, NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  const SdmRecordEvent *event;

  finalise (file, 0);
  events = sdm_record_audit_list (file, head->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 1);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpint (event->seq, ==, 2);
  g_assert_cmpstr (event->record, ==, head->id);
  g_assert_cmpuint (event->version, ==, 1);
  g_assert_cmpuint (strlen (event->hash), ==, 64);
  g_assert_cmpstr (event->os_user, ==, g_get_user_name ());
  g_assert_cmpstr (event->workstation, ==, g_get_host_name ());
  g_assert_nonnull (event->software);
  g_assert_null (event->clinician);
  g_assert_false (event->clock_went_back);
  g_assert_cmpint (ABS (event->time - g_get_real_time ()), <, G_TIME_SPAN_HOUR);
}

/* In one transaction with the change */

static void
set_page_limit (SdmRecordFile *file,
                int            pages)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %d", pages);

  g_assert_true (sdm_record_connection_exec (file->db, sql, SDM_RECORD_OPENING, NULL));
}

static void
test_not_kept_not_noted (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autofree char *text = g_strnfill (200000, 'x');
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GError) error = NULL;

  set_text (&head->status, "valid");
  set_page_limit (file, 1);
  g_assert_false (sdm_record_rows_finalise (file, head, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL);
  g_clear_error (&error);
  assert_codes (file, "unlock");

  set_page_limit (file, 100000);
  g_assert_true (sdm_record_rows_finalise (file, head, body, &error));
  g_assert_no_error (error);
  assert_codes (file, "unlock finalise");
  g_assert_true (sdm_record_rows_verify (file, &error));
  g_assert_no_error (error);
}

/* A full disk hides no record, and what was seen meanwhile is noted as soon as it can be. */
static void
test_seen_on_a_full_disk (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autoptr (GError) error = NULL;
  guint seen = 0;

  save (file, 0);
  set_page_limit (file, 1);
  while (file->unwritten->len < 3)
    {
      g_assert_true (load (file, 0, &error)); /* the last page takes some */
      g_assert_no_error (error);
      g_assert_cmpuint (++seen, <, 100);
    }

  set_page_limit (file, 100000);
  save (file, 1);
  g_assert_cmpuint (file->unwritten->len, ==, 0);
  g_assert_true (sdm_record_rows_verify (file, &error));
  g_assert_no_error (error);
  g_assert_cmpint (file->audit.seq, ==, 2 + seen + 2); /* with that of the check */
}

/* The clock */

static gint64 fake_now;

static gint64
get_fake_now (void)
{
  return fake_now;
}

static void
test_clock_went_back (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  file->get_now = get_fake_now;
  fake_now = g_get_real_time () + G_TIME_SPAN_HOUR;
  save (file, 0);
  fake_now -= 2 * G_TIME_SPAN_MINUTE; /* as much is only set right */
  save (file, 1);
  fake_now -= 2 * G_TIME_SPAN_MINUTE + 1;
  save (file, 2);
  fake_now += 1;
  save (file, 3);
  assert_codes (file, "unlock draft-open draft-open clock-back draft-open draft-open");

  events = sdm_record_audit_list (file, NULL, &error);
  for (guint i = 0; i < events->len; i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i);

      g_assert_cmpint (event->clock_went_back, ==, i == 3);
    }
}

/* Somebody with the file, but without the key */

typedef struct
{
  const char *name;
  const char *sql;
  gboolean    is_in_tail; /* found when the file is opened */
} ForgedCase;

#define ALLOW  "DROP TRIGGER audit_not_updated; DROP TRIGGER audit_not_deleted; DROP TRIGGER audit_follows_the_last;"
#define N_LIFE 150 /* more than the tail */

static const ForgedCase forged_cases[] = {
  { "event", "UPDATE audit SET event = CAST (substr (event, 1, 100) || zeroblob (8) || substr (event, 109) AS BLOB) WHERE seq = 5", FALSE },
  { "event-in-the-tail", "UPDATE audit SET event = CAST (substr (event, 1, 100) || zeroblob (8) || substr (event, 109) AS BLOB) WHERE seq = 140", TRUE },
  { "mac", "UPDATE audit SET mac = zeroblob (32) WHERE seq = 5", FALSE },
  { "mac-in-the-tail", "UPDATE audit SET mac = zeroblob (32) WHERE seq = 140", TRUE },
  { "last-mac", "UPDATE audit SET mac = zeroblob (32) WHERE seq = (SELECT max (seq) FROM audit)", TRUE },
  { "left-out", "DELETE FROM audit WHERE seq = 5", FALSE },
  { "left-out-in-the-tail", "DELETE FROM audit WHERE seq = 140", TRUE },
  { "left-out-and-counted-anew", "DELETE FROM audit WHERE seq = 5; UPDATE audit SET seq = seq - 1 WHERE seq > 5", TRUE },
  { "first-left-out", "DELETE FROM audit WHERE seq = 1", FALSE },
  { "changed-places", "UPDATE audit SET seq = -1000 WHERE seq = 5; UPDATE audit SET seq = 5 WHERE seq = 6;"
                      "UPDATE audit SET seq = 6 WHERE seq = -1000",
    FALSE },
  { "twice", "INSERT INTO audit SELECT max (seq) + 1, event, mac, patient_index, record_index FROM audit", TRUE },
  { "index-gone", "UPDATE audit SET record_index = NULL WHERE seq = 5", FALSE },
  { "index-gone-in-the-tail", "UPDATE audit SET record_index = NULL WHERE seq = 140", TRUE },
  { "index-of-a-patient", "UPDATE audit SET patient_index = zeroblob (16) WHERE seq = 5", FALSE },
  { "version-gone", "DROP TRIGGER version_not_deleted; DELETE FROM version", FALSE },
};

static void
test_forged (Fixture      *fixture,
             gconstpointer data)
{
  const ForgedCase *c = data;
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autofree char *sql = g_strconcat ("PRAGMA ignore_check_constraints = ON;" ALLOW, c->sql, NULL);
  g_autoptr (GError) error = NULL;

  finalise (file, N_LIFE);
  for (guint i = 0; i < N_LIFE; i++)
    save (file, i);
  g_assert_true (sdm_record_rows_verify (file, &error));
  g_assert_no_error (error);
  g_clear_pointer (&file, sdm_record_file_close);

  run_as_stranger (fixture, sql);
  file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);
  if (c->is_in_tail)
    {
      g_assert_null (file);
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
      return;
    }

  g_assert_no_error (error);
  g_assert_false (sdm_record_rows_verify (file, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
}

/* An event that stands where those of another consultation are found is not told of that. */
static void
test_index_of_another (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (SdmRecordHead) first = make_head (0, NULL);
  g_autoptr (SdmRecordHead) second = make_head (1, NULL);
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *events = NULL;

  for (guint i = 0; i < N_LIFE; i++)
    save (file, i);
  g_clear_pointer (&file, sdm_record_file_close);
  run_as_stranger (fixture, ALLOW "UPDATE audit SET record_index = (SELECT record_index FROM audit WHERE seq = 2) WHERE seq = 4");

  file = open_file (fixture);
  g_assert_null (sdm_record_audit_list (file, first->id, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  events = list (file, second->id);
  g_assert_cmpstr (events, ==, "draft-open");
}

/* The seal of an event is bound to the store, so a chain of another file is found out, too. */
static void
test_chain_of_another_file (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (SdmRecordFile) file = open_file (fixture);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&file, sdm_record_file_close);
  run_as_stranger (fixture, "UPDATE store SET id = randomblob (16)");
  g_assert_null (sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error));
  g_assert_true (error->domain == SDM_RECORD_ERROR);
}

static void
test_serial_form (void)
{
  g_autoptr (SdmRecordEvent) event = sdm_record_event_new ("finalise");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmRecordEvent) found = NULL;

  event->time = 17;
  event->offset = -60;
  event->version = 3;
  event->clock_went_back = TRUE;
  event->name = g_strdup ("Dr Zoë Żak");
  event->reason = g_strdup ("The date was wrong.");
  bytes = sdm_record_event_serialise (event);
  found = sdm_record_event_deserialise (bytes);
  g_assert_cmpint (found->time, ==, 17);
  g_assert_cmpint (found->offset, ==, -60);
  g_assert_cmpuint (found->version, ==, 3);
  g_assert_true (found->clock_went_back);
  g_assert_cmpstr (found->code, ==, "finalise");
  g_assert_cmpstr (found->name, ==, "Dr Zoë Żak");
  g_assert_cmpstr (found->reason, ==, "The date was wrong.");
  g_assert_null (found->outcome);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);

      g_clear_pointer (&found, sdm_record_event_free);
      found = sdm_record_event_deserialise (cut);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/audit/life", test_life);
  fixture_add ("/records/audit/discard", test_discard);
  fixture_add ("/records/audit/what-an-event-tells", test_what_an_event_tells);
  fixture_add ("/records/audit/not-kept-not-noted", test_not_kept_not_noted);
  fixture_add ("/records/audit/seen-on-a-full-disk", test_seen_on_a_full_disk);
  fixture_add ("/threat/16-clock-went-back", test_clock_went_back);
  for (gsize i = 0; i < G_N_ELEMENTS (forged_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/audit/forged/", forged_cases[i].name, NULL);

      g_test_add (path, Fixture, &forged_cases[i], fixture_set_up, test_forged, fixture_tear_down);
    }
  fixture_add ("/records/audit/index-of-another", test_index_of_another);
  fixture_add ("/records/audit/chain-of-another-file", test_chain_of_another_file);
  g_test_add_func ("/records/audit/serial-form", test_serial_form);

  return g_test_run ();
}
