/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-staff.h"

#define OTHER     "Tom Marsh"
#define OTHER_TOO "four words in a row"

/* A store with a patient, whose first clinician is signed in. */
static SdmRecordStore *
new_store_in_use (Fixture           *fixture,
                  SdmRecordRecovery *recovery)
{
  SdmRecordStore *store = new_real_store (fixture);
  g_autoptr (GError) error = NULL;

  found (store, recovery);
  assert_signs_in (store);
  confirm (store, recovery, &error);
  g_assert_no_error (error);
  save (store, "real", &error);
  g_assert_no_error (error);
  return store;
}

static void
enrol (SdmRecordStore *store,
       const char     *name,
       const char     *passphrase)
{
  g_autoptr (SdmRecordAccess) access = new_access (name, passphrase);
  g_autoptr (GError) error = NULL;

  sdm_record_store_enrol (store, access, "Nurse", &error);
  g_assert_no_error (error);
}

static void
assert_signs_in_as (SdmRecordStore *store,
                    const char     *name,
                    const char     *passphrase)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  sign_in (store, name, passphrase, &error);
  g_assert_no_error (error);
  assert_listed (store, "Alan");
}

static char *told; /* what the chain tells: code, outcome, who; the last first */

static gboolean
look_at_chain (SdmRecordFile **file,
               SdmRecordJob   *job,
               GError        **error)
{
  g_autoptr (GPtrArray) events = sdm_record_audit_list (*file, NULL, error);
  GString *text = g_string_new (NULL);

  for (guint i = events->len; i > 0; i--)
    {
      const SdmRecordEvent *event = g_ptr_array_index (events, i - 1);

      g_string_append_printf (text, "%s (%s) %s; ", event->code, event->outcome != NULL ? event->outcome : "",
                              event->name != NULL ? event->name : "nobody");
    }
  g_free (told);
  told = g_string_free (text, FALSE);
  return TRUE;
}

static void
assert_told (SdmRecordStore *store,
             const char     *beginning)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_record_store_run (store, look_at_chain, &error));
  if (!g_str_has_prefix (told, beginning))
    g_error ("told was: %s", told);
}

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
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/records/staff/enrol", test_enrol);
  fixture_add ("/records/staff/new-passphrase", test_new_passphrase);
  add_cases ("/records/staff/recover/", recover_cases, test_recover);

  return g_test_run ();
}
