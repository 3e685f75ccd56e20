/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid-private.h"

#include "sdm-grid-foot-private.h"

/* Which rows are open: the one that was opened last, and those that are kept open. */

static gboolean
is_open (SdmOptionGrid *self,
         const char    *row_id)
{
  return g_strcmp0 (self->open_row, row_id) == 0 || g_hash_table_contains (self->kept_open, row_id);
}

/* Shows whether a row is open, where it is on screen. */
static void
show_row (SdmOptionGrid *self,
          const char    *row_id)
{
  SdmGridLine *line = row_id != NULL ? sdm_option_grid_find_line (self, row_id) : NULL;

  if (line == NULL)
    return;

  sdm_grid_line_set_open (line, is_open (self, row_id));
  sdm_grid_line_set_kept_open (line, g_hash_table_contains (self->kept_open, row_id));
  if (line == sdm_option_grid_get_line (self, self->current_row))
    sdm_option_grid_show_foot (self);
}

/* Opens a row, or closes it again. */
void
sdm_option_grid_toggle_row (SdmOptionGrid *self,
                            SdmGridLine   *line)
{
  /* A receiver may take the row away, so its id is held on to. */
  g_autofree char *id = g_strdup (sdm_grid_row_get_id (sdm_grid_line_get_row (line)));

  if (is_open (self, id))
    {
      g_hash_table_remove (self->kept_open, id);
      if (g_strcmp0 (self->open_row, id) == 0)
        sdm_option_grid_set_open_row (self, NULL);
      else
        show_row (self, id);
      return;
    }
  if (!sdm_grid_line_can_open (line))
    return;

  sdm_option_grid_set_open_row (self, id);
  g_signal_emit_by_name (self, "row-opened", id);
}

/* The buttons that lead from one question to another, and open the one that is shown. */
void
sdm_option_grid_show_foot (SdmOptionGrid *self)
{
  SdmGridLine *line = sdm_option_grid_get_line (self, self->current_row);

  gtk_widget_set_visible (self->foot, self->one_question && self->has_foot && line != NULL);
  if (line == NULL)
    return;

  sdm_grid_foot_set_place (SDM_GRID_FOOT (self->foot), self->current_row, sdm_option_grid_count_rows (self));
  sdm_grid_foot_set_open (SDM_GRID_FOOT (self->foot), sdm_grid_line_can_open (line),
                          is_open (self, sdm_grid_row_get_id (sdm_grid_line_get_row (line))));
}

/* Callbacks */

static void
keep_open_cb (SdmOptionGrid *self,
              gboolean       keep,
              SdmGridLine   *line)
{
  const char *id = sdm_grid_row_get_id (sdm_grid_line_get_row (line));

  if (keep)
    g_hash_table_add (self->kept_open, g_strdup (id));
  else
    g_hash_table_remove (self->kept_open, id);
  show_row (self, id);
}

static void
put_aside_cb (SdmOptionGrid *self,
              SdmGridLine   *line)
{
  g_autofree char *id = g_strdup (sdm_grid_row_get_id (sdm_grid_line_get_row (line)));

  g_signal_emit_by_name (self, "row-put-aside", id);
}

/* The frame that comes first lays out what has just opened; only then is it known how much room it takes. */
static gboolean
bring_into_sight_cb (GtkWidget     *line,
                     GdkFrameClock *clock,
                     gpointer       user_data)
{
  SdmOptionGrid  *self = SDM_OPTION_GRID (gtk_widget_get_ancestor (line, SDM_TYPE_OPTION_GRID));
  guint          *n_frames = user_data;
  graphene_rect_t bounds;

  if (++*n_frames < 2)
    return G_SOURCE_CONTINUE;
  if (self != NULL && gtk_widget_compute_bounds (line, self->lines, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

      /* Where the focus led here, the rows may still be moving to it, and would go on. */
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment));
      gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
    }

  return G_SOURCE_REMOVE;
}

/* What opened below the edge comes into sight. */
static void
unfolded_cb (SdmGridLine *line)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (line), bring_into_sight_cb, g_new0 (guint, 1), g_free);
}

/* Shows a new line as its row is, and listens to what is done in it. */
void
sdm_option_grid_watch_line (SdmOptionGrid *self,
                            SdmGridLine   *line)
{
  sdm_grid_line_set_can_put_aside (line, self->can_put_aside);
  show_row (self, sdm_grid_row_get_id (sdm_grid_line_get_row (line)));
  g_signal_connect_object (line, "keep-open", G_CALLBACK (keep_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "put-aside", G_CALLBACK (put_aside_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (line, "unfolded", G_CALLBACK (unfolded_cb), NULL);
}

/**
 * sdm_option_grid_get_open_row:
 *
 * Returns: (transfer none) (nullable): the id of the row that was opened last and is open still
 */
const char *
sdm_option_grid_get_open_row (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), NULL);

  return self->open_row;
}

/**
 * sdm_option_grid_set_open_row:
 * @row_id: (nullable): the id of a row
 *
 * Opens a row in its place and closes the one that was open, unless it is kept open.
 */
void
sdm_option_grid_set_open_row (SdmOptionGrid *self,
                              const char    *row_id)
{
  g_autofree char *before = NULL;

  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  if (g_strcmp0 (self->open_row, row_id) == 0)
    return;

  before = g_steal_pointer (&self->open_row);
  self->open_row = g_strdup (row_id);
  show_row (self, before);
  show_row (self, row_id);

  sdm_option_grid_notify (self, PROP_OPEN_ROW);
}

/**
 * sdm_option_grid_get_can_put_aside:
 *
 * Returns: whether an open row has a button that puts it aside
 */
gboolean
sdm_option_grid_get_can_put_aside (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), FALSE);

  return self->can_put_aside;
}

/**
 * sdm_option_grid_set_can_put_aside:
 *
 * Gives every row, once it is open, a button that asks for it to be put aside.
 */
void
sdm_option_grid_set_can_put_aside (SdmOptionGrid *self,
                                   gboolean       can_put_aside)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  can_put_aside = !!can_put_aside;
  if (self->can_put_aside == can_put_aside)
    return;

  self->can_put_aside = can_put_aside;
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL; line = gtk_widget_get_next_sibling (line))
    sdm_grid_line_set_can_put_aside (SDM_GRID_LINE (line), can_put_aside);
  sdm_option_grid_show_foot (self);

  sdm_option_grid_notify (self, PROP_CAN_PUT_ASIDE);
}

/**
 * sdm_option_grid_get_has_foot:
 *
 * Returns: whether one question at a time has buttons below it that lead to the others
 */
gboolean
sdm_option_grid_get_has_foot (SdmOptionGrid *self)
{
  g_return_val_if_fail (SDM_IS_OPTION_GRID (self), FALSE);

  return self->has_foot;
}

/**
 * sdm_option_grid_set_has_foot:
 *
 * Where something else leads from question to question, the buttons below are left out.
 */
void
sdm_option_grid_set_has_foot (SdmOptionGrid *self,
                              gboolean       has_foot)
{
  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  has_foot = !!has_foot;
  if (self->has_foot == has_foot)
    return;

  self->has_foot = has_foot;
  sdm_option_grid_show_foot (self);

  sdm_option_grid_notify (self, PROP_HAS_FOOT);
}
