/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-turns-private.h"

/**
 * sdm_grid_choose_visible:
 * @n_options: how many there are
 * @max_visible: how many fit side by side, at least 1
 * @first_visible: how far the options that are not pinned have gone round
 * @pinned: the place of the one that always stays, or -1
 * @visible: (out caller-allocates): for each option, whether it is in sight
 *
 * Chooses which options are in sight. Every option that is not pinned gets
 * its turn, and the order stays that of the list.
 */
void
sdm_grid_choose_visible (guint    n_options,
                         guint    max_visible,
                         guint    first_visible,
                         int      pinned,
                         gboolean visible[])
{
  const gboolean has_pin = pinned >= 0 && (guint) pinned < n_options && max_visible > 1;
  const guint    n_others = has_pin ? n_options - 1 : n_options;
  const guint    n_turns = MIN (n_others, has_pin ? max_visible - 1 : max_visible);

  for (guint i = 0; i < n_options; i++)
    {
      guint other = has_pin && i > (guint) pinned ? i - 1 : i;

      if (has_pin && i == (guint) pinned)
        visible[i] = TRUE;
      else
        visible[i] = (other + n_others - first_visible % n_others) % n_others < n_turns;
    }
}
