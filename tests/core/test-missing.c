/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-core-error.h"
#include "sdm-fields.h"
#include "sdm-missing.h"

/* A whole consultation as it was before it was made final. */
static SdmConsultation *
open_again (const char *name)
{
  g_autoptr (SdmConsultation) final = documents_load_consultation (name);
  g_autoptr (json_t) document = json_deep_copy (sdm_consultation_peek (final, ""));
  g_autoptr (GError) error = NULL;
  SdmConsultation *open;

  json_object_set_new (document, "status", json_string ("in-progress"));
  for (guint i = 0; i < 3; i++)
    json_object_del (document, ((const char *[]){ "author", "performer", "software" })[i]);
  json_object_del (sdm_json_get (document, "finish"), "finalised");
  json_object_del (sdm_json_get (document, "finish"), "version");
  json_object_del (sdm_json_get (document, "start"), "responsible");
  json_object_del (sdm_json_get (document, "start"), "recorded_at");
  open = sdm_consultation_new_from_json (document, &error);
  g_assert_no_error (error);

  return open;
}

typedef struct
{
  const char *name;
  const char *take[3]; /* what is taken out */
  SdmStep     step;
  const char *text; /* the one thing that is missing then */
} MissingCase;

static const MissingCase missing_cases[] = {
  { "contact-when", { "start/contact_when" }, SDM_STEP_START, "The day and time of the talk" },
  { "method", { "start/method" }, SDM_STEP_START, "How you met: here, by phone, by video or at home" },
  { "seen-by", { "start/seen_by" }, SDM_STEP_START, "Your name and role" },
  { "role", { "start/seen_by/role" }, SDM_STEP_START, "Your name and role" },
  { "family", { "people/patient/family" }, SDM_STEP_PEOPLE, "The person’s family name" },
  { "born", { "people/patient/born" }, SDM_STEP_PEOPLE, "The person’s date of birth" },
  { "nhs-number", { "people/patient/nhs_number" }, SDM_STEP_PEOPLE, "The NHS number, or why there is none" },
  { "confirmed", { "people/confirmed" }, SDM_STEP_PEOPLE, "Name and date of birth, said aloud and confirmed" },
  { "problem", { "people/problem" }, SDM_STEP_PEOPLE, "The problem that the decision is about" },
  { "matters", { "matters/own_words", "matters/ranked" }, SDM_STEP_MATTERS, "What matters to the person, or that they would rather not say" },
  { "day-time", { "matters/day/0/at" }, SDM_STEP_MATTERS, "When and what, for each thing in the typical day" },
  { "day-what", { "matters/day/1/what" }, SDM_STEP_MATTERS, "When and what, for each thing in the typical day" },
  { "options", { "options/shown" }, SDM_STEP_OPTIONS, "The options that you looked at" },
  { "result", { "plan/result" }, SDM_STEP_PLAN, "Where you have got to: decided, not yet, or no thank you" },
  { "chosen", { "plan/chosen" }, SDM_STEP_PLAN, "Which option was chosen" },
  { "decided-by", { "plan/decided_by" }, SDM_STEP_PLAN, "Who decided" },
  { "action-by", { "plan/actions/0/by" }, SDM_STEP_PLAN, "What, who and by when for each step" },
  { "contact", { "plan/contact" }, SDM_STEP_PLAN, "A name and a phone number for questions" },
  { "contact-phone", { "plan/contact/phone" }, SDM_STEP_PLAN, "A name and a phone number for questions" },
  { "review", { "plan/review" }, SDM_STEP_PLAN, "When to ask if this is still right, or why not" },
};

static void
take_out (SdmConsultation *consultation,
          const char      *path)
{
  json_t *value = sdm_consultation_peek (consultation, path);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (value);
  /* The format wants its lists, so these become empty. */
  if (json_is_array (value))
    sdm_consultation_take_value (consultation, path, json_array (), &error);
  else
    sdm_consultation_remove (consultation, path, &error);
  g_assert_no_error (error);
}

static void
test_missing (gconstpointer data)
{
  const MissingCase *c = data;
  g_autoptr (SdmConsultation) consultation = open_again ("decided");
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char  *before = NULL;
  g_autofree char  *after = NULL;
  g_autofree char  *message = g_strconcat ("1 thing is still missing for the record: ", c->text, NULL);
  const SdmMissing *first;
  guint             changes;

  for (guint i = 0; i < G_N_ELEMENTS (c->take) && c->take[i] != NULL; i++)
    take_out (consultation, c->take[i]);
  missing = sdm_consultation_list_missing (consultation);
  g_assert_cmpuint (missing->len, ==, 1);
  first = g_ptr_array_index (missing, 0);
  g_assert_cmpint (first->step, ==, c->step);
  g_assert_cmpstr (first->text, ==, c->text);

  before = documents_to_text (consultation);
  documents_count_changes (consultation, &changes);
  g_assert_false (sdm_consultation_finalise (consultation, &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, message);
  after = documents_to_text (consultation);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (changes, ==, 0);
}

/* Each thing that may stand in the place of another. */
static void
test_instead (void)
{
  static const struct
  {
    const char *take;
    const char *path;
    const char *value;
  } cases[] = {
    { "people/patient/nhs_number", "people/patient/nhs_number_missing", "\"Visitor from abroad\"" },
    { "people/patient/nhs_number", "people/patient/other_identifier", "{\"kind\":\"chi\",\"value\":\"0101010000\"}" },
    { "matters/own_words", "matters/declined", "true" },
    { "plan/review", "plan/review", "{\"dates\":[],\"removed\":\"Moves abroad\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdmConsultation) consultation = open_again ("decided");
      g_autoptr (GPtrArray) missing = NULL;
      g_autoptr (GError) error = NULL;

      take_out (consultation, cases[i].take);
      sdm_consultation_take_value (consultation, cases[i].path, json_loads (cases[i].value, JSON_DECODE_ANY, NULL), &error);
      g_assert_no_error (error);
      missing = sdm_consultation_list_missing (consultation);
      g_assert_cmpuint (missing->len, ==, 0);
    }
}

static void
test_all_missing (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GPtrArray) missing = sdm_consultation_list_missing (consultation);
  g_autoptr (GError) error = NULL;
  SdmStep before = SDM_STEP_START;

  g_assert_cmpuint (missing->len, >, 5);
  for (guint i = 0; i < missing->len; i++)
    {
      const SdmMissing *item = g_ptr_array_index (missing, i);

      g_assert_cmpint (item->step, >=, before);
      before = item->step;
    }
  g_assert_false (sdm_consultation_finalise (consultation, &error));
  g_assert_nonnull (strstr (error->message, "things are still missing for the record, first of all: "));
}

static void
test_finalise (gconstpointer data)
{
  g_autoptr (SdmConsultation) consultation = open_again (data);
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmConsultation) again = NULL;
  g_autoptr (GError) error = NULL;
  guint changes;

  sdm_consultation_set_clock (consultation, clock);
  documents_count_changes (consultation, &changes);
  sdm_consultation_finalise (consultation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes, ==, 1);

  g_assert_true (sdm_consultation_is_final (consultation));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "status"), ==, "valid");
  g_assert_cmpint (sdm_consultation_get_integer (consultation, "finish/version", 0), ==, 1);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "finish/finalised/at"), ==, "2026-11-24T10:05:07Z");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "start/recorded_at"), ==, "2026-11-24T10:05:07Z");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "author/name"), ==,
                   sdm_consultation_get_text (consultation, "start/seen_by/name"));
  g_assert_nonnull (sdm_consultation_peek (consultation, "performer"));
  g_assert_nonnull (sdm_consultation_peek (consultation, "start/responsible"));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "software/name"), ==, "Evenhand");
  g_assert_nonnull (sdm_consultation_peek (consultation, "plan/decision_entry/text"));

  bytes = sdm_consultation_to_bytes (consultation);
  again = sdm_consultation_new_from_bytes (bytes, "final", &error);
  g_assert_no_error (error);
}

/* The decision entry is made from what was chosen where nobody wrote one. */
static void
test_decision_entry (void)
{
  g_autoptr (SdmConsultation) consultation = open_again ("decided");
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_remove (consultation, "plan/decision_entry", &error));
  g_assert_true (sdm_consultation_take_value (consultation, "plan/chosen", json_pack ("[{s:s}]", "option", "one-fewer"), &error));
  g_assert_no_error (error);
  g_assert_true (sdm_consultation_finalise (consultation, &error));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "plan/decision_entry/text"), ==, "Take one tablet fewer");
}

/* An NHS number that was only begun is no identifier. */
static void
test_half_a_number (void)
{
  g_autoptr (SdmConsultation) consultation = open_again ("decided");
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/nhs_number", "999000", &error));
  missing = sdm_consultation_list_missing (consultation);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (((const SdmMissing *) g_ptr_array_index (missing, 0))->text, ==, "The NHS number, or why there is none");
}

/* What is missing leads to its field, and in a list to the row. */
static void
test_place (gconstpointer data)
{
  const char *const *c = data;
  g_autoptr (SdmConsultation) consultation = open_again ("decided");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  sdm_consultation_remove (consultation, c[0], &error);
  g_assert_no_error (error);
  missing = sdm_consultation_list_missing (consultation);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (((SdmMissing *) g_ptr_array_index (missing, 0))->place, ==, c[1]);
}

static const char *const places[][2] = {
  { "start/contact_when", "start/contact_when" },
  { "start/seen_by/role", "start/seen_by/role" },
  { "people/patient/born", "people/patient/born" },
  { "plan/actions/2/by", "plan/actions/2/by" },
  { "plan/contact/phone", "plan/contact/phone" },
  { "matters/day/1/what", "matters/day/1/what" },
};

/* The elements of the record standard */

static json_t *
resolve (json_t *schema,
         json_t *node)
{
  const char *reference = json_string_value (json_object_get (node, "$ref"));

  if (reference == NULL)
    reference = json_string_value (json_object_get (json_array_get (json_object_get (node, "allOf"), 0), "$ref"));

  return reference != NULL ? sdm_json_get (schema, reference + strlen ("#/")) : node;
}

/* Each value that a consultation may hold has a name and a page, or is written by the program. */
static void
walk (json_t     *schema,
      json_t     *described,
      const char *path)
{
  json_t     *node = resolve (schema, described);
  json_t     *properties = json_object_get (node, "properties");
  const char *key;
  json_t     *value;

  if (properties == NULL && json_object_get (node, "items") != NULL)
    {
      g_autofree char *below = g_strconcat (path, "/*", NULL);

      walk (schema, json_object_get (node, "items"), below);
      return;
    }
  if (properties == NULL)
    {
      if (sdm_fields_find (path) == NULL)
        g_error ("“%s” is in the format, and on no page", path);
      return;
    }
  json_object_foreach (properties, key, value)
    {
      g_autofree char *below = *path == '\0' ? g_strdup (key) : g_strconcat (path, "/", key, NULL);

      walk (schema, value, below);
    }
}

static void
test_every_place_has_a_name (void)
{
  g_autofree char *path = documents_find ("decision-aids/schema/consultation.schema.json");
  g_autoptr (json_t) schema = json_load_file (path, 0, NULL);

  g_assert_nonnull (schema);
  walk (schema, schema, "");
}

/* The table of the documentation: element, rule, place, and where it is filled in. */
static char *
make_row (const SdmField *field)
{
  if (field->label == NULL)
    return g_strdup_printf ("| %s | %c | `%s` | written by the program; shown on %s |", field->element, field->rule,
                            field->path, sdm_step_get_title (field->step));
  if (field->card == NULL)
    return g_strdup_printf ("| %s | %c | `%s` | %s: %s |", field->element, field->rule, field->path, sdm_step_get_title (field->step), field->label);

  return g_strdup_printf ("| %s | %c | `%s` | %s: %s: %s |", field->element, field->rule, field->path, sdm_step_get_title (field->step), field->card, field->label);
}

static void
test_elements_are_documented (void)
{
  g_autofree char *path = documents_find ("docs/record-format.md");
  g_autofree char *text = NULL;
  guint            n_fields;
  const SdmField  *fields = sdm_fields_get_all (&n_fields);
  gboolean         is_whole = TRUE;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *row = fields[i].element != NULL ? make_row (&fields[i]) : NULL;

      if (row != NULL && strstr (text, row) == NULL)
        {
          g_test_message ("%s", row);
          is_whole = FALSE;
        }
    }
  g_assert_true (is_whole);
}

/* Whatever the standard asks for is in the table: without it a record would be finished that is not whole. */
static void
test_every_element_is_asked (void)
{
  static const char *const elements[] = {
    "Date and time of contact",
    "Event date",
    "Date recorded",
    "Seen by",
    "Responsible professional",
    "Person accompanying",
    "Interpreter",
    "Location",
    "Consultation method",
    "Others present",
    "Problem list entry",
    "Shared decision status",
    "Pre-discussion information shared",
    "People involved",
    "Shared agenda setting",
    "What matters to the person",
    "Options discussed",
    "Options discussed: risks",
    "Options discussed: benefits",
    "Decision support tool",
    "Decision entry",
    "Planned review",
    "Decision issues",
    "Information withheld",
    "Information delayed",
    "Post-discussion actions",
    "Consent form details",
    "Author",
    "Performer",
    "Person: given names",
    "Person: family name",
    "Person: preferred name",
    "Person: date of birth",
    "Person: NHS number",
    "Person: other identifier",
    "Person: gender",
    "Person: address",
    "Person: GP practice",
    "Communication needs",
  };
  guint           n_fields;
  const SdmField *fields = sdm_fields_get_all (&n_fields);

  for (gsize e = 0; e < G_N_ELEMENTS (elements); e++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < n_fields; i++)
        found = found || (g_strcmp0 (fields[i].element, elements[e]) == 0 && fields[i].rule != ' ');
      if (!found)
        g_error ("“%s” is nowhere", elements[e]);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const finals[] = { "decided", "no-thank-you", "not-yet", "statins-decided" };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (missing_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/missing/without/", missing_cases[i].name, NULL);

      g_test_add_data_func (path, &missing_cases[i], test_missing);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (finals); i++)
    {
      g_autofree char *path = g_strconcat ("/core/missing/finalise/", finals[i], NULL);

      g_test_add_data_func (path, finals[i], test_finalise);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/core/missing/place/", places[i][0], NULL);

      g_test_add_data_func (path, places[i], test_place);
    }
  g_test_add_func ("/core/missing/every-place-has-a-name", test_every_place_has_a_name);
  g_test_add_func ("/core/missing/elements-are-documented", test_elements_are_documented);
  g_test_add_func ("/core/missing/every-element-is-asked", test_every_element_is_asked);
  g_test_add_func ("/core/missing/instead", test_instead);
  g_test_add_func ("/core/missing/all", test_all_missing);
  g_test_add_func ("/core/missing/decision-entry", test_decision_entry);
  g_test_add_func ("/core/missing/half-a-number", test_half_a_number);

  return g_test_run ();
}
