/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the measuring programs share. Each takes the number of repetitions, the root of the source
 * and a folder of its own to write in; it runs what is measured and its reference by turns, and
 * prints one line for each repetition: the row, our cost, the cost of the reference. Medians and
 * ratios are made by run-bench.py. A single repetition is a trial that only sees that all works.
 */
typedef struct
{
  guint       repetitions;
  const char *source;
  const char *folder;
} BenchArguments;

BenchArguments bench_read_arguments (int    argc,
                                     char **argv);

guint   bench_count (const BenchArguments *arguments,
                     guint                 n);
double  bench_now (void);
void    bench_print (const char *row,
                     double      ours,
                     double      reference);
GBytes *bench_load (const BenchArguments *arguments,
                    const char           *path);

G_END_DECLS
