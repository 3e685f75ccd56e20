/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-records-groups.h"

#include <glib/gi18n.h>

#include "sdm-record-staff.h"
#include "sdm-ui.h"

/* Who may open the records: letting a colleague in, letting one go, and one's own passphrase. */

typedef struct
{
  SdmWindow  *window;  /* not owned: it owns the page */
  SdmContext *context; /* owned */
  GtkWidget  *people;
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

/* Rows */

static void
let_go_cb (GtkWidget *button,
           Group     *group)
{
  gtk_widget_activate_action (GTK_WIDGET (group->window), "win.let-go", "s", g_object_get_data (G_OBJECT (button), "name"));
}

static char *
describe (const SdmRecordColleague *colleague)
{
  if (colleague->is_self && *colleague->role != '\0')
    /* Translators: a name and a role: "Dr Amina Rowe, GP: you" */
    return g_strdup_printf (_ ("%s, %s: you"), colleague->name, colleague->role);
  if (colleague->is_self)
    /* Translators: a name: "Dr Amina Rowe: you" */
    return g_strdup_printf (_ ("%s: you"), colleague->name);
  if (*colleague->role != '\0')
    /* Translators: a name and a role: "Tom Marsh, nurse" */
    return g_strdup_printf (_ ("%s, %s"), colleague->name, colleague->role);

  return g_strdup (colleague->name);
}

static GtkWidget *
make_own_button (Group *group)
{
  GtkWidget *button = sdm_ui_button (_ ("Change my passphrase"), NULL);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.change-passphrase");

  return button;
}

static GtkWidget *
make_other_button (Group                    *group,
                   const SdmRecordColleague *colleague)
{
  GtkWidget       *button = sdm_ui_button (_ ("Stop access…"), NULL);
  g_autofree char *label = NULL;

  /* Translators: %s is a name */
  label = g_strdup_printf (_ ("Stop access for %s"), colleague->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (colleague->name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (let_go_cb), group);
  gtk_widget_set_sensitive (button, !sdm_key_change_is_dismissing (sdm_context_get_key_change (group->context)));

  return button;
}

static GtkWidget *
make_row (Group                    *group,
          const SdmRecordColleague *colleague)
{
  GtkWidget       *row = sdm_ui_wrap (12);
  g_autofree char *text = describe (colleague);
  GtkWidget       *label = sdm_ui_label (text, "body");

  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), colleague->is_self ? make_own_button (group) : make_other_button (group, colleague));

  return row;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) card = user_data;
  Group *group = get_group (card);
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordStaff) staff = sdm_record_store_list_staff_finish (SDM_RECORD_STORE (source), result, &error);

  /* The window is there as long as the card is shown in it. */
  if (gtk_widget_get_root (card) == NULL)
    return;
  sdm_ui_clear (group->people);
  if (staff == NULL)
    gtk_box_append (GTK_BOX (group->people), sdm_ui_label (error->message, "problem"));
  for (guint i = 0; staff != NULL && i < staff->people->len; i++)
    gtk_box_append (GTK_BOX (group->people), make_row (group, g_ptr_array_index (staff->people, i)));
}

static void
refresh (GtkWidget *card)
{
  Group *group = get_group (card);

  sdm_record_store_list_staff_async (sdm_context_get_store (group->context, SDM_RECORD_STORE_REAL), listed_cb, g_object_ref (card));
}

/* While somebody is let go, each step tells how far it has come: only the end of it is another list. */
static void
changed_cb (GtkWidget *card)
{
  if (!sdm_key_change_is_active (sdm_context_get_key_change (get_group (card)->context)))
    refresh (card);
}

GtkWidget *
sdm_records_people_group_new (SdmWindow  *window,
                              SdmContext *context)
{
  Group     *group = g_new0 (Group, 1);
  GtkWidget *row = sdm_ui_wrap (12);
  GtkWidget *let_in = sdm_ui_button (_ ("Let a colleague in"), "ev-plus-symbolic");
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("People who may open the records"), &content);

  group->window = window;
  group->context = g_object_ref (context);
  group->people = sdm_ui_column (8);
  g_object_set_data_full (G_OBJECT (card), "group", group, free_group);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (let_in), "win.let-in");
  gtk_box_append (GTK_BOX (row), let_in);
  gtk_box_append (GTK_BOX (content), group->people);
  gtk_box_append (GTK_BOX (content), row);
  g_signal_connect_object (sdm_context_get_key_change (context), "changed", G_CALLBACK (changed_cb), card, G_CONNECT_SWAPPED);
  refresh (card);

  return card;
}
