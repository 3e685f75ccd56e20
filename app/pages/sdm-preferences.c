/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-preferences.h"

#include "sdm-letterhead.h"
#include "sdm-logo.h"

/* What a practice sets once: its letterhead, who sits here, how the window looks, and where its own
 * decision aids lie. sdm-preferences-window.c shows it. */

/* Following the settings */

static void
colour_scheme_changed_cb (GSettings *settings)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[g_settings_get_enum (settings, "colour-scheme")]);
}

/* Sizes in the style sheet are in points, so the resolution of the text scales all of them. */
static void
text_size_changed_cb (GSettings *settings)
{
  static const double factors[] = { 1.0, 1.25, 1.6 };
  static int          desktop_dpi;
  GtkSettings        *gtk_settings = gtk_settings_get_default ();
  double              factor = factors[g_settings_get_enum (settings, "text-size")];

  if (desktop_dpi == 0)
    g_object_get (gtk_settings, "gtk-xft-dpi", &desktop_dpi, NULL);
  if (desktop_dpi <= 0)
    desktop_dpi = 96 * PANGO_SCALE;
  if (factor > 1.0)
    g_object_set (gtk_settings, "gtk-xft-dpi", (int) (desktop_dpi * factor), NULL);
  else
    gtk_settings_reset_property (gtk_settings, "gtk-xft-dpi");
}

static void
animations_changed_cb (GSettings *settings)
{
  if (g_settings_get_boolean (settings, "animations"))
    gtk_settings_reset_property (gtk_settings_get_default (), "gtk-enable-animations");
  else
    g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

/* The logo is read and made small on another thread, once for all letters. */

#define LOGO    "practice-logo-for-letters"
#define READING "practice-logo-reading"

static void
end_reading (gpointer data)
{
  g_cancellable_cancel (data);
  g_object_unref (data);
}

static void
logo_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char          *logo = sdm_logo_encode_finish (result, &error);
  const gboolean is_another = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (logo == NULL && !is_another)
    g_debug ("logo: %s", error->message);
  if (!is_another)
    g_object_set_data_full (g_task_get_source_object (task), LOGO, logo, g_free);
  g_task_return_boolean (task, TRUE);
}

/**
 * sdm_preferences_read_logo_async:
 * @callback: (nullable): called when it has been read, or cannot be
 *
 * Reads the logo that the settings name, for the letters of consultations that
 * begin from then on. What is being read for a former one counts no more.
 */
void
sdm_preferences_read_logo_async (GSettings          *settings,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  GTask           *task = g_task_new (settings, NULL, callback, user_data);
  g_autofree char *name = g_settings_get_string (settings, "practice-logo");
  g_autofree char *folder = sdm_logo_dup_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GCancellable *cancellable = g_cancellable_new ();

  g_task_set_source_tag (task, sdm_preferences_read_logo_async);
  g_object_set_data_full (G_OBJECT (settings), READING, cancellable, end_reading);
  g_object_set_data (G_OBJECT (settings), LOGO, NULL);
  if (*name != '\0')
    {
      sdm_logo_encode_async (file, cancellable, logo_read_cb, task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * sdm_preferences_read_logo_finish:
 *
 * A letter does without a logo that cannot be read; the preferences tell of it.
 */
void
sdm_preferences_read_logo_finish (GAsyncResult *result)
{
  g_return_if_fail (g_async_result_is_tagged (result, sdm_preferences_read_logo_async));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
logo_changed_cb (GSettings *settings)
{
  sdm_preferences_read_logo_async (settings, NULL, NULL);
}

/**
 * sdm_preferences_follow:
 *
 * Makes the whole program look as the settings say, now and whenever they change. The
 * logo is read when it changes; for the one that is there, see
 * sdm_preferences_read_logo_async().
 */
void
sdm_preferences_follow (GSettings *settings)
{
  static const struct
  {
    const char *key;
    void (*follow) (GSettings *settings);
  } followers[] = {
    { "colour-scheme", colour_scheme_changed_cb },
    { "text-size", text_size_changed_cb },
    { "animations", animations_changed_cb },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (followers); i++)
    {
      g_autofree char *changed = g_strconcat ("changed::", followers[i].key, NULL);
      g_autoptr (GVariant) value = g_settings_get_user_value (settings, followers[i].key);

      g_signal_connect (settings, changed, G_CALLBACK (followers[i].follow), NULL);
      if (value != NULL)
        followers[i].follow (settings);
    }
  g_signal_connect (settings, "changed::practice-logo", G_CALLBACK (logo_changed_cb), NULL);
}

/* Filling in */

static void
fill_in_text (SdmConsultation  *consultation,
              GSettings        *settings,
              const char       *key,
              SdmLetterheadPart part)
{
  const char      *path = sdm_letterhead_get_path (part);
  g_autofree char *text = g_settings_get_string (settings, key);
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && sdm_consultation_get_text (consultation, path) == NULL && !sdm_consultation_set_text (consultation, path, text, &error))
    g_debug ("%s: %s", path, error->message);
}

static void
fill_in_logo (SdmConsultation *consultation,
              GSettings       *settings)
{
  const char *logo = g_object_get_data (G_OBJECT (settings), LOGO);
  g_autoptr (GError) error = NULL;

  if (logo != NULL && sdm_consultation_get_text (consultation, "start/practice/logo") == NULL &&
      !sdm_consultation_set_text (consultation, "start/practice/logo", logo, &error))
    g_debug ("logo: %s", error->message);
}

/**
 * sdm_preferences_fill_in:
 *
 * Copies letterhead and clinician into a consultation that has none, so that
 * its letter needs nothing else. The logo is the one that was read last.
 */
void
sdm_preferences_fill_in (GSettings       *settings,
                         SdmConsultation *consultation)
{
  g_auto (GStrv) address = g_settings_get_strv (settings, "practice-address");

  fill_in_text (consultation, settings, "practice-name", SDM_LETTERHEAD_NAME);
  fill_in_text (consultation, settings, "practice-postcode", SDM_LETTERHEAD_POSTCODE);
  fill_in_text (consultation, settings, "practice-phone", SDM_LETTERHEAD_PHONE);
  fill_in_text (consultation, settings, "practice-ods", SDM_LETTERHEAD_CODE);
  fill_in_text (consultation, settings, "clinician-name", SDM_LETTERHEAD_CLINICIAN_NAME);
  fill_in_text (consultation, settings, "clinician-role", SDM_LETTERHEAD_CLINICIAN_ROLE);
  fill_in_logo (consultation, settings);
  if (*address != NULL && sdm_consultation_peek (consultation, "start/practice/address") == NULL)
    {
      json_t *lines = json_array ();

      for (guint i = 0; address[i] != NULL; i++)
        json_array_append_new (lines, json_string (address[i]));
      sdm_consultation_take_value (consultation, "start/practice/address", lines, NULL);
    }
}
