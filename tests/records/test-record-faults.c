/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sdm-record-folder-private.h"
#include "sdm-record-rows-private.h"

#define N_PATIENTS 20
#define N_FLIPS    15000 /* in a whole count */

/* Helpers */

static char *
make_text (guint number)
{
  g_autofree char *filler = g_strnfill (100 * number, 'x');

  return g_strdup_printf ("{\"number\": %u, \"words\": \"%s\"}", number, filler);
}

/* A closed store with some drafts, a finished consultation and an aid. */
static void
fill (Fixture *fixture)
{
  g_autoptr (SdmRecordHead) finished = make_head (N_PATIENTS, "Zoe");
  g_autoptr (GBytes) body = make_body ("decided");
  g_autoptr (GBytes) aid = make_body ("an aid");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  for (guint i = 0; i < N_PATIENTS; i++)
    {
      g_autoptr (SdmRecordHead) head = make_head (i, "Alan");
      g_autofree char *text = make_text (i);
      g_autoptr (GBytes) draft = make_body (text);

      sdm_record_store_save_draft (fixture->store, head, draft, &error);
      g_assert_no_error (error);
    }
  set_text (&finished->status, "valid");
  finished->aid_sha256 = sdm_record_store_put_aid (fixture->store, aid, &error);
  g_assert_no_error (error);
  sdm_record_store_finalise (fixture->store, finished, body, &error);
  g_assert_no_error (error);
  fixture_close (fixture);
}

static void
write_file (Fixture      *fixture,
            const char   *name,
            gconstpointer data,
            gsize         size)
{
  g_autofree char *path = fixture_dup_path (fixture, name);
  g_autoptr (GError) error = NULL;

  /* Without a flush, and so anew: GLib 2.74 then leaves the tail of a longer file. */
  g_unlink (path);
  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Runs SQL as a stranger would; leaves the journal when asked to. */
static void
run_as_stranger (Fixture    *fixture,
                 const char *sql,
                 gboolean    leave_journal)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");
  sqlite3         *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave_journal, NULL);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
assert_refused (Fixture       *fixture,
                SdmRecordError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_open (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_clear_error (&error);

  /* And it is really closed. */
  g_assert_null (sdm_record_store_list_drafts (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
}

static void
assert_same (Fixture    *fixture,
             const char *name,
             GBytes     *before)
{
  g_autoptr (GBytes) after = fixture_read (fixture, name);

  g_assert_true (g_bytes_equal (before, after));
}

/* Files that are refused */

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  fill (fixture);
  run_as_stranger (fixture, "PRAGMA user_version = 99", FALSE);
  before = fixture_read (fixture, "practice.db");
  assert_refused (fixture, SDM_RECORD_ERROR_NEWER);
  assert_same (fixture, "practice.db", before);
}

static void
test_newer_in_the_journal (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) journal = NULL;

  fill (fixture);
  run_as_stranger (fixture, "PRAGMA user_version = 99", TRUE);
  before = fixture_read (fixture, "practice.db");
  journal = fixture_read (fixture, "practice.db-wal");
  assert_refused (fixture, SDM_RECORD_ERROR_NEWER);
  assert_same (fixture, "practice.db", before);
  assert_same (fixture, "practice.db-wal", journal);
}

static void
test_other_application (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  run_as_stranger (fixture, "CREATE TABLE theirs (a); PRAGMA application_id = 7", FALSE);
  before = fixture_read (fixture, "practice.db");
  assert_refused (fixture, SDM_RECORD_ERROR_NOT_OURS);
  assert_same (fixture, "practice.db", before);
}

static void
test_not_a_database (Fixture      *fixture,
                     gconstpointer data)
{
  static const char words[] = "These are my notes of the partners' meeting, and I want to keep them. "
                              "They are longer than the head of any database would ever be.";

  write_file (fixture, "practice.db", words, strlen (words));
  assert_refused (fixture, SDM_RECORD_ERROR_NOT_OURS);
  write_file (fixture, "practice.db", words, 10);
  assert_refused (fixture, SDM_RECORD_ERROR_NOT_OURS);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  write_file (fixture, "practice.db", "", 0);
  assert_refused (fixture, SDM_RECORD_ERROR_DAMAGED);
}

static void
test_folder_in_its_place (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_refused (fixture, SDM_RECORD_ERROR_NOT_OURS);
}

static void
test_link_in_its_place (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");
  g_autofree char *target = fixture_dup_path (fixture, "elsewhere.db");

  fill (fixture);
  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
  assert_refused (fixture, SDM_RECORD_ERROR_NOT_OURS);
}

static void
test_journal_without_file (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");

  fill (fixture);
  run_as_stranger (fixture, "UPDATE consultation SET day = 1", TRUE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_refused (fixture, SDM_RECORD_ERROR_DAMAGED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_left_over_of_making (Fixture      *fixture,
                          gconstpointer data)
{
  static const char *const left_over[] = { "practice.db.new", "practice.db.new-journal" };

  write_file (fixture, "practice.db.new", "half a file", 11);
  write_file (fixture, "practice.db.new-journal", "half a journal", 14);
  fill (fixture);
  fixture_open (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (left_over); i++)
    {
      g_autofree char *path = fixture_dup_path (fixture, left_over[i]);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Damage */

/* Reads all there is. Whatever comes back must be what was written. */
static gboolean
read_all (Fixture *fixture,
          GError **error)
{
  g_autoptr (SdmRecordFile) file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, error);
  g_autoptr (GPtrArray) heads = NULL;
  gboolean good = file != NULL;

  for (guint i = 0; file != NULL && i < N_PATIENTS; i++)
    {
      g_autoptr (SdmRecordHead) expected = make_head (i, "Alan");
      g_autofree char *text = make_text (i);
      g_autoptr (SdmRecordHead) head = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GError) load_error = NULL;

      if (sdm_record_rows_load (file, expected->id, &head, &body, &load_error))
        {
          g_assert_true (sdm_record_head_equal (head, expected));
          assert_body (body, text);
        }
      else
        {
          g_assert_true (load_error->domain == SDM_RECORD_ERROR);
          good = FALSE;
        }
    }
  if (file != NULL)
    heads = sdm_record_rows_list (file, FALSE, NULL);
  if (!good && error != NULL && *error == NULL)
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED, "A load failed.");

  return good && sdm_record_rows_verify (file, error);
}

static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  gsize         size;
  gconstpointer contents;

  fill (fixture);
  whole = fixture_read (fixture, "practice.db");
  contents = g_bytes_get_data (whole, &size);

  for (gsize cut = 1; cut < size; cut += cut < 200 ? 99 : 2048)
    {
      g_autoptr (GError) error = NULL;

      write_file (fixture, "practice.db", contents, size - cut);
      g_assert_false (read_all (fixture, &error));
      g_assert_true (error->domain == SDM_RECORD_ERROR);
      g_assert_true (error->code == SDM_RECORD_ERROR_DAMAGED || error->code == SDM_RECORD_ERROR_NOT_OURS);
    }

  write_file (fixture, "practice.db", contents, size);
  g_assert_true (read_all (fixture, NULL));
}

/* One to four bits anywhere. No wrong word may ever come back. */
static void
test_flipped (Fixture      *fixture,
              gconstpointer data)
{
  const guint loops = fixture_get_loops (N_FLIPS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *flipped = NULL;
  gsize              size;
  guint              found = 0;

  fill (fixture);
  whole = fixture_read (fixture, "practice.db");
  size = g_bytes_get_size (whole);

  for (guint i = 0; i < loops; i++)
    {
      const int bits = g_rand_int_range (rand, 1, 5);
      g_autoptr (GError) error = NULL;

      g_free (flipped);
      flipped = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      for (int bit = 0; bit < bits; bit++)
        {
          /* Half of them in the first pages, where the shape of the file is told. */
          const gsize range = g_rand_boolean (rand) ? size : MIN (size, 8192);

          flipped[(gsize) g_rand_int_range (rand, 0, (int) range)] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
        }
      write_file (fixture, "practice.db", flipped, size);
      if (!read_all (fixture, &error))
        {
          g_assert_true (error->domain == SDM_RECORD_ERROR);
          found++;
        }
    }

  g_test_message ("%u of %u damaged files were found out", found, loops);
  g_assert_cmpuint (found, >, 0);
}

static void
test_damaged_one_hides_no_other (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (SdmRecordHead) first = make_head (0, "Alan");
  g_autoptr (SdmRecordHead) second = make_head (1, "Bea");
  g_autoptr (GBytes) body = make_body ("{}");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  sdm_record_store_save_draft (fixture->store, first, body, NULL);
  sdm_record_store_save_draft (fixture->store, second, body, NULL);
  fixture_close (fixture);
  run_as_stranger (fixture,
                   "UPDATE draft SET head = zeroblob (length (head)), body = zeroblob (length (body))"
                   " WHERE consultation_id = x'01a20d11cc8070008000000000000000'",
                   FALSE);

  fixture_open (fixture);
  assert_listed (fixture->store, "Bea damaged");
  g_assert_false (sdm_record_store_load (fixture->store, first->id, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (sdm_record_store_load (fixture->store, second->id, NULL, NULL, &error));
  g_assert_false (sdm_record_store_discard_draft (fixture->store, first->id, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (sdm_record_store_verify (fixture->store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
}

/* A body moved to another row is sound in itself, but not there. */
static void
test_swapped (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (3, NULL);
  g_autoptr (GError) error = NULL;

  fill (fixture);
  run_as_stranger (fixture,
                   "UPDATE draft SET body = (SELECT body FROM draft WHERE consultation_id = x'01a20d11cc8070008000000000000004')"
                   " WHERE consultation_id = x'01a20d11cc8070008000000000000003'",
                   FALSE);
  fixture_open (fixture);
  g_assert_false (sdm_record_store_load (fixture->store, head->id, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
}

static void
test_changed_aid (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GBytes) aid = make_body ("an aid");
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, aid);
  g_autoptr (GError) error = NULL;

  fill (fixture);
  run_as_stranger (fixture, "DROP TRIGGER aid_not_updated; UPDATE aid SET body = x'0102030405'", FALSE);
  fixture_open (fixture);
  g_assert_null (sdm_record_store_get_aid (fixture->store, hash, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
}

/* Closed the hard way */

static void
test_unclean_is_checked (Fixture      *fixture,
                         gconstpointer data)
{
  SdmRecordFile *file;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (file->was_unclean);
  sdm_record_file_close (file);

  run_as_stranger (fixture, "UPDATE consultation SET day = day + 1", TRUE);
  file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (file->was_unclean);
  sdm_record_file_close (file);
  g_assert_true (read_all (fixture, &error));
}

/* Damage that an ordinary open does not meet, but the check after an unclean close does. */
static void
test_unclean_and_damaged (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autofree guint8 *damaged = NULL;
  gsize              size;

  fill (fixture);
  run_as_stranger (fixture, "UPDATE store SET created_us = 1", TRUE);
  whole = fixture_read (fixture, "practice.db");
  damaged = g_memdup2 (g_bytes_get_data (whole, &size), g_bytes_get_size (whole));
  memset (damaged + size - 4096, 0x55, 4096);
  write_file (fixture, "practice.db", damaged, size);
  before = fixture_read (fixture, "practice.db");

  assert_refused (fixture, SDM_RECORD_ERROR_DAMAGED);
  assert_same (fixture, "practice.db", before);
}

/* Places */

static void
test_path_through_a_file (Fixture      *fixture,
                          gconstpointer data)
{
  g_autofree char *folder = fixture_dup_path (fixture, "plain/records");
  g_autoptr (SdmRecordStore) store = sdm_record_store_new (folder);
  g_autoptr (GError) error = NULL;

  write_file (fixture, "plain", "x", 1);
  g_assert_false (sdm_record_store_open (store, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY);
}

/* As another user when this one is root, whom no mode bits stop. */
static void
test_read_only_folder (Fixture      *fixture,
                       gconstpointer data)
{
  if (g_test_subprocess ())
    {
      g_autoptr (SdmRecordStore) store = sdm_record_store_new (g_getenv ("TEST_FOLDER"));
      g_autoptr (GError) error = NULL;

      remove_folder (fixture->folder); /* the other user could not */
      if (geteuid () == 0)
        g_assert_cmpint (setuid (65534), ==, 0);
      g_assert_false (sdm_record_store_open (store, &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY);
      return;
    }

  fill (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_setenv ("TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
test_in_use (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SdmRecordStore) second = sdm_record_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  g_assert_false (sdm_record_store_open (second, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, "another copy of Evenhand")); /* known without a wait */
  g_clear_error (&error);

  fixture_close (fixture);
  g_assert_true (sdm_record_store_open (second, &error));
  g_assert_no_error (error);
  assert_refused (fixture, SDM_RECORD_ERROR_IN_USE);
}

/* A program that does not know of our lock file. It is waited for, then given up. */
static void
test_in_use_by_a_stranger (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db");
  sqlite3         *db = NULL;

  fill (fixture);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  assert_refused (fixture, SDM_RECORD_ERROR_IN_USE);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  fixture_open (fixture);
}

static void
test_shared_filesystems (void)
{
  g_assert_true (sdm_record_folder_is_shared_filesystem (0x6969));                        /* NFS */
  g_assert_true (sdm_record_folder_is_shared_filesystem (0xFF534D42));                    /* CIFS */
  g_assert_true (sdm_record_folder_is_shared_filesystem ((guint64) (gint32) 0xFF534D42)); /* with its sign */
  g_assert_true (sdm_record_folder_is_shared_filesystem (0x65735546));                    /* FUSE */
  g_assert_false (sdm_record_folder_is_shared_filesystem (0xEF53));                       /* ext4 */
  g_assert_false (sdm_record_folder_is_shared_filesystem (0x9123683E));                   /* btrfs */
  g_assert_false (sdm_record_folder_is_shared_filesystem (0x58465342));                   /* XFS */
  g_assert_false (sdm_record_folder_is_shared_filesystem (0x01021994));                   /* tmpfs */
}

typedef struct
{
  const char *name;
  const char *folder;
  const char *mark;
  gboolean    is_synced;
} SyncedCase;

static const SyncedCase synced_cases[] = {
  { "plain", "records", NULL, FALSE },
  { "name", "Dropbox/records", NULL, TRUE },
  { "name-of-a-practice", "OneDrive - Fellside Surgery/records", NULL, TRUE },
  { "like-a-name", "Dropboxes/records", NULL, FALSE },
  { "mark", "shared/records", "shared/.stfolder", TRUE },
  { "mark-beside", "own/records", "shared/.stfolder", FALSE },
};

static void
test_synced (Fixture      *fixture,
             gconstpointer data)
{
  const SyncedCase *c = data;
  g_autofree char  *folder = fixture_dup_path (fixture, c->folder);
  g_autoptr (SdmRecordStore) store = sdm_record_store_new (folder);
  g_autoptr (GError) error = NULL;

  if (c->mark != NULL)
    {
      g_autofree char *mark = fixture_dup_path (fixture, c->mark);

      g_assert_cmpint (g_mkdir_with_parents (mark, 0700), ==, 0);
    }

  if (c->is_synced)
    {
      g_assert_false (sdm_record_store_open (store, &error));
      g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NETWORK);
    }
  else
    {
      g_assert_true (sdm_record_store_open (store, &error));
      g_assert_no_error (error);
    }
}

/* A full disk */

static gint64 page_limit;

static gboolean
set_page_limit (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, page_limit);

  return sdm_record_connection_exec ((*file)->db, sql, SDM_RECORD_OPENING, error);
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (SdmRecordHead) head = make_head (1, "Alan");
  g_autoptr (SdmRecordHead) new_head = make_head (99, "Bea");
  g_autofree char *old_text = make_text (1);
  g_autofree char *long_text = g_strnfill (200000, 'x');
  g_autoptr (GBytes) long_body = make_body (long_text);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GBytes) found_later = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  fixture_open (fixture);
  page_limit = 1; /* SQLite takes the number of pages there are instead */
  g_assert_true (sdm_record_store_run (fixture->store, set_page_limit, &error));

  g_assert_false (sdm_record_store_save_draft (fixture->store, head, long_body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL);
  g_assert_cmpstr (error->message, ==,
                   "This could not be saved: the disk is full. Your page is still open. "
                   "Free some space, then choose Save again.");
  g_clear_error (&error);
  g_assert_false (sdm_record_store_save_draft (fixture->store, new_head, long_body, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL);
  g_clear_error (&error);

  g_assert_true (sdm_record_store_load (fixture->store, head->id, NULL, &found, &error));
  assert_body (found, old_text);
  g_assert_false (sdm_record_store_load (fixture->store, new_head->id, NULL, NULL, NULL));

  page_limit = 100000;
  g_assert_true (sdm_record_store_run (fixture->store, set_page_limit, &error));
  g_assert_true (sdm_record_store_save_draft (fixture->store, head, long_body, &error));
  g_assert_no_error (error);
  g_assert_true (sdm_record_store_load (fixture->store, head->id, NULL, &found_later, &error));
  assert_body (found_later, long_text);
  g_assert_true (sdm_record_store_verify (fixture->store, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/threat/13-newer-file", test_newer);
  fixture_add ("/records/faults/newer-in-the-journal", test_newer_in_the_journal);
  fixture_add ("/records/faults/other-application", test_other_application);
  fixture_add ("/records/faults/not-a-database", test_not_a_database);
  fixture_add ("/records/faults/empty", test_empty);
  fixture_add ("/records/faults/folder-in-its-place", test_folder_in_its_place);
  fixture_add ("/records/faults/link-in-its-place", test_link_in_its_place);
  fixture_add ("/records/faults/journal-without-file", test_journal_without_file);
  fixture_add ("/records/faults/left-over-of-making", test_left_over_of_making);
  fixture_add ("/records/faults/truncated", test_truncated);
  fixture_add ("/threat/14-damaged-file", test_flipped);
  fixture_add ("/records/faults/damaged-one-hides-no-other", test_damaged_one_hides_no_other);
  fixture_add ("/records/faults/swapped", test_swapped);
  fixture_add ("/records/faults/changed-aid", test_changed_aid);
  fixture_add ("/records/faults/unclean-is-checked", test_unclean_is_checked);
  fixture_add ("/records/faults/unclean-and-damaged", test_unclean_and_damaged);
  fixture_add ("/records/faults/path-through-a-file", test_path_through_a_file);
  fixture_add ("/records/faults/read-only-folder", test_read_only_folder);
  fixture_add ("/records/faults/in-use", test_in_use);
  fixture_add ("/records/faults/in-use-by-a-stranger", test_in_use_by_a_stranger);
  g_test_add_func ("/threat/19-network-share", test_shared_filesystems);
  for (gsize i = 0; i < G_N_ELEMENTS (synced_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/threat/19-synced-folder/", synced_cases[i].name, NULL);

      g_test_add (path, Fixture, &synced_cases[i], fixture_set_up, test_synced, fixture_tear_down);
    }
  fixture_add ("/threat/18-full-disk", test_full_disk);

  return g_test_run ();
}
