/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

#include "sdm-grid-cell-private.h"

/* What the keys and the pointer do in the rows, and the buttons below them. */

/* Another question in the place of the one that is shown. */
static void
move_question (SdmOptionGrid *self,
               int            by)
{
  const int position = (int) self->current_row + by;

  if (position < 0 || position >= (int) sdm_option_grid_count_rows (self))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  sdm_option_grid_set_current_row (self, (guint) position);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
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

  sdm_option_grid_toggle_row (self, SDM_GRID_LINE (line));

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

  column = sdm_option_grid_get_focus_column (self, line);
  if (self->one_question && down != 0)
    {
      move_question (self, down);
      sdm_option_grid_grab_cell (self);
      return TRUE;
    }
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

/* How far it is in the list from one option in sight to the next one in sight. */
static int
find_distance (SdmOptionGrid *self,
               GtkWidget     *from,
               GtkWidget     *to)
{
  int distance = 0;
  int sign = 0;

  for (guint i = 0; i < sdm_option_grid_count_options (self); i++)
    {
      g_autoptr (SdmGridOption) option = g_list_model_get_item (self->options, i);

      distance += sign;
      if (option == sdm_grid_answer_get_option (SDM_GRID_ANSWER (to)))
        sign -= 1;
      if (option == sdm_grid_answer_get_option (SDM_GRID_ANSWER (from)))
        sign += 1;
    }

  return distance;
}

static gboolean
move_option_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  SdmOptionGrid   *self = SDM_OPTION_GRID (user_data);
  GtkWidget       *line = sdm_option_grid_find_focus_line (self);
  GtkWidget       *cell;
  GtkWidget       *neighbour = NULL;
  guint            column;
  int              by = g_variant_get_int32 (args);
  g_autofree char *id = NULL;

  if (line == NULL)
    return FALSE;
  column = sdm_option_grid_get_focus_column (self, line);
  cell = sdm_grid_line_get_cell (SDM_GRID_LINE (line), column);
  if (column == 0 || cell == NULL)
    return FALSE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  if (by > 0 || column > 1)
    neighbour = sdm_grid_line_get_cell (SDM_GRID_LINE (line), (guint) ((int) column + by));
  if (neighbour == NULL)
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  id = g_strdup (sdm_grid_option_get_id (sdm_grid_answer_get_option (SDM_GRID_ANSWER (cell))));
  g_signal_emit_by_name (self, "option-moved", id, find_distance (self, cell, neighbour));

  return TRUE;
}

static gboolean
explain_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (user_data);
  GtkWidget     *line = sdm_option_grid_find_focus_line (self);
  GtkWidget     *cell;

  if (line == NULL)
    return FALSE;

  cell = sdm_grid_line_get_cell (SDM_GRID_LINE (line), sdm_option_grid_get_focus_column (self, line));
  if (!(SDM_IS_GRID_ANSWER (cell) ? sdm_grid_answer_explain (SDM_GRID_ANSWER (cell)) : sdm_grid_question_explain (SDM_GRID_QUESTION (cell))))
    gtk_widget_error_bell (widget);

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
  GtkWidget *more;
  GtkWidget *cell;

  while (line != NULL && !SDM_IS_GRID_LINE (line))
    line = gtk_widget_get_parent (line);
  if (line == NULL)
    return;

  /* Who reads what opened does not want it closed. */
  more = sdm_grid_line_get_more (SDM_GRID_LINE (line));
  if (more != NULL && (picked == more || gtk_widget_is_ancestor (picked, more)))
    return;

  cell = sdm_grid_line_get_cell (SDM_GRID_LINE (line), sdm_grid_line_get_column (SDM_GRID_LINE (line), picked));
  if (gtk_widget_get_visible (cell))
    gtk_widget_grab_focus (cell);
  sdm_option_grid_toggle_row (self, SDM_GRID_LINE (line));
}

static void
question_moved_cb (SdmOptionGrid *self,
                   int            by)
{
  move_question (self, by);
}

static void
question_toggled_cb (SdmOptionGrid *self)
{
  SdmGridLine *line = sdm_option_grid_get_line (self, self->current_row);

  if (line != NULL)
    sdm_option_grid_toggle_row (self, line);
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
  add_key (self, keys, GDK_KEY_F1, 0, explain_cb, NULL);
  gtk_widget_add_controller (self->lines, keys);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->lines, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (self->foot, "moved", G_CALLBACK (question_moved_cb), self);
  g_signal_connect_swapped (self->foot, "toggled", G_CALLBACK (question_toggled_cb), self);
}
