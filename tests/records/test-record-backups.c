/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sdm-record-backups-private.h"
#include "sdm-record-backups.h"
#include "sdm-record-upkeep.h"

/* Which stay */

typedef struct
{
  const char *label;
  const char *names; /* of what is there, in any order */
  const char *gone;
} ChooseCase;

#define P "evenhand-practice-"

static const ChooseCase choose_cases[] = {
  { "none", "", "" },
  { "one", P "20261130-120000.db", "" },
  { "the-last-of-a-day", P "20261130-120000.db " P "20261130-120001.db " P "20261130-115959.db",
    P "20261130-120000.db " P "20261130-115959.db" },
  /* 30 November 2026 is a Monday. The 8th day stays as the last of its week. */
  { "eighth-day-ends-a-week",
    P "20261130-120000.db " P "20261129-120000.db " P "20261128-120000.db " P "20261127-120000.db " P "20261126-120000.db " P
      "20261125-120000.db " P "20261124-120000.db " P "20261123-120000.db " P "20261122-120000.db",
    P "20261123-120000.db" },
  { "weeks-end-as-a-month-does",
    P "20261130-120000.db " P "20261129-120000.db " P "20261128-120000.db " P "20261127-120000.db " P "20261126-120000.db " P
      "20261125-120000.db " P "20261124-120000.db " P "20261122-120000.db " P "20261115-120000.db " P "20261108-120000.db " P
      "20261101-120000.db " P "20261025-120000.db",
    P "20261101-120000.db" },
  { "months-end", /* each alone in its week and day: 7 days, and months up to the 12th */
    P "20261130-120000.db " P "20261031-120000.db " P "20260930-120000.db " P "20260831-120000.db " P "20260731-120000.db " P
      "20260630-120000.db " P "20260531-120000.db " P "20260430-120000.db " P "20260331-120000.db " P "20260228-120000.db " P
      "20260131-120000.db " P "20251231-120000.db " P "20251130-120000.db",
    P "20251130-120000.db" },
  { "of-others",
    P "20261130-120000.db " P "20261130-110000.db-journal " P "20261130.db " P "20261131-120000.db " P "2026113a-120000.db " P
      "20261130-120000.db.key evenhand-records-20261130-100000.db x" P "20261130-100000.db " P "20261130 120000.db notes.txt",
    "" },
};

static void
test_choose (gconstpointer data)
{
  const ChooseCase *c = data;
  g_auto (GStrv) words = g_strsplit (c->names, " ", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (names, words[i]);
  gone = sdm_record_backups_choose (SDM_RECORD_STORE_PRACTICE, names);
  for (guint i = 0; i < gone->len; i++)
    g_ptr_array_add (told, g_ptr_array_index (gone, i));
  g_ptr_array_add (told, NULL);
  text = g_strjoinv (" ", (char **) told->pdata);
  g_assert_cmpstr (text, ==, c->gone);
}

/* Making them */

#define N_LONG 24 /* documents, so that a copy takes several steps */

static char *
make_folder (Fixture *fixture)
{
  char *folder = fixture_dup_path (fixture, "backups");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

static void
save_long (SdmRecordStore *store,
           guint           number)
{
  g_autoptr (SdmRecordHead) head = make_head (number, "Alan");
  g_autofree char *text = g_strnfill (100 * 1000, 'x');
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GError) error = NULL;

  sdm_record_store_save_draft (store, head, body, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *fixture)
{
  fixture_open (fixture);
  for (guint i = 0; i < N_LONG; i++)
    save_long (fixture->store, i);
}

static void
put_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, name, -1, NULL));
}

static gboolean
has_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static guint
count_files (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}

typedef struct
{
  Fixture      *fixture;
  guint         n_calls;
  guint         n_saved;
  gint64        done;
  gint64        all;
  gboolean      saves;
  gboolean      closes;
  gboolean      spoils;
  GCancellable *cancellable;
} Progress;

/* As a disk would that wrote something else. */
static void
spoil (Fixture *fixture)
{
  g_autofree char *path = fixture_dup_path (fixture, "practice.db.backup");
  g_autofree char *content = NULL;
  gsize            size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  memset (content + 4096, 0xff, 4096);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

static void
progress_cb (gint64   done,
             gint64   all,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpint (done, <=, all);
  progress->done = done;
  progress->all = all;
  progress->n_calls++;
  /* Half of the way the copy is whole. */
  if (progress->saves && 2 * done < all)
    save_long (progress->fixture->store, 100 + progress->n_saved++);
  if (progress->closes && progress->n_calls == 1)
    fixture_close (progress->fixture);
  if (progress->spoils && 2 * done == all)
    spoil (progress->fixture);
  if (progress->cancellable != NULL && progress->n_calls == 2)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_into (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const others[] = { "notes.txt", "evenhand-records-20200101-100000.db", "evenhand-practice-1.db.partial" };
  g_autofree char         *folder = make_folder (fixture);
  Progress                 progress = { .fixture = fixture, .saves = TRUE };
  g_autoptr (SdmRecordStore) second = NULL;
  g_autofree char *other = fixture_dup_path (fixture, "other");
  g_autofree char *path = NULL;
  g_autofree char *key = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    put_file (folder, others[i]);
  put_file (folder, "evenhand-practice-20200101-100000.db");
  put_file (folder, "evenhand-practice-20200101-100000.db.key");
  put_file (folder, "evenhand-practice-20200101-110000.db");
  put_file (folder, "evenhand-practice-20200101-120000.db.partial");
  put_file (folder, "evenhand-practice-20200101-120000.db.key.partial");

  fill (fixture);
  path = sdm_record_store_backup_into (fixture->store, folder, NULL, progress_cb, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progress.n_calls, >, 2);
  g_assert_cmpint (progress.done, ==, progress.all);
  key = g_strconcat (path, ".key", NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) && g_file_test (key, G_FILE_TEST_EXISTS));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (has_file (folder, others[i]));
  g_assert_true (has_file (folder, "evenhand-practice-20200101-110000.db"));
  g_assert_cmpuint (count_files (folder), ==, G_N_ELEMENTS (others) + 3);

  /* All that was saved before the last step is in it. */
  second = sdm_record_store_new (other);
  sdm_record_store_restore (second, path, &error);
  g_assert_no_error (error);
  sdm_record_store_open (second, &error);
  g_assert_no_error (error);
  drafts = sdm_record_store_list_drafts (second, &error);
  g_assert_cmpuint (drafts->len, ==, N_LONG + progress.n_saved);
  g_assert_cmpuint (progress.n_saved, >, 1);
}

static void
assert_nothing_new (Fixture    *fixture,
                    const char *folder)
{
  static const char *const left[] = { "practice.db.backup", "practice.db.backup-wal", "practice.db.backup-shm", "practice.db.backup-journal" };

  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_true (has_file (folder, "evenhand-practice-20200101-100000.db"));
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    g_assert_false (has_file (fixture->folder, left[i]));
}

static void
test_none_made (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *folder = make_folder (fixture);
  g_autofree char *nowhere = fixture_dup_path (fixture, "nowhere");
  g_autofree char *path = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Progress cancels = { .fixture = fixture, .cancellable = cancellable };
  Progress closes = { .fixture = fixture, .closes = TRUE };
  Progress spoils = { .fixture = fixture, .spoils = TRUE };
  g_autoptr (GError) error = NULL;

  put_file (folder, "evenhand-practice-20200101-100000.db");
  fill (fixture);
  g_assert_null (sdm_record_store_backup_into (fixture->store, nowhere, NULL, NULL, NULL, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_nothing_new (fixture, folder);

  g_assert_null (sdm_record_store_backup_into (fixture->store, folder, cancellable, progress_cb, &cancels, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  assert_nothing_new (fixture, folder);

  g_assert_null (sdm_record_store_backup_into (fixture->store, folder, NULL, progress_cb, &closes, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
  g_clear_error (&error);
  assert_nothing_new (fixture, folder);

  fixture_open (fixture);
  g_assert_null (sdm_record_store_backup_into (fixture->store, folder, NULL, progress_cb, &spoils, &error));
  g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_DAMAGED);
  g_clear_error (&error);
  assert_nothing_new (fixture, folder);

  path = sdm_record_store_backup_into (fixture->store, folder, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (choose_cases); i++)
    {
      g_autofree char *name = g_strconcat ("/records/backups/choose/", choose_cases[i].label, NULL);

      g_test_add_data_func (name, &choose_cases[i], test_choose);
    }
  fixture_add ("/records/backups/into", test_into);
  fixture_add ("/records/backups/none-made", test_none_made);

  return g_test_run ();
}
