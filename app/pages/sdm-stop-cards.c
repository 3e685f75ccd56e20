/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-stop-cards.h"

#include <glib/gi18n.h>

#include "sdm-consultation-start.h"

/**
 * SdmStopCards:
 *
 * What the aid asks about before it is used: for each card, does it apply? A
 * card that applies says at once what to do instead, or what to leave out.
 *
 * ## Accessibility
 *
 * The two answers are a group named after what the card asks; the advice
 * describes it. `changed` comes when an answer was given or taken back.
 */
struct _SdmStopCards
{
  GtkBox parent_instance;

  SdmSession *session;
  GPtrArray  *cards; /* of Card */
  gboolean    showing;
};

G_DEFINE_FINAL_TYPE (SdmStopCards, sdm_stop_cards, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SdmStopCards      *list; /* not owned */
  const SdmStopCard *card; /* of the aid */
  GtkWidget         *answer;
  GtkWidget         *advice;
  GtkWidget         *note_field;
  GtkWidget         *note;
} Card;

static SdmConsultation *
get_consultation (SdmStopCards *self)
{
  return sdm_session_get_consultation (self->session);
}

static void
show_card (Card *card)
{
  SdmConsultation *consultation = get_consultation (card->list);
  const char      *answer = sdm_consultation_get_stop_card_answer (consultation, card->card->id);
  const char      *note = sdm_consultation_get_stop_card_note (consultation, card->card->id);

  card->list->showing = TRUE;
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (card->answer), answer);
  gtk_widget_set_visible (card->advice, g_strcmp0 (answer, "yes") == 0);
  gtk_widget_set_visible (card->note_field, answer != NULL);
  sdm_ui_show_text (card->note, note);
  card->list->showing = FALSE;
}

/* Callbacks */

static void
answered_cb (Card *card)
{
  SdmStopCards    *self = card->list;
  SdmConsultation *consultation = get_consultation (self);
  const char      *answer = sdm_choice_bar_get_value (SDM_CHOICE_BAR (card->answer));
  const gboolean   had_note = sdm_consultation_get_stop_card_note (consultation, card->card->id) != NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  if (!sdm_consultation_answer_stop_card (consultation, card->card->id, answer, &error))
    sdm_session_say (self->session, error->message);
  else if (answer == NULL && had_note)
    sdm_session_offer_undo (self->session, _ ("Answer and note taken out"));
  show_card (card);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
note_changed_cb (Card *card)
{
  g_autoptr (GError) error = NULL;

  if (card->list->showing)
    return;
  sdm_consultation_note_stop_card (get_consultation (card->list), card->card->id,
                                   gtk_editable_get_text (GTK_EDITABLE (card->note)), &error);
  sdm_ui_set_problem (card->note, error != NULL ? error->message : NULL);
}

/* Parts */

static GtkWidget *
make_advice (const SdmStopCard *card)
{
  static const char *const narrow_classes[] = { "card", "sunken", "padded" };
  GtkWidget               *advice = sdm_ui_column (4);

  if (card->stops)
    gtk_widget_add_css_class (advice, "problem-card");
  for (guint i = 0; !card->stops && i < G_N_ELEMENTS (narrow_classes); i++)
    gtk_widget_add_css_class (advice, narrow_classes[i]);
  gtk_box_append (GTK_BOX (advice), sdm_ui_label (card->stops ? _ ("Stop here. This aid is not for today.") : _ ("Go on with part of the choice."), "chrome-strong"));
  gtk_box_append (GTK_BOX (advice), sdm_ui_label (card->then, "body"));

  return advice;
}

static void
add_card (SdmStopCards      *self,
          const SdmStopCard *stop_card)
{
  const gboolean read_only = sdm_session_is_read_only (self->session);
  Card          *card = g_new0 (Card, 1);
  GtkWidget     *when = sdm_ui_label (stop_card->when, "body");
  GtkWidget     *top = sdm_ui_row (16);

  card->list = self;
  card->card = stop_card;
  card->answer = sdm_choice_bar_new ();
  /* Translators: the answers to whether something is true of the person */
  sdm_choice_bar_add (SDM_CHOICE_BAR (card->answer), "yes", _ ("Yes"));
  sdm_choice_bar_add (SDM_CHOICE_BAR (card->answer), "no", _ ("No"));
  gtk_widget_set_valign (card->answer, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (card->answer, !read_only);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (card->answer), GTK_ACCESSIBLE_RELATION_LABELLED_BY, when, NULL, -1);
  gtk_widget_set_hexpand (when, TRUE);
  gtk_box_append (GTK_BOX (top), sdm_steady_new (when));
  gtk_box_append (GTK_BOX (top), card->answer);

  card->advice = make_advice (stop_card);
  card->note = sdm_ui_entry (10);
  sdm_ui_set_limit (card->note, sdm_consultation_get_max_length ("start/stop_cards/0/note"));
  gtk_widget_set_sensitive (card->note, !read_only);
  card->note_field = sdm_ui_field (_ ("What you found"), card->note);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (card->answer), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, card->advice, NULL, -1);

  gtk_box_append (GTK_BOX (self), top);
  gtk_box_append (GTK_BOX (self), card->advice);
  gtk_box_append (GTK_BOX (self), card->note_field);
  g_ptr_array_add (self->cards, card);
  show_card (card);
  g_signal_connect_swapped (card->answer, "notify::value", G_CALLBACK (answered_cb), card);
  g_signal_connect_swapped (card->note, "changed", G_CALLBACK (note_changed_cb), card);
}

/* GObject */

static void
sdm_stop_cards_dispose (GObject *object)
{
  SdmStopCards *self = SDM_STOP_CARDS (object);

  sdm_ui_clear (GTK_WIDGET (self));
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_stop_cards_parent_class)->dispose (object);
}

static void
sdm_stop_cards_class_init (SdmStopCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_stop_cards_dispose;

  /**
   * SdmStopCards::changed:
   *
   * An answer was given or taken back.
   */
  signals[CHANGED] = g_signal_new ("changed", SDM_TYPE_STOP_CARDS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_stop_cards_init (SdmStopCards *self)
{
  self->cards = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
}

/* Public API */

/**
 * sdm_stop_cards_new:
 *
 * Returns: (transfer floating): the cards of the session's aid
 */
GtkWidget *
sdm_stop_cards_new (SdmSession *session)
{
  SdmStopCards      *self = g_object_new (SDM_TYPE_STOP_CARDS, NULL);
  guint              n_cards;
  const SdmStopCard *cards = sdm_aid_get_stop_cards (sdm_session_get_aid (session), &n_cards);

  self->session = g_object_ref (session);
  for (guint i = 0; i < n_cards; i++)
    add_card (self, &cards[i]);

  return GTK_WIDGET (self);
}

/**
 * sdm_stop_cards_refresh:
 *
 * Shows what the consultation says now.
 */
void
sdm_stop_cards_refresh (SdmStopCards *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    show_card (g_ptr_array_index (self->cards, i));
}
