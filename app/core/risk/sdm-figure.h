/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"

G_BEGIN_DECLS

/**
 * SdmFigureState:
 * @SDM_FIGURE_COUNT: a count of people, perhaps with a range
 * @SDM_FIGURE_RANGE: a range with no best guess
 * @SDM_FIGURE_UNDER_ONE: more than none, fewer than one in the denominator
 * @SDM_FIGURE_BAR: a score or amount
 * @SDM_FIGURE_WORDS: told in words
 * @SDM_FIGURE_NOT_KNOWN: we do not know
 * @SDM_FIGURE_DOES_NOT_APPLY: makes no sense for this option
 * @SDM_FIGURE_COMPARISON: what the others are set against, or told in another outcome
 */
typedef enum
{
  SDM_FIGURE_COUNT,
  SDM_FIGURE_RANGE,
  SDM_FIGURE_UNDER_ONE,
  SDM_FIGURE_BAR,
  SDM_FIGURE_WORDS,
  SDM_FIGURE_NOT_KNOWN,
  SDM_FIGURE_DOES_NOT_APPLY,
  SDM_FIGURE_COMPARISON,
} SdmFigureState;

/**
 * SdmFigure:
 * @state: which of the fields below hold something
 * @arm: (nullable): the arm that stands for the option
 * @n: people to whom it happens, out of @denominator
 * @low: fewest, where @has_range
 * @high: most, where @has_range
 * @value: (nullable): for a bar, as written in the aid
 * @value_low: (nullable): for a bar
 * @value_high: (nullable): for a bar
 * @sentence: the whole answer as a person reads it, both frames and time span in it
 *
 * What one outcome says of one option for one group. Every place that shows a
 * figure makes it here, so screen and paper cannot differ.
 */
typedef struct
{
  SdmFigureState state;

  const SdmOutcome *outcome;
  const SdmOption  *option;
  const SdmArm     *arm;
  const char       *group;

  guint    denominator;
  gboolean has_range;
  guint    n;
  guint    low;
  guint    high;

  const char *value;
  const char *value_low;
  const char *value_high;

  char *sentence;
} SdmFigure;

SdmFigure *sdm_figure_new (SdmAid           *aid,
                           const SdmOutcome *outcome,
                           const SdmOption  *option,
                           const char       *group) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_figure_free (SdmFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmFigure, sdm_figure_free)

guint    sdm_figure_get_rest (const SdmFigure *self);
gboolean sdm_figure_is_known (const SdmFigure *self);

const SdmCount *sdm_figure_find_count (const SdmOutcome *outcome,
                                       const char       *arm,
                                       const char       *group);
const char     *sdm_figure_effective_group (const SdmOutcome *outcome,
                                            const char       *group);
char           *sdm_figure_find_unknown_placeholder (SdmAid     *aid,
                                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;
char           *sdm_figure_find_unknown_in_event (SdmAid     *aid,
                                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean        sdm_outcome_is_second_hand (const SdmOutcome *outcome);
const char     *sdm_certainty_to_id (SdmCertainty certainty);
const char     *sdm_show_to_id (SdmShow show);

G_END_DECLS
