/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure-words.h"

#include <glib/gi18n.h>

/* How sure we are, in everyday words. */
static const char *const certainty_words[] = {
  N_ ("Very sure"),
      N_ ("Fairly sure"),
          N_ ("Not very sure"),
              N_ ("Not at all sure"),
                  N_ ("Not graded"),
              };

/**
 * sdm_certainty_get_word:
 *
 * Returns: how sure we are, in everyday words, translated
 */
const char *
sdm_certainty_get_word (SdmCertainty certainty)
{
  return _ (certainty_words[certainty]);
}

/**
 * sdm_certainty_get_label:
 *
 * Returns: the same, and where no one has judged it, that this is so
 */
const char *
sdm_certainty_get_label (SdmCertainty certainty)
{
  if (certainty == SDM_CERTAINTY_NOT_GRADED)
    return _ ("Not graded: no one has judged how sure we can be");

  return sdm_certainty_get_word (certainty);
}

/**
 * sdm_reading_get_label:
 *
 * Returns: how far a source was read, for the clinician, translated
 */
const char *
sdm_reading_get_label (SdmReading reading)
{
  static const char *const labels[] = {
    [SDM_READ_FULL] = N_ ("Read in full"),
                          [SDM_READ_ABSTRACT] = N_ ("Only the summary was read"),
                                                    [SDM_READ_TABLE] = N_ ("Only the table was read"),
                                                                           [SDM_READ_GUIDELINE] = N_ ("Read in the guideline"),
                                                                                                      [SDM_READ_SECONDARY] = N_ ("Read second-hand"),
                                                                                                      };

  return _ (labels[reading]);
}

/**
 * sdm_figure_dup_short:
 *
 * Both frames in two short lines, for a cell of the grid; the whole sentence
 * is one step away.
 *
 * Returns: (transfer full) (nullable): "72 of 1,000 (64 to 81)\n928 do not"; %NULL where the
 *   figure is not a count
 */
char *
sdm_figure_dup_short (const SdmFigure *figure)
{
  g_autofree char *of = sdm_format_count (figure->denominator);
  g_autofree char *n = sdm_format_count (figure->n);
  g_autofree char *rest = sdm_format_count (sdm_figure_get_rest (figure));
  g_autofree char *low = sdm_format_count (figure->low);
  g_autofree char *high = sdm_format_count (figure->high);

  if (figure->state == SDM_FIGURE_COUNT && figure->has_range)
    /* Translators: people out of a group, the range, then those to whom it does not happen:
     * "72 of 1,000 (64 to 81)", "928 do not". Keep the line break. */
    return g_strdup_printf (_ ("%s of %s (%s to %s)\n%s do not"), n, of, low, high, rest);
  if (figure->state == SDM_FIGURE_COUNT)
    /* Translators: "100 of 1,000", "900 do not". Keep the line break. */
    return g_strdup_printf (_ ("%s of %s\n%s do not"), n, of, rest);
  if (figure->state == SDM_FIGURE_RANGE)
    {
      g_autofree char *rest_low = sdm_format_count (figure->denominator - figure->high);
      g_autofree char *rest_high = sdm_format_count (figure->denominator - figure->low);

      /* Translators: "11 to 33 of 100", "67 to 89 do not". Keep the line break. */
      return g_strdup_printf (_ ("%s to %s of %s\n%s to %s do not"), low, high, of, rest_low, rest_high);
    }

  return NULL;
}

static void
append_citation (GString           *lines,
                 SdmAid            *aid,
                 const SdmCitation *citation)
{
  const SdmSource *source = sdm_aid_find_source (aid, citation->source);

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (source == NULL)
    return;
  if (citation->is_second_hand)
    /* Translators: a source, and the part of it that holds the figure */
    g_string_append_printf (lines, _ ("%s %s. Read second-hand: to be checked."), source->citation, citation->where);
  else
    /* Translators: a source, and the part of it that holds the figure */
    g_string_append_printf (lines, _ ("%s %s."), source->citation, citation->where);
}

/**
 * sdm_outcome_dup_source_line:
 *
 * Returns: (transfer full): the sources of an outcome, one line each, with what was read second-hand
 */
char *
sdm_outcome_dup_source_line (SdmAid           *aid,
                             const SdmOutcome *outcome)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < outcome->n_citations; i++)
    append_citation (lines, aid, &outcome->citations[i]);

  return g_string_free (lines, FALSE);
}

/* Whether an answer before this one cites the same part of the same source. */
static gboolean
is_cited_before (const SdmQuestion *question,
                 guint              before,
                 const SdmCitation *citation)
{
  for (guint i = 0; i < before; i++)
    for (guint j = 0; j < question->answers[i].n_citations; j++)
      if (g_strcmp0 (question->answers[i].citations[j].source, citation->source) == 0 &&
          g_strcmp0 (question->answers[i].citations[j].where, citation->where) == 0)
        return TRUE;

  return FALSE;
}

/**
 * sdm_question_dup_sources:
 *
 * Returns: (transfer full) (nullable): where the answers to a question come
 *   from, each source once, one a line; %NULL where the aid names none
 */
char *
sdm_question_dup_sources (SdmAid            *aid,
                          const SdmQuestion *question)
{
  const SdmOutcome *outcome = question->answers_from != NULL ? sdm_aid_find_outcome (aid, question->answers_from) : NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; outcome != NULL && i < outcome->n_citations; i++)
    append_citation (lines, aid, &outcome->citations[i]);
  for (guint i = 0; i < question->n_answers; i++)
    for (guint j = 0; j < question->answers[i].n_citations; j++)
      if (!is_cited_before (question, i, &question->answers[i].citations[j]))
        append_citation (lines, aid, &question->answers[i].citations[j]);

  return lines->len > 0 ? g_strdup (lines->str) : NULL;
}

/**
 * sdm_outcome_dup_about:
 *
 * Returns: (transfer full): whom the figures are about, over what time, and how sure they are
 */
char *
sdm_outcome_dup_about (const SdmOutcome *outcome)
{
  /* Translators: what stands under an open row: the people, how sure we are with the reason */
  return g_strdup_printf (_ ("%s\nHow sure? %s. %s"), outcome->population,
                             sdm_certainty_get_label (outcome->certainty), outcome->certainty_why);
}
