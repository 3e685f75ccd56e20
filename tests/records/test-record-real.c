/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include <glib/gstdio.h>

#include "fault-vfs.h"
#include "sdm-record-audit-private.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-seal-private.h"
#include "sdm-record-sign-in.h"
#include "sdm-record-upkeep.h"

static void
test_first_use (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_real_store (fixture);
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordHead) head = make_real_head (0);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_open (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);

  found (store, &recovery);
  g_assert_cmpuint (strlen (recovery.code), ==, 47);
  assert_signs_in (store);

  /* No patient before the code was typed back. */
  g_assert_false (save (store, "real", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED);
  g_clear_error (&error);
  sdm_record_store_confirm (store, "00000", "00000", &error);
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (save (store, "real", NULL));
  confirm (store, &recovery, &error);
  g_assert_no_error (error);
  g_assert_true (save (store, "real", &error));
  g_assert_no_error (error);

  sdm_record_store_close (store, NULL);
  assert_signs_in (store);
  sdm_record_store_load (store, head->id, NULL, &body, &error);
  g_assert_no_error (error);
  assert_body (body, "what Alan said");
  g_assert_true (sdm_record_store_verify (store, &error));
  g_assert_no_error (error);
}

static void
test_not_twice (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SdmRecordAccess) access = new_access (NAME, PASSPHRASE);
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_auto (SdmRecordRecovery) second = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_found (store, access, "GP", &second, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS);
  assert_signs_in (store);
}

/* A journal whose file was moved away would be played into the new one. */
static void
test_not_over_a_journal (Fixture      *fixture,
                         gconstpointer data)
{
  static const char *const journals[] = { "records.db-wal", "records.db-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (journals); i++)
    {
      g_autoptr (SdmRecordStore) store = new_real_store (fixture);
      g_autoptr (SdmRecordAccess) access = new_access (NAME, PASSPHRASE);
      g_auto (SdmRecordRecovery) recovery = { NULL };
      g_autofree char *path = fixture_dup_path (fixture, journals[i]);
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, "of something", -1, NULL));
      g_assert_false (sdm_record_store_found (store, access, "GP", &recovery, &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

typedef struct
{
  const char *label;
  const char *name;
  const char *passphrase;
} LockedCase;

static const LockedCase locked_cases[] = {
  { "wrong-passphrase", NAME, "correct horse battery stable" },
  { "cut-passphrase", NAME, "correct horse battery stapl" },
  { "no-passphrase", NAME, "" },
  { "other-name", "Dr Somebody Else", PASSPHRASE },
  { "no-name", "", PASSPHRASE },
};

static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  const LockedCase *c = data;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  assert_locked (store, c->name, c->passphrase);
  g_assert_null (sdm_record_store_list_drafts (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);

  /* However the name is spelt. */
  g_assert_true (sign_in (store, "dr amina  ROWE", PASSPHRASE, NULL));
}

static void
test_nothing_to_sign_in_with (Fixture      *fixture,
                              gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_open (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
}

typedef struct
{
  const char *name;
  const char *sql;
} TamperedCase;

static const TamperedCase tampered_cases[] = {
  { "cheaper", "UPDATE key_wrap SET passes = 1 WHERE passes > 0" },
  { "less-memory", "UPDATE key_wrap SET memory_kib = 8 WHERE passes > 0" },
  { "far-dearer", "UPDATE key_wrap SET memory_kib = 4000000000" },
  { "salt", "UPDATE key_wrap SET salt = zeroblob (16)" },
  { "box", "UPDATE key_wrap SET box = zeroblob (72)" },
  { "version", "UPDATE key_wrap SET version = 2" },
  { "cut-short", "PRAGMA ignore_check_constraints = ON; UPDATE key_wrap SET box = zeroblob (71)" },
  { "of-the-recovery-code", "UPDATE key_wrap SET box = (SELECT box FROM key_wrap WHERE passes = 0)" },
  { "gone", "DELETE FROM key_wrap" },
};

static void
test_tampered_wrap (Fixture      *fixture,
                    gconstpointer data)
{
  const TamperedCase *c = data;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);

  fixture_change (fixture, c->sql);
  assert_locked (store, NAME, PASSPHRASE);
}

/* Threat 17: guessing gets slower, and is told to whoever signs in next. */
static void
test_guessing (Fixture      *fixture,
               gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autofree char *failures = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    assert_locked (store, NAME, "a guess at the words");
  failures = fixture_ask (fixture, "records.db", "SELECT failures FROM attempt");
  g_assert_cmpstr (failures, ==, "3");

  /* Now even the right one has to wait. As many failures as make it long enough for a slow machine. */
  fixture_change (fixture, "UPDATE attempt SET failures = 40");
  g_assert_false (sign_in (store, NAME, PASSPHRASE, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "too many tries"));

  fixture_change (fixture, "UPDATE attempt SET last_us = last_us - 300000001");
  assert_signs_in (store);
  sdm_record_store_close (store, NULL);
  g_clear_pointer (&failures, g_free);
  failures = fixture_ask (fixture, "records.db", "SELECT failures FROM attempt");
  g_assert_cmpstr (failures, ==, "0");
}

/* A wrong passphrase is not told as one when the disk does not take that it was tried. */
static void
test_guess_is_not_counted (Fixture      *fixture,
                           gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  fault_vfs_register ();
  fault_vfs_reset ();
  fault_vfs_set (FAULT_FULL, 1);
  g_assert_false (sign_in (store, NAME, "a guess at the words", &error));
  g_assert_true (fault_vfs_is_hit ());
  fault_vfs_reset ();
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL);
  assert_signs_in (store);
}

/* What the chain says of it. */
static gboolean
look_at_chain (SdmRecordFile **file,
               SdmRecordJob   *job,
               GError        **error)
{
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);
  const SdmRecordEvent *first;
  const SdmRecordEvent *second;
  const SdmRecordEvent *third;

  g_assert_cmpuint (events->len, ==, 3);
  first = g_ptr_array_index (events, 0);
  second = g_ptr_array_index (events, 1);
  third = g_ptr_array_index (events, 2);
  g_assert_cmpstr (first->code, ==, "enrol");
  g_assert_cmpstr (first->name, ==, NAME);
  g_assert_cmpstr (second->code, ==, "unlock-failed");
  g_assert_cmpstr (second->outcome, ==, "1");
  g_assert_cmpstr (third->code, ==, "unlock");
  g_assert_cmpstr (third->name, ==, NAME);
  g_assert_cmpstr (third->role, ==, "GP");
  g_assert_nonnull (third->clinician);
  return TRUE;
}

static void
test_who_is_noted (Fixture      *fixture,
                   gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  assert_locked (store, NAME, "a guess at the words");
  assert_signs_in (store);
  g_assert_true (sdm_record_store_run (store, look_at_chain, &error));
  g_assert_no_error (error);
}

typedef struct
{
  const char *label;
  const char *name;
  const char *passphrase;
} BadCase;

static const BadCase bad_cases[] = {
  { "short-passphrase", NAME, "eleven char" },
  { "no-name", "", PASSPHRASE },
  { "name-without-a-letter", " - ", PASSPHRASE },
};

static void
test_not_founded (Fixture      *fixture,
                  gconstpointer data)
{
  const BadCase *c = data;
  g_autoptr (SdmRecordStore) store = new_real_store (fixture);
  g_autoptr (SdmRecordAccess) access = new_access (c->name, c->passphrase);
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_found (store, access, "GP", &recovery, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Practice and real */

static void
test_never_mixed (Fixture      *fixture,
                  gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autofree char *practice = fixture_dup_path (fixture, "practice.db");
  g_autofree char *real = fixture_dup_path (fixture, "records.db");
  g_autofree char *aside = fixture_dup_path (fixture, "aside.db");
  g_autoptr (GError) error = NULL;

  /* Both in one folder, at the same time. */
  assert_signs_in (store);
  confirm (store, &recovery, &error);
  g_assert_no_error (error);
  fixture_open (fixture);

  g_assert_false (save (fixture->store, "real", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_REAL_REFUSED);
  g_clear_error (&error);
  g_assert_false (save (store, "practice", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_PRACTICE_REFUSED);
  g_clear_error (&error);

  /* One under the name of the other. */
  fixture_close (fixture);
  sdm_record_store_close (store, NULL);
  g_assert_cmpint (g_rename (practice, aside), ==, 0);
  g_assert_cmpint (g_rename (real, practice), ==, 0);
  g_assert_cmpint (g_rename (aside, real), ==, 0);
  g_assert_false (sdm_record_store_open (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_false (sign_in (store, NAME, PASSPHRASE, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS);
}

/* With a key that was relabelled, the chain does not hold. */
static void
test_relabelled (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_real_store (fixture);
  g_autofree char *practice = fixture_dup_path (fixture, "practice.db");
  g_autofree char *real = fixture_dup_path (fixture, "records.db");
  sqlite3         *db = NULL;

  fixture_open (fixture);
  fixture_close (fixture);
  g_assert_cmpint (sqlite3_open (practice, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE store SET kind = 'real'", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_cmpint (g_rename (practice, real), ==, 0);
  assert_locked (store, NAME, PASSPHRASE);
}

static void
test_no_word_in_the_file (Fixture      *fixture,
                          gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  assert_signs_in (store);
  sdm_record_store_close (store, NULL);
  g_assert_true (g_file_get_contents (path, &contents, &size, &error));
  for (gsize i = 0; i + 4 < size; i++)
    {
      g_assert_cmpint (memcmp (contents + i, "Rowe", 4), !=, 0);
      g_assert_cmpint (memcmp (contents + i, "horse", 5), !=, 0);
      g_assert_cmpint (memcmp (contents + i, recovery.code, 5), !=, 0);
    }
}

/* Seals what a later version might, in the place of the clinician's name and role. */
static gboolean
write_later_clinician (SdmRecordFile **file,
                       SdmRecordJob   *job,
                       GError        **error)
{
  g_autoptr (GBytes) plain = make_body ("not two texts");
  g_autoptr (GBytes) sealed = NULL;
  SdmRecordPlace place;
  guint8         id[SDM_RECORD_ID_SIZE];

  g_assert_true (sdm_record_id_parse ((*file)->clinician, id));
  place = sdm_record_file_make_place (*file, "clinician.body", id, 0);
  sealed = sdm_record_seal ((*file)->keys, &place, plain);
  return sdm_record_connection_run ((*file)->db, SDM_RECORD_SAVING, error, "UPDATE clinician SET body = $1", "b",
                                    g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed));
}

static void
test_later_clinician (Fixture      *fixture,
                      gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  assert_signs_in (store);
  g_assert_true (sdm_record_store_run (store, write_later_clinician, &error));
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);
  g_assert_false (sign_in (store, NAME, PASSPHRASE, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NEWER);
}

/* For a window: what is asked of the worker. */

static SdmRecordPerson *
sign_in_async (SdmRecordStore *store,
               GCancellable   *cancellable,
               GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sdm_record_store_sign_in_async (store, new_access (NAME, PASSPHRASE), cancellable, keep_result_cb, &result);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);

  return sdm_record_store_sign_in_finish (store, wait_for_result (&result), error);
}

static gboolean
is_there (SdmRecordStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  sdm_record_store_look_async (store, keep_result_cb, &result);
  return sdm_record_store_look_finish (store, wait_for_result (&result));
}

static void
test_window (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_real_store (fixture);
  g_auto (SdmRecordRecovery) first = { NULL };
  g_auto (SdmRecordRecovery) second = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SdmRecordPerson) founder = NULL;
  g_autoptr (SdmRecordPerson) nobody = NULL;
  g_autoptr (SdmRecordPerson) renewed = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (is_there (store));
  sdm_record_store_found_async (store, new_access (NAME, PASSPHRASE), "GP", NULL, keep_result_cb, &result);
  founder = sdm_record_store_found_finish (store, wait_for_result (&result), &first, &error);
  g_assert_no_error (error);
  g_assert_true (is_there (store));
  g_assert_cmpstr (founder->name, ==, NAME);
  g_assert_cmpstr (founder->role, ==, "GP");
  g_assert_false (founder->is_confirmed);
  g_assert_cmpuint (founder->groups[0], ==, first.groups[0]);
  g_assert_cmpuint (founder->groups[1], ==, first.groups[1]);

  /* Who gave up is not in. */
  sdm_record_store_close (store, NULL);
  nobody = sign_in_async (store, cancellable, &error);
  g_assert_null (nobody);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sdm_record_store_list_drafts (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
  g_clear_error (&error);

  /* A new code takes the place of the one before. */
  sdm_record_person_free (founder);
  founder = sign_in_async (store, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  sdm_record_store_renew_code_async (store, keep_result_cb, &result);
  renewed = sdm_record_store_renew_code_finish (store, wait_for_result (&result), &second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (renewed->groups[1], ==, second.groups[1]);
  confirm (store, &first, &error);
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  confirm (store, &second, &error);
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);

  sdm_record_store_take_access (store, sdm_record_access_new_for_code (first.code, NULL));
  g_assert_false (sdm_record_store_open (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
  g_clear_error (&error);
  sdm_record_store_take_access (store, sdm_record_access_new_for_code (second.code, NULL));
  sdm_record_store_open (store, &error);
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);

  /* Who used it has no groups to type back. */
  g_clear_pointer (&renewed, sdm_record_person_free);
  renewed = sign_in_async (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (renewed->is_confirmed);
  g_assert_cmpuint (renewed->groups[0], ==, 0);
  sdm_record_store_verify (store, &error);
  g_assert_no_error (error);
}

#define add_cases(path, cases, label, func)                                           \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                                    \
    {                                                                                 \
      g_autofree char *name = g_strconcat (path, cases[i].label, NULL);               \
                                                                                      \
      g_test_add (name, Fixture, &cases[i], fixture_set_up, func, fixture_tear_down); \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/real/first-use", test_first_use);
  fixture_add ("/records/real/not-twice", test_not_twice);
  fixture_add ("/records/real/not-over-a-journal", test_not_over_a_journal);
  add_cases ("/records/real/locked/", locked_cases, label, test_locked);
  fixture_add ("/records/real/nothing-to-sign-in-with", test_nothing_to_sign_in_with);
  add_cases ("/records/real/tampered-wrap/", tampered_cases, name, test_tampered_wrap);
  fixture_add ("/threat/17-guessing", test_guessing);
  fixture_add ("/records/real/who-is-noted", test_who_is_noted);
  add_cases ("/records/real/not-founded/", bad_cases, label, test_not_founded);
  fixture_add ("/records/real/never-mixed", test_never_mixed);
  fixture_add ("/records/real/relabelled", test_relabelled);
  fixture_add ("/records/real/no-word-in-the-file", test_no_word_in_the_file);
  fixture_add ("/records/real/window", test_window);
  fixture_add ("/records/real/later-clinician", test_later_clinician);
  /* The last one, as what it registers stays. */
  fixture_add ("/threat/17-guess-on-a-full-disk", test_guess_is_not_counted);

  return g_test_run ();
}
