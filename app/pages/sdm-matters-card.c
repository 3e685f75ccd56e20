/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-matters-card.h"

#include <glib/gi18n.h>

#include "sdm-consultation-chairs.h"
#include "sdm-consultation-companions.h"
#include "sdm-guess-list.h"
#include "sdm-matters-beside.h"
#include "sdm-ranked-matters.h"
#include "sdm-view-strip.h"

/**
 * SdmMattersCard:
 *
 * What counts most, one chair at a time. Usually the person has it. While the
 * clinician guesses, or somebody who came along answers, the person's list is
 * out of sight; and what these said stays covered until it is asked for. Then
 * it stands beside what the person said, and what is said after is kept.
 * Whenever the page comes on screen, all is covered again.
 */
struct _SdmMattersCard
{
  AdwBin parent_instance;

  SdmPage *page;       /* not owned: it owns this */
  char   **companions; /* owned: whom there is a strip for */
  char    *shown;      /* owned, nullable: which companion's view stands beside the person's */
  gboolean shows_guess;
  gboolean guess_was_seen;

  GtkWidget *content;
  GtkWidget *title;
  GtkWidget *person;
  GtkWidget *ranked;
  GtkWidget *beside;
  GtkWidget *said_after;
  GtkWidget *said_after_field;
  GtkWidget *chairs;
  GtkWidget *strips;
  GtkWidget *turn; /* nullable: while somebody else has the screen */
};

G_DEFINE_FINAL_TYPE (SdmMattersCard, sdm_matters_card, ADW_TYPE_BIN)

#define CHAIRS "matters/two_chairs"

/* Helpers */

static SdmConsultation *
get_consultation (SdmMattersCard *self)
{
  return sdm_page_get_consultation (self->page);
}

static gboolean
is_read_only (SdmMattersCard *self)
{
  return sdm_session_is_read_only (sdm_page_get_session (self->page));
}

static const char *
get_clinician (SdmMattersCard *self)
{
  return sdm_consultation_get_text (get_consultation (self), "start/seen_by/name");
}

/* What stands beside */

static void
show_beside (SdmMattersCard *self)
{
  if (self->shows_guess)
    sdm_matters_beside_show_guess (SDM_MATTERS_BESIDE (self->beside));
  else if (self->shown != NULL)
    sdm_matters_beside_show_companion (SDM_MATTERS_BESIDE (self->beside), self->shown);
  else
    sdm_matters_beside_cover (SDM_MATTERS_BESIDE (self->beside));
  sdm_ranked_matters_set_choosing (SDM_RANKED_MATTERS (self->ranked), !self->shows_guess && self->shown == NULL);
  gtk_widget_set_visible (self->said_after_field, self->shows_guess);
}

/* Before anybody guessed, and while the guess is covered. */
static char *
dup_chairs_words (SdmMattersCard *self,
                  gboolean        has_guess,
                  gboolean        has_answer)
{
  const char *clinician = get_clinician (self);

  if (!has_guess)
    /* Translators: %s is a clinician: "Two chairs: Dr Shah guesses first, then you answer." */
    return clinician != NULL ? g_strdup_printf (_ ("Two chairs: %s guesses first, then you answer."), clinician)
                             : g_strdup (_ ("Two chairs: first a guess, then your answer."));
  if (self->shows_guess)
    /* Translators: %s is a clinician: "Dr Shah’s guess is the triangle above the line." */
    return clinician != NULL ? g_strdup_printf (_ ("%s’s guess is the triangle above the line."), clinician)
                             : g_strdup (_ ("The guess is the triangle above the line."));
  if (!has_answer)
    /* Translators: %s is a clinician: "Dr Shah has made a guess. Now it is your turn." */
    return clinician != NULL ? g_strdup_printf (_ ("%s has made a guess. Now it is your turn."), clinician)
                             : g_strdup (_ ("A guess has been made. Now it is your turn."));

  /* Translators: %s is a clinician: "Dr Shah has made a guess." */
  return clinician != NULL ? g_strdup_printf (_ ("%s has made a guess."), clinician)
                           : g_strdup (_ ("A guess has been made."));
}

static void
show_chairs (SdmMattersCard *self)
{
  SdmViewStrip    *strip = SDM_VIEW_STRIP (self->chairs);
  const gboolean   has_guess = sdm_consultation_has_guess (get_consultation (self));
  const gboolean   has_answer = sdm_consultation_has_answer (get_consultation (self));
  g_autofree char *words = dup_chairs_words (self, has_guess, has_answer);

  if (!has_guess && (is_read_only (self) || !sdm_guess_list_is_possible (sdm_page_get_session (self->page))))
    {
      sdm_view_strip_say (strip, NULL);
      return;
    }
  sdm_view_strip_say (strip, words);
  /* A guess that was seen beside the answer stays as it is, or goes. */
  if (is_read_only (self))
    sdm_view_strip_offer_turn (strip, NULL);
  else if (!has_guess)
    sdm_view_strip_offer_turn (strip, _ ("Make a guess"));
  else
    sdm_view_strip_offer_turn (strip, self->guess_was_seen ? _ ("Take the guess out") : _ ("Change the guess"));
  sdm_view_strip_offer_show (strip, !has_guess ? NULL : self->shows_guess ? _ ("Cover the guess") : _ ("Show both"), has_answer || is_read_only (self));
}

static void
show_companion (SdmMattersCard *self,
                GtkWidget      *strip)
{
  const char *name = g_object_get_data (G_OBJECT (strip), "name");

  sdm_view_strip_show_companion (SDM_VIEW_STRIP (strip), name,
                                 json_array_size (sdm_consultation_peek_companion_ranked (get_consultation (self), name)) > 0,
                                 g_strcmp0 (self->shown, name) == 0, is_read_only (self));
}

static void
show_strips (SdmMattersCard *self)
{
  show_chairs (self);
  for (GtkWidget *strip = gtk_widget_get_next_sibling (self->chairs); strip != NULL; strip = gtk_widget_get_next_sibling (strip))
    show_companion (self, strip);
}

static void
cover (SdmMattersCard *self)
{
  self->shows_guess = FALSE;
  g_clear_pointer (&self->shown, g_free);
  show_beside (self);
  show_strips (self);
}

/* The person's list from its top, and the focus in it. */
static void
show_person (SdmMattersCard *self)
{
  gtk_widget_child_focus (self->person, GTK_DIR_TAB_FORWARD);
  sdm_ui_scroll_to (GTK_WIDGET (self));
}

/* Somebody else’s turn */

static void
show_title (SdmMattersCard *self,
            const char     *title)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
}

static void
end_turn (SdmMattersCard *self)
{
  if (self->turn == NULL)
    return;
  gtk_widget_set_visible (self->person, TRUE);
  gtk_box_remove (GTK_BOX (self->content), self->turn);
  self->turn = NULL;
  show_title (self, _ ("What counts most, top first"));
  show_strips (self);
}

static void
done_cb (SdmMattersCard *self)
{
  end_turn (self);
  show_person (self);
}

/* The person's list goes before the other one's comes. */
static void
begin_turn (SdmMattersCard *self,
            const char     *helper,
            GtkWidget      *list)
{
  GtkWidget *done = sdm_ui_button (_ ("Cover it and turn the screen"), "ev-swap-symbolic");

  cover (self);
  gtk_widget_set_visible (self->person, FALSE);
  self->turn = sdm_ui_column (12);
  gtk_widget_set_halign (done, GTK_ALIGN_START);
  g_signal_connect_object (done, "clicked", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->turn), sdm_ui_label (helper, "body"));
  gtk_box_append (GTK_BOX (self->turn), list);
  gtk_box_append (GTK_BOX (self->turn), done);
  gtk_box_append (GTK_BOX (self->content), self->turn);
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
  sdm_ui_scroll_to (GTK_WIDGET (self));
}

/* Callbacks */

static void
take_guess_out (SdmMattersCard *self)
{
  SdmConsultation *consultation = get_consultation (self);
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_remove (consultation, CHAIRS, &error))
    {
      sdm_session_say (sdm_page_get_session (self->page), error->message);
      return;
    }
  sdm_session_offer_undo (sdm_page_get_session (self->page), _ ("Guess taken out"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->said_after)))), "", -1);
  cover (self);
}

static void
guess_turn_cb (SdmMattersCard *self)
{
  const char      *clinician = get_clinician (self);
  g_autofree char *person = sdm_consultation_dup_greeting_name (get_consultation (self));
  g_autofree char *helper = NULL;
  g_autofree char *title = NULL;
  GtkWidget       *guess;

  if (sdm_consultation_has_guess (get_consultation (self)) && self->guess_was_seen)
    {
      take_guess_out (self);
      return;
    }
  self->guess_was_seen = FALSE;
  if (*person != '\0')
    /* Translators: %s is the person */
    helper = g_strdup_printf (_ ("Turn the screen so that only you see it. How much does each one count for %s? Leave out what you cannot tell."), person);
  else
    helper = g_strdup (_ ("Turn the screen so that only you see it. How much does each one count for the person? Leave out what you cannot tell."));
  /* Translators: %s is a clinician: "Dr Shah’s guess" */
  title = clinician != NULL ? g_strdup_printf (_ ("%s’s guess"), clinician) : g_strdup (_ ("The guess"));
  show_title (self, title);
  guess = sdm_guess_list_new (sdm_page_get_session (self->page));
  sdm_page_place_mark (guess, CHAIRS);
  begin_turn (self, helper, guess);
}

static void
show_both_cb (SdmMattersCard *self)
{
  const gboolean will_show = !self->shows_guess;

  cover (self);
  self->shows_guess = will_show;
  self->guess_was_seen = self->guess_was_seen || will_show;
  show_beside (self);
  show_strips (self);
  if (will_show)
    show_person (self);
}

static void
companion_turn_cb (SdmViewStrip   *strip,
                   SdmMattersCard *self)
{
  const char *name = g_object_get_data (G_OBJECT (strip), "name");
  /* Translators: %s came along with the person: "What counts most, as Jo sees it" */
  g_autofree char *title = g_strdup_printf (_ ("What counts most, as %s sees it"), name);
  g_autofree char *helper = sdm_view_strip_dup_turn_words (name);

  show_title (self, title);
  begin_turn (self, helper, sdm_ranked_matters_new (sdm_page_get_session (self->page), name));
}

static void
companion_show_cb (SdmViewStrip   *strip,
                   SdmMattersCard *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (strip), "name"));
  const gboolean   will_show = g_strcmp0 (self->shown, name) != 0;

  cover (self);
  if (will_show)
    self->shown = g_steal_pointer (&name);
  show_beside (self);
  show_strips (self);
  if (will_show)
    show_person (self);
}

static void
consultation_changed_cb (SdmMattersCard *self,
                         const char     *path)
{
  if (self->turn != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !g_str_has_prefix (path, "matters/ranked"))
    return;
  show_beside (self);
  show_strips (self);
}

/* Whoever comes to the page sees the person's list, and nothing beside it. */
static void
map_cb (SdmMattersCard *self)
{
  end_turn (self);
  cover (self);
}

/* Parts */

static GtkWidget *
make_top (SdmMattersCard *self)
{
  GtkWidget *top = sdm_ui_row (12);

  self->title = sdm_ui_label (_ ("What counts most, top first"), "h3");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (top), self->title);
  gtk_box_append (GTK_BOX (top), sdm_ui_label (_ ("0 not at all – 10 most of all"), "caption"));

  return top;
}

static GtkWidget *
make_person (SdmMattersCard *self)
{
  SdmSession *session = sdm_page_get_session (self->page);
  GtkWidget  *person = sdm_ui_column (12);

  self->ranked = sdm_ranked_matters_new (session, NULL);
  self->beside = sdm_matters_beside_new (session, sdm_ranked_matters_get_model (SDM_RANKED_MATTERS (self->ranked)));
  self->said_after = sdm_ui_text (48);
  self->said_after_field = sdm_ui_field (_ ("What was said about it"), self->said_after);
  sdm_page_bind_text (self->page, self->said_after, CHAIRS "/said_after");
  self->chairs = sdm_view_strip_new ("ev-chairs-symbolic");
  g_signal_connect_object (self->chairs, "turn", G_CALLBACK (guess_turn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chairs, "show-view", G_CALLBACK (show_both_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->chairs, "chairs");
  sdm_page_place_mark (self->chairs, CHAIRS);
  self->strips = sdm_ui_column (4);
  sdm_page_place_mark (self->strips, "matters/companion");
  gtk_box_append (GTK_BOX (self->strips), self->chairs);

  gtk_box_append (GTK_BOX (person), self->ranked);
  gtk_box_append (GTK_BOX (person), self->beside);
  gtk_box_append (GTK_BOX (person), self->said_after_field);
  gtk_box_append (GTK_BOX (person), self->strips);

  return person;
}

static void
make_companions (SdmMattersCard *self)
{
  g_auto (GStrv) names = sdm_consultation_dup_companions (get_consultation (self));

  if (self->companions != NULL && g_strv_equal ((const char *const *) names, (const char *const *) self->companions))
    return;
  while (gtk_widget_get_next_sibling (self->chairs) != NULL)
    gtk_box_remove (GTK_BOX (self->strips), gtk_widget_get_next_sibling (self->chairs));
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *strip = sdm_view_strip_new ("ev-person-symbolic");

      g_object_set_data_full (G_OBJECT (strip), "name", g_strdup (names[i]), g_free);
      g_signal_connect_object (strip, "turn", G_CALLBACK (companion_turn_cb), self, 0);
      g_signal_connect_object (strip, "show-view", G_CALLBACK (companion_show_cb), self, 0);
      gtk_box_append (GTK_BOX (self->strips), strip);
    }
  g_strfreev (self->companions);
  self->companions = g_steal_pointer (&names);
}

/* GObject */

static void
sdm_matters_card_finalize (GObject *object)
{
  SdmMattersCard *self = SDM_MATTERS_CARD (object);

  g_strfreev (self->companions);
  g_free (self->shown);

  G_OBJECT_CLASS (sdm_matters_card_parent_class)->finalize (object);
}

static void
sdm_matters_card_class_init (SdmMattersCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_matters_card_finalize;
}

static void
sdm_matters_card_init (SdmMattersCard *self)
{
}

/* Public API */

/**
 * sdm_matters_card_new:
 *
 * Returns: (transfer floating): the card, with the person's list
 */
GtkWidget *
sdm_matters_card_new (SdmPage *page)
{
  SdmMattersCard *self = g_object_new (SDM_TYPE_MATTERS_CARD, NULL);
  GtkWidget      *card = sdm_ui_card (NULL, &self->content);

  self->page = page;
  gtk_box_append (GTK_BOX (self->content), make_top (self));
  self->person = make_person (self);
  gtk_box_append (GTK_BOX (self->content), self->person);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);
  adw_bin_set_child (ADW_BIN (self), card);
  g_signal_connect_object (get_consultation (self), "changed", G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);

  return GTK_WIDGET (self);
}

/**
 * sdm_matters_card_refresh:
 *
 * Shows what the consultation holds now. Whoever has the screen keeps it, as
 * after an undo.
 */
void
sdm_matters_card_refresh (SdmMattersCard *self)
{
  GtkWidget *list = self->turn != NULL ? gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->turn)) : NULL;

  sdm_ranked_matters_refresh (SDM_RANKED_MATTERS (self->ranked));
  if (list != NULL && SDM_IS_RANKED_MATTERS (list))
    sdm_ranked_matters_refresh (SDM_RANKED_MATTERS (list));
  if (list != NULL && SDM_IS_GUESS_LIST (list))
    sdm_guess_list_refresh (SDM_GUESS_LIST (list));
  make_companions (self);
  show_beside (self);
  show_strips (self);
}
