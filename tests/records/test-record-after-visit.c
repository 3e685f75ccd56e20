/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-after-visit.h"

/* What people answer in private: kept, and nothing leads back to them. */

static void
add (SdmRecordStore *store,
     const char     *text)
{
  g_autoptr (GBytes) answers = make_body (text);
  g_autoptr (GError) error = NULL;

  sdm_record_store_add_after_visit (store, answers, &error);
  g_assert_no_error (error);
}

static gint
compare_texts (gconstpointer a,
               gconstpointer b)
{
  const char *const *one = a;
  const char *const *other = b;

  return strcmp (*one, *other);
}

/* All of it, in the order of the words. */
static char *
list (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = sdm_record_store_list_after_visit (store, &error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      GBytes *answers = g_ptr_array_index (found, i);

      g_ptr_array_add (texts, g_strndup (g_bytes_get_data (answers, NULL), g_bytes_get_size (answers)));
    }
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("; ", (char **) texts->pdata);
}

static void
test_kept (Fixture      *fixture,
           gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;

  add (store, "one");
  add (store, "another");
  add (store, "one");
  assert_signs_in (store);
  all = list (store);
  g_assert_cmpstr (all, ==, "another; one; one");
  g_assert_true (sdm_record_store_verify (store, &error));
  g_assert_no_error (error);
}

/* No event, no second table that changes, no order of time, no word that can be read. */
static void
test_nothing_leads_back (Fixture      *fixture,
                         gconstpointer data)
{
  static const char others[] = "SELECT (SELECT count (*) FROM audit) || ' ' || (SELECT count (*) FROM consultation) || ' ' || (SELECT count (*) FROM patient)";
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *columns = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *readable = NULL;

  sdm_record_store_close (store, NULL);
  before = fixture_ask (fixture, "records.db", others);
  assert_signs_in (store);
  for (guint i = 0; i < 40; i++)
    add (store, "evenhand-after-visit");
  sdm_record_store_close (store, NULL);

  /* Signing in and locking are two events, and there are no more. */
  after = fixture_ask (fixture, "records.db", others);
  g_assert_cmpint (g_ascii_strtoll (after, NULL, 10), ==, g_ascii_strtoll (before, NULL, 10) + 2);
  g_assert_cmpstr (strchr (after, ' '), ==, strchr (before, ' '));
  columns = fixture_ask (fixture, "records.db", "SELECT group_concat (name) FROM pragma_table_info ('after_visit')");
  g_assert_cmpstr (columns, ==, "number,id,body");
  numbers = fixture_ask (fixture, "records.db", "SELECT count (*) FROM after_visit WHERE number > 1000000000");
  g_assert_cmpstr (numbers, ==, "40");
  readable = fixture_ask (fixture, "records.db", "SELECT count (*) FROM after_visit WHERE instr (body, CAST ('evenhand' AS BLOB)) > 0");
  g_assert_cmpstr (readable, ==, "0");
}

static void
test_only_of_visits (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GBytes) answers = make_body ("one");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");
  sqlite3         *db = NULL;

  fixture_open (fixture);
  g_assert_false (sdm_record_store_add_after_visit (fixture->store, answers, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  fixture_close (fixture);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO after_visit VALUES (1, zeroblob (16), zeroblob (99))", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_too_long (Fixture      *fixture,
               gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autoptr (GBytes) answers = make_body (text);
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_add_after_visit (store, answers, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
}

/* One answer in the place of another does not open there. */
static void
test_damaged (Fixture      *fixture,
              gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *all = NULL;
  g_autoptr (GError) error = NULL;

  add (store, "one");
  add (store, "one");
  sdm_record_store_close (store, NULL);
  fixture_change (fixture, "DROP TRIGGER after_visit_not_updated;"
                           "UPDATE after_visit SET body = (SELECT body FROM after_visit ORDER BY number LIMIT 1)");
  assert_signs_in (store);
  all = list (store);
  g_assert_cmpstr (all, ==, "one");
  g_assert_false (sdm_record_store_verify (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/after-visit/kept", test_kept);
  fixture_add ("/records/after-visit/nothing-leads-back", test_nothing_leads_back);
  fixture_add ("/records/after-visit/only-of-visits", test_only_of_visits);
  fixture_add ("/records/after-visit/too-long", test_too_long);
  fixture_add ("/records/after-visit/damaged", test_damaged);

  return g_test_run ();
}
