/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-more-private.h"

#include "sdm-grid-layout-private.h"
#include "sdm-text-layout.h"

#include <glib/gi18n.h>

/**
 * SdmGridMore:
 *
 * What an open row shows below all answers: what the person said that has to
 * do with it, whom the numbers are about, the sources on request, and what can
 * be done with the row: keep it open, put it aside.
 *
 * ## Accessibility
 *
 * Texts and buttons, each button named by what it says.
 */
struct _SdmGridMore
{
  GtkWidget parent_instance;

  SdmGridRow *row; /* owned */
  gboolean    can_put_aside;
  gboolean    is_updating;

  GtkWidget *said;        /* owned as child */
  GtkWidget *footnote;    /* owned as child */
  GtkWidget *sources;     /* owned as child */
  GtkWidget *tools;       /* owned as child */
  GtkWidget *show_source; /* within tools */
  GtkWidget *keep;        /* within tools */
  GtkWidget *put_aside;   /* within tools */
};

G_DEFINE_FINAL_TYPE (SdmGridMore, sdm_grid_more, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_KEEP_OPEN,
  SIGNAL_PUT_ASIDE,
  N_SIGNALS,
} SdmGridMoreSignal;

static guint signals[N_SIGNALS];

static void
show_text (GtkWidget  *label,
           const char *text,
           gboolean    visible)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && visible);
}

/* Callbacks */

static void
update_cb (SdmGridMore *self)
{
  const char *sources = sdm_grid_row_get_sources (self->row);

  show_text (self->said, sdm_grid_row_get_said (self->row), TRUE);
  show_text (self->footnote, sdm_grid_row_get_footnote (self->row), TRUE);
  show_text (self->sources, sources, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->show_source)));
  gtk_widget_set_visible (self->show_source, sources != NULL);
  gtk_widget_set_visible (self->put_aside, self->can_put_aside);
  gtk_widget_set_visible (self->tools, sources != NULL || self->can_put_aside);
}

static void
keep_cb (SdmGridMore *self)
{
  if (!self->is_updating)
    g_signal_emit (self, signals[SIGNAL_KEEP_OPEN], 0, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->keep)));
}

static void
put_aside_cb (SdmGridMore *self)
{
  g_signal_emit (self, signals[SIGNAL_PUT_ASIDE], 0);
}

/* Overrides */

static void
sdm_grid_more_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SDM_GRID_MORE (object)->row);

  G_OBJECT_CLASS (sdm_grid_more_parent_class)->dispose (object);
}

static void
sdm_grid_more_class_init (SdmGridMoreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_grid_more_dispose;

  /**
   * SdmGridMore::keep-open:
   * @keep: whether the row is to stay open when another one opens
   */
  signals[SIGNAL_KEEP_OPEN] = g_signal_new ("keep-open", SDM_TYPE_GRID_MORE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * SdmGridMore::put-aside:
   *
   * A person wants the row put aside.
   */
  signals[SIGNAL_PUT_ASIDE] = g_signal_new ("put-aside", SDM_TYPE_GRID_MORE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "more");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_text (SdmGridMore *self,
           const char  *css_name)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "css-name", css_name,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", SDM_GRID_LEAST_CHARS,
                                   NULL);

  sdm_text_layout_use (label);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static GtkWidget *
make_tool (SdmGridMore *self,
           GType        type,
           const char  *icon_name,
           const char  *text)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *tool = g_object_new (type, "child", content, NULL);

  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE,
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                   "icon-name", icon_name,
                                                   NULL));
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tool), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (self->tools), tool);

  return tool;
}

static void
sdm_grid_more_init (SdmGridMore *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->said = make_text (self, "said");
  self->footnote = make_text (self, "footnote");
  self->sources = make_text (self, "sources");
  self->tools = g_object_new (GTK_TYPE_BOX, "css-name", "tools", "spacing", 8, NULL);
  gtk_widget_set_parent (self->tools, GTK_WIDGET (self));

  /* Translators: a button in an open row; shows where the answers come from */
  self->show_source = make_tool (self, GTK_TYPE_TOGGLE_BUTTON, "ev-book-symbolic", _("Source"));
  /* Translators: a button in an open row; another row that opens does not close it then */
  self->keep = make_tool (self, GTK_TYPE_TOGGLE_BUTTON, "ev-pin-symbolic", _("Keep open"));
  /* Translators: a button in an open row; takes the row out of the table, for a reason */
  self->put_aside = make_tool (self, GTK_TYPE_BUTTON, "ev-close-symbolic", _("Put this question aside"));
  g_signal_connect_swapped (self->show_source, "toggled", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (self->keep, "toggled", G_CALLBACK (keep_cb), self);
  g_signal_connect_swapped (self->put_aside, "clicked", G_CALLBACK (put_aside_cb), self);
}

/**
 * sdm_grid_more_new:
 * @row: followed as it changes
 *
 * Returns: (transfer floating): what the row shows while it is open
 */
GtkWidget *
sdm_grid_more_new (SdmGridRow *row)
{
  SdmGridMore *self;

  g_return_val_if_fail (SDM_IS_GRID_ROW (row), NULL);

  self = g_object_new (SDM_TYPE_GRID_MORE, NULL);
  self->row = g_object_ref (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_grid_more_set_can_put_aside:
 *
 * Shows the button that puts the row aside.
 */
void
sdm_grid_more_set_can_put_aside (SdmGridMore *self,
                                 gboolean     can_put_aside)
{
  g_return_if_fail (SDM_IS_GRID_MORE (self));

  self->can_put_aside = can_put_aside;
  update_cb (self);
}

/**
 * sdm_grid_more_set_kept_open:
 *
 * Shows whether the row stays open; tells nobody.
 */
void
sdm_grid_more_set_kept_open (SdmGridMore *self,
                             gboolean     kept_open)
{
  g_return_if_fail (SDM_IS_GRID_MORE (self));

  self->is_updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep), kept_open);
  self->is_updating = FALSE;
}

/**
 * sdm_grid_more_fold_sources:
 *
 * Takes the sources out of sight until they are asked for again.
 */
void
sdm_grid_more_fold_sources (SdmGridMore *self)
{
  g_return_if_fail (SDM_IS_GRID_MORE (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->show_source), FALSE);
}
