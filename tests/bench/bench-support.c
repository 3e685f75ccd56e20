/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include <stdlib.h>

BenchArguments
bench_read_arguments (int    argc,
                      char **argv)
{
  BenchArguments arguments = { 0 };
  guint64        repetitions = 0;

  if (argc != 4 || !g_ascii_string_to_unsigned (argv[1], 10, 1, 1000, &repetitions, NULL))
    {
      g_printerr ("usage: %s REPETITIONS SOURCE-ROOT FOLDER\n", argv[0]);
      exit (2);
    }
  arguments.repetitions = (guint) repetitions;
  arguments.source = argv[2];
  arguments.folder = argv[3];

  return arguments;
}

/* How many of @n things to take: all of them, or a few in a trial. */
guint
bench_count (const BenchArguments *arguments,
             guint                 n)
{
  return arguments->repetitions > 1 ? n : MAX (n / 20, 1);
}

/* Milliseconds that only go forward. */
double
bench_now (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* One repetition of one row, in any unit, as long as it is the same for both. */
void
bench_print (const char *row,
             double      ours,
             double      reference)
{
  char first[G_ASCII_DTOSTR_BUF_SIZE];
  char second[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("%s %s %s\n", row, g_ascii_formatd (first, sizeof first, "%.3f", ours),
           g_ascii_formatd (second, sizeof second, "%.3f", reference));
}

/* A file of the repository, which is there. */
GBytes *
bench_load (const BenchArguments *arguments,
            const char           *path)
{
  g_autofree char *full = g_build_filename (arguments->source, path, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize size;

  if (!g_file_get_contents (full, &text, &size, &error))
    g_error ("%s", error->message);

  return g_bytes_new_take (text, size);
}
