/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

#include "sdm-grid-head-private.h"

/* Where the Tab key leads: to one cell, and from there to what belongs to it. */

static GtkWidgetClass *parent_class;

/* The column of the cell that has the keyboard, 0 for the question. */
guint
sdm_option_grid_get_focus_column (SdmOptionGrid *self,
                                  GtkWidget     *line)
{
  return sdm_grid_line_get_column (SDM_GRID_LINE (line), gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
}

/* Whether the keyboard is below the cells of an open row. */
static gboolean
is_in_more (SdmOptionGrid *self,
            GtkWidget     *line)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *more = sdm_grid_line_get_more (SDM_GRID_LINE (line));

  return more != NULL && gtk_widget_is_ancestor (focus, more);
}

gboolean
sdm_option_grid_grab_cell (SdmOptionGrid *self)
{
  GtkWidget *cell = sdm_option_grid_find_cell (self);

  return cell != NULL && gtk_widget_grab_focus (cell);
}

/* Callbacks */

static void
focus_moved_cb (SdmOptionGrid *self)
{
  GtkWidget *line = sdm_option_grid_find_focus_line (self);
  guint      i = 0;

  if (line == NULL)
    return;

  if (!is_in_more (self, line))
    self->current_column = sdm_option_grid_get_focus_column (self, line);
  for (GtkWidget *each = gtk_widget_get_first_child (self->lines); each != line; each = gtk_widget_get_next_sibling (each))
    i++;
  sdm_option_grid_set_current_row (self, i);
}

/* Overrides */

static void
sdm_option_grid_root (GtkWidget *widget)
{
  parent_class->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_moved_cb), widget, G_CONNECT_SWAPPED);
}

static void
sdm_option_grid_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);

  parent_class->unroot (widget);
}

/* The stops on the way through the grid: "Next option", one cell, what is open below it, the foot. */
typedef enum
{
  STOP_BEFORE,
  STOP_NEXT,
  STOP_CELL,
  STOP_MORE,
  STOP_FOOT,
  STOP_AFTER,
} Stop;

static GtkWidget *
get_next_button (SdmOptionGrid *self)
{
  return self->one_question ? self->band_next : sdm_grid_head_get_next (SDM_GRID_HEAD (self->head));
}

static Stop
find_stop (SdmOptionGrid *self,
           gboolean       forward)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *line = sdm_option_grid_find_focus_line (self);

  if (line != NULL)
    return is_in_more (self, line) ? STOP_MORE : STOP_CELL;
  if (focus != NULL && focus == get_next_button (self))
    return STOP_NEXT;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->foot))
    return STOP_FOOT;

  return forward ? STOP_BEFORE : STOP_AFTER;
}

/* Takes the keyboard to a stop, or on within it. */
static gboolean
enter_stop (SdmOptionGrid   *self,
            Stop             stop,
            GtkDirectionType direction)
{
  GtkWidget   *cell = sdm_option_grid_find_cell (self);
  SdmGridLine *line = sdm_option_grid_get_line (self, self->current_row);
  GtkWidget   *next = get_next_button (self);
  GtkWidget   *more = line != NULL ? sdm_grid_line_get_more (line) : NULL;

  switch (stop)
    {
    case STOP_NEXT:
      return gtk_widget_get_mapped (next) && gtk_widget_grab_focus (next);

    case STOP_CELL:
      return cell != NULL && gtk_widget_grab_focus (cell);

    case STOP_MORE:
      return more != NULL && gtk_widget_get_mapped (more) && gtk_widget_child_focus (more, direction);

    case STOP_FOOT:
      return gtk_widget_get_mapped (self->foot) && gtk_widget_child_focus (self->foot, direction);

    case STOP_BEFORE:
    case STOP_AFTER:
    default:
      return FALSE;
    }
}

static gboolean
sdm_option_grid_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (widget);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN || direction == GTK_DIR_RIGHT;
  int            stop = (int) find_stop (self, forward);

  if ((stop == STOP_MORE || stop == STOP_FOOT) && enter_stop (self, (Stop) stop, direction))
    return TRUE;
  for (stop += forward ? 1 : -1; stop > STOP_BEFORE && stop < STOP_AFTER; stop += forward ? 1 : -1)
    if (enter_stop (self, (Stop) stop, direction))
      return TRUE;

  return FALSE;
}

static gboolean
sdm_option_grid_grab_focus (GtkWidget *widget)
{
  return sdm_option_grid_grab_cell (SDM_OPTION_GRID (widget));
}

/* Takes over what leads to the cells and on from them. */
void
sdm_option_grid_override_focus (GtkWidgetClass *widget_class)
{
  parent_class = g_type_class_peek_parent (widget_class);
  widget_class->root = sdm_option_grid_root;
  widget_class->unroot = sdm_option_grid_unroot;
  widget_class->focus = sdm_option_grid_focus;
  widget_class->grab_focus = sdm_option_grid_grab_focus;
}
