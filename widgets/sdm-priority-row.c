/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-priority-row-private.h"

#include <glib/gi18n.h>

#include "sdm-ruler-line.h"
#include "sdm-ruler.h"
#include "sdm-text-layout.h"

/**
 * SdmPriorityRow:
 *
 * One statement in a list of priorities: a grip to drag it by, its words, a
 * ruler, and buttons to move it up, move it down and take it out.
 *
 * Alt+Up, Alt+Down and Delete do the same. The row only asks: `move` (by -1 or
 * 1) and `remove` are answered by the list it stands in.
 *
 * ## Accessibility
 *
 * The row is a list item named after its statement and its place ("…, 2 of 5");
 * its description says how much it matters, and the note where there is one.
 * Each button is named after what it does to this statement.
 */
struct _SdmPriorityRow
{
  GtkListBoxRow parent_instance;

  SdmPriorityItem *item; /* owned */
  guint            position;
  guint            n_items;

  GtkWidget *grip;
  GtkWidget *text;
  GtkWidget *note;
  GtkWidget *ruler;
  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (SdmPriorityRow, sdm_priority_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  MOVE,
  REMOVE,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Helpers */

static void
update_accessible (SdmPriorityRow *self)
{
  g_autofree char *value_text = sdm_ruler_dup_value_text (SDM_RULER (self->ruler));
  g_autofree char *label = g_strdup_printf (
      /* Translators: "Avoiding muscle aches, 2 of 5": a statement and its place in the list. */
      _("%s, %u of %u"), sdm_priority_item_get_text (self->item), self->position + 1, self->n_items);
  const char      *note = sdm_priority_item_get_note (self->item);
  g_autofree char *description = note != NULL ? g_strdup_printf ("%s. %s", value_text, note) : g_strdup (value_text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/* Takes the name of an action with the statement in it; the tooltip is the short form. */
static GtkWidget *
new_button (const char *icon_name,
            const char *action_name,
            const char *tooltip,
            const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_size_request (button, 40, 44);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

/* Callbacks */

static void
note_changed_cb (SdmPriorityRow *self)
{
  const char *note = sdm_priority_item_get_note (self->item);

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  update_accessible (self);
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_str_equal (action_name, "priority.move-up") ? -1 : 1);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
ruler_changed_cb (SdmPriorityRow *self)
{
  sdm_priority_item_set_importance (self->item, sdm_ruler_get_value (SDM_RULER (self->ruler)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static GdkContentProvider *
drag_prepare_cb (SdmPriorityRow *self,
                 double          x,
                 double          y)
{
  return gdk_content_provider_new_typed (SDM_TYPE_PRIORITY_ITEM, self->item);
}

static void
drag_begin_cb (SdmPriorityRow *self,
               GdkDrag        *drag,
               GtkDragSource  *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, gtk_widget_get_height (GTK_WIDGET (self)) / 2);
}

/* GObject */

static void
sdm_priority_row_dispose (GObject *object)
{
  SdmPriorityRow *self = SDM_PRIORITY_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (sdm_priority_row_parent_class)->dispose (object);
}

static void
sdm_priority_row_class_init (SdmPriorityRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sdm_priority_row_dispose;

  signals[MOVE] = g_signal_new ("move", SDM_TYPE_PRIORITY_ROW, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", SDM_TYPE_PRIORITY_ROW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", SDM_TYPE_PRIORITY_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "priority.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "priority.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "priority.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "priority.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "priority.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "priority.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "priority.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "priority.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "priority.remove", NULL);
}

static void
sdm_priority_row_init (SdmPriorityRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
build_buttons (SdmPriorityRow *self)
{
  const char *text = sdm_priority_item_get_text (self->item);
  /* Translators: "Move up: Avoiding muscle aches" */
  g_autofree char *up = g_strdup_printf (_("Move up: %s"), text);
  /* Translators: "Move down: Avoiding muscle aches" */
  g_autofree char *down = g_strdup_printf (_("Move down: %s"), text);
  /* Translators: "Take out: Avoiding muscle aches" */
  g_autofree char *remove = g_strdup_printf (_("Take out: %s"), text);

  self->up = new_button ("ev-up-symbolic", "priority.move-up", _("Move up (Alt+Up)"), up);
  self->down = new_button ("ev-down-symbolic", "priority.move-down", _("Move down (Alt+Down)"), down);
  self->remove = new_button ("ev-bin-symbolic", "priority.remove", _("Take out (Delete)"), remove);
}

static void
build_grip (SdmPriorityRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  /* The keys and buttons do the same, so the grip is for the pointer only. */
  self->grip = g_object_new (GTK_TYPE_IMAGE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "icon-name", "ev-grip-symbolic",
                             "width-request", 28,
                             "height-request", 44,
                             "valign", GTK_ALIGN_CENTER,
                             NULL);
  gtk_widget_add_css_class (self->grip, "grip");
  gtk_widget_set_cursor_from_name (self->grip, "grab");

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->grip, GTK_EVENT_CONTROLLER (source));
}

/* The row's description says the note, so it is not read out a second time. */
static void
build_note (SdmPriorityRow *self)
{
  self->note = g_object_new (GTK_TYPE_LABEL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "wrap", TRUE,
                             "xalign", 0.0,
                             "margin-start", 32,
                             "margin-bottom", 8,
                             NULL);
  gtk_widget_add_css_class (self->note, "note");
  sdm_text_layout_use (self->note);
  g_signal_connect_object (self->item, "notify::note", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  note_changed_cb (self);
}

/* Shared inside this folder */

GtkWidget *
sdm_priority_row_new (SdmPriorityItem *item)
{
  SdmPriorityRow *self = g_object_new (SDM_TYPE_PRIORITY_ROW, NULL);
  GtkWidget      *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget      *line;

  self->item = g_object_ref (item);
  build_grip (self);

  self->text = gtk_label_new (sdm_priority_item_get_text (item));
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->text), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->text), 12);
  sdm_text_layout_use (self->text);
  gtk_widget_add_css_class (self->text, sdm_priority_item_get_own (item) ? "own" : "statement");

  self->ruler = sdm_ruler_new ();
  sdm_ruler_set_question (SDM_RULER (self->ruler), sdm_priority_item_get_text (item));
  gtk_widget_set_valign (self->ruler, GTK_ALIGN_CENTER);
  g_object_bind_property (item, "importance", self->ruler, "value", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "guess", self->ruler, "guess", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->ruler, "changed", G_CALLBACK (ruler_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ruler, "notify::value", G_CALLBACK (update_accessible), self, G_CONNECT_SWAPPED);

  build_buttons (self);
  gtk_box_append (GTK_BOX (box), self->grip);
  line = sdm_ruler_line_new (self->text, self->ruler);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->up);
  gtk_box_append (GTK_BOX (box), self->down);
  gtk_box_append (GTK_BOX (box), self->remove);
  build_note (self);
  gtk_box_append (GTK_BOX (column), box);
  gtk_box_append (GTK_BOX (column), self->note);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), column);

  return GTK_WIDGET (self);
}

SdmPriorityItem *
sdm_priority_row_get_item (SdmPriorityRow *self)
{
  return self->item;
}

/* Tells the row where it stands, counted from 0. The first cannot go up, the
 * last cannot go down.
 */
void
sdm_priority_row_set_place (SdmPriorityRow *self,
                            guint           position,
                            guint           n_items)
{
  self->position = position;
  self->n_items = n_items;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "priority.move-up", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "priority.move-down", position + 1 < n_items);
  update_accessible (self);
}

GtkWidget *
sdm_priority_row_get_part (SdmPriorityRow *self,
                           SdmPriorityPart part)
{
  switch (part)
    {
    case SDM_PRIORITY_PART_RULER:
      return self->ruler;
    case SDM_PRIORITY_PART_UP:
      return self->up;
    case SDM_PRIORITY_PART_DOWN:
      return self->down;
    case SDM_PRIORITY_PART_REMOVE:
      return self->remove;
    case SDM_PRIORITY_PART_ROW:
    default:
      return GTK_WIDGET (self);
    }
}

/* The part the focus is in, so that it can be given back after a move. */
SdmPriorityPart
sdm_priority_row_find_focus_part (SdmPriorityRow *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (int part = SDM_PRIORITY_PART_RULER; part <= SDM_PRIORITY_PART_REMOVE; part++)
    {
      GtkWidget *widget = sdm_priority_row_get_part (self, (SdmPriorityPart) part);

      if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        return (SdmPriorityPart) part;
    }

  return SDM_PRIORITY_PART_ROW;
}

/* Focuses the part, or the row where the part cannot take the focus: the
 * button to move up is out of use in the first row.
 */
void
sdm_priority_row_grab_part (SdmPriorityRow *self,
                            SdmPriorityPart part)
{
  GtkWidget *widget = sdm_priority_row_get_part (self, part);

  if (!gtk_widget_is_sensitive (widget) || !gtk_widget_grab_focus (widget))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
