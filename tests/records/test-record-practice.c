/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-autosaver.h"
#include "sdm-record-practice.h"

/* Practice sessions, which stand in the file of practice and nowhere else. */

#define ID(n) "01a20d11-cc80-7000-8000-00000000000" n

static GBytes *
new_session (const char *id,
             const char *trainee,
             const char *changed)
{
  g_autofree char *text = g_strdup_printf ("{\"format\": \"evenhand-practice/1\", \"id\": \"%s\", \"trainee\": {\"name\": \"%s\"},"
                                           " \"case\": \"dog-walk\", \"changed\": \"%s\"}",
                                           id, trainee, changed);

  return g_bytes_new (text, strlen (text));
}

static void
put (Fixture    *fixture,
     const char *id,
     const char *trainee,
     const char *changed)
{
  g_autoptr (GBytes) body = new_session (id, trainee, changed);
  g_autoptr (GError) error = NULL;

  sdm_record_store_put_practice (fixture->store, body, &error);
  g_assert_no_error (error);
}

static void
change (Fixture    *fixture,
        const char *sql)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), ==, 1);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static char *
list (Fixture    *fixture,
      const char *trainee)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = sdm_record_store_list_practice (fixture->store, trainee, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const SdmRecordPractice *practice = g_ptr_array_index (found, i);

      g_string_append_printf (text, "%c %s; ", practice->id[strlen (practice->id) - 1], practice->trainee);
    }

  return g_string_free (text, FALSE);
}

static void
test_put_and_get (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GBytes) first = new_session (ID ("1"), "Ann Lee", "2026-11-24T10:42:00Z");
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  put (fixture, ID ("1"), "Ann Lee", "2026-11-23T10:42:00Z");
  put (fixture, ID ("1"), "Ann Lee", "2026-11-24T10:42:00Z");
  fixture_close (fixture);
  fixture_open (fixture);
  kept = sdm_record_store_get_practice (fixture->store, ID ("1"), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (kept, first));
  g_assert_null (sdm_record_store_get_practice (fixture->store, ID ("2"), &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  sdm_record_store_verify (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_by_trainee (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autofree char *hers = NULL;
  g_autofree char *nobodys = NULL;

  fixture_open (fixture);
  put (fixture, ID ("1"), "Ann Lee", "2026-11-24T10:42:00Z");
  put (fixture, ID ("2"), "Bo Marsh", "2026-11-25T10:42:00Z");
  put (fixture, ID ("3"), "ann  lee", "2026-11-26T10:42:00Z");
  all = list (fixture, NULL);
  hers = list (fixture, "Ann Lee");
  nobodys = list (fixture, "Ann");
  g_assert_cmpstr (all, ==, "3 ann  lee; 2 Bo Marsh; 1 Ann Lee; ");
  g_assert_cmpstr (hers, ==, "3 ann  lee; 1 Ann Lee; ");
  g_assert_cmpstr (nobodys, ==, "");
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const bodies[] = {
    "", "{", "{}", "{\"format\": \"evenhand-consultation/1\"}",
    "{\"format\": \"evenhand-practice/1\", \"id\": \"no-id\", \"trainee\": {\"name\": \"Ann\"}}",
    "{\"format\": \"evenhand-practice/1\", \"id\": \"" ID ("1") "\"}"
  };

  fixture_open (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GBytes) body = make_body (bodies[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (sdm_record_store_put_practice (fixture->store, body, &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
    }
}

/* Neither the program nor the file itself takes one among real patients. */
static void
test_never_in_real (Fixture      *fixture,
                    gconstpointer data)
{
  static const char add[] = "INSERT INTO practice (id, body) VALUES (x'01a20d11cc8070008000000000000001', x'0102030405')";
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GBytes) body = new_session (ID ("1"), "Ann Lee", "2026-11-24T10:42:00Z");
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_false (sdm_record_store_put_practice (store, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_PRACTICE_REFUSED);
  g_clear_error (&error);
  g_assert_null (sdm_record_store_list_practice (store, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_PRACTICE_REFUSED);
  sdm_record_store_close (store, NULL);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, add, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* One that is damaged is told of, and takes nothing else with it. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  put (fixture, ID ("1"), "Ann Lee", "2026-11-24T10:42:00Z");
  put (fixture, ID ("2"), "Bo Marsh", "2026-11-25T10:42:00Z");
  fixture_close (fixture);
  change (fixture, "UPDATE practice SET body = (SELECT body FROM practice WHERE hex (id) LIKE '%2') WHERE hex (id) LIKE '%1'");
  fixture_open (fixture);
  all = list (fixture, NULL);
  g_assert_cmpstr (all, ==, "2 Bo Marsh; 1 (null); ");
  g_assert_null (sdm_record_store_get_practice (fixture->store, ID ("1"), &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (sdm_record_store_verify (fixture->store, &error));
}

/* A file of an older shape is copied, takes sessions, and has its drafts still. */
static void
test_older (Fixture      *fixture,
            gconstpointer data)
{
  const char      *shape = data;
  g_autofree char *old = g_strdup_printf ("practice-shape-%s.db", shape);
  g_autofree char *old_key = g_strconcat (old, ".key", NULL);
  g_autofree char *copy = g_strdup_printf ("practice-shape-%s-copy-1.db", shape);
  g_autofree char *copied = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  fixture_copy_old (fixture, old, "practice.db");
  fixture_copy_old (fixture, old_key, "practice.key");
  fixture_open (fixture);
  put (fixture, ID ("1"), "Ann Lee", "2026-11-24T10:42:00Z");
  drafts = sdm_record_store_list_drafts (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 2);
  sdm_record_store_verify (fixture->store, &error);
  g_assert_no_error (error);
  copied = fixture_ask (fixture, copy, "PRAGMA user_version");
  g_assert_cmpstr (copied, ==, shape);
}

static SdmRecordHead *
make_session_cb (GBytes **body,
                 gpointer user_data)
{
  *body = new_session (ID ("1"), user_data, "2026-11-24T10:42:00Z");
  return NULL;
}

static void
test_autosaved (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SdmAutosaver) saver = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *all = NULL;
  g_autofree char *last = NULL;
  g_autofree char *name = g_strdup ("Ann Lee");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  saver = sdm_autosaver_new_for_practice (fixture->store, make_session_cb, name, NULL);
  sdm_autosaver_touch (saver);
  sdm_autosaver_flush_async (saver, NULL, keep_result_cb, &result);
  sdm_autosaver_flush_finish (saver, wait_for_result (&result), &error);
  g_assert_no_error (error);
  all = list (fixture, NULL);
  g_assert_cmpstr (all, ==, "1 Ann Lee; ");

  g_clear_object (&result); /* it holds the saver */
  name[0] = 'E';
  sdm_autosaver_touch (saver);
  g_clear_object (&saver);
  last = list (fixture, NULL);
  g_assert_cmpstr (last, ==, "1 Enn Lee; ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/practice/put-and-get", test_put_and_get);
  fixture_add ("/records/practice/by-trainee", test_by_trainee);
  fixture_add ("/records/practice/refused", test_refused);
  fixture_add ("/records/practice/never-in-real", test_never_in_real);
  fixture_add ("/records/practice/damaged", test_damaged);
  g_test_add ("/records/practice/older/shape-4", Fixture, "4", fixture_set_up, test_older, fixture_tear_down);
  g_test_add ("/records/practice/older/shape-5", Fixture, "5", fixture_set_up, test_older, fixture_tear_down);
  fixture_add ("/records/practice/autosaved", test_autosaved);

  return g_test_run ();
}
