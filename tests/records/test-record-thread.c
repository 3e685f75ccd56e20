/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <dlfcn.h>
#include <sodium.h>

#include "sdm-autosaver.h"
#include "sdm-record-find.h"

/*
 * The main thread never enters the database or the sealing. Each of their
 * functions that works is taken the place of here, looks at the thread, and goes on to
 * the real one.
 */

static GThread *main_thread;
static int      n_statements; /* atomic */
static int      n_seals;      /* atomic */
static int      n_unseals;    /* atomic */

static gpointer
find_real (const char *name)
{
  gpointer found = dlsym (RTLD_NEXT, name);

  g_assert_nonnull (found);
  return found;
}

static void
look_at_thread (int *count)
{
  g_assert_true (g_thread_self () != main_thread);
  g_atomic_int_inc (count);
}

int
sqlite3_step (sqlite3_stmt *statement)
{
  int (*real) (sqlite3_stmt *) = find_real ("sqlite3_step");

  look_at_thread (&n_statements);
  return real (statement);
}

int
sqlite3_exec (sqlite3    *db,
              const char *sql,
              int (*callback) (void *, int, char **, char **),
              void  *callback_data,
              char **message)
{
  int (*real) (sqlite3 *, const char *, int (*) (void *, int, char **, char **), void *, char **) = find_real ("sqlite3_exec");

  look_at_thread (&n_statements);
  return real (db, sql, callback, callback_data, message);
}

int
crypto_aead_xchacha20poly1305_ietf_encrypt (unsigned char       *sealed,
                                            unsigned long long  *sealed_size,
                                            const unsigned char *plain,
                                            unsigned long long   size,
                                            const unsigned char *bound,
                                            unsigned long long   bound_size,
                                            const unsigned char *secret_nonce,
                                            const unsigned char *nonce,
                                            const unsigned char *key)
{
  int (*real) (unsigned char *, unsigned long long *, const unsigned char *, unsigned long long, const unsigned char *,
               unsigned long long, const unsigned char *, const unsigned char *, const unsigned char *) =
      find_real ("crypto_aead_xchacha20poly1305_ietf_encrypt");

  look_at_thread (&n_seals);
  return real (sealed, sealed_size, plain, size, bound, bound_size, secret_nonce, nonce, key);
}

int
crypto_aead_xchacha20poly1305_ietf_decrypt (unsigned char       *plain,
                                            unsigned long long  *size,
                                            unsigned char       *secret_nonce,
                                            const unsigned char *sealed,
                                            unsigned long long   sealed_size,
                                            const unsigned char *bound,
                                            unsigned long long   bound_size,
                                            const unsigned char *nonce,
                                            const unsigned char *key)
{
  int (*real) (unsigned char *, unsigned long long *, unsigned char *, const unsigned char *, unsigned long long,
               const unsigned char *, unsigned long long, const unsigned char *, const unsigned char *) =
      find_real ("crypto_aead_xchacha20poly1305_ietf_decrypt");

  look_at_thread (&n_unseals);
  return real (plain, size, secret_nonce, sealed, sealed_size, bound, bound_size, nonce, key);
}

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

  main_thread = g_thread_self ();
  sdm_record_store_open_async (fixture->store, NULL, keep_result_cb, &opened);
  sdm_record_store_open_finish (fixture->store, wait_for_result (&opened), &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_statements, >, 0);

  n_seals = 0;
  sdm_autosaver_touch (saver);
  sdm_autosaver_flush_async (saver, NULL, keep_result_cb, &saved);
  sdm_autosaver_flush_finish (saver, wait_for_result (&saved), &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_seals, >=, 2); /* the head and the body */

  n_unseals = 0;
  sdm_record_store_load_async (fixture->store, head->id, NULL, keep_result_cb, &loaded);
  sdm_record_store_load_finish (fixture->store, wait_for_result (&loaded), NULL, &body, &error);
  g_assert_no_error (error);
  assert_body (body, "what Alan said");
  g_assert_cmpint (n_unseals, >=, 2);

  n_unseals = 0;
  sdm_record_store_find_async (fixture->store, query, NULL, keep_result_cb, &found);
  drafts = sdm_record_store_find_finish (fixture->store, wait_for_result (&found), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->heads->len, ==, 1);
  g_assert_cmpint (n_unseals, >=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/records/thread/main-thread-stays-out", test_main_thread_stays_out);

  return g_test_run ();
}
