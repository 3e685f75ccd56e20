/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-preferences-private.h"

#include <glib/gi18n.h>

/**
 * sdm_lock_group_new:
 *
 * Returns: (transfer floating): the group that says when the records of patients are locked
 */
GtkWidget *
sdm_lock_group_new (GSettings *settings)
{
  const char *title = _ ("Minutes without a key or a movement");
  GtkWidget  *group = adw_preferences_group_new ();
  GtkWidget  *row = adw_action_row_new ();
  GtkWidget  *minutes = gtk_spin_button_new_with_range (1, 15, 1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Lock"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("After so long the records of patients are locked. Practice stays open while nobody is signed in."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (minutes, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (minutes), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), minutes);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), minutes);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_settings_bind (settings, "auto-lock-minutes", minutes, "value", G_SETTINGS_BIND_DEFAULT);

  return group;
}
