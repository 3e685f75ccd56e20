/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-home-filter.h"

#include <glib/gi18n.h>

#include "sdm-case-skills.h"
#include "sdm-trainees.h"
#include "sdm-ui.h"

/**
 * SdmHomeFilter:
 *
 * Whom the example cases on the first page are for, and what they train. What was chosen is kept in the settings.
 *
 * ## Signals
 *
 * `changed` when something else was chosen.
 */
struct _SdmHomeFilter
{
  GtkBox parent_instance;

  GSettings *settings;
  GtkWidget *role;
  GtkWidget *skill;
};

G_DEFINE_FINAL_TYPE (SdmHomeFilter, sdm_home_filter, GTK_TYPE_BOX)

static guint changed_signal;

/* What is chosen; the first line of each list is everything. */
static const char *
get_chosen (GtkWidget         *drop_down,
            const char *const *ids)
{
  const guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  return place == 0 || place == GTK_INVALID_LIST_POSITION ? NULL : ids[place - 1];
}

static void
choose (GtkWidget         *drop_down,
        const char *const *ids,
        const char        *id)
{
  guint place = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    if (g_str_equal (ids[i], id))
      place = i + 1;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), place);
}

/* The button inside has no name of its own: it says what is chosen, and of what. */
static void
name_choice (GtkWidget  *drop_down,
             const char *label)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));
  g_autofree char *name = NULL;

  /* Translators: a choice and what is chosen: "Cases for: Nurse" */
  name = g_strdup_printf (_ ("%s: %s"), label, chosen != NULL ? gtk_string_object_get_string (chosen) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop_down)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_choices (SdmHomeFilter *self)
{
  name_choice (self->role, _ ("Cases for"));
  name_choice (self->skill, _ ("To practise"));
}

/* Callbacks */

static void
chosen_cb (SdmHomeFilter *self)
{
  const char *role = get_chosen (self->role, sdm_trainees_get_roles ());
  const char *skill = get_chosen (self->skill, sdm_case_get_skills ());

  name_choices (self);
  g_settings_set_string (self->settings, "practice-role", role != NULL ? role : "");
  g_settings_set_string (self->settings, "practice-skill", skill != NULL ? skill : "");
  g_signal_emit (self, changed_signal, 0);
}

/* Parts */

static GtkWidget *
add_choice (GtkWidget         *row,
            const char        *label,
            const char        *everything,
            const char *const *ids,
            const char *(*get_label) (const char *id))
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  gtk_string_list_append (names, everything);
  for (guint i = 0; ids[i] != NULL; i++)
    gtk_string_list_append (names, get_label (ids[i]));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_box_append (GTK_BOX (row), sdm_ui_field (label, drop_down));

  return drop_down;
}

/* GObject */

static void
sdm_home_filter_dispose (GObject *object)
{
  SdmHomeFilter *self = SDM_HOME_FILTER (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sdm_home_filter_parent_class)->dispose (object);
}

static void
sdm_home_filter_class_init (SdmHomeFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_home_filter_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_home_filter_init (SdmHomeFilter *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Which cases are shown"), -1);
}

/* Public API */

GtkWidget *
sdm_home_filter_new (GSettings *settings)
{
  SdmHomeFilter   *self = g_object_new (SDM_TYPE_HOME_FILTER, NULL);
  GtkWidget       *row = sdm_ui_wrap (12);
  g_autofree char *role = g_settings_get_string (settings, "practice-role");
  g_autofree char *skill = g_settings_get_string (settings, "practice-skill");

  self->settings = g_object_ref (settings);
  gtk_box_append (GTK_BOX (self), row);
  self->role = add_choice (row, _ ("Cases for"), _ ("Everybody"), sdm_trainees_get_roles (), sdm_trainees_get_role_label);
  /* Translators: before what a case trains, such as "Talking about risk" */
  self->skill = add_choice (row, _ ("To practise"), _ ("Anything"), sdm_case_get_skills (), sdm_case_get_skill_label);
  choose (self->role, sdm_trainees_get_roles (), role);
  choose (self->skill, sdm_case_get_skills (), skill);
  name_choices (self);
  g_signal_connect_swapped (self->role, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->skill, "notify::selected", G_CALLBACK (chosen_cb), self);

  return GTK_WIDGET (self);
}

/**
 * sdm_home_filter_is_on:
 *
 * Returns: whether a role or a skill is chosen
 */
gboolean
sdm_home_filter_is_on (SdmHomeFilter *self)
{
  return get_chosen (self->role, sdm_trainees_get_roles ()) != NULL || get_chosen (self->skill, sdm_case_get_skills ()) != NULL;
}

/**
 * sdm_home_filter_fits:
 *
 * Returns: whether a case is for the role and trains the skill that are chosen
 */
gboolean
sdm_home_filter_fits (SdmHomeFilter     *self,
                      const SdmCaseHead *head)
{
  return sdm_case_head_fits (head, get_chosen (self->role, sdm_trainees_get_roles ()), get_chosen (self->skill, sdm_case_get_skills ()));
}

/**
 * sdm_home_filter_clear:
 *
 * Chooses everything again.
 */
void
sdm_home_filter_clear (SdmHomeFilter *self)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->role), 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->skill), 0);
}
