/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure-tree.h"

#include <glib/gi18n.h>

#include "sdm-test-tree.h"

/* The tree of an outcome that says what a test finds. */

static void
add_parts (SdmTestTree      *tree,
           SdmAid           *aid,
           const SdmOutcome *outcome)
{
  sdm_test_tree_add_branch (tree, 0, outcome->tree_label != NULL ? outcome->tree_label : _ ("Tested"), sdm_aid_get_denominator (aid), NULL);
  for (guint i = 0; i < outcome->n_tree; i++)
    {
      const SdmTreePart *part = &outcome->tree[i];

      if (i + 1 < outcome->n_tree && outcome->tree[i + 1].depth > part->depth)
        sdm_test_tree_add_branch (tree, part->depth, part->label, part->n, part->not_known);
      else
        sdm_test_tree_add_leaf (tree, part->depth, part->label, part->n, part->not_known, part->has_it);
    }
}

/**
 * sdm_figure_tree_has:
 * @option: an option of the aid
 *
 * Returns: whether @outcome is a tree of people who chose @option
 */
gboolean
sdm_figure_tree_has (const SdmOutcome *outcome,
                     const SdmOption  *option)
{
  for (guint i = 0; outcome->show == SDM_SHOW_TREE && i < outcome->n_arms; i++)
    if (g_strv_contains (outcome->arms[i].options, option->id))
      return TRUE;

  return FALSE;
}

/**
 * sdm_figure_tree_new:
 * @outcome: an outcome of @aid that is a tree
 *
 * Returns: the tree, not yet described
 */
GtkWidget *
sdm_figure_tree_new (SdmAid           *aid,
                     const SdmOutcome *outcome)
{
  GtkWidget *tree = sdm_test_tree_new (sdm_aid_get_denominator (aid));

  add_parts (SDM_TEST_TREE (tree), aid, outcome);

  return tree;
}
