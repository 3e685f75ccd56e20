/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-persona-private.h"

/* What is told of the things that the person can be asked about: which reply comes next, and what comes when all
 * has been told. */

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
  sdm_persona_add_line (answer, &g_array_index (topic->replies, SdmPersonaLine, next), is_short);
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
      sdm_persona_react (self, "told-already", SDM_TAKEN_ANSWERED, answer);
      return;
    }
  state->again[index]++;
  sdm_persona_react (self, "told-again", SDM_TAKEN_ANSWERED, answer);
  sdm_persona_add_line (answer, &g_array_index (topic->replies, SdmPersonaLine, known), is_short);
}

gboolean
sdm_persona_has_more (SdmPersona            *self,
                      const SdmPersonaState *state,
                      gint                   index)
{
  return find_reply (&g_array_index (self->topics, SdmPersonaTopic, index), state, state->told[index] | 1u << SDM_PERSONA_REPLIES, 0) >= 0;
}

void
sdm_persona_answer_topic (SdmPersona            *self,
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
    sdm_persona_react (self, "statement", SDM_TAKEN_ANSWERED, answer);
  else if (!tell_next (self, state, index, fits, is_short, answer))
    tell_known (self, state, index, understood->repeats[index], is_short, answer);
  else
    {
      if (topic->companion != NULL && setup->with_companion && is_first)
        sdm_persona_add_text (answer, topic->companion, FALSE);
      /* Who is asked openly, or likes to talk, tells more. */
      if ((is_open || setup->mood == SDM_MOOD_TALKATIVE) && !is_short)
        tell_next (self, state, index, 0, FALSE, answer);
    }
  answer->taken = SDM_TAKEN_ANSWERED;
}

void
sdm_persona_answer_open (SdmPersona            *self,
                         const SdmPersonaSetup *setup,
                         SdmPersonaState       *state,
                         gboolean               is_short,
                         SdmPersonaAnswer      *answer)
{
  const guint n = self->open_replies->len;
  const guint step = MIN (state->n_open, n - 1);

  if (state->n_open >= n)
    sdm_persona_react (self, "told-already", SDM_TAKEN_VOLUNTEERED, answer);
  else
    sdm_persona_add_line (answer, &g_array_index (self->open_replies, SdmPersonaLine, (setup->first_open + step) % n), is_short);
  answer->taken = SDM_TAKEN_VOLUNTEERED;
  state->n_open = MIN (state->n_open + 1, n);
}
