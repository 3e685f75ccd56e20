/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include <string.h>

#include "sdm-record-pair-private.h"
#include "sdm-record-rotation-private.h"
#include "sdm-record-staff.h"

/* What a window asks: nothing of it waits, and all of it is done on the worker. */

#define NEW_ONE "three words and one more"

static char *
describe_staff (SdmRecordStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SdmRecordStaff) staff = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  sdm_record_store_list_staff_async (store, keep_result_cb, &result);
  staff = sdm_record_store_list_staff_finish (store, wait_for_result (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < staff->people->len; i++)
    {
      const SdmRecordColleague *one = g_ptr_array_index (staff->people, i);

      g_string_append_printf (text, "%s%s (%s)%s; ", one->name, one->is_self ? "*" : "", one->role, one->is_outdated ? " outdated" : "");
    }
  g_string_append (text, staff->code_is_outdated ? "code outdated" : "");
  return g_string_free (text, FALSE);
}

static void
assert_staff (SdmRecordStore *store,
              const char     *expected)
{
  g_autofree char *text = describe_staff (store);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
let_in (SdmRecordStore *store,
        const char     *name,
        const char     *passphrase,
        GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sdm_record_store_enrol_async (store, new_access (name, passphrase), "Nurse", keep_result_cb, &result);
  return sdm_record_store_enrol_finish (store, wait_for_result (&result), error);
}

static void
test_enrol (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  assert_staff (store, NAME "* (GP); ");
  g_assert_true (let_in (store, OTHER, OTHER_TOO, &error));
  g_assert_no_error (error);
  assert_staff (store, NAME "* (GP); " OTHER " (Nurse); ");

  /* One's own name changes nothing here: nobody was asked for the passphrase of now. */
  g_assert_false (let_in (store, "dr amina  ROWE", OTHER_TOO, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (let_in (store, OTHER, NEW_ONE, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (let_in (store, "Somebody", "short", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  assert_signs_in_as (store, OTHER, OTHER_TOO);
  assert_staff (store, NAME " (GP); " OTHER "* (Nurse); ");
  assert_signs_in_as (store, NAME, PASSPHRASE);
}

static gboolean
change_passphrase (SdmRecordStore *store,
                   const char     *own,
                   const char     *passphrase,
                   GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  /* The names do not count. */
  sdm_record_store_change_passphrase_async (store, new_access ("", own), new_access (OTHER, passphrase), keep_result_cb, &result);
  return sdm_record_store_change_passphrase_finish (store, wait_for_result (&result), error);
}

static void
test_change_passphrase (Fixture      *fixture,
                        gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  /* Whoever finds the computer open guesses as slowly as at the door. */
  for (guint i = 0; i < 4; i++)
    {
      g_assert_false (change_passphrase (store, OTHER_TOO, NEW_ONE, &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
      g_assert_nonnull (strstr (error->message, i < 3 ? "not the passphrase that you sign in with" : "too many tries"));
      g_clear_error (&error);
    }
  sdm_record_store_close (store, NULL);
  fixture_change (fixture, "UPDATE attempt SET last_us = 0");
  assert_signs_in_as (store, NAME, PASSPHRASE);
  assert_told (store, "unlock () " NAME "; unlock-failed (3) " NAME "; ");

  g_assert_false (change_passphrase (store, PASSPHRASE, "short", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (change_passphrase (store, PASSPHRASE, NEW_ONE, &error));
  g_assert_no_error (error);
  assert_staff (store, NAME "* (GP); ");
  sdm_record_store_close (store, NULL);
  assert_locked (store, NAME, PASSPHRASE);
  assert_signs_in_as (store, NAME, NEW_ONE);
}

/* A file from before public keys were kept */

static gboolean
drop_public_keys (SdmRecordFile **file,
                  SdmRecordJob   *job,
                  GError        **error)
{
  guint8 id[SDM_RECORD_ID_SIZE];
  g_autoptr (GBytes) person = NULL;
  g_autoptr (GBytes) code = NULL;

  g_assert_true (sdm_record_id_parse ((*file)->clinician, id));
  person = sdm_record_pair_seal (*file, "clinician.body", id, NAME, "GP", NULL);
  code = sdm_record_pair_seal (*file, "recovery.body", (*file)->id, "ABCDE", "FGHJK", NULL);
  return sdm_record_connection_run ((*file)->db, SDM_RECORD_SAVING, error, "UPDATE clinician SET body = $1", "b",
                                    g_bytes_get_data (person, NULL), g_bytes_get_size (person)) &&
         sdm_record_connection_run ((*file)->db, SDM_RECORD_SAVING, error, "UPDATE recovery SET body = $1", "b",
                                    g_bytes_get_data (code, NULL), g_bytes_get_size (code));
}

static void
test_outdated (Fixture      *fixture,
               gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_auto (SdmRecordRecovery) renewed = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (SdmRecordPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_run (store, drop_public_keys, &error));
  assert_staff (store, NAME "* (GP) outdated; code outdated");
  g_assert_false (sdm_record_store_rotate (store, NULL, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED);
  g_clear_error (&error);

  sdm_record_store_renew_all_async (store, new_access ("", OTHER_TOO), new_access ("", OTHER_TOO), keep_result_cb, &result);
  g_assert_null (sdm_record_store_renew_all_finish (store, wait_for_result (&result), &renewed, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (renewed.code);

  /* The passphrase may stay as it is. */
  sdm_record_store_renew_all_async (store, new_access ("", PASSPHRASE), new_access ("", PASSPHRASE), keep_result_cb, &second);
  person = sdm_record_store_renew_all_finish (store, wait_for_result (&second), &renewed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->name, ==, NAME);
  g_assert_false (person->is_confirmed);
  g_assert_nonnull (renewed.code);
  assert_staff (store, NAME "* (GP); ");
  sdm_record_store_rotate (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_signs_in_as (store, NAME, PASSPHRASE);
}

/* With the code */

static void
test_recover (Fixture      *fixture,
              gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_auto (SdmRecordRecovery) renewed = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (SdmRecordPerson) person = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  sdm_record_store_take_access (store, sdm_record_access_new_for_code (recovery.code, NULL));
  g_assert_true (sdm_record_store_open (store, &error));
  sdm_record_store_list_staff_async (store, keep_result_cb, &result);
  g_assert_null (sdm_record_store_list_staff_finish (store, wait_for_result (&result), &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED);
  g_clear_error (&error);

  sdm_record_store_recover_async (store, new_access (NAME, NEW_ONE), NULL, keep_result_cb, &second);
  person = sdm_record_store_recover_finish (store, wait_for_result (&second), &renewed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->name, ==, NAME);
  g_assert_nonnull (renewed.code);
  assert_staff (store, NAME "* (GP); ");
  assert_signs_in_as (store, NAME, NEW_ONE);
}

/* Changing the key */

typedef struct
{
  Progress        seen;
  SdmRecordStore *store;
  GCancellable   *cancellable; /* nullable: cancelled after the first step */
  gboolean        closes;      /* the store, after the first step */
} Change;

static void
progress_cb (gint64   done,
             gint64   all,
             gpointer user_data)
{
  Change *change = user_data;

  note_progress (&change->seen, done, all);
  if (change->seen.n_calls > 1)
    return;
  if (change->cancellable != NULL)
    g_cancellable_cancel (change->cancellable);
  if (change->closes)
    sdm_record_store_close_async (change->store, NULL, NULL, NULL);
}

static gboolean
change_key (SdmRecordStore    *store,
            SdmRecordKeyChange kind,
            const char        *leaver,
            Change            *change,
            GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  change->store = store;
  sdm_record_store_change_key_async (store, kind, leaver, "has moved away", change->cancellable, progress_cb, change,
                                     keep_result_cb, &result);
  return sdm_record_store_change_key_finish (store, wait_for_result (&result), error);
}

static void
assert_changes_key (SdmRecordStore    *store,
                    SdmRecordKeyChange kind,
                    const char        *leaver,
                    gboolean           does_something)
{
  Change change = { { 0 } };
  g_autoptr (GError) error = NULL;

  g_assert_true (change_key (store, kind, leaver, &change, &error));
  g_assert_no_error (error);
  g_assert_cmpint (change.seen.done, ==, change.seen.all);
  g_assert_cmpint (change.seen.n_calls > 0, ==, does_something);
}

static void
assert_epoch (Fixture        *fixture,
              SdmRecordStore *store,
              const char     *expected)
{
  assert_epochs (fixture, store, "SELECT group_concat (DISTINCT hex (substr (body, 5, 4))) FROM draft", expected);
  assert_signs_in_as (store, NAME, PASSPHRASE);
}

static void
test_change_key (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Change stopped = { .cancellable = cancellable };
  Change closed = { .closes = TRUE };
  Change refused = { { 0 } };
  g_autoptr (GError) error = NULL;

  enrol (store, OTHER, OTHER_TOO);

  /* Nothing was begun, so nothing goes on. */
  assert_changes_key (store, SDM_RECORD_KEY_CHANGE_GO_ON, NULL, FALSE);
  assert_epoch (fixture, store, "01000000");

  /* Stopped by hand, it goes on when it is asked for, and begins nothing anew. */
  g_assert_false (change_key (store, SDM_RECORD_KEY_CHANGE_ROTATE, NULL, &stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_rotating (store, TRUE);
  assert_changes_key (store, SDM_RECORD_KEY_CHANGE_ROTATE, NULL, TRUE);
  assert_rotating (store, FALSE);
  assert_epoch (fixture, store, "02000000");

  /* Cut off by locking, while somebody leaves: who left is out already. */
  g_assert_false (change_key (store, SDM_RECORD_KEY_CHANGE_DISMISS, OTHER, &closed, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
  g_clear_error (&error);
  assert_locked (store, OTHER, OTHER_TOO);
  assert_signs_in (store);
  assert_rotating (store, TRUE);
  assert_staff (store, NAME "* (GP); ");
  assert_changes_key (store, SDM_RECORD_KEY_CHANGE_GO_ON, NULL, TRUE);
  assert_rotating (store, FALSE);
  assert_epoch (fixture, store, "03000000");

  g_assert_false (change_key (store, SDM_RECORD_KEY_CHANGE_DISMISS, "nobody", &refused, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  assert_rotating (store, FALSE);
}

static gboolean
begin (SdmRecordFile **file,
       SdmRecordJob   *job,
       GError        **error)
{
  return sdm_record_rotation_begin (*file, NULL, NULL, error);
}

/* What was begun before is ended before somebody leaves. */
static void
test_leaver_meanwhile (Fixture      *fixture,
                       gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  enrol (store, OTHER, OTHER_TOO);
  g_assert_true (sdm_record_store_run (store, begin, &error));
  sdm_record_store_change_key_async (store, SDM_RECORD_KEY_CHANGE_DISMISS, OTHER, NULL, NULL, NULL, NULL, keep_result_cb, &result);
  g_assert_true (sdm_record_store_change_key_finish (store, wait_for_result (&result), &error));
  g_assert_no_error (error);
  assert_staff (store, NAME "* (GP); ");
  assert_epoch (fixture, store, "03000000");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/colleagues/enrol", test_enrol);
  fixture_add ("/records/colleagues/change-passphrase", test_change_passphrase);
  fixture_add ("/records/colleagues/outdated", test_outdated);
  fixture_add ("/records/colleagues/recover", test_recover);
  fixture_add ("/records/colleagues/change-key", test_change_key);
  fixture_add ("/records/colleagues/leaver-meanwhile", test_leaver_meanwhile);

  return g_test_run ();
}
