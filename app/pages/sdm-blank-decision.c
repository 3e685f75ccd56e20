/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-blank-decision.h"

#include <glib/gi18n.h>

#include "sdm-blank-text.h"
#include "sdm-consultation-blank.h"

/**
 * SdmBlankDecision:
 *
 * What there is to decide, written down by the two of them as a question.
 */
struct _SdmBlankDecision
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (SdmBlankDecision, sdm_blank_decision, ADW_TYPE_BIN)

static void
typed_cb (SdmBlankDecision *self,
          const char       *typed)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_blank_decision (sdm_page_get_consultation (self->page), typed, &error);
  sdm_blank_text_set_problem (SDM_BLANK_TEXT (self->text), error != NULL ? error->message : NULL);
}

static void
sdm_blank_decision_class_init (SdmBlankDecisionClass *klass)
{
}

static void
sdm_blank_decision_init (SdmBlankDecision *self)
{
}

GtkWidget *
sdm_blank_decision_new (SdmPage *page)
{
  SdmBlankDecision *self = g_object_new (SDM_TYPE_BLANK_DECISION, NULL);
  GtkWidget        *column = sdm_ui_column (6);

  self->page = page;
  self->text = sdm_blank_text_new (66, _ ("For example: Should I try a hearing aid?"), TRUE);
  sdm_blank_text_set_name (SDM_BLANK_TEXT (self->text), _ ("The decision, as a question"));
  gtk_widget_add_css_class (self->text, "decision");
  sdm_page_place_mark (sdm_blank_text_get_view (SDM_BLANK_TEXT (self->text)), "blank/decision");
  gtk_widget_set_sensitive (self->text, !sdm_session_is_read_only (sdm_page_get_session (page)));
  g_signal_connect_object (self->text, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("A blank page for two"), "h2"));
  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("No aid has been written for this. Write your own question here, and your own options on the page of options."), "body"));
  gtk_box_append (GTK_BOX (column), self->text);
  adw_bin_set_child (ADW_BIN (self), column);
  sdm_blank_decision_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_blank_decision_refresh:
 *
 * Shows what the consultation holds now.
 */
void
sdm_blank_decision_refresh (SdmBlankDecision *self)
{
  sdm_blank_text_set_text (SDM_BLANK_TEXT (self->text), sdm_consultation_get_text (sdm_page_get_consultation (self->page), "blank/decision"));
}
