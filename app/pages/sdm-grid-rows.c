/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-rows.h"

#include "sdm-consultation-options.h"
#include "sdm-consultation-weigh.h"
#include "sdm-figure-words.h"

/* Questions of the aid */

static void
set_answer (SdmGridRow        *row,
            SdmAid            *aid,
            const SdmQuestion *question,
            const SdmOption   *option,
            const char        *group)
{
  const SdmOutcome *outcome = question->answers_from != NULL ? sdm_aid_find_outcome (aid, question->answers_from) : NULL;
  gboolean          not_known;
  g_autofree char  *answer = sdm_aid_dup_answer (aid, question, option, group, &not_known);
  g_autoptr (SdmFigure) figure = outcome != NULL ? sdm_figure_new (aid, outcome, option, group) : NULL;
  g_autofree char *numbers = figure != NULL ? sdm_figure_dup_short (figure) : NULL;

  if (numbers != NULL)
    sdm_grid_row_set_figure (row, option->id, numbers, answer);
  else if (not_known)
    sdm_grid_row_set_not_known (row, option->id, answer, NULL);
  else
    sdm_grid_row_set_answer (row, option->id, answer, NULL);
}

/**
 * sdm_grid_rows_new_for_question:
 * @shown: (element-type SdmOption): the options on screen
 * @group: the group that was chosen, or "all"
 *
 * Returns: (transfer full): the question, answered for each option
 */
SdmGridRow *
sdm_grid_rows_new_for_question (SdmAid            *aid,
                                const SdmQuestion *question,
                                GPtrArray         *shown,
                                const char        *group)
{
  SdmGridRow       *row = sdm_grid_row_new (question->id, question->text);
  const SdmOutcome *outcome = question->answers_from != NULL ? sdm_aid_find_outcome (aid, question->answers_from) : NULL;
  g_autofree char  *sources = sdm_question_dup_sources (aid, question);

  for (guint i = 0; i < shown->len; i++)
    set_answer (row, aid, question, g_ptr_array_index (shown, i), group);
  sdm_grid_row_set_sources (row, sources);
  if (outcome != NULL)
    {
      g_autofree char *about = sdm_outcome_dup_about (outcome);

      sdm_grid_row_set_footnote (row, about);
    }

  return row;
}

/* What matters to the person */

static const SdmPriority *
find_priority (SdmAid *aid,
               json_t *ranked)
{
  const char *id = json_string_value (json_object_get (ranked, "priority"));

  return id != NULL ? sdm_aid_find_priority (aid, id) : NULL;
}

/**
 * sdm_grid_rows_new_for_matter:
 * @ranked: something that matters, as it stands in "matters/ranked"
 * @place: its place there, which is the id of the row
 * @shown: (element-type SdmOption): the options on screen
 * @group: the group that was chosen, or "all"
 *
 * Returns: (transfer full): what each option does about it
 */
SdmGridRow *
sdm_grid_rows_new_for_matter (SdmAid     *aid,
                              json_t     *ranked,
                              gsize       place,
                              GPtrArray  *shown,
                              const char *group)
{
  json_t          *importance = json_object_get (ranked, "importance");
  const char      *text = json_string_value (json_object_get (ranked, "text"));
  g_autofree char *id = g_strdup_printf ("%" G_GSIZE_FORMAT, place);
  SdmGridRow      *row = sdm_grid_row_new (id, text != NULL ? text : "");

  if (importance != NULL)
    {
      g_autofree char *lead = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (importance));

      sdm_grid_row_set_lead (row, lead);
    }
  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);
      g_autoptr (SdmWeighAnswer) answer = sdm_weigh_answer_new (aid, find_priority (aid, ranked), option, group);

      if (answer->not_known)
        sdm_grid_row_set_not_known (row, option->id, answer->text, answer->more);
      else
        sdm_grid_row_set_answer (row, option->id, answer->text, answer->more);
    }

  return row;
}

/* What counts as shown */

static void
note_outcome (SdmSession *session,
              const char *id)
{
  const SdmOutcome *outcome = sdm_aid_find_outcome (sdm_session_get_aid (session), id);

  if (outcome != NULL && !sdm_session_is_read_only (session))
    sdm_consultation_note_figures (sdm_session_get_consultation (session), sdm_session_get_aid (session), outcome);
}

/**
 * sdm_grid_rows_note_question:
 *
 * Keeps the figure that answers a question on screen as shown.
 */
void
sdm_grid_rows_note_question (SdmSession        *session,
                             const SdmQuestion *question)
{
  if (question->answers_from != NULL)
    note_outcome (session, question->answers_from);
}

/**
 * sdm_grid_rows_note_matter:
 * @ranked: something that matters, whose row is on screen
 *
 * Keeps what its row says of figures as shown.
 */
void
sdm_grid_rows_note_matter (SdmSession *session,
                           json_t     *ranked)
{
  const SdmPriority *priority = find_priority (sdm_session_get_aid (session), ranked);

  for (guint i = 0; priority != NULL && priority->outcomes[i] != NULL; i++)
    note_outcome (session, priority->outcomes[i]);
}
