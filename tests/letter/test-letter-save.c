/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sdm-letter.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gstdio.h>

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("evenhand-letter-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "letter.pdf", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->file);
}

static void
test_replaces_whole_file (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  GStatBuf         status;

  g_file_set_contents (fixture->path, "the old letter", -1, NULL);
  g_assert_true (sdm_letter_save (bytes, fixture->file, &error));
  g_assert_no_error (error);
  g_file_get_contents (fixture->path, &found, NULL, NULL);
  g_assert_cmpstr (found, ==, "new");
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_full_disk_keeps_old_file (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *large = g_strnfill (200000, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (large, strlen (large));
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  struct rlimit    old = { 0 };
  struct rlimit    small = { 0 };
  gboolean         saved = FALSE;

  g_file_set_contents (fixture->path, "the old letter", -1, NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 100000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  saved = sdm_letter_save (bytes, fixture->file, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (saved);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_file_get_contents (fixture->path, &found, NULL, NULL);
  g_assert_cmpstr (found, ==, "the old letter");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_refuses_what_is_not_a_file (void)
{
  static const char *const places[] = { "/dev/full", "/dev/null", "/tmp" };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (places[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (sdm_letter_save (bytes, file, &error));
      g_assert_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_TARGET);
    }
}

static void
test_missing_folder (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GFile) file = g_file_resolve_relative_path (fixture->file, "../none/letter.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_letter_save (bytes, file, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* A folder that this account may not write into keeps the letter that lies there, and nothing else. */
static void
test_unwritable_folder (Fixture      *fixture,
                        gconstpointer data)
{
  const uid_t own = geteuid ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GBytes) text = g_bytes_new_static ("words", 5);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  gboolean         saved;

  g_file_set_contents (fixture->path, "the old letter", -1, NULL);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  /* Nothing stops the account of the system. */
  if (own == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  saved = sdm_letter_save_with_text (bytes, text, fixture->file, &error);
  if (own == 0)
    g_assert_cmpint (seteuid (own), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);

  g_assert_false (saved);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES);
  g_file_get_contents (fixture->path, &found, NULL, NULL);
  g_assert_cmpstr (found, ==, "the old letter");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/letter/save/replaces-whole-file", Fixture, NULL, set_up, test_replaces_whole_file, tear_down);
  g_test_add ("/letter/save/full-disk-keeps-old-file", Fixture, NULL, set_up, test_full_disk_keeps_old_file, tear_down);
  g_test_add ("/letter/save/unwritable-folder", Fixture, NULL, set_up, test_unwritable_folder, tear_down);
  g_test_add ("/letter/save/missing-folder", Fixture, NULL, set_up, test_missing_folder, tear_down);
  g_test_add_func ("/letter/save/refuses-what-is-not-a-file", test_refuses_what_is_not_a_file);
  return g_test_run ();
}
