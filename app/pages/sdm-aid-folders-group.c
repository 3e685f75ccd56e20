/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-preferences-private.h"

#include <glib/gi18n.h>

#include "sdm-file-choice.h"
#include "sdm-ui.h"

/**
 * SdmAidFoldersGroup:
 *
 * The folders in which a practice keeps decision aids of its own: a row each,
 * with how many were found there. One is added from a file dialog, and what is
 * taken out can be put back. The folders themselves are never touched.
 */
struct _SdmAidFoldersGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings     *settings;
  SdmAidLibrary *library;
  GPtrArray     *rows; /* of GtkWidget, not owned */
  GtkWidget     *add;
  GtkWidget     *message;
};

G_DEFINE_FINAL_TYPE (SdmAidFoldersGroup, sdm_aid_folders_group, ADW_TYPE_PREFERENCES_GROUP)

#define KEY "aid-folders"

/* Rows */

static char *
describe (SdmAidFoldersGroup *self,
          const char         *path)
{
  const int        n_aids = sdm_aid_library_count_in (self->library, path);
  g_autofree char *found = NULL;

  if (n_aids < 0)
    return g_strdup (path);
  found = n_aids > 0 ? g_strdup_printf (ngettext ("%d decision aid", "%d decision aids", (gulong) n_aids), n_aids)
                     : g_strdup (_ ("No decision aid was found there."));

  return g_strdup_printf ("%s\n%s", path, found);
}

static void
take_out_cb (GtkWidget          *button,
             SdmAidFoldersGroup *self);

static GtkWidget *
make_row (SdmAidFoldersGroup *self,
          const char         *path)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = g_filename_display_basename (path);
  g_autofree char *subtitle = describe (self, path);
  g_autofree char *label = NULL;
  GtkWidget       *take_out;

  /* Translators: %s is the name of a folder; the folder itself stays where it is */
  label = g_strdup_printf (_ ("Take out the folder %s"), title);
  take_out = sdm_ui_icon_button ("ev-bin-symbolic", label);
  g_object_set_data_full (G_OBJECT (take_out), "path", g_strdup (path), g_free);
  g_signal_connect (take_out, "clicked", G_CALLBACK (take_out_cb), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), take_out);

  return row;
}

static void
add_row (SdmAidFoldersGroup *self,
         GtkWidget          *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
make_empty_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("No folder of your own yet."));
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
refresh (SdmAidFoldersGroup *self)
{
  g_auto (GStrv) folders = g_settings_get_strv (self->settings, KEY);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; folders[i] != NULL; i++)
    add_row (self, make_row (self, folders[i]));
  if (self->rows->len == 0)
    add_row (self, make_empty_row ());
}

/* Adding */

/**
 * sdm_aid_folders_group_add:
 * @folder: a folder with a folder for each decision aid
 *
 * Looks there from now on, or says why not.
 */
void
sdm_aid_folders_group_add (SdmAidFoldersGroup *self,
                           GFile              *folder)
{
  g_auto (GStrv) folders = g_settings_get_strv (self->settings, KEY);
  g_autofree char *path = g_file_get_path (folder);
  g_autoptr (GStrvBuilder) longer = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    {
      sdm_message_row_say (self->message, _ ("This folder cannot be used: choose one on this computer whose name is plain text."));
      return;
    }
  if (g_strv_contains ((const char *const *) folders, path))
    {
      sdm_message_row_say (self->message, _ ("This folder stands in the list already."));
      return;
    }
  sdm_message_row_say (self->message, NULL);
  g_strv_builder_addv (longer, (const char **) folders);
  g_strv_builder_add (longer, path);
  all = g_strv_builder_end (longer);
  g_settings_set_strv (self->settings, KEY, (const char *const *) all);
}

static void
chosen_cb (GtkWidget *group,
           GFile     *folder)
{
  sdm_aid_folders_group_add (SDM_AID_FOLDERS_GROUP (group), folder);
}

static void
add_cb (SdmAidFoldersGroup *self)
{
  sdm_file_choice_folder (GTK_WIDGET (self), _ ("Choose a folder of decision aids"), NULL, chosen_cb);
}

/* Taking out */

static void
put_back_cb (AdwToast           *toast,
             SdmAidFoldersGroup *self)
{
  const char *const *before = g_object_get_data (G_OBJECT (toast), "before");

  g_settings_set_strv (self->settings, KEY, before);
}

static void
take_out_cb (GtkWidget          *button,
             SdmAidFoldersGroup *self)
{
  const char *path = g_object_get_data (G_OBJECT (button), "path");
  g_auto (GStrv) before = g_settings_get_strv (self->settings, KEY);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  AdwToast *toast = adw_toast_new (_ ("Folder taken out of the list"));

  for (guint i = 0; before[i] != NULL; i++)
    if (!g_str_equal (before[i], path))
      g_strv_builder_add (kept, before[i]);
  all = g_strv_builder_end (kept);
  gtk_widget_grab_focus (self->add);
  sdm_message_row_say (self->message, NULL);
  adw_toast_set_timeout (toast, 6);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_object_set_data_full (G_OBJECT (toast), "before", g_steal_pointer (&before), (GDestroyNotify) g_strfreev);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (put_back_cb), self, 0);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), toast);
  g_settings_set_strv (self->settings, KEY, (const char *const *) all);
}

/* GObject */

static void
sdm_aid_folders_group_dispose (GObject *object)
{
  SdmAidFoldersGroup *self = SDM_AID_FOLDERS_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sdm_aid_folders_group_parent_class)->dispose (object);
}

static void
sdm_aid_folders_group_class_init (SdmAidFoldersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_aid_folders_group_dispose;
}

static void
sdm_aid_folders_group_init (SdmAidFoldersGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new ();
  self->add = sdm_ui_button (_ ("Add a folder"), "ev-plus-symbolic");
  self->message = sdm_message_row_new (self->add);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  adw_preferences_group_set_title (group, _ ("Folders of decision aids"));
  adw_preferences_group_set_description (group, _ ("Aids of your own, beside those that come with Evenhand. Each lies in a folder of its own inside."));
  adw_preferences_group_set_header_suffix (group, self->add);
  adw_preferences_group_add (group, self->message);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
}

/**
 * sdm_aid_folders_group_new:
 * @library: tells what was found in each folder
 *
 * Returns: (transfer floating): the folders that the settings name
 */
GtkWidget *
sdm_aid_folders_group_new (GSettings     *settings,
                           SdmAidLibrary *library)
{
  SdmAidFoldersGroup *self = g_object_new (SDM_TYPE_AID_FOLDERS_GROUP, NULL);

  self->settings = g_object_ref (settings);
  self->library = g_object_ref (library);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
