/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-options-asked.h"

#include <glib/gi18n.h>

/**
 * SdmOptionsAsked:
 *
 * The person's own questions, each with the answer that was given.
 */
struct _SdmOptionsAsked
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *list;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (SdmOptionsAsked, sdm_options_asked, ADW_TYPE_BIN)

#define PATH "options/asked"

static void
remove_cb (GtkWidget       *button,
           SdmOptionsAsked *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autofree char *path = g_strdup_printf (PATH "/%d", GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index")));
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_remove (consultation, path, &error))
    sdm_session_say (sdm_page_get_session (self->page), error->message);
  sdm_options_asked_refresh (self);
  sdm_session_offer_undo (sdm_page_get_session (self->page), _ ("Question taken out"));
}

static GtkWidget *
make_row (SdmOptionsAsked *self,
          size_t           index)
{
  GtkWidget       *row = sdm_ui_row (12);
  GtkWidget       *question = sdm_ui_entry (-1);
  GtkWidget       *answer = sdm_ui_entry (-1);
  GtkWidget       *remove = sdm_ui_icon_button ("ev-bin-symbolic", _ ("Take this question out"));
  GtkWidget       *question_field = sdm_ui_field (_ ("What would you like to ask?"), question);
  GtkWidget       *answer_field = sdm_ui_field (_ ("What we answered"), answer);
  g_autofree char *question_path = g_strdup_printf (PATH "/%zu/text", index);
  g_autofree char *answer_path = g_strdup_printf (PATH "/%zu/answer", index);

  gtk_widget_set_hexpand (question_field, TRUE);
  gtk_widget_set_hexpand (answer_field, TRUE);
  gtk_box_append (GTK_BOX (row), question_field);
  gtk_box_append (GTK_BOX (row), answer_field);
  gtk_widget_set_valign (remove, GTK_ALIGN_END);
  g_object_set_data (G_OBJECT (remove), "index", GINT_TO_POINTER ((int) index));
  gtk_widget_set_sensitive (remove, !sdm_session_is_read_only (sdm_page_get_session (self->page)));
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (row), remove);
  sdm_page_bind_text (self->page, question, question_path);
  sdm_page_bind_text (self->page, answer, answer_path);

  return row;
}

static void
add_cb (SdmOptionsAsked *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_append (consultation, PATH, json_object (), &error))
    {
      sdm_session_say (sdm_page_get_session (self->page), error->message);
      return;
    }
  sdm_options_asked_refresh (self);
  gtk_widget_child_focus (gtk_widget_get_last_child (self->list), GTK_DIR_TAB_FORWARD);
}

static void
sdm_options_asked_class_init (SdmOptionsAskedClass *klass)
{
}

static void
sdm_options_asked_init (SdmOptionsAsked *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Your own questions"), &content);

  self->list = sdm_ui_column (12);
  self->add = sdm_ui_button (_ ("Add a question"), "ev-plus-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (content), self->list);
  gtk_box_append (GTK_BOX (content), self->add);
  adw_bin_set_child (ADW_BIN (self), card);
}

GtkWidget *
sdm_options_asked_new (SdmPage *page)
{
  SdmOptionsAsked *self = g_object_new (SDM_TYPE_OPTIONS_ASKED, NULL);

  self->page = page;
  gtk_widget_set_sensitive (self->add, !sdm_session_is_read_only (sdm_page_get_session (page)));

  return GTK_WIDGET (self);
}

/**
 * sdm_options_asked_refresh:
 *
 * Draws the questions again, as they stand in the consultation.
 */
void
sdm_options_asked_refresh (SdmOptionsAsked *self)
{
  size_t n = json_array_size (sdm_consultation_peek (sdm_page_get_consultation (self->page), PATH));

  sdm_page_unbind_below (self->page, self->list);
  sdm_ui_clear (self->list);
  for (size_t i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->list), make_row (self, i));
}
