/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-clock.h"

/**
 * SdmClock:
 *
 * What time it is. Everything that writes a date asks a clock it was given, so
 * that the same input gives the same bytes in a test.
 */
struct _SdmClock
{
  GObject parent_instance;

  GDateTime *fixed; /* owned, nullable: the real time */
};

G_DEFINE_FINAL_TYPE (SdmClock, sdm_clock, G_TYPE_OBJECT)

static void
sdm_clock_finalize (GObject *object)
{
  SdmClock *self = SDM_CLOCK (object);

  g_clear_pointer (&self->fixed, g_date_time_unref);

  G_OBJECT_CLASS (sdm_clock_parent_class)->finalize (object);
}

static void
sdm_clock_class_init (SdmClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_clock_finalize;
}

static void
sdm_clock_init (SdmClock *self)
{
}

/* Public API */

/**
 * sdm_clock_new:
 *
 * Returns: (transfer full): a clock that shows the real time in the local time zone
 */
SdmClock *
sdm_clock_new (void)
{
  return g_object_new (SDM_TYPE_CLOCK, NULL);
}

/**
 * sdm_clock_new_fixed:
 * @now: the time it shows until sdm_clock_advance() is called
 *
 * Returns: (transfer full): a clock that stands still
 */
SdmClock *
sdm_clock_new_fixed (GDateTime *now)
{
  SdmClock *self = g_object_new (SDM_TYPE_CLOCK, NULL);

  self->fixed = g_date_time_ref (now);

  return self;
}

/**
 * sdm_clock_get_now:
 *
 * Returns: (transfer full): the time now, with the offset of the place
 */
GDateTime *
sdm_clock_get_now (SdmClock *self)
{
  g_return_val_if_fail (SDM_IS_CLOCK (self), NULL);

  return self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}

/**
 * sdm_clock_advance:
 * @span: how far, in microseconds
 *
 * Moves a fixed clock.
 */
void
sdm_clock_advance (SdmClock *self,
                   GTimeSpan span)
{
  GDateTime *later;

  g_return_if_fail (SDM_IS_CLOCK (self));
  g_return_if_fail (self->fixed != NULL);

  later = g_date_time_add (self->fixed, span);
  g_date_time_unref (self->fixed);
  self->fixed = later;
}

/**
 * sdm_clock_dup_instant:
 *
 * Returns: (transfer full): now in UTC to the second, as "2026-11-24T10:42:00Z"
 */
char *
sdm_clock_dup_instant (SdmClock *self)
{
  g_autoptr (GDateTime) now = sdm_clock_get_now (self);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * sdm_clock_dup_local_minute:
 *
 * Returns: (transfer full): now to the minute, with the offset, as "2026-11-24T10:20+00:00"
 */
char *
sdm_clock_dup_local_minute (SdmClock *self)
{
  g_autoptr (GDateTime) now = sdm_clock_get_now (self);

  return g_date_time_format (now, "%Y-%m-%dT%H:%M%:z");
}

/**
 * sdm_clock_dup_day:
 *
 * Returns: (transfer full): today in the local time zone, as "2026-11-24"
 */
char *
sdm_clock_dup_day (SdmClock *self)
{
  g_autoptr (GDateTime) now = sdm_clock_get_now (self);

  return g_date_time_format (now, "%Y-%m-%d");
}
