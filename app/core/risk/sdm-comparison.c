/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-comparison.h"

#include <string.h>

/* Order */

static const SdmOutcome *
find_next (const SdmOutcome *outcomes,
           guint             n_outcomes,
           SdmShow           show,
           SdmSide           side,
           gboolean          on_request,
           GPtrArray        *taken)
{
  for (guint i = 0; i < n_outcomes; i++)
    {
      const SdmOutcome *outcome = &outcomes[i];

      if (outcome->show == show && outcome->side == side && !outcome->on_request == !on_request &&
          !g_ptr_array_find (taken, outcome, NULL))
        return outcome;
    }

  return NULL;
}

static void
append_in_turn (GPtrArray        *list,
                const SdmOutcome *outcomes,
                guint             n_outcomes,
                SdmShow           show,
                gboolean          on_request)
{
  static const SdmSide sides[] = { SDM_SIDE_BENEFIT, SDM_SIDE_HARM, SDM_SIDE_NEUTRAL };
  guint                before;

  do
    {
      before = list->len;
      for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          const SdmOutcome *next = find_next (outcomes, n_outcomes, show, sides[i], on_request, list);

          if (next != NULL)
            g_ptr_array_add (list, (gpointer) next);
        }
    }
  while (list->len > before);
}

/**
 * sdm_comparison_list_outcomes:
 * @on_request: those that are shown only when asked for, or all the others
 *
 * Pictures of people first, then trees, bars, and what is told in words. In
 * each of them a possible benefit, a possible harm and one that is neither take
 * turns, so that what a screen shows first leans to no side; otherwise they
 * keep the order of the aid.
 *
 * Returns: (transfer full) (element-type SdmOutcome): the outcomes
 */
GPtrArray *
sdm_comparison_list_outcomes (SdmAid  *aid,
                              gboolean on_request)
{
  static const SdmShow shows[] = { SDM_SHOW_ICONS, SDM_SHOW_TREE, SDM_SHOW_BARS, SDM_SHOW_WORDS };
  GPtrArray           *list = g_ptr_array_new ();
  guint                n_outcomes;
  const SdmOutcome    *outcomes = sdm_aid_get_outcomes (aid, &n_outcomes);

  for (gsize i = 0; i < G_N_ELEMENTS (shows); i++)
    append_in_turn (list, outcomes, n_outcomes, shows[i], on_request);

  return list;
}

/* What an option changes */

static const SdmCount *
find_comparator (const SdmOutcome *outcome,
                 const char       *group)
{
  for (guint i = 0; i < outcome->n_arms; i++)
    if (outcome->arms[i].is_comparator)
      return sdm_figure_find_count (outcome, outcome->arms[i].id, group);

  return NULL;
}

/**
 * sdm_comparison_find_band:
 * @figure: the figure of one option
 * @from: (out): the smaller of the two counts
 * @to: (out): the larger of the two counts
 *
 * What the option changes: the people between its own count and that of the
 * comparator of the same outcome and group. One rule serves benefits and harms.
 *
 * Returns: FALSE where nothing can be set against each other, or both are the same
 */
gboolean
sdm_comparison_find_band (const SdmFigure *figure,
                          guint           *from,
                          guint           *to)
{
  const SdmCount *comparator = find_comparator (figure->outcome, figure->group);

  *from = *to = 0;
  if (figure->state != SDM_FIGURE_COUNT || figure->arm == NULL || figure->arm->is_comparator ||
      comparator == NULL || !comparator->has_n || comparator->n == figure->n)
    return FALSE;

  *from = MIN (comparator->n, figure->n);
  *to = MAX (comparator->n, figure->n);

  return TRUE;
}

/**
 * sdm_comparison_is_of_others:
 *
 * Returns: whether the people counted took something that is not quite the
 *   option, such as a dummy tablet or any of several medicines; the page then
 *   says what they took
 */
gboolean
sdm_comparison_is_of_others (const SdmFigure *figure)
{
  return figure->arm != NULL && figure->arm->fit_note != NULL &&
         g_strcmp0 (figure->arm->label, figure->option->title) != 0;
}

/* Groups */

/**
 * sdm_comparison_dup_common_start:
 * @labels: (array zero-terminated=1): labels that stand side by side
 *
 * Returns: (transfer full): the whole words with which all of them start, and the
 *   space after them: "People with a risk of "; "" where there are none
 */
char *
sdm_comparison_dup_common_start (const char *const *labels)
{
  gsize common = 0;
  gsize whole = 0;

  if (labels[0] == NULL || labels[1] == NULL)
    return g_strdup ("");

  for (; labels[0][common] != '\0'; common++)
    {
      for (gsize i = 1; labels[i] != NULL; i++)
        if (labels[i][common] != labels[0][common])
          return g_strndup (labels[0], whole);
      if (labels[0][common] == ' ')
        whole = common + 1;
    }

  return g_strndup (labels[0], whole);
}

/**
 * sdm_comparison_dup_in_sentence:
 * @label: the label of a group of @aid
 *
 * Returns: (transfer full): the label as it stands inside a sentence: "people with a risk of
 *   20 in 100". Only English is sure to start its nouns small
 */
char *
sdm_comparison_dup_in_sentence (SdmAid     *aid,
                                const char *label)
{
  const char *second = *label != '\0' ? g_utf8_next_char (label) : label;

  if (!g_str_has_prefix (sdm_aid_get_language (aid), "en") || !g_ascii_isupper (*label) || !g_ascii_islower (*second))
    return g_strdup (label);

  return g_strdup_printf ("%c%s", g_ascii_tolower (*label), second);
}
