/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include "sdm-record-approval-private.h"
#include "sdm-record-staff.h"

/* An aid with two figures that were read second-hand. */
static const char *const accepted[] = { "allergy", "burst", NULL };
static const char *const nothing[] = { NULL };

static SdmAid *
load_aid (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "decision-aids", "acute-otitis-media", "aid.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SdmAid *aid = sdm_aid_load (file, NULL, &error);

  g_assert_no_error (error);
  return aid;
}

/* The same, with a space more. */
static SdmAid *
change_aid (SdmAid *aid)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) all = NULL;
  g_autoptr (GError) error = NULL;
  SdmAid *changed;

  g_byte_array_append (bytes, g_bytes_get_data (sdm_aid_get_bytes (aid), NULL), (guint) g_bytes_get_size (sdm_aid_get_bytes (aid)));
  g_byte_array_append (bytes, (const guint8 *) " ", 1);
  all = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  changed = sdm_aid_new_from_bytes (all, "aid.json", &error);
  g_assert_no_error (error);
  return changed;
}

static SdmRecordApproval *
get_approval (SdmRecordStore *store,
              SdmAid         *aid)
{
  g_autoptr (GError) error = NULL;
  SdmRecordApproval *approval = sdm_record_store_get_approval (store, sdm_aid_get_sha256 (aid), &error);

  g_assert_no_error (error);
  return approval;
}

static void
assert_signed (SdmRecordStore *store,
               SdmAid         *aid,
               guint           n_signatures,
               gboolean        is_complete)
{
  g_autoptr (SdmRecordApproval) approval = get_approval (store, aid);

  g_assert_cmpstr (approval->sha256, ==, sdm_aid_get_sha256 (aid));
  g_assert_cmpuint (approval->signatures->len, ==, n_signatures);
  g_assert_cmpint (sdm_record_approval_is_complete (approval), ==, is_complete);
}

static void
sign (SdmRecordStore *store,
      SdmAid         *aid)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_approve (store, aid, accepted, &error);
  g_assert_no_error (error);
}

static void
test_two_people (Fixture      *fixture,
                 gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmAid) aid = load_aid ();
  g_autoptr (SdmAid) changed = change_aid (aid);
  g_autoptr (SdmRecordApproval) approval = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const SdmRecordSignature *second;
  g_autofree char          *told = g_strdup_printf ("approve (acute-otitis-media 0.1.0 %s) " NAME "; ", sdm_aid_get_sha256 (aid));
  g_autoptr (GError) error = NULL;

  enrol (store, OTHER, OTHER_TOO);
  assert_signed (store, aid, 0, FALSE);
  sign (store, aid);
  assert_told (store, told);
  assert_signed (store, aid, 1, FALSE);

  /* Not twice by the same. */
  g_assert_false (sdm_record_store_approve (store, aid, accepted, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_EXISTS);
  g_clear_error (&error);
  assert_signed (store, aid, 1, FALSE);

  sdm_record_store_close (store, NULL);
  sign_in (store, OTHER, OTHER_TOO, &error);
  g_assert_no_error (error);
  sign (store, aid);
  approval = get_approval (store, aid);
  g_assert_true (sdm_record_approval_is_complete (approval));
  g_assert_cmpstr (approval->aid_version, ==, "0.1.0");
  second = g_ptr_array_index (approval->signatures, 1);
  g_assert_cmpstr (second->name, ==, OTHER);
  g_assert_cmpstr (second->role, ==, "Nurse");
  g_assert_true (g_strv_equal ((const char *const *) second->accepted, accepted));

  /* To the byte. */
  assert_signed (store, changed, 0, FALSE);
  all = sdm_record_store_list_approvals (store, &error);
  g_assert_cmpuint (all->len, ==, 1);
  sdm_record_store_verify (store, &error);
  g_assert_no_error (error);
}

static void
test_each_figure (Fixture      *fixture,
                  gconstpointer data)
{
  static const char *const        one[] = { "burst", NULL };
  static const char *const        too_many[] = { "allergy", "burst", "pain-day", NULL };
  static const char *const        unknown[] = { "allergy", "burst", "a", NULL };
  static const char *const *const lists[] = { nothing, one, too_many, unknown };
  static const char *const        words[] = { "“burst”", "“allergy”", "“pain-day”", "“a”" };
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmAid) aid = load_aid ();

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sdm_record_store_approve (store, aid, lists[i], &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, words[i]));
    }
  assert_signed (store, aid, 0, FALSE);
}

/* Approvals stand among the aids, and go over to a new key as these do. */
static void
test_with_a_new_key (Fixture      *fixture,
                     gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmAid) aid = load_aid ();
  g_autoptr (SdmAid) changed = change_aid (aid);
  g_autofree char *sha256 = sdm_record_store_put_aid (store, sdm_aid_get_bytes (aid), NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  enrol (store, OTHER, OTHER_TOO);
  sign (store, aid);
  sdm_record_store_rotate (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_signed (store, aid, 1, FALSE);
  sign (store, changed);
  sdm_record_store_verify (store, &error);
  g_assert_no_error (error);
  bytes = sdm_record_store_get_aid (store, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, sdm_aid_get_bytes (aid)));
}

static void
test_serial_form (void)
{
  g_autoptr (GBytes) junk = g_bytes_new ("junk", 4);
  g_autoptr (SdmRecordApproval) none = sdm_record_approval_deserialise (junk);

  g_assert_null (none);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/records/approvals/two-people", test_two_people);
  fixture_add ("/records/approvals/each-figure", test_each_figure);
  fixture_add ("/records/approvals/with-a-new-key", test_with_a_new_key);
  g_test_add_func ("/records/approvals/serial-form", test_serial_form);

  return g_test_run ();
}
