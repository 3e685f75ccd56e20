/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-core-error.h"

static const char *const all_consultations[] = {
  "blank-decided", "decided", "half-typed", "just-started", "no-thank-you", "not-yet", "statins-decided"
};

/* Bytes */

static void
test_round_trip (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("tests/data/consultations/%s.json", (const char *) data);
  g_autofree char *path = documents_find (name);
  g_autofree char *contents = NULL;
  g_autofree char *written = NULL;
  g_autoptr (SdmConsultation) consultation = documents_load_consultation (data);

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  written = documents_to_text (consultation);
  g_assert_cmpstr (written, ==, contents);
}

/* The list above is whole. */
static void
test_every_file_is_tried (void)
{
  g_autofree char *path = documents_find ("tests/data/consultations");
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint       n_files = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    n_files += g_str_has_suffix (name, ".json") ? 1 : 0;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (all_consultations));
}

/* A copy with the keys of every object turned round. */
static json_t *
turn_keys_round (json_t *value)
{
  json_t     *turned;
  const char *key;
  json_t     *item;
  size_t      i;

  if (json_is_array (value))
    {
      turned = json_array ();
      json_array_foreach (value, i, item)
        json_array_append_new (turned, turn_keys_round (item));
      return turned;
    }
  if (!json_is_object (value))
    return json_incref (value);

  turned = json_object ();
  {
    g_autoptr (GPtrArray) keys = g_ptr_array_new ();

    json_object_foreach (value, key, item)
      g_ptr_array_insert (keys, 0, (gpointer) key);
    for (i = 0; i < keys->len; i++)
      {
        key = g_ptr_array_index (keys, i);
        json_object_set_new (turned, key, turn_keys_round (json_object_get (value, key)));
      }
  }

  return turned;
}

static void
test_key_order (gconstpointer data)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation (data);
  g_autoptr (json_t) turned = turn_keys_round (sdm_consultation_peek (consultation, ""));
  g_autofree char *before = documents_to_text (consultation);
  g_autofree char *turned_text = sdm_json_write (turned);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SdmConsultation) other = sdm_consultation_new_from_json (turned, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (turned_text, !=, before);
  after = documents_to_text (other);
  g_assert_cmpstr (after, ==, before);
}

/* The order in which the steps were filled in does not show in the bytes. */
static void
test_order_of_changes (void)
{
  static const char *const paths[] = { "people/patient/preferred_name", "people/patient/title", "people/problem/text" };
  g_autofree char         *forwards = NULL;
  g_autofree char         *backwards = NULL;

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");

      for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
        {
          const char *path = paths[turn == 0 ? i : G_N_ELEMENTS (paths) - 1 - i];
          g_autoptr (GError) error = NULL;

          g_assert_true (sdm_consultation_remove (consultation, path, &error) || TRUE);
          g_clear_error (&error);
          if (g_str_equal (path, "people/problem/text"))
            g_assert_true (sdm_consultation_take_value (consultation, "people/problem", json_pack ("[{s:s}]", "text", "Knee pain"), &error));
          else
            g_assert_true (sdm_consultation_set_text (consultation, path, "Mr", &error));
          g_assert_no_error (error);
        }
      if (turn == 0)
        forwards = documents_to_text (consultation);
      else
        backwards = documents_to_text (consultation);
    }
  g_assert_cmpstr (forwards, ==, backwards);
}

/* Changes */

static void
note_path_cb (SdmConsultation *consultation,
              const char      *path,
              GString         *paths)
{
  g_string_append_printf (paths, "%s;", path);
}

static void
test_changed (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GString) paths = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect (consultation, "changed", G_CALLBACK (note_path_cb), paths);

  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/preferred_name", "Bo", &error));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/preferred_name"), ==, "Bo");
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/preferred_name", "Bo", &error));
  g_assert_true (sdm_consultation_set_flag (consultation, "start/interpreter/needed", TRUE, &error));
  g_assert_true (sdm_consultation_set_flag (consultation, "start/interpreter/needed", TRUE, &error));
  g_assert_true (sdm_consultation_get_flag (consultation, "start/interpreter/needed"));
  g_assert_true (sdm_consultation_set_integer (consultation, "steps/people/seconds", 12, &error));
  g_assert_true (sdm_consultation_set_integer (consultation, "steps/people/seconds", 12, &error));
  g_assert_cmpint (sdm_consultation_get_integer (consultation, "steps/people/seconds", -1), ==, 12);
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/preferred_name", "", &error));
  g_assert_null (sdm_consultation_peek (consultation, "people/patient/preferred_name"));
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/preferred_name", NULL, &error));
  g_assert_true (sdm_consultation_remove (consultation, "people/patient/preferred_name", &error));
  g_assert_no_error (error);

  g_assert_cmpstr (paths->str, ==,
                   "people/patient/preferred_name;start/interpreter/needed;steps/people/seconds;people/patient/preferred_name;");
}

static void
test_lists (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;
  guint changes;

  documents_count_changes (consultation, &changes);
  g_assert_true (sdm_consultation_take_value (consultation, "people/needs", json_array (), &error));
  changes = 0;
  g_assert_true (sdm_consultation_append (consultation, "people/needs", json_pack ("{s:s}", "need", "Large print"), &error));
  g_assert_true (sdm_consultation_append (consultation, "people/needs", json_pack ("{s:s}", "need", "Time"), &error));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/needs/1/need"), ==, "Time");
  g_assert_true (sdm_consultation_set_text (consultation, "people/needs/1/met_by", "A double appointment", &error));
  g_assert_true (sdm_consultation_remove (consultation, "people/needs/0", &error));
  g_assert_no_error (error);

  g_assert_cmpuint (json_array_size (sdm_consultation_peek (consultation, "people/needs")), ==, 1);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/needs/0/met_by"), ==, "A double appointment");
  g_assert_cmpuint (changes, ==, 4);
}

/* Whoever holds on to what stood there, such as the list of what can be undone, keeps it as it was; and what is
 * written after each change is the document as it is then. */
static void
test_never_in_place (void)
{
  static const char *const places[] = {
    "people/agenda/patient", "people/patient/family", "people/needs/0/need", "people/needs/1/need", "people/agenda/patient"
  };
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  sdm_consultation_take_value (consultation, "people/needs", json_pack ("[{s:s}, {s:s}]", "need", "Large print", "need", "Time"), &error);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (json_t) held = json_incref (sdm_consultation_peek (consultation, ""));
      g_autoptr (json_t) copy = json_deep_copy (held);
      g_autofree char *typed = g_strdup_printf ("What was typed %" G_GSIZE_FORMAT, i);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_assert_true (sdm_consultation_set_text (consultation, places[i], typed, &error));
      g_assert_no_error (error);
      g_assert_true (json_equal (held, copy));

      text = sdm_json_write (sdm_consultation_peek (consultation, ""));
      bytes = sdm_consultation_to_bytes (consultation);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
      g_assert_nonnull (strstr (text, typed));
    }
}

/* Refusals */

typedef struct
{
  const char *name;
  const char *consultation;
  const char *path;
  const char *value; /* JSON; NULL: take away */
  int         code;
  const char *message;
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  { "unknown-key", "just-started", "people/patient/shoe_size", "9", SDM_CORE_ERROR_CONTENT,
    "the key “shoe_size” is not known here (/people/patient/shoe_size)" },
  { "unknown-step", "just-started", "dreams", "{}", SDM_CORE_ERROR_CONTENT,
    "the key “dreams” is not known here (/dreams)" },
  { "wrong-type", "just-started", "people/patient/family", "7", SDM_CORE_ERROR_CONTENT,
    "“family” must be text in quotation marks (/people/patient/family)" },
  { "not-a-date", "just-started", "people/patient/born", "\"14/3/1943\"", SDM_CORE_ERROR_CONTENT, NULL },
  { "text-in-the-way", "just-started", "language/x", "1", SDM_CORE_ERROR_NOT_FOUND,
    "there is no place “language/x” in a consultation" },
  { "list-in-the-way", "just-started", "people/needs/x", "1", SDM_CORE_ERROR_NOT_FOUND,
    "there is no place “people/needs/x” in a consultation" },
  { "beyond-the-list", "just-started", "people/needs/7", "{\"need\":\"x\"}", SDM_CORE_ERROR_NOT_FOUND,
    "there is no place “people/needs/7” in a consultation" },
  { "needed-at-the-top", "just-started", "aid", NULL, SDM_CORE_ERROR_CONTENT, "this needs one of: aid, blank" },
  { "needed-below", "just-started", "aid/id", NULL, SDM_CORE_ERROR_CONTENT, NULL },
  { "needed-by-a-final-record", "decided", "plan/result", NULL, SDM_CORE_ERROR_CONTENT, NULL },
  { "unfinished-made-final", "just-started", "status", "\"valid\"", SDM_CORE_ERROR_CONTENT, NULL },
  { "not-an-nhs-number", "just-started", "people/patient/nhs_number", "\"9990000019\"", SDM_CORE_ERROR_CONTENT,
    "“9990000019” is not an NHS number (/people/patient/nhs_number)" },
  { "real-number-in-practice", "just-started", "people/patient/nhs_number", "\"9434765919\"", SDM_CORE_ERROR_CONTENT,
    "“9434765919” could belong to a real person; a practice case needs a number that begins with 999 (/people/patient/nhs_number)" },
  { "more-people-than-there-are", "decided", "risks/figures/0/n", "101", SDM_CORE_ERROR_CONTENT,
    "“n” must be between 0 and 100 (/risks/figures/0/n)" },
  { "range-turned-round", "decided", "risks/figures/28/high", "10", SDM_CORE_ERROR_CONTENT,
    "“high” must be between 11 and 100 (/risks/figures/28/high)" },
  { "range-of-more-than-there-are", "decided", "risks/figures/28/high", "101", SDM_CORE_ERROR_CONTENT,
    "“high” must be between 11 and 100 (/risks/figures/28/high)" },
  { "range-with-one-end", "decided", "risks/figures/28/high", NULL, SDM_CORE_ERROR_CONTENT,
    "a range has two ends, “low” and “high” (/risks/figures/28)" },
  { "range-below-nobody", "decided", "risks/figures/28/low", "-1", SDM_CORE_ERROR_CONTENT,
    "“low” must be between 0 and 100 (/risks/figures/28/low)" },
  { "made-real-with-practice-number", "decided", "status", "\"nonsense\"", SDM_CORE_ERROR_CONTENT, NULL },
};

static void
test_refusal (gconstpointer data)
{
  const RefusalCase *c = data;
  g_autoptr (SdmConsultation) consultation = documents_load_consultation (c->consultation);
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autofree char *before = documents_to_text (consultation);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint    changes;
  gboolean taken;

  sdm_consultation_set_clock (consultation, clock);
  documents_count_changes (consultation, &changes);
  if (c->value != NULL)
    taken = sdm_consultation_take_value (consultation, c->path, json_loads (c->value, JSON_DECODE_ANY, NULL), &error);
  else
    taken = sdm_consultation_remove (consultation, c->path, &error);

  g_assert_false (taken);
  g_assert_error (error, SDM_CORE_ERROR, c->code);
  if (c->message != NULL)
    g_assert_cmpstr (error->message, ==, c->message);
  after = documents_to_text (consultation);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (changes, ==, 0);
}

static void
test_too_long (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  guint            most = sdm_consultation_get_max_length ("people/patient/family");
  g_autofree char *whole = g_strnfill (most, 'x');
  g_autofree char *longer = g_strnfill (most + 1, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (most, ==, 35);
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/family", whole, &error));
  g_assert_no_error (error);
  g_assert_false (sdm_consultation_set_text (consultation, "people/patient/family", longer, &error));
  g_assert_cmpstr (error->message, ==, "This is 36 letters long and 35 fit. Shorten it: until then it is not kept.");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/family"), ==, whole);
  g_assert_cmpuint (sdm_consultation_get_max_length ("people/nothing/here"), ==, 0);
}

static void
test_not_utf8 (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  g_assert_false (sdm_consultation_set_text (consultation, "people/patient/family", "Caf\xe9", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_VALUE);
}

/* While it is being typed, half a number is kept; the whole one may be kept too. */
static void
test_half_a_number (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/nhs_number", "999000", &error));
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/nhs_number", "9990000018", &error));
  g_assert_no_error (error);
}

/* Whatever was accepted can be read again. */
static void
test_kept_can_be_read (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("half-typed");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmConsultation) again = NULL;
  g_autoptr (GError) error = NULL;

  for (SdmStep step = SDM_STEP_START; step <= SDM_STEP_FINISH; step++)
    sdm_consultation_set_step_state (consultation, step, "later");
  sdm_consultation_add_step_seconds (consultation, SDM_STEP_RISKS, 30);
  sdm_consultation_add_step_seconds (consultation, SDM_STEP_RISKS, 0);
  sdm_consultation_add_step_seconds (consultation, SDM_STEP_RISKS, 12);
  bytes = sdm_consultation_to_bytes (consultation);
  again = sdm_consultation_new_from_bytes (bytes, "kept", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_consultation_get_step_state (again, SDM_STEP_FINISH), ==, "later");
  g_assert_cmpint (sdm_consultation_get_integer (again, "steps/risks/seconds", 0), ==, 42);
}

/* Time */

static void
test_clock (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
  g_autoptr (SdmClock) clock = documents_new_clock ();
  g_autofree char *before = g_strdup (sdm_consultation_get_text (consultation, "changed"));

  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/family", "A", NULL));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "changed"), ==, before);

  sdm_consultation_set_clock (consultation, clock);
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/family", "B", NULL));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "changed"), ==, "2026-11-24T10:05:07Z");
  sdm_clock_advance (clock, 2 * G_TIME_SPAN_MINUTE);
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/family", "B", NULL));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "changed"), ==, "2026-11-24T10:05:07Z");
  g_assert_true (sdm_consultation_set_text (consultation, "people/patient/family", "C", NULL));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "changed"), ==, "2026-11-24T10:07:07Z");
}

/* Names */

static void
test_names (void)
{
  static const struct
  {
    const char *patient; /* JSON */
    const char *full;
    const char *greeting;
  } cases[] = {
    { "{\"title\":\"Mr\",\"address\":[],\"given\":[\"Arthur\",\"James\"],\"family\":\"Pell\",\"preferred_name\":\"Art\"}", "Mr Arthur James Pell", "Art" },
    { "{\"address\":[],\"given\":[\"Arthur\"],\"family\":\"Pell\"}", "Arthur Pell", "Arthur Pell" },
    { "{\"address\":[],\"given\":[],\"family\":\"Suharto\"}", "Suharto", "Suharto" },
    { "{\"address\":[],\"given\":[\"Madonna\"]}", "Madonna", "Madonna" },
    { "{\"address\":[],\"given\":[]}", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SdmConsultation) consultation = documents_load_consultation ("just-started");
      g_autoptr (GError) error = NULL;
      g_autofree char *full = NULL;
      g_autofree char *greeting = NULL;

      g_assert_true (sdm_consultation_take_value (consultation, "people/patient", json_loads (cases[i].patient, 0, NULL), &error));
      g_assert_no_error (error);
      full = sdm_consultation_dup_patient_name (consultation);
      greeting = sdm_consultation_dup_greeting_name (consultation);
      g_assert_cmpstr (full, ==, cases[i].full);
      g_assert_cmpstr (greeting, ==, cases[i].greeting);
    }
}

static void
test_what_it_is (void)
{
  g_autoptr (SdmConsultation) draft = documents_load_consultation ("half-typed");
  g_autoptr (SdmConsultation) final = documents_load_consultation ("decided");

  g_assert_false (sdm_consultation_is_final (draft));
  g_assert_true (sdm_consultation_is_final (final));
  g_assert_true (sdm_consultation_is_practice (final));
  g_assert_cmpstr (sdm_consultation_get_id (final), ==, "01a20d11-cc80-7000-8000-000000000002");
  g_assert_cmpstr (sdm_consultation_get_aid_id (final), ==, "hypertension-in-frailty");
  g_assert_cmpuint (strlen (sdm_consultation_get_aid_sha256 (final)), ==, 64);
}

static void
test_no_leak (void)
{
  g_autoptr (SdmClock) clock = documents_new_clock ();
  SdmConsultation *consultation = documents_load_consultation ("decided");

  sdm_consultation_set_clock (consultation, clock);
  g_assert_finalize_object (consultation);
  g_assert_finalize_object (g_steal_pointer (&clock));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (all_consultations); i++)
    {
      g_autofree char *round_trip = g_strconcat ("/core/consultation/round-trip/", all_consultations[i], NULL);
      g_autofree char *key_order = g_strconcat ("/core/consultation/key-order/", all_consultations[i], NULL);

      g_test_add_data_func (round_trip, all_consultations[i], test_round_trip);
      g_test_add_data_func (key_order, all_consultations[i], test_key_order);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/consultation/refused/", refusal_cases[i].name, NULL);

      g_test_add_data_func (path, &refusal_cases[i], test_refusal);
    }
  g_test_add_func ("/core/consultation/every-file-is-tried", test_every_file_is_tried);
  g_test_add_func ("/core/consultation/order-of-changes", test_order_of_changes);
  g_test_add_func ("/core/consultation/changed", test_changed);
  g_test_add_func ("/core/consultation/lists", test_lists);
  g_test_add_func ("/core/consultation/never-in-place", test_never_in_place);
  g_test_add_func ("/core/consultation/too-long", test_too_long);
  g_test_add_func ("/core/consultation/not-utf8", test_not_utf8);
  g_test_add_func ("/core/consultation/half-a-number", test_half_a_number);
  g_test_add_func ("/core/consultation/kept-can-be-read", test_kept_can_be_read);
  g_test_add_func ("/core/consultation/clock", test_clock);
  g_test_add_func ("/core/consultation/names", test_names);
  g_test_add_func ("/core/consultation/what-it-is", test_what_it_is);
  g_test_add_func ("/core/consultation/no-leak", test_no_leak);

  return g_test_run ();
}
