/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-patient-screens.h"

#include "sdm-comparison.h"

/* What the person sees on a screen of their own, one thing at a time: this decision,
 * and nothing that is meant for the clinician. */

static void
free_screen (gpointer data)
{
  SdmPatientScreen *screen = data;

  g_free (screen->row);
  g_free (screen);
}

static void
add (GPtrArray           *screens,
     SdmPatientScreenKind kind,
     SdmStep              step,
     const char          *row)
{
  SdmPatientScreen *screen = g_new0 (SdmPatientScreen, 1);

  screen->kind = kind;
  screen->step = step;
  screen->row = g_strdup (row);
  g_ptr_array_add (screens, screen);
}

/* For those that stand in the consultation: the part of the step that holds them. */
static void
add_if_any (GPtrArray           *screens,
            SdmConsultation     *consultation,
            SdmPatientScreenKind kind,
            SdmStep              step,
            const char          *part)
{
  g_autofree char *path = g_strdup_printf ("%s/%s", sdm_step_get_id (step), part);

  if (json_array_size (sdm_consultation_peek (consultation, path)) > 0)
    add (screens, kind, step, part);
}

static void
add_questions (GPtrArray *screens,
               SdmAid    *aid)
{
  guint              n_questions;
  const SdmQuestion *questions = sdm_aid_get_questions (aid, &n_questions);

  for (guint i = 0; i < n_questions; i++)
    add (screens, SDM_PATIENT_QUESTION, SDM_STEP_OPTIONS, questions[i].id);
}

static gboolean
was_shown (SdmConsultation  *consultation,
           const SdmOutcome *outcome)
{
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (consultation, "risks/figures"), i, figure)
    if (g_strcmp0 (json_string_value (json_object_get (figure, "outcome")), outcome->id) == 0)
      return TRUE;

  return FALSE;
}

static void
add_figures (GPtrArray       *screens,
             SdmConsultation *consultation,
             SdmAid          *aid,
             gboolean         on_request)
{
  g_autoptr (GPtrArray) outcomes = sdm_comparison_list_outcomes (aid, on_request);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const SdmOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (!on_request || was_shown (consultation, outcome))
        add (screens, SDM_PATIENT_FIGURE, SDM_STEP_RISKS, outcome->id);
    }
}

static void
add_statements (GPtrArray       *screens,
                SdmConsultation *consultation)
{
  const size_t n = json_array_size (sdm_consultation_peek (consultation, "matters/ranked"));

  for (size_t i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("%zu", i);

      add (screens, SDM_PATIENT_WEIGH, SDM_STEP_WEIGH, place);
    }
}

static void
add_teach_back (GPtrArray *screens,
                SdmAid    *aid)
{
  guint               n_prompts;
  const SdmTeachBack *prompts = sdm_aid_get_teach_back (aid, &n_prompts);

  for (guint i = 0; i < n_prompts; i++)
    add (screens, SDM_PATIENT_TEACH_BACK, SDM_STEP_CHECK, prompts[i].id);
}

/* Public API */

/**
 * sdm_patient_screens_list:
 *
 * Everything that the person may see on a screen of their own, in the order of the
 * steps. What is measured but only shown when asked for is among it once somebody
 * has asked.
 *
 * Returns: (transfer full) (element-type SdmPatientScreen): the screens, at least one
 */
GPtrArray *
sdm_patient_screens_list (SdmConsultation *consultation,
                          SdmAid          *aid)
{
  GPtrArray *screens = g_ptr_array_new_with_free_func (free_screen);

  add (screens, SDM_PATIENT_DECISION, SDM_STEP_START, "decision");
  add (screens, SDM_PATIENT_OWN_WORDS, SDM_STEP_MATTERS, "own_words");
  add_if_any (screens, consultation, SDM_PATIENT_RANKED, SDM_STEP_MATTERS, "ranked");
  add_questions (screens, aid);
  add_figures (screens, consultation, aid, FALSE);
  add_figures (screens, consultation, aid, TRUE);
  add_statements (screens, consultation);
  add_teach_back (screens, aid);
  add (screens, SDM_PATIENT_CHOICE, SDM_STEP_PLAN, "result");
  add_if_any (screens, consultation, SDM_PATIENT_ACTIONS, SDM_STEP_PLAN, "actions");
  add_if_any (screens, consultation, SDM_PATIENT_LOOK_OUT, SDM_STEP_PLAN, "look_out");

  return screens;
}

/**
 * sdm_patient_screens_find:
 * @screens: (element-type SdmPatientScreen): from sdm_patient_screens_list()
 * @step: where the clinician is
 * @row: (nullable): what they look at there
 *
 * Returns: the position of the screen that goes with it: that of the row, the first of
 *   the step, or the last one before where the step has none
 */
guint
sdm_patient_screens_find (GPtrArray  *screens,
                          SdmStep     step,
                          const char *row)
{
  guint found = 0;

  for (guint i = 0; i < screens->len; i++)
    {
      const SdmPatientScreen *screen = g_ptr_array_index (screens, i);
      const SdmPatientScreen *best = g_ptr_array_index (screens, found);

      if (screen->step == step && row != NULL && g_str_equal (screen->row, row))
        return i;
      if (screen->step < step || (screen->step == step && best->step != step))
        found = i;
    }

  return found;
}

/**
 * sdm_patient_screens_find_place:
 * @screens: (element-type SdmPatientScreen): from sdm_patient_screens_list()
 * @path: a place in the consultation, such as "matters/ranked/0/importance"
 * @position: (out): where the screen stands that shows it
 *
 * Returns: whether there is one that shows just this part
 */
gboolean
sdm_patient_screens_find_place (GPtrArray  *screens,
                                const char *path,
                                guint      *position)
{
  g_auto (GStrv) keys = g_strsplit (path, "/", 3);
  SdmStep step;

  if (keys[0] == NULL || keys[1] == NULL || !sdm_step_from_id (keys[0], &step))
    return FALSE;

  *position = sdm_patient_screens_find (screens, step, keys[1]);

  return g_str_equal (((const SdmPatientScreen *) g_ptr_array_index (screens, *position))->row, keys[1]);
}
