/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include <stdio.h>

#include "fault-vfs.h"
#include "sdm-record-rows-private.h"

/*
 * An I/O error at each call, a disk that is full at each write, a power cut
 * at each call: what was said to be kept must be there afterwards, in a file
 * that is sound, and nothing that was never written.
 */

#define FEWEST_CALLS 50
#define FIRST_ROUND  2
#define SECOND_ROUND 20
#define N_SAVES      6
#define N_CUTS       1000 /* in a whole count */
#define STRIDE       9    /* calls from one that fails to the next, but in a whole count */

/* What was said to be kept: the number of the last text of each draft, and whether the last was finished. */
typedef struct
{
  guint    kept[2];
  guint    tried[2];
  gboolean finished;
} Told;

static char *
make_text (guint number)
{
  g_autofree char *filler = g_strnfill (number * 7919 % 9000, 'x');

  return g_strdup_printf ("number %u %s", number, filler);
}

static void
save (SdmRecordFile *file,
      guint          number,
      Told          *told)
{
  g_autoptr (SdmRecordHead) head = make_head (number % 2, "Alan");
  g_autofree char *text = make_text (number);
  g_autoptr (GBytes) body = make_body (text);
  g_autoptr (GError) error = NULL;

  told->tried[number % 2] = number;
  if (sdm_record_rows_save_draft (file, head, body, &error))
    told->kept[number % 2] = number;
  else
    g_assert_true (error->domain == SDM_RECORD_ERROR);
}

static void
finish (SdmRecordFile *file,
        guint          number,
        Told          *told)
{
  g_autoptr (SdmRecordHead) head = make_head (number, "Zoe");
  g_autoptr (GBytes) body = make_body ("decided");
  g_autoptr (GError) error = NULL;

  set_text (&head->status, "valid");
  told->finished = sdm_record_rows_finalise (file, head, body, &error);
  g_assert_true (told->finished || error->domain == SDM_RECORD_ERROR);
}

/* A consultation's worth of work; texts are numbered from @first. */
static void
work (Fixture *fixture,
      guint    first,
      Told    *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFile) file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);

  if (file == NULL)
    {
      g_assert_true (error->domain == SDM_RECORD_ERROR);
      return;
    }
  for (guint i = first; i < first + N_SAVES; i++)
    save (file, i, told);
  finish (file, first, told);
}

/* Not older than what was said to be kept. A later try may have got there though it was not said. */
static void
check_draft (SdmRecordFile *file,
             const Told    *told,
             guint          which,
             const char    *what,
             guint          at)
{
  g_autoptr (SdmRecordHead) wanted = make_head (which, NULL);
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *found = NULL;
  g_autofree char *text = NULL;
  guint            number;

  if (!sdm_record_rows_load (file, wanted->id, &head, &body, NULL))
    g_error ("%s at %u: draft %u is lost", what, at, which);

  found = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_assert_cmpint (sscanf (found, "number %u ", &number), ==, 1);
  if (number < told->kept[which] || number > told->tried[which])
    g_error ("%s at %u: draft %u is of number %u, and %u was kept", what, at, which, number, told->kept[which]);
  text = make_text (number);
  g_assert_cmpstr (found, ==, text);
}

static void
check_finished (SdmRecordFile *file,
                guint          number,
                const char    *what,
                guint          at)
{
  g_autoptr (SdmRecordHead) wanted = make_head (number, NULL);
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  if (!sdm_record_rows_load (file, wanted->id, &head, &body, NULL))
    g_error ("%s at %u: the finished record %u is lost", what, at, number);
  assert_body (body, "decided");
}

static void
check (Fixture    *fixture,
       const Told *told,
       const char *what,
       guint       at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordFile) file = sdm_record_file_open (fixture->folder, SDM_RECORD_STORE_PRACTICE, NULL, NULL, &error);

  if (file == NULL)
    g_error ("%s at %u: %s", what, at, error->message);
  check_draft (file, told, 0, what, at);
  check_draft (file, told, 1, what, at);
  check_finished (file, FIRST_ROUND, what, at);
  if (told->finished)
    check_finished (file, SECOND_ROUND, what, at);
  if (!sdm_record_rows_verify (file, &error))
    g_error ("%s at %u: %s", what, at, error->message);
}

/* A folder with a file in it that some work was done on. */
static void
begin (Fixture *fixture,
       Told    *told)
{
  fault_vfs_reset ();
  fixture_set_up (fixture, NULL);
  work (fixture, FIRST_ROUND, told);
  g_assert_true (told->finished);
}

static void
end (Fixture *fixture)
{
  fault_vfs_reset ();
  fixture_tear_down (fixture, NULL);
}

static guint
count_calls (void)
{
  Fixture fixture = { NULL };
  Told    told = { 0 };
  guint   calls;

  begin (&fixture, &told);
  fault_vfs_set (FAULT_NONE, 0);
  work (&fixture, SECOND_ROUND, &told);
  calls = fault_vfs_get_calls ();
  g_assert_cmpuint (calls, >, FEWEST_CALLS);
  end (&fixture);

  return calls;
}

/* Returns whether anything failed there. */
static gboolean
run_at (FaultKind   kind,
        const char *what,
        guint       at,
        GRand      *rand)
{
  Fixture  fixture = { NULL };
  Told     told = { 0 };
  gboolean is_hit;

  begin (&fixture, &told);
  fault_vfs_set (kind, at);
  told.finished = FALSE;
  work (&fixture, SECOND_ROUND, &told);
  is_hit = fault_vfs_is_hit ();
  if (rand != NULL)
    fault_vfs_cut_power (rand);
  fault_vfs_reset ();
  check (&fixture, &told, what, at);
  end (&fixture);

  return is_hit;
}

static void
test_io_error (void)
{
  const guint calls = count_calls ();

  for (guint at = 1; at <= calls; at += fixture_get_stride (STRIDE))
    g_assert_true (run_at (FAULT_IO_ONCE, "I/O error", at, NULL));
}

static void
test_full (void)
{
  const guint calls = count_calls ();
  guint       at = 1;

  /* After the last write there is nothing that a full disk keeps from anybody. */
  while (at <= calls && run_at (FAULT_FULL, "full disk", at, NULL))
    at += fixture_get_stride (STRIDE);
  g_assert_cmpuint (at, >, calls - STRIDE);
}

static void
test_power_cut (void)
{
  const guint calls = count_calls ();
  const guint loops = fixture_get_loops (N_CUTS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261130);

  for (guint i = 0; i < loops; i++)
    g_assert_true (run_at (FAULT_POWER, "power cut", (guint) g_rand_int_range (rand, 1, (gint32) calls + 1), rand));
  g_test_message ("%u power cuts", loops);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();

  g_test_add_func ("/records/disk/io-error", test_io_error);
  g_test_add_func ("/records/disk/full", test_full);
  g_test_add_func ("/records/disk/power-cut", test_power_cut);

  return g_test_run ();
}
