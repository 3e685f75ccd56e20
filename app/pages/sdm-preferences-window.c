/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-preferences.h"

#include <glib/gi18n.h>

#include "sdm-letterhead.h"
#include "sdm-preferences-private.h"
#include "sdm-ui.h"

/* The window of the preferences. What can be kept is kept with each key; what cannot stays in its
 * row, with the reason under it, and the settings stay as they were. */

/* What is wrong, under a row */

/**
 * sdm_message_row_new:
 * @about: what it tells about, to those who do not see it
 *
 * Returns: (transfer floating): a row that is there while something is wrong
 */
GtkWidget *
sdm_message_row_new (GtkWidget *about)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = sdm_ui_label (NULL, "problem");

  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_visible (row, FALSE);
  g_object_set_data (G_OBJECT (row), "label", label);
  g_object_set_data (G_OBJECT (row), "about", about);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (about), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);

  return row;
}

/**
 * sdm_message_row_say:
 * @text: (nullable): what is wrong and what to do; %NULL when all is well
 */
void
sdm_message_row_say (GtkWidget  *row,
                     const char *text)
{
  GtkAccessible *about = g_object_get_data (G_OBJECT (row), "about");

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "label"), text != NULL ? text : "");
  gtk_widget_set_visible (row, text != NULL);
  gtk_accessible_update_state (about, GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* The letterhead */

/* The texts of one line in order, and the address among them. */
static const struct
{
  const char       *key;
  const char       *title;
  SdmLetterheadPart part;
} practice_rows[] = {
  { "practice-name", N_ ("Name of the practice"), SDM_LETTERHEAD_NAME },
    { "practice-address", N_ ("Address"), 0 },
      { "practice-postcode", N_ ("Postcode"), SDM_LETTERHEAD_POSTCODE },
        { "practice-phone", N_ ("Phone"), SDM_LETTERHEAD_PHONE },
          { "practice-ods", N_ ("Practice code"), SDM_LETTERHEAD_CODE },
            { "clinician-name", N_ ("Your name"), SDM_LETTERHEAD_CLINICIAN_NAME },
              { "clinician-role", N_ ("Your role, such as GP"), SDM_LETTERHEAD_CLINICIAN_ROLE },
            };

#define N_OF_PRACTICE 5
#define ADDRESS       1

typedef struct
{
  GSettings *settings; /* owned */
  gsize      index;    /* in practice_rows */
  GtkWidget *row;
  GtkWidget *message;
} Entry;

static void
free_entry (gpointer  data,
            GClosure *closure)
{
  Entry *entry = data;

  g_object_unref (entry->settings);
  g_free (entry);
}

static gboolean
keep_address (Entry      *entry,
              const char *typed,
              GError    **error)
{
  g_auto (GStrv) lines = sdm_letterhead_read_address (typed, error);

  if (lines == NULL)
    return FALSE;
  g_settings_set_strv (entry->settings, practice_rows[entry->index].key, (const char *const *) lines);

  return TRUE;
}

static gboolean
keep_line (Entry      *entry,
           const char *typed,
           GError    **error)
{
  g_autofree char *text = sdm_letterhead_read (practice_rows[entry->index].part, typed, error);

  if (text == NULL)
    return FALSE;
  g_settings_set_string (entry->settings, practice_rows[entry->index].key, text);

  return TRUE;
}

static void
entry_changed_cb (GtkEditable *row,
                  Entry       *entry)
{
  const char *typed = gtk_editable_get_text (row);
  g_autoptr (GError) error = NULL;
  const gboolean kept = entry->index == ADDRESS ? keep_address (entry, typed, &error) : keep_line (entry, typed, &error);

  sdm_message_row_say (entry->message, kept ? NULL : error->message);
}

static char *
dup_kept (GSettings *settings,
          gsize      index)
{
  g_auto (GStrv) lines = NULL;

  if (index != ADDRESS)
    return g_settings_get_string (settings, practice_rows[index].key);
  lines = g_settings_get_strv (settings, practice_rows[index].key);

  return g_strjoinv (", ", lines);
}

static void
add_entry (AdwPreferencesGroup *group,
           GSettings           *settings,
           gsize                index)
{
  Entry           *entry = g_new0 (Entry, 1);
  g_autofree char *text = dup_kept (settings, index);

  entry->settings = g_object_ref (settings);
  entry->index = index;
  entry->row = adw_entry_row_new ();
  entry->message = sdm_message_row_new (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry->row))));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry->row), _ (practice_rows[index].title));
  gtk_editable_set_text (GTK_EDITABLE (entry->row), text);
  g_signal_connect_data (entry->row, "changed", G_CALLBACK (entry_changed_cb), entry, free_entry, 0);
  adw_preferences_group_add (group, entry->row);
  adw_preferences_group_add (group, entry->message);
}

/* How the window looks */

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

/* The window */

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

static void
add_look (AdwPreferencesPage *page,
          GSettings          *settings)
{
  static const char *const sizes[] = { N_ ("Standard"), N_ ("Large"), N_ ("Largest"), NULL };
  static const char *const schemes[] = { N_ ("As the desktop"), N_ ("Light"), N_ ("Dark"), NULL };
  AdwPreferencesGroup     *group = add_group (page, _ ("Window"), NULL);

  adw_preferences_group_add (group, make_choice_row (settings, "text-size", _ ("Size of the words"), sizes));
  adw_preferences_group_add (group, make_choice_row (settings, "colour-scheme", _ ("Colours"), schemes));
  adw_preferences_group_add (group, make_switch_row (settings, "animations", _ ("Let pictures move when a number changes")));
  adw_preferences_group_add (group, make_switch_row (settings, "show-minutes", _ ("Show how many minutes it has taken")));
}

/**
 * sdm_preferences_window_new:
 *
 * Returns: (transfer none): the window of the preferences, not shown yet. Each change counts at once.
 */
GtkWindow *
sdm_preferences_window_new (SdmContext *context)
{
  GSettings           *settings = sdm_context_get_settings (context);
  GtkWidget           *window = adw_preferences_window_new ();
  AdwPreferencesPage  *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  AdwPreferencesGroup *group = add_group (page, _ ("Practice"), _ ("Stands at the head of each letter from now on. Put commas between the lines of the address."));

  for (gsize i = 0; i < G_N_ELEMENTS (practice_rows); i++)
    {
      if (i == N_OF_PRACTICE)
        {
          adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (sdm_logo_group_new (settings)));
          group = add_group (page, _ ("You"), NULL);
        }
      add_entry (group, settings, i);
    }
  add_look (page, settings);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (sdm_lock_group_new (settings)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (sdm_aid_folders_group_new (settings, sdm_context_get_library (context))));

  adw_preferences_page_set_title (page, _ ("Preferences"));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));

  return GTK_WINDOW (window);
}

/**
 * sdm_preferences_show:
 * @parent: the window that asks
 *
 * Shows the preferences.
 */
void
sdm_preferences_show (GtkWindow  *parent,
                      SdmContext *context)
{
  GtkWindow *window = sdm_preferences_window_new (context);

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, TRUE);
  gtk_window_present (window);
}
