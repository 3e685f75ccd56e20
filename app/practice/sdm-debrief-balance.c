/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-private.h"

#include "sdm-option-names.h"

/* The balance meter on the talk. How it is counted stands at SdmDebriefOption. */

/* Nobody looks so long at one thing: then they had gone for tea. */
#define LONGEST_SECONDS 120

/* Parts of words and seconds are kept exactly: an aid has up to 6 options, and 60 has each of their numbers in it. */
#define WHOLE 60

typedef struct
{
  SdmDebrief     *debrief;
  SdmAid         *aid;
  SdmOptionNames *names;
  guint64        *words; /* in 60ths, for each option */
  guint64        *seconds;
  guint32         figure_options; /* of the figure that was shown last and not followed by words yet */
  guint           last_seconds;
} Meter;

static guint
count_bits (guint32 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static void
share_out (Meter   *meter,
           guint64 *to,
           guint32  options,
           guint    amount)
{
  const guint n = count_bits (options);

  for (guint i = 0; n > 0 && i < meter->debrief->options->len; i++)
    if ((options & 1u << i) != 0)
      to[i] += (guint64) amount * WHOLE / n;
}

/* Sentence by sentence. Returns: a bit for each option that was named */
static guint32
count_words (Meter      *meter,
             const char *text)
{
  g_auto (GStrv) sentences = g_strsplit_set (text, ".?!;\n", -1);
  guint32 named = 0;

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autoptr (SdmAsked) asked = sdm_asked_new (sentences[i]);
      const guint32 options = sdm_option_names_find (meter->names, asked);

      share_out (meter, meter->words, options, sdm_asked_get_n_words (asked));
      named |= options;
    }

  return named;
}

static guint32
find_options_of_figure (Meter      *meter,
                        const char *outcome)
{
  const SdmOutcome *found = sdm_aid_find_outcome (meter->aid, outcome);
  guint32           options = 0;

  if (found == NULL)
    return 0;
  for (guint i = 0; i < meter->debrief->options->len; i++)
    for (guint a = 0; a < found->n_arms; a++)
      if (g_strv_contains (found->arms[a].options, g_array_index (meter->debrief->options, SdmDebriefOption, i).id))
        options |= 1u << i;

  return options;
}

static void
count_time (Meter       *meter,
            SdmTalkTurn *turn,
            guint32      named)
{
  const guint seconds = turn->seconds - MIN (meter->last_seconds, turn->seconds);

  share_out (meter, meter->seconds, named != 0 ? named : meter->figure_options, MIN (seconds, LONGEST_SECONDS));
  meter->last_seconds = turn->seconds;
}

static void
count_turn (Meter       *meter,
            SdmTalkTurn *turn)
{
  const gboolean is_said = turn->did == SDM_TALK_SAID || turn->did == SDM_TALK_PICKED;

  count_time (meter, turn, is_said ? count_words (meter, turn->words) : 0);
  meter->figure_options = turn->did == SDM_TALK_SHOWED_FIGURE ? find_options_of_figure (meter, turn->figure.outcome) : 0;
}

/* Each outcome counts once, however often it was shown. */
static void
count_figures (Meter *meter)
{
  GArray *outcomes = meter->debrief->outcomes;

  for (guint i = 0; i < outcomes->len; i++)
    {
      const SdmDebriefOutcome *outcome = &g_array_index (outcomes, SdmDebriefOutcome, i);
      const guint32            options = outcome->is_shown ? find_options_of_figure (meter, outcome->id) : 0;

      for (guint o = 0; o < meter->debrief->options->len; o++)
        g_array_index (meter->debrief->options, SdmDebriefOption, o).figures += (options & 1u << o) != 0;
    }
}

static gint64
get_rest (guint64 amount,
          guint   share,
          guint64 all)
{
  return (gint64) (amount * 100) - (gint64) (share * all);
}

/* Out of 100, so that they come to 100 together: what is left over goes to the largest rests, the first of them first. */
static void
work_out_shares (const guint64 *amounts,
                 guint          n,
                 guint         *shares)
{
  guint64 all = 0;
  guint   left = 100;

  for (guint i = 0; i < n; i++)
    all += amounts[i];
  if (all == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      shares[i] = (guint) (amounts[i] * 100 / all);
      left -= shares[i];
    }
  for (; left > 0; left--)
    {
      guint best = 0;

      for (guint i = 1; i < n; i++)
        if (get_rest (amounts[i], shares[i], all) > get_rest (amounts[best], shares[best], all))
          best = i;
      shares[best]++;
    }
}

static guint
to_whole (guint64 amount)
{
  return (guint) ((amount + WHOLE / 2) / WHOLE);
}

static void
keep (Meter *meter)
{
  GArray             *options = meter->debrief->options;
  g_autofree guint   *words = g_new0 (guint, options->len);
  g_autofree guint   *seconds = g_new0 (guint, options->len);
  g_autofree guint   *figures = g_new0 (guint, options->len);
  g_autofree guint64 *n_figures = g_new0 (guint64, options->len);

  for (guint i = 0; i < options->len; i++)
    n_figures[i] = g_array_index (options, SdmDebriefOption, i).figures;
  work_out_shares (meter->words, options->len, words);
  work_out_shares (meter->seconds, options->len, seconds);
  work_out_shares (n_figures, options->len, figures);
  for (guint i = 0; i < options->len; i++)
    {
      SdmDebriefOption *option = &g_array_index (options, SdmDebriefOption, i);

      option->words = to_whole (meter->words[i]);
      option->seconds = to_whole (meter->seconds[i]);
      option->words_share = words[i];
      option->seconds_share = seconds[i];
      option->figures_share = figures[i];
    }
}

void
sdm_debrief_add_balance (SdmDebrief *self,
                         SdmTalk    *talk)
{
  g_autoptr (SdmOptionNames) names = sdm_option_names_new (talk->aid);
  g_autofree guint64 *words = g_new0 (guint64, self->options->len);
  g_autofree guint64 *seconds = g_new0 (guint64, self->options->len);
  Meter               meter = { .debrief = self, .aid = talk->aid, .names = names, .words = words, .seconds = seconds };
  const guint         n_turns = g_list_model_get_n_items (G_LIST_MODEL (talk->turns));

  for (guint i = 0; i < n_turns; i++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (G_LIST_MODEL (talk->turns), i);

      count_turn (&meter, turn);
    }
  count_figures (&meter);
  keep (&meter);
}
