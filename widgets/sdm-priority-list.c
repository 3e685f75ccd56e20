/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-priority-list.h"

#include <glib/gi18n.h>

#include "sdm-priority-row-private.h"

/**
 * SdmPriorityList:
 *
 * What matters to a person, most important first. Statements are moved by
 * their grip, by buttons or with Alt+Up and Alt+Down, rated on a ruler, and
 * taken out with a button or Delete. The list changes the #GListStore of
 * #SdmPriorityItem it was given; it has an empty one of its own until then.
 *
 * `changed` comes after each change the person made, and not after changes the
 * program made to the store. `removed` comes with the item and its former
 * place, before `changed`, so that a page can offer to bring it back with
 * sdm_priority_list_insert().
 *
 * ## Accessibility
 *
 * A `list` of list items. Each row says its statement and place ("…, 2 of 5")
 * and keeps the focus when it is moved, so the new place is read out. Tab goes
 * through all rows and their parts; Up and Down go from row to row.
 */
struct _SdmPriorityList
{
  GtkWidget parent_instance;

  GListStore *model; /* owned */
  GtkWidget  *list_box;
};

G_DEFINE_FINAL_TYPE (SdmPriorityList, sdm_priority_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_MODEL = 1,
} SdmPriorityListProp;

static GParamSpec *props[PROP_MODEL + 1];

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Helpers */

static guint
get_n_items (SdmPriorityList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static SdmPriorityRow *
get_row (SdmPriorityList *self,
         guint            position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), (int) position);

  return row != NULL ? SDM_PRIORITY_ROW (row) : NULL;
}

/* The row the focus is in, or NULL. */
static SdmPriorityRow *
find_focus_row (SdmPriorityList *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->list_box))
    return NULL;

  row = gtk_widget_get_ancestor (focus, SDM_TYPE_PRIORITY_ROW);
  return row != NULL ? SDM_PRIORITY_ROW (row) : NULL;
}

static void
number_rows (SdmPriorityList *self)
{
  const guint n_items = get_n_items (self);

  for (guint i = 0; i < n_items; i++)
    {
      SdmPriorityRow *row = get_row (self, i);

      if (row != NULL)
        sdm_priority_row_set_place (row, i, n_items);
    }
}

static guint
get_position (SdmPriorityRow *row)
{
  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* Callbacks */

static void
row_move_cb (SdmPriorityList *self,
             int              by,
             SdmPriorityRow  *row)
{
  const guint position = get_position (row);

  if (by < 0 ? position > 0 : position + 1 < get_n_items (self))
    sdm_priority_list_move (self, position, by < 0 ? position - 1 : position + 1);
}

static void
row_remove_cb (SdmPriorityList *self,
               SdmPriorityRow  *row)
{
  sdm_priority_list_remove (self, get_position (row));
}

static void
row_changed_cb (SdmPriorityList *self,
                SdmPriorityRow  *row)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  GtkWidget *row = sdm_priority_row_new (item);

  g_signal_connect_object (row, "move", G_CALLBACK (row_move_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), user_data, G_CONNECT_SWAPPED);

  return row;
}

static void
items_changed_cb (SdmPriorityList *self)
{
  number_rows (self);
}

static GdkDragAction
drop_motion_cb (SdmPriorityList *self,
                double           x,
                double           y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list_box), (int) y);

  if (row != NULL)
    gtk_list_box_drag_highlight_row (GTK_LIST_BOX (self->list_box), row);
  else
    gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list_box));

  return GDK_ACTION_MOVE;
}

static void
drop_leave_cb (SdmPriorityList *self)
{
  gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list_box));
}

/* A statement dropped on another takes its place; below the last, the last place. */
static gboolean
drop_cb (SdmPriorityList *self,
         const GValue    *value,
         double           x,
         double           y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list_box), (int) y);
  guint          from = 0;

  gtk_list_box_drag_unhighlight_row (GTK_LIST_BOX (self->list_box));
  if (!g_list_store_find (self->model, g_value_get_object (value), &from))
    return FALSE;

  sdm_priority_list_move (self, from, row != NULL ? get_position (SDM_PRIORITY_ROW (row)) : get_n_items (self) - 1);
  return TRUE;
}

/* GObject */

static void
sdm_priority_list_dispose (GObject *object)
{
  SdmPriorityList *self = SDM_PRIORITY_LIST (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  if (self->list_box != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list_box), NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->list_box, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sdm_priority_list_parent_class)->dispose (object);
}

static void
sdm_priority_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SdmPriorityList *self = SDM_PRIORITY_LIST (object);

  switch ((SdmPriorityListProp) prop_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_priority_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SdmPriorityList *self = SDM_PRIORITY_LIST (object);

  switch ((SdmPriorityListProp) prop_id)
    {
    case PROP_MODEL:
      sdm_priority_list_set_model (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_priority_list_class_init (SdmPriorityListClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_priority_list_dispose;
  object_class->get_property = sdm_priority_list_get_property;
  object_class->set_property = sdm_priority_list_set_property;

  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_STORE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * SdmPriorityList::changed:
   *
   * The person changed the order, an importance, or which statements there are.
   */
  signals[CHANGED] = g_signal_new ("changed", SDM_TYPE_PRIORITY_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * SdmPriorityList::removed:
   * @item: what was taken out
   * @position: where it stood
   */
  signals[REMOVED] = g_signal_new ("removed", SDM_TYPE_PRIORITY_LIST, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 2, SDM_TYPE_PRIORITY_ITEM, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "prioritylist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sdm_priority_list_init (SdmPriorityList *self)
{
  g_autoptr (GListStore) model = g_list_store_new (SDM_TYPE_PRIORITY_ITEM);
  GtkDropTarget *target = gtk_drop_target_new (SDM_TYPE_PRIORITY_ITEM, GDK_ACTION_MOVE);

  self->list_box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list_box), GTK_SELECTION_NONE);
  /* Translators: the name of the list of what matters to a person. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What counts most, top first"), -1);
  gtk_widget_set_parent (self->list_box, GTK_WIDGET (self));

  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (self->list_box, GTK_EVENT_CONTROLLER (target));

  sdm_priority_list_set_model (self, model);
}

/* Public API */

/**
 * sdm_priority_list_new:
 * @model: (nullable): the store the list shows and changes; NULL: one of its own
 *
 * Returns: (transfer floating): a new list
 */
GtkWidget *
sdm_priority_list_new (GListStore *model)
{
  SdmPriorityList *self = g_object_new (SDM_TYPE_PRIORITY_LIST, NULL);

  if (model != NULL)
    sdm_priority_list_set_model (self, model);

  return GTK_WIDGET (self);
}

/**
 * sdm_priority_list_get_model:
 *
 * Returns: (transfer none): the store of #SdmPriorityItem in the person's order
 */
GListStore *
sdm_priority_list_get_model (SdmPriorityList *self)
{
  g_return_val_if_fail (SDM_IS_PRIORITY_LIST (self), NULL);

  return self->model;
}

/**
 * sdm_priority_list_set_model:
 * @model: a store of #SdmPriorityItem; the list keeps a reference and changes it
 */
void
sdm_priority_list_set_model (SdmPriorityList *self,
                             GListStore      *model)
{
  g_return_if_fail (SDM_IS_PRIORITY_LIST (self));
  g_return_if_fail (G_IS_LIST_STORE (model));
  g_return_if_fail (g_list_model_get_item_type (G_LIST_MODEL (model)) == SDM_TYPE_PRIORITY_ITEM);

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list_box), G_LIST_MODEL (model), create_row_cb, self, NULL);
  /* After the list box, which makes the rows. */
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  number_rows (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

/**
 * sdm_priority_list_move:
 * @self: the list
 * @from: where the statement stands
 * @to: where it shall stand, counted without it
 *
 * Moves a statement as the person would. The focus stays where it was in the
 * moved row.
 *
 * Returns: FALSE if there was nothing to move
 */
gboolean
sdm_priority_list_move (SdmPriorityList *self,
                        guint            from,
                        guint            to)
{
  g_autoptr (SdmPriorityItem) item = NULL;
  SdmPriorityRow *row;
  SdmPriorityPart part = SDM_PRIORITY_PART_ROW;
  gboolean        had_focus;

  g_return_val_if_fail (SDM_IS_PRIORITY_LIST (self), FALSE);

  if (from == to || from >= get_n_items (self) || to >= get_n_items (self))
    return FALSE;

  row = get_row (self, from);
  had_focus = row != NULL && row == find_focus_row (self);
  if (had_focus)
    part = sdm_priority_row_find_focus_part (row);

  item = g_list_model_get_item (G_LIST_MODEL (self->model), from);
  g_list_store_remove (self->model, from);
  g_list_store_insert (self->model, to, item);

  row = get_row (self, to);
  if (had_focus && row != NULL)
    sdm_priority_row_grab_part (row, part);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * sdm_priority_list_remove:
 * @self: the list
 * @position: which statement
 *
 * Takes a statement out as the person would. The focus goes to the row that
 * takes its place, or to the one above.
 *
 * Returns: FALSE if there is no such statement
 */
gboolean
sdm_priority_list_remove (SdmPriorityList *self,
                          guint            position)
{
  g_autoptr (SdmPriorityItem) item = NULL;
  gboolean had_focus;

  g_return_val_if_fail (SDM_IS_PRIORITY_LIST (self), FALSE);

  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (item == NULL)
    return FALSE;

  had_focus = get_row (self, position) != NULL && get_row (self, position) == find_focus_row (self);
  g_list_store_remove (self->model, position);
  if (had_focus && get_n_items (self) > 0)
    sdm_priority_row_grab_part (get_row (self, MIN (position, get_n_items (self) - 1)), SDM_PRIORITY_PART_ROW);

  g_signal_emit (self, signals[REMOVED], 0, item, position);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * sdm_priority_list_insert:
 * @self: the list
 * @position: where it shall stand; past the end: last
 * @item: (transfer none): what to put in
 *
 * Puts a statement in as the person would: bringing back what was taken out,
 * or adding their own words.
 */
void
sdm_priority_list_insert (SdmPriorityList *self,
                          guint            position,
                          SdmPriorityItem *item)
{
  g_return_if_fail (SDM_IS_PRIORITY_LIST (self));
  g_return_if_fail (SDM_IS_PRIORITY_ITEM (item));

  g_list_store_insert (self->model, MIN (position, get_n_items (self)), item);
  g_signal_emit (self, signals[CHANGED], 0);
}
