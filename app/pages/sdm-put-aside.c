/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-put-aside.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-questions.h"

/**
 * SdmPutAside:
 *
 * What was put aside, options and questions, each with its reason and a way to
 * bring it back. Not to be seen while there is nothing.
 *
 * ## Signals
 *
 * `brought-back` after something was.
 */
struct _SdmPutAside
{
  AdwBin parent_instance;

  SdmSession *session;
  GtkWidget  *list;
};

G_DEFINE_FINAL_TYPE (SdmPutAside, sdm_put_aside, ADW_TYPE_BIN)

static guint brought_back_signal;

/* Callbacks */

static void
bring_back_cb (GtkWidget   *button,
               SdmPutAside *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  const char      *option = g_object_get_data (G_OBJECT (button), "option");
  const char      *question = g_object_get_data (G_OBJECT (button), "question");
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (option != NULL)
    done = sdm_consultation_bring_back_option (consultation, sdm_session_get_aid (self->session), option, &error);
  else
    done = sdm_consultation_bring_back_question (consultation, question, &error);
  if (!done)
    sdm_session_say (self->session, error->message);
  g_signal_emit (self, brought_back_signal, 0);
}

/* GObject */

static void
sdm_put_aside_dispose (GObject *object)
{
  g_clear_object (&SDM_PUT_ASIDE (object)->session);

  G_OBJECT_CLASS (sdm_put_aside_parent_class)->dispose (object);
}

static void
sdm_put_aside_class_init (SdmPutAsideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_put_aside_dispose;

  brought_back_signal = g_signal_new ("brought-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_put_aside_init (SdmPutAside *self)
{
  self->list = sdm_ui_column (4);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/* @kind is "option" or "question", as in the record. */
static void
add_line (SdmPutAside *self,
          json_t      *entry,
          const char  *kind,
          const char  *title)
{
  GtkWidget       *line = sdm_ui_wrap (12);
  GtkWidget       *back = sdm_ui_button (_ ("Bring back"), NULL);
  const char      *id = json_string_value (json_object_get (entry, kind));
  g_autofree char *text = NULL;
  GtkWidget       *label;

  /* Translators: the name of an option, or a question, and the reason why it was put aside */
  text = g_strdup_printf (_ ("Put aside: %s, “%s”."), title != NULL ? title : id,
                             json_string_value (json_object_get (entry, "reason")));
  label = sdm_ui_label (text, "put-aside");
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_sensitive (back, !sdm_session_is_read_only (self->session));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  g_object_set_data_full (G_OBJECT (back), kind, g_strdup (id), g_free);
  g_signal_connect (back, "clicked", G_CALLBACK (bring_back_cb), self);
  gtk_box_append (GTK_BOX (line), back);
  gtk_box_append (GTK_BOX (self->list), line);
}

/* Public API */

GtkWidget *
sdm_put_aside_new (SdmSession *session)
{
  SdmPutAside *self = g_object_new (SDM_TYPE_PUT_ASIDE, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/**
 * sdm_put_aside_refresh:
 *
 * Shows what is put aside now.
 */
void
sdm_put_aside_refresh (SdmPutAside *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  SdmAid          *aid = sdm_session_get_aid (self->session);
  json_t          *options = sdm_consultation_peek (consultation, "options/hidden");
  json_t          *questions = sdm_consultation_peek (consultation, "options/questions_hidden");
  json_t          *entry;
  size_t           i;

  sdm_ui_clear (self->list);
  json_array_foreach (options, i, entry)
    {
      const SdmOption *option = sdm_aid_find_option (aid, json_string_value (json_object_get (entry, "option")));

      add_line (self, entry, "option", option != NULL ? option->title : NULL);
    }
  json_array_foreach (questions, i, entry)
    {
      const SdmQuestion *question = sdm_aid_find_question (aid, json_string_value (json_object_get (entry, "question")));

      add_line (self, entry, "question", question != NULL ? question->text : NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), json_array_size (options) + json_array_size (questions) > 0);
}
