/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-choice-bar.h"

#include "sdm-steady.h"
#include "sdm-text-layout.h"
#include "sdm-wrap-layout.h"

/**
 * SdmChoiceBar:
 *
 * Two to five equal buttons of which one may be chosen, on more lines than one
 * where there is little room. None is chosen at
 * first, so that nothing looks like a default. Choosing the chosen one again
 * takes the choice back.
 *
 * ## Accessibility
 *
 * A group of toggle buttons; the one that is chosen is pressed. Give the bar a
 * label with sdm_ui_field().
 */
struct _SdmChoiceBar
{
  GtkBox parent_instance;

  char    *value; /* owned, nullable */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SdmChoiceBar, sdm_choice_bar, GTK_TYPE_BOX)

#define SPACING 6

typedef enum
{
  PROP_VALUE = 1,
} SdmChoiceBarProp;

static GParamSpec *props[PROP_VALUE + 1];

static const char *
get_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "id");
}

static void
show_value (SdmChoiceBar *self)
{
  self->updating = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), g_strcmp0 (get_id (child), self->value) == 0);
  self->updating = FALSE;
}

/* Callbacks */

static void
toggled_cb (GtkToggleButton *button,
            SdmChoiceBar    *self)
{
  if (self->updating)
    return;

  sdm_choice_bar_set_value (self, gtk_toggle_button_get_active (button) ? get_id (GTK_WIDGET (button)) : NULL);
}

/* GObject */

static void
sdm_choice_bar_finalize (GObject *object)
{
  SdmChoiceBar *self = SDM_CHOICE_BAR (object);

  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (sdm_choice_bar_parent_class)->finalize (object);
}

static void
sdm_choice_bar_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SdmChoiceBar *self = SDM_CHOICE_BAR (object);

  switch ((SdmChoiceBarProp) prop_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_choice_bar_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SdmChoiceBar *self = SDM_CHOICE_BAR (object);

  switch ((SdmChoiceBarProp) prop_id)
    {
    case PROP_VALUE:
      sdm_choice_bar_set_value (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_choice_bar_class_init (SdmChoiceBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sdm_choice_bar_finalize;
  object_class->get_property = sdm_choice_bar_get_property;
  object_class->set_property = sdm_choice_bar_set_property;

  props[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_choice_bar_init (SdmChoiceBar *self)
{
  GtkLayoutManager *layout = sdm_wrap_layout_new (SPACING, SPACING);

  sdm_wrap_layout_set_homogeneous (SDM_WRAP_LAYOUT (layout), TRUE);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), layout);
}

/* Public API */

GtkWidget *
sdm_choice_bar_new (void)
{
  return g_object_new (SDM_TYPE_CHOICE_BAR, NULL);
}

/**
 * sdm_choice_bar_add:
 * @id: the value that stands for the choice
 * @label: what the button says
 */
void
sdm_choice_bar_add (SdmChoiceBar *self,
                    const char   *id,
                    const char   *label)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *button = gtk_toggle_button_new ();

  g_return_if_fail (SDM_IS_CHOICE_BAR (self));

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  sdm_text_layout_use (text);
  gtk_button_set_child (GTK_BUTTON (button), sdm_steady_new (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self), button);
  if (g_strcmp0 (self->value, id) == 0)
    show_value (self);
}

/**
 * sdm_choice_bar_get_value:
 *
 * Returns: (transfer none) (nullable): the id of the choice, or %NULL for none yet
 */
const char *
sdm_choice_bar_get_value (SdmChoiceBar *self)
{
  g_return_val_if_fail (SDM_IS_CHOICE_BAR (self), NULL);

  return self->value;
}

/**
 * sdm_choice_bar_set_value:
 * @id: (nullable): the choice, or %NULL for none
 */
void
sdm_choice_bar_set_value (SdmChoiceBar *self,
                          const char   *id)
{
  gboolean same;

  g_return_if_fail (SDM_IS_CHOICE_BAR (self));

  same = g_strcmp0 (self->value, id) == 0;
  if (!same)
    {
      g_free (self->value);
      self->value = g_strdup (id);
    }
  show_value (self);
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}
