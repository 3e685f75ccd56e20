/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-cell-private.h"
#include "sdm-grid-layout-private.h"
#include "sdm-steady.h"
#include "sdm-text-layout.h"

#include "sdm-word-label.h"

#include <glib/gi18n.h>

/**
 * SdmGridQuestion:
 *
 * The first cell of a row: what is asked of every option, with an arrow when
 * the row can be opened, and a number before it when it has one.
 *
 * ## Accessibility
 *
 * A `button` named by the question and described by its note, expanded or not
 * where the row has more.
 */
struct _SdmGridQuestion
{
  GtkWidget parent_instance;

  SdmGridRow *row; /* owned */
  gboolean    open;

  gboolean can_open; /* although it has nothing more to tell */

  GtkWidget *arrow; /* owned as child */
  GtkWidget *lead;  /* owned as child */
  GtkWidget *texts; /* owned as child */
  GtkWidget *label; /* within texts */
  GtkWidget *note;  /* within texts */
};

G_DEFINE_FINAL_TYPE (SdmGridQuestion, sdm_grid_question, GTK_TYPE_WIDGET)

/* Callbacks */

static void
update_cb (SdmGridQuestion *self)
{
  const char      *question = sdm_grid_row_get_question (self->row);
  const char      *lead = sdm_grid_row_get_lead (self->row);
  const char      *note = sdm_grid_row_get_note (self->row);
  const gboolean   has_more = self->can_open || sdm_grid_row_has_more (self->row);
  g_autofree char *name = NULL;

  sdm_word_label_set_glossary (SDM_WORD_LABEL (self->label), sdm_grid_row_get_glossary (self->row));
  sdm_word_label_set_text (SDM_WORD_LABEL (self->label), question, NULL);
  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  gtk_label_set_label (GTK_LABEL (self->lead), lead != NULL ? lead : "");
  gtk_widget_set_visible (self->lead, lead != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), self->open ? "ev-down-symbolic" : "ev-right-symbolic");
  /* Without an arrow its place is kept, so that the marks of all rows stand below each other. */
  gtk_widget_set_opacity (self->arrow, has_more ? 1.0 : 0.0);

  if (lead != NULL)
    /* Translators: read aloud; how much something matters, and what: “10: Staying able to drive” */
    name = g_strdup_printf (_("%1$s: %2$s"), lead, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : question,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note != NULL ? note : "",
                                  -1);
  if (has_more)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, self->open, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* Overrides */

static void
sdm_grid_question_dispose (GObject *object)
{
  SdmGridQuestion *self = SDM_GRID_QUESTION (object);
  GtkWidget       *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (sdm_grid_question_parent_class)->dispose (object);
}

static void
sdm_grid_question_class_init (SdmGridQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_grid_question_dispose;

  gtk_widget_class_set_css_name (widget_class, "question");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
sdm_grid_question_init (SdmGridQuestion *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  self->arrow = g_object_new (GTK_TYPE_IMAGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "valign", GTK_ALIGN_START,
                              NULL);
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  self->lead = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_START, "width-chars", 3, NULL);
  gtk_widget_add_css_class (self->lead, "lead");
  gtk_widget_set_parent (self->lead, GTK_WIDGET (self));
  self->texts = g_object_new (GTK_TYPE_BOX,
                              "orientation", GTK_ORIENTATION_VERTICAL,
                              "hexpand", TRUE,
                              NULL);
  gtk_widget_set_parent (sdm_steady_new_at_top (self->texts), GTK_WIDGET (self));
  self->label = sdm_word_label_new (NULL);
  gtk_box_append (GTK_BOX (self->texts), self->label);
  self->note = g_object_new (GTK_TYPE_LABEL, "halign", GTK_ALIGN_START, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->note, "note");
  sdm_text_layout_use (self->note);
  gtk_box_append (GTK_BOX (self->texts), self->note);
}

/**
 * sdm_grid_question_new:
 * @row: followed as it changes
 *
 * Returns: (transfer floating): the cell
 */
GtkWidget *
sdm_grid_question_new (SdmGridRow *row)
{
  SdmGridQuestion *self;

  g_return_val_if_fail (SDM_IS_GRID_ROW (row), NULL);

  self = g_object_new (SDM_TYPE_GRID_QUESTION, NULL);
  self->row = g_object_ref (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_grid_question_set_can_open:
 * @can_open: whether the row opens although it has nothing more to tell, as
 *   there is something to do in it
 */
void
sdm_grid_question_set_can_open (SdmGridQuestion *self,
                                gboolean         can_open)
{
  g_return_if_fail (SDM_IS_GRID_QUESTION (self));

  if (self->can_open == can_open)
    return;

  self->can_open = can_open;
  update_cb (self);
}

/**
 * sdm_grid_question_explain:
 *
 * Says what the words of the question mean.
 *
 * Returns: whether there are any
 */
gboolean
sdm_grid_question_explain (SdmGridQuestion *self)
{
  GArray *places;

  g_return_val_if_fail (SDM_IS_GRID_QUESTION (self), FALSE);

  places = sdm_word_label_get_places (SDM_WORD_LABEL (self->label));
  sdm_word_label_explain (GTK_WIDGET (self), NULL, places);

  return places->len > 0;
}

/**
 * sdm_grid_question_set_open:
 *
 * Turns the arrow, and says so aloud.
 */
void
sdm_grid_question_set_open (SdmGridQuestion *self,
                            gboolean         open)
{
  g_return_if_fail (SDM_IS_GRID_QUESTION (self));

  if (self->open == open)
    return;

  self->open = open;
  update_cb (self);
}
