/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_LOOPS     200
#define N_DRAFTS    16   /* saved in turn, so that most saves write over one */
#define N_PER_STORE 50   /* children that die on one store, before a new one is begun */
#define MOST_SAVES  24   /* seen before the child is killed */
#define MOST_DELAY  3000 /* and microseconds after that */

/* Every length there is, so that pages come and go. */
static char *
make_text (guint number)
{
  g_autofree char *filler = g_strnfill (number * 7919 % 20000, 'x');

  return g_strdup_printf ("number %u %s", number, filler);
}

/* The child: saves until it is killed, and tells each number that is on the disk. */
static int
run_child (const char *folder,
           guint       number)
{
  g_autoptr (SdmRecordStore) store = sdm_record_store_new (folder);
  g_autoptr (GError) error = NULL;

  sdm_record_store_open (store, &error);
  g_assert_no_error (error);

  for (;; number++)
    {
      g_autoptr (SdmRecordHead) head = make_head (number % N_DRAFTS, "Alan");
      g_autofree char *text = make_text (number);
      g_autoptr (GBytes) body = make_body (text);

      sdm_record_store_save_draft (store, head, body, &error);
      g_assert_no_error (error);
      if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
        return 1;
    }
}

static GPid
start_child (const char *folder,
             guint       number,
             int        *from_child)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *first = g_strdup_printf ("%u", number);
  const char      *argv[] = { program, "--child", folder, first, NULL };
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

/* Starts a child, hears some of its saves, and kills it in the middle of a later one. */
static void
kill_one (const char *folder,
          GRand      *rand,
          guint       next,
          guint       told[N_DRAFTS])
{
  const int saves = g_rand_int_range (rand, 0, MOST_SAVES);
  const int delay = g_rand_int_range (rand, 0, MOST_DELAY);
  int       from_child;
  int       status;
  GPid      pid = start_child (folder, next, &from_child);

  for (int i = 0; i < saves; i++)
    g_assert_true (hear (from_child, told));
  g_usleep ((gulong) delay);

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status)); /* it did not end by itself */
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
test_every_told_save_is_there (void)
{
  const guint loops = fixture_get_loops (N_LOOPS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  guint n_unclean = 0;
  guint n_saves = 0;

  for (guint i = 0; i < loops; i += N_PER_STORE)
    {
      guint   told[N_DRAFTS] = { 0 };
      guint   next = 1;
      Fixture fixture = { NULL };

      fixture_set_up (&fixture, NULL);
      for (guint j = i; j < loops && j < i + N_PER_STORE; j++)
        {
          g_autofree char *journal = fixture_dup_path (&fixture, "practice.db-wal");
          g_autoptr (GError) error = NULL;

          kill_one (fixture.folder, rand, next, told);
          if (g_file_test (journal, G_FILE_TEST_EXISTS))
            n_unclean++;

          fixture_open (&fixture);
          next = MAX (next, check_drafts (fixture.store, told) + 1);
          sdm_record_store_verify (fixture.store, &error);
          g_assert_no_error (error);
          fixture_close (&fixture);
        }
      n_saves += next - 1;
      fixture_tear_down (&fixture, NULL);
    }

  g_test_message ("%u children were killed, %u with a journal left, after %u saves", loops, n_unclean, n_saves);
  g_assert_cmpuint (n_unclean, >, 0);
  g_assert_cmpuint (n_saves, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10));

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/records/kill/every-told-save-is-there", test_every_told_save_is_there);

  return g_test_run ();
}
