/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SDM_TYPE_CLOCK (sdm_clock_get_type ())
G_DECLARE_FINAL_TYPE (SdmClock, sdm_clock, SDM, CLOCK, GObject)

SdmClock *sdm_clock_new (void) G_GNUC_WARN_UNUSED_RESULT;
SdmClock *sdm_clock_new_fixed (GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;

GDateTime *sdm_clock_get_now (SdmClock *self) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_clock_advance (SdmClock *self,
                              GTimeSpan span);

char *sdm_clock_dup_instant (SdmClock *self) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_clock_dup_local_minute (SdmClock *self) G_GNUC_WARN_UNUSED_RESULT;
char *sdm_clock_dup_day (SdmClock *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
