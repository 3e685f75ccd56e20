/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-instruments.h"

#include <glib/gi18n.h>

static const SdmInstrumentItem ready_items[] = {
  { "sure", N_ ("Do you feel sure about what to choose?") },
    { "know", N_ ("Do you know the good and the bad points of each option?") },
      { "matters", N_ ("Is it clear to you what matters most?") },
        { "support", N_ ("Do you have enough help and advice to choose?") },
      };

static const SdmInstrumentItem after_visit_items[] = {
  { "explain", N_ ("How much did we try to help you understand?") },
    { "listen", N_ ("How much did we try to listen to what matters to you?") },
      { "include", N_ ("How much did we use what matters to you in the next step?") },
    };

static const SdmInstrument ready = {
  "evenhand-ready", "1",
  N_ ("Ready to decide?"),
      N_ ("These are our own four questions. They are not a tested scale."),
          0,
          ready_items,
          G_N_ELEMENTS (ready_items) };

static const SdmInstrument after_visit = {
  "evenhand-after-visit", "1",
  N_ ("After the visit"),
      N_ ("These are our own three questions. They are not a tested scale."),
          9,
          after_visit_items,
          G_N_ELEMENTS (after_visit_items) };

/**
 * sdm_instrument_get_ready:
 *
 * Returns: (transfer none): *ready to decide?*, four questions with yes and no
 */
const SdmInstrument *
sdm_instrument_get_ready (void)
{
  return &ready;
}

/**
 * sdm_instrument_get_after_visit:
 *
 * Returns: (transfer none): *after the visit*, three questions from 0 to 9
 */
const SdmInstrument *
sdm_instrument_get_after_visit (void)
{
  return &after_visit;
}

/**
 * sdm_instrument_get_step_for_no:
 * @item_id: a question of *ready to decide?*
 *
 * Returns: (nullable): id of the step that answers the question when somebody says no
 */
const char *
sdm_instrument_get_step_for_no (const char *item_id)
{
  static const struct
  {
    const char *item;
    const char *step;
  } ways_back[] = {
    { "sure", "weigh" },
    { "know", "options" },
    { "matters", "matters" },
    { "support", "people" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways_back); i++)
    if (g_strcmp0 (ways_back[i].item, item_id) == 0)
      return ways_back[i].step;

  return NULL;
}
