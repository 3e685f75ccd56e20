/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-step-private.h"

#include <glib/gi18n.h>

#include "sdm-text-layout.h"

/**
 * SdmStep:
 *
 * One station of the rail: a sign on the line, and the step's title.
 *
 * ## Accessibility
 *
 * A `list-item` with the label "Options, step 4 of 10, now", selected while it
 * is the present one, and described as not on the two-minute path where it is
 * not. The action `step.go` goes there.
 */
struct _SdmStep
{
  GtkWidget parent_instance;

  SdmStepItem *item; /* owned */
  guint        position;
  guint        n_steps;

  GtkWidget *line;  /* owned as child */
  GtkWidget *image; /* owned as child */
  GtkWidget *label; /* owned as child */
};

G_DEFINE_FINAL_TYPE (SdmStep, sdm_step, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_GO,
  N_SIGNALS,
} SdmStepSignal;

static guint signals[N_SIGNALS];

static char *
format_name (SdmStep *self)
{
  const char *title = sdm_step_item_get_title (self->item);

  switch (sdm_step_item_get_state (self->item))
    {
    case SDM_STEP_NOW:
      /* Translators: read aloud in the list of steps: “Options, step 4 of 10, now” */
      return g_strdup_printf (_("%1$s, step %2$u of %3$u, now"), title, self->position + 1, self->n_steps);

    case SDM_STEP_DONE:
      /* Translators: read aloud in the list of steps: “People, step 2 of 10, done” */
      return g_strdup_printf (_("%1$s, step %2$u of %3$u, done"), title, self->position + 1, self->n_steps);

    case SDM_STEP_OPEN:
    case SDM_STEP_SKIPPED:
    default:
      /* Translators: read aloud in the list of steps: “Letter, step 9 of 10” */
      return g_strdup_printf (_("%1$s, step %2$u of %3$u"), title, self->position + 1, self->n_steps);
    }
}

static void
set_css_class (GtkWidget  *widget,
               const char *name,
               gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Callbacks */

static void
update_cb (SdmStep *self)
{
  const SdmStepState state = sdm_step_item_get_state (self->item);
  const gboolean     done = state == SDM_STEP_DONE;
  const gboolean     now = state == SDM_STEP_NOW;
  g_autofree char   *name = format_name (self);

  set_css_class (GTK_WIDGET (self), "done", done);
  set_css_class (GTK_WIDGET (self), "now", now);
  set_css_class (GTK_WIDGET (self), "aside", sdm_step_item_get_aside (self->item));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image),
                                done  ? "ev-step-done-symbolic"
                                : now ? "ev-step-now-symbolic"
                                      : "ev-step-open-symbolic");
  gtk_widget_set_sensitive (GTK_WIDGET (self), sdm_step_item_get_reachable (self->item));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, now, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  /* Translators: read aloud after the name of a step that the path of two minutes leaves out */
                                  sdm_step_item_get_aside (self->item) ? _("Not on the two-minute path") : "", -1);
}

static void
go_cb (SdmStep *self)
{
  g_signal_emit (self, signals[SIGNAL_GO], 0);
}

static void
released_cb (SdmStep *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  go_cb (self);
}

static void
go_action (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  go_cb (SDM_STEP (widget));
}

/* Overrides */

static void
sdm_step_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  SdmStep *self = SDM_STEP (widget);
  int      image_width, image_height, label_min = 0, label_nat = 0;

  gtk_widget_measure (self->image, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &image_width, NULL, NULL);
  gtk_widget_measure (self->image, GTK_ORIENTATION_VERTICAL, -1, NULL, &image_height, NULL, NULL);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (0, for_size - image_width);
  else
    for_size = -1;
  if (gtk_widget_get_visible (self->label))
    {
      if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
        {
          int least;

          gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          for_size = MAX (for_size, least);
        }
      gtk_widget_measure (self->label, orientation, for_size, &label_min, &label_nat, NULL, NULL);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = image_width + label_min;
      *natural = image_width + label_nat;
    }
  else
    {
      *minimum = MAX (image_height, label_min);
      *natural = MAX (image_height, label_nat);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
sdm_step_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  SdmStep       *self = SDM_STEP (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int            image_width, image_height, line_width, half, top, bottom;
  GtkAllocation  place;

  gtk_widget_measure (self->image, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &image_width, NULL, NULL);
  gtk_widget_measure (self->image, GTK_ORIENTATION_VERTICAL, -1, NULL, &image_height, NULL, NULL);
  gtk_widget_measure (self->line, GTK_ORIENTATION_HORIZONTAL, -1, &line_width, NULL, NULL, NULL);

  place = (GtkAllocation){ rtl ? width - image_width : 0, (height - image_height) / 2, image_width, image_height };
  gtk_widget_size_allocate (self->image, &place, -1);

  /* The line runs from this sign's middle to the next one's, through padding and gap. */
  half = (gtk_widget_get_allocated_height (widget) + SDM_STEP_GAP + 1) / 2;
  top = self->position == 0 ? height / 2 : height / 2 - half;
  bottom = self->position + 1 == self->n_steps ? height / 2 : height / 2 + half;
  place = (GtkAllocation){ place.x + (image_width - line_width) / 2, top, line_width, MAX (0, bottom - top) };
  gtk_widget_size_allocate (self->line, &place, -1);

  if (gtk_widget_get_visible (self->label))
    {
      place = (GtkAllocation){ rtl ? 0 : image_width, 0, MAX (0, width - image_width), height };
      gtk_widget_size_allocate (self->label, &place, -1);
    }
}

static GtkSizeRequestMode
sdm_step_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sdm_step_dispose (GObject *object)
{
  SdmStep *self = SDM_STEP (object);

  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (sdm_step_parent_class)->dispose (object);
}

static void
sdm_step_class_init (SdmStepClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sdm_step_dispose;
  widget_class->measure = sdm_step_measure;
  widget_class->size_allocate = sdm_step_size_allocate;
  widget_class->get_request_mode = sdm_step_get_request_mode;

  gtk_widget_class_set_css_name (widget_class, "step");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  /**
   * SdmStep::go:
   *
   * A person wants to go to this step.
   */
  signals[SIGNAL_GO] = g_signal_new ("go", SDM_TYPE_STEP, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "step.go", NULL, go_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "step.go", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "step.go", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "step.go", NULL);
}

static void
sdm_step_init (SdmStep *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  self->line = g_object_new (GTK_TYPE_BOX,
                             "css-name", "line",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  self->image = g_object_new (GTK_TYPE_IMAGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "xalign", 0.0,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              NULL);
  sdm_text_layout_use (self->label);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * sdm_step_new:
 * @item: what is shown, and followed as it changes
 * @position: from 0
 * @n_steps: how many there are
 *
 * Returns: (transfer floating): the station
 */
GtkWidget *
sdm_step_new (SdmStepItem *item,
              guint        position,
              guint        n_steps)
{
  SdmStep *self;

  g_return_val_if_fail (SDM_IS_STEP_ITEM (item), NULL);
  g_return_val_if_fail (position < n_steps, NULL);

  self = g_object_new (SDM_TYPE_STEP, NULL);
  self->item = g_object_ref (item);
  self->position = position;
  self->n_steps = n_steps;
  gtk_label_set_label (GTK_LABEL (self->label), sdm_step_item_get_title (item));

  g_signal_connect_object (item, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_step_get_item:
 *
 * Returns: (transfer none): what is shown
 */
SdmStepItem *
sdm_step_get_item (SdmStep *self)
{
  g_return_val_if_fail (SDM_IS_STEP (self), NULL);

  return self->item;
}

/**
 * sdm_step_set_folded:
 *
 * Leaves the title to a tooltip, so that the sign alone needs room.
 */
void
sdm_step_set_folded (SdmStep *self,
                     gboolean folded)
{
  g_return_if_fail (SDM_IS_STEP (self));

  gtk_widget_set_visible (self->label, !folded);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), folded ? sdm_step_item_get_title (self->item) : NULL);
}
