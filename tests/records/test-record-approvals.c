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

/* How an aid stands */

static void
assert_state (GPtrArray             *approvals,
              const char            *version,
              const char            *sha256,
              SdmRecordApprovalState expected,
              const char            *words)
{
  const SdmRecordApproval     *found;
  const SdmRecordApprovalState state = sdm_record_approvals_judge (approvals, "ears", version, sha256, &found);
  g_autofree char             *text = sdm_record_approval_describe (state, found);

  g_assert_cmpint (state, ==, expected);
  g_assert_nonnull (strstr (text, words));
}

static void
add_signed (GPtrArray  *approvals,
            const char *version,
            const char *sha256,
            guint       n_signatures)
{
  static const char *const names[] = { NAME, OTHER };
  SdmRecordApproval       *approval = sdm_record_approval_new (sha256);

  approval->aid_id = g_strdup ("ears");
  approval->aid_version = g_strdup (version);
  for (guint i = 0; i < n_signatures; i++)
    sdm_record_approval_sign (approval, names[i], names[i], "", (i + 1) * G_TIME_SPAN_DAY, nothing);
  g_ptr_array_add (approvals, approval);
}

static void
test_states (void)
{
  g_autoptr (GPtrArray) approvals = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_record_approval_free);

  assert_state (approvals, "2", "aa", SDM_RECORD_NOT_APPROVED, "have not signed");
  add_signed (approvals, "1", "00", 2);
  assert_state (approvals, "2", "aa", SDM_RECORD_OTHER_VERSION_APPROVED, "signed version 1, not this one");
  add_signed (approvals, "2", "aa", 1);
  assert_state (approvals, "2", "aa", SDM_RECORD_SIGNED_ONCE, NAME " signed it on 2\u00a0January\u00a01970");
  add_signed (approvals, "2", "bb", 2);
  assert_state (approvals, "2", "aa", SDM_RECORD_CHANGED_SINCE, "Changed since");
  add_signed (approvals, "2", "aa", 2);
  assert_state (approvals, "2", "aa", SDM_RECORD_APPROVED, "Approved here on 3\u00a0January\u00a01970, by " NAME " and " OTHER ".");
  assert_state (approvals, "2", "cc", SDM_RECORD_CHANGED_SINCE, "Changed since");
}

static void
test_withdraw (Fixture      *fixture,
               gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (SdmAid) aid = load_aid ();
  g_autofree char *told = g_strdup_printf ("approve-withdraw (acute-otitis-media 0.1.0 %s) " OTHER "; ", sdm_aid_get_sha256 (aid));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_withdraw_approval (store, sdm_aid_get_sha256 (aid), "why not", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  sdm_record_store_approve_async (store, aid, accepted, keep_result_cb, &result);
  g_assert_true (sdm_record_store_approve_finish (store, wait_for_result (&result), &error));
  g_assert_no_error (error);
  enrol (store, OTHER, OTHER_TOO);

  /* Somebody else than who signed may, for a reason. */
  sdm_record_store_close (store, NULL);
  g_assert_true (sign_in (store, OTHER, OTHER_TOO, &error));
  g_assert_false (sdm_record_store_withdraw_approval (store, sdm_aid_get_sha256 (aid), "  ", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);
  assert_signed (store, aid, 1, FALSE);
  sdm_record_store_withdraw_approval_async (store, sdm_aid_get_sha256 (aid), "a figure is out of date", keep_result_cb, &second);
  g_assert_true (sdm_record_store_withdraw_approval_finish (store, wait_for_result (&second), &error));
  g_assert_no_error (error);
  assert_told (store, told);
  sdm_record_store_list_approvals_async (store, NULL, keep_result_cb, &listed);
  all = sdm_record_store_list_approvals_finish (store, wait_for_result (&listed), &error);
  g_assert_cmpuint (all->len, ==, 0);
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
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/threat/06-aid-changed-after-approval", test_two_people);
  fixture_add ("/records/approvals/each-figure", test_each_figure);
  fixture_add ("/records/approvals/with-a-new-key", test_with_a_new_key);
  fixture_add ("/records/approvals/withdraw", test_withdraw);
  g_test_add_func ("/records/approvals/states", test_states);
  g_test_add_func ("/records/approvals/serial-form", test_serial_form);

  return g_test_run ();
}
