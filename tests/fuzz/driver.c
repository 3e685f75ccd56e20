/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Runs a fuzz target where no fuzzer is linked: with each seed as it is, and with copies of it
 * that were damaged in ways that repeat from run to run. Writes TAP.
 *
 * usage: fuzz-THING FILE|FOLDER…
 *
 * EVENHAND_FAULT_LOOPS  damaged copies of each seed (100)
 * EVENHAND_FAULT_SAVE   file that holds the copy that is being read, to be looked at after a crash
 */

#include <gio/gio.h>
#include <string.h>

#include "fuzz-target.h"

#define LOOPS_BY_DEFAULT 100
#define MOST_WOUNDS      4
#define MOST_SHIFTED     64

/* Bytes on which readers of JSON trip: quotes, brackets, escapes, halves of UTF-8, the end of a C string. */
static const char sharp_bytes[] = "\"\\{}[]:,-+.eE0123456789ntf/u \t\n\r\x00\x7f\x80\xbf\xc0\xed\xf4\xff";

static guint n_points;

static void
pass (const char *seed,
      const char *what)
{
  g_print ("ok %u %s %s\n", ++n_points, seed, what);
}

static gsize
pick (GRand *rand,
      gsize  below)
{
  return below == 0 ? 0 : (gsize) (g_rand_double (rand) * below);
}

static void
wound (GByteArray *bytes,
       GRand      *rand)
{
  gsize  at = pick (rand, bytes->len);
  gsize  most = 1 + pick (rand, MOST_SHIFTED); /* drawn once, as MIN looks at it twice */
  gsize  n = MIN (most, bytes->len - at);
  guint8 sharp = (guint8) sharp_bytes[pick (rand, sizeof sharp_bytes - 1)];

  if (bytes->len == 0)
    {
      g_byte_array_append (bytes, &sharp, 1);
      return;
    }

  switch (pick (rand, 6))
    {
    case 0:
      bytes->data[at] ^= (guint8) (1u << pick (rand, 8));
      break;
    case 1:
      bytes->data[at] = sharp;
      break;
    case 2:
      g_byte_array_remove_range (bytes, at, n);
      break;
    case 3:
      {
        g_autofree guint8 *again = g_memdup2 (bytes->data + at, n);
        g_byte_array_append (bytes, again, n);
        break;
      }
    case 4:
      {
        gsize from = pick (rand, bytes->len - n + 1);
        memmove (bytes->data + at, bytes->data + from, n);
        break;
      }
    default:
      /* Rarely: a cut leaves little to be read. */
      if (pick (rand, 4) == 0)
        g_byte_array_set_size (bytes, at);
      else
        bytes->data[at] = '0' + (guint8) pick (rand, 10);
      break;
    }
}

static void
run_damaged (const guint8 *seed,
             gsize         size,
             guint32       number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (size + MOST_SHIFTED);
  const char *save = g_getenv ("EVENHAND_FAULT_SAVE");
  gsize       n_wounds = 1 + pick (rand, MOST_WOUNDS);

  g_byte_array_append (bytes, seed, size);
  for (gsize i = 0; i < n_wounds; i++)
    wound (bytes, rand);
  if (save != NULL)
    g_file_set_contents (save, (const char *) bytes->data, bytes->len, NULL);
  LLVMFuzzerTestOneInput (bytes->data, bytes->len);
}

static gboolean
run_seed (const char *path,
          guint       n_loops)
{
  g_autofree char *contents = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *damaged = g_strdup_printf ("damaged %u times", n_loops);
  g_autoptr (GError) error = NULL;
  gsize size;

  if (!g_file_get_contents (path, &contents, &size, &error))
    {
      g_print ("not ok %u %s: %s\n", ++n_points, name, error->message);
      return FALSE;
    }

  LLVMFuzzerTestOneInput ((const guint8 *) contents, size);
  pass (name, "as it is");
  for (guint i = 0; i < n_loops; i++)
    run_damaged ((const guint8 *) contents, size, i);
  pass (name, damaged);
  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
run_path (const char *path,
          guint       n_loops)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean    good = TRUE;
  const char *name;

  if (folder == NULL)
    return run_seed (path, n_loops);

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    good &= run_seed (g_ptr_array_index (names, i), n_loops);
  return good;
}

int
main (int   argc,
      char *argv[])
{
  const char *asked = g_getenv ("EVENHAND_FAULT_LOOPS");
  guint64     n_loops = LOOPS_BY_DEFAULT;
  gboolean    good = argc > 1;

  if (asked != NULL && !g_ascii_string_to_unsigned (asked, 10, 0, G_MAXINT, &n_loops, NULL))
    {
      g_printerr ("%s: EVENHAND_FAULT_LOOPS is no number: %s\n", argv[0], asked);
      return 2;
    }

  for (int i = 1; i < argc; i++)
    good &= run_path (argv[i], (guint) n_loops);
  g_print ("1..%u\n", n_points);
  return good ? 0 : 1;
}
