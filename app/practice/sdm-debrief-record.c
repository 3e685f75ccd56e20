/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-private.h"

#include "sdm-consultation-plan.h"

/* What the record says beside the talk: which options and figures were on screen, what was decided, and
 * what of good practice can be seen in both. */

static const char *
get_string (json_t     *object,
            const char *key)
{
  return json_string_value (json_object_get (object, key));
}

/* Returns: (nullable): the first record of @list whose @key is @value */
static json_t *
find_record (json_t     *list,
             const char *key,
             const char *value)
{
  json_t *record;
  size_t  i;

  json_array_foreach (list, i, record)
    if (g_strcmp0 (get_string (record, key), value) == 0)
      return record;

  return NULL;
}

static json_t *
peek (SdmConsultation *consultation, /* nullable */
      const char      *path)
{
  return consultation != NULL ? sdm_consultation_peek (consultation, path) : NULL;
}

/* Options */

static gboolean
holds_text (json_t     *list,
            const char *text)
{
  json_t *item;
  size_t  i;

  json_array_foreach (list, i, item)
    if (g_strcmp0 (json_string_value (item), text) == 0)
      return TRUE;

  return FALSE;
}

static void
add_options (SdmDebrief      *self,
             SdmTalk         *talk,
             SdmConsultation *consultation)
{
  guint            n_options;
  const SdmOption *options = sdm_aid_get_options (talk->aid, &n_options);

  for (guint i = 0; i < n_options; i++)
    {
      SdmDebriefOption option = {
        .id = options[i].id,
        .title = options[i].title,
        .is_shown = holds_text (peek (consultation, "options/shown"), options[i].id),
        .aside = get_string (find_record (peek (consultation, "options/hidden"), "option", options[i].id), "reason"),
      };

      g_array_append_val (self->options, option);
      if (!option.is_shown)
        g_ptr_array_add (self->options_not_shown, (gpointer) options[i].id);
    }
}

/* A figure on the page stands there with both frames, unless the talk knows better. */
static void
add_figures (SdmDebrief      *self,
             SdmConsultation *consultation)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      SdmDebriefOutcome *outcome = &g_array_index (self->outcomes, SdmDebriefOutcome, i);

      if (outcome->is_shown || find_record (peek (consultation, "risks/figures"), "outcome", outcome->id) == NULL)
        continue;
      outcome->is_shown = TRUE;
      outcome->with_both_frames = TRUE;
    }
}

/* The decision */

static void
add_fits (SdmDebrief      *self,
          SdmTalk         *talk,
          SdmConsultation *consultation)
{
  json_t *item;
  size_t  i;

  json_array_foreach (sdm_debrief_get_part (talk, "persona/fits"), i, item)
    {
      SdmDebriefFit    fit = { get_string (item, "option"), NULL, get_string (item, "how"), get_string (item, "why") };
      const SdmOption *option = sdm_aid_find_option (talk->aid, fit.option);

      fit.title = option != NULL ? option->title : fit.option;
      fit.is_chosen = consultation != NULL && sdm_consultation_is_chosen (consultation, fit.option);
      g_array_append_val (fit.is_chosen ? self->fits : self->other_fits, fit);
    }
}

void
sdm_debrief_add_record (SdmDebrief      *self,
                        SdmTalk         *talk,
                        SdmConsultation *consultation)
{
  add_options (self, talk, consultation);
  add_figures (self, consultation);
  add_fits (self, talk, consultation);
  self->result = g_strdup (json_string_value (peek (consultation, "plan/result")));
  self->why = g_strdup (json_string_value (peek (consultation, "plan/why")));
}

/* Good practice */

static gboolean
was_topic_asked (SdmTalk    *talk,
                 const char *topic)
{
  const guint n_turns = g_list_model_get_n_items (G_LIST_MODEL (talk->turns));

  for (guint i = 0; i < n_turns; i++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (G_LIST_MODEL (talk->turns), i);

      if (g_strcmp0 (turn->topic, topic) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: the position of the turn that first led to the step, -1 where none did */
static gint
find_step (SdmTalk    *talk,
           const char *step)
{
  const guint n_turns = g_list_model_get_n_items (G_LIST_MODEL (talk->turns));

  for (guint i = 0; i < n_turns; i++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (G_LIST_MODEL (talk->turns), i);

      if (turn->did == SDM_TALK_ENTERED_STEP && g_strcmp0 (turn->words, step) == 0)
        return (gint) i;
    }

  return -1;
}

/* A step that was never gone to comes after all others. */
static gboolean
came_before (SdmTalk    *talk,
             const char *step,
             const char *other)
{
  const gint at = find_step (talk, step);
  const gint other_at = find_step (talk, other);

  return at >= 0 && (other_at < 0 || at < other_at);
}

static gboolean
are_all_options_shown (SdmDebrief *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      const SdmDebriefOption *option = &g_array_index (self->options, SdmDebriefOption, i);

      if (!option->is_shown && option->aside == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Of what was shown; where nothing was, nothing was told in both. */
static gboolean
are_both_frames_shown (SdmDebrief *self)
{
  guint n_shown = 0;

  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const SdmDebriefOutcome *outcome = &g_array_index (self->outcomes, SdmDebriefOutcome, i);

      n_shown += outcome->is_shown;
      if (outcome->is_shown && !outcome->with_both_frames)
        return FALSE;
    }

  return n_shown > 0;
}

static gboolean
is_outcome_shown (SdmDebrief *self,
                  const char *id)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    if (g_strcmp0 (g_array_index (self->outcomes, SdmDebriefOutcome, i).id, id) == 0)
      return g_array_index (self->outcomes, SdmDebriefOutcome, i).is_shown;

  return FALSE;
}

static gboolean
is_step_done (SdmDebrief      *self,
              SdmConsultation *consultation,
              const char      *step)
{
  g_autofree char *path = g_strdup_printf ("steps/%s/state", step);

  if (g_strcmp0 (step, "check") == 0 && (self->told_back || json_array_size (peek (consultation, "check/teach_back")) > 0))
    return TRUE;

  return g_strcmp0 (json_string_value (peek (consultation, path)), "done") == 0;
}

static gboolean
is_seen (SdmDebrief      *self,
         SdmTalk         *talk,
         SdmConsultation *consultation,
         const char      *what,
         json_t          *value)
{
  const char *text = json_string_value (value);

  if (g_str_equal (what, "topic_asked"))
    return was_topic_asked (talk, text);
  if (g_str_equal (what, "hidden_found"))
    return sdm_talk_has_found (talk, text);
  if (g_str_equal (what, "step_before"))
    return came_before (talk, json_string_value (json_array_get (value, 0)), json_string_value (json_array_get (value, 1)));
  if (g_str_equal (what, "step_done"))
    return is_step_done (self, consultation, text);
  if (g_str_equal (what, "all_options_shown"))
    return are_all_options_shown (self);
  if (g_str_equal (what, "both_frames"))
    return are_both_frames_shown (self);
  if (g_str_equal (what, "outcome_shown"))
    return is_outcome_shown (self, text);
  if (g_str_equal (what, "review_set"))
    return json_array_size (peek (consultation, "plan/review/dates")) > 0;
  if (g_str_equal (what, "stop_card"))
    return find_record (peek (consultation, "start/stop_cards"), "stop_card", text) != NULL;
  if (g_str_equal (what, "letter_format"))
    return g_strcmp0 (json_string_value (peek (consultation, "letter/format")), text) == 0;

  return FALSE;
}

void
sdm_debrief_add_practices (SdmDebrief      *self,
                           SdmTalk         *talk,
                           SdmConsultation *consultation)
{
  json_t *item;
  size_t  i;

  json_array_foreach (sdm_debrief_get_part (talk, "good_practice"), i, item)
    {
      void              *seen_by = json_object_iter (json_object_get (item, "seen_by"));
      SdmDebriefPractice practice = { .text = get_string (item, "text") };

      if (seen_by == NULL || g_str_equal (json_object_iter_key (seen_by), "self"))
        practice.seen = SDM_DEBRIEF_ASK_YOURSELF;
      else if (is_seen (self, talk, consultation, json_object_iter_key (seen_by), json_object_iter_value (seen_by)))
        practice.seen = SDM_DEBRIEF_SEEN;
      else
        practice.seen = SDM_DEBRIEF_NOT_SEEN;
      g_array_append_val (self->practices, practice);
    }
}
