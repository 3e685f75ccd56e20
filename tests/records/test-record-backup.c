/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "sdm-record-folder-private.h"
#include "sdm-record-upkeep.h"

#define KEY_ENDING ".key"

/* Helpers */

static char *
back_up (Fixture *fixture)
{
  char *path = fixture_dup_path (fixture, "backup.db");
  g_autoptr (GError) error = NULL;

  sdm_record_store_backup (fixture->store, path, &error);
  g_assert_no_error (error);
  return path;
}

static guint
get_mode (const char *path)
{
  struct stat found;

  g_assert_cmpint (stat (path, &found), ==, 0);
  return found.st_mode & 0777;
}

/* The name of a file that the system will not rename; NULL for none. */
static const char *unmovable;

/* Stands before that of the C library. */
int
rename (const char *from,
        const char *to)
{
  if (unmovable != NULL && g_str_has_suffix (from, unmovable))
    {
      errno = EIO;
      return -1;
    }

  return renameat (AT_FDCWD, from, AT_FDCWD, to);
}

static void
save (SdmRecordStore *store,
      guint           number,
      const char     *patient)
{
  g_autoptr (SdmRecordHead) head = make_head (number, patient);
  g_autoptr (GBytes) body = make_body ("what was said");
  g_autoptr (GError) error = NULL;

  sdm_record_store_save_draft (store, head, body, &error);
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What stands in the folder, and how long each is. */
static char *
dup_listing (Fixture *fixture)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = fixture_dup_path (fixture, name);
      struct stat      found;

      g_assert_cmpint (stat (path, &found), ==, 0);
      g_ptr_array_add (lines, g_strdup_printf ("%s %u", name, (guint) found.st_size));
    }
  g_ptr_array_sort (lines, compare_names);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* A backup with Alan in it, and records in which Zoe stands beside him. */
static char *
begin_restoring (Fixture *fixture)
{
  char *path;

  fixture_open (fixture);
  save (fixture->store, 1, "Alan");
  path = back_up (fixture);
  save (fixture->store, 2, "Zoe");
  fixture_close (fixture);
  return path;
}

static void
assert_restored (Fixture    *fixture,
                 const char *path)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_restore (fixture->store, path, &error);
  g_assert_no_error (error);
  fixture_open (fixture);
  assert_listed (fixture->store, "Alan");
  g_assert_true (sdm_record_store_verify (fixture->store, NULL));
  fixture_close (fixture);
}

/* Nothing has changed then, and no file is left of the try. */
static void
assert_not_restored (Fixture    *fixture,
                     const char *path,
                     int         code,
                     const char *words)
{
  g_autofree char *before = dup_listing (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_record_store_restore (fixture->store, path, &error));
  g_assert_error (error, SDM_RECORD_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  after = dup_listing (fixture);
  g_assert_cmpstr (after, ==, before);
  fixture_open (fixture);
  assert_listed (fixture->store, "Zoe Alan");
  fixture_close (fixture);
}

/* Backups */

#define MORE_THAN_A_PIPE_HOLDS (100 * 1024)

static gpointer
copy_from_pipe (gpointer data)
{
  Fixture         *fixture = data;
  g_autofree char *from = fixture_dup_path (fixture, "pipe");
  g_autofree char *to = fixture_dup_path (fixture, "copy");

  return GINT_TO_POINTER (sdm_record_folder_copy_file (from, to, NULL));
}

/* A pipe stops the copy when it has begun, and before it is whole. */
static void
test_private_from_the_first_byte (Fixture      *fixture,
                                  gconstpointer data)
{
  const mode_t     mask = umask (0);
  g_autofree char *from = fixture_dup_path (fixture, "pipe");
  g_autofree char *to = fixture_dup_path (fixture, "copy");
  g_autofree char *bytes = g_strnfill (MORE_THAN_A_PIPE_HOLDS, 'x');
  g_autofree char *contents = NULL;
  GThread         *thread;
  int              file;

  g_assert_cmpint (mkfifo (from, 0600), ==, 0);
  thread = g_thread_new ("copy", copy_from_pipe, fixture);
  file = open (from, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (file, >=, 0);
  g_assert_cmpint (write (file, bytes, MORE_THAN_A_PIPE_HOLDS), ==, MORE_THAN_A_PIPE_HOLDS);
  g_assert_cmpuint (get_mode (to), ==, 0600);
  close (file);
  g_assert_true (GPOINTER_TO_INT (g_thread_join (thread)));
  umask (mask);
  g_assert_true (g_file_get_contents (to, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, bytes);
}

/* What an earlier try left may be open to others, and is not written into. */
static void
test_partial_in_the_way (Fixture      *fixture,
                         gconstpointer data)
{
  static const char *const names[] = { "backup.db", "backup.db.key" };
  const mode_t             mask = umask (0);
  g_autofree char         *backup = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_dup_path (fixture, names[i]);
      g_autofree char *partial = g_strconcat (path, ".partial", NULL);
      g_autofree char *seen = g_strconcat (path, ".seen", NULL);

      g_assert_true (g_file_set_contents_full (partial, "early", -1, G_FILE_SET_CONTENTS_NONE, 0666, NULL));
      g_assert_cmpint (link (partial, seen), ==, 0);
    }

  fixture_open (fixture);
  backup = back_up (fixture);
  umask (mask);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_dup_path (fixture, names[i]);
      g_autofree char *seen = g_strconcat (path, ".seen", NULL);
      g_autofree char *contents = NULL;

      g_assert_cmpuint (get_mode (path), ==, 0600);
      g_assert_true (g_file_get_contents (seen, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "early");
    }
}

/* A key without its file opens nothing. */
static void
test_both_or_neither (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *path = fixture_dup_path (fixture, "backup.db");
  g_autofree char *key = fixture_dup_path (fixture, "backup.db.key");
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  unmovable = "backup.db.partial";
  g_assert_false (sdm_record_store_backup (fixture->store, path, &error));
  unmovable = NULL;
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (key, G_FILE_TEST_EXISTS));
}

/* Putting one back */

static void
test_restore (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const kept[] = { "practice-before-restore-1.db", "practice-before-restore-1.db.key" };
  g_autofree char         *path = begin_restoring (fixture);

  assert_restored (fixture, path);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autofree char *aside = fixture_dup_path (fixture, kept[i]);

      g_assert_true (g_file_test (aside, G_FILE_TEST_IS_REGULAR));
    }
}

/* A key of an earlier time opens something that may have been moved. */
static void
test_key_in_the_way (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *path = begin_restoring (fixture);
  g_autofree char *key = fixture_dup_path (fixture, "practice-before-restore-1.db.key");
  g_autofree char *aside = fixture_dup_path (fixture, "practice-before-restore-2.db");
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (key, "earlier", -1, NULL));
  assert_restored (fixture, path);
  g_assert_true (g_file_get_contents (key, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "earlier");
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_REGULAR));
}

static void
test_no_backup (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *backup = begin_restoring (fixture);
  g_autofree char *own = fixture_dup_path (fixture, "practice.db");
  g_autofree char *linked = fixture_dup_path (fixture, "linked.db");
  g_autofree char *absent = fixture_dup_path (fixture, "absent.db");
  g_autofree char *other = fixture_dup_path (fixture, "other.db");

  assert_not_restored (fixture, own, SDM_RECORD_ERROR_INVALID, "is the file of the records themselves");
  g_assert_cmpint (link (own, linked), ==, 0);
  assert_not_restored (fixture, linked, SDM_RECORD_ERROR_INVALID, "is the file of the records themselves");
  assert_not_restored (fixture, absent, SDM_RECORD_ERROR_IO, "could not be read (No such file");
  g_assert_true (g_file_set_contents (other, "a letter to somebody", -1, NULL));
  assert_not_restored (fixture, other, SDM_RECORD_ERROR_NOT_OURS, "is no backup of Evenhand’s records");
  assert_not_restored (fixture, fixture->folder, SDM_RECORD_ERROR_IO, "could not be read");
  assert_restored (fixture, backup);
}

/* After these no file has got another name. */
static void
test_damaged_backup (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *backup = begin_restoring (fixture);
  g_autofree char *key = g_strconcat (backup, KEY_ENDING, NULL);
  g_autofree char *away = g_strconcat (key, ".away", NULL);
  g_autofree char *contents = NULL;
  gsize            size;

  g_assert_cmpint (g_rename (key, away), ==, 0);
  assert_not_restored (fixture, backup, SDM_RECORD_ERROR_NO_KEY, "which belongs to the backup, is missing");
  g_assert_true (g_file_set_contents (key, "no key", -1, NULL));
  assert_not_restored (fixture, backup, SDM_RECORD_ERROR_NO_KEY, "and all is as it was");
  g_assert_cmpint (g_rename (away, key), ==, 0);

  g_assert_true (g_file_get_contents (backup, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (backup, contents, (gssize) size - 4096, NULL));
  assert_not_restored (fixture, backup, SDM_RECORD_ERROR_DAMAGED, "is cut short");
  for (gsize i = size / 2; i < size; i += 97)
    contents[i] ^= 1;
  g_assert_true (g_file_set_contents (backup, contents, (gssize) size, NULL));
  assert_not_restored (fixture, backup, SDM_RECORD_ERROR_DAMAGED, "and all is as it was");
}

/* A backup with the key of another opens far enough for a journal to be begun. */
static void
test_key_of_another (Fixture      *fixture,
                     gconstpointer data)
{
  Fixture          other = { NULL };
  g_autofree char *backup = begin_restoring (fixture);
  g_autofree char *key = g_strconcat (backup, KEY_ENDING, NULL);
  g_autofree char *others = NULL;
  g_autofree char *contents = NULL;
  gsize            size;

  fixture_set_up (&other, NULL);
  fixture_open (&other);
  others = fixture_dup_path (&other, "practice.key");
  g_assert_true (g_file_get_contents (others, &contents, &size, NULL));
  fixture_tear_down (&other, NULL);

  g_assert_true (g_file_set_contents (key, contents, (gssize) size, NULL));
  assert_not_restored (fixture, backup, SDM_RECORD_ERROR_NO_KEY, "and all is as it was");
}

/* The file has got its other name already when its key does not get one. */
static void
test_key_is_not_moved (Fixture      *fixture,
                       gconstpointer data)
{
  g_autofree char *backup = begin_restoring (fixture);
  g_autofree char *before = dup_listing (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  unmovable = "practice.key";
  g_assert_false (sdm_record_store_restore (fixture->store, backup, &error));
  unmovable = NULL;
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO);
  after = dup_listing (fixture);
  g_assert_cmpstr (after, ==, before);
  fixture_open (fixture);
  assert_listed (fixture->store, "Zoe Alan");
}

static void
test_other_kind (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *backup = begin_restoring (fixture);
  g_autofree char *path = fixture_dup_path (fixture, "records.db");
  g_autoptr (SdmRecordStore) store = sdm_record_store_new_for_kind (fixture->folder, SDM_RECORD_STORE_REAL);
  g_autoptr (GError) error = NULL;

  sdm_record_store_take_access (store, sdm_record_access_new ("Amina", "", 0));
  g_assert_false (sdm_record_store_restore (store, backup, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_OURS);
  g_assert_nonnull (strstr (error->message, "of the other kind"));
  g_assert_nonnull (strstr (error->message, backup));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static gpointer
restore_in_thread (gpointer data)
{
  Fixture         *fixture = data;
  g_autofree char *path = fixture_dup_path (fixture, "backup.db");

  return GINT_TO_POINTER (sdm_record_store_restore (fixture->store, path, NULL));
}

/* The key comes from a pipe, which stops it between one name and the other. */
static void
test_nobody_gets_in (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *backup = begin_restoring (fixture);
  g_autofree char *key = g_strconcat (backup, KEY_ENDING, NULL);
  g_autofree char *bytes = g_strnfill (MORE_THAN_A_PIPE_HOLDS, 'x');
  g_autoptr (SdmRecordStore) second = sdm_record_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;
  GThread *thread;
  int      file;

  g_assert_cmpint (g_unlink (key), ==, 0);
  g_assert_cmpint (mkfifo (key, 0600), ==, 0);
  thread = g_thread_new ("restore", restore_in_thread, fixture);
  file = open (key, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (write (file, bytes, MORE_THAN_A_PIPE_HOLDS), ==, MORE_THAN_A_PIPE_HOLDS);
  g_assert_false (sdm_record_store_open (second, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE);
  close (file);
  g_assert_false (GPOINTER_TO_INT (g_thread_join (thread)));
  fixture_open (fixture);
  assert_listed (fixture->store, "Zoe Alan");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  fixture_add ("/records/backup/private-from-the-first-byte", test_private_from_the_first_byte);
  fixture_add ("/records/backup/partial-in-the-way", test_partial_in_the_way);
  fixture_add ("/records/backup/both-or-neither", test_both_or_neither);
  fixture_add ("/records/restore/put-back", test_restore);
  fixture_add ("/records/restore/key-in-the-way", test_key_in_the_way);
  fixture_add ("/records/restore/no-backup", test_no_backup);
  fixture_add ("/records/restore/damaged-backup", test_damaged_backup);
  fixture_add ("/records/restore/key-of-another", test_key_of_another);
  fixture_add ("/records/restore/key-is-not-moved", test_key_is_not_moved);
  fixture_add ("/records/restore/other-kind", test_other_kind);
  fixture_add ("/records/restore/nobody-gets-in", test_nobody_gets_in);

  return g_test_run ();
}
