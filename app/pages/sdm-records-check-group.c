/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-records-groups.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/* Looking through all records, when somebody asks for it. */

typedef struct
{
  SdmContext *context; /* owned */
  GtkWidget  *check;
  GtkWidget  *spinner;
  GtkWidget  *answer; /* in words */
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_object_unref (group->context);
  g_free (group);
}

static Group *
get_group (GtkWidget *card)
{
  return g_object_get_data (G_OBJECT (card), "group");
}

static void
show_working (Group   *group,
              gboolean is_working)
{
  gtk_widget_set_sensitive (group->check, !is_working);
  gtk_widget_set_visible (group->spinner, is_working);
  gtk_spinner_set_spinning (GTK_SPINNER (group->spinner), is_working);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) card = user_data;
  Group *group = get_group (card);
  g_autoptr (GError) error = NULL;
  const gboolean is_good = sdm_record_store_verify_finish (SDM_RECORD_STORE (source), result, &error);

  show_working (group, FALSE);
  gtk_label_set_label (GTK_LABEL (group->answer), is_good ? _ ("All records are as they were written.") : error->message);
  gtk_widget_set_visible (group->answer, TRUE);
}

static void
check_cb (GtkWidget *card)
{
  Group *group = get_group (card);

  gtk_widget_set_visible (group->answer, FALSE);
  show_working (group, TRUE);
  sdm_record_store_verify_async (sdm_context_get_store (group->context, SDM_RECORD_STORE_REAL), NULL, verified_cb, g_object_ref (card));
}

GtkWidget *
sdm_records_check_group_new (SdmWindow  *window,
                             SdmContext *context)
{
  Group     *group = g_new0 (Group, 1);
  GtkWidget *row = sdm_ui_wrap (12);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Checking"), &content);

  group->context = g_object_ref (context);
  group->check = sdm_ui_button (_ ("Check the records now"), NULL);
  group->spinner = gtk_spinner_new ();
  group->answer = sdm_ui_label (NULL, "body");
  g_object_set_data_full (G_OBJECT (card), "group", group, free_group);
  g_signal_connect_swapped (group->check, "clicked", G_CALLBACK (check_cb), card);
  gtk_box_append (GTK_BOX (row), group->check);
  gtk_box_append (GTK_BOX (row), group->spinner);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Reads every record and the whole list of who saw and did what, and says whether all is as it was written."), "body"));
  gtk_box_append (GTK_BOX (content), row);
  gtk_box_append (GTK_BOX (content), group->answer);
  gtk_widget_set_visible (group->spinner, FALSE);
  gtk_widget_set_visible (group->answer, FALSE);

  return card;
}
