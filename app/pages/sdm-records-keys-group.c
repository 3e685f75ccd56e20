/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-records-groups.h"

#include <glib/gi18n.h>

#include "sdm-record-staff.h"
#include "sdm-ui.h"

/* What opens the records besides passphrases: the recovery code, and the key that all is sealed with. */

typedef struct
{
  SdmContext *context;  /* owned */
  GtkWidget  *outdated; /* what has to be done first */
  GtkWidget  *others;   /* those who have to do it, too */
  GtkWidget  *renew;
  GtkWidget  *rotate;
  GtkWidget  *working;
  GtkWidget  *progress;
  GtkWidget  *stop;
  gboolean    is_outdated;
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

static SdmKeyChange *
get_key_change (Group *group)
{
  return sdm_context_get_key_change (group->context);
}

/* How far it has come */

static void
show_progress (GtkWidget *card)
{
  Group           *group = get_group (card);
  SdmKeyChange    *key_change = get_key_change (group);
  const gboolean   is_active = sdm_key_change_is_active (key_change) && sdm_key_change_get_fraction (key_change) > 0;
  const int        percent = (int) (sdm_key_change_get_fraction (key_change) * 100);
  g_autofree char *text = NULL;

  /* A button lets go of the focus before it is gone. */
  if (!is_active && gtk_widget_has_focus (group->stop))
    gtk_widget_child_focus (card, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (group->working, is_active);
  gtk_widget_set_visible (group->rotate, !is_active && !group->is_outdated);
  /* Translators: how much is done, such as "Sealing the records with the new key: 40 %" */
  text = g_strdup_printf (_ ("Sealing the records with the new key: %d %%"), percent);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (group->progress), sdm_key_change_get_fraction (key_change));
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (group->progress), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_label_set_label (g_object_get_data (G_OBJECT (group->rotate), "label"),
                       sdm_key_change_is_cut_off (key_change) ? _ ("Go on with the new key") : _ ("Give the records a new key"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (group->rotate), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (g_object_get_data (G_OBJECT (group->rotate), "label")), -1);
}

static void
rotate_cb (GtkWidget *card)
{
  sdm_key_change_rotate (get_key_change (get_group (card)));
}

static void
stop_cb (GtkWidget *card)
{
  Group *group = get_group (card);

  sdm_key_change_stop (get_key_change (group));
  gtk_widget_grab_focus (group->rotate);
}

/* Passphrases and a code from before public keys were kept */

static void
show_outdated (GtkWidget            *card,
               const SdmRecordStaff *staff)
{
  Group   *group = get_group (card);
  gboolean is_mine = staff->code_is_outdated;

  sdm_ui_clear (group->others);
  group->is_outdated = staff->code_is_outdated;
  for (guint i = 0; i < staff->people->len; i++)
    {
      const SdmRecordColleague *one = g_ptr_array_index (staff->people, i);
      g_autofree char          *text = NULL;

      if (!one->is_outdated)
        continue;
      group->is_outdated = TRUE;
      is_mine = is_mine || one->is_self;
      if (one->is_self)
        continue;
      /* Translators: %s is a name */
      text = g_strdup_printf (_ ("The passphrase of %s is from an older version, too. That person signs in and changes it on this page."), one->name);
      gtk_box_append (GTK_BOX (group->others), sdm_ui_label (text, "body"));
    }
  gtk_widget_set_visible (group->outdated, group->is_outdated);
  gtk_widget_set_visible (group->renew, is_mine);
  show_progress (card);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) card = user_data;
  g_autoptr (SdmRecordStaff) staff = sdm_record_store_list_staff_finish (SDM_RECORD_STORE (source), result, NULL);

  if (staff != NULL && gtk_widget_get_root (card) != NULL)
    show_outdated (card, staff);
}

/* Parts */

static GtkWidget *
make_outdated (Group *group)
{
  GtkWidget *row = sdm_ui_wrap (12);

  group->outdated = sdm_ui_column (8);
  group->others = sdm_ui_column (8);
  group->renew = sdm_ui_button (_ ("Take this step"), NULL);
  gtk_widget_add_css_class (group->renew, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (group->renew), "win.renew-all");
  gtk_box_append (GTK_BOX (row), group->renew);
  gtk_box_append (GTK_BOX (group->outdated), sdm_ui_label (_ ("These records are from an older version of Evenhand. One step is needed before they can have a new key, or somebody can leave: your passphrase once more, and a new recovery code."), "body"));
  gtk_box_append (GTK_BOX (group->outdated), group->others);
  gtk_box_append (GTK_BOX (group->outdated), row);
  gtk_widget_set_visible (group->outdated, FALSE);

  return group->outdated;
}

static GtkWidget *
make_working (Group     *group,
              GtkWidget *card)
{
  GtkWidget *row = sdm_ui_wrap (12);

  group->working = sdm_ui_column (8);
  group->progress = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (group->progress), TRUE);
  group->stop = sdm_ui_button (_ ("Stop for now"), NULL);
  g_signal_connect_swapped (group->stop, "clicked", G_CALLBACK (stop_cb), card);
  gtk_box_append (GTK_BOX (group->working), group->progress);
  gtk_box_append (GTK_BOX (group->working), sdm_ui_label (_ ("You can go on working. What is left when you stop or lock goes on by itself when somebody signs in next."), "caption"));
  gtk_box_append (GTK_BOX (row), group->stop);
  gtk_box_append (GTK_BOX (group->working), row);

  return group->working;
}

static GtkWidget *
make_rotate (Group     *group,
             GtkWidget *card)
{
  GtkWidget *label = gtk_label_new (NULL);

  group->rotate = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (group->rotate), label);
  g_object_set_data (G_OBJECT (group->rotate), "label", label);
  g_signal_connect_swapped (group->rotate, "clicked", G_CALLBACK (rotate_cb), card);

  return group->rotate;
}

GtkWidget *
sdm_records_keys_group_new (SdmWindow  *window,
                            SdmContext *context)
{
  Group     *group = g_new0 (Group, 1);
  GtkWidget *code = sdm_ui_button (_ ("Make a new recovery code"), NULL);
  GtkWidget *code_row = sdm_ui_wrap (12);
  GtkWidget *key_row = sdm_ui_wrap (12);
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Recovery code and key"), &content);

  group->context = g_object_ref (context);
  g_object_set_data_full (G_OBJECT (card), "group", group, free_group);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (code), "win.new-code");
  gtk_box_append (GTK_BOX (code_row), code);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("The recovery code opens the records when every passphrase is lost. Make a new one when the paper is lost, or somebody has seen it."), "body"));
  gtk_box_append (GTK_BOX (content), code_row);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("All records are sealed with one key. They get a new one when somebody leaves; give them one also when a passphrase was seen by somebody else, after it was changed."), "body"));
  gtk_box_append (GTK_BOX (content), make_outdated (group));
  gtk_box_append (GTK_BOX (key_row), make_rotate (group, card));
  gtk_box_append (GTK_BOX (content), key_row);
  gtk_box_append (GTK_BOX (content), make_working (group, card));
  g_signal_connect_object (get_key_change (group), "changed", G_CALLBACK (show_progress), card, G_CONNECT_SWAPPED);
  show_progress (card);
  sdm_record_store_list_staff_async (sdm_context_get_store (context, SDM_RECORD_STORE_REAL), listed_cb, g_object_ref (card));

  return card;
}
