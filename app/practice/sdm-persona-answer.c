/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-persona-private.h"

#include <string.h>

/* How the person takes what is said and shown. Every step is a function of the person, what the seed
 * decided, where the talk stands and what was done; nothing else comes in. */

/* So many statements without a question are talking at somebody. */
#define STATEMENTS_MOST 3
#define FIGURES_MOST    3
#define PUT_OFF_BY_HURT 2
/* So many words can be a hello or a thank you and nothing else. */
#define FEW_WORDS 6

/* Seeds */

/* SplitMix64 by S. Vigna, in the public domain: the same numbers in every version of every library. */
static guint64
next_number (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

/**
 * sdm_persona_set_up:
 * @seed: 0 for the case as it is written; others vary it, each in its own way, always the same
 */
void
sdm_persona_set_up (SdmPersona      *self,
                    guint32          seed,
                    SdmPersonaSetup *setup,
                    SdmPersonaState *state)
{
  guint64 numbers = seed;

  memset (setup, 0, sizeof *setup);
  memset (state, 0, sizeof *state);
  setup->with_companion = self->companion != NULL;
  if (seed != 0)
    {
      do
        setup->mood = (SdmMood) (next_number (&numbers) % 3);
      while ((self->moods & 1u << setup->mood) == 0);
      setup->opening = (guint) (next_number (&numbers) % self->openings->len);
      setup->first_open = (guint) (next_number (&numbers) % self->open_replies->len);
      setup->first_no_match = (guint) (next_number (&numbers) % self->no_match->len);
      if (!self->companion_stays)
        setup->with_companion = setup->with_companion && (next_number (&numbers) & 1) != 0;
    }
  state->is_guarded = setup->mood == SDM_MOOD_GUARDED;
}

/* Twist */

static void
twist (SdmPersona       *self,
       SdmPersonaState  *state,
       SdmPersonaAnswer *answer)
{
  if (state->has_twisted)
    return;

  state->has_twisted = TRUE;
  answer->is_twist = TRUE;
  sdm_persona_add_line (answer, &self->twist, FALSE);
}

/* Hidden things */

static gboolean
may_come_out (const SdmPersonaHidden *hidden,
              const SdmPersonaState  *state)
{
  return state->put_off < PUT_OFF_BY_HURT &&
         ((hidden->needs & SDM_NEED_GREETED) == 0 || state->greeted) &&
         ((hidden->needs & SDM_NEED_ROLE_ASKED) == 0 || state->role_asked) &&
         ((hidden->needs & SDM_NEED_OWN_WORDS) == 0 || state->own_words) &&
         ((hidden->needs & SDM_NEED_NO_INTERRUPTION) == 0 || state->put_off == 0) &&
         ((hidden->needs & SDM_NEED_TURN_3) == 0 || state->turns >= 3);
}

/* Returns: whether something came out; if it was asked for too early, only its hint is found. */
static gboolean
bring_out (SdmPersona       *self,
           SdmPersonaState  *state,
           guint32           asked_for,
           SdmPersonaAnswer *answer,
           const char      **hint)
{
  for (guint i = 0; i < self->hidden->len; i++)
    {
      const SdmPersonaHidden *hidden = &g_array_index (self->hidden, SdmPersonaHidden, i);

      if ((asked_for & ~state->found & 1u << i) == 0)
        continue;
      if (may_come_out (hidden, state))
        {
          state->found |= 1u << i;
          answer->found |= 1u << i;
          answer->taken = SDM_TAKEN_REVEALED;
          sdm_persona_add_line (answer, &hidden->reveal, FALSE);
          return TRUE;
        }
      answer->hinted |= 1u << i;
      if (*hint == NULL)
        *hint = hidden->hint;
    }

  return FALSE;
}

/* What was told already is told again. */
static gboolean
tell_again (SdmPersona       *self,
            SdmPersonaState  *state,
            guint32           asked_for,
            SdmPersonaAnswer *answer)
{
  for (guint i = 0; i < self->hidden->len; i++)
    if ((asked_for & state->found & 1u << i) != 0)
      {
        answer->taken = SDM_TAKEN_REVEALED;
        sdm_persona_add_line (answer, &g_array_index (self->hidden, SdmPersonaHidden, i).reveal, FALSE);
        return TRUE;
      }

  return FALSE;
}

/* Answering */

static void
say_not_understood (SdmPersona            *self,
                    const SdmPersonaSetup *setup,
                    SdmPersonaState       *state,
                    SdmPersonaAnswer      *answer)
{
  const guint n = self->no_match->len;

  answer->taken = SDM_TAKEN_NOT_UNDERSTOOD;
  sdm_persona_add_line (answer, &g_array_index (self->no_match, SdmPersonaLine, (setup->first_no_match + state->n_no_match) % n), FALSE);
  state->n_no_match = (state->n_no_match + 1) % n;
}

static void
draw_back (SdmPersona       *self,
           SdmPersonaState  *state,
           const char       *to,
           SdmTaken          taken,
           SdmPersonaAnswer *answer)
{
  state->put_off = MAX (state->put_off, taken == SDM_TAKEN_HURT ? PUT_OFF_BY_HURT : 1);
  sdm_persona_react (self, to, taken, answer);
}

/* What stops a person before the meaning is thought about. Returns: whether it did. */
static gboolean
answer_manner (SdmPersona          *self,
               SdmPersonaState     *state,
               const SdmUnderstood *understood,
               SdmPersonaAnswer    *answer)
{
  const SdmHeard *heard = &understood->heard;
  const gboolean  is_statement = heard->kind == SDM_HEARD_STATEMENT;

  if (heard->flags & SDM_HEARD_ABUSE)
    draw_back (self, state, "abuse", SDM_TAKEN_HURT, answer);
  else if (understood->jargon != NULL)
    {
      answer->jargon = understood->jargon;
      sdm_persona_react (self, "jargon", SDM_TAKEN_JARGON, answer);
    }
  else if (heard->flags & SDM_HEARD_PERCENT)
    sdm_persona_react (self, "percent", SDM_TAKEN_REACTED, answer);
  else if (is_statement && (heard->flags & SDM_HEARD_TELLS))
    draw_back (self, state, "told-what-to-do", SDM_TAKEN_TALKED_AT, answer);
  else if (is_statement && ((heard->flags & SDM_HEARD_LONG) != 0 || state->statements >= STATEMENTS_MOST))
    draw_back (self, state, "talked-at", SDM_TAKEN_TALKED_AT, answer);
  else
    return FALSE;

  return TRUE;
}

/* Small words that have their own answer, where no topic fits. Returns: whether there was one. */
static gboolean
answer_courtesy (SdmPersona       *self,
                 const SdmHeard   *heard,
                 SdmPersonaAnswer *answer)
{
  if (heard->flags & SDM_HEARD_SORRY)
    sdm_persona_react (self, "sorry", SDM_TAKEN_REACTED, answer);
  else if (heard->flags & SDM_HEARD_THANKS)
    sdm_persona_react (self, "thanks", SDM_TAKEN_REACTED, answer);
  else if (heard->flags & SDM_HEARD_ENCOURAGES)
    sdm_persona_react (self, "listening", SDM_TAKEN_REACTED, answer);
  else if (heard->flags & SDM_HEARD_GREETING)
    sdm_persona_react (self, "greeting", SDM_TAKEN_REACTED, answer);
  else
    return FALSE;

  return TRUE;
}

/* The one who came along. */
static void
answer_companion (SdmPersona       *self,
                  SdmPersonaState  *state,
                  SdmPersonaAnswer *answer)
{
  const guint n = MIN (state->n_companion, self->companion_asked->len - 1);

  answer->taken = SDM_TAKEN_REACTED;
  sdm_persona_add_line (answer, &g_array_index (self->companion_asked, SdmPersonaLine, n), FALSE);
  state->n_companion = MIN (state->n_companion + 1, self->companion_asked->len);
}

/* "What do you know about it?" leads to a topic, and "What do you know about cricket?" does not. */
static gboolean
is_about (SdmPersona          *self,
          const SdmUnderstood *understood,
          gint                 topic)
{
  const gint subject = g_array_index (self->everyday, SdmPersonaEveryday, understood->everyday).subject;

  return !sdm_everyday_is_about_something ((guint) subject) || (understood->known & G_GUINT64_CONSTANT (1) << topic) != 0;
}

/* Goes to what an everyday question leads to: the first hidden thing that has not come out, or a topic.
 * Returns: whether anything was said or hinted at. */
static gboolean
lead_to (SdmPersona            *self,
         const SdmPersonaSetup *setup,
         SdmPersonaState       *state,
         const SdmUnderstood   *understood,
         json_t                *to,
         gboolean               is_short,
         SdmPersonaAnswer      *answer,
         const char           **hint)
{
  guint32 asked_for = 0;
  json_t *id;
  size_t  i;

  json_array_foreach (to, i, id)
    {
      const gint hidden = sdm_persona_find_hidden (self, json_string_value (id));
      const gint topic = sdm_persona_find_topic (self, json_string_value (id));

      if (hidden >= 0 && bring_out (self, state, 1u << hidden, answer, hint))
        return TRUE;
      if (hidden >= 0)
        asked_for |= 1u << hidden;
      if (topic >= 0 && *hint == NULL && is_about (self, understood, topic))
        {
          sdm_persona_answer_topic (self, setup, state, understood, topic, is_short, answer);
          return TRUE;
        }
    }

  return *hint == NULL && tell_again (self, state, asked_for, answer);
}

/* Returns: whether it was an everyday question, and was answered. */
static gboolean
answer_everyday (SdmPersona            *self,
                 const SdmPersonaSetup *setup,
                 SdmPersonaState       *state,
                 const SdmUnderstood   *understood,
                 gboolean               is_short,
                 SdmPersonaAnswer      *answer,
                 const char           **hint)
{
  const SdmPersonaEveryday *everyday;

  if (understood->everyday < 0)
    return FALSE;
  everyday = &g_array_index (self->everyday, SdmPersonaEveryday, understood->everyday);
  if (understood->topic >= 0 && !understood->is_everyday_first && sdm_persona_has_more (self, state, understood->topic))
    return FALSE;
  if (everyday->to != NULL)
    return lead_to (self, setup, state, understood, everyday->to, is_short, answer, hint);

  answer->taken = SDM_TAKEN_ANSWERED;
  sdm_persona_add_line (answer, &everyday->line, is_short);

  return TRUE;
}

/* What the case says nothing about: whatever the person would tell fits an open question, and to others they
 * say as little as they can. Returns: whether it was answered. */
static gboolean
answer_unprepared (SdmPersona            *self,
                   const SdmPersonaSetup *setup,
                   SdmPersonaState       *state,
                   const SdmUnderstood   *understood,
                   gboolean               is_short,
                   SdmPersonaAnswer      *answer)
{
  if (understood->subject < 0 || understood->everyday >= 0 ||
      (understood->is_related_fully && !sdm_everyday_is_open ((guint) understood->subject)))
    return FALSE;
  if (sdm_everyday_is_open ((guint) understood->subject))
    sdm_persona_answer_open (self, setup, state, is_short, answer);
  else
    {
      answer->taken = SDM_TAKEN_ANSWERED;
      sdm_persona_add_text (answer, sdm_everyday_get_otherwise ((guint) understood->subject), FALSE);
    }

  return TRUE;
}

/* What fits nothing that the person knows of. */
static void
answer_rest (SdmPersona            *self,
             const SdmPersonaSetup *setup,
             SdmPersonaState       *state,
             const SdmUnderstood   *understood,
             const char            *hint,
             SdmPersonaAnswer      *answer)
{
  const SdmHeard *heard = &understood->heard;
  const gboolean  is_question = heard->kind != SDM_HEARD_STATEMENT;

  if ((!is_question || heard->n_words <= FEW_WORDS) && answer_courtesy (self, heard, answer))
    return;
  if (heard->flags & SDM_HEARD_FOREIGN)
    sdm_persona_react (self, "not-english", SDM_TAKEN_NOT_ENGLISH, answer);
  else if (hint == NULL && (is_question || (heard->n_words <= FEW_WORDS && state->statements == 0)))
    say_not_understood (self, setup, state, answer);
  else if (hint == NULL)
    sdm_persona_react (self, "statement", SDM_TAKEN_REACTED, answer);
  else
    answer->taken = SDM_TAKEN_REACTED;
}

static void
answer_meaning (SdmPersona            *self,
                const SdmPersonaSetup *setup,
                SdmPersonaState       *state,
                const SdmUnderstood   *understood,
                SdmPersonaAnswer      *answer)
{
  const SdmHeard *heard = &understood->heard;
  const gboolean  is_question = heard->kind != SDM_HEARD_STATEMENT;
  const gboolean  is_long = (heard->flags & SDM_HEARD_LONG) != 0;
  const gboolean  is_short = state->put_off > 0 || is_long || !is_question || state->is_guarded;
  const char     *hint = NULL;

  if (understood->to_companion && setup->with_companion)
    {
      answer_companion (self, state, answer);
      return;
    }
  if (is_question && !is_long && bring_out (self, state, understood->brings_out, answer, &hint))
    return;
  if (is_question && (heard->flags & SDM_HEARD_TEACH_BACK))
    sdm_persona_react (self, "teach-back", SDM_TAKEN_REACTED, answer);
  else if (is_question && answer_everyday (self, setup, state, understood, is_short, answer, &hint))
    ;
  else if (is_question && understood->is_everyday_first && answer_unprepared (self, setup, state, understood, is_short, answer))
    ;
  else if (understood->topic >= 0)
    sdm_persona_answer_topic (self, setup, state, understood, understood->topic, is_short, answer);
  else if (is_question && hint == NULL && tell_again (self, state, understood->brings_out, answer))
    ;
  else if (is_question && hint == NULL && answer_unprepared (self, setup, state, understood, is_short, answer))
    ;
  else if (is_question && hint == NULL && understood->related >= 0)
    sdm_persona_answer_topic (self, setup, state, understood, understood->related, is_short, answer);
  else if (understood->is_open_line)
    sdm_persona_answer_open (self, setup, state, is_short, answer);
  else
    answer_rest (self, setup, state, understood, hint, answer);

  if (hint != NULL)
    sdm_persona_add_text (answer, hint, FALSE);
}

/* Being asked, thanked and listened to brings a person back, from the next answer on. */
static void
come_back (SdmPersonaState     *state,
           const SdmUnderstood *understood)
{
  const SdmHeard *heard = &understood->heard;
  const guint     kind_words = SDM_HEARD_SORRY | SDM_HEARD_THANKS | SDM_HEARD_ENCOURAGES;
  const gboolean  is_understood = understood->topic >= 0 || understood->is_open_line || understood->brings_out != 0 ||
                                 (understood->subject >= 0 && (heard->flags & SDM_HEARD_TEACH_BACK) == 0);

  if (state->put_off > 0 && ((heard->flags & kind_words) != 0 || (heard->kind == SDM_HEARD_OPEN && is_understood)))
    state->put_off--;
}

static void
note (SdmPersonaState *state,
      const SdmHeard  *heard)
{
  state->turns++;
  state->figures = 0;
  state->statements = heard->kind == SDM_HEARD_STATEMENT ? state->statements + 1 : 0;
  state->greeted = state->greeted || (heard->flags & SDM_HEARD_GREETING) != 0;
  state->own_words = state->own_words || heard->kind == SDM_HEARD_OPEN;
  state->is_guarded = state->is_guarded && heard->kind != SDM_HEARD_OPEN;
}

/**
 * sdm_persona_open:
 *
 * The first words of the person.
 */
void
sdm_persona_open (SdmPersona            *self,
                  const SdmPersonaSetup *setup,
                  SdmPersonaAnswer      *answer)
{
  sdm_persona_start_answer (answer);
  answer->taken = SDM_TAKEN_VOLUNTEERED;
  sdm_persona_add_line (answer, &g_array_index (self->openings, SdmPersonaLine, setup->opening), FALSE);
}

/**
 * sdm_persona_answer:
 * @state: (inout): where the talk stands
 * @understood: what was said
 * @answer: (out): what the person says to it; its strings live in the case
 */
void
sdm_persona_answer (SdmPersona            *self,
                    const SdmPersonaSetup *setup,
                    SdmPersonaState       *state,
                    const SdmUnderstood   *understood,
                    SdmPersonaAnswer      *answer)
{
  const SdmHeard *heard = &understood->heard;

  if (heard->kind == SDM_HEARD_NOTHING)
    {
      sdm_persona_see (self, setup, state, "silence", NULL, answer);
      return;
    }
  sdm_persona_start_answer (answer);
  note (state, heard);
  if (!answer_manner (self, state, understood, answer))
    {
      if (heard->kind != SDM_HEARD_STATEMENT && (heard->flags & SDM_HEARD_ROLE) && !state->role_asked)
        {
          state->role_asked = TRUE;
          sdm_persona_react (self, "asked-role", SDM_TAKEN_REACTED, answer);
        }
      answer_meaning (self, setup, state, understood, answer);
      come_back (state, understood);
    }

  if ((answer->topic >= 0 && answer->topic == self->twist_topic) || (self->twist_turns > 0 && state->turns >= self->twist_turns))
    twist (self, state, answer);
}

/* Seeing */

/**
 * sdm_persona_see:
 * @what: what a reaction can be to, such as "silence" or "options-shown"
 * @option: (nullable): the option it is about
 */
void
sdm_persona_see (SdmPersona            *self,
                 const SdmPersonaSetup *setup,
                 SdmPersonaState       *state,
                 const char            *what,
                 const char            *option,
                 SdmPersonaAnswer      *answer)
{
  const SdmPersonaReaction *reaction = sdm_persona_find_reaction (self, what, NULL, option);

  sdm_persona_start_answer (answer);
  if (g_str_equal (what, "interrupted"))
    draw_back (self, state, what, SDM_TAKEN_TALKED_AT, answer);
  else if (reaction != NULL && reaction->option != NULL)
    {
      answer->taken = SDM_TAKEN_REACTED;
      sdm_persona_add_line (answer, &reaction->line, FALSE);
    }
  else
    sdm_persona_react (self, what, SDM_TAKEN_REACTED, answer);
}

/**
 * sdm_persona_see_figure:
 *
 * What the person says to a figure, if anything.
 */
void
sdm_persona_see_figure (SdmPersona            *self,
                        const SdmPersonaSetup *setup,
                        SdmPersonaState       *state,
                        const SdmTalkFigure   *figure,
                        SdmPersonaAnswer      *answer)
{
  const SdmPersonaReaction *reaction;
  const char               *to = "figure-both-frames";

  sdm_persona_start_answer (answer);
  answer->taken = SDM_TAKEN_REACTED;
  state->figures++;
  /* Too many is said once. */
  if (state->figures > FIGURES_MOST + 1)
    return;
  if (state->figures > FIGURES_MOST)
    to = "more-than-three-figures";
  else if (figure->not_known)
    to = "not-known";
  else if (figure->as_percent)
    to = "percent";
  else if (figure->frames != SDM_TALK_FRAMES_BOTH)
    to = "figure-one-frame";
  reaction = sdm_persona_find_reaction (self, to, figure->outcome, figure->first_option);
  if (reaction == NULL && figure->with_range)
    reaction = sdm_persona_find_reaction (self, "range", figure->outcome, figure->first_option);
  if (reaction != NULL)
    sdm_persona_add_line (answer, &reaction->line, FALSE);
}

/**
 * sdm_persona_enter_step:
 * @step: a step of the consultation, such as "weigh"
 */
void
sdm_persona_enter_step (SdmPersona            *self,
                        const SdmPersonaSetup *setup,
                        SdmPersonaState       *state,
                        const char            *step,
                        SdmPersonaAnswer      *answer)
{
  sdm_persona_start_answer (answer);
  answer->taken = SDM_TAKEN_REACTED;
  if (g_strcmp0 (step, self->twist_step) == 0)
    twist (self, state, answer);
}
