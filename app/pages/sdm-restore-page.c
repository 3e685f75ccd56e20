/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-restore-page.h"

#include <glib/gi18n.h>

#include "sdm-access-form.h"
#include "sdm-file-choice.h"
#include "sdm-ui.h"
#include "sdm-work-bar.h"

/**
 * SdmRestorePage:
 *
 * Brings the records of patients back from a backup: which file, and who opens it. Where there
 * are records already it says what becomes of them, and wants a tick. Nothing is changed where
 * the backup does not hold. Whoever brought them back is signed in.
 */
struct _SdmRestorePage
{
  AdwBin parent_instance;

  SdmWindow    *window; /* not owned: it owns this */
  SdmContext   *context;
  GFile        *file;        /* nullable: before one is chosen */
  GCancellable *cancellable; /* nullable: while it works */

  GtkWidget *chosen;
  GtkWidget *choose;
  GtkWidget *problem; /* with the file */
  GtkWidget *form;
  GtkWidget *there; /* a word about the records that are there */
  GtkWidget *sure;
  GtkWidget *bring;
  GtkWidget *bar;
};

G_DEFINE_FINAL_TYPE (SdmRestorePage, sdm_restore_page, ADW_TYPE_BIN)

/* What is wrong */

static void
show_problem (SdmRestorePage *self,
              const char     *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem, text != NULL);
}

static void
show_failure (SdmRestorePage *self,
              const GError   *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, _ ("Nothing was brought back. All is as it was."));
  else if (g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_LOCKED))
    sdm_access_form_set_problem (SDM_ACCESS_FORM (self->form), error->message);
  else
    show_problem (self, error->message);
}

/* What was brought back */

static char *
describe (const SdmRecordRestored *restored)
{
  g_autofree char *until = sdm_upkeep_format_moment (restored->until);
  g_autofree char *missing = sdm_upkeep_format_moment (restored->missing_until);
  g_autofree char *drafts = g_strdup_printf (ngettext ("%d draft", "%d drafts", (gulong) restored->n_drafts), (int) restored->n_drafts);
  g_autofree char *finished = NULL;
  g_autofree char *words = NULL;

  finished = g_strdup_printf (ngettext ("%d finished consultation", "%d finished consultations", (gulong) restored->n_finished), (int) restored->n_finished);
  /* Translators: a day and a time, then "3 finished consultations" and "2 drafts" */
  words = g_strdup_printf (_ ("They are as they were on %s: %s and %s."), until, finished, drafts);
  if (restored->missing_until == 0)
    return g_steal_pointer (&words);
  /* Translators: the sentence before, then a day and a time */
  return g_strdup_printf (_ ("%s This backup is older than what was here: what was done after it, until %s, is not in it. Enter it anew, or bring back a newer backup."), words, missing);
}

static void
show_working (SdmRestorePage *self,
              gboolean        is_working)
{
  if (is_working)
    sdm_work_bar_show (SDM_WORK_BAR (self->bar), 0);
  gtk_widget_set_sensitive (self->choose, !is_working);
  gtk_widget_set_sensitive (self->form, !is_working);
  gtk_widget_set_sensitive (self->sure, !is_working);
  gtk_widget_set_visible (self->bring, !is_working);
  if (!is_working)
    sdm_work_bar_hide (SDM_WORK_BAR (self->bar));
}

/* Bringing them back */

static void
progress_cb (gint64   done,
             gint64   all,
             gpointer user_data)
{
  SdmRestorePage *self = user_data;

  if (self->context != NULL)
    sdm_work_bar_show (SDM_WORK_BAR (self->bar), (double) done / (double) MAX (all, 1));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SdmRestorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  SdmRecordRestored restored;
  g_autoptr (SdmRecordPerson) person = sdm_record_store_restore_finish (SDM_RECORD_STORE (source), result, &restored, &error);
  g_autofree char *words = NULL;
  SdmWindow       *window = self->window;

  g_clear_object (&self->cancellable);
  if (self->context == NULL)
    {
      /* Whoever left signs in to what was brought back too late to be given up. */
      sdm_record_store_close_async (SDM_RECORD_STORE (source), NULL, NULL, NULL);
      return;
    }
  show_working (self, FALSE);
  if (error != NULL)
    {
      show_failure (self, error);
      return;
    }

  words = describe (&restored);
  if (person != NULL)
    sdm_context_sign_in (self->context, g_steal_pointer (&person)); /* takes this page away */
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.sign-in", NULL);
  sdm_window_show_problem (window, _ ("The records are back"), words);
}

static gboolean
is_ready (SdmRestorePage *self)
{
  show_problem (self, NULL);
  if (self->file == NULL)
    show_problem (self, _ ("Choose the file of a backup first."));
  else if (gtk_widget_get_visible (self->there) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->sure)))
    show_problem (self, _ ("There are records here already. Read what becomes of them, and tick that it is wanted."));
  else
    return TRUE;

  return FALSE;
}

static void
bring_cb (SdmRestorePage *self)
{
  g_autofree char *path = NULL;
  SdmRecordAccess *access;

  if (self->cancellable != NULL || !is_ready (self))
    return;
  access = sdm_access_form_take (SDM_ACCESS_FORM (self->form));
  if (access == NULL)
    return;

  path = g_file_get_path (self->file);
  self->cancellable = g_cancellable_new ();
  show_working (self, TRUE);
  sdm_record_store_restore_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), path, access, self->cancellable,
                                  progress_cb, self, restored_cb, g_object_ref (self));
}

static void
cancelled_cb (SdmRestorePage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* Choosing a file */

/**
 * sdm_restore_page_choose:
 * @file: a backup
 */
void
sdm_restore_page_choose (SdmRestorePage *self,
                         GFile          *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      show_problem (self, _ ("This file is not on a disk of this computer. Copy it here first."));
      return;
    }
  g_set_object (&self->file, file);
  gtk_label_set_label (GTK_LABEL (self->chosen), path);
  show_problem (self, NULL);
}

static void
chosen_cb (GtkWidget *page,
           GFile     *file)
{
  sdm_restore_page_choose (SDM_RESTORE_PAGE (page), file);
}

static void
choose_cb (SdmRestorePage *self)
{
  g_autofree char *folder = g_settings_get_string (sdm_context_get_settings (self->context), "backup-folder");

  sdm_file_choice_open (GTK_WIDGET (self), _ ("Choose a backup"), folder, NULL, chosen_cb);
}

/* Records that are there */

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmRestorePage) self = user_data;
  const gboolean is_there = sdm_record_store_look_finish (SDM_RECORD_STORE (source), result);

  if (self->context != NULL)
    gtk_widget_set_visible (self->there, is_there);
}

/* Parts */

static GtkWidget *
make_file_card (SdmRestorePage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Which backup"), &content);

  self->chosen = sdm_ui_label (_ ("Its name begins with “evenhand-records”, and then tells the day."), "body");
  gtk_label_set_wrap_mode (GTK_LABEL (self->chosen), PANGO_WRAP_WORD_CHAR);
  self->choose = sdm_ui_button (_ ("Choose a backup"), NULL);
  self->problem = sdm_ui_label (NULL, "problem");
  gtk_widget_set_halign (self->choose, GTK_ALIGN_START);
  gtk_widget_set_visible (self->problem, FALSE);
  g_signal_connect_swapped (self->choose, "clicked", G_CALLBACK (choose_cb), self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->problem, NULL, -1);
  gtk_box_append (GTK_BOX (content), self->chosen);
  gtk_box_append (GTK_BOX (content), self->choose);
  gtk_box_append (GTK_BOX (content), self->problem);

  return card;
}

static GtkWidget *
make_there_card (SdmRestorePage *self)
{
  GtkWidget *content;

  self->there = sdm_ui_card (_ ("There are records here already"), &content);
  self->sure = sdm_ui_check (_ ("Put the backup in their place"));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("They stay on this computer under another name, “records-before-restore”. What was done since the backup is not in it, and it is noted that an older file was put in their place."), "body"));
  gtk_box_append (GTK_BOX (content), self->sure);
  gtk_widget_set_visible (self->there, FALSE);

  return self->there;
}

static GtkWidget *
make_access_card (SdmRestorePage *self,
                  const char     *name)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Who you are"), &content);

  self->form = sdm_access_form_new (name);
  self->bring = sdm_ui_button (_ ("Bring the records back"), NULL);
  self->bar = sdm_work_bar_new (_ ("Bringing the records back"));
  gtk_widget_add_css_class (self->bring, "suggested-action");
  gtk_widget_set_halign (self->bring, GTK_ALIGN_START);
  g_signal_connect_swapped (self->form, "activate", G_CALLBACK (bring_cb), self);
  g_signal_connect_swapped (self->bring, "clicked", G_CALLBACK (bring_cb), self);
  g_signal_connect_swapped (self->bar, "cancelled", G_CALLBACK (cancelled_cb), self);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("With the name and the passphrase that you had when the backup was made, or the recovery code of that time."), "body"));
  gtk_box_append (GTK_BOX (content), self->form);
  gtk_box_append (GTK_BOX (content), self->bring);
  gtk_box_append (GTK_BOX (content), self->bar);

  return card;
}

static void
build (SdmRestorePage *self,
       const char     *name)
{
  GtkWidget *page;
  GtkWidget *left;
  GtkWidget *right;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("Bring the records back from a backup"), _ ("All of it is checked before it counts. Where it does not hold, nothing is changed."), -1, &page));
  gtk_box_append (GTK_BOX (page), sdm_ui_columns (1, 1, &left, &right));
  gtk_box_append (GTK_BOX (left), make_file_card (self));
  gtk_box_append (GTK_BOX (left), make_there_card (self));
  gtk_box_append (GTK_BOX (right), make_access_card (self, name));
}

static void
map_cb (SdmRestorePage *self)
{
  gtk_widget_grab_focus (self->choose);
}

/* GObject */

static void
sdm_restore_page_dispose (GObject *object)
{
  SdmRestorePage *self = SDM_RESTORE_PAGE (object);

  cancelled_cb (self);
  g_clear_object (&self->file);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_restore_page_parent_class)->dispose (object);
}

static void
sdm_restore_page_class_init (SdmRestorePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_restore_page_dispose;
}

static void
sdm_restore_page_init (SdmRestorePage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * sdm_restore_page_new:
 * @name: (nullable): who was signed in last
 *
 * Returns: (transfer floating): a page for whoever is not signed in
 */
GtkWidget *
sdm_restore_page_new (SdmWindow  *window,
                      SdmContext *context,
                      const char *name)
{
  SdmRestorePage *self = g_object_new (SDM_TYPE_RESTORE_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  build (self, name);
  sdm_record_store_look_async (sdm_context_get_store (context, SDM_RECORD_STORE_REAL), looked_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
