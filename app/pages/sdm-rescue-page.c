/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-rescue-page.h"

#include <glib/gi18n.h>

#include "sdm-access-form.h"
#include "sdm-file-choice.h"
#include "sdm-gp-text.h"
#include "sdm-record-rescue.h"
#include "sdm-ui.h"
#include "sdm-upkeep.h"

/**
 * SdmRescuePage:
 *
 * What can still be read of records that do not open any more: a list, and all of it written
 * out to a folder. Nothing is written into the damaged file. Whoever looks says who it is each
 * time, as nothing is kept open.
 */
struct _SdmRescuePage
{
  AdwBin parent_instance;

  SdmContext *context;
  char       *folder; /* owned, nullable: where to write to when it is opened next */

  GtkWidget *form;
  GtkWidget *look;
  GtkWidget *write;
  GtkWidget *spinner;
  GtkWidget *answer;
  GtkWidget *card; /* of the list */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (SdmRescuePage, sdm_rescue_page, ADW_TYPE_BIN)

/* At most so many stand in the list; all are written out. */
#define MOST_SHOWN 200

static void
show_working (SdmRescuePage *self,
              gboolean       is_working)
{
  gtk_widget_set_sensitive (self->form, !is_working);
  gtk_widget_set_sensitive (self->look, !is_working);
  gtk_widget_set_sensitive (self->write, !is_working);
  gtk_widget_set_visible (self->spinner, is_working);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), is_working);
}

/* What there is */

static GtkWidget *
make_row (const SdmRecordHead *head)
{
  g_autofree char *when = sdm_upkeep_format_moment (head->changed);
  g_autofree char *text = NULL;

  if (head->version == 0)
    /* Translators: a name, then a day and a time */
    text = g_strdup_printf (_ ("%s, draft of %s"), head->patient != NULL ? head->patient : _ ("Nobody named"), when);
  else
    /* Translators: a name, a number, then a day and a time */
    text = g_strdup_printf (_ ("%s, version %u of %s"), head->patient != NULL ? head->patient : _ ("Nobody named"), head->version, when);

  return sdm_ui_label (text, "body");
}

static void
say (SdmRescuePage *self,
     const char    *text)
{
  gtk_label_set_label (GTK_LABEL (self->answer), text);
  gtk_widget_set_visible (self->answer, TRUE);
}

static void
show_rescued (SdmRescuePage          *self,
              const SdmRecordRescued *rescued)
{
  g_autofree char *found = g_strdup_printf (ngettext ("%u document can be read.", "%u documents can be read.", rescued->heads->len), rescued->heads->len);
  g_autofree char *lost = g_strdup_printf (ngettext ("%u cannot.", "%u cannot.", rescued->n_lost), rescued->n_lost);
  g_autofree char *written = NULL;
  g_autofree char *text = NULL;

  if (self->folder != NULL)
    /* Translators: a folder */
    written = g_strdup_printf (_ ("All of them are in “%s” now, open to whoever gets at that folder."), self->folder);
  text = g_strjoin (" ", found, lost, rescued->is_cut ? _ ("Parts of the file could not be reached, so more may be missing.") : "", written, NULL);
  say (self, text);
  sdm_ui_clear (self->list);
  for (guint i = 0; i < MIN (rescued->heads->len, MOST_SHOWN); i++)
    gtk_box_append (GTK_BOX (self->list), make_row (g_ptr_array_index (rescued->heads, i)));
  gtk_widget_set_visible (self->card, rescued->heads->len > 0);
}

/* Looking */

static char *
make_text (GBytes *body)
{
  g_autoptr (SdmConsultation) consultation = sdm_consultation_new_from_bytes (body, "rescued", NULL);

  return consultation != NULL ? sdm_gp_text_new (consultation) : NULL;
}

static void
rescued_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmRescuePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmRecordRescued) rescued = sdm_record_store_rescue_finish (SDM_RECORD_STORE (source), result, &error);

  if (self->context == NULL)
    return;
  show_working (self, FALSE);
  if (rescued != NULL)
    show_rescued (self, rescued);
  else
    sdm_access_form_set_problem (SDM_ACCESS_FORM (self->form), error->message);
  g_clear_pointer (&self->folder, g_free);
}

static void
look (SdmRescuePage *self)
{
  SdmRecordAccess *access;

  if (!gtk_widget_get_sensitive (self->look))
    return;
  access = sdm_access_form_take (SDM_ACCESS_FORM (self->form));
  if (access == NULL)
    return;
  show_working (self, TRUE);
  gtk_widget_set_visible (self->answer, FALSE);
  sdm_record_store_rescue_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), access, self->folder,
                                 make_text, NULL, rescued_cb, g_object_ref (self));
}

/**
 * sdm_rescue_page_write_out:
 * @folder: where to
 *
 * Writes out what can be read, for who stands in the form.
 */
void
sdm_rescue_page_write_out (SdmRescuePage *self,
                           GFile         *folder)
{
  g_free (self->folder);
  self->folder = g_file_get_path (folder);
  if (self->folder != NULL)
    look (self);
  else
    say (self, _ ("This folder is not on this computer. Choose another one. Nothing was written."));
}

/* Only looked at, whatever was asked for before. */
static void
look_cb (SdmRescuePage *self)
{
  if (gtk_widget_get_sensitive (self->look))
    g_clear_pointer (&self->folder, g_free);
  look (self);
}

static void
chosen_cb (GtkWidget *page,
           GFile     *folder)
{
  sdm_rescue_page_write_out (SDM_RESCUE_PAGE (page), folder);
}

static void
write_cb (SdmRescuePage *self)
{
  sdm_file_choice_folder (GTK_WIDGET (self), _ ("Choose a folder"), NULL, chosen_cb);
}

/* Parts */

static GtkWidget *
make_buttons (SdmRescuePage *self)
{
  GtkWidget *row = sdm_ui_wrap (12);

  self->look = sdm_ui_button (_ ("Show what can be read"), NULL);
  self->write = sdm_ui_button (_ ("Write it out to a folder"), NULL);
  self->spinner = gtk_spinner_new ();
  gtk_widget_add_css_class (self->look, "suggested-action");
  gtk_widget_set_visible (self->spinner, FALSE);
  g_signal_connect_swapped (self->look, "clicked", G_CALLBACK (look_cb), self);
  g_signal_connect_swapped (self->write, "clicked", G_CALLBACK (write_cb), self);
  gtk_box_append (GTK_BOX (row), self->look);
  gtk_box_append (GTK_BOX (row), self->write);
  gtk_box_append (GTK_BOX (row), self->spinner);

  return row;
}

static void
build (SdmRescuePage *self,
       const char    *name)
{
  GtkWidget *restore = sdm_ui_button (_ ("Bring the records back from a backup"), NULL);
  GtkWidget *page;
  GtkWidget *content;

  adw_bin_set_child (ADW_BIN (self), sdm_ui_page (_ ("What can still be read"), _ ("The damaged file is only read: nothing is written into it, and that you look is not noted. To work again, bring the records back from the newest backup; keep the damaged file until you have what is missing."), 860, &page));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "win.restore");
  gtk_widget_set_halign (restore, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (page), restore);

  gtk_box_append (GTK_BOX (page), sdm_ui_card (_ ("Who you are"), &content));
  self->form = sdm_access_form_new (name);
  self->answer = sdm_ui_label (NULL, "body");
  gtk_widget_set_visible (self->answer, FALSE);
  g_signal_connect_swapped (self->form, "activate", G_CALLBACK (look_cb), self);
  gtk_box_append (GTK_BOX (content), self->form);
  gtk_box_append (GTK_BOX (content), make_buttons (self));
  gtk_box_append (GTK_BOX (content), self->answer);

  self->card = sdm_ui_card (_ ("What can be read"), &content);
  self->list = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (content), self->list);
  gtk_widget_set_visible (self->card, FALSE);
  gtk_box_append (GTK_BOX (page), self->card);
}

/* GObject */

static void
sdm_rescue_page_dispose (GObject *object)
{
  SdmRescuePage *self = SDM_RESCUE_PAGE (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (sdm_rescue_page_parent_class)->dispose (object);
}

static void
sdm_rescue_page_class_init (SdmRescuePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_rescue_page_dispose;
}

static void
sdm_rescue_page_init (SdmRescuePage *self)
{
}

/**
 * sdm_rescue_page_new:
 * @name: (nullable): who was signed in last
 *
 * Returns: (transfer floating): a page for whoever cannot sign in, as the records are damaged
 */
GtkWidget *
sdm_rescue_page_new (SdmContext *context,
                     const char *name)
{
  SdmRescuePage *self = g_object_new (SDM_TYPE_RESCUE_PAGE, NULL);

  self->context = g_object_ref (context);
  build (self, name);

  return GTK_WIDGET (self);
}
