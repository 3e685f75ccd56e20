/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-preferences.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a practice sets once: its letterhead, who sits here, and how the window looks. */

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

/**
 * sdm_preferences_follow:
 *
 * Makes the whole program look as the settings say, now and whenever they change.
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
}

/* Filling in */

static void
fill_in_text (SdmConsultation *consultation,
              const char      *path,
              GSettings       *settings,
              const char      *key)
{
  g_autofree char *text = g_settings_get_string (settings, key);
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && sdm_consultation_get_text (consultation, path) == NULL && !sdm_consultation_set_text (consultation, path, text, &error))
    g_debug ("%s: %s", path, error->message);
}

/**
 * sdm_preferences_fill_in:
 *
 * Copies letterhead and clinician into a consultation that has none, so that
 * its letter needs nothing else.
 */
void
sdm_preferences_fill_in (GSettings       *settings,
                         SdmConsultation *consultation)
{
  g_auto (GStrv) address = g_settings_get_strv (settings, "practice-address");

  fill_in_text (consultation, "start/practice/name", settings, "practice-name");
  fill_in_text (consultation, "start/practice/postcode", settings, "practice-postcode");
  fill_in_text (consultation, "start/practice/phone", settings, "practice-phone");
  fill_in_text (consultation, "start/practice/ods", settings, "practice-ods");
  fill_in_text (consultation, "start/seen_by/name", settings, "clinician-name");
  fill_in_text (consultation, "start/seen_by/role", settings, "clinician-role");
  if (*address != NULL && sdm_consultation_peek (consultation, "start/practice/address") == NULL)
    {
      json_t *lines = json_array ();

      for (guint i = 0; address[i] != NULL; i++)
        json_array_append_new (lines, json_string (address[i]));
      sdm_consultation_take_value (consultation, "start/practice/address", lines, NULL);
    }
}

/* The window */

/* One line of the address in each part between commas. */
static gboolean
join_address (GValue   *value,
              GVariant *variant,
              gpointer  user_data)
{
  g_autofree const char **lines = g_variant_get_strv (variant, NULL);

  g_value_take_string (value, g_strjoinv (", ", (char **) lines));

  return TRUE;
}

static GVariant *
split_address (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  g_auto (GStrv) parts = g_strsplit (g_value_get_string (value), ",", -1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (lines, parts[i]);
  kept = g_strv_builder_end (lines);

  return g_variant_new_strv ((const char *const *) kept, -1);
}

static GtkWidget *
make_entry_row (GSettings  *settings,
                const char *key,
                const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (strcmp (key, "practice-address") == 0)
    g_settings_bind_with_mapping (settings, key, row, "text", G_SETTINGS_BIND_DEFAULT, join_address, split_address, NULL, NULL);
  else
    g_settings_bind (settings, key, row, "text", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static void
selected_cb (AdwComboRow *row,
             GParamSpec  *pspec,
             GSettings   *settings)
{
  g_settings_set_enum (settings, g_object_get_data (G_OBJECT (row), "key"), (int) adw_combo_row_get_selected (row));
}

static GtkWidget *
make_choice_row (GSettings         *settings,
                 const char        *key,
                 const char        *title,
                 const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    gtk_string_list_append (list, _ (choices[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), (guint) g_settings_get_enum (settings, key));
  g_object_set_data (G_OBJECT (row), "key", (gpointer) key);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), settings, 0);

  return row;
}

static GtkWidget *
make_switch_row (GSettings  *settings,
                 const char *key,
                 const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  g_settings_bind (settings, key, control, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static AdwPreferencesGroup *
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  adw_preferences_page_add (page, group);

  return group;
}

/**
 * sdm_preferences_show:
 * @parent: the window that asks
 *
 * Shows the preferences. Each change counts at once.
 */
void
sdm_preferences_show (GtkWindow *parent,
                      GSettings *settings)
{
  static const char *const sizes[] = { N_ ("Standard"), N_ ("Large"), N_ ("Largest"), NULL };
  static const char *const schemes[] = { N_ ("As the desktop"), N_ ("Light"), N_ ("Dark"), NULL };
  GtkWidget               *window = adw_preferences_window_new ();
  AdwPreferencesPage      *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup     *group;

  group = add_group (page, _ ("Practice"), _ ("Stands at the head of each letter from now on."));
  adw_preferences_group_add (group, make_entry_row (settings, "practice-name", _ ("Name of the practice")));
  adw_preferences_group_add (group, make_entry_row (settings, "practice-address", _ ("Address, with commas between the lines")));
  adw_preferences_group_add (group, make_entry_row (settings, "practice-postcode", _ ("Postcode")));
  adw_preferences_group_add (group, make_entry_row (settings, "practice-phone", _ ("Phone")));
  adw_preferences_group_add (group, make_entry_row (settings, "practice-ods", _ ("Practice code")));
  group = add_group (page, _ ("You"), NULL);
  adw_preferences_group_add (group, make_entry_row (settings, "clinician-name", _ ("Your name")));
  adw_preferences_group_add (group, make_entry_row (settings, "clinician-role", _ ("Your role, such as GP")));
  group = add_group (page, _ ("Window"), NULL);
  adw_preferences_group_add (group, make_choice_row (settings, "text-size", _ ("Size of the words"), sizes));
  adw_preferences_group_add (group, make_choice_row (settings, "colour-scheme", _ ("Colours"), schemes));
  adw_preferences_group_add (group, make_switch_row (settings, "animations", _ ("Let pictures move when a number changes")));
  adw_preferences_group_add (group, make_switch_row (settings, "show-minutes", _ ("Show how many minutes it has taken")));

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
