/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-page.h"

#include <glib/gi18n.h>

#include "sdm-gp-copy.h"
#include "sdm-record-parts.h"
#include "sdm-record-words.h"
#include "sdm-window-private.h"

/**
 * SdmRecordPage:
 *
 * One finished record: whose it is, what it is worth, what was decided, why and what happens next, and
 * every version of it. It is never changed from here; its letter and its pages can be read, and printed again.
 *
 * ## Accessibility
 *
 * It is named by the person whose record it is. What it is worth is said in words, before what it says.
 */
struct _SdmRecordPage
{
  AdwBin parent_instance;

  SdmWindow       *window; /* not owned: it owns this */
  SdmContext      *context;
  SdmRecordHead   *head; /* of the last version */
  SdmConsultation *consultation;
  GPtrArray       *versions; /* of SdmRecordHead, the first one first */

  GtkWidget *first; /* takes the focus */
};

G_DEFINE_FINAL_TYPE (SdmRecordPage, sdm_record_page, ADW_TYPE_BIN)

static SdmRecordStore *
get_store (SdmRecordPage *self)
{
  return sdm_context_get_store (self->context, sdm_session_get_kind (self->consultation));
}

/* Callbacks */

static void
letter_cb (SdmRecordPage *self)
{
  sdm_window_open_kept (self->window, self->consultation, NULL, SDM_STEP_LETTER);
}

static void
pages_cb (SdmRecordPage *self)
{
  sdm_window_open_kept (self->window, self->consultation, NULL, SDM_STEP_START);
}

static void
copy_cb (SdmRecordPage *self)
{
  g_autofree char *said = sdm_gp_copy (GTK_WIDGET (self), self->consultation, get_store (self), SDM_GP_COPY_SECONDS);

  sdm_window_say (self->window, said);
}

/* Parts */

static GtkWidget *
append_button (SdmRecordPage *self,
               GtkWidget     *box,
               const char    *label,
               const char    *icon_name,
               GCallback      clicked)
{
  GtkWidget *button = sdm_ui_button (label, icon_name);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static GtkWidget *
make_uses (SdmRecordPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Read and use"), &content);

  self->first = append_button (self, content, _ ("Read or print the letter"), "ev-printer-symbolic", G_CALLBACK (letter_cb));
  append_button (self, content, _ ("Copy the text for the GP record"), NULL, G_CALLBACK (copy_cb));
  append_button (self, content, _ ("Look at all pages"), NULL, G_CALLBACK (pages_cb));

  return card;
}

static void
append_version (GtkWidget           *content,
                const SdmRecordHead *head)
{
  GtkWidget       *row = sdm_ui_column (2);
  g_autofree char *text = sdm_record_words_dup_version (head);

  gtk_box_append (GTK_BOX (row), sdm_ui_label (text, "chrome-strong"));
  if (head->version > 0 && head->reason != NULL)
    gtk_box_append (GTK_BOX (row), sdm_ui_label (head->reason, "chrome"));
  gtk_box_append (GTK_BOX (content), row);
}

static GtkWidget *
make_versions (SdmRecordPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Versions"), &content);

  for (guint i = 0; i < self->versions->len; i++)
    append_version (content, g_ptr_array_index (self->versions, i));

  return card;
}

static void
build (SdmRecordPage *self)
{
  GtkWidget *page;
  GtkWidget *left;
  GtkWidget *right;

  adw_bin_set_child (ADW_BIN (self), sdm_record_parts_new_page (self->consultation, &page));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_widget_get_first_child (page), NULL, -1);
  gtk_box_append (GTK_BOX (page), sdm_record_parts_new_head (self->head, self->consultation));
  gtk_box_append (GTK_BOX (page), sdm_ui_columns (3, 2, &left, &right));
  gtk_box_append (GTK_BOX (left), sdm_record_parts_new_summary (self->consultation));
  gtk_box_append (GTK_BOX (right), make_uses (self));
  gtk_box_append (GTK_BOX (right), make_versions (self));
}

static void
map_cb (SdmRecordPage *self)
{
  gtk_widget_grab_focus (self->first);
}

/* GObject */

static void
sdm_record_page_dispose (GObject *object)
{
  SdmRecordPage *self = SDM_RECORD_PAGE (object);

  g_clear_pointer (&self->head, sdm_record_head_free);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->consultation);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_record_page_parent_class)->dispose (object);
}

static void
sdm_record_page_class_init (SdmRecordPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_record_page_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
sdm_record_page_init (SdmRecordPage *self)
{
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public API */

/**
 * sdm_record_page_new:
 * @head: of the last version
 * @consultation: the last version
 * @versions: (element-type SdmRecordHead): as sdm_record_store_list_versions() gives them
 */
GtkWidget *
sdm_record_page_new (SdmWindow           *window,
                     SdmContext          *context,
                     const SdmRecordHead *head,
                     SdmConsultation     *consultation,
                     GPtrArray           *versions)
{
  SdmRecordPage *self = g_object_new (SDM_TYPE_RECORD_PAGE, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->head = sdm_record_head_copy (head);
  self->consultation = g_object_ref (consultation);
  self->versions = g_ptr_array_ref (versions);
  build (self);

  return GTK_WIDGET (self);
}
