/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-records-groups.h"

#include <glib/gi18n.h>

#include "sdm-file-choice.h"
#include "sdm-ui.h"
#include "sdm-work-bar.h"

#define KEY "backup-folder"

/* Backups: when there was one last, and one now, into a folder that somebody chose. */

typedef struct
{
  SdmContext *context; /* owned */
  SdmUpkeep  *upkeep;  /* owned */
  GtkWidget  *last;
  GtkWidget  *due;
  GtkWidget  *folder;
  GtkWidget  *buttons;
  GtkWidget  *choose;
  GtkWidget  *make;
  GtkWidget  *bar;
  GtkWidget  *answer;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_object_unref (group->context);
  g_object_unref (group->upkeep);
  g_free (group);
}

static Group *
get_group (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), "group");
}

static GSettings *
get_settings (Group *group)
{
  return sdm_context_get_settings (group->context);
}

/* What is shown */

static char *
describe_last (const SdmRecordUpkeep *last)
{
  g_autofree char *when = NULL;

  if (last == NULL)
    return g_strdup ("");
  if (last->backup == 0)
    return g_strdup (_ ("There is no backup yet."));

  when = sdm_upkeep_format_moment (last->backup);
  /* Translators: a day and a time, and a folder */
  return g_strdup_printf (_ ("Last backup: %s, in “%s”."), when, last->folder != NULL ? last->folder : "");
}

static const char *
describe_due (const SdmRecordUpkeep *last)
{
  if (last == NULL || last->backup == 0)
    return _ ("What was entered would be lost with this computer.");

  return _ ("That is more than a week ago. What was entered since would be lost with this computer.");
}

static void
refresh (GtkWidget *card)
{
  Group              *group = get_group (card);
  const SdmUpkeepWork work = sdm_upkeep_get_work (group->upkeep);
  gboolean            is_good;
  const char         *answer = sdm_upkeep_get_answer (group->upkeep, SDM_UPKEEP_BACKUP, &is_good);
  g_autofree char    *last = describe_last (sdm_upkeep_get_last (group->upkeep));
  g_autofree char    *folder = g_settings_get_string (get_settings (group), KEY);
  g_autofree char    *where = NULL;

  /* Translators: a folder */
  where = *folder != '\0' ? g_strdup_printf (_ ("Backups go to “%s”."), folder)
                          : g_strdup (_ ("No folder is chosen yet. One on another disk is best, such as a stick that is kept in the safe."));
  gtk_label_set_label (GTK_LABEL (group->last), last);
  gtk_label_set_label (GTK_LABEL (group->folder), where);
  gtk_label_set_label (GTK_LABEL (group->answer), answer != NULL ? answer : "");
  gtk_widget_set_visible (group->answer, answer != NULL);
  sdm_records_group_mark (group->answer, is_good);
  gtk_label_set_label (GTK_LABEL (group->due), describe_due (sdm_upkeep_get_last (group->upkeep)));
  gtk_widget_set_visible (group->due, sdm_upkeep_is_backup_due (group->upkeep));
  gtk_widget_set_visible (group->buttons, work != SDM_UPKEEP_BACKUP);
  gtk_widget_set_sensitive (group->make, work == SDM_UPKEEP_NOTHING);
  if (work == SDM_UPKEEP_BACKUP)
    sdm_work_bar_show (SDM_WORK_BAR (group->bar), sdm_upkeep_get_fraction (group->upkeep));
  else
    sdm_work_bar_hide (SDM_WORK_BAR (group->bar));
}

/* Choosing a folder */

static void
make_into (Group *group)
{
  g_autofree char *folder = g_settings_get_string (get_settings (group), KEY);

  sdm_upkeep_back_up (group->upkeep, folder);
}

static gboolean
keep_folder (Group *group,
             GFile *folder)
{
  g_autofree char *path = g_file_get_path (folder);

  if (path == NULL || !g_utf8_validate (path, -1, NULL))
    {
      gtk_label_set_label (GTK_LABEL (group->answer), _ ("This folder cannot be used: choose one on this computer whose name is plain text."));
      sdm_records_group_mark (group->answer, FALSE);
      gtk_widget_set_visible (group->answer, TRUE);
      return FALSE;
    }

  return g_settings_set_string (get_settings (group), KEY, path);
}

static void
chosen_cb (GtkWidget *card,
           GFile     *folder)
{
  keep_folder (get_group (card), folder);
}

static void
chosen_first_cb (GtkWidget *card,
                 GFile     *folder)
{
  if (keep_folder (get_group (card), folder))
    make_into (get_group (card));
}

static void
choose (GtkWidget        *card,
        SdmFileChosenFunc chosen)
{
  g_autofree char *folder = g_settings_get_string (get_settings (get_group (card)), KEY);

  sdm_file_choice_folder (card, _ ("Choose a folder for backups"), folder, chosen);
}

static void
choose_cb (GtkWidget *card)
{
  choose (card, chosen_cb);
}

static void
make_cb (GtkWidget *card)
{
  Group           *group = get_group (card);
  g_autofree char *folder = g_settings_get_string (get_settings (group), KEY);

  if (*folder == '\0')
    choose (card, chosen_first_cb);
  else
    make_into (group);
}

/* Parts */

static void
add_buttons (GtkWidget *card,
             GtkWidget *content)
{
  Group *group = get_group (card);

  group->buttons = sdm_ui_wrap (12);
  group->make = sdm_ui_button (_ ("Make a backup now"), NULL);
  group->choose = sdm_ui_button (_ ("Choose a folder"), NULL);
  gtk_widget_add_css_class (group->make, "suggested-action");
  g_signal_connect_swapped (group->make, "clicked", G_CALLBACK (make_cb), card);
  g_signal_connect_swapped (group->choose, "clicked", G_CALLBACK (choose_cb), card);
  gtk_box_append (GTK_BOX (group->buttons), group->make);
  gtk_box_append (GTK_BOX (group->buttons), group->choose);
  gtk_box_append (GTK_BOX (content), group->buttons);
}

GtkWidget *
sdm_records_backup_group_new (SdmWindow  *window,
                              SdmContext *context)
{
  Group     *group = g_new0 (Group, 1);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Backups"), &content);

  group->context = g_object_ref (context);
  group->upkeep = g_object_ref (sdm_context_get_upkeep (context));
  g_object_set_data_full (G_OBJECT (card), "group", group, free_group);
  group->last = sdm_ui_label (NULL, "body");
  group->due = sdm_ui_label (NULL, "problem");
  group->folder = sdm_ui_label (NULL, "body");
  group->bar = sdm_work_bar_new (_ ("Making a backup"));
  group->answer = sdm_ui_label (NULL, "body");
  gtk_box_append (GTK_BOX (content), group->last);
  gtk_box_append (GTK_BOX (content), group->due);
  gtk_box_append (GTK_BOX (content), group->folder);
  add_buttons (card, content);
  gtk_box_append (GTK_BOX (content), group->bar);
  gtk_box_append (GTK_BOX (content), group->answer);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("A backup is sealed like the records: whoever finds it needs a passphrase of that time, or the recovery code. Of those in the folder the last of each of 7 days, 5 weeks and 12 months stay."), "caption"));
  g_signal_connect_object (group->bar, "cancelled", G_CALLBACK (sdm_upkeep_cancel), group->upkeep, G_CONNECT_SWAPPED);
  g_signal_connect_object (group->upkeep, "changed", G_CALLBACK (refresh), card, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (group), "changed::" KEY, G_CALLBACK (refresh), card, G_CONNECT_SWAPPED);
  refresh (card);

  return card;
}
