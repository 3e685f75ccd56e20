/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-private.h"

/* The talk moment by moment, and what else could have been said at each. */

void
sdm_debrief_add_moments (SdmDebrief *self,
                         SdmTalk    *talk)
{
  const guint      n_turns = g_list_model_get_n_items (G_LIST_MODEL (talk->turns));
  const char      *step = NULL;
  g_autofree char *before = NULL;

  for (guint i = 0; i < n_turns; i++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (G_LIST_MODEL (talk->turns), i);
      SdmDebriefMoment moment = { .turn = i, .seconds = turn->seconds };

      if (turn->did == SDM_TALK_ENTERED_STEP)
        step = turn->words;
      moment.step = step;
      moment.before = g_strdup (before);
      g_array_append_val (self->moments, moment);
      if (turn->said[0] != NULL)
        {
          g_free (before);
          before = sdm_talk_turn_dup_text (turn);
        }
    }
}

/* Chances */

static void
clear_chance (gpointer data)
{
  SdmDebriefChance *chance = data;

  g_free (chance->answer);
}

static char *
join_said (const SdmPersonaAnswer *answer)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < answer->n_said; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_len (text, answer->said[i].text, (gssize) answer->said[i].length);
    }

  return g_string_free (text, FALSE);
}

/* What the person would say to @question, who stays as they are. */
static void
try_question (SdmTalk          *talk,
              const char       *question,
              SdmPersonaAnswer *answer)
{
  SdmPersonaState state = talk->state;
  SdmUnderstood   understood;

  sdm_persona_understand (talk->persona, question, &understood);
  sdm_persona_answer (talk->persona, &talk->setup, &state, &understood, answer);
}

/* The first question that would have brought it out then; if there was none, the first that would have got a hint. */
static void
add_chance (GArray  *chances,
            SdmTalk *talk,
            json_t  *hidden,
            guint32  bit)
{
  SdmDebriefChance chance = { .what = json_string_value (json_object_get (hidden, "what")), .is_hint = TRUE };
  json_t          *way;
  size_t           i;

  json_array_foreach (json_object_get (hidden, "brought_out_by"), i, way)
    {
      const char      *question = json_string_value (json_object_get (way, "question"));
      SdmPersonaAnswer answer;

      try_question (talk, question, &answer);
      if ((answer.found & bit) == 0 && ((answer.hinted & bit) == 0 || chance.answer != NULL))
        continue;
      g_free (chance.answer);
      chance.question = question;
      chance.answer = join_said (&answer);
      chance.is_hint = (answer.found & bit) == 0;
      if (!chance.is_hint)
        break;
    }
  if (chance.answer != NULL)
    g_array_append_val (chances, chance);
}

/**
 * sdm_debrief_list_chances:
 * @turn: position of a turn of the talk
 *
 * Goes back to the moment after that turn, and looks what the person would have told to which question. What had come
 * out by then is not there.
 *
 * Returns: (transfer full) (element-type SdmDebriefChance): in the order of the case
 */
GArray *
sdm_debrief_list_chances (SdmTalk *talk,
                          guint    turn)
{
  GArray *chances = g_array_new (FALSE, FALSE, sizeof (SdmDebriefChance));
  g_autoptr (SdmTalk) then = sdm_talk_new_until (talk, turn);
  json_t *hidden;
  size_t  i;

  g_array_set_clear_func (chances, clear_chance);
  json_array_foreach (sdm_debrief_get_part (talk, "persona/hidden"), i, hidden)
    if ((then->state.found & 1u << i) == 0)
      add_chance (chances, then, hidden, 1u << i);

  return chances;
}
