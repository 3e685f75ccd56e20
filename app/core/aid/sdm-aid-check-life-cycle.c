/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-figure.h"

/* Dates, and on what the figures rest. */

#define MOST_YEARS 5 /* from the search for evidence to the next look at it */

static const char *
get_day (SdmAidCheck *check,
         const char  *key)
{
  return json_string_value (json_object_get (check->root, key));
}

/* The schema lets the 31st of February through. */
static gboolean
is_day (const char *day)
{
  return g_date_valid_dmy ((GDateDay) g_ascii_strtoull (day + 8, NULL, 10), (GDateMonth) g_ascii_strtoull (day + 5, NULL, 10),
                           (GDateYear) g_ascii_strtoull (day, NULL, 10));
}

static void
check_days (SdmAidCheck *check)
{
  static const char *const paths[] = { "/published", "/search_date", "/review_by" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (!is_day (get_day (check, paths[i] + 1)))
      sdm_aid_check_add (check, "date-impossible", SDM_PLACE (paths[i]), _ ("there is no %s"), get_day (check, paths[i] + 1));

  if (strcmp (get_day (check, "search_date"), get_day (check, "published")) > 0)
    sdm_aid_check_add (check, "dates-out-of-order", SDM_PLACE ("/search_date"), _ ("searched on %s, after it was published on %s"), get_day (check, "search_date"), get_day (check, "published"));
  if (strcmp (get_day (check, "published"), get_day (check, "review_by")) > 0)
    sdm_aid_check_add (check, "dates-out-of-order", SDM_PLACE ("/review_by"), _ ("to be reviewed by %s, before it was published on %s"), get_day (check, "review_by"), get_day (check, "published"));
}

static void
check_today (SdmAidCheck *check,
             SdmClock    *clock)
{
  g_autofree char *today = sdm_clock_dup_day (clock);
  const char      *search = get_day (check, "search_date");
  const char      *review = get_day (check, "review_by");

  if (strcmp (get_day (check, "published"), today) > 0)
    sdm_aid_check_add (check, "date-in-future", SDM_PLACE ("/published"), _ ("published on %s, and today is %s"), get_day (check, "published"), today);
  if (strcmp (search, today) > 0)
    sdm_aid_check_add (check, "date-in-future", SDM_PLACE ("/search_date"), _ ("searched on %s, and today is %s"), search, today);
  if (strcmp (review, today) < 0)
    sdm_aid_check_add (check, "review-overdue", SDM_PLACE ("/review_by"), _ ("it was to be reviewed by %s"), review);
  if (g_ascii_strtoull (review, NULL, 10) > g_ascii_strtoull (search, NULL, 10) + MOST_YEARS)
    sdm_aid_check_add (check, "review-far", SDM_PLACE ("/review_by"), _ ("searched on %s, to be reviewed by %s"), search, review);
}

/* What rests on what */

static void
check_sources (SdmAidCheck *check)
{
  for (guint i = 0; i < check->aid->n_sources; i++)
    if (!check->cited[i])
      sdm_aid_check_add (check, "source-not-cited", SDM_PLACE ("/sources/#", i), _ ("nothing rests on “%s”"), check->aid->sources[i].id);
}

static void
check_second_hand (SdmAidCheck *check,
                   guint        o)
{
  const SdmOutcome *outcome = &check->aid->outcomes[o];

  if (sdm_outcome_is_second_hand (outcome))
    sdm_aid_check_add (check, "second-hand", SDM_PLACE ("/outcomes/#/sources", o), _ ("“%s” rests on second-hand reading only"), outcome->title);
}

static gboolean
is_touched (SdmAid     *aid,
            const char *outcome)
{
  for (guint i = 0; i < aid->n_priorities; i++)
    if (g_strv_contains (aid->priorities[i].outcomes, outcome))
      return TRUE;

  return FALSE;
}

/**
 * sdm_aid_check_life_cycle:
 *
 * Checks that the aid is of its time and says what it rests on.
 */
void
sdm_aid_check_life_cycle (SdmAidCheck *check,
                          SdmClock    *clock)
{
  check_days (check);
  check_today (check, clock);
  check_sources (check);
  for (guint o = 0; o < check->aid->n_outcomes; o++)
    {
      const SdmOutcome *outcome = &check->aid->outcomes[o];

      check_second_hand (check, o);
      if (outcome->side != SDM_SIDE_NEUTRAL && !is_touched (check->aid, outcome->id))
        sdm_aid_check_add (check, "outcome-untouched", SDM_PLACE ("/outcomes/#", o), _ ("no statement that may matter touches “%s”"), outcome->title);
    }
}
