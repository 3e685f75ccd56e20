/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-place.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *place; /* without positions in lists */
  const char *name;  /* after “Undo: ” */
} Named;

/* What each place holds, in words that go on after “Undo: ”. The longest that fits counts;
 * a place that is not here has the name of its step. */
static const Named names[] = {
  { "start/method", N_ ("how you meet") },
    { "start/location", N_ ("where you meet") },
      { "start/event_date", N_ ("day of the event") },
        { "start/seen_by", N_ ("who you are") },
          { "start/responsible", N_ ("who is responsible") },
            { "start/accompanying", N_ ("who came along") },
              { "start/others_present", N_ ("who is in the room") },
                { "start/interpreter", N_ ("interpreter") },
                  { "start/stop_cards", N_ ("what stands against it today") },
                    { "start/warnings_accepted", N_ ("what you know of this aid") },
                      { "start/practice", N_ ("letterhead") },
                        { "people/patient", N_ ("details of the person") },
                          { "people/patient/preferred_name", N_ ("preferred name") },
                            { "people/patient/born", N_ ("date of birth") },
                              { "people/patient/address", N_ ("address") },
                                { "people/confirmed", N_ ("what was confirmed") },
                                  { "people/needs", N_ ("what helps") },
                                    { "people/needs_reviewed_on", N_ ("when needs were looked at") },
                                      { "people/letter_wish", N_ ("format of the letter") },
                                        { "people/participants", N_ ("who takes part") },
                                          { "people/role_wish", N_ ("how to decide today") },
                                            { "people/problem", N_ ("the problem") },
                                              { "people/why_now", N_ ("why now") },
                                                { "people/agenda", N_ ("what to talk about") },
                                                  { "people/pre_info", N_ ("what was read before") },
                                                    { "matters/own_words", N_ ("own words") },
                                                      { "matters/day", N_ ("a typical day") },
                                                        { "matters/day_start", N_ ("when the day starts") },
                                                          { "matters/ranked", N_ ("what matters") },
                                                            { "matters/ranked/importance", N_ ("how much it matters") },
                                                              { "matters/companion", N_ ("what matters to a companion") },
                                                                { "matters/two_chairs", N_ ("two chairs") },
                                                                  { "matters/goals", N_ ("what you hope for") },
                                                                    { "matters/experience", N_ ("what it has been like") },
                                                                      { "matters/beliefs", N_ ("what you believe") },
                                                                        { "matters/concerns", N_ ("what worries you") },
                                                                          { "matters/expectations", N_ ("what you expect") },
                                                                            { "matters/declined", N_ ("rather not set down") },
                                                                              { "options/order", N_ ("order of the options") },
                                                                                { "options/shown", N_ ("which options are shown") },
                                                                                  { "options/hidden", N_ ("option put aside") },
                                                                                    { "options/questions_order", N_ ("order of the questions") },
                                                                                      { "options/questions_hidden", N_ ("question put aside") },
                                                                                        { "options/asked", N_ ("question asked") },
                                                                                          { "risks/groups", N_ ("group of people") },
                                                                                            { "weigh/day", N_ ("what it asks of the day") },
                                                                                              { "weigh/leanings", N_ ("how an option feels") },
                                                                                                { "weigh/companion_leanings", N_ ("how an option feels to a companion") },
                                                                                                  { "weigh/says", N_ ("what is said of an option") },
                                                                                                    { "weigh/words", N_ ("words about the options") },
                                                                                                      { "check/teach_back", N_ ("what was told back") },
                                                                                                        { "check/knowledge", N_ ("answer to a question") },
                                                                                                          { "check/ready", N_ ("ready to decide?") },
                                                                                                            { "plan/result", N_ ("where you have got to") },
                                                                                                              { "plan/decided_by", N_ ("who decided") },
                                                                                                                { "plan/chosen", N_ ("choice") },
                                                                                                                  { "plan/chosen/detail", N_ ("details of the choice") },
                                                                                                                    { "plan/decision_entry", N_ ("decision in words") },
                                                                                                                      { "plan/why", N_ ("why, in their words") },
                                                                                                                        { "plan/clinician_view", N_ ("the clinician’s view") },
                                                                                                                          { "plan/actions", N_ ("next step") },
                                                                                                                            { "plan/medicines", N_ ("medicine") },
                                                                                                                              { "plan/services", N_ ("local service") },
                                                                                                                                { "plan/contact", N_ ("whom to ask") },
                                                                                                                                  { "plan/look_out", N_ ("what to look out for") },
                                                                                                                                    { "plan/review", N_ ("review") },
                                                                                                                                      { "plan/change_mind", N_ ("what might change your minds") },
                                                                                                                                        { "plan/consent_forms", N_ ("consent form") },
                                                                                                                                          { "plan/decider", N_ ("who decided for them") },
                                                                                                                                            { "letter/copies_to", N_ ("who gets a copy") },
                                                                                                                                              { "letter/told_in_person", N_ ("told in person") },
                                                                                                                                                { "letter/wanted", N_ ("whether a letter is wanted") },
                                                                                                                                                  { "letter/letter_to", N_ ("whom the letter is for") },
                                                                                                                                                    { "blank/decision", N_ ("what there is to decide") },
                                                                                                                                                      { "blank/options", N_ ("option of your own") },
                                                                                                                                                        { "blank/questions", N_ ("question of your own") },
                                                                                                                                                          { "blank/answers", N_ ("answer of your own") },
                                                                                                                                                        };

static const Named order_names[] = {
  { "matters/ranked", N_ ("order of what matters") },
    { "matters/day", N_ ("order of the day") },
      { "matters/companion", N_ ("order of what matters to a companion") },
        { "matters/two_chairs", N_ ("order of the guess") },
          { "options/shown", N_ ("order of the options") },
            { "plan/actions", N_ ("order of the next steps") },
          };

/* Places */

/* "matters/ranked/importance" of "matters/ranked/3/importance" */
static char *
leave_positions_out (const char *place)
{
  g_auto (GStrv) keys = g_strsplit (place, "/", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_ascii_isdigit (*keys[i]))
      g_string_append_printf (left, left->len > 0 ? "/%s" : "%s", keys[i]);

  return g_strdup (left->str);
}

static gboolean
is_within (const char *place,
           const char *whole)
{
  const gsize length = strlen (whole);

  return strncmp (place, whole, length) == 0 && (place[length] == '\0' || place[length] == '/');
}

static const char *
find_name (const Named *table,
           gsize        n,
           const char  *place)
{
  const Named *found = NULL;

  for (gsize i = 0; i < n; i++)
    if (is_within (place, table[i].place) && (found == NULL || strlen (table[i].place) > strlen (found->place)))
      found = &table[i];

  return found != NULL ? _ (found->name) : NULL;
}

/**
 * sdm_place_get_name:
 * @is_order: whether only the order of a list is meant
 *
 * Returns: (transfer none): what the place holds, translated, as it goes on after “Undo: ”
 */
const char *
sdm_place_get_name (const char *place,
                    gboolean    is_order)
{
  g_autofree char *plain = leave_positions_out (place);
  const char      *name = is_order ? find_name (order_names, G_N_ELEMENTS (order_names), plain) : NULL;
  SdmStep          step;

  if (name == NULL)
    name = find_name (names, G_N_ELEMENTS (names), plain);
  if (name == NULL && sdm_place_get_step (plain, &step))
    name = sdm_step_get_title (step);

  return name != NULL ? name : "";
}

/**
 * sdm_place_get_step:
 * @step: (out): the step whose page shows the place
 *
 * Returns: whether a page does
 */
gboolean
sdm_place_get_step (const char *place,
                    SdmStep    *step)
{
  g_autofree char *first = g_strndup (place, strcspn (place, "/"));

  /* A page without an aid is filled in where the options are, but for its question. */
  if (is_within (place, "blank/decision"))
    {
      *step = SDM_STEP_START;
      return TRUE;
    }
  if (g_str_equal (first, "blank"))
    {
      *step = SDM_STEP_OPTIONS;
      return TRUE;
    }

  return sdm_step_from_id (first, step);
}
