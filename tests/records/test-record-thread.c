/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "main-thread-guard.h"
#include "real-fixture.h"
#include "sdm-autosaver.h"
#include "sdm-record-find.h"
#include "sdm-record-sign-in.h"

/* The main thread asks, and is told; what is asked for is done on another. */

static SdmRecordHead *
make_document_cb (GBytes **body,
                  gpointer user_data)
{
  *body = make_body ("what Alan said");
  return make_head (0, "Alan");
}

static void
test_main_thread_stays_out (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (SdmAutosaver) saver = sdm_autosaver_new (fixture->store, make_document_cb, NULL, NULL);
  g_autoptr (SdmRecordHead) head = make_head (0, NULL);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (SdmRecordQuery) query = sdm_record_query_new (SDM_RECORD_QUERY_DRAFTS, NULL);
  g_autoptr (SdmRecordFound) drafts = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  guint n_crypto;

  sdm_record_store_open_async (fixture->store, NULL, keep_result_cb, &opened);
  sdm_record_store_open_finish (fixture->store, wait_for_result (&opened), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (main_thread_guard_count_database (), >, 0);

  n_crypto = main_thread_guard_count_crypto ();
  sdm_autosaver_touch (saver);
  sdm_autosaver_flush_async (saver, NULL, keep_result_cb, &saved);
  sdm_autosaver_flush_finish (saver, wait_for_result (&saved), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (main_thread_guard_count_crypto (), >=, n_crypto + 2); /* the head and the body */

  n_crypto = main_thread_guard_count_crypto ();
  sdm_record_store_load_async (fixture->store, head->id, NULL, keep_result_cb, &loaded);
  sdm_record_store_load_finish (fixture->store, wait_for_result (&loaded), NULL, &body, &error);
  g_assert_no_error (error);
  assert_body (body, "what Alan said");
  g_assert_cmpuint (main_thread_guard_count_crypto (), >=, n_crypto + 2);

  n_crypto = main_thread_guard_count_crypto ();
  sdm_record_store_find_async (fixture->store, query, NULL, keep_result_cb, &found);
  drafts = sdm_record_store_find_finish (fixture->store, wait_for_result (&found), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->heads->len, ==, 1);
  g_assert_cmpuint (main_thread_guard_count_crypto (), >=, n_crypto + 1);
}

/* Records of real patients, for whom a key is made of a passphrase. */
static void
test_signing_in (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (SdmRecordStore) store = new_real_store (fixture);
  g_autoptr (SdmRecordAccess) access = new_access (NAME, PASSPHRASE);
  g_autoptr (GAsyncResult) signed_in = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordPerson) person = NULL;
  const guint n_crypto = main_thread_guard_count_crypto ();
  g_autoptr (GError) error = NULL;

  found (store, &recovery);
  sdm_record_store_sign_in_async (store, g_steal_pointer (&access), NULL, keep_result_cb, &signed_in);
  person = sdm_record_store_sign_in_finish (store, wait_for_result (&signed_in), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (main_thread_guard_count_crypto (), >, n_crypto + 10);
  sdm_record_store_close_async (store, NULL, keep_result_cb, &closed);
  sdm_record_store_close_finish (store, wait_for_result (&closed), &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  main_thread_guard_start ();

  fixture_add ("/records/thread/main-thread-stays-out", test_main_thread_stays_out);
  fixture_add ("/records/thread/signing-in", test_signing_in);

  return g_test_run ();
}
