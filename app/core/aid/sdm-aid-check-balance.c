/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-check-private.h"

#include <glib/gi18n.h>

/* The balance meter: the same room for every option, and for benefits and harms. Measured on
 * the texts as they are read, for the group in the middle. Our threshold is one fifth (R17). */

#define MOST_EASE_APART 10

/* (most - least) / most > 1 / 5, in whole numbers. */
static gboolean
is_uneven (guint least,
           guint most)
{
  return 5 * (most - least) > most;
}

static void
read_into (SdmAidCheck *check,
           const char  *text,
           SdmProse    *sum)
{
  SdmProse prose;

  sdm_aid_check_read (check, text, &prose);
  sdm_prose_add (sum, &prose);
}

/* Options */

static void
measure_option (SdmAidCheck *check,
                guint        o)
{
  const SdmOption  *option = &check->aid->options[o];
  SdmOptionBalance *sum = &check->options[o];
  SdmProse          burdens = { 0 };

  read_into (check, option->summary, &sum->summary);
  for (guint i = 0; i < option->n_good; i++)
    read_into (check, sdm_aid_check_fill (check, option->good[i].text, check->group), &sum->good);
  for (guint i = 0; i < option->n_bad; i++)
    read_into (check, sdm_aid_check_fill (check, option->bad[i].text, check->group), &sum->bad);
  for (guint i = 0; i < option->n_burdens; i++)
    read_into (check, option->burdens[i].what, &burdens);

  sdm_prose_add (&sum->all, &sum->summary);
  sdm_prose_add (&sum->all, &sum->good);
  sdm_prose_add (&sum->all, &sum->bad);
  sdm_prose_add (&sum->all, &burdens);
}

/* The answers of one row stand side by side, so each row is compared by itself. */
static void
measure_row (SdmAidCheck *check,
             guint        q)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  guint least = G_MAXUINT;
  guint most = 0;

  for (guint o = 0; o < check->aid->n_options; o++)
    {
      SdmProse prose;

      sdm_aid_check_read (check, sdm_aid_check_get_answer (check, q, o, check->group), &prose);
      sdm_prose_add (&check->options[o].answers, &prose);
      sdm_prose_add (&check->options[o].all, &prose);
      g_string_append_printf (counts, "%s%u", o > 0 ? ", " : "", prose.words);
      least = MIN (least, prose.words);
      most = MAX (most, prose.words);
    }
  if (is_uneven (least, most))
    /* Translators: "answers of 12, 30 words to “Will it hurt?”" */
    sdm_aid_check_add (check, "balance-row", SDM_PLACE ("/questions/#", q), _ ("answers of %s words to “%s”"), counts->str, check->aid->questions[q].text);
}

static void
compare_options (SdmAidCheck *check,
                 const char  *part,
                 gsize        offset)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  guint least = G_MAXUINT;
  guint most = 0;

  for (guint o = 0; o < check->aid->n_options; o++)
    {
      const SdmProse *prose = &G_STRUCT_MEMBER (SdmProse, &check->options[o], offset);

      g_string_append_printf (counts, "%s%u", o > 0 ? ", " : "", prose->words);
      least = MIN (least, prose->words);
      most = MAX (most, prose->words);
    }
  if (is_uneven (least, most))
    sdm_aid_check_add (check, "balance-options", SDM_PLACE ("/options"), _ ("“%s”: %s words for the options"), part, counts->str);
}

static void
compare_ease (SdmAidCheck *check)
{
  double least = G_MAXDOUBLE;
  double most = -G_MAXDOUBLE;

  for (guint o = 0; o < check->aid->n_options; o++)
    {
      const double ease = sdm_prose_get_ease (&check->options[o].all);

      least = MIN (least, ease);
      most = MAX (most, ease);
    }
  if (most - least > MOST_EASE_APART)
    sdm_aid_check_add (check, "balance-ease", SDM_PLACE ("/options"), _ ("reading ease of the options from %.0f to %.0f"), least, most);
}

static void
check_options (SdmAidCheck *check)
{
  check->options = g_new0 (SdmOptionBalance, check->aid->n_options);
  for (guint o = 0; o < check->aid->n_options; o++)
    measure_option (check, o);
  for (guint q = 0; q < check->aid->n_questions; q++)
    measure_row (check, q);

  compare_options (check, "summary", G_STRUCT_OFFSET (SdmOptionBalance, summary));
  compare_options (check, "good", G_STRUCT_OFFSET (SdmOptionBalance, good));
  compare_options (check, "bad", G_STRUCT_OFFSET (SdmOptionBalance, bad));
  compare_options (check, "answers", G_STRUCT_OFFSET (SdmOptionBalance, answers));
  compare_options (check, "all", G_STRUCT_OFFSET (SdmOptionBalance, all));
  compare_ease (check);
}

/* Sides */

static void
measure_outcome (SdmAidCheck *check,
                 guint        o)
{
  const SdmOutcome *outcome = &check->aid->outcomes[o];
  SdmSideBalance   *side = &check->sides[outcome->side];
  SdmProse          frame = { 0 };

  side->n_outcomes++;
  side->n_pictures += outcome->show == SDM_SHOW_ICONS || outcome->show == SDM_SHOW_BARS ? 1 : 0;
  read_into (check, outcome->title, &frame);
  read_into (check, outcome->meaning, &frame);
  read_into (check, outcome->certainty_why, &frame);
  frame.figures = 0; /* only those of the sentences are figures of the outcome */
  sdm_prose_add (&side->prose, &frame);
  for (guint i = 0; i < check->aid->n_options; i++)
    read_into (check, sdm_aid_check_get_sentence (check, o, i, check->group), &side->prose);
}

static gboolean
are_uneven (guint a,
            guint b)
{
  return is_uneven (MIN (a, b), MAX (a, b));
}

static void
check_sides (SdmAidCheck *check)
{
  const SdmSideBalance *benefit = &check->sides[SDM_SIDE_BENEFIT];
  const SdmSideBalance *harm = &check->sides[SDM_SIDE_HARM];
  guint                 good = 0;
  guint                 bad = 0;

  for (guint o = 0; o < check->aid->n_outcomes; o++)
    if (!check->aid->outcomes[o].on_request)
      measure_outcome (check, o);
  for (guint q = 0; q < check->aid->n_questions; q++)
    check->sides[check->aid->questions[q].side].n_questions++;
  for (guint o = 0; o < check->aid->n_options; o++)
    {
      good += check->options[o].good.words;
      bad += check->options[o].bad.words;
    }

  if (are_uneven (benefit->prose.words, harm->prose.words))
    sdm_aid_check_add (check, "balance-sides", SDM_PLACE ("/outcomes"), _ ("the outcomes shown first have %u words on benefits and %u on harms"), benefit->prose.words, harm->prose.words);
  if (are_uneven (benefit->n_questions, harm->n_questions))
    sdm_aid_check_add (check, "balance-sides", SDM_PLACE ("/questions"), _ ("%u questions are about benefits and %u about harms"), benefit->n_questions, harm->n_questions);
  if (are_uneven (good, bad))
    sdm_aid_check_add (check, "balance-sides", SDM_PLACE ("/options"), _ ("the good points have %u words and the bad points %u"), good, bad);
}

/**
 * sdm_aid_check_balance:
 *
 * Fills in what the balance meter shows and tells what differs by more than a fifth.
 */
void
sdm_aid_check_balance (SdmAidCheck *check)
{
  check_options (check);
  check_sides (check);
}
