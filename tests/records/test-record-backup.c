/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "sdm-record-folder-private.h"

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

/* Backups */

#define MORE_THAN_A_PIPE_HOLDS (100 * 1024)

static gpointer
copy_from_pipe (gpointer data)
{
  Fixture         *fixture = data;
  g_autofree char *from = fixture_dup_path (fixture, "pipe");
  g_autofree char *to = fixture_dup_path (fixture, "copy");

  return GINT_TO_POINTER (sdm_record_folder_copy_file (from, to));
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  fixture_add ("/records/backup/private-from-the-first-byte", test_private_from_the_first_byte);
  fixture_add ("/records/backup/partial-in-the-way", test_partial_in_the_way);

  return g_test_run ();
}
