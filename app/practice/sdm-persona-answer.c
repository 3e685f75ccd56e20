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

/* What a person says where the case has no words of its own. These are words of a person who speaks
 * English, as all of a case, and so they are not translated. */
static const struct
{
  const char   *to;
  const char   *say;
  SdmExpression expression;
} otherwise[] = {
  { "abuse", "Please don't speak to me like that.", SDM_EXPRESSION_HURT },
  { "talked-at", "(Looks away, and waits.)", SDM_EXPRESSION_WITHDRAWN },
  { "interrupted", "(Stops in the middle of the sentence.)", SDM_EXPRESSION_WITHDRAWN },
  { "told-what-to-do", "(Looks down.) If you say so.", SDM_EXPRESSION_WITHDRAWN },
  { "not-english", "I'm sorry, I didn't understand that. Can you say it in English?", SDM_EXPRESSION_PUZZLED },
  { "jargon", "I don't know that word. What does it mean?", SDM_EXPRESSION_PUZZLED },
  { "percent", "How many people is that?", SDM_EXPRESSION_PUZZLED },
  { "greeting", "Hello.", SDM_EXPRESSION_WARM },
  { "thanks", "Thank you.", SDM_EXPRESSION_WARM },
  { "sorry", "That's all right.", SDM_EXPRESSION_RELIEVED },
  { "listening", "(Nods.)", SDM_EXPRESSION_RELIEVED },
  { "statement", "(Nods.)", SDM_EXPRESSION_CALM },
  { "told-again", "It's as I said.", SDM_EXPRESSION_CALM },
  { "told-already", "That's all I can tell you about it.", SDM_EXPRESSION_CALM },
  { "silence", "(Waits.)", SDM_EXPRESSION_THINKING },
  { "teach-back", "I'd have to think about that.", SDM_EXPRESSION_THINKING },
};

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

/* Saying */

/* Up to the end of the first sentence. */
static gsize
find_sentence_end (const char *text)
{
  static const char *const titles[] = { "Mr", "Mrs", "Ms", "Dr", "St" };

  for (const char *p = text; *p != '\0'; p++)
    if (strchr (".!?", *p) != NULL && (p[1] == ' ' || p[1] == '\0'))
      {
        gboolean is_title = FALSE;

        for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
          {
            const gsize length = strlen (titles[i]);

            is_title = is_title || ((gsize) (p - text) >= length && strncmp (p - length, titles[i], length) == 0);
          }
        if (!is_title)
          return (gsize) (p - text) + 1;
      }

  return strlen (text);
}

static void
add_text (SdmPersonaAnswer *answer,
          const char       *text,
          gboolean          is_short)
{
  if (answer->n_said < SDM_PERSONA_PARTS)
    answer->said[answer->n_said++] = (SdmSaid){ text, is_short ? find_sentence_end (text) : strlen (text) };
}

static void
add_line (SdmPersonaAnswer     *answer,
          const SdmPersonaLine *line,
          gboolean              is_short)
{
  add_text (answer, line->say, is_short);
  answer->expression = is_short ? SDM_EXPRESSION_WITHDRAWN : line->expression;
  if (line->tells != NULL && !is_short && answer->n_tells < SDM_PERSONA_PARTS)
    answer->tells[answer->n_tells++] = line->tells;
}

/* The reaction that fits best: by outcome and option, by one of them, by neither. */
static const SdmPersonaReaction *
find_reaction (SdmPersona *self,
               const char *to,
               const char *outcome,
               const char *option)
{
  const SdmPersonaReaction *best = NULL;
  gint                      most = -1;

  for (guint i = 0; i < self->reactions->len; i++)
    {
      const SdmPersonaReaction *reaction = &g_array_index (self->reactions, SdmPersonaReaction, i);
      const gint                fit = (reaction->outcome != NULL) * 2 + (reaction->option != NULL);

      if (g_str_equal (reaction->to, to) && (reaction->outcome == NULL || g_strcmp0 (reaction->outcome, outcome) == 0) &&
          (reaction->option == NULL || g_strcmp0 (reaction->option, option) == 0) && fit > most)
        {
          best = reaction;
          most = fit;
        }
    }

  return best;
}

/* Says what the case has for it, or else what everyone would; nothing where there is neither. */
static void
react (SdmPersona       *self,
       const char       *to,
       SdmTaken          taken,
       SdmPersonaAnswer *answer)
{
  const SdmPersonaReaction *reaction = find_reaction (self, to, NULL, NULL);

  answer->taken = taken;
  if (reaction != NULL)
    add_line (answer, &reaction->line, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (otherwise); i++)
    if (g_str_equal (otherwise[i].to, to))
      {
        if (reaction == NULL)
          add_text (answer, otherwise[i].say, FALSE);
        if (reaction == NULL || reaction->line.expression == SDM_EXPRESSION_THINKING)
          answer->expression = otherwise[i].expression;
      }
}

static void
start_answer (SdmPersonaAnswer *answer)
{
  memset (answer, 0, sizeof *answer);
  answer->topic = -1;
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
  add_line (answer, &self->twist, FALSE);
}

/* Topics */

static gboolean
is_due (const SdmPersonaState *state,
        const SdmPersonaLine  *line)
{
  if (line->after == NULL)
    return TRUE;

  return (line->after_hidden >= 0 && (state->found & 1u << line->after_hidden) != 0) ||
         (line->after_topic >= 0 && state->told[line->after_topic] != 0);
}

/* What waited for something else takes the place of what stands before it. */
static guint
find_first (const SdmPersonaTopic *topic,
            const SdmPersonaState *state)
{
  for (guint i = topic->replies->len; i > 0; i--)
    {
      const SdmPersonaLine *line = &g_array_index (topic->replies, SdmPersonaLine, i - 1);

      if (line->after != NULL && is_due (state, line))
        return i - 1;
    }

  return 0;
}

/* The reply that fits the question best, or else the next, of those not in @told. */
static gint
find_reply (const SdmPersonaTopic *topic,
            const SdmPersonaState *state,
            guint                  told,
            guint32                fits)
{
  gint  found = -1;
  guint most = 0;

  for (guint i = find_first (topic, state); i < MIN (topic->replies->len, SDM_PERSONA_REPLIES); i++)
    {
      const guint fit = fits >> 2 * i & 3;

      if ((told & 1u << i) != 0 || !is_due (state, &g_array_index (topic->replies, SdmPersonaLine, i)))
        continue;
      if (found < 0 || fit > most)
        {
          found = (gint) i;
          most = fit;
        }
    }

  return found;
}

/* Returns: whether there was something that had not been told. */
static gboolean
tell_next (SdmPersona       *self,
           SdmPersonaState  *state,
           gint              index,
           guint32           fits,
           gboolean          is_short,
           SdmPersonaAnswer *answer)
{
  const SdmPersonaTopic *topic = &g_array_index (self->topics, SdmPersonaTopic, index);
  const gint             next = find_reply (topic, state, state->told[index] | 1u << SDM_PERSONA_REPLIES, fits);

  if (next < 0)
    return FALSE;
  add_line (answer, &g_array_index (topic->replies, SdmPersonaLine, next), is_short);
  state->told[index] = (guint16) (state->told[index] | 1u << next);

  return TRUE;
}

/* What was asked about before: the same again, a few times. */
static void
tell_known (SdmPersona       *self,
            SdmPersonaState  *state,
            gint              index,
            guint32           repeats,
            gboolean          is_short,
            SdmPersonaAnswer *answer)
{
  const SdmPersonaTopic *topic = &g_array_index (self->topics, SdmPersonaTopic, index);
  const gint             known = find_reply (topic, state, 1u << SDM_PERSONA_REPLIES, repeats);

  if (state->again[index] >= topic->replies->len)
    {
      react (self, "told-already", SDM_TAKEN_ANSWERED, answer);
      return;
    }
  state->again[index]++;
  react (self, "told-again", SDM_TAKEN_ANSWERED, answer);
  add_line (answer, &g_array_index (topic->replies, SdmPersonaLine, known), is_short);
}

static gboolean
has_more (SdmPersona            *self,
          const SdmPersonaState *state,
          gint                   index)
{
  return find_reply (&g_array_index (self->topics, SdmPersonaTopic, index), state, state->told[index] | 1u << SDM_PERSONA_REPLIES, 0) >= 0;
}

static void
answer_topic (SdmPersona            *self,
              const SdmPersonaSetup *setup,
              SdmPersonaState       *state,
              const SdmUnderstood   *understood,
              gint                   index,
              gboolean               is_short,
              SdmPersonaAnswer      *answer)
{
  const SdmPersonaTopic *topic = &g_array_index (self->topics, SdmPersonaTopic, index);
  const gboolean         is_first = state->told[index] == 0;
  const guint32          fits = understood->fits[index];
  const gboolean         is_open = understood->heard.kind == SDM_HEARD_OPEN;

  answer->topic = index;
  if (find_reply (topic, state, 1u << SDM_PERSONA_REPLIES, 0) < 0)
    react (self, "statement", SDM_TAKEN_ANSWERED, answer);
  else if (!tell_next (self, state, index, fits, is_short, answer))
    tell_known (self, state, index, understood->repeats[index], is_short, answer);
  else
    {
      if (topic->companion != NULL && setup->with_companion && is_first)
        add_text (answer, topic->companion, FALSE);
      /* Who is asked openly, or likes to talk, tells more. */
      if ((is_open || setup->mood == SDM_MOOD_TALKATIVE) && !is_short)
        tell_next (self, state, index, 0, FALSE, answer);
    }
  answer->taken = SDM_TAKEN_ANSWERED;
}

static void
answer_open (SdmPersona            *self,
             const SdmPersonaSetup *setup,
             SdmPersonaState       *state,
             gboolean               is_short,
             SdmPersonaAnswer      *answer)
{
  const guint n = self->open_replies->len;
  const guint step = MIN (state->n_open, n - 1);

  if (state->n_open >= n)
    react (self, "told-already", SDM_TAKEN_VOLUNTEERED, answer);
  else
    add_line (answer, &g_array_index (self->open_replies, SdmPersonaLine, (setup->first_open + step) % n), is_short);
  answer->taken = SDM_TAKEN_VOLUNTEERED;
  state->n_open = MIN (state->n_open + 1, n);
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
          add_line (answer, &hidden->reveal, FALSE);
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
        add_line (answer, &g_array_index (self->hidden, SdmPersonaHidden, i).reveal, FALSE);
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
  add_line (answer, &g_array_index (self->no_match, SdmPersonaLine, (setup->first_no_match + state->n_no_match) % n), FALSE);
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
  react (self, to, taken, answer);
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
      react (self, "jargon", SDM_TAKEN_JARGON, answer);
    }
  else if (heard->flags & SDM_HEARD_PERCENT)
    react (self, "percent", SDM_TAKEN_REACTED, answer);
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
    react (self, "sorry", SDM_TAKEN_REACTED, answer);
  else if (heard->flags & SDM_HEARD_THANKS)
    react (self, "thanks", SDM_TAKEN_REACTED, answer);
  else if (heard->flags & SDM_HEARD_ENCOURAGES)
    react (self, "listening", SDM_TAKEN_REACTED, answer);
  else if (heard->flags & SDM_HEARD_GREETING)
    react (self, "greeting", SDM_TAKEN_REACTED, answer);
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
  add_line (answer, &g_array_index (self->companion_asked, SdmPersonaLine, n), FALSE);
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
          answer_topic (self, setup, state, understood, topic, is_short, answer);
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
  if (understood->topic >= 0 && !understood->is_everyday_first && has_more (self, state, understood->topic))
    return FALSE;
  if (everyday->to != NULL)
    return lead_to (self, setup, state, understood, everyday->to, is_short, answer, hint);

  answer->taken = SDM_TAKEN_ANSWERED;
  add_line (answer, &everyday->line, is_short);

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
    answer_open (self, setup, state, is_short, answer);
  else
    {
      answer->taken = SDM_TAKEN_ANSWERED;
      add_text (answer, sdm_everyday_get_otherwise ((guint) understood->subject), FALSE);
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
    react (self, "not-english", SDM_TAKEN_NOT_ENGLISH, answer);
  else if (hint == NULL && (is_question || (heard->n_words <= FEW_WORDS && state->statements == 0)))
    say_not_understood (self, setup, state, answer);
  else if (hint == NULL)
    react (self, "statement", SDM_TAKEN_REACTED, answer);
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
    react (self, "teach-back", SDM_TAKEN_REACTED, answer);
  else if (is_question && answer_everyday (self, setup, state, understood, is_short, answer, &hint))
    ;
  else if (is_question && understood->is_everyday_first && answer_unprepared (self, setup, state, understood, is_short, answer))
    ;
  else if (understood->topic >= 0)
    answer_topic (self, setup, state, understood, understood->topic, is_short, answer);
  else if (is_question && hint == NULL && tell_again (self, state, understood->brings_out, answer))
    ;
  else if (is_question && hint == NULL && answer_unprepared (self, setup, state, understood, is_short, answer))
    ;
  else if (is_question && hint == NULL && understood->related >= 0)
    answer_topic (self, setup, state, understood, understood->related, is_short, answer);
  else if (understood->is_open_line)
    answer_open (self, setup, state, is_short, answer);
  else
    answer_rest (self, setup, state, understood, hint, answer);

  if (hint != NULL)
    add_text (answer, hint, FALSE);
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
  start_answer (answer);
  answer->taken = SDM_TAKEN_VOLUNTEERED;
  add_line (answer, &g_array_index (self->openings, SdmPersonaLine, setup->opening), FALSE);
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
  start_answer (answer);
  note (state, heard);
  if (!answer_manner (self, state, understood, answer))
    {
      if (heard->kind != SDM_HEARD_STATEMENT && (heard->flags & SDM_HEARD_ROLE) && !state->role_asked)
        {
          state->role_asked = TRUE;
          react (self, "asked-role", SDM_TAKEN_REACTED, answer);
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
  const SdmPersonaReaction *reaction = find_reaction (self, what, NULL, option);

  start_answer (answer);
  if (g_str_equal (what, "interrupted"))
    draw_back (self, state, what, SDM_TAKEN_TALKED_AT, answer);
  else if (reaction != NULL && reaction->option != NULL)
    {
      answer->taken = SDM_TAKEN_REACTED;
      add_line (answer, &reaction->line, FALSE);
    }
  else
    react (self, what, SDM_TAKEN_REACTED, answer);
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

  start_answer (answer);
  answer->taken = SDM_TAKEN_REACTED;
  state->figures++;
  if (state->figures > FIGURES_MOST)
    to = "more-than-three-figures";
  else if (figure->not_known)
    to = "not-known";
  else if (figure->as_percent)
    to = "percent";
  else if (figure->frames != SDM_TALK_FRAMES_BOTH)
    to = "figure-one-frame";
  reaction = find_reaction (self, to, figure->outcome, figure->first_option);
  if (reaction == NULL && figure->with_range)
    reaction = find_reaction (self, "range", figure->outcome, figure->first_option);
  if (reaction != NULL)
    add_line (answer, &reaction->line, FALSE);
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
  start_answer (answer);
  answer->taken = SDM_TAKEN_REACTED;
  if (g_strcmp0 (step, self->twist_step) == 0)
    twist (self, state, answer);
}
