/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-option-grid.h"

#include "sdm-grid-cell-private.h"
#include "sdm-grid-head-private.h"
#include "sdm-grid-line-private.h"
#include "sdm-grid-turns-private.h"
#include "sdm-tall.h"

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
 * by side; stacked, the options stand below each other in equal blocks.
 *
 * ## Accessibility
 *
 * A `group` of rows; each cell says "question option: answer". Tab comes to
 * one cell and goes on from there; the arrow keys move by cell, Enter or Space
 * opens and closes the row, Ctrl with Left or Right asks for the option to be
 * moved.
 */
struct _SdmOptionGrid
{
  GtkWidget parent_instance;

  GListModel *options;       /* owned, nullable, of SdmGridOption */
  GListModel *rows;          /* owned, nullable, of SdmGridRow */
  char       *pinned_option; /* owned, nullable */
  char       *open_row;      /* owned, nullable */
  guint       max_visible;
  guint       first_visible;
  guint       current_row;
  guint       current_column;
  gboolean    compact;
  gboolean    one_question;
  gboolean    stacked;

  GtkWidget *band;          /* owned as child */
  GtkWidget *band_question; /* within band */
  GtkWidget *band_place;    /* within band */
  GtkWidget *band_next;     /* within band */
  GtkWidget *head;          /* owned as child */
  GtkWidget *scroller;      /* owned as child */
  GtkWidget *lines;         /* within scroller */
};

G_DEFINE_FINAL_TYPE (SdmOptionGrid, sdm_option_grid, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_OPTIONS = 1,
  PROP_ROWS,
  PROP_MAX_VISIBLE,
  PROP_FIRST_VISIBLE,
  PROP_PINNED_OPTION,
  PROP_OPEN_ROW,
  PROP_COMPACT,
  PROP_ONE_QUESTION,
  PROP_CURRENT_ROW,
  PROP_STACKED,
} SdmOptionGridProp;

static GParamSpec *props[PROP_STACKED + 1];

typedef enum
{
  SIGNAL_ROW_OPENED,
  SIGNAL_OPTION_MOVED,
  N_SIGNALS,
} SdmOptionGridSignal;

static guint signals[N_SIGNALS];

static guint
count_options (SdmOptionGrid *self)
{
  return self->options != NULL ? g_list_model_get_n_items (self->options) : 0;
}

static guint
count_rows (SdmOptionGrid *self)
{
  return self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;
}

static GPtrArray *
list_visible (SdmOptionGrid *self)
{
  const guint          n = count_options (self);
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

static SdmGridLine *
get_line (SdmOptionGrid *self,
          guint          position)
{
  GtkWidget *line = gtk_widget_get_first_child (self->lines);

  while (line != NULL && position-- > 0)
    line = gtk_widget_get_next_sibling (line);

  return line != NULL ? SDM_GRID_LINE (line) : NULL;
}

static SdmGridLine *
find_line (SdmOptionGrid *self,
           const char    *row_id)
{
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL; line = gtk_widget_get_next_sibling (line))
    if (g_strcmp0 (sdm_grid_row_get_id (sdm_grid_line_get_row (SDM_GRID_LINE (line))), row_id) == 0)
      return SDM_GRID_LINE (line);

  return NULL;
}

/* The cell that has the keyboard, or had it last. */
static GtkWidget *
find_current_cell (SdmOptionGrid *self)
{
  SdmGridLine *line = get_line (self, self->current_row);
  GtkWidget   *cell;

  if (line == NULL)
    line = get_line (self, 0);
  if (line == NULL)
    return NULL;
  cell = sdm_grid_line_get_cell (line, self->current_column);
  if (cell == NULL || !gtk_widget_get_visible (cell))
    cell = sdm_grid_line_get_cell (line, self->one_question ? 1 : 0);

  return cell;
}

/* The row that has the keyboard. */
static GtkWidget *
find_focus_line (SdmOptionGrid *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->lines))
    return NULL;
  while (!SDM_IS_GRID_LINE (focus))
    focus = gtk_widget_get_parent (focus);

  return focus;
}

static void
update_band (SdmOptionGrid *self)
{
  const guint      n = count_rows (self);
  SdmGridLine     *line = get_line (self, self->current_row);
  g_autofree char *place = NULL;
  guint            i = 0;

  gtk_widget_set_visible (self->band, self->one_question && line != NULL);
  if (line != NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->band_question), sdm_grid_row_get_question (sdm_grid_line_get_row (line)));
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
}

static void
rebuild_columns (SdmOptionGrid *self)
{
  g_autoptr (GPtrArray) options = list_visible (self);
  const gboolean had_focus = find_focus_line (self) != NULL;
  GtkWidget     *cell;

  sdm_grid_head_set_options (SDM_GRID_HEAD (self->head), options, count_options (self),
                             !self->compact && !self->one_question, !self->one_question);
  for (GtkWidget *line = gtk_widget_get_first_child (self->lines); line != NULL; line = gtk_widget_get_next_sibling (line))
    sdm_grid_line_set_options (SDM_GRID_LINE (line), options);
  gtk_widget_set_visible (self->band_next, options->len < count_options (self));
  update_band (self);

  self->current_column = MIN (self->current_column, options->len);
  if (had_focus && (cell = find_current_cell (self)) != NULL)
    gtk_widget_grab_focus (cell);
}

/* Callbacks */

static void
rows_changed_cb (SdmOptionGrid *self,
                 guint          position,
                 guint          removed,
                 guint          added)
{
  g_autoptr (GPtrArray) options = list_visible (self);
  const gboolean had_focus = find_focus_line (self) != NULL;
  GtkWidget     *before = NULL;

  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self->lines), GTK_WIDGET (get_line (self, position)));

  if (position > 0)
    before = GTK_WIDGET (get_line (self, position - 1));
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (SdmGridRow) row = g_list_model_get_item (self->rows, position + i);
      GtkWidget *line = sdm_grid_line_new (row);

      sdm_grid_line_set_options (SDM_GRID_LINE (line), options);
      sdm_grid_line_set_open (SDM_GRID_LINE (line), g_strcmp0 (sdm_grid_row_get_id (row), self->open_row) == 0);
      gtk_box_insert_child_after (GTK_BOX (self->lines), line, before);
      before = line;
    }

  if (self->current_row >= MAX (1, count_rows (self)))
    {
      self->current_row = MAX (1, count_rows (self)) - 1;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_ROW]);
    }
  update_band (self);
  if (had_focus && find_focus_line (self) == NULL && find_current_cell (self) != NULL)
    gtk_widget_grab_focus (find_current_cell (self));
}

static void
next_cb (SdmOptionGrid *self)
{
  const guint n = count_options (self);
  const guint turns = self->pinned_option != NULL && n > 1 ? n - 1 : n;

  if (turns > 0)
    sdm_option_grid_set_first_visible (self, (self->first_visible + 1) % turns);
}

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
  g_signal_emit (self, signals[SIGNAL_ROW_OPENED], 0, id);
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (user_data);
  GtkWidget     *line = find_focus_line (self);

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
  GtkWidget     *line = find_focus_line (self);
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
  GtkWidget       *line = find_focus_line (self);
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
  g_signal_emit (self, signals[SIGNAL_OPTION_MOVED], 0, id, by);

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
  GtkWidget *line = find_focus_line (self);
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
  GTK_WIDGET_CLASS (sdm_option_grid_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_moved_cb), widget, G_CONNECT_SWAPPED);
}

static void
sdm_option_grid_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);

  GTK_WIDGET_CLASS (sdm_option_grid_parent_class)->unroot (widget);
}

static gboolean
sdm_option_grid_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (widget);
  GtkWidget     *cell = find_current_cell (self);
  GtkWidget     *next = self->one_question ? self->band_next : sdm_grid_head_get_next (SDM_GRID_HEAD (self->head));
  const gboolean can_next = gtk_widget_get_visible (next) && gtk_widget_get_mapped (next);
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN || direction == GTK_DIR_RIGHT;

  if (find_focus_line (self) != NULL)
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
  GtkWidget *cell = find_current_cell (SDM_OPTION_GRID (widget));

  return cell != NULL && gtk_widget_grab_focus (cell);
}

static GtkSizeRequestMode
sdm_option_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_option_grid_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (widget);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, best;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &least, &best, NULL, NULL);
      /* A scrolled window asks for the height at the natural width, not at the one it gets. */
      if (child == self->scroller && orientation == GTK_ORIENTATION_VERTICAL)
        {
          gtk_widget_measure (self->lines, orientation, for_size, NULL, &best, NULL, NULL);
          best = MAX (best, least);
        }
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, best);
        }
      else
        {
          *minimum += least;
          *natural += best;
        }
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
sdm_option_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (widget);
  GtkAllocation  band = { 0, 0, width, 0 };
  GtkAllocation  head = { 0, 0, width, 0 };
  GtkAllocation  rest = { 0, 0, width, 0 };

  if (gtk_widget_should_layout (self->band))
    gtk_widget_measure (self->band, GTK_ORIENTATION_VERTICAL, width, NULL, &band.height, NULL, NULL);
  if (gtk_widget_should_layout (self->head))
    gtk_widget_measure (self->head, GTK_ORIENTATION_VERTICAL, width, NULL, &head.height, NULL, NULL);
  head.y = band.height;
  rest.y = head.y + head.height;
  rest.height = MAX (0, height - rest.y);

  /* The rows first: the head keeps free what their scroll bar takes. */
  gtk_widget_size_allocate (self->scroller, &rest, -1);
  sdm_grid_head_set_reserve (SDM_GRID_HEAD (self->head), width - gtk_widget_get_width (self->lines));
  if (gtk_widget_should_layout (self->head))
    gtk_widget_size_allocate (self->head, &head, -1);
  if (gtk_widget_should_layout (self->band))
    gtk_widget_size_allocate (self->band, &band, -1);
}

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

  G_OBJECT_CLASS (sdm_option_grid_parent_class)->dispose (object);
}

static void
sdm_option_grid_finalize (GObject *object)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (object);

  g_clear_pointer (&self->pinned_option, g_free);
  g_clear_pointer (&self->open_row, g_free);

  G_OBJECT_CLASS (sdm_option_grid_parent_class)->finalize (object);
}

static void
sdm_option_grid_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (object);

  switch ((SdmOptionGridProp) prop_id)
    {
    case PROP_OPTIONS:
      g_value_set_object (value, self->options);
      break;

    case PROP_ROWS:
      g_value_set_object (value, self->rows);
      break;

    case PROP_MAX_VISIBLE:
      g_value_set_uint (value, self->max_visible);
      break;

    case PROP_FIRST_VISIBLE:
      g_value_set_uint (value, self->first_visible);
      break;

    case PROP_PINNED_OPTION:
      g_value_set_string (value, self->pinned_option);
      break;

    case PROP_OPEN_ROW:
      g_value_set_string (value, self->open_row);
      break;

    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    case PROP_ONE_QUESTION:
      g_value_set_boolean (value, self->one_question);
      break;

    case PROP_CURRENT_ROW:
      g_value_set_uint (value, self->current_row);
      break;

    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_option_grid_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SdmOptionGrid *self = SDM_OPTION_GRID (object);

  switch ((SdmOptionGridProp) prop_id)
    {
    case PROP_OPTIONS:
      sdm_option_grid_set_options (self, g_value_get_object (value));
      break;

    case PROP_ROWS:
      sdm_option_grid_set_rows (self, g_value_get_object (value));
      break;

    case PROP_MAX_VISIBLE:
      sdm_option_grid_set_max_visible (self, g_value_get_uint (value));
      break;

    case PROP_FIRST_VISIBLE:
      sdm_option_grid_set_first_visible (self, g_value_get_uint (value));
      break;

    case PROP_PINNED_OPTION:
      sdm_option_grid_set_pinned_option (self, g_value_get_string (value));
      break;

    case PROP_OPEN_ROW:
      sdm_option_grid_set_open_row (self, g_value_get_string (value));
      break;

    case PROP_COMPACT:
      sdm_option_grid_set_compact (self, g_value_get_boolean (value));
      break;

    case PROP_ONE_QUESTION:
      sdm_option_grid_set_one_question (self, g_value_get_boolean (value));
      break;

    case PROP_CURRENT_ROW:
      sdm_option_grid_set_current_row (self, g_value_get_uint (value));
      break;

    case PROP_STACKED:
      sdm_option_grid_set_stacked (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_OPTIONS] = g_param_spec_object ("options", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_ROWS] = g_param_spec_object ("rows", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_MAX_VISIBLE] = g_param_spec_uint ("max-visible", NULL, NULL, 1, 6, 3, flags);
  props[PROP_FIRST_VISIBLE] = g_param_spec_uint ("first-visible", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PINNED_OPTION] = g_param_spec_string ("pinned-option", NULL, NULL, NULL, flags);
  props[PROP_OPEN_ROW] = g_param_spec_string ("open-row", NULL, NULL, NULL, flags);
  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  props[PROP_ONE_QUESTION] = g_param_spec_boolean ("one-question", NULL, NULL, FALSE, flags);
  props[PROP_CURRENT_ROW] = g_param_spec_uint ("current-row", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
sdm_option_grid_class_init (SdmOptionGridClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sdm_option_grid_dispose;
  object_class->finalize = sdm_option_grid_finalize;
  object_class->get_property = sdm_option_grid_get_property;
  object_class->set_property = sdm_option_grid_set_property;
  widget_class->root = sdm_option_grid_root;
  widget_class->unroot = sdm_option_grid_unroot;
  widget_class->focus = sdm_option_grid_focus;
  widget_class->grab_focus = sdm_option_grid_grab_focus;
  widget_class->get_request_mode = sdm_option_grid_get_request_mode;
  widget_class->measure = sdm_option_grid_measure;
  widget_class->size_allocate = sdm_option_grid_size_allocate;

  install_properties (object_class);

  /**
   * SdmOptionGrid::row-opened:
   * @id: the id of the row
   *
   * A person opened a row, which is worth keeping as "read together".
   */
  signals[SIGNAL_ROW_OPENED] = g_signal_new ("row-opened", SDM_TYPE_OPTION_GRID, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * SdmOptionGrid::option-moved:
   * @id: the id of the option
   * @by: -1 towards the start of the list, 1 towards its end
   *
   * A person wants an option in another place. The grid shows the list's
   * order, so it is the list that the receiver changes.
   */
  signals[SIGNAL_OPTION_MOVED] = g_signal_new ("option-moved", SDM_TYPE_OPTION_GRID, G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "optiongrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_band (SdmOptionGrid *self)
{
  self->band = g_object_new (GTK_TYPE_BOX, "css-name", "band", "spacing", 12, "visible", FALSE, NULL);
  self->band_question = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE,
                                      "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_add_css_class (self->band_question, "h2");
  self->band_place = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, NULL);
  gtk_widget_add_css_class (self->band_place, "caption");
  gtk_box_append (GTK_BOX (self->band), self->band_question);
  gtk_box_append (GTK_BOX (self->band), self->band_place);
  self->band_next = sdm_grid_next_button_new ();
  g_signal_connect_swapped (self->band_next, "clicked", G_CALLBACK (next_cb), self);
  gtk_box_append (GTK_BOX (self->band), self->band_next);
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
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
static void
add_keys (SdmOptionGrid *self)
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
}

static void
sdm_option_grid_init (SdmOptionGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->max_visible = 3;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);

  make_band (self);
  self->head = sdm_grid_head_new ();
  g_signal_connect_swapped (self->head, "next", G_CALLBACK (next_cb), self);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));

  self->lines = g_object_new (GTK_TYPE_BOX, "css-name", "lines", "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), sdm_tall_new (self->lines));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (self->lines, GTK_EVENT_CONTROLLER (click));
  add_keys (self);

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
    g_signal_handlers_disconnect_by_func (self->options, rebuild_columns, self);
  g_set_object (&self->options, options);
  if (options != NULL)
    g_signal_connect_swapped (options, "items-changed", G_CALLBACK (rebuild_columns), self);
  rebuild_columns (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPTIONS]);
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
  const guint before = count_rows (self);

  g_return_if_fail (SDM_IS_OPTION_GRID (self));
  g_return_if_fail (rows == NULL || g_type_is_a (g_list_model_get_item_type (rows), SDM_TYPE_GRID_ROW));

  if (self->rows == rows)
    return;

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
  g_set_object (&self->rows, rows);
  if (rows != NULL)
    g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (rows_changed_cb), self);
  rows_changed_cb (self, 0, before, count_rows (self));

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROWS]);
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
  rebuild_columns (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_VISIBLE]);
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
  rebuild_columns (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIRST_VISIBLE]);
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
  rebuild_columns (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PINNED_OPTION]);
}

/**
 * sdm_option_grid_get_open_row:
 *
 * Returns: (transfer none) (nullable): the id of the row that is open
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
 * Opens a row in its place and closes the one that was open.
 */
void
sdm_option_grid_set_open_row (SdmOptionGrid *self,
                              const char    *row_id)
{
  SdmGridLine *line;

  g_return_if_fail (SDM_IS_OPTION_GRID (self));

  if (g_strcmp0 (self->open_row, row_id) == 0)
    return;

  line = find_line (self, self->open_row);
  if (line != NULL)
    sdm_grid_line_set_open (line, FALSE);
  g_free (self->open_row);
  self->open_row = g_strdup (row_id);
  line = find_line (self, row_id);
  if (line != NULL)
    sdm_grid_line_set_open (line, TRUE);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OPEN_ROW]);
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
  rebuild_columns (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COMPACT]);
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
  rebuild_columns (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ONE_QUESTION]);
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

  position = MIN (position, MAX (1, count_rows (self)) - 1);
  if (self->current_row == position)
    return;

  self->current_row = position;
  update_band (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURRENT_ROW]);
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
  rebuild_columns (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STACKED]);
}
