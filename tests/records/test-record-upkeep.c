/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sdm-record-rescue.h"
#include "sdm-record-staff.h"
#include "sdm-record-upkeep.h"

#define WATCH "records.watch"
#define HEADS "evenhand-records-heads.txt"

/* Helpers */

typedef struct
{
  GAsyncResult *result;
  guint         n_calls;
  gint64        done;
  gint64        all;
  GCancellable *cancellable; /* nullable: for the first call */
} Waiting;

static void
progress_cb (gint64   done,
             gint64   all,
             gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_null (waiting->result);
  g_assert_cmpint (done, >=, waiting->done);
  waiting->n_calls++;
  waiting->done = done;
  waiting->all = all;
  if (waiting->cancellable != NULL)
    g_cancellable_cancel (waiting->cancellable);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ((Waiting *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Waiting *waiting)
{
  while (waiting->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waiting->result;
}

static SdmRecordUpkeep *
get_upkeep (SdmRecordStore *store)
{
  Waiting          waiting = { NULL };
  SdmRecordUpkeep *upkeep;
  g_autoptr (GError) error = NULL;

  sdm_record_store_get_upkeep_async (store, done_cb, &waiting);
  upkeep = sdm_record_store_get_upkeep_finish (store, wait_for (&waiting), &error);
  g_object_unref (waiting.result);
  g_assert_no_error (error);
  return upkeep;
}

static char *
make_folder (Fixture *fixture)
{
  char *folder = fixture_dup_path (fixture, "backups");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

static char *
back_up (SdmRecordStore *store,
         const char     *folder)
{
  g_autoptr (GError) error = NULL;
  char *path = sdm_record_store_backup_into (store, folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return path;
}

static void
assert_checks (SdmRecordStore *store,
               const char     *heads)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_check (store, heads, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Without waiting */

static void
test_async (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *folder = make_folder (fixture);
  Waiting          backup = { NULL };
  Waiting          check = { NULL };
  g_autoptr (SdmRecordUpkeep) none = get_upkeep (store);
  g_autoptr (SdmRecordUpkeep) upkeep = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (none->backup, ==, 0);
  g_assert_cmpint (none->check, ==, 0);

  sdm_record_store_backup_into_async (store, folder, NULL, progress_cb, &backup, done_cb, &backup);
  path = sdm_record_store_backup_into_finish (store, wait_for (&backup), &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (backup.n_calls, >, 0);

  sdm_record_store_check_async (store, NULL, progress_cb, &check, done_cb, &check);
  g_assert_true (sdm_record_store_check_finish (store, wait_for (&check), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (check.n_calls, >, 0);
  assert_told (store, "check () " NAME "; backup () " NAME "; ");

  upkeep = get_upkeep (store);
  g_assert_cmpint (ABS (g_get_real_time () - upkeep->backup), <, G_TIME_SPAN_HOUR);
  g_assert_cmpint (upkeep->check, >=, upkeep->backup);
  g_assert_cmpstr (upkeep->folder, ==, folder);
  g_assert_true (upkeep->was_good);
  sdm_record_store_close (store, NULL);
  g_object_unref (backup.result);
  g_object_unref (check.result);
}

/* Whoever gives up leaves nothing, and is not told that it was done. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *folder = make_folder (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) dir = NULL;
  g_autoptr (SdmRecordUpkeep) upkeep = NULL;
  Waiting backup = { .cancellable = cancellable };
  Waiting check = { NULL };
  g_autoptr (GError) error = NULL;

  sdm_record_store_backup_into_async (store, folder, cancellable, progress_cb, &backup, done_cb, &backup);
  g_cancellable_cancel (cancellable);
  g_assert_null (sdm_record_store_backup_into_finish (store, wait_for (&backup), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));

  sdm_record_store_check_async (store, cancellable, progress_cb, &check, done_cb, &check);
  g_assert_false (sdm_record_store_check_finish (store, wait_for (&check), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  upkeep = get_upkeep (store);
  g_assert_cmpint (upkeep->backup, ==, 0);
  g_assert_cmpint (upkeep->check, ==, 0);
  sdm_record_store_close (store, NULL);
  g_object_unref (backup.result);
  g_object_unref (check.result);
}

/* What is remembered */

/* Somebody with the key wrote the chain anew: what lies elsewhere tells it. */
static void
test_heads (Fixture      *fixture,
            gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *folder = make_folder (fixture);
  g_autofree char *heads = g_build_filename (folder, HEADS, NULL);
  g_autofree char *path = back_up (store, folder);
  g_autofree char *text = NULL;
  char            *mac;
  g_autoptr (GError) error = NULL;

  assert_checks (store, heads);
  g_assert_true (g_file_get_contents (heads, &text, NULL, NULL));
  g_free (back_up (store, folder));
  assert_checks (store, heads);

  g_assert_false (sdm_record_store_check (store, path, NULL, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS);
  g_clear_error (&error);

  mac = strstr (text, "mac=") + strlen ("mac=");
  *mac = *mac == '0' ? '1' : '0';
  g_assert_true (g_file_set_contents (heads, text, -1, NULL));
  g_assert_false (sdm_record_store_check (store, heads, NULL, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  assert_told (store, "check (failed) " NAME "; ");
}

/* What is remembered outlasts a change of the key, and whatever becomes of its file. */
static void
test_watch (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const spoilt[] = { "", "[2026-11]\nseq=-1\nmac=x\n", "[last]\nstore=another\n[2026-11]\nseq=99999\n", "\xff\xfe" };
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *watch = fixture_dup_path (fixture, WATCH);
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  assert_signs_in (store);
  sdm_record_store_rotate (store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);
  assert_signs_in (store);
  assert_checks (store, NULL);
  sdm_record_store_close (store, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_assert_true (g_file_set_contents (watch, spoilt[i], -1, NULL));
      assert_signs_in (store);
      sdm_record_store_close (store, NULL);
    }
}

/* Putting back */

static void
test_restored (Fixture      *fixture,
               gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *folder = make_folder (fixture);
  g_autofree char *path = back_up (store, folder);
  const gint64     now = g_get_real_time ();
  Waiting          restore = { NULL };
  g_autoptr (SdmRecordPerson) person = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  SdmRecordRestored restored;
  g_autoptr (GError) error = NULL;

  sdm_record_store_close (store, NULL);
  sdm_record_store_take_access (store, new_access (NAME, PASSPHRASE));
  g_cancellable_cancel (cancellable);
  g_assert_false (sdm_record_store_restore_with (store, path, cancellable, NULL, NULL, &restored, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  sdm_record_store_restore_async (store, path, new_access (NAME, PASSPHRASE), NULL, progress_cb, &restore, done_cb, &restore);
  person = sdm_record_store_restore_finish (store, wait_for (&restore), &restored, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person->name, ==, NAME);
  g_assert_true (person->is_confirmed);
  g_assert_cmpint (restored.n_drafts, ==, 1);
  g_assert_cmpint (restored.n_finished, ==, 0);
  g_assert_cmpint (ABS (now - restored.until), <, G_TIME_SPAN_HOUR);
  g_assert_cmpint (restored.missing_until, >=, restored.until);
  assert_told (store, "restore (older-file) " NAME "; check () " NAME "; unlock () " NAME "; ");
  assert_listed (store, "Alan");
  g_object_unref (restore.result);

  /* That is not told for good. */
  sdm_record_store_close (store, NULL);
  assert_signs_in (store);
  assert_checks (store, NULL);
}

/* A damaged file */

static char *
dup_bytes (Fixture    *fixture,
           const char *name,
           gsize      *size)
{
  g_autofree char *path = fixture_dup_path (fixture, name);
  char            *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, size, NULL));
  return bytes;
}

static SdmRecordRescued *
rescue (SdmRecordStore *store,
        const char     *passphrase,
        const char     *folder,
        GError        **error)
{
  sdm_record_store_take_access (store, new_access (NAME, passphrase));
  return sdm_record_store_rescue (store, folder, NULL, error);
}

static void
test_rescue (Fixture      *fixture,
             gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  g_autofree char *folder = make_folder (fixture);
  g_autofree char *bytes = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SdmRecordRescued) whole = NULL;
  g_autoptr (SdmRecordRescued) rescued = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = 0;
  gsize size;

  for (guint i = 1; i <= 8; i++)
    {
      g_autoptr (SdmRecordHead) head = make_real_head (i);
      g_autofree char *text = g_strnfill (20 * 1000, 'x');
      g_autoptr (GBytes) body = make_body (text);

      sdm_record_store_save_draft (store, head, body, &error);
      g_assert_no_error (error);
    }
  sdm_record_store_close (store, NULL);

  whole = rescue (store, PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (whole->heads->len, ==, 9);
  g_assert_cmpuint (whole->n_lost, ==, 0);
  g_assert_false (whole->is_cut);
  g_assert_null (rescue (store, "wrong horse battery staple", NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED);
  g_clear_error (&error);

  /* As a disk would that lost some of it: the long documents are there. */
  bytes = dup_bytes (fixture, "records.db", &size);
  g_assert_cmpuint (size, >, 70 * 4096);
  memset (bytes + 60 * 4096, 0xff, 8 * 4096);
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  rescued = rescue (store, PASSPHRASE, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rescued->heads->len, >, 0);
  g_assert_cmpuint (rescued->heads->len, <, 9);
  g_assert_true (rescued->n_lost > 0 || rescued->is_cut);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, rescued->heads->len);

  after = dup_bytes (fixture, "records.db", &size);
  g_assert_cmpint (memcmp (bytes, after, size), ==, 0);

  /* Where nothing can be read at all, that is told. */
  memset (bytes, 0xff, 4096);
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_null (rescue (store, PASSPHRASE, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
}

/* Who has it */

static void
test_in_use (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SdmRecordStore) second = sdm_record_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  g_assert_false (sdm_record_store_open (second, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_assert_nonnull (strstr (error->message, ", since 20"));
}

/* What nobody met when the file was opened. */
static void
test_look_over (Fixture      *fixture,
                gconstpointer data)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *page = NULL;
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  Waiting          waiting = { NULL };
  char             damage[64];
  FILE            *file;

  g_assert_true (sdm_record_store_look_over (store, NULL, &error));
  g_assert_no_error (error);
  sdm_record_store_close (store, NULL);
  page = fixture_ask (fixture, "records.db", "SELECT rootpage FROM sqlite_schema WHERE name = 'consultation_by_aid'");
  memset (damage, 0x55, sizeof damage);
  file = g_fopen (path, "r+b");
  g_assert_cmpint (fseek (file, (g_ascii_strtoll (page, NULL, 10) - 1) * 4096, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (damage, 1, sizeof damage, file), ==, sizeof damage);
  g_assert_cmpint (fclose (file), ==, 0);

  assert_signs_in (store);
  sdm_record_store_look_over_async (store, NULL, done_cb, &waiting);
  g_assert_false (sdm_record_store_look_over_finish (store, wait_for (&waiting), &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  g_clear_error (&error);
  g_clear_object (&waiting.result);

  g_cancellable_cancel (cancellable);
  g_assert_false (sdm_record_store_look_over (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/upkeep/async", test_async);
  fixture_add ("/records/upkeep/cancel", test_cancel);
  fixture_add ("/records/upkeep/look-over", test_look_over);
  fixture_add ("/records/upkeep/heads", test_heads);
  fixture_add ("/records/upkeep/watch", test_watch);
  fixture_add ("/records/upkeep/restored", test_restored);

  fixture_add ("/records/upkeep/rescue", test_rescue);
  fixture_add ("/records/upkeep/in-use", test_in_use);

  return g_test_run ();
}
