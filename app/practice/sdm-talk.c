/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-text.h"

/**
 * SdmTalk:
 *
 * A talk with the made-up person of a case, turn by turn. The same case, seed and doings give the same
 * talk, byte for byte: no clock and no chance comes in. It does no I/O and asks nobody.
 */
G_DEFINE_FINAL_TYPE (SdmTalk, sdm_talk, G_TYPE_OBJECT)

static void
sdm_talk_finalize (GObject *object)
{
  SdmTalk *self = SDM_TALK (object);

  g_clear_object (&self->turns);
  g_clear_pointer (&self->cards, g_array_unref);
  g_clear_object (&self->persona);
  g_clear_object (&self->example);
  g_clear_object (&self->aid);

  G_OBJECT_CLASS (sdm_talk_parent_class)->finalize (object);
}

static void
sdm_talk_class_init (SdmTalkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_talk_finalize;
}

static void
sdm_talk_init (SdmTalk *self)
{
  self->turns = g_list_store_new (SDM_TYPE_TALK_TURN);
  self->cards = g_array_new (FALSE, FALSE, sizeof (SdmPersonaCard));
}

/* Helpers */

/* Cards are laid out so that their order gives nothing away; the seed turns the order round. */
static gint
compare_cards (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const SdmPersonaCard *) a)->text, ((const SdmPersonaCard *) b)->text);
}

static void
lay_out_cards (SdmTalk *self)
{
  guint                 n_cards;
  const SdmPersonaCard *cards = sdm_persona_get_cards (self->persona, &n_cards);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (SdmPersonaCard));

  g_array_append_vals (sorted, cards, n_cards);
  g_array_sort (sorted, compare_cards);
  for (guint i = 0; i < n_cards; i++)
    g_array_append_val (self->cards, g_array_index (sorted, SdmPersonaCard, (i + self->seed % n_cards) % n_cards));
}

static SdmTalkTurn *
take_turn (SdmTalk                *self,
           SdmTalkTurn            *turn,
           const SdmPersonaAnswer *answer)
{
  turn->seconds = self->seconds;
  sdm_talk_turn_set_answer (turn, self->persona, answer);
  g_list_store_append (self->turns, turn);
  g_object_unref (turn);

  return turn;
}

static SdmTalkTurn *
answer (SdmTalk    *self,
        const char *text,
        const char *card)
{
  SdmTalkTurn     *turn = sdm_talk_turn_new (card != NULL ? SDM_TALK_PICKED : SDM_TALK_SAID, text, NULL);
  SdmUnderstood    understood;
  SdmPersonaAnswer said;

  turn->card = g_strdup (card);
  sdm_persona_understand (self->persona, text, &understood);
  turn->heard = understood.heard;
  sdm_persona_answer (self->persona, &self->setup, &self->state, &understood, &said);

  return take_turn (self, turn, &said);
}

/* Public API */

/**
 * sdm_talk_new:
 * @example: the case
 * @aid: the aid that it names, in the version that is used now
 * @seed: 0 for the case as it is written; any other varies mood, order and company, always in the same way
 *
 * Begins a talk. Its first turn is what the person says when they come in.
 */
SdmTalk *
sdm_talk_new (SdmCase *example,
              SdmAid  *aid,
              guint32  seed)
{
  SdmTalk         *self = g_object_new (SDM_TYPE_TALK, NULL);
  SdmPersonaAnswer said;

  self->example = g_object_ref (example);
  self->aid = g_object_ref (aid);
  self->persona = sdm_persona_new (example);
  self->seed = seed;
  sdm_persona_set_up (self->persona, seed, &self->setup, &self->state);
  lay_out_cards (self);
  sdm_persona_open (self->persona, &self->setup, &said);
  take_turn (self, sdm_talk_turn_new (SDM_TALK_OPENED, NULL, NULL), &said);

  return self;
}

SdmCase *
sdm_talk_get_case (SdmTalk *self)
{
  return self->example;
}

SdmAid *
sdm_talk_get_aid (SdmTalk *self)
{
  return self->aid;
}

guint32
sdm_talk_get_seed (SdmTalk *self)
{
  return self->seed;
}

/**
 * sdm_talk_get_mood:
 *
 * Returns: the mood in which the person came in
 */
SdmMood
sdm_talk_get_mood (SdmTalk *self)
{
  return self->setup.mood;
}

/**
 * sdm_talk_get_companion:
 *
 * Returns: (nullable): the name of the one who came along, if anyone did
 */
const char *
sdm_talk_get_companion (SdmTalk *self)
{
  return self->setup.with_companion ? self->persona->companion : NULL;
}

/**
 * sdm_talk_get_turns:
 *
 * Returns: (transfer none): the turns so far, a list of #SdmTalkTurn
 */
GListModel *
sdm_talk_get_turns (SdmTalk *self)
{
  return G_LIST_MODEL (self->turns);
}

/**
 * sdm_talk_has_case_changed:
 *
 * Returns: whether the case answers differently from when the talk was kept. The turns then hold the
 *   answers as the case gives them now.
 */
gboolean
sdm_talk_has_case_changed (SdmTalk *self)
{
  return self->case_changed;
}

/**
 * sdm_talk_has_aid_changed:
 *
 * Returns: whether the talk was begun with another version of the aid
 */
gboolean
sdm_talk_has_aid_changed (SdmTalk *self)
{
  return self->aid_changed;
}

/**
 * sdm_talk_get_cards:
 * @n_cards: (out): how many there are
 *
 * Returns: (array length=n_cards) (transfer none): questions to pick, in the order in which they are laid out
 */
const SdmPersonaCard *
sdm_talk_get_cards (SdmTalk *self,
                    guint   *n_cards)
{
  *n_cards = self->cards->len;

  return &g_array_index (self->cards, SdmPersonaCard, 0);
}

/**
 * sdm_talk_has_found:
 * @hidden: id of a hidden thing of the case
 */
gboolean
sdm_talk_has_found (SdmTalk    *self,
                    const char *hidden)
{
  for (guint i = 0; i < self->persona->hidden->len; i++)
    if (g_str_equal (g_array_index (self->persona->hidden, SdmPersonaHidden, i).id, hidden))
      return (self->state.found & 1u << i) != 0;

  return FALSE;
}

gboolean
sdm_talk_has_twisted (SdmTalk *self)
{
  return self->state.has_twisted;
}

guint
sdm_talk_get_seconds (SdmTalk *self)
{
  return self->seconds;
}

/**
 * sdm_talk_set_seconds:
 * @seconds: how long the talk has taken so far, without the time in which it lay aside
 *
 * Says when what is done next is done. Time never goes back. It is kept with each turn and changes no answer.
 */
void
sdm_talk_set_seconds (SdmTalk *self,
                      guint    seconds)
{
  self->seconds = MAX (self->seconds, seconds);
}

/**
 * sdm_talk_say:
 * @text: what was typed, whatever it is; what lies beyond 10,000 characters is not kept
 *
 * Returns: (transfer none): the turn, with what the person says to it; it belongs to the talk
 */
SdmTalkTurn *
sdm_talk_say (SdmTalk    *self,
              const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *clean = sdm_text_clean (valid, -1, FALSE);

  if (g_utf8_strlen (clean, -1) > SDM_HEARD_MOST)
    *g_utf8_offset_to_pointer (clean, SDM_HEARD_MOST) = '\0';
  g_strstrip (clean);

  return answer (self, clean, NULL);
}

/**
 * sdm_talk_pick:
 * @card: id of one of the cards
 *
 * Returns: (transfer none) (nullable): the turn, or %NULL with @error set where there is no such card
 */
SdmTalkTurn *
sdm_talk_pick (SdmTalk    *self,
               const char *card,
               GError    **error)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      const SdmPersonaCard *found = &g_array_index (self->cards, SdmPersonaCard, i);

      if (g_str_equal (found->id, card))
        return answer (self, found->text, card);
    }
  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
               _ ("this case has no question card “%s”; pick another or type the question"), card);

  return NULL;
}

static gboolean
has_outcome (SdmAid     *aid,
             const char *id)
{
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (aid, &n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    if (g_strcmp0 (outcomes[i].id, id) == 0)
      return TRUE;

  return FALSE;
}

/**
 * sdm_talk_show_figure:
 *
 * Returns: (transfer none) (nullable): the turn, in which the person may say nothing, or %NULL with @error
 *   set where the aid has no such outcome
 */
SdmTalkTurn *
sdm_talk_show_figure (SdmTalk             *self,
                      const SdmTalkFigure *figure,
                      GError             **error)
{
  SdmTalkTurn     *turn;
  SdmPersonaAnswer said;

  if (!has_outcome (self->aid, figure->outcome))
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                   _ ("the aid has no outcome “%s”, so it has no figure to show"), figure->outcome);
      return NULL;
    }
  turn = sdm_talk_turn_new (SDM_TALK_SHOWED_FIGURE, NULL, NULL);
  sdm_talk_turn_set_figure (turn, figure);
  sdm_persona_see_figure (self->persona, &self->setup, &self->state, figure, &said);

  return take_turn (self, turn, &said);
}

/**
 * sdm_talk_let_see:
 * @what: what a reaction of a case can be to: "options-shown", "option-hidden", "silence", "interrupted"
 *   and the like
 * @option: (nullable): id of the option it is about
 *
 * Returns: (transfer none): the turn, in which the person may say nothing
 */
SdmTalkTurn *
sdm_talk_let_see (SdmTalk    *self,
                  const char *what,
                  const char *option)
{
  SdmPersonaAnswer said;

  sdm_persona_see (self->persona, &self->setup, &self->state, what, option, &said);

  return take_turn (self, sdm_talk_turn_new (SDM_TALK_SAW, what, option), &said);
}

/**
 * sdm_talk_enter_step:
 * @step: id of a step of the consultation, such as "weigh"
 *
 * Returns: (transfer none): the turn, in which the person may say nothing
 */
SdmTalkTurn *
sdm_talk_enter_step (SdmTalk    *self,
                     const char *step)
{
  SdmPersonaAnswer said;

  sdm_persona_enter_step (self->persona, &self->setup, &self->state, step, &said);

  return take_turn (self, sdm_talk_turn_new (SDM_TALK_ENTERED_STEP, step, NULL), &said);
}

static void
do_turn (SdmTalk     *self,
         SdmTalkTurn *turn)
{
  switch (turn->did)
    {
    case SDM_TALK_OPENED:
      break;
    case SDM_TALK_SAID:
    case SDM_TALK_PICKED:
      answer (self, turn->words, turn->card);
      break;
    case SDM_TALK_SHOWED_FIGURE:
      sdm_talk_show_figure (self, &turn->figure, NULL);
      break;
    case SDM_TALK_SAW:
      sdm_talk_let_see (self, turn->words, turn->option);
      break;
    case SDM_TALK_ENTERED_STEP:
      sdm_talk_enter_step (self, turn->words);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Returns: (transfer full): the same talk as it stood after one of its turns */
SdmTalk *
sdm_talk_new_until (SdmTalk *self,
                    guint    turn)
{
  SdmTalk    *then = sdm_talk_new (self->example, self->aid, self->seed);
  const guint n_turns = g_list_model_get_n_items (G_LIST_MODEL (self->turns));

  for (guint i = 1; i <= turn && i < n_turns; i++)
    {
      g_autoptr (SdmTalkTurn) done = g_list_model_get_item (G_LIST_MODEL (self->turns), i);

      do_turn (then, done);
    }

  return then;
}
