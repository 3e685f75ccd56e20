/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bench-support.h"

#include "sdm-window-private.h"

G_BEGIN_DECLS

/* What the programs share that measure the window: one with an empty store, and a filled consultation in it. */
AdwApplication *bench_window_begin (void) G_GNUC_WARN_UNUSED_RESULT;
SdmWindow      *bench_window_new (AdwApplication       *application,
                                  const BenchArguments *arguments);
void            bench_window_open_draft (SdmWindow            *window,
                                         const BenchArguments *arguments,
                                         guint                 repetition);
void            bench_window_wait_for_frame (GtkWidget *window);
double          bench_get_percentile (const double *times,
                                      guint         n_times,
                                      guint         percent);

G_END_DECLS
