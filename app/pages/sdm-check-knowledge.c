/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-check-knowledge.h"

#include <glib/gi18n.h>

#include "sdm-consultation-check-answers.h"
#include "sdm-consultation-options.h"

/**
 * SdmCheckKnowledge:
 *
 * One question about the facts, with its choices. Whatever is chosen, the facts
 * stand below it afterwards; nothing is marked as wrong.
 */
struct _SdmCheckKnowledge
{
  AdwBin parent_instance;

  SdmPage            *page; /* not owned: it owns this */
  const SdmKnowledge *knowledge;
  GtkWidget          *question;
  GtkWidget          *choices;
  GtkWidget          *why;
  GtkWidget          *talked_through;
  gboolean            refreshing;
};

G_DEFINE_FINAL_TYPE (SdmCheckKnowledge, sdm_check_knowledge, ADW_TYPE_BIN)

static char *
fill (SdmCheckKnowledge *self,
      const char        *text)
{
  SdmAid     *aid = sdm_page_get_aid (self->page);
  const char *group = sdm_consultation_get_group (sdm_page_get_consultation (self->page), aid);

  return sdm_aid_fill (aid, text, group);
}

static void
show_answer (SdmCheckKnowledge *self)
{
  const char *choice = sdm_consultation_get_knowledge (sdm_page_get_consultation (self->page), self->knowledge->id);

  gtk_widget_set_visible (self->why, choice != NULL);
  gtk_widget_set_visible (self->talked_through, choice != NULL);
}

/* Callbacks */

static void
chosen_cb (GtkCheckButton    *check,
           SdmCheckKnowledge *self)
{
  g_autoptr (GError) error = NULL;

  if (self->refreshing || !gtk_check_button_get_active (check))
    return;
  if (!sdm_consultation_set_knowledge (sdm_page_get_consultation (self->page), self->knowledge->id,
                                       g_object_get_data (G_OBJECT (check), "choice"), &error))
    sdm_session_say (sdm_page_get_session (self->page), error->message);
  show_answer (self);
}

static void
talked_through_cb (SdmCheckKnowledge *self)
{
  g_autoptr (GError) error = NULL;

  if (self->refreshing)
    return;
  if (!sdm_consultation_set_talked_through (sdm_page_get_consultation (self->page), self->knowledge->id,
                                            gtk_check_button_get_active (GTK_CHECK_BUTTON (self->talked_through)), &error))
    sdm_session_say (sdm_page_get_session (self->page), error->message);
}

/* The choices carry numbers of the chosen group, so they are made anew with it. */
static void
show_choices (SdmCheckKnowledge *self,
              gboolean           can_change)
{
  const char *chosen = sdm_consultation_get_knowledge (sdm_page_get_consultation (self->page), self->knowledge->id);
  GtkWidget  *first = NULL;

  sdm_ui_clear (self->choices);
  for (guint i = 0; i < self->knowledge->n_choices; i++)
    {
      const SdmChoice *choice = &self->knowledge->choices[i];
      g_autofree char *text = fill (self, choice->text);
      GtkWidget       *check = sdm_ui_check (text);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
      if (first == NULL)
        first = check;
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (choice->id, chosen) == 0);
      g_object_set_data (G_OBJECT (check), "choice", (gpointer) choice->id);
      gtk_widget_set_sensitive (check, can_change);
      g_signal_connect (check, "toggled", G_CALLBACK (chosen_cb), self);
      gtk_box_append (GTK_BOX (self->choices), check);
    }
}

/* GObject */

static void
sdm_check_knowledge_class_init (SdmCheckKnowledgeClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
sdm_check_knowledge_init (SdmCheckKnowledge *self)
{
  GtkWidget *column = sdm_ui_column (6);

  self->question = sdm_ui_label (NULL, "body");
  self->choices = sdm_ui_column (0);
  self->why = sdm_ui_label (NULL, "body");
  gtk_widget_add_css_class (self->why, "strong");
  self->talked_through = sdm_ui_check (_ ("We talked this through"));
  gtk_box_append (GTK_BOX (column), self->question);
  gtk_box_append (GTK_BOX (column), self->choices);
  gtk_box_append (GTK_BOX (column), self->why);
  gtk_box_append (GTK_BOX (column), self->talked_through);
  adw_bin_set_child (ADW_BIN (self), column);
  g_signal_connect_swapped (self->talked_through, "toggled", G_CALLBACK (talked_through_cb), self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->question, NULL, -1);
}

/* Public API */

/**
 * sdm_check_knowledge_new:
 * @knowledge: a question of the page's aid
 */
GtkWidget *
sdm_check_knowledge_new (SdmPage            *page,
                         const SdmKnowledge *knowledge)
{
  SdmCheckKnowledge *self = g_object_new (SDM_TYPE_CHECK_KNOWLEDGE, NULL);

  self->page = page;
  self->knowledge = knowledge;

  return GTK_WIDGET (self);
}

/**
 * sdm_check_knowledge_refresh:
 *
 * Shows the question with the numbers of the group that is chosen now, and what
 * was answered.
 */
void
sdm_check_knowledge_refresh (SdmCheckKnowledge *self)
{
  SdmConsultation *consultation = sdm_page_get_consultation (self->page);
  gboolean         can_change = !sdm_session_is_read_only (sdm_page_get_session (self->page));
  g_autofree char *question = fill (self, self->knowledge->question);
  g_autofree char *why = fill (self, self->knowledge->why);

  self->refreshing = TRUE;
  gtk_label_set_label (GTK_LABEL (self->question), question);
  gtk_label_set_label (GTK_LABEL (self->why), why);
  show_choices (self, can_change);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->talked_through),
                               sdm_consultation_is_talked_through (consultation, self->knowledge->id));
  gtk_widget_set_sensitive (self->talked_through, can_change);
  self->refreshing = FALSE;
  show_answer (self);
}
