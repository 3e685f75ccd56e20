/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-autosaver.h"

G_BEGIN_DECLS

/**
 * SdmAutosaverClock:
 * @get_monotonic_time: microseconds that only go forward
 * @get_real_time: microseconds since 1970 UTC
 * @add_timeout: calls a function once after so many microseconds
 * @remove_timeout: takes that back
 *
 * Where time comes from; tests bring one that they move by hand.
 */
typedef struct
{
  gint64 (*get_monotonic_time) (gpointer user_data);
  gint64 (*get_real_time) (gpointer user_data);
  guint (*add_timeout) (gint64      delay,
                        GSourceFunc func,
                        gpointer    func_data,
                        gpointer    user_data);
  void (*remove_timeout) (guint    id,
                          gpointer user_data);
} SdmAutosaverClock;

void sdm_autosaver_set_clock (SdmAutosaver            *self,
                              const SdmAutosaverClock *clock,
                              gpointer                 user_data);

G_END_DECLS
