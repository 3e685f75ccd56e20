/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-consultation.h"

#include <glib/gi18n.h>

#include "sdm-aid-blank.h"
#include "sdm-uuid.h"

/* Lists that are always there, if empty. */
static const struct
{
  const char *step;
  const char *lists[9];
} empty_lists[] = {
  { "start", { "accompanying", "others_present", "stop_cards" } },
  { "people", { "needs", "participants", "problem" } },
  { "matters", { "own_words", "day", "ranked", "companion", "goals" } },
  { "options", { "shown", "hidden", "rows_opened", "asked", "record" } },
  { "risks", { "groups", "figures" } },
  { "weigh", { "day", "leanings", "companion_leanings" } },
  { "check", { "teach_back", "knowledge" } },
  { "plan", { "chosen", "actions", "services", "look_out" } },
  { "letter", { "copies_to", "overrides", "made" } },
  { "finish", { "left_open" } },
};

static json_t *
make_steps (void)
{
  json_t *steps = json_object ();

  for (guint i = 0; i < SDM_N_STEPS; i++)
    json_object_set_new (steps, sdm_step_get_id (i), json_pack ("{s:s}", "state", "open"));

  return steps;
}

static json_t *
make_step (gsize index)
{
  json_t *step = json_object ();

  for (guint i = 0; empty_lists[index].lists[i] != NULL; i++)
    json_object_set_new (step, empty_lists[index].lists[i], json_array ());

  return step;
}

static json_t *
describe_aid (SdmAid   *aid,
              SdmClock *clock)
{
  return json_pack ("{s:s, s:s, s:s, s:s, s:s, s:b}",
                    "id", sdm_aid_get_id (aid),
                    "version", sdm_aid_get_version (aid),
                    "sha256", sdm_aid_get_sha256 (aid),
                    "name", sdm_aid_get_title (aid),
                    "approval", sdm_aid_is_draft (aid) ? "draft" : "approved",
                    "past_review", sdm_aid_is_past_review (aid, clock));
}

/* Carrying on as now is offered, and another option waits to be named; one question waits too. */
static json_t *
make_blank (void)
{
  return json_pack ("{s:[{s:s, s:s}, {s:s}], s:[{s:s}], s:[]}",
                    "options", "id", SDM_BLANK_CARRY_ON, "title", _ ("Carry on as now"), "id", "option-2", "questions", "id", "question-1", "answers");
}

static SdmConsultation *
new_of_kind (const char *kind,
             SdmAid     *aid,
             SdmClock   *clock)
{
  g_autoptr (GDateTime) now = sdm_clock_get_now (clock);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = sdm_uuid_new (now);
  g_autofree char *instant = sdm_clock_dup_instant (clock);
  g_autofree char *minute = sdm_clock_dup_local_minute (clock);
  g_autofree char *day = sdm_clock_dup_day (clock);
  g_autoptr (json_t) document = json_pack ("{s:s, s:s, s:s, s:s, s:s, s:o, s:s, s:s, s:o}",
                                           "format", "evenhand-consultation/1",
                                           "id", id,
                                           "kind", kind,
                                           "status", "in-progress",
                                           "language", aid != NULL ? sdm_aid_get_language (aid) : "en-GB",
                                           aid != NULL ? "aid" : "blank", aid != NULL ? describe_aid (aid, clock) : make_blank (),
                                           "created", instant,
                                           "changed", instant,
                                           "steps", make_steps ());
  SdmConsultation *self;

  for (gsize i = 0; i < G_N_ELEMENTS (empty_lists); i++)
    json_object_set_new (document, empty_lists[i].step, make_step (i));
  json_object_set_new (json_object_get (document, "people"), "patient", json_pack ("{s:[], s:[]}", "given", "address"));
  json_object_set_new (json_object_get (document, "options"), "order", json_string ("by-name"));
  if (aid == NULL)
    json_object_set_new (json_object_get (document, "options"), "shown", json_pack ("[s, s]", SDM_BLANK_CARRY_ON, "option-2"));
  json_object_set_new (json_object_get (document, "start"), "contact_when", json_string (minute));
  json_object_set_new (json_object_get (document, "start"), "event_date", json_string (day));

  self = sdm_consultation_new_from_json (document, &error);
  if (self == NULL)
    g_error ("a new consultation is none: %s", error->message);
  sdm_consultation_set_clock (self, clock);

  return self;
}

/**
 * sdm_consultation_new_for_practice:
 * @aid: (nullable): what is to be decided; %NULL for a blank page for two
 * @clock: tells the time of the talk
 *
 * Returns: (transfer full): a practice consultation with nobody in it yet
 */
SdmConsultation *
sdm_consultation_new_for_practice (SdmAid   *aid,
                                   SdmClock *clock)
{
  return new_of_kind ("practice", aid, clock);
}

/**
 * sdm_consultation_new_for_patient:
 *
 * As sdm_consultation_new_for_practice(), for a real patient.
 */
SdmConsultation *
sdm_consultation_new_for_patient (SdmAid   *aid,
                                  SdmClock *clock)
{
  return new_of_kind ("real", aid, clock);
}
