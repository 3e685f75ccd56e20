/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-card-list.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * SdmCardList:
 *
 * Questions to pick in a talk with a made-up patient: open and closed ones, mixed as the talk lays them out.
 * Which is which, and where it leads, is not told. Nothing of what a card is called in its case comes on the
 * screen.
 *
 * ## Signals
 *
 * `picked` with the id of the card.
 */
struct _SdmCardList
{
  AdwBin parent_instance;

  GtkWidget *cards;
  SdmTalk   *talk; /* nullable: whose cards are shown */
};

G_DEFINE_FINAL_TYPE (SdmCardList, sdm_card_list, ADW_TYPE_BIN)

static guint picked_signal;

static void
clicked_cb (GtkWidget   *button,
            SdmCardList *self)
{
  g_signal_emit (self, picked_signal, 0, g_object_get_data (G_OBJECT (button), "card"));
}

static GtkWidget *
make_card (SdmCardList          *self,
           const SdmPersonaCard *card)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = sdm_ui_label (card->text, "chrome");

  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "home-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, card->text, -1);
  g_object_set_data_full (G_OBJECT (button), "card", g_strdup (card->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

/* GObject */

static void
sdm_card_list_dispose (GObject *object)
{
  g_clear_object (&SDM_CARD_LIST (object)->talk);

  G_OBJECT_CLASS (sdm_card_list_parent_class)->dispose (object);
}

static void
sdm_card_list_class_init (SdmCardListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_card_list_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sdm_card_list_init (SdmCardList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->cards = sdm_ui_column (4);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->cards);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions to pick"), -1);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* Public API */

GtkWidget *
sdm_card_list_new (void)
{
  return g_object_new (SDM_TYPE_CARD_LIST, NULL);
}

/**
 * sdm_card_list_set_talk:
 * @talk: (nullable): whose cards to show; they are made once
 */
void
sdm_card_list_set_talk (SdmCardList *self,
                        SdmTalk     *talk)
{
  const SdmPersonaCard *cards;
  guint                 n_cards = 0;

  if (talk == self->talk)
    return;
  g_set_object (&self->talk, talk);
  sdm_ui_clear (self->cards);
  if (talk == NULL)
    return;
  cards = sdm_talk_get_cards (talk, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    gtk_box_append (GTK_BOX (self->cards), make_card (self, &cards[i]));
}
