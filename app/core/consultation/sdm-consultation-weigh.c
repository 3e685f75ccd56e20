/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation-weigh.h"

#include <glib/gi18n.h>

#include "sdm-figure.h"
#include "sdm-time.h"

#define LEANINGS "weigh/leanings"
#define DAY      "weigh/day"

/* What an option does about what matters */

static void
append_answer (SdmWeighAnswer *self,
               const char     *text,
               gboolean        not_known)
{
  char *more;

  if (text == NULL || *text == '\0' || g_strcmp0 (text, self->text) == 0)
    return;
  if (self->text == NULL)
    {
      self->text = g_strdup (text);
      self->not_known = not_known;
      return;
    }

  more = self->more != NULL ? g_strconcat (self->more, "\n", text, NULL) : g_strdup (text);
  g_free (self->more);
  self->more = more;
}

/* Those on request come after the others, for every option alike, so that a
 * row starts with the same subject all the way across. */
static void
append_outcomes (SdmWeighAnswer    *self,
                 SdmAid            *aid,
                 const SdmPriority *priority,
                 const SdmOption   *option,
                 const char        *group,
                 gboolean           on_request)
{
  for (guint i = 0; priority->outcomes[i] != NULL; i++)
    {
      const SdmOutcome *outcome = sdm_aid_find_outcome (aid, priority->outcomes[i]);
      g_autoptr (SdmFigure) figure = NULL;

      if (outcome == NULL || !outcome->on_request != !on_request)
        continue;
      figure = sdm_figure_new (aid, outcome, option, group);
      append_answer (self, figure->sentence, !sdm_figure_is_known (figure));
    }
}

static void
append_questions (SdmWeighAnswer    *self,
                  SdmAid            *aid,
                  const SdmPriority *priority,
                  const SdmOption   *option,
                  const char        *group)
{
  for (guint i = 0; priority->questions[i] != NULL; i++)
    {
      const SdmQuestion *question = sdm_aid_find_question (aid, priority->questions[i]);
      g_autofree char   *answer = NULL;
      gboolean           not_known;

      if (question == NULL || (question->answers_from != NULL && g_strv_contains (priority->outcomes, question->answers_from)))
        continue;
      answer = sdm_aid_dup_answer (aid, question, option, group, &not_known);
      append_answer (self, answer, not_known);
    }
}

static void
append_burdens (SdmWeighAnswer  *self,
                const SdmOption *option)
{
  for (guint i = 0; i < option->n_burdens; i++)
    {
      g_autofree char *times = sdm_burden_dup_times (&option->burdens[i]);
      g_autofree char *line = NULL;

      /* Translators: something to do and how often: "Take one tablet: once a day" */
      line = g_strdup_printf (_ ("%s: %s"), option->burdens[i].what, times);
      append_answer (self, line, FALSE);
    }
}

/**
 * sdm_weigh_answer_new:
 * @priority: (nullable): something that matters, out of the aid; %NULL for the
 *   person's own statement, of which the aid cannot know
 * @group: the group that was chosen, or "all"
 *
 * Returns: (transfer full): what @option does about it, in the words of the aid
 */
SdmWeighAnswer *
sdm_weigh_answer_new (SdmAid            *aid,
                      const SdmPriority *priority,
                      const SdmOption   *option,
                      const char        *group)
{
  SdmWeighAnswer *self = g_new0 (SdmWeighAnswer, 1);

  if (priority != NULL)
    {
      append_outcomes (self, aid, priority, option, group, FALSE);
      append_questions (self, aid, priority, option, group);
      append_outcomes (self, aid, priority, option, group, TRUE);
      if (priority->touches_burdens)
        append_burdens (self, option);
    }
  if (self->text == NULL)
    append_answer (self, _ ("We do not know. This is for the two of you to talk about."), TRUE);

  return self;
}

void
sdm_weigh_answer_free (SdmWeighAnswer *self)
{
  g_free (self->text);
  g_free (self->more);
  g_free (self);
}

/**
 * sdm_burden_dup_times:
 *
 * Returns: (transfer full): how often: "once a day", "3 times in the first year"
 */
char *
sdm_burden_dup_times (const SdmBurden *burden)
{
  const guint n = burden->times;

  if (g_str_equal (burden->per, "day"))
    return g_strdup_printf (ngettext ("%u time a day", "%u times a day", n), n);
  if (g_str_equal (burden->per, "week"))
    return g_strdup_printf (ngettext ("%u time a week", "%u times a week", n), n);
  if (g_str_equal (burden->per, "month"))
    return g_strdup_printf (ngettext ("%u time a month", "%u times a month", n), n);
  if (g_str_equal (burden->per, "year"))
    return g_strdup_printf (ngettext ("%u time a year", "%u times a year", n), n);
  if (g_str_equal (burden->per, "first-year"))
    return g_strdup_printf (ngettext ("%u time in the first year", "%u times in the first year", n), n);
  if (g_str_equal (burden->per, "step"))
    return g_strdup_printf (ngettext ("%u time at each step", "%u times at each step", n), n);

  return g_strdup_printf (ngettext ("%u time in all", "%u times in all", n), n);
}

/* Leanings */

/* The place of the entry for @option, and @burden where it is set; one past the end where there is none. */
static size_t
find_entry (json_t     *list,
            const char *option,
            const char *burden)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (list, i, entry)
    if (g_strcmp0 (json_string_value (json_object_get (entry, "option")), option) == 0 &&
        (burden == NULL || g_strcmp0 (json_string_value (json_object_get (entry, "burden")), burden) == 0))
      return i;

  return json_array_size (list);
}

/**
 * sdm_consultation_get_leaning:
 *
 * Returns: 0 (not for me) to 10 (right for me), or %SDM_NOT_SAID
 */
int
sdm_consultation_get_leaning (SdmConsultation *self,
                              const char      *option)
{
  json_t *leanings = sdm_consultation_peek (self, LEANINGS);
  json_t *entry = json_array_get (leanings, find_entry (leanings, option, NULL));

  return entry != NULL ? (int) json_integer_value (json_object_get (entry, "mark")) : SDM_NOT_SAID;
}

/**
 * sdm_consultation_set_leaning:
 * @mark: 0 to 10; %SDM_NOT_SAID takes it back
 *
 * Returns: FALSE with @error set, and nothing changed, where it is refused
 */
gboolean
sdm_consultation_set_leaning (SdmConsultation *self,
                              const char      *option,
                              int              mark,
                              GError         **error)
{
  json_t          *leanings = sdm_consultation_peek (self, LEANINGS);
  size_t           place = find_entry (leanings, option, NULL);
  gboolean         is_there = place < json_array_size (leanings);
  g_autofree char *path = g_strdup_printf (LEANINGS "/%" G_GSIZE_FORMAT, place);
  g_autofree char *mark_path = g_strconcat (path, "/mark", NULL);

  if (mark == SDM_NOT_SAID)
    return is_there ? sdm_consultation_remove (self, path, error) : TRUE;
  if (is_there)
    return sdm_consultation_set_integer (self, mark_path, mark, error);

  return sdm_consultation_append (self, LEANINGS, json_pack ("{s:s, s:i}", "option", option, "mark", mark), error);
}

/* Burdens in the person's own day */

static json_t *
get_day_entry (SdmConsultation *self,
               const char      *option,
               const char      *burden)
{
  json_t *day = sdm_consultation_peek (self, DAY);

  return json_array_get (day, find_entry (day, option, burden));
}

/* Puts @value (taken; NULL: takes it away) into the entry, which is there only while it says something. */
static gboolean
set_day_field (SdmConsultation *self,
               const char      *option,
               const char      *burden,
               const char      *key,
               json_t          *value,
               GError         **error)
{
  json_t          *day = sdm_consultation_peek (self, DAY);
  size_t           place = find_entry (day, option, burden);
  gboolean         is_there = place < json_array_size (day);
  g_autofree char *path = g_strdup_printf (DAY "/%" G_GSIZE_FORMAT, place);
  g_autoptr (json_t) entry = is_there ? json_deep_copy (json_array_get (day, place))
                                      : json_pack ("{s:s, s:s}", "option", option, "burden", burden);

  if (value != NULL)
    json_object_set_new (entry, key, value);
  else
    json_object_del (entry, key);

  if (json_object_size (entry) > 2)
    return sdm_consultation_take_value (self, path, g_steal_pointer (&entry), error);

  return is_there ? sdm_consultation_remove (self, path, error) : TRUE;
}

/**
 * sdm_consultation_get_burden_text:
 * @key: "says", "note", or "at" for the time
 *
 * Returns: (transfer none) (nullable): what the person said of it
 */
const char *
sdm_consultation_get_burden_text (SdmConsultation *self,
                                  const char      *option,
                                  const char      *burden,
                                  const char      *key)
{
  return json_string_value (json_object_get (get_day_entry (self, option, burden), key));
}

/**
 * sdm_consultation_get_burden_minutes:
 *
 * Returns: how long it takes this person, or %SDM_NOT_SAID
 */
int
sdm_consultation_get_burden_minutes (SdmConsultation *self,
                                     const char      *option,
                                     const char      *burden)
{
  json_t *minutes = json_object_get (get_day_entry (self, option, burden), "minutes");

  return minutes != NULL ? (int) json_integer_value (minutes) : SDM_NOT_SAID;
}

/**
 * sdm_consultation_set_burden_text:
 * @key: "says" for "no-trouble", "some-trouble" or "too-much"; "note" for the person's
 *   own words; "at" for when it would be in their day, "08:30"
 * @text: (nullable): %NULL or "" takes it back
 *
 * Returns: FALSE with @error set, and nothing changed, where it is refused
 */
gboolean
sdm_consultation_set_burden_text (SdmConsultation *self,
                                  const char      *option,
                                  const char      *burden,
                                  const char      *key,
                                  const char      *text,
                                  GError         **error)
{
  return set_day_field (self, option, burden, key, text != NULL && *text != '\0' ? json_string (text) : NULL, error);
}

/**
 * sdm_consultation_set_burden_minutes:
 * @minutes: how long it takes this person; %SDM_NOT_SAID for as the aid guesses
 */
gboolean
sdm_consultation_set_burden_minutes (SdmConsultation *self,
                                     const char      *option,
                                     const char      *burden,
                                     int              minutes,
                                     GError         **error)
{
  return set_day_field (self, option, burden, "minutes", minutes != SDM_NOT_SAID ? json_integer (minutes) : NULL, error);
}

/**
 * sdm_consultation_has_burden:
 *
 * Returns: whether the person said anything of it
 */
gboolean
sdm_consultation_has_burden (SdmConsultation *self,
                             const char      *option,
                             const char      *burden)
{
  return get_day_entry (self, option, burden) != NULL;
}

/**
 * sdm_consultation_get_burden_time:
 *
 * Returns: when it would be in the person's day, in minutes since midnight: as they said,
 *   or else at the part of the day that the aid names; %SDM_NOT_SAID for at no set time
 */
int
sdm_consultation_get_burden_time (SdmConsultation *self,
                                  const char      *option,
                                  const SdmBurden *burden)
{
  static const struct
  {
    const char *when;
    int         hour;
  } parts[] = { { "morning", 8 }, { "midday", 12 }, { "afternoon", 15 }, { "evening", 18 }, { "night", 22 } };
  const char *at = sdm_consultation_get_burden_text (self, option, burden->id, "at");

  if (at != NULL)
    return sdm_time_to_minutes (at);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (burden->when, parts[i].when))
      return parts[i].hour * 60;

  return SDM_NOT_SAID;
}

/**
 * sdm_consultation_dup_burden_effort:
 *
 * Returns: (transfer full) (nullable): how often, and how long it takes this person or, as
 *   a guess, anybody; %NULL where there is nothing to do
 */
char *
sdm_consultation_dup_burden_effort (SdmConsultation *self,
                                    const char      *option,
                                    const SdmBurden *burden)
{
  const int        own = sdm_consultation_get_burden_minutes (self, option, burden->id);
  g_autofree char *times = sdm_burden_dup_times (burden);

  if (burden->times == 0)
    return NULL;
  if (own != SDM_NOT_SAID)
    /* Translators: how often, and the minutes it takes this person: "1 time a day, 5 minutes for you" */
    return g_strdup_printf (ngettext ("%s, %d minute for you", "%s, %d minutes for you", (gulong) own), times, own);
  if (burden->minutes < 0)
    return g_steal_pointer (&times);
  if (burden->is_estimate)
    /* Translators: how often and how long: "1 time a day, about 1 minute (our guess)" */
    return g_strdup_printf (ngettext ("%s, about %d minute (our guess)", "%s, about %d minutes (our guess)", (gulong) burden->minutes),
                            times, burden->minutes);

  /* Translators: how often and how long: "1 time a day, about 1 minute" */
  return g_strdup_printf (ngettext ("%s, about %d minute", "%s, about %d minutes", (gulong) burden->minutes), times, burden->minutes);
}
