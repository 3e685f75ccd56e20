/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-staff.h"

/* Letting in */

static void
test_enrol (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmRecordAccess) taken = new_access ("dr amina  ROWE", OTHER_TOO);
  g_autoptr (SdmRecordAccess) brief = new_access ("Somebody", "short");
  g_autoptr (GError) error = NULL;

  enrol (store, OTHER, OTHER_TOO);
  assert_told (store, "enrol (" OTHER ") " NAME "; ");
  g_assert_false (sdm_record_store_enrol (store, brief, "GP", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);

  assert_signs_in_as (store, OTHER, OTHER_TOO);
  g_assert_false (sdm_record_store_enrol (store, taken, "GP", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS);
  assert_signs_in_as (store, NAME, PASSPHRASE);
}

/* With one's own name, a new passphrase; the role stays. */
static void
test_new_passphrase (Fixture      *fixture,
                     gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmRecordAccess) access = new_access (NAME, OTHER_TOO);
  g_autofree char *wraps = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_enrol (store, access, NULL, &error));
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);
  assert_locked (store, NAME, PASSPHRASE);
  assert_signs_in_as (store, NAME, OTHER_TOO);
  sdm_record_store_close (store, NULL);
  wraps = fixture_ask (fixture, "records.db", "SELECT group_concat (version) FROM key_wrap WHERE passes > 0");
  g_assert_cmpstr (wraps, ==, "2");
}

typedef struct
{
  const char *label;
  const char *name;
} RecoverCase;

static const RecoverCase recover_cases[] = {
  { "again", NAME },
  { "for-the-first-time", OTHER },
};

/* The code alone reads nothing; whoever has it is let in, and is somebody from then on. */
static void
test_recover (Fixture      *fixture,
              gconstpointer data)
{
  const RecoverCase *c = data;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_auto (SdmRecordRecovery) renewed = { NULL };
  g_auto (SdmRecordRecovery) none = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmRecordAccess) access = new_access (c->name, OTHER_TOO);
  g_autoptr (SdmRecordAccess) brief = new_access (c->name, "short");
  g_autofree char *expected = g_strdup_printf ("unlock () %s; lock () %s; draft-open () %s; ", c->name, c->name, c->name);
  g_autofree char *let_in = g_strdup_printf ("enrol (%s) nobody; recovery (replaced) nobody; unlock () nobody; recovery (used) nobody; ", c->name);
  g_autoptr (SdmRecordHead) head = make_real_head (0);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  sdm_record_store_take_access (store, sdm_record_access_new_for_code (recovery.code, NULL));
  g_assert_true (sdm_record_store_open (store, &error));
  g_assert_null (sdm_record_store_list_drafts (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED);
  g_clear_error (&error);

  /* What is refused leaves the code as it was. */
  g_assert_false (sdm_record_store_recover (store, brief, "GP", &none, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (none.code);

  g_assert_true (sdm_record_store_recover (store, access, "GP", &renewed, &error));
  g_assert_no_error (error);
  assert_told (store, let_in);
  g_assert_true (sdm_record_store_load (store, head->id, NULL, &body, &error));
  assert_signs_in_as (store, c->name, OTHER_TOO);
  assert_told (store, expected);

  sdm_record_store_close (store, NULL);
  sdm_record_store_take_access (store, sdm_record_access_new_for_code (recovery.code, NULL));
  g_assert_false (sdm_record_store_open (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
}

#define add_cases(path, cases, func)                                                  \
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

  fixture_add ("/records/staff/enrol", test_enrol);
  fixture_add ("/records/staff/new-passphrase", test_new_passphrase);
  add_cases ("/records/staff/recover/", recover_cases, test_recover);

  return g_test_run ();
}
