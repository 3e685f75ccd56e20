/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

#include "sdm-grid-foot-private.h"
#include "sdm-grid-head-private.h"
#include "sdm-tall.h"
#include "sdm-word-label.h"

#include <glib/gi18n.h>

/**
 * SdmOptionGrid:
 *
 * Options as columns, people's questions as rows. Every option has the same
 * width, size and weight. The head stays while the rows scroll; a row opens in
 * its place; when there are more options than fit side by side, "Next option"
 * goes round, and the pinned one stays in sight.
 *
 * For large text there is one question at a time, with the options still side
 * by side, and buttons below that lead to the others; stacked, the options stand
 * below each other in equal blocks.
 *
 * ## Accessibility
 *
 * A `group` of rows; each cell says "question option: answer". Tab comes to
 * one cell, then to the buttons of its row while that is open; the arrow keys
 * move by cell, Enter or Space opens and closes the row, F1 says what the words
 * of a cell mean, Ctrl with Left or Right asks for the option to be moved.
 */
G_DEFINE_FINAL_TYPE (SdmOptionGrid, sdm_option_grid, GTK_TYPE_WIDGET)

/* Overrides */

static void
sdm_option_grid_dispose (GObject *object)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (object);

  if (self->options != NULL)
    g_signal_handlers_disconnect_by_data (self->options, self);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  g_clear_object (&self->options);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->band, gtk_widget_unparent);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);

  G_OBJECT_CLASS (sdm_option_grid_parent_class)->dispose (object);
}

static void
sdm_option_grid_finalize (GObject *object)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (object);

  g_clear_pointer (&self->pinned_option, g_free);
  g_clear_pointer (&self->open_row, g_free);
  g_clear_pointer (&self->kept_open, g_hash_table_unref);

  G_OBJECT_CLASS (sdm_option_grid_parent_class)->finalize (object);
}

static void
sdm_option_grid_class_init (SdmOptionGridClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sdm_option_grid_dispose;
  object_class->finalize = sdm_option_grid_finalize;
  sdm_option_grid_override_focus (widget_class);
  sdm_option_grid_override_layout (widget_class);

  sdm_option_grid_install_properties (object_class);

  /**
   * SdmOptionGrid::row-opened:
   * @id: the id of the row
   *
   * A person opened a row, which is worth keeping as "read together".
   */
  g_signal_new ("row-opened", SDM_TYPE_OPTION_GRID, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SdmOptionGrid::row-put-aside:
   * @id: the id of the row
   *
   * A person wants a row put aside. It is the list of rows that the receiver changes.
   */
  g_signal_new ("row-put-aside", SDM_TYPE_OPTION_GRID, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SdmOptionGrid::option-moved:
   * @id: the id of the option
   * @by: how many places towards the end of the list, or towards its start
   *   where it is less than 0; more than one where options in between are out of sight
   *
   * A person wants an option in another place. The grid shows the list's
   * order, so it is the list that the receiver changes.
   */
  g_signal_new ("option-moved", SDM_TYPE_OPTION_GRID, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "optiongrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_band (SdmOptionGrid *self)
{
  self->band = g_object_new (GTK_TYPE_BOX, "css-name", "band", "spacing", 12, "visible", FALSE, NULL);
  self->band_question = sdm_word_label_new ("h2");
  gtk_widget_set_hexpand (self->band_question, TRUE);
  self->band_place = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, NULL);
  gtk_widget_add_css_class (self->band_place, "caption");
  gtk_box_append (GTK_BOX (self->band), self->band_question);
  gtk_box_append (GTK_BOX (self->band), self->band_place);
  self->band_next = sdm_grid_next_button_new ();
  g_signal_connect_swapped (self->band_next, "clicked", G_CALLBACK (sdm_option_grid_show_next), self);
  gtk_box_append (GTK_BOX (self->band), self->band_next);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
}

static void
sdm_option_grid_init (SdmOptionGrid *self)
{
  self->max_visible = 3;
  self->kept_open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);

  make_band (self);
  self->head = sdm_grid_head_new ();
  g_signal_connect_swapped (self->head, "next", G_CALLBACK (sdm_option_grid_show_next), self);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));

  self->lines = g_object_new (GTK_TYPE_BOX, "css-name", "lines", "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), sdm_tall_new (self->lines));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->foot = sdm_grid_foot_new ();
  self->has_foot = TRUE;
  gtk_widget_set_visible (self->foot, FALSE);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
  sdm_option_grid_add_keys (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  /* Translators: read aloud: the table of options and questions */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Options, side by side"), -1);
}

/**
 * sdm_option_grid_new:
 *
 * Returns: (transfer floating): a grid without options and rows
 */
GtkWidget *
sdm_option_grid_new (void)
{
  return g_object_new (SDM_TYPE_OPTION_GRID, NULL);
}

/**
 * sdm_option_grid_get_options:
 *
 * Returns: (transfer none) (nullable): the options, in order
 */
GListModel *
sdm_option_grid_get_options (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), NULL);

  return self->options;
}

/**
 * sdm_option_grid_set_options:
 * @options: (transfer none) (nullable): a list of #SdmGridOption, followed as it changes
 *
 * The columns, in the order of the list.
 */
void
sdm_option_grid_set_options (SdmOptionGrid *self,
                             GListModel    *options)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));
  g_return_if_fail (options == NULL || g_type_is_a (g_list_model_get_item_type (options), SDM_TYPE_GRID_OPTION));

  if (self->options == options)
    return;

  if (self->options != NULL)
    g_signal_handlers_disconnect_by_func (self->options, sdm_option_grid_show_columns, self);
  g_set_object (&self->options, options);
  if (options != NULL)
    g_signal_connect_swapped (options, "items-changed", G_CALLBACK (sdm_option_grid_show_columns), self);
  sdm_option_grid_show_columns (self);

  sdm_option_grid_notify (self, PROP_OPTIONS);
}

/**
 * sdm_option_grid_get_rows:
 *
 * Returns: (transfer none) (nullable): the rows, in order
 */
GListModel *
sdm_option_grid_get_rows (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), NULL);

  return self->rows;
}

/**
 * sdm_option_grid_set_rows:
 * @rows: (transfer none) (nullable): a list of #SdmGridRow, followed as it changes
 */
void
sdm_option_grid_set_rows (SdmOptionGrid *self,
                          GListModel    *rows)
{
  const guint before = sdm_option_grid_count_rows (self);

  g_return_if_fail (SDM_IS_OPTION_GRID (self));
  g_return_if_fail (rows == NULL || g_type_is_a (g_list_model_get_item_type (rows), SDM_TYPE_GRID_ROW));

  if (self->rows == rows)
    return;

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, sdm_option_grid_rows_changed, self);
  g_set_object (&self->rows, rows);
  if (rows != NULL)
    g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (sdm_option_grid_rows_changed), self);
  sdm_option_grid_rows_changed (self, 0, before, sdm_option_grid_count_rows (self));

  sdm_option_grid_notify (self, PROP_ROWS);
}

/**
 * sdm_option_grid_get_current_row:
 *
 * Returns: the place of the row that has, or had last, the keyboard
 */
guint
sdm_option_grid_get_current_row (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), 0);

  return self->current_row;
}

/**
 * sdm_option_grid_set_current_row:
 * @position: from 0; more than there are is the last
 *
 * With one question at a time, the one that is shown.
 */
void
sdm_option_grid_set_current_row (SdmOptionGrid *self,
                                 guint          position)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  position = MIN (position, MAX (1, sdm_option_grid_count_rows (self)) - 1);
  if (self->current_row == position)
    return;

  self->current_row = position;
  sdm_option_grid_show_question (self);

  sdm_option_grid_notify (self, PROP_CURRENT_ROW);
}
