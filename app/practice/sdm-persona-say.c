/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-persona-private.h"

#include <string.h>

/* How an answer is put together: words of the case, or else those that anybody would say. */

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

void
sdm_persona_add_text (SdmPersonaAnswer *answer,
                      const char       *text,
                      gboolean          is_short)
{
  if (answer->n_said < SDM_PERSONA_PARTS)
    answer->said[answer->n_said++] = (SdmSaid){ text, is_short ? find_sentence_end (text) : strlen (text) };
}

void
sdm_persona_add_line (SdmPersonaAnswer     *answer,
                      const SdmPersonaLine *line,
                      gboolean              is_short)
{
  sdm_persona_add_text (answer, line->say, is_short);
  answer->expression = is_short ? SDM_EXPRESSION_WITHDRAWN : line->expression;
  if (line->tells != NULL && !is_short && answer->n_tells < SDM_PERSONA_PARTS)
    answer->tells[answer->n_tells++] = line->tells;
}

/* The reaction that fits best: by outcome and option, by one of them, by neither. */
const SdmPersonaReaction *
sdm_persona_find_reaction (SdmPersona *self,
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
void
sdm_persona_react (SdmPersona       *self,
                   const char       *to,
                   SdmTaken          taken,
                   SdmPersonaAnswer *answer)
{
  const SdmPersonaReaction *reaction = sdm_persona_find_reaction (self, to, NULL, NULL);

  answer->taken = taken;
  if (reaction != NULL)
    sdm_persona_add_line (answer, &reaction->line, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (otherwise); i++)
    if (g_str_equal (otherwise[i].to, to))
      {
        if (reaction == NULL)
          sdm_persona_add_text (answer, otherwise[i].say, FALSE);
        if (reaction == NULL || reaction->line.expression == SDM_EXPRESSION_THINKING)
          answer->expression = otherwise[i].expression;
      }
}

void
sdm_persona_start_answer (SdmPersonaAnswer *answer)
{
  memset (answer, 0, sizeof *answer);
  answer->topic = -1;
}
