/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-figure.h"

/* Every question is answered for every option and group, every outcome speaks of every option,
 * and what is drawn is also said. */

static void
check_answered (SdmAidCheck *check,
                guint        question)
{
  SdmAid *aid = check->aid;

  for (guint o = 0; o < aid->n_options; o++)
    for (guint g = 0; g < check->n_groups; g++)
      if (*sdm_aid_check_get_answer (check, question, o, g) == '\0')
        sdm_aid_check_add (check, "answer-missing", SDM_PLACE ("/questions/#", question),
                           _ ("“%s” has no answer for the option “%s” (group “%s”)"),
                              aid->questions[question].text, aid->options[o].title, check->groups[g]);
}

static void
check_answered_once (SdmAidCheck *check,
                     guint        question)
{
  const SdmQuestion *asked = &check->aid->questions[question];

  for (guint i = 0; i < asked->n_answers; i++)
    for (guint j = 0; j < i; j++)
      if (g_str_equal (asked->answers[i].option, asked->answers[j].option))
        {
          sdm_aid_check_add (check, "answer-twice", SDM_PLACE ("/questions/#/answers/#", question, i),
                             _ ("“%s” has a second answer for the option “%s”"), asked->text, asked->answers[i].option);
          break;
        }
}

static gboolean
speaks_of (const SdmOutcome *outcome,
           const char       *option)
{
  for (guint i = 0; i < outcome->n_arms; i++)
    if (g_strv_contains (outcome->arms[i].options, option))
      return TRUE;
  for (guint i = 0; i < outcome->n_gaps; i++)
    if (g_str_equal (outcome->gaps[i].option, option))
      return TRUE;
  for (guint i = 0; i < outcome->n_statements; i++)
    if (g_str_equal (outcome->statements[i].option, option))
      return TRUE;

  return FALSE;
}

static void
check_told (SdmAidCheck *check,
            guint        o)
{
  SdmAid           *aid = check->aid;
  const SdmOutcome *outcome = &aid->outcomes[o];

  for (guint i = 0; i < aid->n_options; i++)
    {
      if (!speaks_of (outcome, aid->options[i].id))
        {
          sdm_aid_check_add (check, "answer-missing", SDM_PLACE ("/outcomes/#", o),
                             _ ("“%s” says nothing for the option “%s”"), outcome->title, aid->options[i].title);
          continue;
        }
      for (guint g = 0; g < check->n_groups; g++)
        if (*sdm_aid_check_get_sentence (check, o, i, g) == '\0')
          sdm_aid_check_add (check, "sentence-missing", SDM_PLACE ("/outcomes/#", o),
                             _ ("“%s” says nothing for the option “%s” in the group “%s”"), outcome->title,
                                aid->options[i].title, check->groups[g]);
    }
}

/* The sentence that a count needs, or NULL where it has it. */
static const char *
find_missing_sentence (const SdmOutcome *outcome,
                       const SdmCount   *count)
{
  if (count->under_one)
    return outcome->sentence_under_one == NULL ? "sentence_under_one" : NULL;
  if (count->not_known)
    return outcome->sentence_not_known == NULL ? "sentence_not_known" : NULL;
  if (count->has_n && outcome->sentence == NULL)
    return "sentence";
  if (count->has_range && outcome->sentence_range == NULL)
    return "sentence_range";

  return NULL;
}

static gboolean
stands_for_an_option (const SdmOutcome *outcome,
                      const char       *arm)
{
  for (guint i = 0; i < outcome->n_arms; i++)
    if (g_str_equal (outcome->arms[i].id, arm))
      return outcome->arms[i].options[0] != NULL;

  return FALSE;
}

static void
check_sentences_of_counts (SdmAidCheck *check,
                           guint        o)
{
  const SdmOutcome *outcome = &check->aid->outcomes[o];

  for (guint g = 0; g < outcome->n_groups; g++)
    for (guint c = 0; c < outcome->groups[g].n_counts; c++)
      {
        const SdmCount *count = &outcome->groups[g].counts[c];
        const char     *missing = find_missing_sentence (outcome, count);

        if (missing != NULL && stands_for_an_option (outcome, count->arm))
          sdm_aid_check_add (check, "sentence-missing", SDM_PLACE ("/outcomes/#/groups/#/counts/#", o, g, c),
                             _ ("there is no “%s” to say this"), missing);
      }
  for (guint b = 0; b < outcome->n_bars; b++)
    {
      const SdmBar *bar = &outcome->bars[b];
      const char   *missing = bar->value != NULL && outcome->sentence == NULL       ? "sentence"
                              : bar->low != NULL && outcome->sentence_range == NULL ? "sentence_range"
                                                                                    : NULL;

      if (missing != NULL)
        sdm_aid_check_add (check, "sentence-missing", SDM_PLACE ("/outcomes/#/bars/#", o, b),
                           _ ("there is no “%s” to say this"), missing);
    }
}

/**
 * sdm_aid_check_answers:
 *
 * Checks that nothing is left unsaid.
 */
void
sdm_aid_check_answers (SdmAidCheck *check)
{
  for (guint q = 0; q < check->aid->n_questions; q++)
    {
      check_answered (check, q);
      check_answered_once (check, q);
    }
  for (guint o = 0; o < check->aid->n_outcomes; o++)
    {
      if (check->aid->outcomes[o].show != SDM_SHOW_TREE)
        check_told (check, o);
      check_sentences_of_counts (check, o);
    }
}
