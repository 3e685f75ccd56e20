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

static gboolean was_asked; /* for anything */

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

/* A new question; %NULL while that which was asked last still stands. */
static GtkFileChooser *
begin (GtkWidget           *page,
       GtkFileChooserAction action,
       const char          *title,
       const char          *accept,
       SdmFileChosenFunc    chosen)
{
  GtkRoot *root = gtk_widget_get_root (page);
  Choice  *choice;

  if (g_object_get_data (G_OBJECT (page), KEY) != NULL)
    return NULL;
  was_asked = TRUE;
  choice = g_new0 (Choice, 1);
  choice->page = page;
  choice->chosen = chosen;
  choice->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, _ ("Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  g_signal_connect_swapped (choice->chooser, "response", G_CALLBACK (answered_cb), choice);
  g_object_set_data_full (G_OBJECT (page), KEY, choice, free_choice);
  g_signal_handlers_disconnect_by_func (page, forget, NULL);
  g_signal_connect (page, "destroy", G_CALLBACK (forget), NULL);

  return GTK_FILE_CHOOSER (choice->chooser);
}

/* The dialog would begin with what was opened lately in any program, which is nobody's business here. */
static void
begin_in (GtkFileChooser *chooser,
          const char     *folder)
{
  g_autoptr (GFile) first = g_file_new_for_path (folder != NULL && *folder != '\0' ? folder : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, first, NULL);
}

/* Leaving no trace: every dialog of the toolkit puts what was chosen in it on the list of recent files, which all programs of
 * this account show, and cannot be told not to. Before the list is written, what is this program's is taken out. */

static void (*write_list) (GtkRecentManager *manager); /* the toolkit's own */

static void
take_out_ours (GtkRecentManager *manager)
{
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *link = items; link != NULL; link = link->next)
    if (gtk_recent_info_has_application (link->data, g_get_application_name ()))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (link->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
recent_changed (GtkRecentManager *manager)
{
  take_out_ours (manager);
  write_list (manager);
}

/**
 * sdm_file_choice_leave_no_trace:
 *
 * To be called once, before the first dialog. From then on nothing that is chosen here gets onto the list of recent files.
 */
void
sdm_file_choice_leave_no_trace (void)
{
  GtkRecentManagerClass *recent = g_type_class_ref (GTK_TYPE_RECENT_MANAGER);

  if (recent->changed == recent_changed)
    return;
  write_list = recent->changed;
  recent->changed = recent_changed;
}

/**
 * sdm_file_choice_end:
 *
 * To be called before the toolkit shuts down: it writes the list then, whatever was chosen a moment ago.
 */
void
sdm_file_choice_end (void)
{
  if (was_asked)
    take_out_ours (gtk_recent_manager_get_default ());
}

/**
 * sdm_file_choice_save:
 * @page: in a window; asked once more while its question stands, it asks nothing
 * @name: the name that the file gets where nobody chooses another
 * @chosen: called where a file was chosen, and @page is still there
 *
 * Asks where to save.
 */
void
sdm_file_choice_save (GtkWidget        *page,
                      const char       *title,
                      const char       *name,
                      SdmFileChosenFunc chosen)
{
  GtkFileChooser *chooser = begin (page, GTK_FILE_CHOOSER_ACTION_SAVE, title, _ ("Save"), chosen);

  if (chooser == NULL)
    return;
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * sdm_file_choice_open:
 * @page: as for sdm_file_choice_save()
 * @folder: (nullable): where to begin; %NULL or "" for the person's own folder
 * @filter: (nullable): what is offered
 *
 * Asks for a file that is there.
 */
void
sdm_file_choice_open (GtkWidget        *page,
                      const char       *title,
                      const char       *folder,
                      GtkFileFilter    *filter,
                      SdmFileChosenFunc chosen)
{
  GtkFileChooser *chooser = begin (page, GTK_FILE_CHOOSER_ACTION_OPEN, title, _ ("Open"), chosen);

  if (chooser == NULL)
    return;
  begin_in (chooser, folder);
  if (filter != NULL)
    gtk_file_chooser_add_filter (chooser, filter);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * sdm_file_choice_folder:
 * @page: as for sdm_file_choice_save()
 * @folder: (nullable): where to begin; %NULL or "" for the person's own folder
 *
 * Asks for a folder.
 */
void
sdm_file_choice_folder (GtkWidget        *page,
                        const char       *title,
                        const char       *folder,
                        SdmFileChosenFunc chosen)
{
  GtkFileChooser *chooser = begin (page, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, title, _ ("Choose"), chosen);

  if (chooser == NULL)
    return;
  begin_in (chooser, folder);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
