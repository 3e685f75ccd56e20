/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-head-private.h"

#include "sdm-grid-layout-private.h"
#include "sdm-grid-option.h"
#include "sdm-steady.h"
#include "sdm-text-layout.h"

#include <glib/gi18n.h>

/**
 * SdmGridHead:
 *
 * The names of the options above their columns. The corner above the
 * questions says that their order means nothing; it has the button "Next
 * option" while one is out of sight.
 *
 * ## Accessibility
 *
 * Each option is a `group` named by its title, and described by what stands
 * below it. The button's description says how many of how many are shown.
 */
struct _SdmGridHead
{
  GtkWidget parent_instance;

  GtkWidget *corner; /* owned as child */
  GtkWidget *next;   /* within corner */
  GtkWidget *order;  /* within corner */
  GtkWidget *shown;  /* within corner */
};

G_DEFINE_FINAL_TYPE (SdmGridHead, sdm_grid_head, GTK_TYPE_WIDGET)

typedef enum
{
  SIGNAL_NEXT,
  N_SIGNALS,
} SdmGridHeadSignal;

static guint signals[N_SIGNALS];

/* A short name stands over a column of large text: it breaks before the window must be wider. */
#define LEAST_SHORT_CHARS 3

static GtkWidget *
make_label (const char *text,
            const char *css_class,
            int         least_chars)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", least_chars,
                                   "label", text,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  sdm_text_layout_use (label);

  return label;
}

static GtkWidget *
make_option (SdmGridOption *option,
             gboolean       with_subtitle,
             gboolean       with_short_title)
{
  const char *title = sdm_grid_option_get_title (option);
  const char *subtitle = sdm_grid_option_get_subtitle (option);
  GtkWidget  *names = g_object_new (GTK_TYPE_BOX,
                                    "orientation", GTK_ORIENTATION_VERTICAL,
                                    "valign", GTK_ALIGN_CENTER,
                                    "hexpand", TRUE,
                                    NULL);
  GtkWidget  *box = g_object_new (GTK_TYPE_BOX,
                                  "css-name", "option",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "spacing", 12,
                                  NULL);

  gtk_box_append (GTK_BOX (names), make_label (with_short_title ? sdm_grid_option_get_short_title (option) : title, "name",
                                               with_short_title ? LEAST_SHORT_CHARS : SDM_GRID_LEAST_CHARS));
  if (with_subtitle && subtitle != NULL)
    gtk_box_append (GTK_BOX (names), make_label (subtitle, "caption", SDM_GRID_LEAST_CHARS));
  gtk_box_append (GTK_BOX (box), sdm_mark_new (sdm_grid_option_get_mark (option)));
  gtk_box_append (GTK_BOX (box), sdm_steady_new (names));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "",
                                  -1);

  return box;
}

/* Callbacks */

static void
clicked_cb (SdmGridHead *self)
{
  g_signal_emit (self, signals[SIGNAL_NEXT], 0);
}

/* Overrides */

static void
sdm_grid_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sdm_grid_head_parent_class)->dispose (object);
}

static void
sdm_grid_head_class_init (SdmGridHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_grid_head_dispose;

  /**
   * SdmGridHead::next:
   *
   * A person wants to see an option that is out of sight.
   */
  signals[SIGNAL_NEXT] = g_signal_new ("next", SDM_TYPE_GRID_HEAD, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "head");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, SDM_TYPE_GRID_LAYOUT);
}

static void
sdm_grid_head_init (SdmGridHead *self)
{
  self->corner = g_object_new (GTK_TYPE_BOX,
                               "css-name", "corner",
                               "orientation", GTK_ORIENTATION_VERTICAL,
                               NULL);
  gtk_widget_set_parent (self->corner, GTK_WIDGET (self));

  self->next = sdm_grid_next_button_new ();
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->corner), self->next);

  /* Translators: above the questions, beside the names of the options */
  self->order = make_label (_("Options in no special order"), "caption", SDM_GRID_LEAST_CHARS);
  gtk_widget_set_vexpand (self->order, TRUE);
  gtk_box_append (GTK_BOX (self->corner), self->order);
  self->shown = make_label ("", "caption", SDM_GRID_LEAST_CHARS);
  gtk_widget_set_visible (self->shown, FALSE);
  gtk_box_append (GTK_BOX (self->corner), self->shown);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  /* Translators: read aloud: the names above the columns of the table */
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Options"), -1);
}

/**
 * sdm_grid_head_new:
 *
 * Returns: (transfer floating): a head without options
 */
GtkWidget *
sdm_grid_head_new (void)
{
  return g_object_new (SDM_TYPE_GRID_HEAD, NULL);
}

/**
 * sdm_grid_head_set_options:
 * @options: (element-type SdmGridOption): the options in sight, in order
 * @n_options: how many there are, with those out of sight
 * @with_subtitle: whether a few words stand below each name
 * @with_corner: whether there are questions at the side; without, text is
 *   large, and the short names are shown
 */
void
sdm_grid_head_set_options (SdmGridHead *self,
                           GPtrArray   *options,
                           guint        n_options,
                           gboolean     with_subtitle,
                           gboolean     with_corner)
{
  const gboolean   more = options->len < n_options;
  g_autofree char *shown = NULL;
  GtkWidget       *child;

  g_return_if_fail (SDM_IS_GRID_HEAD (self));

  while ((child = gtk_widget_get_next_sibling (self->corner)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < options->len; i++)
    gtk_widget_set_parent (make_option (g_ptr_array_index (options, i), with_subtitle, !with_corner), GTK_WIDGET (self));

  /* Translators: how many options are in sight, of how many: “2 of 3 in view” */
  shown = g_strdup_printf (ngettext ("%u of %u in view", "%u of %u in view", n_options), options->len, n_options);
  gtk_label_set_label (GTK_LABEL (self->shown), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, shown, -1);
  gtk_widget_set_visible (self->next, more);
  gtk_widget_set_visible (self->shown, more);
  gtk_widget_set_visible (self->order, !more && n_options > 1);
  gtk_widget_set_visible (self->corner, with_corner);
}

/**
 * sdm_grid_head_set_reserve:
 * @reserve: px kept free at the end, where the rows have their scroll bar
 */
void
sdm_grid_head_set_reserve (SdmGridHead *self,
                           int          reserve)
{
  g_return_if_fail (SDM_IS_GRID_HEAD (self));

  sdm_grid_layout_set_reserve (SDM_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), reserve);
}

/**
 * sdm_grid_head_get_next:
 *
 * Returns: (transfer none): the button that shows an option out of sight,
 *   itself in sight while there is one
 */
GtkWidget *
sdm_grid_head_get_next (SdmGridHead *self)
{
  g_return_val_if_fail (SDM_IS_GRID_HEAD (self), NULL);

  return self->next;
}

/**
 * sdm_grid_next_button_new:
 *
 * Returns: (transfer floating): a button "Next option", not in sight yet
 */
GtkWidget *
sdm_grid_next_button_new (void)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new ();
  /* Translators: a button; shows an option that is out of sight */
  const char *next = _("Next option");

  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_LABEL, "label", next, "wrap", TRUE, NULL));
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE,
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                   "icon-name", "ev-right-symbolic",
                                                   NULL));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_visible (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, next, -1);

  return button;
}
