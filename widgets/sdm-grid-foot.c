/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-foot-private.h"

#include "sdm-text-layout.h"

#include <glib/gi18n.h>

/**
 * SdmGridFoot:
 *
 * Below one question at a time: the way to the question before it and after
 * it, and to what more there is to read.
 *
 * ## Accessibility
 *
 * Three buttons, named by what they say.
 */
struct _SdmGridFoot
{
  GtkWidget parent_instance;

  GtkWidget *back; /* owned as child */
  GtkWidget *more; /* owned as child */
  GtkWidget *on;   /* owned as child */
};

G_DEFINE_FINAL_TYPE (SdmGridFoot, sdm_grid_foot, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_MOVED,
  SIGNAL_TOGGLED,
  N_SIGNALS,
} SdmGridFootSignal;

static guint signals[N_SIGNALS];

/* Callbacks */

static void
back_cb (SdmGridFoot *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, -1);
}

static void
on_cb (SdmGridFoot *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, 1);
}

static void
more_cb (SdmGridFoot *self)
{
  g_signal_emit (self, signals[SIGNAL_TOGGLED], 0);
}

/* Overrides */

static void
sdm_grid_foot_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sdm_grid_foot_parent_class)->dispose (object);
}

static void
sdm_grid_foot_class_init (SdmGridFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_grid_foot_dispose;

  /**
   * SdmGridFoot::moved:
   * @by: -1 for the question before, 1 for the one after
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", SDM_TYPE_GRID_FOOT, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SdmGridFoot::toggled:
   *
   * A person wants to read more, or enough of it.
   */
  signals[SIGNAL_TOGGLED] = g_signal_new ("toggled", SDM_TYPE_GRID_FOOT, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "foot");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_button (SdmGridFoot *self,
             GCallback    clicked)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   "justify", GTK_JUSTIFY_CENTER, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", label, NULL);

  sdm_text_layout_use (label);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
set_text (GtkWidget  *button,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
sdm_grid_foot_init (SdmGridFoot *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  self->back = make_button (self, G_CALLBACK (back_cb));
  self->more = make_button (self, G_CALLBACK (more_cb));
  self->on = make_button (self, G_CALLBACK (on_cb));
  gtk_widget_set_hexpand (self->back, TRUE);
  gtk_widget_set_hexpand (self->more, TRUE);
  gtk_widget_set_hexpand (self->on, TRUE);
}

/**
 * sdm_grid_foot_new:
 *
 * Returns: (transfer floating): the buttons
 */
GtkWidget *
sdm_grid_foot_new (void)
{
  return g_object_new (SDM_TYPE_GRID_FOOT, NULL);
}

static void
set_question (GtkWidget *button,
              guint      number,
              gboolean   is_there)
{
  /* Translators: a button that leads to another question: “Question 4” */
  g_autofree char *text = g_strdup_printf (_("Question %u"), number);

  set_text (button, text);
  gtk_widget_set_sensitive (button, is_there);
  gtk_widget_set_opacity (button, is_there ? 1.0 : 0.0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_HIDDEN, !is_there, -1);
}

/**
 * sdm_grid_foot_set_place:
 * @position: the question that is shown, from 0
 */
void
sdm_grid_foot_set_place (SdmGridFoot *self,
                         guint        position,
                         guint        n_questions)
{
  g_return_if_fail (SDM_IS_GRID_FOOT (self));

  /* At either end there is nothing to lead to; the others keep their places. */
  set_question (self->back, MAX (1, position), position > 0);
  set_question (self->on, MIN (position + 2, MAX (1, n_questions)), position + 1 < n_questions);
}

/**
 * sdm_grid_foot_set_open:
 * @can_open: whether there is more to read
 * @is_open: whether it is shown
 */
void
sdm_grid_foot_set_open (SdmGridFoot *self,
                        gboolean     can_open,
                        gboolean     is_open)
{
  g_return_if_fail (SDM_IS_GRID_FOOT (self));

  set_text (self->more, is_open ? _("Read less") : _("Read more"));
  gtk_widget_set_sensitive (self->more, can_open);
}
