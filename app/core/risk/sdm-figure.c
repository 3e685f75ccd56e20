/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure.h"

#include <string.h>

#include "sdm-aid-blank.h"
#include "sdm-language.h"
#include "sdm-words.h"

/* The values a placeholder may take: of one count, one bar or one part of a tree. */
typedef struct
{
  guint              denominator;
  const SdmCount    *count; /* nullable */
  const SdmBar      *bar;   /* nullable */
  const SdmTreePart *part;  /* nullable */
} Cell;

/**
 * sdm_format_count:
 * @n: a number of people
 *
 * Writes a count as the aid's language does, whatever the locale of the
 * computer, so that screen and letter say the same: "1,000". On a paper in
 * another language it is written as that language does.
 *
 * Returns: (transfer full): the text
 */
char *
sdm_format_count (guint n)
{
  return sdm_language_format_count (sdm_words_get_language (), n);
}

/* Placeholders */

static char *
dup_decimal (const char *decimal)
{
  const char *point = decimal != NULL ? strchr (decimal, '.') : NULL;

  if (decimal == NULL)
    return NULL;
  if (point != NULL || *decimal == '-')
    return sdm_language_format_decimal (sdm_words_get_language (), decimal);

  return sdm_format_count ((guint) g_ascii_strtoull (decimal, NULL, 10));
}

/* NULL where the cell has no such field. */
static char *
dup_field (const Cell *cell,
           const char *field)
{
  const SdmCount *count = cell->count;

  if (g_str_equal (field, "of"))
    return sdm_format_count (cell->denominator);
  if (count != NULL && count->has_n && g_str_equal (field, "n"))
    return sdm_format_count (count->n);
  if (count != NULL && count->has_n && g_str_equal (field, "rest"))
    return sdm_format_count (cell->denominator - count->n);
  if (count != NULL && count->has_range && g_str_equal (field, "low"))
    return sdm_format_count (count->low);
  if (count != NULL && count->has_range && g_str_equal (field, "high"))
    return sdm_format_count (count->high);
  if (cell->part != NULL && g_str_equal (field, "part"))
    return g_strdup (cell->part->label);
  if (cell->part != NULL && g_str_equal (field, "n"))
    return sdm_format_count (cell->part->n);
  if (cell->part != NULL && g_str_equal (field, "rest"))
    return sdm_format_count (cell->denominator - cell->part->n);
  if (cell->bar != NULL && g_str_equal (field, "value"))
    return dup_decimal (cell->bar->value);
  if (cell->bar != NULL && g_str_equal (field, "low"))
    return dup_decimal (cell->bar->low);
  if (cell->bar != NULL && g_str_equal (field, "high"))
    return dup_decimal (cell->bar->high);

  return NULL;
}

static const SdmBar *
find_bar (const SdmOutcome *outcome,
          const char       *arm)
{
  for (guint i = 0; i < outcome->n_bars; i++)
    if (g_str_equal (outcome->bars[i].arm, arm))
      return &outcome->bars[i];

  return NULL;
}

/* "outcome.arm.field" anywhere in the aid, or a field of @own. */
static char *
dup_placeholder (SdmAid     *aid,
                 const char *name,
                 const char *group,
                 const Cell *own)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", -1);
  const SdmOutcome *outcome;
  Cell              cell = { .denominator = sdm_aid_get_denominator (aid) };

  if (g_strv_length (parts) == 1)
    return dup_field (own != NULL ? own : &cell, name);
  if (g_strv_length (parts) != 3)
    return NULL;

  outcome = sdm_aid_find_outcome (aid, parts[0]);
  if (outcome == NULL)
    return NULL;
  cell.count = sdm_figure_find_count (outcome, parts[1], group);
  cell.bar = find_bar (outcome, parts[1]);

  return dup_field (&cell, parts[2]);
}

/* Fills @text; @unknown gets the first placeholder that leads nowhere, and the text keeps it as it is. */
static char *
fill (SdmAid     *aid,
      const char *text,
      const char *group,
      const Cell *own,
      char      **unknown)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      const char      *open = strchr (text, '{');
      const char      *close = open != NULL ? strchr (open, '}') : NULL;
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (close == NULL)
        {
          g_string_append (filled, text);
          break;
        }

      name = g_strndup (open + 1, (gsize) (close - open) - 1);
      value = dup_placeholder (aid, name, group, own);
      g_string_append_len (filled, text, open - text);
      if (value != NULL)
        g_string_append (filled, value);
      else
        g_string_append_printf (filled, "{%s}", name);
      if (value == NULL && unknown != NULL && *unknown == NULL)
        *unknown = g_steal_pointer (&name);
      text = close + 1;
    }

  return g_string_free (filled, FALSE);
}

/**
 * sdm_aid_fill:
 * @text: a text of the aid with placeholders such as {muscle.any-statin.n}
 * @group: the group that was chosen, or "all"
 *
 * Returns: (transfer full): the text with its numbers
 */
char *
sdm_aid_fill (SdmAid     *self,
              const char *text,
              const char *group)
{
  /* What people typed says what they typed. */
  return sdm_aid_is_blank (self) ? g_strdup (text) : fill (self, text, group, NULL, NULL);
}

static char *
find_unknown (SdmAid     *aid,
              const char *text,
              const Cell *own)
{
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (aid, &n_groups);
  char              *unknown = NULL;

  if (strchr (text, '{') == NULL)
    return NULL;

  for (guint i = 0; unknown == NULL && i < MAX (n_groups, 1); i++)
    g_free (fill (aid, text, n_groups > 0 ? groups[i].id : "all", own, &unknown));

  return unknown;
}

/**
 * sdm_figure_find_unknown_placeholder:
 *
 * Looks at @text for every group of the aid.
 *
 * Returns: (transfer full) (nullable): the first placeholder that leads nowhere
 */
char *
sdm_figure_find_unknown_placeholder (SdmAid     *aid,
                                     const char *text)
{
  return find_unknown (aid, text, NULL);
}

/**
 * sdm_figure_find_unknown_in_event:
 * @text: a sentence of an outcome, which may use the fields of a figure by themselves
 *
 * Returns: (transfer full) (nullable): the first placeholder that no figure could fill
 */
char *
sdm_figure_find_unknown_in_event (SdmAid     *aid,
                                  const char *text)
{
  const SdmCount    count = { .has_n = TRUE, .has_range = TRUE };
  const SdmBar      bar = { .value = "0", .low = "0", .high = "0" };
  const SdmTreePart part = { .label = "" };
  const Cell        own = { .denominator = sdm_aid_get_denominator (aid), .count = &count, .bar = &bar, .part = &part };

  return find_unknown (aid, text, &own);
}

/* Counts and groups */

static const SdmOutcomeGroup *
find_group (const SdmOutcome *outcome,
            const char       *group)
{
  for (guint i = 0; i < outcome->n_groups; i++)
    if (g_strcmp0 (outcome->groups[i].id, group) == 0)
      return &outcome->groups[i];

  return NULL;
}

/**
 * sdm_figure_effective_group:
 * @group: the group that was chosen for the aid
 *
 * Returns: @group where the outcome tells it apart, otherwise "all"
 */
const char *
sdm_figure_effective_group (const SdmOutcome *outcome,
                            const char       *group)
{
  if (find_group (outcome, group) != NULL)
    return group;
  for (guint i = 0; i < outcome->n_statements; i++)
    if (g_strcmp0 (outcome->statements[i].group, group) == 0)
      return group;

  return "all";
}

/**
 * sdm_figure_find_count:
 * @arm: id of an arm of @outcome
 * @group: the group that was chosen; a group "all" of the outcome serves every one
 *
 * Returns: (transfer none) (nullable): the count
 */
const SdmCount *
sdm_figure_find_count (const SdmOutcome *outcome,
                       const char       *arm,
                       const char       *group)
{
  const SdmOutcomeGroup *found = find_group (outcome, group);

  if (found == NULL)
    found = find_group (outcome, "all");
  for (guint i = 0; found != NULL && i < found->n_counts; i++)
    if (g_str_equal (found->counts[i].arm, arm))
      return &found->counts[i];

  return NULL;
}

/* Sentences */

static void
append_sentence (GString *answer,
                 char    *sentence)
{
  if (answer->len > 0)
    g_string_append_c (answer, ' ');
  g_string_append (answer, sentence);
  g_free (sentence);
}

static void
tell_count (SdmFigure *self,
            SdmAid    *aid,
            GString   *answer,
            Cell      *cell)
{
  const SdmOutcome *outcome = self->outcome;
  const SdmCount   *count = cell->count;
  const SdmBar     *bar = cell->bar;
  gboolean          has_best = (count != NULL && count->has_n) || (bar != NULL && bar->value != NULL);
  gboolean          has_range = (count != NULL && count->has_range) || (bar != NULL && bar->low != NULL);

  if (count != NULL && count->under_one && outcome->sentence_under_one != NULL)
    append_sentence (answer, fill (aid, outcome->sentence_under_one, self->group, cell, NULL));
  if (count != NULL && count->not_known && outcome->sentence_not_known != NULL)
    append_sentence (answer, fill (aid, outcome->sentence_not_known, self->group, cell, NULL));
  if (has_best && outcome->sentence != NULL)
    append_sentence (answer, fill (aid, outcome->sentence, self->group, cell, NULL));
  if (self->arm->is_comparator && !has_range && outcome->sentence_comparator != NULL)
    append_sentence (answer, g_strdup (outcome->sentence_comparator));
  if (has_range && outcome->sentence_range != NULL)
    append_sentence (answer, fill (aid, outcome->sentence_range, self->group, cell, NULL));
}

/* One sentence for each part of the people who were tested. */
static void
tell_tree (SdmFigure *self,
           SdmAid    *aid,
           GString   *answer)
{
  self->state = SDM_FIGURE_WORDS;
  for (guint i = 0; i < self->outcome->n_tree; i++)
    {
      const SdmTreePart *part = &self->outcome->tree[i];
      const Cell         cell = { .denominator = self->denominator, .part = part };

      append_sentence (answer, fill (aid, self->outcome->sentence, self->group, &cell, NULL));
      if (part->not_known != NULL)
        append_sentence (answer, g_strdup (part->not_known));
    }
}

static void
take_numbers (SdmFigure  *self,
              const Cell *cell)
{
  if (cell->count != NULL)
    {
      self->n = cell->count->n;
      self->has_range = cell->count->has_range;
      self->low = cell->count->low;
      self->high = cell->count->high;
      if (cell->count->under_one)
        self->state = SDM_FIGURE_UNDER_ONE;
      else if (cell->count->has_n)
        self->state = SDM_FIGURE_COUNT;
      else if (cell->count->has_range)
        self->state = SDM_FIGURE_RANGE;
    }
  if (cell->bar != NULL)
    {
      self->state = SDM_FIGURE_BAR;
      self->value = cell->bar->value;
      self->value_low = cell->bar->low;
      self->value_high = cell->bar->high;
    }
}

static void
tell_arms (SdmFigure *self,
           SdmAid    *aid,
           GString   *answer)
{
  for (guint i = 0; i < self->outcome->n_arms; i++)
    {
      const SdmArm *arm = &self->outcome->arms[i];
      Cell          cell = { .denominator = self->denominator };

      if (!g_strv_contains (arm->options, self->option->id))
        continue;
      self->arm = arm;
      if (self->outcome->show == SDM_SHOW_TREE)
        {
          tell_tree (self, aid, answer);
          continue;
        }
      cell.count = sdm_figure_find_count (self->outcome, arm->id, self->group);
      cell.bar = find_bar (self->outcome, arm->id);
      take_numbers (self, &cell);
      tell_count (self, aid, answer, &cell);
    }
}

static void
tell_gaps (SdmFigure *self,
           SdmAid    *aid,
           GString   *answer)
{
  static const SdmFigureState states[] = {
    [SDM_GAP_NOT_KNOWN] = SDM_FIGURE_NOT_KNOWN,
    [SDM_GAP_DOES_NOT_APPLY] = SDM_FIGURE_DOES_NOT_APPLY,
    [SDM_GAP_COMPARISON] = SDM_FIGURE_COMPARISON,
    [SDM_GAP_OTHER_OUTCOME] = SDM_FIGURE_COMPARISON,
  };

  for (guint i = 0; i < self->outcome->n_gaps; i++)
    {
      const SdmGap *gap = &self->outcome->gaps[i];

      if (!g_str_equal (gap->option, self->option->id))
        continue;
      if (self->arm == NULL)
        self->state = states[gap->kind];
      append_sentence (answer, sdm_aid_fill (aid, gap->text, self->group));
    }
}

static void
tell_statements (SdmFigure *self,
                 SdmAid    *aid,
                 GString   *answer)
{
  self->state = SDM_FIGURE_WORDS;
  for (guint i = 0; i < self->outcome->n_statements; i++)
    {
      const SdmStatement *statement = &self->outcome->statements[i];

      if (!g_str_equal (statement->option, self->option->id))
        continue;
      if (statement->group != NULL && g_strcmp0 (statement->group, self->group) != 0)
        continue;
      if (statement->not_known)
        self->state = SDM_FIGURE_NOT_KNOWN;
      else if (statement->does_not_apply)
        self->state = SDM_FIGURE_DOES_NOT_APPLY;
      append_sentence (answer, sdm_aid_fill (aid, statement->text, self->group));
    }
}

/**
 * sdm_figure_new:
 * @group: the group that was chosen for the aid, or "all"
 *
 * Returns: (transfer full): what @outcome says of @option; holds pointers into @aid,
 *   which must outlive it
 */
SdmFigure *
sdm_figure_new (SdmAid           *aid,
                const SdmOutcome *outcome,
                const SdmOption  *option,
                const char       *group)
{
  SdmFigure *self = g_new0 (SdmFigure, 1);
  GString   *answer = g_string_new (NULL);

  self->state = SDM_FIGURE_NOT_KNOWN;
  self->outcome = outcome;
  self->option = option;
  self->group = g_intern_string (group);
  self->denominator = sdm_aid_get_denominator (aid);

  if (outcome->show == SDM_SHOW_WORDS)
    tell_statements (self, aid, answer);
  else
    {
      tell_arms (self, aid, answer);
      tell_gaps (self, aid, answer);
    }
  self->sentence = g_string_free (answer, FALSE);

  return self;
}

void
sdm_figure_free (SdmFigure *self)
{
  g_free (self->sentence);
  g_free (self);
}

/**
 * sdm_figure_get_rest:
 *
 * Returns: to how many of the denominator it does not happen; the other frame
 */
guint
sdm_figure_get_rest (const SdmFigure *self)
{
  return self->denominator - self->n;
}

/**
 * sdm_figure_is_known:
 *
 * Returns: FALSE where the honest answer is "we do not know"
 */
gboolean
sdm_figure_is_known (const SdmFigure *self)
{
  return self->state != SDM_FIGURE_NOT_KNOWN;
}

/**
 * sdm_aid_dup_answer:
 * @group: the group that was chosen, or "all"
 * @not_known: (out) (optional): whether the answer is that we do not know
 *
 * Returns: (transfer full): the answer to @question for @option, "" where there is none
 */
char *
sdm_aid_dup_answer (SdmAid            *self,
                    const SdmQuestion *question,
                    const SdmOption   *option,
                    const char        *group,
                    gboolean          *not_known)
{
  const SdmOutcome *outcome;

  if (not_known != NULL)
    *not_known = FALSE;

  if (question->answers_from != NULL)
    {
      g_autoptr (SdmFigure) figure = NULL;

      outcome = sdm_aid_find_outcome (self, question->answers_from);
      if (outcome == NULL)
        return g_strdup ("");
      figure = sdm_figure_new (self, outcome, option, group);
      if (not_known != NULL)
        *not_known = !sdm_figure_is_known (figure);
      return g_steal_pointer (&figure->sentence);
    }

  for (guint i = 0; i < question->n_answers; i++)
    if (g_str_equal (question->answers[i].option, option->id))
      {
        if (not_known != NULL)
          *not_known = question->answers[i].not_known;
        return sdm_aid_fill (self, question->answers[i].text, group);
      }

  return g_strdup ("");
}

/**
 * sdm_outcome_is_second_hand:
 *
 * Returns: whether nobody who wrote the aid has read any of the sources itself, so that the
 *   figures are still to be checked
 */
gboolean
sdm_outcome_is_second_hand (const SdmOutcome *outcome)
{
  for (guint i = 0; i < outcome->n_citations; i++)
    if (!outcome->citations[i].is_second_hand)
      return FALSE;

  return TRUE;
}

/**
 * sdm_certainty_to_id:
 *
 * Returns: the level as it stands in documents, such as "very-low"
 */
const char *
sdm_certainty_to_id (SdmCertainty certainty)
{
  static const char *const ids[] = { "high", "moderate", "low", "very-low", "not-graded" };

  return ids[certainty];
}

/**
 * sdm_show_to_id:
 *
 * Returns: the way of showing as it stands in documents, such as "icons"
 */
const char *
sdm_show_to_id (SdmShow show)
{
  static const char *const ids[] = { "icons", "bars", "words", "tree" };

  return ids[show];
}
