/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-file-choice.h"

#include <glib/gi18n.h>

/* A page asks for one file at a time, and for none any more when it is gone. */

#define KEY "sdm-file-choice"

typedef struct
{
  GtkWidget            *page; /* whose this is */
  GtkFileChooserNative *chooser;
  SdmFileChosenFunc     chosen;
} Choice;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (choice->chooser));
  g_object_unref (choice->chooser);
  g_free (choice);
}

static void
forget (GtkWidget *page)
{
  g_object_set_data (G_OBJECT (page), KEY, NULL);
}

static void
answered_cb (Choice *choice,
             int     response)
{
  GtkWidget              *page = choice->page;
  const SdmFileChosenFunc chosen = choice->chosen;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (choice->chooser));
  forget (page);
  if (file != NULL)
    chosen (page, file);
}

/**
 * sdm_file_choice_ask:
 * @page: in a window; asked once more while its question stands, it asks nothing
 * @action: to save or to open
 * @name: (nullable): the name that a new file gets
 * @chosen: called where a file was chosen, and @page is still there
 *
 * Asks for a file.
 */
void
sdm_file_choice_ask (GtkWidget           *page,
                     GtkFileChooserAction action,
                     const char          *title,
                     const char          *name,
                     SdmFileChosenFunc    chosen)
{
  GtkRoot *root = gtk_widget_get_root (page);
  Choice  *choice;

  if (g_object_get_data (G_OBJECT (page), KEY) != NULL)
    return;
  choice = g_new0 (Choice, 1);
  choice->page = page;
  choice->chosen = chosen;
  choice->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action,
                                                 action == GTK_FILE_CHOOSER_ACTION_SAVE ? _ ("Save") : _ ("Open"), _ ("Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choice->chooser), name);
  g_signal_connect_swapped (choice->chooser, "response", G_CALLBACK (answered_cb), choice);
  g_object_set_data_full (G_OBJECT (page), KEY, choice, free_choice);
  g_signal_handlers_disconnect_by_func (page, forget, NULL);
  g_signal_connect (page, "destroy", G_CALLBACK (forget), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
}
