/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-line-private.h"

#include "sdm-grid-cell-private.h"
#include "sdm-grid-layout-private.h"
#include "sdm-grid-more-private.h"

/**
 * SdmGridLine:
 *
 * A row of the option grid: the question, an answer for each option in sight,
 * and below them, while it is open, what holds for all and can be done.
 *
 * ## Accessibility
 *
 * A `group` named by the question.
 */
struct _SdmGridLine
{
  GtkWidget parent_instance;

  SdmGridRow *row; /* owned */
  gboolean    open;
  gboolean    stacked;
  gboolean    can_put_aside;
  gboolean    kept_open;

  GtkWidget *cells;    /* owned as child */
  GtkWidget *question; /* the first within cells */
  GtkWidget *opening;  /* owned as child, NULL until it opens */
  GtkWidget *more;     /* within opening */
};

G_DEFINE_FINAL_TYPE (SdmGridLine, sdm_grid_line, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_KEEP_OPEN,
  SIGNAL_PUT_ASIDE,
  SIGNAL_UNFOLDED,
  N_SIGNALS,
} SdmGridLineSignal;

static guint signals[N_SIGNALS];

/* Whether there is anything to show below the cells. */
static gboolean
has_more_below (SdmGridLine *self)
{
  return self->can_put_aside || sdm_grid_row_get_said (self->row) != NULL ||
         sdm_grid_row_get_footnote (self->row) != NULL || sdm_grid_row_get_sources (self->row) != NULL;
}

/* Callbacks */

static void
keep_open_cb (SdmGridLine *self,
              gboolean     keep)
{
  g_signal_emit (self, signals[SIGNAL_KEEP_OPEN], 0, keep);
}

static void
put_aside_cb (SdmGridLine *self)
{
  g_signal_emit (self, signals[SIGNAL_PUT_ASIDE], 0);
}

/* What is folded is not there for those who do not see it, either. */
static void
revealed_cb (SdmGridLine *self)
{
  const gboolean revealed = gtk_revealer_get_child_revealed (GTK_REVEALER (self->opening));

  gtk_widget_set_visible (self->more, revealed || gtk_revealer_get_reveal_child (GTK_REVEALER (self->opening)));
  if (revealed)
    g_signal_emit (self, signals[SIGNAL_UNFOLDED], 0);
}

/* Most rows are never opened. */
static void
make_more (SdmGridLine *self)
{
  self->more = sdm_grid_more_new (self->row);
  sdm_grid_more_set_can_put_aside (SDM_GRID_MORE (self->more), self->can_put_aside);
  sdm_grid_more_set_kept_open (SDM_GRID_MORE (self->more), self->kept_open);
  g_signal_connect_swapped (self->more, "keep-open", G_CALLBACK (keep_open_cb), self);
  g_signal_connect_swapped (self->more, "put-aside", G_CALLBACK (put_aside_cb), self);

  self->opening = g_object_new (GTK_TYPE_REVEALER,
                                "child", self->more,
                                "transition-duration", 150,
                                "transition-type", GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN,
                                NULL);
  g_signal_connect_swapped (self->opening, "notify::child-revealed", G_CALLBACK (revealed_cb), self);
  gtk_widget_set_parent (self->opening, GTK_WIDGET (self));
}

static void
update_cb (SdmGridLine *self)
{
  const gboolean reveal = self->open && has_more_below (self);

  if (reveal && self->more == NULL)
    make_more (self);
  if (reveal)
    gtk_widget_set_visible (self->more, TRUE);
  if (self->more != NULL)
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->opening), reveal);
}

/* Overrides */

static void
sdm_grid_line_dispose (GObject *object)
{
  SdmGridLine *self = SDM_GRID_LINE (object);

  g_clear_pointer (&self->cells, gtk_widget_unparent);
  g_clear_pointer (&self->opening, gtk_widget_unparent);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (sdm_grid_line_parent_class)->dispose (object);
}

static void
sdm_grid_line_class_init (SdmGridLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_grid_line_dispose;

  /**
   * SdmGridLine::keep-open:
   * @keep: whether the row is to stay open when another one opens
   */
  signals[SIGNAL_KEEP_OPEN] = g_signal_new ("keep-open", SDM_TYPE_GRID_LINE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * SdmGridLine::put-aside:
   *
   * A person wants the row put aside.
   */
  signals[SIGNAL_PUT_ASIDE] = g_signal_new ("put-aside", SDM_TYPE_GRID_LINE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SdmGridLine::unfolded:
   *
   * All that an open row shows has its place now.
   */
  signals[SIGNAL_UNFOLDED] = g_signal_new ("unfolded", SDM_TYPE_GRID_LINE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
sdm_grid_line_init (SdmGridLine *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->cells = g_object_new (GTK_TYPE_BOX, "css-name", "cells", "vexpand", TRUE, NULL);
  gtk_widget_set_layout_manager (self->cells, g_object_new (SDM_TYPE_GRID_LAYOUT, NULL));
  gtk_widget_set_parent (self->cells, GTK_WIDGET (self));
}

/**
 * sdm_grid_line_new:
 * @row: followed as it changes
 *
 * Returns: (transfer floating): a row without answers
 */
GtkWidget *
sdm_grid_line_new (SdmGridRow *row)
{
  SdmGridLine *self;

  g_return_val_if_fail (SDM_IS_GRID_ROW (row), NULL);

  self = g_object_new (SDM_TYPE_GRID_LINE, NULL);
  self->row = g_object_ref (row);
  self->question = sdm_grid_question_new (row);
  gtk_widget_set_parent (self->question, self->cells);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sdm_grid_row_get_question (row), -1);
  g_signal_connect_object (row, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_grid_line_get_row:
 *
 * Returns: (transfer none): what is shown
 */
SdmGridRow *
sdm_grid_line_get_row (SdmGridLine *self)
{
  g_return_val_if_fail (SDM_IS_GRID_LINE (self), NULL);

  return self->row;
}

/**
 * sdm_grid_line_set_options:
 * @options: (element-type SdmGridOption): the options in sight, in order
 */
void
sdm_grid_line_set_options (SdmGridLine *self,
                           GPtrArray   *options)
{
  GtkWidget *cell;

  g_return_if_fail (SDM_IS_GRID_LINE (self));

  while ((cell = gtk_widget_get_next_sibling (self->question)) != NULL)
    gtk_widget_unparent (cell);

  for (guint i = 0; i < options->len; i++)
    {
      cell = sdm_grid_answer_new (self->row, g_ptr_array_index (options, i));
      sdm_grid_answer_set_open (SDM_GRID_ANSWER (cell), self->open);
      sdm_grid_answer_set_stacked (SDM_GRID_ANSWER (cell), self->stacked);
      gtk_widget_set_parent (cell, self->cells);
    }
}

/**
 * sdm_grid_line_set_open:
 *
 * Shows, or hides again, what the row has more.
 */
void
sdm_grid_line_set_open (SdmGridLine *self,
                        gboolean     open)
{
  g_return_if_fail (SDM_IS_GRID_LINE (self));

  if (self->open == open)
    return;

  self->open = open;
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  sdm_grid_question_set_open (SDM_GRID_QUESTION (self->question), open);
  for (GtkWidget *cell = gtk_widget_get_next_sibling (self->question); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    sdm_grid_answer_set_open (SDM_GRID_ANSWER (cell), open);
  if (!open && self->more != NULL)
    sdm_grid_more_fold_sources (SDM_GRID_MORE (self->more));
  update_cb (self);
}

/**
 * sdm_grid_line_set_kept_open:
 *
 * Shows whether the row stays open when another one opens; tells nobody.
 */
void
sdm_grid_line_set_kept_open (SdmGridLine *self,
                             gboolean     kept_open)
{
  g_return_if_fail (SDM_IS_GRID_LINE (self));

  self->kept_open = kept_open;
  if (self->more != NULL)
    sdm_grid_more_set_kept_open (SDM_GRID_MORE (self->more), kept_open);
}

/**
 * sdm_grid_line_set_can_put_aside:
 *
 * Lets the row open to be put aside, even if it has nothing more to tell.
 */
void
sdm_grid_line_set_can_put_aside (SdmGridLine *self,
                                 gboolean     can_put_aside)
{
  g_return_if_fail (SDM_IS_GRID_LINE (self));

  self->can_put_aside = can_put_aside;
  sdm_grid_question_set_can_open (SDM_GRID_QUESTION (self->question), can_put_aside);
  if (self->more != NULL)
    sdm_grid_more_set_can_put_aside (SDM_GRID_MORE (self->more), can_put_aside);
  update_cb (self);
}

/**
 * sdm_grid_line_can_open:
 *
 * Returns: whether opening the row shows anything that is not in sight now
 */
gboolean
sdm_grid_line_can_open (SdmGridLine *self)
{
  g_return_val_if_fail (SDM_IS_GRID_LINE (self), FALSE);

  return self->can_put_aside || sdm_grid_row_has_more (self->row);
}

/**
 * sdm_grid_line_get_more:
 *
 * Returns: (transfer none) (nullable): what is below the cells while the row is
 *   open; %NULL where it never was
 */
GtkWidget *
sdm_grid_line_get_more (SdmGridLine *self)
{
  g_return_val_if_fail (SDM_IS_GRID_LINE (self), NULL);

  return self->more;
}

/**
 * sdm_grid_line_set_shape:
 * @with_question: whether the first cell is shown
 * @stacked: whether answers stand below each other, each with its option's name
 */
void
sdm_grid_line_set_shape (SdmGridLine *self,
                         gboolean     with_question,
                         gboolean     stacked)
{
  g_return_if_fail (SDM_IS_GRID_LINE (self));

  self->stacked = stacked;
  gtk_widget_set_visible (self->question, with_question);
  sdm_grid_layout_set_stacked (SDM_GRID_LAYOUT (gtk_widget_get_layout_manager (self->cells)), stacked);
  for (GtkWidget *cell = gtk_widget_get_next_sibling (self->question); cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    sdm_grid_answer_set_stacked (SDM_GRID_ANSWER (cell), stacked);
}

/**
 * sdm_grid_line_get_cell:
 * @column: 0 for the question, then the options in sight
 *
 * Returns: (transfer none) (nullable): the cell
 */
GtkWidget *
sdm_grid_line_get_cell (SdmGridLine *self,
                        guint        column)
{
  GtkWidget *cell;

  g_return_val_if_fail (SDM_IS_GRID_LINE (self), NULL);

  cell = self->question;
  while (cell != NULL && column-- > 0)
    cell = gtk_widget_get_next_sibling (cell);

  return cell;
}

/**
 * sdm_grid_line_get_column:
 * @cell: a cell of this row, or a widget within one
 *
 * Returns: the column, 0 for the question and for a widget of no cell
 */
guint
sdm_grid_line_get_column (SdmGridLine *self,
                          GtkWidget   *cell)
{
  guint column = 0;

  g_return_val_if_fail (SDM_IS_GRID_LINE (self), 0);

  for (GtkWidget *each = self->question; each != NULL; each = gtk_widget_get_next_sibling (each), column++)
    if (each == cell || (cell != NULL && gtk_widget_is_ancestor (cell, each)))
      return column;

  return 0;
}
