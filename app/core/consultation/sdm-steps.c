/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation.h"

#include <glib/gi18n.h>

/* The ten steps: how far each is, how long it took, and which of them the two-minute path takes. */

static const struct
{
  const char *id;
  const char *title;
} steps[SDM_N_STEPS] = {
  { "start", N_ ("Start") },
    { "people", N_ ("People") },
      { "matters", N_ ("What matters") },
        { "options", N_ ("Options") },
          { "risks", N_ ("Risks and benefits") },
            { "weigh", N_ ("Weigh it up") },
              { "check", N_ ("Check") },
                { "plan", N_ ("Decide and plan") },
                  { "letter", N_ ("Letter") },
                    { "finish", N_ ("Finish") },
                  };

/**
 * sdm_step_get_id:
 *
 * Returns: the step as it stands in documents
 */
const char *
sdm_step_get_id (SdmStep step)
{
  return steps[step].id;
}

/**
 * sdm_step_get_title:
 *
 * Returns: the step as the rail names it, translated
 */
const char *
sdm_step_get_title (SdmStep step)
{
  return _ (steps[step].title);
}

/**
 * sdm_step_from_id:
 * @step: (out): the step
 *
 * Returns: whether there is a step of that id
 */
gboolean
sdm_step_from_id (const char *id,
                  SdmStep    *step)
{
  for (guint i = 0; i < SDM_N_STEPS; i++)
    if (g_strcmp0 (steps[i].id, id) == 0)
      {
        *step = i;
        return TRUE;
      }

  return FALSE;
}

/* The two-minute path */

/* What there is no time for on it. The beginning and the end belong to both paths. */
static const SdmStep left_out[] = { SDM_STEP_PEOPLE, SDM_STEP_RISKS, SDM_STEP_WEIGH, SDM_STEP_CHECK };

static gboolean
is_left_out (SdmStep step)
{
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (left_out[i] == step)
      return TRUE;

  return FALSE;
}

/**
 * sdm_step_is_on_short_path:
 *
 * Returns: whether it is one of the four of the two-minute path: what matters, the
 *   options, the decision, the letter
 */
gboolean
sdm_step_is_on_short_path (SdmStep step)
{
  return step != SDM_STEP_START && step != SDM_STEP_FINISH && !is_left_out (step);
}

/**
 * sdm_step_get_next:
 * @short_path: whether the two-minute path is gone
 *
 * Returns: the step that comes after @step; @step itself at the end
 */
SdmStep
sdm_step_get_next (SdmStep  step,
                   gboolean short_path)
{
  SdmStep next = step;

  do
    if (next + 1 < SDM_N_STEPS)
      next++;
  while (short_path && is_left_out (next));

  return next;
}

/**
 * sdm_step_get_previous:
 * @short_path: whether the two-minute path is gone
 *
 * Returns: the step that comes before @step; @step itself at the beginning
 */
SdmStep
sdm_step_get_previous (SdmStep  step,
                       gboolean short_path)
{
  SdmStep previous = step;

  do
    if (previous > SDM_STEP_START)
      previous--;
  while (short_path && is_left_out (previous));

  return previous;
}

/**
 * sdm_consultation_is_on_short_path:
 *
 * Nobody passes the numbers over without seeing them but by choosing to, so
 * that step tells which path was chosen.
 *
 * Returns: whether the two of them chose the two-minute path
 */
gboolean
sdm_consultation_is_on_short_path (SdmConsultation *self)
{
  return g_strcmp0 (sdm_consultation_get_step_state (self, SDM_STEP_RISKS), "skipped") == 0;
}

/**
 * sdm_consultation_set_short_path:
 *
 * Takes the two-minute path, or the full one again. What was done stays done.
 */
void
sdm_consultation_set_short_path (SdmConsultation *self,
                                 gboolean         short_path)
{
  const char *from = short_path ? "open" : "skipped";

  sdm_consultation_begin_edit (self);
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    if (g_strcmp0 (sdm_consultation_get_step_state (self, left_out[i]), from) == 0)
      sdm_consultation_set_step_state (self, left_out[i], short_path ? "skipped" : "open");
  sdm_consultation_end_edit (self);
}

/* States */

/**
 * sdm_consultation_get_step_state:
 *
 * Returns: "open", "done", "skipped" or "later"
 */
const char *
sdm_consultation_get_step_state (SdmConsultation *self,
                                 SdmStep          step)
{
  g_autofree char *path = g_strdup_printf ("steps/%s/state", sdm_step_get_id (step));

  return sdm_consultation_get_text (self, path);
}

/**
 * sdm_consultation_set_step_state:
 * @state: "open", "done", "skipped" or "later"
 */
void
sdm_consultation_set_step_state (SdmConsultation *self,
                                 SdmStep          step,
                                 const char      *state)
{
  g_autofree char *path = g_strdup_printf ("steps/%s/state", sdm_step_get_id (step));
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_set_text (self, path, state, &error))
    g_error ("step state %s: %s", state, error->message);
}

/* Lists that are always there, and nothing in them. */
static gboolean
is_empty (json_t *value)
{
  const char *key;
  json_t     *below;
  size_t      i;

  if (!json_is_object (value) && !json_is_array (value))
    return value == NULL;
  json_object_foreach (value, key, below)
    if (!is_empty (below))
      return FALSE;
  json_array_foreach (value, i, below)
    if (!is_empty (below))
      return FALSE;

  return TRUE;
}

/**
 * sdm_consultation_leave_step:
 *
 * Counts a step as done when its page is left; as skipped where nothing was said
 * there. What is read and not filled in is done when it was seen.
 */
void
sdm_consultation_leave_step (SdmConsultation *self,
                             SdmStep          step)
{
  const gboolean is_read = step == SDM_STEP_START || step == SDM_STEP_OPTIONS || step == SDM_STEP_RISKS;
  const gboolean is_done = is_read || !is_empty (sdm_consultation_peek (self, sdm_step_get_id (step)));

  sdm_consultation_set_step_state (self, step, is_done ? "done" : "skipped");
}

/**
 * sdm_consultation_add_step_seconds:
 * @seconds: how much longer the two of them stayed there
 */
void
sdm_consultation_add_step_seconds (SdmConsultation *self,
                                   SdmStep          step,
                                   guint            seconds)
{
  g_autofree char *path = g_strdup_printf ("steps/%s/seconds", sdm_step_get_id (step));
  int              before = sdm_consultation_get_integer (self, path, 0);

  if (seconds > 0)
    sdm_consultation_set_integer (self, path, before + (int) seconds, NULL);
}

/**
 * sdm_consultation_count_seconds:
 *
 * Returns: how long the two of them have been at it, over all steps
 */
guint
sdm_consultation_count_seconds (SdmConsultation *self)
{
  guint seconds = 0;

  for (SdmStep step = SDM_STEP_START; step < SDM_N_STEPS; step++)
    {
      g_autofree char *path = g_strdup_printf ("steps/%s/seconds", sdm_step_get_id (step));

      seconds += (guint) MAX (sdm_consultation_get_integer (self, path, 0), 0);
    }

  return seconds;
}
