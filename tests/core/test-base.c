/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-clock.h"
#include "sdm-instruments.h"
#include "sdm-uuid.h"

/* The clock */

static void
test_fixed_clock (void)
{
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autofree char *instant = sdm_clock_dup_instant (clock);
  g_autofree char *minute = sdm_clock_dup_local_minute (clock);
  g_autofree char *day = sdm_clock_dup_day (clock);
  g_autofree char *next_day = NULL;
  g_autofree char *next_instant = NULL;

  g_assert_cmpstr (instant, ==, "2026-11-24T10:05:07Z");
  g_assert_cmpstr (minute, ==, "2026-11-24T11:05+01:00");
  g_assert_cmpstr (day, ==, "2026-11-24");

  /* Midnight comes an hour sooner there than in UTC. */
  sdm_clock_advance (clock, 12 * G_TIME_SPAN_HOUR + 55 * G_TIME_SPAN_MINUTE);
  next_day = sdm_clock_dup_day (clock);
  next_instant = sdm_clock_dup_instant (clock);
  g_assert_cmpstr (next_day, ==, "2026-11-25");
  g_assert_cmpstr (next_instant, ==, "2026-11-24T23:00:07Z");
}

static void
test_real_clock (void)
{
  g_autoptr (SdmClock) clock = sdm_clock_new ();
  g_autoptr (GDateTime) before = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) now = sdm_clock_get_now (clock);
  g_autoptr (GDateTime) after = g_date_time_new_now_utc ();

  g_assert_cmpint (g_date_time_compare (before, now), <=, 0);
  g_assert_cmpint (g_date_time_compare (now, after), <=, 0);
}

static void
test_past_review (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid ("statins-primary-prevention");
  g_autofree char *midnight = g_strdup_printf ("%sT00:00:00Z", sdm_aid_get_review_by (aid));
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (midnight, NULL);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (day);

  g_assert_false (sdm_aid_is_past_review (aid, clock));
  sdm_clock_advance (clock, G_TIME_SPAN_DAY - G_TIME_SPAN_SECOND);
  g_assert_false (sdm_aid_is_past_review (aid, clock));
  sdm_clock_advance (clock, G_TIME_SPAN_SECOND);
  g_assert_true (sdm_aid_is_past_review (aid, clock));
}

/* Names of consultations */

static void
test_uuid (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-24T10:05:07.891Z", NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64           milliseconds = g_date_time_to_unix (now) * 1000 + 891;
  g_autofree char *stamp = g_strdup_printf ("%08x-%04x-7", (guint) (milliseconds >> 16), (guint) (milliseconds & 0xffff));

  for (guint i = 0; i < 1000; i++)
    {
      char *uuid = sdm_uuid_new (now);

      g_assert_true (g_uuid_string_is_valid (uuid));
      g_assert_true (g_str_has_prefix (uuid, stamp));
      g_assert_nonnull (strchr ("89ab", uuid[19]));
      g_assert_true (g_hash_table_add (seen, uuid));
    }
}

static void
test_uuid_sorts_by_time (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_from_iso8601 ("2026-11-24T10:05:07.891Z", NULL);
  g_autoptr (GDateTime) later = g_date_time_add (first, G_TIME_SPAN_MILLISECOND);
  g_autofree char *before = sdm_uuid_new (first);
  g_autofree char *after = sdm_uuid_new (later);

  g_assert_cmpint (strcmp (before, after), <, 0);
}

/* The instruments */

static void
test_ready (void)
{
  const SdmInstrument *ready = sdm_instrument_get_ready ();
  SdmStep              step;

  g_assert_cmpstr (ready->id, ==, "evenhand-ready");
  g_assert_cmpstr (ready->version, ==, "1");
  g_assert_cmpuint (ready->scale_max, ==, 0);
  g_assert_cmpuint (ready->n_items, ==, 4);
  g_assert_nonnull (strstr (ready->note, "not a tested scale"));
  /* A "no" leads back to a step that there is. */
  for (guint i = 0; i < ready->n_items; i++)
    g_assert_true (sdm_step_from_id (sdm_instrument_get_step_for_no (ready->items[i].id), &step));
  g_assert_null (sdm_instrument_get_step_for_no ("nothing"));
}

static void
test_after_visit (void)
{
  const SdmInstrument *after = sdm_instrument_get_after_visit ();

  g_assert_cmpstr (after->id, ==, "evenhand-after-visit");
  g_assert_cmpstr (after->version, ==, "1");
  g_assert_cmpuint (after->scale_max, ==, 9);
  g_assert_cmpuint (after->n_items, ==, 3);
  g_assert_nonnull (strstr (after->note, "not a tested scale"));
}

/* The steps */

static void
test_steps (void)
{
  SdmStep step;

  for (guint i = 0; i < SDM_N_STEPS; i++)
    {
      g_assert_true (sdm_step_from_id (sdm_step_get_id (i), &step));
      g_assert_cmpuint (step, ==, i);
      g_assert_cmpstr (sdm_step_get_title (i), !=, "");
    }
  g_assert_cmpstr (sdm_step_get_id (SDM_STEP_MATTERS), ==, "matters");
  g_assert_cmpstr (sdm_step_get_title (SDM_STEP_RISKS), ==, "Risks and benefits");
  g_assert_false (sdm_step_from_id ("nothing", &step));
  g_assert_false (sdm_step_from_id (NULL, &step));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/clock/fixed", test_fixed_clock);
  g_test_add_func ("/core/clock/real", test_real_clock);
  g_test_add_func ("/core/clock/past-review", test_past_review);
  g_test_add_func ("/core/uuid/form", test_uuid);
  g_test_add_func ("/core/uuid/sorts-by-time", test_uuid_sorts_by_time);
  g_test_add_func ("/core/instruments/ready", test_ready);
  g_test_add_func ("/core/instruments/after-visit", test_after_visit);
  g_test_add_func ("/core/steps", test_steps);

  return g_test_run ();
}
