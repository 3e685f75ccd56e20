/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include <glib/gstdio.h>

#include "sdm-record-staff.h"
#include "sdm-record-upkeep.h"

/* Somebody who has the file, but not the key, puts back what was there before: all of it seals well. */

#define NEW_WORDS "other words in a row"

static void
copy (Fixture    *fixture,
      const char *from,
      const char *to)
{
  g_autofree char *source = fixture_dup_path (fixture, from);
  g_autofree char *target = fixture_dup_path (fixture, to);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (source, &contents, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (target, contents, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
}

static void
run_with_older (Fixture    *fixture,
                const char *sql)
{
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  g_autofree char *older = fixture_dup_path (fixture, "older.db");
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS older; PRAGMA foreign_keys = OFF", older);
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
save_person (SdmRecordStore *store,
             const char     *family_name,
             const char     *words)
{
  g_autoptr (SdmRecordHead) head = make_real_head (0);
  g_autoptr (GBytes) body = make_body (words);
  g_autoptr (GError) error = NULL;

  set_text (&head->family_name, family_name);
  set_text (&head->birth_date, "1943-03-14");
  sdm_record_store_save_draft (store, head, body, &error);
  g_assert_no_error (error);
}

static void
close_store (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, &error);
  g_assert_no_error (error);
}

/* Alan Pell's draft, a copy of the file in older.db, and then another draft of his, and a new passphrase. */
static SdmRecordStore *
new_changed_store (Fixture *fixture)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  SdmRecordStore *store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmRecordAccess) access = new_access (NAME, NEW_WORDS);
  g_autoptr (GError) error = NULL;

  save_person (store, "Pell", "what Alan said");
  close_store (store);
  copy (fixture, "records.db", "older.db");
  assert_signs_in (store);
  save_person (store, "Quill", "what Alan said then");
  sdm_record_store_enrol (store, access, "GP", &error);
  g_assert_no_error (error);
  close_store (store);
  return store;
}

static void
assert_asked_once (Fixture        *fixture,
                   SdmRecordStore *store,
                   const char     *passphrase,
                   const char     *told)
{
  g_autofree char *before = fixture_ask (fixture, "records.db", "SELECT count (*) FROM audit");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sign_in (store, NAME, passphrase, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_OLDER);
  g_assert_nonnull (strstr (error->message, "sign in once more"));
  g_clear_error (&error);
  after = fixture_ask (fixture, "records.db", "SELECT count (*) FROM audit");
  g_assert_cmpstr (after, ==, before);
  sign_in (store, NAME, passphrase, &error);
  g_assert_no_error (error);
  assert_told (store, told);
}

static void
test_older_file (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_changed_store (fixture);

  copy (fixture, "older.db", "records.db");
  assert_asked_once (fixture, store, PASSPHRASE, "unlock () " NAME "; restore (older-file) " NAME "; ");

  /* Then it is as it is. */
  close_store (store);
  assert_signs_in (store);
}

/* What was worked with elsewhere is longer, but does not go through where these ended. */
static void
test_other_end (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_changed_store (fixture);
  g_autofree char *mark = fixture_dup_path (fixture, "records.db.mark");
  g_autofree char *kept = fixture_dup_path (fixture, "kept.mark");

  g_assert_cmpint (g_rename (mark, kept), ==, 0);
  copy (fixture, "older.db", "records.db");
  for (guint i = 0; i < 3; i++)
    {
      assert_signs_in (store);
      save_person (store, "Pell", "what Alan said elsewhere");
      close_store (store);
    }
  g_assert_cmpint (g_rename (kept, mark), ==, 0);
  assert_asked_once (fixture, store, PASSPHRASE, "unlock () " NAME "; restore (older-file) " NAME "; ");
}

typedef struct
{
  const char *name;
  const char *sql;
  const char *passphrase;
} ReplayCase;

static const ReplayCase replay_cases[] = {
  { "draft", "INSERT OR REPLACE INTO draft SELECT * FROM older.draft", NEW_WORDS },
  { "patient", "INSERT OR REPLACE INTO patient SELECT * FROM older.patient", NEW_WORDS },
  { "passphrase", "INSERT OR REPLACE INTO clinician SELECT * FROM older.clinician;"
                  "INSERT OR REPLACE INTO key_wrap SELECT * FROM older.key_wrap",
    PASSPHRASE },
};

static void
test_replayed (Fixture      *fixture,
               gconstpointer data)
{
  const ReplayCase *c = data;
  g_autoptr (SdmRecordStore) store = new_changed_store (fixture);

  run_with_older (fixture, c->sql);
  assert_asked_once (fixture, store, c->passphrase, "unlock () " NAME "; check (changed-while-closed) " NAME "; ");
}

/* A mark that is damaged or another store's tells nothing; a backup that is put back is meant. */
static void
test_not_asked (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_changed_store (fixture);
  g_autofree char *mark = fixture_dup_path (fixture, "records.db.mark");
  g_autofree char *older = fixture_dup_path (fixture, "older.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (mark, "evenhand-mark 1\nthat is none\n", -1, NULL));
  sign_in (store, NAME, NEW_WORDS, &error);
  g_assert_no_error (error);
  close_store (store);

  sdm_record_store_take_access (store, new_access (NAME, PASSPHRASE));
  sdm_record_store_restore (store, older, &error);
  g_assert_no_error (error);
  assert_signs_in (store);
  assert_listed (store, "Alan");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/threat/15-older-file-put-back", test_older_file);
  fixture_add ("/records/older/other-end", test_other_end);
  for (gsize i = 0; i < G_N_ELEMENTS (replay_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/threat/15-older-row-put-back/", replay_cases[i].name, NULL);

      g_test_add (path, Fixture, &replay_cases[i], fixture_set_up, test_replayed, fixture_tear_down);
    }
  fixture_add ("/records/older/not-asked", test_not_asked);

  return g_test_run ();
}
