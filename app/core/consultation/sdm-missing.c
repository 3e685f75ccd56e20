/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-missing.h"

#include <glib/gi18n.h>

#include "sdm-consultation-people.h"

#include "sdm-consultation-blank.h"
#include "sdm-consultation-private.h"
#include "sdm-core-error.h"
#include "sdm-nhs-number.h"
#include "sdm-schema.h"

/* The mandatory items of the shared decision making record (PRSB Shared
 * Decision Making v1.0, DAPB4070), each with the step that fills it. */

static gboolean
has_any (SdmConsultation *self,
         const char      *path)
{
  json_t *value = sdm_consultation_peek (self, path);

  return json_is_array (value) ? json_array_size (value) > 0 : value != NULL;
}

/* Half an NHS number, as it is kept while it is being typed, tells nobody apart. */
static gboolean
has_identifier (SdmConsultation *self)
{
  const char *number = sdm_consultation_get_text (self, "people/patient/nhs_number");

  if (number != NULL)
    return sdm_nhs_number_is_valid (number);

  return has_any (self, "people/patient/nhs_number_missing") || has_any (self, "people/patient/other_identifier/value");
}

static gboolean
has_seen_by (SdmConsultation *self)
{
  return has_any (self, "start/seen_by/name") && has_any (self, "start/seen_by/role");
}

static gboolean
has_what_matters (SdmConsultation *self)
{
  return has_any (self, "matters/own_words") || has_any (self, "matters/ranked") || sdm_consultation_get_flag (self, "matters/declined");
}

static gboolean
has_options (SdmConsultation *self)
{
  return json_array_size (sdm_consultation_peek (self, "options/shown")) >= 2;
}

static gboolean
has_own_decision (SdmConsultation *self)
{
  return !sdm_consultation_is_blank (self) || has_any (self, "blank/decision");
}

static gboolean
has_choice (SdmConsultation *self)
{
  return g_strcmp0 (sdm_consultation_get_text (self, "plan/result"), "decided") != 0 || has_any (self, "plan/chosen");
}

static gboolean
has_review (SdmConsultation *self)
{
  return has_any (self, "plan/review/dates") || has_any (self, "plan/review/removed");
}

static gboolean
has_contact (SdmConsultation *self)
{
  return has_any (self, "plan/contact/name") && has_any (self, "plan/contact/phone");
}

static gboolean
has_whole_actions (SdmConsultation *self)
{
  json_t *action;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, "plan/actions"), i, action)
    if (json_object_get (action, "what") == NULL || json_object_get (action, "owner") == NULL || json_object_get (action, "by") == NULL)
      return FALSE;

  return TRUE;
}

/* A whole record has each of @keys in each thing of the list at @path. */
static gboolean
has_whole (SdmConsultation   *self,
           const char        *path,
           const char *const *keys)
{
  json_t *record;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, path), i, record)
    for (guint k = 0; keys[k] != NULL; k++)
      if (json_object_get (record, keys[k]) == NULL)
        return FALSE;

  return TRUE;
}

static gboolean
has_own_titles (SdmConsultation *self)
{
  return has_whole (self, "blank/options", (const char *const[]){ "title", NULL });
}

/* A question that nobody wrote or answered is left out of the record. */
static gboolean
has_own_questions (SdmConsultation *self)
{
  json_t *answer;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (self, "blank/answers"), i, answer)
    if (sdm_consultation_get_blank_text (self, SDM_BLANK_QUESTION, json_string_value (json_object_get (answer, "question"))) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
has_whole_day (SdmConsultation *self)
{
  return has_whole (self, "matters/day", (const char *const[]){ "at", "what", NULL });
}

static gboolean
has_whole_teach_back (SdmConsultation *self)
{
  return has_whole (self, "check/teach_back", (const char *const[]){ "result", NULL });
}

static gboolean
has_whole_medicines (SdmConsultation *self)
{
  return has_whole (self, "plan/medicines", (const char *const[]){ "name", "for", "change", NULL });
}

static gboolean
has_whole_services (SdmConsultation *self)
{
  return has_whole (self, "plan/services", (const char *const[]){ "name", NULL });
}

static gboolean
has_whole_forms (SdmConsultation *self)
{
  return has_whole (self, "plan/consent_forms", (const char *const[]){ "type", NULL });
}

static gboolean
has_whole_decider (SdmConsultation *self)
{
  if (g_strcmp0 (sdm_consultation_get_text (self, "plan/decided_by"), "for-them") != 0 && !has_any (self, "plan/decider"))
    return TRUE;

  return has_any (self, "plan/decider/name") && has_any (self, "plan/decider/relationship") && has_any (self, "plan/decider/reason");
}

/* Whoever gets the letter in place of the person is known by both. */
static gboolean
has_whole_reader (SdmConsultation *self)
{
  return has_any (self, "letter/letter_to/name") == has_any (self, "letter/letter_to/relationship");
}

/* clang-format off */
static const struct
{
  SdmStep     step;
  const char *path; /* what must be there; NULL: the function says */
  gboolean (*has) (SdmConsultation *self);
  const char *text;
  const char *text_of_child; /* where a parent decides; NULL for the same */
  const char *places;        /* where it is typed, with spaces between; NULL for the path, or the page */
} mandatory[] = {
  { SDM_STEP_START, "start/contact_when", NULL, N_ ("The day and time of the talk") },
  { SDM_STEP_START, "start/method", NULL, N_ ("How you met: here, by phone, by video or at home") },
  { SDM_STEP_START, NULL, has_seen_by, N_ ("Your name and role"), NULL, "start/seen_by/name start/seen_by/role" },
  { SDM_STEP_START, NULL, has_own_decision, N_ ("What there is to decide, as a question"), NULL, "blank/decision" },
  { SDM_STEP_PEOPLE, "people/patient/family", NULL, N_ ("The person’s family name"), N_ ("The child’s family name") },
  { SDM_STEP_PEOPLE, "people/patient/born", NULL, N_ ("The person’s date of birth"), N_ ("The child’s date of birth") },
  { SDM_STEP_PEOPLE, NULL, has_identifier, N_ ("The NHS number, or why there is none"), NULL, "people/patient/nhs_number" },
  { SDM_STEP_PEOPLE, NULL, sdm_consultation_is_person_confirmed, N_ ("Name and date of birth, said aloud and confirmed"), NULL, "people/confirmed" },
  { SDM_STEP_PEOPLE, "people/problem", NULL, N_ ("The problem that the decision is about") },
  { SDM_STEP_PEOPLE, NULL, has_whole_reader, N_ ("Who gets the letter: name, and how they belong"), NULL, "letter/letter_to/name letter/letter_to/relationship" },
  { SDM_STEP_MATTERS, NULL, has_what_matters, N_ ("What matters to the person, or that they would rather not say"),
    N_ ("What matters to the parent, or that they would rather not say"), "matters/own_words" },
  { SDM_STEP_MATTERS, NULL, has_whole_day, N_ ("When and what, for each thing in the typical day"), NULL, "matters/day/*/at matters/day/*/what" },
  { SDM_STEP_OPTIONS, NULL, has_options, N_ ("The options that you looked at"), NULL, "options/shown" },
  { SDM_STEP_OPTIONS, NULL, has_own_titles, N_ ("A name for each option on the page"), NULL, "blank" },
  { SDM_STEP_OPTIONS, NULL, has_own_questions, N_ ("The words of each question that has an answer"), NULL, "blank" },
  { SDM_STEP_CHECK, NULL, has_whole_teach_back, N_ ("How it went, for each thing you asked to hear back"), NULL, "check/teach_back" },
  { SDM_STEP_PLAN, "plan/result", NULL, N_ ("Where you have got to: decided, not yet, or no thank you") },
  { SDM_STEP_PLAN, NULL, has_choice, N_ ("Which option was chosen"), NULL, "plan/chosen" },
  { SDM_STEP_PLAN, "plan/decided_by", NULL, N_ ("Who decided") },
  { SDM_STEP_PLAN, NULL, has_whole_decider, N_ ("Who decided for the person: name, relationship and why"),
    N_ ("Who decided for the child: name, relationship and why"), "plan/decider/name plan/decider/relationship plan/decider/reason" },
  { SDM_STEP_PLAN, NULL, has_whole_medicines, N_ ("What each medicine is for, and what changes"), NULL, "plan/medicines/*/name plan/medicines/*/for plan/medicines/*/change" },
  { SDM_STEP_PLAN, NULL, has_whole_forms, N_ ("What each consent form was for"), NULL, "plan/consent_forms/*/type" },
  { SDM_STEP_PLAN, NULL, has_whole_services, N_ ("The name of each service"), NULL, "plan/services/*/name" },
  { SDM_STEP_PLAN, NULL, has_whole_actions, N_ ("What, who and by when for each step"), NULL, "plan/actions/*/what plan/actions/*/owner plan/actions/*/by" },
  { SDM_STEP_PLAN, NULL, has_contact, N_ ("A name and a phone number for questions"), NULL, "plan/contact/name plan/contact/phone" },
  { SDM_STEP_PLAN, NULL, has_review, N_ ("When to ask if this is still right, or why not"), NULL, "plan/review" },
};
/* clang-format on */

/* The first place below @place that is not filled in, for a list that of the first record without it; NULL for none. */
static char *
find_gap (SdmConsultation *self,
          const char      *place)
{
  g_auto (GStrv) parts = g_strsplit (place, "/*/", 2);
  json_t *record;
  size_t  i;

  if (parts[1] == NULL)
    return has_any (self, place) ? NULL : g_strdup (place);

  json_array_foreach (sdm_consultation_peek (self, parts[0]), i, record)
    if (json_object_get (record, parts[1]) == NULL)
      return g_strdup_printf ("%s/%" G_GSIZE_FORMAT "/%s", parts[0], (gsize) i, parts[1]);

  return NULL;
}

static char *
find_place (SdmConsultation *self,
            const char      *path,
            const char      *places)
{
  g_auto (GStrv) all = g_strsplit (places != NULL ? places : path, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      char *gap = find_gap (self, all[i]);

      if (gap != NULL)
        return gap;
    }

  return g_strdup (all[0]);
}

static void
free_missing (SdmMissing *missing)
{
  g_free (missing->place);
  g_free (missing);
}

/**
 * sdm_consultation_list_missing:
 *
 * Returns: (transfer full) (element-type SdmMissing): what is still missing for the record,
 *   in the order of the steps
 */
GPtrArray *
sdm_consultation_list_missing (SdmConsultation *self)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify) free_missing);

  for (gsize i = 0; i < G_N_ELEMENTS (mandatory); i++)
    {
      SdmMissing *item;

      if (mandatory[i].path != NULL ? has_any (self, mandatory[i].path) : mandatory[i].has (self))
        continue;
      item = g_new0 (SdmMissing, 1);
      item->step = mandatory[i].step;
      item->place = find_place (self, mandatory[i].path, mandatory[i].places);
      item->text = _ (mandatory[i].text);
      item->text_of_child = mandatory[i].text_of_child != NULL ? _ (mandatory[i].text_of_child) : item->text;
      g_ptr_array_add (missing, item);
    }

  return missing;
}

/* Finalising */

static void
set_default (json_t     *root,
             const char *object,
             const char *key,
             json_t     *value)
{
  json_t *parent = sdm_json_get (root, object);

  if (json_object_get (parent, key) == NULL)
    json_object_set_new (parent, key, value);
  else
    json_decref (value);
}

/* NULL where there is a decision. */
static const char *
name_where_they_got_to (const char *result)
{
  if (g_strcmp0 (result, "not-yet") == 0)
    return _ ("Not decided yet");
  if (g_strcmp0 (result, "no-thank-you") == 0)
    return _ ("The person said no thank you for now");

  return NULL;
}

/* PRSB decision entry, in at most 150 letters: what was chosen, or where they got to. */
static json_t *
describe_decision (SdmConsultation *self)
{
  const char *reached = name_where_they_got_to (sdm_consultation_get_text (self, "plan/result"));
  json_t     *record;
  json_t     *option;
  size_t      i;

  if (reached != NULL)
    return json_pack ("{s:s}", "text", reached);

  record = sdm_consultation_peek (self, "options/record");
  json_array_foreach (record, i, option)
    if (g_strcmp0 (json_string_value (json_object_get (option, "option")),
                   sdm_consultation_get_text (self, "plan/chosen/0/option")) == 0)
      return json_pack ("{s:O}", "text", json_object_get (option, "text"));

  return json_pack ("{s:s}", "text", _ ("Decided"));
}

/**
 * sdm_consultation_drop_default_entry:
 * @root: a document that was final
 *
 * Takes the entry for the decision out where nobody wrote it, so that it follows what is decided.
 */
void
sdm_consultation_drop_default_entry (json_t *root)
{
  json_t     *plan = json_object_get (root, "plan");
  const char *reached = name_where_they_got_to (json_string_value (json_object_get (plan, "result")));

  if (reached != NULL && g_strcmp0 (reached, json_string_value (sdm_json_get (plan, "decision_entry/text"))) == 0)
    json_object_del (plan, "decision_entry");
}

/* A row that was added and never typed in says nothing. */
static void
drop_empty_rows (json_t *node)
{
  const char *key;
  json_t     *value;

  for (size_t i = json_array_size (node); i > 0; i--)
    {
      json_t *row = json_array_get (node, i - 1);

      if (json_is_object (row) && json_object_size (row) == 0)
        json_array_remove (node, i - 1);
      else
        drop_empty_rows (row);
    }
  json_object_foreach (node, key, value)
    drop_empty_rows (value);
}

/* Who made this version: who saw the person, unless somebody else amends it. */
static json_t *
make_author (json_t     *seen_by,
             const char *name,
             const char *role)
{
  json_t *author;

  if (name == NULL || g_strcmp0 (name, json_string_value (json_object_get (seen_by, "name"))) == 0)
    return json_deep_copy (seen_by);

  author = json_pack ("{s:s}", "name", name);
  json_object_set_new (author, "role", role != NULL && *role != '\0' ? json_string (role) : json_deep_copy (json_object_get (seen_by, "role")));
  return author;
}

static void
fill_in_for_final (SdmConsultation *self,
                   json_t          *root,
                   json_t          *author, /* taken */
                   json_t          *amends, /* nullable */
                   const char      *now)
{
  json_t   *seen_by = sdm_json_get (root, "start/seen_by");
  json_t   *finish = json_object_get (root, "finish");
  const int version = amends != NULL ? 1 + (int) json_integer_value (json_object_get (amends, "version")) : 1;

  sdm_consultation_tidy_blank (root);
  drop_empty_rows (root);
  if (json_object_size (sdm_json_get (root, "letter/letter_to")) == 0)
    json_object_del (json_object_get (root, "letter"), "letter_to");
  set_default (root, "start", "responsible", json_deep_copy (seen_by));
  set_default (root, "start", "recorded_at", json_string (now));
  set_default (root, "plan", "decision_entry", describe_decision (self));
  set_default (root, "plan", "issues", json_pack ("{s:b}", "flag", 0));
  set_default (root, "plan", "withheld", json_pack ("{s:b}", "any", 0));
  set_default (root, "plan", "delayed", json_pack ("{s:b}", "any", 0));
  set_default (root, "plan", "review", json_pack ("{s:[]}", "dates"));
  json_object_set_new (root, "author", author);
  json_object_set_new (root, "performer", json_deep_copy (seen_by));
  json_object_set_new (root, "software", json_pack ("{s:s, s:s}", "name", "Evenhand", "version", PACKAGE_VERSION));
  json_object_set_new (finish, "finalised", json_pack ("{s:s, s:O}", "at", now, "by", json_object_get (author, "name")));
  json_object_set_new (finish, "version", json_integer (version));
  if (amends != NULL)
    json_object_set (finish, "amends", amends);
  json_object_set_new (sdm_json_get (root, "steps/finish"), "state", json_string ("done"));
  json_object_set_new (root, "status", json_string ("valid"));
}

static gboolean
set_error_missing (GError   **error,
                   GPtrArray *missing)
{
  const SdmMissing *first = g_ptr_array_index (missing, 0);

  g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT,
               ngettext ("%u thing is still missing for the record: %s",
                         "%u things are still missing for the record, first of all: %s", missing->len),
               missing->len, first->text);

  return FALSE;
}

/**
 * sdm_consultation_finalise_as:
 * @name: (nullable): the author; %NULL for who saw the person
 * @role: (nullable): the author's role
 * @amends: (nullable): which version this one amends, and why
 *
 * Makes a version final, with author, performer and both dates.
 */
gboolean
sdm_consultation_finalise_as (SdmConsultation *self,
                              const char      *name,
                              const char      *role,
                              json_t          *amends,
                              GError         **error)
{
  g_autoptr (GPtrArray) missing = sdm_consultation_list_missing (self);
  g_autoptr (GPtrArray) findings = sdm_findings_new ();
  g_autoptr (json_t) root = NULL;
  g_autoptr (SdmClock) clock = NULL;
  g_autofree char *now = NULL;

  if (missing->len > 0)
    return set_error_missing (error, missing);

  clock = sdm_consultation_get_clock (self) != NULL ? g_object_ref (sdm_consultation_get_clock (self)) : sdm_clock_new ();
  now = sdm_clock_dup_instant (clock);
  root = json_deep_copy (sdm_consultation_peek (self, ""));
  fill_in_for_final (self, root, make_author (sdm_json_get (root, "start/seen_by"), name, role), amends, now);
  if (!sdm_schema_check (sdm_schema_get (SDM_SCHEMA_CONSULTATION), root, findings))
    {
      const SdmFinding *first = g_ptr_array_index (findings, 0);

      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT, "%s (%s)", first->detail, first->pointer);
      return FALSE;
    }

  sdm_consultation_replace_document (self, g_steal_pointer (&root));

  return TRUE;
}

/**
 * sdm_consultation_finalise:
 *
 * Makes the record final: version 1, status valid, with author, performer and
 * both dates. Who is responsible is who saw the person, unless said otherwise.
 *
 * Returns: FALSE with @error set, and nothing changed, where something is missing
 */
gboolean
sdm_consultation_finalise (SdmConsultation *self,
                           GError         **error)
{
  return sdm_consultation_finalise_as (self, NULL, NULL, NULL, error);
}

/**
 * sdm_consultation_take_back_final:
 * @draft: the same consultation as it was before it was made final
 *
 * Makes the consultation a draft again, because the final record could not be kept.
 */
void
sdm_consultation_take_back_final (SdmConsultation *self,
                                  SdmConsultation *draft)
{
  g_return_if_fail (g_strcmp0 (sdm_consultation_get_id (self), sdm_consultation_get_id (draft)) == 0);

  sdm_consultation_replace_document (self, json_deep_copy (sdm_consultation_peek (draft, "")));
}
