/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-figure-deck.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * SdmFigureDeck:
 *
 * The cards of several outcomes, one under the other; or, where the text is
 * large, one at a time, with a way to the next and to the one before, which
 * are named. "seen" is emitted when another card has come on screen.
 */
struct _SdmFigureDeck
{
  GtkBox parent_instance;

  gboolean   is_narrow;
  gboolean   one_by_one;
  guint      place; /* of the card that is seen by itself */
  GPtrArray *cards; /* of SdmFigureCard, not owned */

  GtkWidget *turner;
  GtkWidget *before;
  GtkWidget *where;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (SdmFigureDeck, sdm_figure_deck, GTK_TYPE_BOX)

enum
{
  SIGNAL_SEEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Helpers */

static const char *
get_title (SdmFigureDeck *self,
           guint          place)
{
  return sdm_figure_card_get_outcome (g_ptr_array_index (self->cards, place))->title;
}

static void
set_words (GtkWidget  *button,
           const char *words)
{
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_turner (SdmFigureDeck *self)
{
  const gboolean   has_before = self->place > 0;
  const gboolean   has_next = self->place + 1 < self->cards->len;
  g_autofree char *where = NULL;
  g_autofree char *before = NULL;
  g_autofree char *next = NULL;

  gtk_widget_set_visible (self->turner, self->one_by_one && self->cards->len > 1);
  if (!gtk_widget_get_visible (self->turner))
    return;

  /* Translators: which of several outcomes is on screen: "2 of 8" */
  where = g_strdup_printf (_ ("%u of %u"), self->place + 1, self->cards->len);
  gtk_label_set_label (GTK_LABEL (self->where), where);
  gtk_widget_set_visible (self->before, has_before);
  gtk_widget_set_visible (self->next, has_next);
  /* Translators: buttons that turn to another outcome: "Next: Muscle aches" */
  next = g_strdup_printf (_ ("Next: %s"), has_next ? get_title (self, self->place + 1) : "");
  before = g_strdup_printf (_ ("Back: %s"), has_before ? get_title (self, self->place - 1) : "");
  set_words (self->next, next);
  set_words (self->before, before);
}

static void
show_cards (SdmFigureDeck *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      gtk_widget_set_visible (g_ptr_array_index (self->cards, i), !self->one_by_one || i == self->place);
      sdm_figure_card_set_fit (g_ptr_array_index (self->cards, i), self->is_narrow, self->one_by_one);
    }
  show_turner (self);
}

static void
turn_to (SdmFigureDeck *self,
         guint          place,
         GtkWidget     *button,
         GtkWidget     *other)
{
  const gboolean had_focus = gtk_widget_has_focus (button);

  if (place >= self->cards->len)
    return;
  self->place = place;
  show_cards (self);
  /* At the end the button goes away; the keyboard stays beside it. */
  if (had_focus && !gtk_widget_get_visible (button))
    gtk_widget_grab_focus (other);
  g_signal_emit (self, signals[SIGNAL_SEEN], 0);
}

/* Callbacks */

static void
next_cb (SdmFigureDeck *self)
{
  turn_to (self, self->place + 1, self->next, self->before);
}

static void
before_cb (SdmFigureDeck *self)
{
  if (self->place > 0)
    turn_to (self, self->place - 1, self->before, self->next);
}

/* GObject */

static GtkWidget *
add_button (SdmFigureDeck *self,
            GCallback      callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), sdm_ui_label (NULL, NULL));
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (self->turner), button);

  return button;
}

static void
sdm_figure_deck_finalize (GObject *object)
{
  g_ptr_array_unref (SDM_FIGURE_DECK (object)->cards);

  G_OBJECT_CLASS (sdm_figure_deck_parent_class)->finalize (object);
}

static void
sdm_figure_deck_class_init (SdmFigureDeckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_figure_deck_finalize;

  signals[SIGNAL_SEEN] = g_signal_new ("seen", SDM_TYPE_FIGURE_DECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_figure_deck_init (SdmFigureDeck *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->cards = g_ptr_array_new ();
  self->turner = sdm_ui_row (12);
  self->before = add_button (self, G_CALLBACK (before_cb));
  self->where = sdm_ui_label (NULL, "chrome");
  gtk_widget_set_hexpand (self->where, TRUE);
  gtk_box_append (GTK_BOX (self->turner), self->where);
  self->next = add_button (self, G_CALLBACK (next_cb));
  gtk_widget_set_visible (self->turner, FALSE);
  gtk_box_append (GTK_BOX (self), self->turner);
}

/* Public API */

GtkWidget *
sdm_figure_deck_new (void)
{
  return g_object_new (SDM_TYPE_FIGURE_DECK, NULL);
}

/**
 * sdm_figure_deck_set_cards:
 * @cards: (element-type SdmFigureCard): new ones, in the order they are seen
 *
 * Takes the place of all cards that were there.
 */
void
sdm_figure_deck_set_cards (SdmFigureDeck *self,
                           GPtrArray     *cards)
{
  g_return_if_fail (SDM_IS_FIGURE_DECK (self));

  for (guint i = 0; i < self->cards->len; i++)
    gtk_box_remove (GTK_BOX (self), g_ptr_array_index (self->cards, i));
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < cards->len; i++)
    {
      gtk_box_append (GTK_BOX (self), g_ptr_array_index (cards, i));
      g_ptr_array_add (self->cards, g_ptr_array_index (cards, i));
    }
  self->place = self->place < cards->len ? self->place : 0;
  show_cards (self);
}

guint
sdm_figure_deck_get_n_cards (SdmFigureDeck *self)
{
  g_return_val_if_fail (SDM_IS_FIGURE_DECK (self), 0);

  return self->cards->len;
}

/**
 * sdm_figure_deck_set_fit:
 * @is_narrow: whether there is little room for options side by side
 * @has_large_text: shows one card at a time
 */
void
sdm_figure_deck_set_fit (SdmFigureDeck *self,
                         gboolean       is_narrow,
                         gboolean       has_large_text)
{
  g_return_if_fail (SDM_IS_FIGURE_DECK (self));

  if (self->is_narrow == is_narrow && self->one_by_one == has_large_text)
    return;
  self->is_narrow = is_narrow;
  self->one_by_one = has_large_text;
  show_cards (self);
  g_signal_emit (self, signals[SIGNAL_SEEN], 0);
}

/**
 * sdm_figure_deck_foreach_seen:
 * @func: called with each card that is on screen
 */
void
sdm_figure_deck_foreach_seen (SdmFigureDeck *self,
                              GFunc          func,
                              gpointer       user_data)
{
  g_return_if_fail (SDM_IS_FIGURE_DECK (self));

  for (guint i = 0; i < self->cards->len; i++)
    if (gtk_widget_get_visible (g_ptr_array_index (self->cards, i)))
      func (g_ptr_array_index (self->cards, i), user_data);
}
