/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void
save (Fixture             *fixture,
      const SdmRecordHead *head,
      const char          *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = make_body (text);

  sdm_record_store_save_draft (fixture->store, head, body, &error);
  g_assert_no_error (error);
}

static void
assert_kept (Fixture             *fixture,
             const SdmRecordHead *expected,
             const char          *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  sdm_record_store_load (fixture->store, expected->id, &head, &body, &error);
  g_assert_no_error (error);
  g_assert_true (sdm_record_head_equal (head, expected));
  assert_body (body, text);
}

static void
assert_absent (Fixture             *fixture,
               const SdmRecordHead *head)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_load (fixture->store, head->id, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
}

static guint
get_mode (const char *path)
{
  GStatBuf found;

  g_assert_cmpint (g_stat (path, &found), ==, 0);
  return found.st_mode & 0777;
}

static void
test_modes (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *folder = fixture_dup_path (fixture, "a/b");
  g_autofree char *file = g_build_filename (folder, "practice.db", NULL);
  g_autofree char *journal = g_build_filename (folder, "practice.db-wal", NULL);
  g_autoptr (SdmRecordStore) store = sdm_record_store_new (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GBytes) body = make_body ("{}");

  sdm_record_store_open (store, &error);
  g_assert_no_error (error);
  sdm_record_store_save_draft (store, head, body, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (get_mode (folder), ==, 0700);
  g_assert_cmpuint (get_mode (file), ==, 0600);
  g_assert_cmpuint (get_mode (journal), ==, 0600);
}

static void
test_save_and_load (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autofree char *long_text = g_strnfill (300000, 'x');

  head->aid_id = g_strdup ("statins-primary-prevention");
  head->aid_sha256 = g_strnfill (64, 'a');
  fixture_open (fixture);

  save (fixture, head, "{\"a\": 1}");
  assert_kept (fixture, head, "{\"a\": 1}");

  head->changed += 1;
  set_text (&head->step, "check");
  save (fixture, head, long_text);
  assert_kept (fixture, head, long_text);

  fixture_close (fixture);
  fixture_open (fixture);
  assert_kept (fixture, head, long_text);
}

static void
test_newest_first (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (SdmRecordHead) first = make_head (0, "Alan");
  g_autoptr (SdmRecordHead) second = make_head (1, "Bea");
  g_autoptr (SdmRecordHead) third = make_head (2, "Cyril");

  fixture_open (fixture);
  assert_listed (fixture->store, "");

  save (fixture, second, "b");
  save (fixture, first, "a");
  save (fixture, third, "c");
  assert_listed (fixture->store, "Cyril Bea Alan");

  first->changed += G_TIME_SPAN_HOUR;
  save (fixture, first, "a");
  assert_listed (fixture->store, "Alan Cyril Bea");
}

static void
test_discard_and_undo (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (SdmRecordHead) first = make_head (0, "Alan");
  g_autoptr (SdmRecordHead) second = make_head (1, "Bea");
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  save (fixture, first, "what Alan said");
  save (fixture, second, "what Bea said");

  sdm_record_store_discard_draft (fixture->store, first->id, &head, &body, &error);
  g_assert_no_error (error);
  g_assert_true (sdm_record_head_equal (head, first));
  assert_body (body, "what Alan said");
  assert_absent (fixture, first);
  assert_listed (fixture->store, "Bea");

  g_assert_false (sdm_record_store_discard_draft (fixture->store, first->id, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);

  sdm_record_store_save_draft (fixture->store, head, body, &error);
  g_assert_no_error (error);
  assert_kept (fixture, first, "what Alan said");
}

/* What the store adds to the head of a first version. */
static void
expect_signed (Fixture       *fixture,
               SdmRecordHead *head)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordHead) found = NULL;

  sdm_record_store_load (fixture->store, head->id, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found->finished, >, 0);
  head->version = 1;
  head->finished = found->finished;
  set_text (&head->change, "finalised");
  set_text (&head->author, g_get_user_name ());
}

static void
test_finalise (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GBytes) aid = make_body ("an aid");
  g_autoptr (GBytes) body = make_body ("decided");
  g_autoptr (GPtrArray) finished = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  head->aid_id = g_strdup ("an-aid");
  head->aid_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, aid);
  save (fixture, head, "draft");

  g_assert_false (sdm_record_store_finalise (fixture->store, head, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  g_clear_error (&error);

  set_text (&head->status, "valid");
  g_assert_false (sdm_record_store_finalise (fixture->store, head, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_listed (fixture->store, "Alan");

  g_free (sdm_record_store_put_aid (fixture->store, aid, &error));
  g_assert_no_error (error);
  sdm_record_store_finalise (fixture->store, head, body, &error);
  g_assert_no_error (error);

  assert_listed (fixture->store, "");
  expect_signed (fixture, head);
  assert_kept (fixture, head, "decided");
  finished = sdm_record_store_list_finished (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (finished->len, ==, 1);
  g_assert_true (sdm_record_head_equal (g_ptr_array_index (finished, 0), head));

  sdm_record_store_verify (fixture->store, &error);
  g_assert_no_error (error);
}

static void
test_finished_stays (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GBytes) body = make_body ("decided");
  g_autoptr (GBytes) other = make_body ("other");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  set_text (&head->status, "cancelled");
  sdm_record_store_finalise (fixture->store, head, body, &error);
  g_assert_no_error (error);

  g_assert_false (sdm_record_store_save_draft (fixture->store, head, other, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED);
  g_clear_error (&error);
  g_assert_false (sdm_record_store_finalise (fixture->store, head, other, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED);
  g_clear_error (&error);
  g_assert_false (sdm_record_store_discard_draft (fixture->store, head->id, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FINISHED);

  expect_signed (fixture, head);
  assert_kept (fixture, head, "decided");
}

static void
test_aids (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GBytes) aid = make_body ("an aid");
  g_autoptr (GBytes) empty = make_body ("");
  g_autoptr (GBytes) found = NULL;
  g_autofree char *absent = g_strnfill (64, '0');
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *expected = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, aid);
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  first = sdm_record_store_put_aid (fixture->store, aid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first, ==, expected);
  second = sdm_record_store_put_aid (fixture->store, aid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, expected);

  found = sdm_record_store_get_aid (fixture->store, first, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, aid));

  g_assert_null (sdm_record_store_get_aid (fixture->store, absent, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sdm_record_store_get_aid (fixture->store, "../etc/passwd", &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (sdm_record_store_put_aid (fixture->store, empty, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
}

static void
test_real_is_refused (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  set_text (&head->kind, "real");
  set_text (&head->status, "valid");

  g_assert_false (sdm_record_store_save_draft (fixture->store, head, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_REAL_REFUSED);
  g_assert_nonnull (strstr (error->message, "real patient"));
  g_clear_error (&error);
  g_assert_false (sdm_record_store_finalise (fixture->store, head, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_REAL_REFUSED);

  assert_absent (fixture, head);
  assert_listed (fixture->store, "");
}

typedef struct
{
  const char *name;
  const char *id;
  const char *kind;
  const char *status;
  gint64      created;
} InvalidCase;

static const InvalidCase invalid_cases[] = {
  { "id-short", "01a20d11", "practice", "valid", 1 },
  { "id-empty", "", "practice", "valid", 1 },
  { "id-upper-case", "01A20D11-CC80-7000-8000-000000000002", "practice", "valid", 1 },
  { "id-other-version", "01a20d11-cc80-4000-8000-000000000002", "practice", "valid", 1 },
  { "id-other-variant", "01a20d11-cc80-7000-c000-000000000002", "practice", "valid", 1 },
  { "id-dash-moved", "01a20d1-1cc80-7000-8000-000000000002", "practice", "valid", 1 },
  { "kind", "01a20d11-cc80-7000-8000-000000000002", "Practice", "valid", 1 },
  { "status", "01a20d11-cc80-7000-8000-000000000002", "practice", "done", 1 },
  { "before-1970", "01a20d11-cc80-7000-8000-000000000002", "practice", "valid", -1 },
};

static void
test_invalid (Fixture      *fixture,
              gconstpointer data)
{
  const InvalidCase *c = data;
  g_autoptr (SdmRecordHead) head = sdm_record_head_new (c->id, c->kind, c->status);
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  head->created = c->created;
  g_assert_false (sdm_record_store_save_draft (fixture->store, head, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID);
  assert_listed (fixture->store, "");
}

static void
test_closed (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_save_draft (fixture->store, head, body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
  g_clear_error (&error);

  fixture_open (fixture);
  fixture_open (fixture);
  fixture_close (fixture);
  fixture_close (fixture);
  g_assert_null (sdm_record_store_list_drafts (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
}

/* Async */

static void
note_order_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GString *order = user_data;
  g_autoptr (GError) error = NULL;

  sdm_record_store_save_draft_finish (SDM_RECORD_STORE (source), result, &error);
  g_assert_no_error (error);
  g_string_append_c (order, 's');
}

/* What is asked later sees what was asked before it, without a wait between. */
static void
test_async_order (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GString) order = g_string_new (NULL);
  g_autoptr (SdmRecordHead) found = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_open_async (fixture->store, NULL, NULL, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("number %u", i);
      g_autoptr (GBytes) numbered = make_body (text);

      sdm_record_store_save_draft_async (fixture->store, head, numbered, NULL, note_order_cb, order);
    }
  sdm_record_store_load_async (fixture->store, head->id, NULL, keep_result_cb, &result);
  g_assert_cmpstr (order->str, ==, ""); /* nothing comes back before the main loop runs */

  sdm_record_store_load_finish (fixture->store, wait_for_result (&result), &found, &body, &error);
  g_assert_no_error (error);
  assert_body (body, "number 19");
  g_assert_cmpstr (order->str, ==, "ssssssssssssssssssss");
}

/* Waits for the one result and forgets it, so that the next can come. */
#define FINISH(call, value)               \
  G_STMT_START                            \
  {                                       \
    GAsyncResult *result = NULL;          \
    g_autoptr (GError) call_error = NULL; \
                                          \
    sdm_record_store_##call;              \
    wait_for_result (&result);            \
    value;                                \
    g_assert_no_error (call_error);       \
    g_object_unref (result);              \
  }                                       \
  G_STMT_END

static void
test_async_faces (Fixture      *fixture,
                  gconstpointer data)
{
  SdmRecordStore *store = fixture->store;
  g_autoptr (SdmRecordHead) first = make_head (0, "Alan");
  g_autoptr (SdmRecordHead) second = make_head (1, "Bea");
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) bytes = make_body ("bytes");
  g_autoptr (GBytes) discarded = NULL;
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) finished = NULL;
  g_autofree char *hash = NULL;

  set_text (&second->status, "valid");
  FINISH (open_async (store, NULL, keep_result_cb, &result),
          sdm_record_store_open_finish (store, result, &call_error));
  FINISH (put_aid_async (store, bytes, NULL, keep_result_cb, &result),
          hash = sdm_record_store_put_aid_finish (store, result, &call_error));
  FINISH (get_aid_async (store, hash, NULL, keep_result_cb, &result),
          got = sdm_record_store_get_aid_finish (store, result, &call_error));
  FINISH (save_draft_async (store, first, bytes, NULL, keep_result_cb, &result),
          sdm_record_store_save_draft_finish (store, result, &call_error));
  FINISH (finalise_async (store, second, bytes, NULL, keep_result_cb, &result),
          sdm_record_store_finalise_finish (store, result, &call_error));
  FINISH (list_drafts_async (store, NULL, keep_result_cb, &result),
          drafts = sdm_record_store_list_drafts_finish (store, result, &call_error));
  FINISH (list_finished_async (store, NULL, keep_result_cb, &result),
          finished = sdm_record_store_list_finished_finish (store, result, &call_error));
  FINISH (verify_async (store, NULL, keep_result_cb, &result),
          sdm_record_store_verify_finish (store, result, &call_error));
  FINISH (discard_draft_async (store, first->id, NULL, keep_result_cb, &result),
          sdm_record_store_discard_draft_finish (store, result, &head, &discarded, &call_error));
  FINISH (close_async (store, NULL, keep_result_cb, &result),
          sdm_record_store_close_finish (store, result, &call_error));

  g_assert_true (g_bytes_equal (got, bytes));
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpuint (finished->len, ==, 1);
  g_assert_true (sdm_record_head_equal (head, first));
  g_assert_true (g_bytes_equal (discarded, bytes));
}

static void
test_cancelled_is_not_done (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  g_cancellable_cancel (cancellable);
  sdm_record_store_save_draft_async (fixture->store, head, body, cancellable, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_false (sdm_record_store_save_draft_finish (fixture->store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_absent (fixture, head);
}

/* The last reference may go while work is under way; that work is still done. */
static void
test_let_go_while_working (Fixture      *fixture,
                           gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      SdmRecordStore *store = sdm_record_store_new (fixture->folder);
      g_autoptr (SdmRecordHead) head = make_head (i, "Alan");
      g_autoptr (GBytes) body = make_body ("{}");
      g_autoptr (GError) error = NULL;
      GAsyncResult *result = NULL;

      sdm_record_store_open_async (store, NULL, NULL, NULL);
      sdm_record_store_save_draft_async (store, head, body, NULL, keep_result_cb, &result);
      g_object_unref (store);
      wait_for_result (&result);
      g_assert_true (g_task_propagate_boolean (G_TASK (result), &error));
      g_assert_no_error (error);
      g_object_unref (result);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      /* The file is let go of by the worker, in its own time. */
      while (!sdm_record_store_open (fixture->store, &error))
        {
          g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE);
          g_clear_error (&error);
          g_thread_yield ();
        }
      assert_kept (fixture, head, "{}");
      fixture_close (fixture);
    }
}

/* SQLite tells of each statement, on the thread that runs it. */

static GThread *main_thread;
static gint     statements_elsewhere;
static gint     statements_on_main;

static int
note_statement_cb (unsigned kind,
                   void    *thread,
                   void    *statement,
                   void    *text)
{
  g_atomic_int_inc (g_thread_self () == thread ? &statements_on_main : &statements_elsewhere);
  return 0;
}

static int
trace_new_connection (sqlite3                    *db,
                      char                      **message,
                      const sqlite3_api_routines *routines)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_STMT, note_statement_cb, main_thread);
}

static void
test_never_on_the_main_thread (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (0, "Alan");

  main_thread = g_thread_self ();
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) trace_new_connection), ==, SQLITE_OK);
  fixture_open (fixture);
  save (fixture, head, "a");
  assert_kept (fixture, head, "a");
  assert_listed (fixture->store, "Alan");
  fixture_close (fixture);
  sqlite3_reset_auto_extension ();

  g_assert_cmpint (g_atomic_int_get (&statements_on_main), ==, 0);
  g_assert_cmpint (g_atomic_int_get (&statements_elsewhere), >, 10);
}

/* The file refuses any other thread than the one that opened it. */

static SdmRecordFile *stolen_file;

static gboolean
steal_file (SdmRecordFile **file,
            SdmRecordJob   *job,
            GError        **error)
{
  stolen_file = *file;
  return TRUE;
}

static void
test_other_thread_is_stopped (Fixture      *fixture,
                              gconstpointer data)
{
  if (g_test_subprocess ())
    {
      fixture_open (fixture);
      g_assert_true (sdm_record_store_run (fixture->store, steal_file, NULL));
      remove_folder (fixture->folder); /* nothing after the next line is reached */
      sdm_record_file_check (stolen_file, TRUE, NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*file->owner == g_thread_self*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/store/modes", test_modes);
  fixture_add ("/records/store/save-and-load", test_save_and_load);
  fixture_add ("/records/store/newest-first", test_newest_first);
  fixture_add ("/records/store/discard-and-undo", test_discard_and_undo);
  fixture_add ("/records/store/finalise", test_finalise);
  fixture_add ("/records/store/finished-stays", test_finished_stays);
  fixture_add ("/records/store/aids", test_aids);
  fixture_add ("/records/store/real-is-refused", test_real_is_refused);
  fixture_add ("/records/store/closed", test_closed);
  fixture_add ("/records/store/async-order", test_async_order);
  fixture_add ("/records/store/async-faces", test_async_faces);
  fixture_add ("/records/store/cancelled-is-not-done", test_cancelled_is_not_done);
  fixture_add ("/records/store/let-go-while-working", test_let_go_while_working);
  fixture_add ("/records/store/never-on-the-main-thread", test_never_on_the_main_thread);
  fixture_add ("/records/store/other-thread-is-stopped", test_other_thread_is_stopped);
  for (gsize i = 0; i < G_N_ELEMENTS (invalid_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/records/store/invalid/", invalid_cases[i].name, NULL);

      g_test_add (path, Fixture, &invalid_cases[i], fixture_set_up, test_invalid, fixture_tear_down);
    }

  return g_test_run ();
}
