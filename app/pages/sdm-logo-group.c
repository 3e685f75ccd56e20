/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-preferences-private.h"

#include <glib/gi18n.h>

#include "sdm-file-choice.h"
#include "sdm-logo.h"
#include "sdm-ui.h"

/**
 * SdmLogoGroup:
 *
 * The practice's logo: shown small, chosen from a file, taken out again. What
 * is shown is the copy that is kept.
 */
struct _SdmLogoGroup
{
  AdwPreferencesGroup parent_instance;

  GSettings    *settings;
  char         *folder;
  GCancellable *cancellable;

  GtkWidget *row;
  GtkWidget *picture;
  GtkWidget *choose;
  GtkWidget *take_out;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (SdmLogoGroup, sdm_logo_group, ADW_TYPE_PREFERENCES_GROUP)

#define KEY "practice-logo"

static GFile *
get_file (SdmLogoGroup *self,
          const char   *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *path = g_build_filename (self->folder, base, NULL);

  return g_file_new_for_path (path);
}

/* Showing */

static void
show_texture (SdmLogoGroup *self,
              GdkTexture   *texture)
{
  g_autofree char *size = NULL;

  if (texture != NULL)
    /* Translators: width and height of a picture */
    size = g_strdup_printf (_ ("%d by %d pixels"), gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  /* The row keeps a place free for it otherwise. */
  gtk_widget_set_visible (gtk_widget_get_parent (self->picture), texture != NULL);
  gtk_widget_set_visible (self->take_out, texture != NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), size != NULL ? size : _ ("None chosen"));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmLogoGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_texture (self, texture);
  if (error != NULL)
    sdm_message_row_say (self->message, _ ("The copy of the logo cannot be read any more. Choose the picture again."));
}

static void
refresh (SdmLogoGroup *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, KEY);

  if (*name == '\0')
    show_texture (self, NULL);
  else
    {
      g_autoptr (GFile) file = get_file (self, name);

      g_file_load_bytes_async (file, self->cancellable, loaded_cb, g_object_ref (self));
    }
}

/* Choosing */

static void
delete_copy (SdmLogoGroup *self,
             const char   *name)
{
  g_autoptr (GFile) file = get_file (self, name);

  g_file_delete_async (file, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SdmLogoGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = sdm_logo_keep_finish (result, &error);
  g_autofree char *former = g_settings_get_string (self->settings, KEY);

  gtk_widget_set_sensitive (self->choose, TRUE);
  if (name == NULL)
    {
      sdm_message_row_say (self->message, error->message);
      return;
    }
  sdm_message_row_say (self->message, NULL);
  g_settings_set_string (self->settings, KEY, name);
  if (*former != '\0' && !g_str_equal (former, name))
    delete_copy (self, former);
}

/**
 * sdm_logo_group_choose:
 * @file: a picture
 *
 * Keeps a copy of the picture, or says why not.
 */
void
sdm_logo_group_choose (SdmLogoGroup *self,
                       GFile        *file)
{
  gtk_widget_set_sensitive (self->choose, FALSE);
  sdm_logo_keep_async (file, self->folder, NULL, kept_cb, g_object_ref (self));
}

static void
chosen_cb (GtkWidget *group,
           GFile     *file)
{
  sdm_logo_group_choose (SDM_LOGO_GROUP (group), file);
}

static void
choose_cb (SdmLogoGroup *self)
{
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _ ("PNG and JPEG pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/png");
  gtk_file_filter_add_mime_type (pictures, "image/jpeg");
  sdm_file_choice_open (GTK_WIDGET (self), _ ("Choose a logo"), g_get_user_special_dir (G_USER_DIRECTORY_PICTURES), pictures, chosen_cb);
}

/* Taking out */

typedef struct
{
  SdmLogoGroup *group;
  char         *name;
} TakenOut;

static void
free_taken_out (gpointer  data,
                GClosure *closure)
{
  TakenOut *taken = data;

  g_object_unref (taken->group);
  g_free (taken->name);
  g_free (taken);
}

static void
put_back_cb (AdwToast *toast,
             TakenOut *taken)
{
  g_settings_set_string (taken->group->settings, KEY, taken->name);
}

/* Nobody wanted it back. */
static void
dismissed_cb (AdwToast *toast,
              TakenOut *taken)
{
  g_autofree char *now = g_settings_get_string (taken->group->settings, KEY);

  if (!g_str_equal (now, taken->name))
    delete_copy (taken->group, taken->name);
}

static void
take_out_cb (SdmLogoGroup *self)
{
  TakenOut *taken = g_new0 (TakenOut, 1);
  AdwToast *toast = adw_toast_new (_ ("Logo taken out"));

  taken->group = g_object_ref (self);
  taken->name = g_settings_get_string (self->settings, KEY);
  gtk_widget_grab_focus (self->choose);
  sdm_message_row_say (self->message, NULL);
  g_settings_set_string (self->settings, KEY, "");
  adw_toast_set_timeout (toast, 6);
  adw_toast_set_button_label (toast, _ ("Undo"));
  g_signal_connect (toast, "button-clicked", G_CALLBACK (put_back_cb), taken);
  g_signal_connect_data (toast, "dismissed", G_CALLBACK (dismissed_cb), taken, free_taken_out, 0);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), toast);
}

/* GObject */

static void
sdm_logo_group_dispose (GObject *object)
{
  SdmLogoGroup *self = SDM_LOGO_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (sdm_logo_group_parent_class)->dispose (object);
}

static void
sdm_logo_group_finalize (GObject *object)
{
  g_free (SDM_LOGO_GROUP (object)->folder);

  G_OBJECT_CLASS (sdm_logo_group_parent_class)->finalize (object);
}

static void
sdm_logo_group_class_init (SdmLogoGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sdm_logo_group_dispose;
  object_class->finalize = sdm_logo_group_finalize;
}

static void
sdm_logo_group_init (SdmLogoGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->folder = sdm_logo_dup_folder ();
  self->row = adw_action_row_new ();
  self->picture = gtk_picture_new ();
  self->choose = sdm_ui_button (_ ("Choose a logo"), NULL);
  self->take_out = sdm_ui_icon_button ("ev-bin-symbolic", _ ("Take out the logo"));
  self->message = sdm_message_row_new (self->choose);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Logo"));
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), _ ("The logo of the practice"));
  gtk_widget_set_size_request (self->picture, 120, 44);
  gtk_widget_set_valign (self->choose, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->row), self->picture);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->choose);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), self->take_out);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->message);
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  g_signal_connect_swapped (self->take_out, "clicked", G_CALLBACK (take_out_cb), self);
}

/**
 * sdm_logo_group_new:
 *
 * Returns: (transfer floating): the logo that the settings name
 */
GtkWidget *
sdm_logo_group_new (GSettings *settings)
{
  SdmLogoGroup *self = g_object_new (SDM_TYPE_LOGO_GROUP, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
