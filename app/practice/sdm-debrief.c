/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief.h"

#include "sdm-consultation-plan.h"
#include "sdm-talk-private.h"

/* What can be seen in a talk: facts to look at together, and no marks. */

static json_t *
get_persona (SdmTalk *talk)
{
  return json_object_get (sdm_json_text_get_root (sdm_case_get_text (talk->example)), "persona");
}

static const char *
get_string (json_t     *object,
            const char *key)
{
  return json_string_value (json_object_get (object, key));
}

static void
add_hidden (SdmDebrief *self,
            SdmTalk    *talk)
{
  json_t *item;
  size_t  i;

  json_array_foreach (json_object_get (get_persona (talk), "hidden"), i, item)
    {
      json_t          *way = json_array_get (json_object_get (item, "brought_out_by"), 0);
      SdmDebriefHidden hidden = {
        .id = get_string (item, "id"),
        .what = get_string (item, "what"),
        .is_found = sdm_talk_has_found (talk, get_string (item, "id")),
        .question = get_string (way, "question"),
      };

      g_array_append_val (self->hidden, hidden);
    }
}

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
            SdmTalk             *talk,
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

static void
add_jargon (SdmDebrief *self,
            const char *word)
{
  if (word != NULL && !g_ptr_array_find_with_equal_func (self->jargon, word, g_str_equal, NULL))
    g_ptr_array_add (self->jargon, g_strdup (word));
}

static void
add_turn (SdmDebrief  *self,
          SdmTalkTurn *turn)
{
  const SdmHeard *heard = &turn->heard;
  const gboolean  is_question = heard->kind == SDM_HEARD_OPEN || heard->kind == SDM_HEARD_CLOSED;

  self->n_open += heard->kind == SDM_HEARD_OPEN;
  self->n_closed += heard->kind == SDM_HEARD_CLOSED;
  self->n_statements += heard->kind == SDM_HEARD_STATEMENT;
  self->trainee_words += heard->n_words;
  for (guint i = 0; turn->said[i] != NULL; i++)
    {
      g_autoptr (SdmAsked) said = sdm_asked_new (turn->said[i]);

      self->person_words += sdm_asked_get_n_words (said);
    }
  add_jargon (self, turn->jargon);
  self->n_talked_at += turn->taken == SDM_TAKEN_TALKED_AT || turn->taken == SDM_TAKEN_HURT;
  self->role_asked = self->role_asked || (is_question && (heard->flags & SDM_HEARD_ROLE) != 0);
  self->told_back = self->told_back || (is_question && (heard->flags & SDM_HEARD_TEACH_BACK) != 0);
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
      if (turn->did == SDM_TALK_SHOWED_FIGURE)
        add_figure (self, talk, &turn->figure, frames);
    }
}

/* What was recorded */

static gboolean
is_shown (SdmConsultation *consultation,
          const char      *option)
{
  json_t *shown = sdm_consultation_peek (consultation, "options/shown");
  json_t *id;
  size_t  i;

  json_array_foreach (shown, i, id)
    if (g_strcmp0 (json_string_value (id), option) == 0)
      return TRUE;

  return FALSE;
}

static void
add_record (SdmDebrief      *self,
            SdmTalk         *talk,
            SdmConsultation *consultation)
{
  guint            n_options;
  const SdmOption *options = sdm_aid_get_options (talk->aid, &n_options);
  json_t          *item;
  size_t           i;

  for (i = 0; i < n_options; i++)
    if (!is_shown (consultation, options[i].id))
      g_ptr_array_add (self->options_not_shown, (gpointer) options[i].id);
  json_array_foreach (json_object_get (get_persona (talk), "fits"), i, item)
    {
      SdmDebriefFit fit = { get_string (item, "option"), get_string (item, "how"), get_string (item, "why") };

      if (sdm_consultation_is_chosen (consultation, fit.option))
        g_array_append_val (self->fits, fit);
    }
}

/**
 * sdm_debrief_new:
 * @talk: the talk, which must live as long as the debrief
 * @consultation: (nullable): what was recorded beside it
 *
 * Looks at a talk and at what was recorded.
 */
SdmDebrief *
sdm_debrief_new (SdmTalk         *talk,
                 SdmConsultation *consultation)
{
  SdmDebrief *self = g_new0 (SdmDebrief, 1);

  self->hidden = g_array_new (FALSE, FALSE, sizeof (SdmDebriefHidden));
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (SdmDebriefOutcome));
  self->fits = g_array_new (FALSE, FALSE, sizeof (SdmDebriefFit));
  self->options_not_shown = g_ptr_array_new ();
  self->jargon = g_ptr_array_new_with_free_func (g_free);
  add_hidden (self, talk);
  add_outcomes (self, talk);
  add_turns (self, talk);
  self->twist_came = sdm_talk_has_twisted (talk);
  if (consultation != NULL)
    add_record (self, talk, consultation);

  return self;
}

void
sdm_debrief_free (SdmDebrief *self)
{
  g_array_unref (self->hidden);
  g_array_unref (self->outcomes);
  g_array_unref (self->fits);
  g_ptr_array_unref (self->options_not_shown);
  g_ptr_array_unref (self->jargon);
  g_free (self);
}
