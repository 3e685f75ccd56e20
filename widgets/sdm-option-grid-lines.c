/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

#include "sdm-grid-cell-private.h"
#include "sdm-grid-head-private.h"
#include "sdm-grid-turns-private.h"
#include "sdm-word-label.h"

#include <glib/gi18n.h>

/* What of the two lists is on screen: a line for each row, a cell for each option in sight. */

guint
sdm_option_grid_count_options (SdmOptionGrid *self)
{
  return self->options != NULL ? g_list_model_get_n_items (self->options) : 0;
}

guint
sdm_option_grid_count_rows (SdmOptionGrid *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;
}

static GPtrArray *
list_visible (SdmOptionGrid *self)
{
  const guint          n = sdm_option_grid_count_options (self);
  GPtrArray           *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gboolean *visible = g_new0 (gboolean, n + 1);
  int                  pinned = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SdmGridOption) option = g_list_model_get_item (self->options, i);

      if (g_strcmp0 (sdm_grid_option_get_id (option), self->pinned_option) == 0)
        pinned = (int) i;
    }
  sdm_grid_choose_visible (n, self->stacked ? MAX (n, 1) : self->max_visible,
                           self->first_visible, pinned, visible);
  for (guint i = 0; i < n; i++)
    if (visible[i])
      g_ptr_array_add (list, g_list_model_get_item (self->options, i));

  return list;
}

SdmGridLine *
sdm_option_grid_get_line (SdmOptionGrid *self,
                          guint          position)
{
  GtkWidget *line = gtk_widget_get_first_child (self->lines);

  while (line != NULL && position-- > 0)
    line = gtk_widget_get_next_sibling (line);

  return line != NULL ? SDM_GRID_LINE (line) : NULL;
}

SdmGridLine *
sdm_option_grid_find_line (SdmOptionGrid *self,
                           const char    *row_id)
{
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL; line = gtk_widget_get_next_sibling (line))
    if (g_strcmp0 (sdm_grid_row_get_id (sdm_grid_line_get_row (SDM_GRID_LINE (line))), row_id) == 0)
      return SDM_GRID_LINE (line);

  return NULL;
}

/* The cell that has the keyboard, or had it last. */
GtkWidget *
sdm_option_grid_find_cell (SdmOptionGrid *self)
{
  SdmGridLine *line = sdm_option_grid_get_line (self, self->current_row);
  GtkWidget   *cell;

  if (line == NULL)
    line = sdm_option_grid_get_line (self, 0);
  if (line == NULL)
    return NULL;
  cell = sdm_grid_line_get_cell (line, self->current_column);
  if (cell == NULL || !gtk_widget_get_visible (cell))
    cell = sdm_grid_line_get_cell (line, self->one_question ? 1 : 0);

  return cell;
}

/* The row that has the keyboard. */
GtkWidget *
sdm_option_grid_find_focus_line (SdmOptionGrid *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->lines))
    return NULL;
  while (!SDM_IS_GRID_LINE (focus))
    focus = gtk_widget_get_parent (focus);

  return focus;
}

void
sdm_option_grid_show_question (SdmOptionGrid *self)
{
  const guint      n = sdm_option_grid_count_rows (self);
  SdmGridLine     *line = sdm_option_grid_get_line (self, self->current_row);
  g_autofree char *place = NULL;
  guint            i = 0;

  gtk_widget_set_visible (self->band, self->one_question && line != NULL);
  if (line != NULL)
    {
      sdm_word_label_set_text (SDM_WORD_LABEL (self->band_question),
                               sdm_grid_row_get_question (sdm_grid_line_get_row (line)), NULL);
      sdm_word_label_set_glossary (SDM_WORD_LABEL (self->band_question),
                                   sdm_grid_row_get_glossary (sdm_grid_line_get_row (line)));
      /* Translators: beside a question, or something that matters: “3 of 6” */
      place = g_strdup_printf (_("%u of %u"), self->current_row + 1, n);
      gtk_label_set_label (GTK_LABEL (self->band_place), place);
    }
  for (GtkWidget *each = gtk_widget_get_first_child (self->lines); each != NULL; each = gtk_widget_get_next_sibling (each), i++)
    {
      gtk_widget_set_visible (each, !self->one_question || i == self->current_row);
      sdm_grid_line_set_shape (SDM_GRID_LINE (each), !self->one_question, self->stacked);
    }
  gtk_widget_set_visible (self->head, !self->stacked);
  sdm_option_grid_show_foot (self);
}

/* The option whose cell has the keyboard, or had it last. */
static char *
dup_current_option (SdmOptionGrid *self)
{
  SdmGridLine *line = sdm_option_grid_get_line (self, self->current_row);
  GtkWidget   *cell = line != NULL ? sdm_grid_line_get_cell (line, self->current_column) : NULL;

  if (!SDM_IS_GRID_ANSWER (cell))
    return NULL;

  return g_strdup (sdm_grid_option_get_id (sdm_grid_answer_get_option (SDM_GRID_ANSWER (cell))));
}

/* The keyboard stays with its option, or else at its place. */
static void
find_current_column (SdmOptionGrid *self,
                     GPtrArray     *options,
                     const char    *option_id)
{
  self->current_column = MIN (self->current_column, options->len);
  for (guint i = 0; i < options->len; i++)
    if (g_strcmp0 (sdm_grid_option_get_id (g_ptr_array_index (options, i)), option_id) == 0)
      self->current_column = i + 1;
}

void
sdm_option_grid_show_columns (SdmOptionGrid *self)
{
  g_autoptr (GPtrArray) options = list_visible (self);
  g_autofree char *option_id = dup_current_option (self);
  const gboolean   had_focus = sdm_option_grid_find_focus_line (self) != NULL;
  GtkWidget       *cell;

  sdm_grid_head_set_options (SDM_GRID_HEAD (self->head), options, sdm_option_grid_count_options (self),
                             !self->compact && !self->one_question, !self->one_question);
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL; line = gtk_widget_get_next_sibling (line))
    sdm_grid_line_set_options (SDM_GRID_LINE (line), options);
  gtk_widget_set_visible (self->band_next, options->len < sdm_option_grid_count_options (self));
  sdm_option_grid_show_question (self);

  find_current_column (self, options, option_id);
  if (had_focus && (cell = sdm_option_grid_find_cell (self)) != NULL)
    gtk_widget_grab_focus (cell);
}

/* The keyboard stays in its row, or else at its place. */
static void
stay_in_row (SdmOptionGrid *self,
             const char    *row_id)
{
  const guint before = self->current_row;
  guint       i = 0;

  self->current_row = MIN (before, MAX (1, sdm_option_grid_count_rows (self)) - 1);
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); row_id != NULL && line != NULL; line = gtk_widget_get_next_sibling (line), i++)
    if (g_strcmp0 (sdm_grid_row_get_id (sdm_grid_line_get_row (SDM_GRID_LINE (line))), row_id) == 0)
      self->current_row = i;
  if (self->current_row != before)
    sdm_option_grid_notify (self, PROP_CURRENT_ROW);
}

void
sdm_option_grid_rows_changed (SdmOptionGrid *self,
                              guint          position,
                              guint          removed,
                              guint          added)
{
  g_autoptr (GPtrArray) options = list_visible (self);
  GtkWidget       *focus_line = sdm_option_grid_find_focus_line (self);
  g_autofree char *focus_row = NULL;
  GtkWidget       *before = NULL;

  if (focus_line != NULL)
    focus_row = g_strdup (sdm_grid_row_get_id (sdm_grid_line_get_row (SDM_GRID_LINE (focus_line))));
  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self->lines), GTK_WIDGET (sdm_option_grid_get_line (self, position)));

  if (position > 0)
    before = GTK_WIDGET (sdm_option_grid_get_line (self, position - 1));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (SdmGridRow) row = g_list_model_get_item (self->rows, position + i);
      GtkWidget *line = sdm_grid_line_new (row);

      sdm_grid_line_set_options (SDM_GRID_LINE (line), options);
      gtk_box_insert_child_after (GTK_BOX (self->lines), line, before);
      sdm_option_grid_watch_line (self, SDM_GRID_LINE (line));
      before = line;
    }

  stay_in_row (self, focus_row);
  sdm_option_grid_show_question (self);
  if (focus_row != NULL && sdm_option_grid_find_focus_line (self) == NULL && sdm_option_grid_find_cell (self) != NULL)
    gtk_widget_grab_focus (sdm_option_grid_find_cell (self));
}
