/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation.h"

#include <glib/gi18n.h>

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
