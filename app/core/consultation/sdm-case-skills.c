/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-case-skills.h"

#include <glib/gi18n.h>

/* What example cases train, by the names in the schema of a case. Those that people ask for first stand first. */

static const struct
{
  const char *id;
  const char *label;
} skills[] = {
  { "drawing-out", N_ ("Drawing people out") },
    { "explaining-figures", N_ ("Talking about risk") },
      { "disagreement", N_ ("When you disagree") },
        { "talking-with-families", N_ ("Somebody else in the talk") },
          { "low-literacy", N_ ("When reading is hard") },
            { "interpreter", N_ ("With an interpreter") },
              { "listening", N_ ("Listening") },
                { "comparing-options", N_ ("Comparing options") },
                  { "deciding-together", N_ ("Deciding together") },
                    { "checking-understanding", N_ ("Checking that it was clear") },
                      { "spotting-danger", N_ ("Spotting what cannot wait") },
                        { "planning", N_ ("Making a plan") },
                      };

/**
 * sdm_case_get_skills:
 *
 * Returns: (transfer none) (array zero-terminated=1): the skills that a case can train, by name
 */
const char *const *
sdm_case_get_skills (void)
{
  static const char *names[G_N_ELEMENTS (skills) + 1];
  static gsize       is_ready = 0;

  if (g_once_init_enter (&is_ready))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (skills); i++)
        names[i] = skills[i].id;
      g_once_init_leave (&is_ready, 1);
    }

  return names;
}

/**
 * sdm_case_get_skill_label:
 *
 * Returns: (transfer none): the skill in everyday words; its name where it is not known
 */
const char *
sdm_case_get_skill_label (const char *skill)
{
  for (gsize i = 0; i < G_N_ELEMENTS (skills); i++)
    if (g_strcmp0 (skills[i].id, skill) == 0)
      return _ (skills[i].label);

  return skill;
}
