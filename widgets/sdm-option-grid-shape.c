/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

/* How much is shown at once: how many options, which of them, how many questions. */

/* Goes round by one option; the pinned one stays. */
void
sdm_option_grid_show_next (SdmOptionGrid *self)
{
  const guint n = sdm_option_grid_count_options (self);
  const guint turns = self->pinned_option != NULL && n > 1 ? n - 1 : n;

  if (turns > 0)
    sdm_option_grid_set_first_visible (self, (self->first_visible + 1) % turns);
}

/**
 * sdm_option_grid_get_max_visible:
 *
 * Returns: how many options are side by side at most
 */
guint
sdm_option_grid_get_max_visible (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), 0);

  return self->max_visible;
}

/**
 * sdm_option_grid_set_max_visible:
 * @max_visible: 1 to 6; 3 fit a screen, 2 a small one
 */
void
sdm_option_grid_set_max_visible (SdmOptionGrid *self,
                                 guint          max_visible)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));
  g_return_if_fail (max_visible >= 1);

  if (self->max_visible == max_visible)
    return;

  self->max_visible = max_visible;
  sdm_option_grid_show_columns (self);

  sdm_option_grid_notify (self, PROP_MAX_VISIBLE);
}

/**
 * sdm_option_grid_get_first_visible:
 *
 * Returns: how far the options that are not pinned have gone round
 */
guint
sdm_option_grid_get_first_visible (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), 0);

  return self->first_visible;
}

/**
 * sdm_option_grid_set_first_visible:
 * @first_visible: how far they have gone round; "Next option" adds 1
 *
 * Matters only while there are more options than fit side by side.
 */
void
sdm_option_grid_set_first_visible (SdmOptionGrid *self,
                                   guint          first_visible)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  if (self->first_visible == first_visible)
    return;

  self->first_visible = first_visible;
  sdm_option_grid_show_columns (self);

  sdm_option_grid_notify (self, PROP_FIRST_VISIBLE);
}

/**
 * sdm_option_grid_get_pinned_option:
 *
 * Returns: (transfer none) (nullable): the id of the option that always stays in sight
 */
const char *
sdm_option_grid_get_pinned_option (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), NULL);

  return self->pinned_option;
}

/**
 * sdm_option_grid_set_pinned_option:
 * @option_id: (nullable): the id of an option, such as the one of no change
 *
 * Keeps an option in sight while the others take their turns.
 */
void
sdm_option_grid_set_pinned_option (SdmOptionGrid *self,
                                   const char    *option_id)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  if (g_strcmp0 (self->pinned_option, option_id) == 0)
    return;

  g_free (self->pinned_option);
  self->pinned_option = g_strdup (option_id);
  sdm_option_grid_show_columns (self);

  sdm_option_grid_notify (self, PROP_PINNED_OPTION);
}

/**
 * sdm_option_grid_get_compact:
 *
 * Returns: whether rows are low and heads have no second line
 */
gboolean
sdm_option_grid_get_compact (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), FALSE);

  return self->compact;
}

/**
 * sdm_option_grid_set_compact:
 *
 * Makes rows low and leaves out the second line of the heads.
 */
void
sdm_option_grid_set_compact (SdmOptionGrid *self,
                             gboolean       compact)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  compact = !!compact;
  if (self->compact == compact)
    return;

  self->compact = compact;
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  sdm_option_grid_show_columns (self);

  sdm_option_grid_notify (self, PROP_COMPACT);
}

/**
 * sdm_option_grid_get_one_question:
 *
 * Returns: whether one question is shown at a time
 */
gboolean
sdm_option_grid_get_one_question (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), FALSE);

  return self->one_question;
}

/**
 * sdm_option_grid_set_one_question:
 *
 * Shows the current row alone, with its question above it, for large text.
 */
void
sdm_option_grid_set_one_question (SdmOptionGrid *self,
                                  gboolean       one_question)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  one_question = !!one_question;
  if (self->one_question == one_question)
    return;

  self->one_question = one_question;
  if (one_question)
    gtk_widget_add_css_class (GTK_WIDGET (self), "one-question");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "one-question");
  sdm_option_grid_show_columns (self);

  sdm_option_grid_notify (self, PROP_ONE_QUESTION);
}

/**
 * sdm_option_grid_get_stacked:
 *
 * Returns: whether options stand below each other
 */
gboolean
sdm_option_grid_get_stacked (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), FALSE);

  return self->stacked;
}

/**
 * sdm_option_grid_set_stacked:
 *
 * Puts the answers below each other, each with its option's name, for large text on a small screen.
 */
void
sdm_option_grid_set_stacked (SdmOptionGrid *self,
                             gboolean       stacked)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  stacked = !!stacked;
  if (self->stacked == stacked)
    return;

  self->stacked = stacked;
  if (stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
  sdm_option_grid_show_columns (self);

  sdm_option_grid_notify (self, PROP_STACKED);
}
