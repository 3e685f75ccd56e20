/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-words.h"

#include <glib/gi18n.h>

#include "sdm-date.h"

/**
 * sdm_debrief_words_get_face:
 *
 * Returns: what the face says, in a word or two
 */
const char *
sdm_debrief_words_get_face (SdmExpression expression)
{
  /* Translators: what the face of a person says, after "Face:" */
  switch (expression)
    {
    case SDM_EXPRESSION_CALM:
      return _ ("calm");
    case SDM_EXPRESSION_WARM:
      return _ ("warm");
    case SDM_EXPRESSION_THINKING:
      return _ ("thinking");
    case SDM_EXPRESSION_PUZZLED:
      return _ ("puzzled");
    case SDM_EXPRESSION_WORRIED:
      return _ ("worried");
    case SDM_EXPRESSION_SAD:
      return _ ("sad");
    case SDM_EXPRESSION_MOVED:
      return _ ("moved");
    case SDM_EXPRESSION_WITHDRAWN:
      return _ ("closed, looking away");
    case SDM_EXPRESSION_HURT:
      return _ ("hurt");
    case SDM_EXPRESSION_RELIEVED:
      return _ ("relieved");
    default:
      return "";
    }
}

/**
 * sdm_debrief_words_dup_time:
 *
 * Returns: (transfer full): how long, such as "40 s" or "3 min 5 s"
 */
char *
sdm_debrief_words_dup_time (guint seconds)
{
  if (seconds < 60)
    /* Translators: a time in seconds, short */
    return g_strdup_printf (_ ("%u s"), seconds);
  if (seconds % 60 == 0)
    /* Translators: a time in minutes, short */
    return g_strdup_printf (ngettext ("%u min", "%u min", seconds / 60), seconds / 60);

  /* Translators: a time in minutes and seconds, short */
  return g_strdup_printf (_ ("%u min %u s"), seconds / 60, seconds % 60);
}

/* What was shown or happened */

static char *
dup_figure (const SdmDebrief    *debrief,
            const SdmTalkFigure *figure)
{
  const char *title = figure->outcome;

  for (guint i = 0; i < debrief->outcomes->len; i++)
    if (g_str_equal (g_array_index (debrief->outcomes, SdmDebriefOutcome, i).id, figure->outcome))
      title = g_array_index (debrief->outcomes, SdmDebriefOutcome, i).title;

  switch (figure->frames)
    {
    case SDM_TALK_FRAMES_HAPPENS:
      /* Translators: %s is what a number is of, such as "Heart attack or stroke" */
      return g_strdup_printf (_ ("You showed a number: %s. Only how many it happens to."), title);
    case SDM_TALK_FRAMES_DOES_NOT:
      return g_strdup_printf (_ ("You showed a number: %s. Only how many it does not happen to."), title);
    case SDM_TALK_FRAMES_BOTH:
    default:
      return g_strdup_printf (_ ("You showed a number: %s. Both ways round."), title);
    }
}

static const char *
find_option_title (const SdmDebrief *debrief,
                   const char       *id)
{
  for (guint i = 0; i < debrief->options->len; i++)
    if (g_strcmp0 (g_array_index (debrief->options, SdmDebriefOption, i).id, id) == 0)
      return g_array_index (debrief->options, SdmDebriefOption, i).title;

  return id;
}

static char *
dup_seen (const SdmDebrief *debrief,
          SdmTalkTurn      *turn)
{
  const char *what = sdm_talk_turn_get_words (turn);
  const char *option = sdm_talk_turn_get_option (turn);

  if (g_str_equal (what, "options-shown"))
    return g_strdup (_ ("You showed the options."));
  if (g_str_equal (what, "option-hidden") && option != NULL)
    /* Translators: %s is an option */
    return g_strdup_printf (_ ("You put an option aside: %s."), find_option_title (debrief, option));
  if (g_str_equal (what, "option-hidden"))
    return g_strdup (_ ("You put an option aside."));
  if (g_str_equal (what, "silence"))
    return g_strdup (_ ("You waited."));
  if (g_str_equal (what, "interrupted"))
    return g_strdup (_ ("You cut in."));

  return g_strdup (_ ("Something happened on the page."));
}

static char *
dup_step (const char *id)
{
  SdmStep step;

  if (!sdm_step_from_id (id, &step))
    return g_strdup (_ ("You went on."));

  /* Translators: %s is a step of the consultation, such as "What matters" */
  return g_strdup_printf (_ ("You went to the page “%s”."), sdm_step_get_title (step));
}

static char *
dup_words (SdmTalkTurn *turn)
{
  const char *words = sdm_talk_turn_get_words (turn);

  switch (sdm_debrief_get_kind (turn))
    {
    case SDM_HEARD_OPEN:
      /* Translators: %s is what somebody said */
      return g_strdup_printf (_ ("You asked openly: “%s”"), words);
    case SDM_HEARD_CLOSED:
      return g_strdup_printf (_ ("You asked a closed question: “%s”"), words);
    case SDM_HEARD_STATEMENT:
      return g_strdup_printf (_ ("You said: “%s”"), words);
    case SDM_HEARD_NOTHING:
    default:
      return g_strdup (_ ("You said nothing."));
    }
}

/**
 * sdm_debrief_words_dup_did:
 *
 * Returns: (transfer full): what the trainee did in @turn, in a sentence
 */
char *
sdm_debrief_words_dup_did (const SdmDebrief *debrief,
                           SdmTalkTurn      *turn)
{
  switch (sdm_talk_turn_get_did (turn))
    {
    case SDM_TALK_SAID:
    case SDM_TALK_PICKED:
      return dup_words (turn);
    case SDM_TALK_SHOWED_FIGURE:
      return dup_figure (debrief, sdm_talk_turn_get_figure (turn));
    case SDM_TALK_SAW:
      return dup_seen (debrief, turn);
    case SDM_TALK_ENTERED_STEP:
      return dup_step (sdm_talk_turn_get_words (turn));
    case SDM_TALK_OPENED:
    default:
      /* Translators: %s is a person */
      return g_strdup_printf (_ ("%s comes in."), debrief->person);
    }
}

/* What to look at in it */

static void
add_mark (GString    *marks,
          const char *mark)
{
  if (marks->len > 0)
    g_string_append (marks, " · ");
  g_string_append (marks, mark);
}

static void
add_taken (GString     *marks,
           SdmTalkTurn *turn)
{
  /* Translators: a few words beside a moment of a talk */
  switch (sdm_talk_turn_get_taken (turn))
    {
    case SDM_TAKEN_NOT_UNDERSTOOD:
    case SDM_TAKEN_NOT_ENGLISH:
      add_mark (marks, _ ("did not understand"));
      break;
    case SDM_TAKEN_JARGON:
      add_mark (marks, _ ("a hard word"));
      break;
    case SDM_TAKEN_TALKED_AT:
      add_mark (marks, _ ("drew back"));
      break;
    case SDM_TAKEN_HURT:
      add_mark (marks, _ ("was hurt"));
      break;
    case SDM_TAKEN_ANSWERED:
    case SDM_TAKEN_REVEALED:
    case SDM_TAKEN_VOLUNTEERED:
    case SDM_TAKEN_REACTED:
    default:
      break;
    }
}

/**
 * sdm_debrief_words_dup_marks:
 *
 * Returns: (transfer full): what is worth a look in @turn, in a few words; "" where nothing is
 */
char *
sdm_debrief_words_dup_marks (const SdmDebrief *debrief,
                             SdmTalkTurn      *turn)
{
  GString *marks = g_string_new (NULL);

  if (sdm_talk_turn_get_found (turn)[0] != NULL)
    add_mark (marks, _ ("something new came out"));
  else if (sdm_talk_turn_get_hinted (turn)[0] != NULL)
    add_mark (marks, _ ("a hint"));
  if (sdm_talk_turn_is_twist (turn))
    add_mark (marks, _ ("here it turned"));
  add_taken (marks, turn);

  return g_string_free (marks, FALSE);
}

/**
 * sdm_debrief_words_dup_where:
 *
 * Returns: (transfer full): when it was and on which page, such as "4 min 10 s · Options"
 */
char *
sdm_debrief_words_dup_where (const SdmDebriefMoment *moment)
{
  g_autofree char *time = sdm_debrief_words_dup_time (moment->seconds);
  SdmStep          step = SDM_STEP_START;

  if (moment->step == NULL || !sdm_step_from_id (moment->step, &step))
    return g_steal_pointer (&time);

  return g_strdup_printf ("%s · %s", time, sdm_step_get_title (step));
}

/**
 * sdm_debrief_words_dup_first_name:
 *
 * Returns: (transfer full): how the person is spoken of; titles stay before the family name
 */
char *
sdm_debrief_words_dup_first_name (const SdmDebrief *debrief)
{
  static const char *const titles[] = { "Mr", "Mrs", "Ms", "Miss", "Dr" };
  g_auto (GStrv) names = g_strsplit (debrief->person, " ", -1);

  for (gsize i = 0; names[0] != NULL && i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (names[0], titles[i]))
      return g_strdup (debrief->person);

  return g_strdup (names[0]);
}

/**
 * sdm_debrief_words_dup_day:
 * @instant: such as "2026-11-24T10:42:00Z"
 *
 * Returns: (transfer full): the day here, such as "24 November 2026"
 */
char *
sdm_debrief_words_dup_day (const char *instant)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (instant, NULL);
  g_autoptr (GDateTime) here = then != NULL ? g_date_time_to_local (then) : NULL;
  g_autofree char *day = here != NULL ? g_date_time_format (here, "%Y-%m-%d") : NULL;

  return day != NULL ? sdm_date_format (day) : g_strdup (instant);
}
