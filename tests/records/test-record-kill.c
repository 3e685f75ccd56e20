/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "sdm-record-backups.h"
#include "sdm-record-rotation-private.h"
#include "sdm-record-rows-private.h"

#define N_LOOPS     100 /* of each kind of work in a whole count of a thousand; saving, which is most of it, six times that */
#define N_FEW       20
#define N_DRAFTS    16     /* saved in turn, so that most saves write over one */
#define N_OLD       4      /* documents in the file of the old shape, of which one is damaged */
#define N_LONG      70     /* documents that are there before, more than go into a step */
#define N_LONG_FROM 100000 /* their numbers */
#define STARTED     0      /* told before all other numbers */

/* Every length there is, so that pages come and go. */
static char *
make_text (guint number)
{
  g_autofree char *filler = g_strnfill (number * 7919 % 20000, 'x');

  return g_strdup_printf ("number %u %s", number, filler);
}

/* The child: works until it is killed, and tells each number that is on the disk. */

static void
tell (guint number)
{
  if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
    _exit (1);
}

static SdmRecordStore *
open_store (const char *folder)
{
  SdmRecordStore *store = sdm_record_store_new (folder);
  g_autoptr (GError) error = NULL;

  sdm_record_store_open (store, &error);
  g_assert_no_error (error);
  return store;
}

static void
save_one (SdmRecordStore *store,
          guint           id,
          guint           number,
          gboolean        finish)
{
  g_autoptr (SdmRecordHead) head = make_head (id, "Alan");
  g_autofree char *text = make_text (number);
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GError) error = NULL;

  sdm_record_store_save_draft (store, head, body, &error);
  g_assert_no_error (error);
  if (!finish)
    return;

  set_text (&head->status, "valid");
  sdm_record_store_finalise (store, head, body, &error);
  g_assert_no_error (error);
}

G_NORETURN static void
run_autosave (const char *folder,
              const char *code,
              guint       number)
{
  g_autoptr (SdmRecordStore) store = open_store (folder);

  for (;; number++)
    {
      save_one (store, number % N_DRAFTS, number, FALSE);
      tell (number);
    }
}

G_NORETURN static void
run_finalise (const char *folder,
              const char *code,
              guint       number)
{
  g_autoptr (SdmRecordStore) store = open_store (folder);

  for (;; number++)
    {
      save_one (store, number, number, TRUE);
      tell (number);
    }
}

/* Opening brings the file up to date. */
G_NORETURN static void
run_migration (const char *folder,
               const char *code,
               guint       number)
{
  g_autoptr (SdmRecordStore) store = open_store (folder);

  g_assert_nonnull (store);
  tell (number);
  for (;;)
    pause ();
}

G_NORETURN static void
run_backup (const char *folder,
            const char *code,
            guint       number)
{
  g_autoptr (SdmRecordStore) store = open_store (folder);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);

  for (;; number++)
    {
      g_autofree char *path = NULL;
      g_autoptr (GError) error = NULL;

      save_one (store, number, number, FALSE);
      path = sdm_record_store_backup_into (store, backups, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      tell (number);
    }
}

/* With the recovery code, which takes no time to open the file. */

static guint epoch;

static gboolean
rotate_on (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  gint64   done;
  gint64   all;
  gboolean good;

  if (sdm_record_rotation_is_under_way (*file))
    good = sdm_record_rotation_step (*file, &done, &all, error);
  else
    good = sdm_record_rotation_begin (*file, NULL, NULL, error);
  epoch = sdm_record_keys_get_epoch ((*file)->keys);
  return good;
}

static SdmRecordStore *
open_with_code (const char *folder,
                const char *code)
{
  SdmRecordStore *store = sdm_record_store_new_for_kind (folder, SDM_RECORD_STORE_REAL);
  g_autoptr (GError) error = NULL;

  sdm_record_store_take_access (store, sdm_record_access_new_for_code (code, NULL));
  sdm_record_store_open (store, &error);
  g_assert_no_error (error);
  return store;
}

G_NORETURN static void
run_rotation (const char *folder,
              const char *code,
              guint       number)
{
  g_autoptr (SdmRecordStore) store = open_with_code (folder, code);
  g_autoptr (GError) error = NULL;

  for (;;)
    {
      sdm_record_store_run (store, rotate_on, &error);
      g_assert_no_error (error);
      tell (epoch);
    }
}

/* The parent: what is there after each death */

/* What the children do in turn on one store; told: of the last numbers, each in its place. */
typedef struct
{
  const char *name;
  guint       loops;
  guint       per_store;
  int         most_heard;
  int         most_delay; /* and so many microseconds after that */
  void (*run) (const char *folder,
               const char *code,
               guint       number);
  char *(*prepare) (Fixture *fixture); /* nullable; gives the recovery code */
  guint (*check) (Fixture    *fixture,
                  const char *code,
                  guint       first,
                  guint       told[N_DRAFTS]);
} Work;

static guint
find_last (guint told[N_DRAFTS])
{
  guint last = 0;

  for (guint i = 0; i < N_DRAFTS; i++)
    last = MAX (last, told[i]);

  return last;
}

static GPid
start_child (const Work *work,
             const char *folder,
             const char *code,
             guint       number,
             int        *from_child)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *first = g_strdup_printf ("%u", number);
  const char      *argv[] = { program, "--child", work->name, folder, code != NULL ? code : "", first, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, from_child, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

/* Notes the number told, and returns whether there was one. */
static gboolean
hear (int   from_child,
      guint told[N_DRAFTS])
{
  guint number;

  if (read (from_child, &number, sizeof number) != sizeof number)
    return FALSE;

  told[number % N_DRAFTS] = number;
  return TRUE;
}

/* A machine that is busy starts a program late, and the delay counts from when there is something to kill. */
static void
wait_for_start (int from_child)
{
  guint number;

  g_assert_cmpint (read (from_child, &number, sizeof number), ==, sizeof number);
  g_assert_cmpuint (number, ==, STARTED);
}

/* Starts a child, hears some of what it did, and kills it in the middle of what comes then. */
static void
kill_one (const Work *work,
          const char *folder,
          const char *code,
          GRand      *rand,
          guint       next,
          guint       told[N_DRAFTS])
{
  const int heard = g_rand_int_range (rand, 0, work->most_heard);
  const int delay = g_rand_int_range (rand, 0, work->most_delay);
  int       from_child;
  int       status;
  GPid      pid = start_child (work, folder, code, next, &from_child);

  wait_for_start (from_child);
  for (int i = 0; i < heard; i++)
    g_assert_true (hear (from_child, told));
  g_usleep ((gulong) delay);

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* it did not end by itself */
  while (hear (from_child, told))
    ;
  close (from_child);
}

/* What is there must be whole, and not older than what was told. */
static guint
check_drafts (SdmRecordStore *store,
              guint           told[N_DRAFTS])
{
  guint newest = 0;

  for (guint i = 0; i < N_DRAFTS; i++)
    {
      g_autoptr (SdmRecordHead) head = make_head (i, NULL);
      g_autoptr (GBytes) body = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *found = NULL;
      g_autofree char *text = NULL;
      guint            number;

      if (!sdm_record_store_load (store, head->id, NULL, &body, &error))
        {
          g_assert_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND);
          g_assert_cmpuint (told[i], ==, 0);
          continue;
        }
      found = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
      g_assert_cmpint (sscanf (found, "number %u ", &number), ==, 1);
      g_assert_cmpuint (number, >=, told[i]);
      text = make_text (number);
      g_assert_cmpstr (found, ==, text);
      newest = MAX (newest, number);
    }

  return newest;
}

static void
verify (SdmRecordStore *store)
{
  g_autoptr (GError) error = NULL;

  sdm_record_store_verify (store, &error);
  g_assert_no_error (error);
}

static guint
check_autosave (Fixture    *fixture,
                const char *code,
                guint       first,
                guint       told[N_DRAFTS])
{
  guint newest;

  fixture_open (fixture);
  newest = check_drafts (fixture->store, told);
  verify (fixture->store);
  return newest;
}

/* Each that was told is final; of the next there is nothing, a draft, or all. */
static guint
check_finalise (Fixture    *fixture,
                const char *code,
                guint       first,
                guint       told[N_DRAFTS])
{
  const guint last = find_last (told);
  guint       number;

  fixture_open (fixture);
  verify (fixture->store);
  for (number = first;; number++)
    {
      g_autoptr (SdmRecordHead) expected = make_head (number, NULL);
      g_autoptr (SdmRecordHead) head = NULL;
      g_autoptr (GBytes) body = NULL;
      g_autofree char *text = make_text (number);

      if (!sdm_record_store_load (fixture->store, expected->id, &head, &body, NULL))
        break;
      assert_body (body, text);
      g_assert_cmpuint (head->version, ==, g_str_equal (head->status, "valid") ? 1 : 0);
      g_assert_true (number > last || head->version == 1);
    }
  g_assert_cmpuint (number, >, last);
  return number;
}

static char *
prepare_old (Fixture *fixture)
{
  fixture_copy_old (fixture, "practice-shape-1.db", "practice.db");
  return NULL;
}

static guint
check_migration (Fixture    *fixture,
                 const char *code,
                 guint       first,
                 guint       told[N_DRAFTS])
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GPtrArray) finished = NULL;
  guint n_whole = 0;

  fixture_open (fixture);
  drafts = sdm_record_store_list_drafts (fixture->store, NULL);
  finished = sdm_record_store_list_finished (fixture->store, NULL);
  g_assert_cmpuint (drafts->len + finished->len, ==, N_OLD);
  for (guint i = 0; i < drafts->len + finished->len; i++)
    {
      const SdmRecordHead *head = i < drafts->len ? g_ptr_array_index (drafts, i) : g_ptr_array_index (finished, i - drafts->len);

      n_whole += sdm_record_store_load (fixture->store, head->id, NULL, NULL, NULL) ? 1 : 0;
    }
  g_assert_cmpuint (n_whole, ==, N_OLD - 1);
  return first;
}

static char *
prepare_backup (Fixture *fixture)
{
  g_autofree char *folder = fixture_dup_path (fixture, "backups");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture_open (fixture);
  for (guint i = 0; i < N_LONG; i++)
    save_one (fixture->store, N_LONG_FROM + i, 7, FALSE);
  fixture_close (fixture);
  return NULL;
}

/* The name of the newest; each is whole and has its key. */
static char *
find_newest (Fixture *fixture,
             guint   *n_partial)
{
  g_autofree char *folder = fixture_dup_path (fixture, "backups");
  GDir            *dir = g_dir_open (folder, 0, NULL);
  char            *newest = NULL;
  const char      *name;

  *n_partial = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("backups", name, NULL);
      g_autofree char *key = g_strconcat (folder, "/", name, ".key", NULL);
      g_autofree char *found = NULL;

      if (g_str_has_suffix (name, ".partial"))
        ++*n_partial;
      if (!g_str_has_suffix (name, ".db"))
        continue;
      found = fixture_ask (fixture, path, "PRAGMA integrity_check");
      g_assert_cmpstr (found, ==, "ok");
      g_assert_true (g_file_test (key, G_FILE_TEST_EXISTS));
      if (newest == NULL || strcmp (path, newest) > 0)
        set_text (&newest, path);
    }
  g_dir_close (dir);

  return newest;
}

static guint
check_backup (Fixture    *fixture,
              const char *code,
              guint       first,
              guint       told[N_DRAFTS])
{
  const guint      last = find_last (told);
  g_autofree char *backups = fixture_dup_path (fixture, "backups");
  g_autofree char *copy = fixture_dup_path (fixture, "practice.db.backup");
  guint            n_partial;
  g_autofree char *newest = find_newest (fixture, &n_partial);
  g_autofree char *n_kept = newest != NULL ? fixture_ask (fixture, newest, "SELECT count (*) FROM draft") : g_strdup ("0");
  g_autofree char *path = NULL;
  g_autofree char *after = NULL;
  g_autofree char *n_drafts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (last == 0 || g_ascii_strtoull (n_kept, NULL, 10) >= N_LONG + last);

  /* The next one removes what was left of the one that was cut off. */
  fixture_open (fixture);
  path = sdm_record_store_backup_into (fixture->store, backups, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_close (fixture);
  after = find_newest (fixture, &n_partial);
  g_assert_cmpuint (n_partial, ==, 0);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  n_drafts = fixture_ask (fixture, "practice.db", "SELECT count (*) FROM draft");
  return (guint) g_ascii_strtoull (n_drafts, NULL, 10) - N_LONG;
}

static char *
prepare_rotation (Fixture *fixture)
{
  g_auto (SdmRecordRecovery) recovery = { NULL };
  g_autoptr (SdmRecordStore) store = new_store_in_use (fixture, &recovery);

  for (guint i = 1; i <= N_LONG; i++)
    {
      g_autoptr (SdmRecordHead) head = make_real_head (i);
      g_autofree char *text = make_text (i);
      g_autoptr (GBytes) body = make_body (text);

      if (i % 2 == 0)
        set_text (&head->status, "valid");
      g_assert_true (i % 2 == 0 ? sdm_record_store_finalise (store, head, body, NULL)
                                : sdm_record_store_save_draft (store, head, body, NULL));
    }
  return g_strdup (recovery.code);
}

static gboolean
look_through (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  epoch = sdm_record_keys_get_epoch ((*file)->keys);
  return sdm_record_rows_verify (*file, error);
}

static guint
check_rotation (Fixture    *fixture,
                const char *code,
                guint       first,
                guint       told[N_DRAFTS])
{
  g_autoptr (SdmRecordStore) store = open_with_code (fixture->folder, code);
  g_autofree char *n_documents = NULL;
  g_autoptr (GError) error = NULL;

  sdm_record_store_run (store, look_through, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (epoch, >=, find_last (told));
  sdm_record_store_close (store, NULL);
  n_documents = fixture_ask (fixture, "records.db", "SELECT (SELECT count (*) FROM draft) + (SELECT count (*) FROM version)");
  g_assert_cmpuint ((guint) g_ascii_strtoull (n_documents, NULL, 10), ==, N_LONG + 1);
  return epoch;
}

static const Work works[] = {
  { "autosave", 6 * N_LOOPS, 40, 24, 3000, run_autosave, NULL, check_autosave },
  { "finalise", N_LOOPS, 10, 12, 3000, run_finalise, NULL, check_finalise },
  { "migration", N_LOOPS, 1, 1, 30000, run_migration, prepare_old, check_migration },
  { "rotation", N_LOOPS, 10, 12, 10000, run_rotation, prepare_rotation, check_rotation },
  { "backup", N_LOOPS, 10, 2, 60000, run_backup, prepare_backup, check_backup },
};

static gboolean
has_journal (Fixture *fixture)
{
  static const char *const names[] = { "practice.db-wal", "practice.db-journal", "records.db-wal" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *journal = fixture_dup_path (fixture, names[i]);

      if (g_file_test (journal, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

/* Everything that a child told is there after it was killed, and all that is there is whole. */
static void
test_all_that_was_told_is_there (gconstpointer data)
{
  const Work *work = data;
  const guint loops = fixture_get_loops (work->loops);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  guint n_told = 0;
  guint n_unclean = 0;

  for (guint i = 0; i < loops; i += work->per_store)
    {
      guint            told[N_DRAFTS] = { 0 };
      guint            next = 1;
      Fixture          fixture = { NULL };
      g_autofree char *code = NULL;

      fixture_set_up (&fixture, NULL);
      code = work->prepare != NULL ? work->prepare (&fixture) : NULL;
      for (guint j = i; j < loops && j < i + work->per_store; j++)
        {
          kill_one (work, fixture.folder, code, rand, next, told);
          n_unclean += has_journal (&fixture) ? 1 : 0;
          next = MAX (next, work->check (&fixture, code, next, told) + 1);
          fixture_close (&fixture);
        }
      n_told += find_last (told);
      fixture_tear_down (&fixture, NULL);
    }

  g_test_message ("%u children were killed, %u with a journal left, who told up to %u", loops, n_unclean, n_told);
  /* Of only a few, all may have been killed between two. */
  g_assert_true (n_unclean > 0 || loops < N_FEW);
  g_assert_true (n_told > 0 || work->most_heard == 1);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 6 && g_str_equal (argv[1], "--child"))
    {
      tell (STARTED);
      for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
        if (g_str_equal (argv[2], works[i].name))
          works[i].run (argv[3], argv[4], (guint) g_ascii_strtoull (argv[5], NULL, 10));
      return 1;
    }

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *name = g_strconcat ("/records/kill/", works[i].name, NULL);

      g_test_add_data_func (name, &works[i], test_all_that_was_told_is_there);
    }

  return g_test_run ();
}
