/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-upkeep.h"

/* The recovery code, and what it is good for. */

static void
sign_in_with_code (SdmRecordStore          *store,
                   const SdmRecordRecovery *recovery,
                   GError                 **error)
{
  SdmRecordAccess *access = sdm_record_access_new_for_code (recovery->code, error);

  g_assert_nonnull (access);
  sdm_record_store_take_access (store, access);
  sdm_record_store_open (store, error);
}

static void
assert_unconfirmed (GError    **error,
                    const char *words)
{
  g_assert_error (*error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_clear_error (error);
}

static gboolean
look_at_recovery (SdmRecordFile **file,
                  SdmRecordJob   *job,
                  GError        **error)
{
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);
  g_autoptr (GString) outcomes = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i);

      if (g_str_equal (event->code, "recovery"))
        g_string_append_printf (outcomes, "%s ", event->outcome);
    }
  g_assert_cmpstr (outcomes->str, ==, "confirmed used replaced confirmed ");
  return TRUE;
}

/* Standards, 4: its use is audited and forces a new code. */
static void
test_recovery_code (Fixture      *fixture,
                    gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_auto (SdmRecordRecovery) second = { NULL };
  g_autofree char *path = fixture_dup_path (fixture, "backup.db");
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  sign_in_with_code (store, &recovery, &error);
  g_assert_no_error (error);
  g_assert_null (sdm_record_store_list_drafts (store, &error));
  assert_unconfirmed (&error, "make a new one before anything else");
  g_assert_false (save (store, "real", &error));
  assert_unconfirmed (&error, "before anything else");
  g_assert_false (sdm_record_store_backup (store, path, &error));
  assert_unconfirmed (&error, "before anything else");
  confirm (store, &recovery, &error);
  assert_unconfirmed (&error, "before anything else");

  g_assert_true (sdm_record_store_renew_code (store, &second, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (second.code, !=, recovery.code);
  assert_listed (store, "Alan");
  g_assert_false (save (store, "real", &error));
  assert_unconfirmed (&error, "not been typed back");
  confirm (store, &second, &error);
  g_assert_no_error (error);
  g_assert_true (save (store, "real", &error));
  g_assert_true (sdm_record_store_run (store, look_at_recovery, &error));
  sdm_record_store_close (store, NULL);

  sign_in_with_code (store, &recovery, &error);
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
  g_clear_error (&error);
  sign_in_with_code (store, &second, &error);
  g_assert_no_error (error);
}

/* Who signs in with a passphrase after that is told, too. */
static void
test_used_recovery_code (Fixture      *fixture,
                         gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  sign_in_with_code (store, &recovery, &error);
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);

  assert_signs_in (store);
  assert_listed (store, "Alan");
  g_assert_false (save (store, "real", &error));
  assert_unconfirmed (&error, "was used");
  confirm (store, &recovery, &error);
  assert_unconfirmed (&error, "was used");
}

/* It stands nowhere else once it was told. */
static void
test_groups_are_told_again (Fixture      *fixture,
                            gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  assert_signs_in (store);
  words = g_strdup_printf ("Groups %u and %u of the recovery code", recovery.groups[0], recovery.groups[1]);
  g_assert_false (sdm_record_store_confirm (store, "", "", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static gboolean
restore (SdmRecordStore  *store,
         const char      *path,
         SdmRecordAccess *access, /* taken */
         GError         **error)
{
  sdm_record_store_take_access (store, access);
  return sdm_record_store_restore (store, path, error);
}

/* Standards, 3: a backup is put back with a passphrase and with the recovery code. */
static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *path = fixture_dup_path (fixture, "backup.db");
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_backup (store, path, &error));
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);

  g_assert_false (restore (store, path, new_access (NAME, "a guess at the words"), &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (restore (store, path, new_access (NAME, PASSPHRASE), &error));
  assert_signs_in (store);
  assert_listed (store, "Alan");
  g_assert_true (save (store, "real", &error));
  sdm_record_store_close (store, NULL);

  g_assert_true (restore (store, path, sdm_record_access_new_for_code (recovery.code, NULL), &error));
  g_assert_no_error (error);
  assert_signs_in (store);
  assert_listed (store, "Alan");
  g_assert_false (save (store, "real", &error));
  assert_unconfirmed (&error, "was used");
}

/* Whether it was typed back stands beside the seal, so that not every save need open it. */
static void
test_confirmed_is_enough (Fixture      *fixture,
                          gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_founded_store (fixture, &recovery);
  g_autoptr (GError) error = NULL;

  assert_signs_in (store);
  confirm (store, &recovery, &error);
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);
  fixture_change (fixture, "UPDATE recovery SET body = zeroblob (320)");
  assert_signs_in_changed (store);
  g_assert_true (save (store, "real", &error));
  g_assert_no_error (error);
}

static void
test_wrong_recovery_code (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sdm_record_access_new_for_code ("000G0-40R47-0M30J-E209D-185GT-R38E7-1W81Q-24GK4", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Group 6"));
  g_clear_error (&error);
  g_assert_null (sdm_record_access_new_for_code ("000G0", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/recovery/code", test_recovery_code);
  fixture_add ("/records/recovery/used", test_used_recovery_code);
  fixture_add ("/records/recovery/groups-are-told-again", test_groups_are_told_again);
  fixture_add ("/records/recovery/restore", test_restore);
  fixture_add ("/records/recovery/wrong", test_wrong_recovery_code);
  fixture_add ("/records/recovery/confirmed-is-enough", test_confirmed_is_enough);

  return g_test_run ();
}
