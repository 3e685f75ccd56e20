/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-after-visit.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sdm-choice-bar.h"
#include "sdm-instruments.h"
#include "sdm-ui.h"

/**
 * SdmAfterVisit:
 *
 * Three questions for the person alone, on a plain screen of its own: no names,
 * nothing of the talk. The answers live in this window and go with it; whoever is
 * told that they are given may ask for them.
 *
 * ## Signals
 *
 * `answered` with whether all questions were answered, once, when the person
 * hands the screen back.
 */
struct _SdmAfterVisit
{
  GtkWindow parent_instance;

  GPtrArray *bars; /* of SdmChoiceBar, not owned */
  GtkWidget *said;
  GtkWidget *done;
  gboolean   told;
};

G_DEFINE_FINAL_TYPE (SdmAfterVisit, sdm_after_visit, GTK_TYPE_WINDOW)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_all_answered (SdmAfterVisit *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    if (sdm_choice_bar_get_value (g_ptr_array_index (self->bars, i)) == NULL)
      return FALSE;

  return TRUE;
}

static void
hand_back (SdmAfterVisit *self,
           gboolean       answered)
{
  if (self->told)
    return;
  self->told = TRUE;
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, answered);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Callbacks */

static void
chosen_cb (SdmAfterVisit *self)
{
  gtk_widget_set_sensitive (self->done, is_all_answered (self));
}

static void
done_cb (SdmAfterVisit *self)
{
  hand_back (self, is_all_answered (self));
}

static void
rather_not_cb (SdmAfterVisit *self)
{
  hand_back (self, FALSE);
}

static gboolean
close_cb (SdmAfterVisit *self)
{
  hand_back (self, FALSE);

  return TRUE;
}

/* Building */

static GtkWidget *
make_question (SdmAfterVisit           *self,
               const SdmInstrumentItem *item,
               guint                    scale_max)
{
  GtkWidget *column = sdm_ui_column (6);
  GtkWidget *bar = sdm_choice_bar_new ();
  GtkWidget *ends = sdm_ui_row (8);
  GtkWidget *low = sdm_ui_label (_ ("not at all"), "caption");
  GtkWidget *high = sdm_ui_label (_ ("as much as could be"), "caption");
  GtkWidget *text = sdm_ui_label (_ (item->text), "body");

  for (guint i = 0; i <= scale_max; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      sdm_choice_bar_add (SDM_CHOICE_BAR (bar), number, number);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, text, NULL, -1);
  g_signal_connect_object (bar, "notify::value", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->bars, bar);

  gtk_widget_set_hexpand (low, TRUE);
  gtk_box_append (GTK_BOX (ends), low);
  gtk_box_append (GTK_BOX (ends), high);
  gtk_box_append (GTK_BOX (column), text);
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), ends);

  return column;
}

static GtkWidget *
make_buttons (SdmAfterVisit *self)
{
  GtkWidget *row = sdm_ui_row (16);
  GtkWidget *rather_not = sdm_ui_button (_ ("I’d rather not"), NULL);

  self->done = sdm_ui_button (_ ("I have answered"), NULL);
  gtk_widget_add_css_class (self->done, "suggested-action");
  gtk_widget_set_sensitive (self->done, FALSE);
  g_signal_connect_swapped (rather_not, "clicked", G_CALLBACK (rather_not_cb), self);
  g_signal_connect_swapped (self->done, "clicked", G_CALLBACK (done_cb), self);
  gtk_box_append (GTK_BOX (row), rather_not);
  gtk_box_append (GTK_BOX (row), self->done);

  return row;
}

/* GObject */

static void
sdm_after_visit_finalize (GObject *object)
{
  g_clear_pointer (&SDM_AFTER_VISIT (object)->bars, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_after_visit_parent_class)->finalize (object);
}

static void
sdm_after_visit_class_init (SdmAfterVisitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_after_visit_finalize;

  /**
   * SdmAfterVisit::answered:
   * @answered: whether all questions were answered
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
sdm_after_visit_init (SdmAfterVisit *self)
{
  const SdmInstrument *instrument = sdm_instrument_get_after_visit ();
  GtkWidget           *scroller = gtk_scrolled_window_new ();
  GtkWidget           *clamp = adw_clamp_new ();
  GtkWidget           *column = sdm_ui_column (24);

  self->bars = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Before you go"), "h1"));
  self->said = sdm_ui_label (NULL, "body");
  gtk_box_append (GTK_BOX (column), self->said);
  for (guint i = 0; i < instrument->n_items; i++)
    gtk_box_append (GTK_BOX (column), make_question (self, &instrument->items[i], instrument->scale_max));
  gtk_box_append (GTK_BOX (column), make_buttons (self));
  gtk_box_append (GTK_BOX (column), sdm_ui_label (_ (instrument->note), "caption"));

  gtk_widget_add_css_class (column, "page");
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_window_set_child (GTK_WINDOW (self), scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self), "patient");
  gtk_window_set_title (GTK_WINDOW (self), _ ("Before you go"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  g_signal_connect (self, "close-request", G_CALLBACK (close_cb), NULL);
}

/* Public API */

/**
 * sdm_after_visit_new:
 * @are_kept: whether the answers are kept, without a name; the person is told
 *
 * Returns: the window, not shown yet
 */
GtkWidget *
sdm_after_visit_new (gboolean are_kept)
{
  SdmAfterVisit *self = g_object_new (SDM_TYPE_AFTER_VISIT, NULL);

  gtk_label_set_label (GTK_LABEL (self->said),
                       are_kept ? _ ("Three short questions for you alone. Your answers are kept without your name. Nobody can see which ones are yours.")
                                : _ ("Three short questions for you alone. This is practice: your answers are not kept, and nobody sees them."));

  return GTK_WIDGET (self);
}

/**
 * sdm_after_visit_open:
 * @clinician: the window that it covers
 *
 * Shows it in place of @clinician: on the whole screen, or where that is refused, as large as @clinician.
 */
void
sdm_after_visit_open (SdmAfterVisit *self,
                      GtkWindow     *clinician)
{
  g_return_if_fail (SDM_IS_AFTER_VISIT (self));

  gtk_window_set_transient_for (GTK_WINDOW (self), clinician);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), gtk_widget_get_width (GTK_WIDGET (clinician)), gtk_widget_get_height (GTK_WIDGET (clinician)));
  gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * sdm_after_visit_get_mark:
 * @question: which one, from 0
 *
 * Returns: the mark it got; 0 where it has none
 */
guint
sdm_after_visit_get_mark (SdmAfterVisit *self,
                          guint          question)
{
  const char *value;

  g_return_val_if_fail (SDM_IS_AFTER_VISIT (self), 0);
  g_return_val_if_fail (question < self->bars->len, 0);

  value = sdm_choice_bar_get_value (g_ptr_array_index (self->bars, question));
  return value != NULL ? (guint) g_ascii_strtoull (value, NULL, 10) : 0;
}
