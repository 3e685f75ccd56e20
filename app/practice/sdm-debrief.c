/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-private.h"

#include <string.h>

/* What can be seen in a talk: facts to look at together, and no marks. */

/* Returns: (nullable): a part of the case, such as "persona/hidden" */
json_t *
sdm_debrief_get_part (SdmTalk    *talk,
                      const char *path)
{
  return sdm_json_get (sdm_json_text_get_root (sdm_case_get_text (talk->example)), path);
}

static const char *
get_string (json_t     *object,
            const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* Hidden things */

static void
add_hidden (SdmDebrief *self,
            SdmTalk    *talk)
{
  json_t *item;
  size_t  i;

  json_array_foreach (sdm_debrief_get_part (talk, "persona/hidden"), i, item)
    {
      json_t          *way = json_array_get (json_object_get (item, "brought_out_by"), 0);
      SdmDebriefHidden hidden = {
        .id = get_string (item, "id"),
        .what = get_string (item, "what"),
        .is_found = sdm_talk_has_found (talk, get_string (item, "id")),
        .turn = -1,
        .question = get_string (way, "question"),
      };

      g_array_append_val (self->hidden, hidden);
    }
}

/* Where it came out or, as long as it did not, where it was hinted at first. */
static void
note_hidden (SdmDebrief  *self,
             SdmTalkTurn *turn,
             guint        position)
{
  for (guint i = 0; i < self->hidden->len; i++)
    {
      SdmDebriefHidden *hidden = &g_array_index (self->hidden, SdmDebriefHidden, i);

      if (g_strv_contains (sdm_talk_turn_get_found (turn), hidden->id))
        {
          hidden->turn = (gint) position;
        }
      else if (!hidden->is_found && g_strv_contains (sdm_talk_turn_get_hinted (turn), hidden->id))
        {
          hidden->turn = hidden->is_hinted ? hidden->turn : (gint) position;
          hidden->is_hinted = TRUE;
        }
    }
}

/* Figures */

static void
add_outcomes (SdmDebrief *self,
              SdmTalk    *talk)
{
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (talk->aid, &n_outcomes);

  for (guint i = 0; i < n_outcomes; i++)
    {
      SdmDebriefOutcome outcome = { .id = outcomes[i].id, .title = outcomes[i].title };

      g_array_append_val (self->outcomes, outcome);
    }
}

/* One frame after the other is both. */
static void
add_figure (SdmDebrief          *self,
            const SdmTalkFigure *figure,
            guint               *frames)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      SdmDebriefOutcome *outcome = &g_array_index (self->outcomes, SdmDebriefOutcome, i);

      if (!g_str_equal (outcome->id, figure->outcome))
        continue;
      frames[i] |= figure->frames == SDM_TALK_FRAMES_BOTH ? 3u : 1u << figure->frames;
      outcome->is_shown = TRUE;
      outcome->with_both_frames = frames[i] == 3;
    }
}

/* Turns */

static void
add_jargon (SdmDebrief *self,
            const char *word)
{
  if (word != NULL && !g_ptr_array_find_with_equal_func (self->jargon, word, g_str_equal, NULL))
    g_ptr_array_add (self->jargon, g_strdup (word));
}

/**
 * sdm_debrief_get_kind:
 *
 * A few words without a mark count as a question in short ("Pain") where it matters to be answered; who says "Take your
 * time" or "Thank you" has asked nothing, and is not told afterwards that it was a closed question.
 *
 * Returns: what kind of sentence it was
 */
SdmHeardKind
sdm_debrief_get_kind (SdmTalkTurn *turn)
{
  const guint    said = SDM_HEARD_ABUSE | SDM_HEARD_GREETING | SDM_HEARD_THANKS | SDM_HEARD_SORRY | SDM_HEARD_ENCOURAGES;
  const gboolean has_mark = turn->words != NULL && strchr (turn->words, '?') != NULL;

  if (turn->heard.kind == SDM_HEARD_CLOSED && !has_mark && (turn->heard.flags & said) != 0)
    return SDM_HEARD_STATEMENT;

  return turn->heard.kind;
}

static void
add_turn (SdmDebrief  *self,
          SdmTalkTurn *turn)
{
  const SdmHeard    *heard = &turn->heard;
  const SdmHeardKind kind = sdm_debrief_get_kind (turn);
  const gboolean     is_question = kind == SDM_HEARD_OPEN || kind == SDM_HEARD_CLOSED;

  self->n_open += kind == SDM_HEARD_OPEN;
  self->n_closed += kind == SDM_HEARD_CLOSED;
  self->n_statements += kind == SDM_HEARD_STATEMENT;
  self->trainee_words += heard->n_words;
  for (guint i = 0; turn->said[i] != NULL; i++)
    {
      g_autoptr (SdmAsked) said = sdm_asked_new (turn->said[i]);

      self->person_words += sdm_asked_get_n_words (said);
    }
  add_jargon (self, turn->jargon);
  self->n_talked_at += turn->taken == SDM_TAKEN_TALKED_AT || turn->taken == SDM_TAKEN_HURT;
  self->n_hurt += turn->taken == SDM_TAKEN_HURT;
  self->n_not_understood += turn->taken == SDM_TAKEN_NOT_UNDERSTOOD || turn->taken == SDM_TAKEN_NOT_ENGLISH;
  self->role_asked = self->role_asked || (is_question && (heard->flags & SDM_HEARD_ROLE) != 0);
  self->told_back = self->told_back || (is_question && (heard->flags & SDM_HEARD_TEACH_BACK) != 0);
  self->seconds = MAX (self->seconds, turn->seconds);
}

static void
add_turns (SdmDebrief *self,
           SdmTalk    *talk)
{
  g_autofree guint *frames = g_new0 (guint, self->outcomes->len);
  const guint       n_turns = g_list_model_get_n_items (G_LIST_MODEL (talk->turns));

  for (guint i = 0; i < n_turns; i++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (G_LIST_MODEL (talk->turns), i);

      add_turn (self, turn);
      note_hidden (self, turn, i);
      if (turn->did == SDM_TALK_SHOWED_FIGURE)
        add_figure (self, &turn->figure, frames);
    }
}

static void
add_twist (SdmDebrief *self,
           SdmTalk    *talk)
{
  json_t *change;
  size_t  i;

  self->twist_came = sdm_talk_has_twisted (talk);
  self->twist = json_string_value (sdm_debrief_get_part (talk, "persona/twist/what"));
  json_array_foreach (sdm_debrief_get_part (talk, "persona/twist/changes"), i, change)
    g_ptr_array_add (self->twist_changes, (gpointer) json_string_value (change));
}

static void
clear_moment (gpointer data)
{
  SdmDebriefMoment *moment = data;

  g_free (moment->before);
}

/**
 * sdm_debrief_new:
 * @talk: the talk, which must live as long as the debrief
 * @consultation: (nullable): what was recorded beside it, which must live as long
 *
 * Looks at a talk and at what was recorded.
 */
SdmDebrief *
sdm_debrief_new (SdmTalk         *talk,
                 SdmConsultation *consultation)
{
  SdmDebrief *self = g_new0 (SdmDebrief, 1);

  self->person = g_strdup (sdm_case_get_person (talk->example));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (SdmDebriefHidden));
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (SdmDebriefOutcome));
  self->options = g_array_new (FALSE, TRUE, sizeof (SdmDebriefOption));
  self->fits = g_array_new (FALSE, FALSE, sizeof (SdmDebriefFit));
  self->other_fits = g_array_new (FALSE, FALSE, sizeof (SdmDebriefFit));
  self->practices = g_array_new (FALSE, FALSE, sizeof (SdmDebriefPractice));
  self->moments = g_array_new (FALSE, FALSE, sizeof (SdmDebriefMoment));
  g_array_set_clear_func (self->moments, clear_moment);
  self->options_not_shown = g_ptr_array_new ();
  self->jargon = g_ptr_array_new_with_free_func (g_free);
  self->twist_changes = g_ptr_array_new ();
  self->letter_findings = g_ptr_array_new_with_free_func (g_free);
  self->mentor_notes = json_string_value (sdm_debrief_get_part (talk, "mentor_notes"));
  add_hidden (self, talk);
  add_outcomes (self, talk);
  add_turns (self, talk);
  add_twist (self, talk);
  sdm_debrief_add_moments (self, talk);
  sdm_debrief_add_record (self, talk, consultation);
  sdm_debrief_add_balance (self, talk);
  sdm_debrief_add_practices (self, talk, consultation);

  return self;
}

void
sdm_debrief_free (SdmDebrief *self)
{
  g_array_unref (self->hidden);
  g_array_unref (self->outcomes);
  g_array_unref (self->options);
  g_array_unref (self->fits);
  g_array_unref (self->other_fits);
  g_array_unref (self->practices);
  g_array_unref (self->moments);
  g_ptr_array_unref (self->options_not_shown);
  g_ptr_array_unref (self->jargon);
  g_ptr_array_unref (self->twist_changes);
  g_ptr_array_unref (self->letter_findings);
  g_free (self->person);
  g_free (self->result);
  g_free (self->why);
  g_free (self);
}

/**
 * sdm_debrief_take_letter:
 * @findings: (transfer full) (element-type utf8): what was found in the letter, in words; none is good
 *
 * Takes up what the checker of letters says, who is elsewhere.
 */
void
sdm_debrief_take_letter (SdmDebrief *self,
                         GPtrArray  *findings)
{
  g_ptr_array_unref (self->letter_findings);
  self->letter_findings = findings;
  self->letter_was_checked = TRUE;
}
