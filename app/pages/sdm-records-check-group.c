/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-records-groups.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"
#include "sdm-work-bar.h"

/* Looking through all records, when somebody asks for it. */

typedef struct
{
  SdmUpkeep *upkeep; /* owned */
  GtkWidget *last;
  GtkWidget *check;
  GtkWidget *bar;
  GtkWidget *answer; /* in words */
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_object_unref (group->upkeep);
  g_free (group);
}

static Group *
get_group (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), "group");
}

static char *
describe_last (const SdmRecordUpkeep *last)
{
  g_autofree char *when = NULL;

  if (last == NULL || last->check == 0)
    return g_strdup (_ ("Not checked yet. It is done by itself once a week, while nobody is working."));

  when = sdm_upkeep_format_moment (last->check);
  return last->was_good
      /* Translators: a day and a time */
      ? g_strdup_printf (_ ("Last checked on %s: all was as it was written."), when)
      /* Translators: a day and a time */
      : g_strdup_printf (_ ("Last checked on %s: something was not as it was written."), when);
}

static void
refresh (GtkWidget *card)
{
  Group              *group = get_group (card);
  const SdmUpkeepWork work = sdm_upkeep_get_work (group->upkeep);
  gboolean            is_good;
  const char         *answer = sdm_upkeep_get_answer (group->upkeep, SDM_UPKEEP_CHECK, &is_good);
  g_autofree char    *last = describe_last (sdm_upkeep_get_last (group->upkeep));

  gtk_label_set_label (GTK_LABEL (group->last), last);
  gtk_label_set_label (GTK_LABEL (group->answer), answer != NULL ? answer : "");
  gtk_widget_set_visible (group->answer, answer != NULL);
  sdm_records_group_mark (group->answer, is_good);
  gtk_widget_set_visible (group->check, work != SDM_UPKEEP_CHECK);
  gtk_widget_set_sensitive (group->check, work == SDM_UPKEEP_NOTHING);
  if (work == SDM_UPKEEP_CHECK)
    sdm_work_bar_show (SDM_WORK_BAR (group->bar), sdm_upkeep_get_fraction (group->upkeep));
  else
    sdm_work_bar_hide (SDM_WORK_BAR (group->bar));
}

static void
check_cb (GtkWidget *card)
{
  sdm_upkeep_check (get_group (card)->upkeep, FALSE);
}

GtkWidget *
sdm_records_check_group_new (SdmWindow  *window,
                             SdmContext *context)
{
  Group     *group = g_new0 (Group, 1);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Checking"), &content);

  group->upkeep = g_object_ref (sdm_context_get_upkeep (context));
  group->last = sdm_ui_label (NULL, "body");
  group->check = sdm_ui_button (_ ("Check the records now"), NULL);
  group->bar = sdm_work_bar_new (_ ("Checking the records"));
  group->answer = sdm_ui_label (NULL, "body");
  gtk_widget_set_halign (group->check, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (card), "group", group, free_group);
  g_signal_connect_swapped (group->check, "clicked", G_CALLBACK (check_cb), card);
  g_signal_connect_object (group->bar, "cancelled", G_CALLBACK (sdm_upkeep_cancel), group->upkeep, G_CONNECT_SWAPPED);
  g_signal_connect_object (group->upkeep, "changed", G_CALLBACK (refresh), card, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Reads every record and the whole list of who saw and did what, and says whether all is as it was written."), "body"));
  gtk_box_append (GTK_BOX (content), group->last);
  gtk_box_append (GTK_BOX (content), group->check);
  gtk_box_append (GTK_BOX (content), group->bar);
  gtk_box_append (GTK_BOX (content), group->answer);
  refresh (card);

  return card;
}

/**
 * sdm_records_group_mark:
 * @answer: what came of something
 * @is_good: whether all is well
 *
 * Shows bad news as a problem; the words say the same.
 */
void
sdm_records_group_mark (GtkWidget *answer,
                        gboolean   is_good)
{
  if (is_good)
    gtk_widget_remove_css_class (answer, "problem");
  else
    gtk_widget_add_css_class (answer, "problem");
}
