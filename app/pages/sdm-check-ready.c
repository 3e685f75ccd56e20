/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-check-ready.h"

#include <glib/gi18n.h>

#include "sdm-consultation-check-answers.h"

/**
 * SdmCheckReady:
 *
 * Ready to decide? Four questions with yes and no. A "no" leads back to the step
 * that can help; nothing is counted.
 */
struct _SdmCheckReady
{
  AdwBin parent_instance;

  SdmPage   *page; /* not owned: it owns this */
  GtkWidget *questions;
  GPtrArray *bars;  /* of SdmChoiceBar, not owned, in the order of the questions */
  GPtrArray *links; /* of GtkButton, not owned */
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmCheckReady, sdm_check_ready, ADW_TYPE_BIN)

static void
show_links (SdmCheckReady *self)
{
  const SdmInstrument *instrument = sdm_instrument_get_ready ();

  for (guint i = 0; i < instrument->n_items; i++)
    {
      const char *answer = sdm_consultation_get_ready (sdm_page_get_consultation (self->page), instrument->items[i].id);

      gtk_widget_set_visible (g_ptr_array_index (self->links, i), g_strcmp0 (answer, "no") == 0);
    }
}

/* Callbacks */

static void
answered_cb (GtkWidget     *bar,
             GParamSpec    *pspec,
             SdmCheckReady *self)
{
  g_autoptr (GError) error = NULL;

  if (self->refreshing)
    return;
  if (!sdm_consultation_set_ready (sdm_page_get_consultation (self->page), g_object_get_data (G_OBJECT (bar), "item"),
                                   sdm_choice_bar_get_value (SDM_CHOICE_BAR (bar)), &error))
    sdm_session_say (sdm_page_get_session (self->page), error->message);
  show_links (self);
}

static void
look_again_cb (GtkWidget     *button,
               SdmCheckReady *self)
{
  SdmStep step;

  if (sdm_step_from_id (sdm_instrument_get_step_for_no (g_object_get_data (G_OBJECT (button), "item")), &step))
    sdm_session_go_to (sdm_page_get_session (self->page), step);
}

/* Building */

static void
add_question (SdmCheckReady           *self,
              const SdmInstrumentItem *item)
{
  GtkWidget *question = sdm_ui_column (6);
  GtkWidget *line = sdm_ui_row (16);
  GtkWidget *text = sdm_ui_label (_ (item->text), "body");
  GtkWidget *bar = sdm_choice_bar_new ();
  GtkWidget *link = sdm_ui_button (_ ("Look at that again"), "ev-left-symbolic");

  sdm_choice_bar_add (SDM_CHOICE_BAR (bar), "yes", _ ("Yes"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (bar), "no", _ ("No"));
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, text, NULL, -1);
  g_object_set_data (G_OBJECT (bar), "item", (gpointer) item->id);
  g_signal_connect (bar, "notify::value", G_CALLBACK (answered_cb), self);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (line), sdm_steady_new (text));
  gtk_box_append (GTK_BOX (line), bar);

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (link), "item", (gpointer) item->id);
  g_signal_connect (link, "clicked", G_CALLBACK (look_again_cb), self);

  gtk_box_append (GTK_BOX (question), line);
  gtk_box_append (GTK_BOX (question), link);
  gtk_box_append (GTK_BOX (self->questions), question);
  g_ptr_array_add (self->bars, bar);
  g_ptr_array_add (self->links, link);
}

/* GObject */

static void
sdm_check_ready_finalize (GObject *object)
{
  SdmCheckReady *self = SDM_CHECK_READY (object);

  g_clear_pointer (&self->bars, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_check_ready_parent_class)->finalize (object);
}

static void
sdm_check_ready_class_init (SdmCheckReadyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_check_ready_finalize;
}

static void
sdm_check_ready_init (SdmCheckReady *self)
{
  const SdmInstrument *instrument = sdm_instrument_get_ready ();
  GtkWidget           *content;
  GtkWidget           *card = sdm_ui_card (_ (instrument->title), &content);

  self->bars = g_ptr_array_new ();
  self->links = g_ptr_array_new ();
  self->questions = sdm_ui_column (10);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("A “no” is fine. It shows us where to look again."), "body"));
  gtk_box_append (GTK_BOX (content), self->questions);
  for (guint i = 0; i < instrument->n_items; i++)
    add_question (self, &instrument->items[i]);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ (instrument->note), "caption"));
  adw_bin_set_child (ADW_BIN (self), card);
}

/* Public API */

GtkWidget *
sdm_check_ready_new (SdmPage *page)
{
  SdmCheckReady *self = g_object_new (SDM_TYPE_CHECK_READY, NULL);

  self->page = page;

  return GTK_WIDGET (self);
}

/**
 * sdm_check_ready_refresh:
 *
 * Shows the answers as they stand in the consultation.
 */
void
sdm_check_ready_refresh (SdmCheckReady *self)
{
  const SdmInstrument *instrument = sdm_instrument_get_ready ();
  SdmConsultation     *consultation = sdm_page_get_consultation (self->page);
  gboolean             can_change = !sdm_session_is_read_only (sdm_page_get_session (self->page));

  self->refreshing = TRUE;
  for (guint i = 0; i < instrument->n_items; i++)
    {
      GtkWidget *bar = g_ptr_array_index (self->bars, i);

      sdm_choice_bar_set_value (SDM_CHOICE_BAR (bar), sdm_consultation_get_ready (consultation, instrument->items[i].id));
      gtk_widget_set_sensitive (bar, can_change);
    }
  self->refreshing = FALSE;
  show_links (self);
}
