/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

#include "sdm-grid-cell-private.h"
#include "sdm-grid-head-private.h"

/* Where the keyboard and the pointer lead: the keys belong to the rows, and the grid
 * has one cell that the Tab key comes to. */

static GtkWidgetClass *parent_class;

static void
toggle_row (SdmOptionGrid *self,
            SdmGridLine   *line)
{
  SdmGridRow *row = sdm_grid_line_get_row (line);
  /* A receiver may take the row away, so its id is held on to. */
  g_autofree char *id = g_strdup (sdm_grid_row_get_id (row));

  if (g_strcmp0 (self->open_row, id) == 0)
    {
      sdm_option_grid_set_open_row (self, NULL);
      return;
    }
  if (!sdm_grid_row_has_more (row))
    return;

  sdm_option_grid_set_open_row (self, id);
  g_signal_emit_by_name (self, "row-opened", id);
}

/* Callbacks */

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (user_data);
  GtkWidget     *line = sdm_option_grid_find_focus_line (self);

  if (line == NULL)
    return FALSE;

  toggle_row (self, SDM_GRID_LINE (line));

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (user_data);
  GtkWidget     *line = sdm_option_grid_find_focus_line (self);
  GtkWidget     *cell = NULL;
  guint          column;
  int            right, down;

  if (line == NULL)
    return FALSE;
  g_variant_get (args, "(ii)", &right, &down);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    right = -right;

  column = sdm_grid_line_get_column (SDM_GRID_LINE (line), gtk_root_get_focus (gtk_widget_get_root (widget)));
  if (down > 0)
    line = gtk_widget_get_next_sibling (line);
  else if (down < 0)
    line = gtk_widget_get_prev_sibling (line);
  if (right > 0 || column > 0)
    column = (guint) ((int) column + right);
  if (line != NULL && gtk_widget_get_visible (line))
    cell = sdm_grid_line_get_cell (SDM_GRID_LINE (line), column);
  if (cell != NULL && gtk_widget_get_visible (cell))
    gtk_widget_grab_focus (cell);
  else
    gtk_widget_error_bell (widget);

  return TRUE;
}

static gboolean
move_option_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  SdmOptionGrid   *self = SDM_OPTION_GRID (user_data);
  GtkWidget       *line = sdm_option_grid_find_focus_line (self);
  GtkWidget       *cell;
  guint            column;
  int              by = g_variant_get_int32 (args);
  g_autofree char *id = NULL;

  if (line == NULL)
    return FALSE;
  column = sdm_grid_line_get_column (SDM_GRID_LINE (line), gtk_root_get_focus (gtk_widget_get_root (widget)));
  cell = sdm_grid_line_get_cell (SDM_GRID_LINE (line), column);
  if (column == 0 || cell == NULL)
    return FALSE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  id = g_strdup (sdm_grid_option_get_id (sdm_grid_answer_get_option (SDM_GRID_ANSWER (cell))));
  g_signal_emit_by_name (self, "option-moved", id, by);

  return TRUE;
}

static void
released_cb (SdmOptionGrid *self,
             int            n_press,
             double         x,
             double         y)
{
  GtkWidget *picked = gtk_widget_pick (self->lines, x, y, GTK_PICK_DEFAULT);
  GtkWidget *line = picked;
  GtkWidget *cell;

  while (line != NULL && !SDM_IS_GRID_LINE (line))
    line = gtk_widget_get_parent (line);
  if (line == NULL)
    return;

  cell = sdm_grid_line_get_cell (SDM_GRID_LINE (line), sdm_grid_line_get_column (SDM_GRID_LINE (line), picked));
  if (gtk_widget_get_visible (cell))
    gtk_widget_grab_focus (cell);
  toggle_row (self, SDM_GRID_LINE (line));
}

static void
focus_moved_cb (SdmOptionGrid *self)
{
  GtkWidget *line = sdm_option_grid_find_focus_line (self);
  guint      i = 0;

  if (line == NULL)
    return;

  self->current_column = sdm_grid_line_get_column (SDM_GRID_LINE (line),
                                                   gtk_root_get_focus (gtk_widget_get_root (line)));
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

static gboolean
sdm_option_grid_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (widget);
  GtkWidget     *cell = sdm_option_grid_find_cell (self);
  GtkWidget     *next = self->one_question ? self->band_next : sdm_grid_head_get_next (SDM_GRID_HEAD (self->head));
  const gboolean can_next = gtk_widget_get_visible (next) && gtk_widget_get_mapped (next);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN || direction == GTK_DIR_RIGHT;

  if (sdm_option_grid_find_focus_line (self) != NULL)
    return !forward && can_next && gtk_widget_grab_focus (next);
  if (gtk_widget_has_focus (next))
    return forward && cell != NULL && gtk_widget_grab_focus (cell);
  if (forward && can_next)
    return gtk_widget_grab_focus (next);

  return cell != NULL && gtk_widget_grab_focus (cell);
}

static gboolean
sdm_option_grid_grab_focus (GtkWidget *widget)
{
  GtkWidget *cell = sdm_option_grid_find_cell (SDM_OPTION_GRID (widget));

  return cell != NULL && gtk_widget_grab_focus (cell);
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

static void
add_key (SdmOptionGrid      *self,
         GtkEventController *keys,
         guint               keyval,
         GdkModifierType     modifiers,
         GtkShortcutFunc     function,
         GVariant           *arguments)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers),
                                            gtk_callback_action_new (function, self, NULL));

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* The keys belong to the rows: further out, the scrolled window would take some of them. */
void
sdm_option_grid_add_keys (SdmOptionGrid *self)
{
  static const struct
  {
    guint keyval;
    int   right;
    int   down;
  } moves[] = {
    { GDK_KEY_Left, -1, 0 },
    { GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },
    { GDK_KEY_KP_Down, 0, 1 },
  };
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      add_key (self, keys, moves[i].keyval, 0, move_cb, g_variant_new ("(ii)", moves[i].right, moves[i].down));
      if (moves[i].right != 0)
        add_key (self, keys, moves[i].keyval, GDK_CONTROL_MASK, move_option_cb, g_variant_new_int32 (moves[i].right));
    }
  add_key (self, keys, GDK_KEY_Return, 0, toggle_cb, NULL);
  add_key (self, keys, GDK_KEY_KP_Enter, 0, toggle_cb, NULL);
  add_key (self, keys, GDK_KEY_space, 0, toggle_cb, NULL);
  gtk_widget_add_controller (self->lines, keys);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->lines, GTK_EVENT_CONTROLLER (click));
}
