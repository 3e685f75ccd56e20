/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-consultation-options.h"
#include "sdm-consultation-plan.h"
#include "sdm-history.h"
#include "sdm-missing.h"
#include "sdm-place.h"

#define AID "statins-primary-prevention"

typedef struct
{
  SdmAid          *aid;
  SdmConsultation *consultation;
  SdmHistory      *history;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (SdmClock) clock = documents_new_clock ();

  fixture->aid = documents_load_aid (AID);
  fixture->consultation = sdm_consultation_new_for_practice (fixture->aid, clock);
  fixture->history = sdm_history_new (fixture->consultation);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->consultation);
  g_object_unref (fixture->aid);
}

/* Acting */

static void
set_text (Fixture    *fixture,
          const char *path,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_set_text (fixture->consultation, path, text, &error);
  g_assert_no_error (error);
}

static void
set_json (Fixture    *fixture,
          const char *path,
          const char *json)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_take_value (fixture->consultation, path, json_loads (json, JSON_DECODE_ANY, NULL), &error);
  g_assert_no_error (error);
}

/* One key after the other. */
static void
type (Fixture    *fixture,
      const char *path,
      const char *text)
{
  for (const char *end = g_utf8_next_char (text); *end != '\0' || end == text + strlen (text); end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (end - text));

      set_text (fixture, path, typed);
      if (*end == '\0')
        break;
    }
}

static char *
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *place = sdm_history_undo (fixture->history, &error);

  g_assert_no_error (error);

  return place;
}

static char *
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *place = sdm_history_redo (fixture->history, &error);

  g_assert_no_error (error);

  return place;
}

static void
assert_undo (Fixture    *fixture,
             const char *name,
             const char *place)
{
  g_autofree char *undone = NULL;

  g_assert_cmpstr (sdm_history_get_undo_name (fixture->history), ==, name);
  undone = undo (fixture);
  g_assert_cmpstr (undone, ==, place);
}

static guint
undo_all (Fixture *fixture)
{
  guint n = 0;
  char *place;

  while ((place = undo (fixture)) != NULL)
    {
      g_free (place);
      n++;
    }

  return n;
}

static void
redo_all (Fixture *fixture)
{
  char *place;

  while ((place = redo (fixture)) != NULL)
    g_free (place);
}

/* What is one step, what is it called, and where was it */

typedef struct
{
  const char *path;
  const char *value; /* JSON; NULL takes it away */
} Change;

typedef struct
{
  const char *title;
  Change      changes[6];
  guint       n_steps;
  const char *name; /* of the last step */
  const char *place;
} StepCase;

static const StepCase step_cases[] = {
  { "typing", { { "weigh/words", "\"A\"" }, { "weigh/words", "\"Al\"" }, { "weigh/words", "\"All\"" } }, 1, "words about the options", "weigh/words" },
  { "typing-and-rubbing-out", { { "plan/why", "\"A\"" }, { "plan/why", "\"Al\"" }, { "plan/why", "\"A\"" } }, 1, "why, in their words", "plan/why" },
  { "rubbed-out-is-nothing", { { "plan/why", "\"A\"" }, { "plan/why", NULL } }, 0, NULL, NULL },
  { "letters-beyond-ascii", { { "plan/why", "\"ŷ\"" }, { "plan/why", "\"ŷ💊\"" }, { "plan/why", "\"💊\"" } }, 1, "why, in their words", "plan/why" },
  { "in-the-middle", { { "plan/why", "\"ac\"" }, { "plan/why", "\"abc\"" } }, 1, "why, in their words", "plan/why" },
  { "pasted", { { "plan/why", "\"A\"" }, { "plan/why", "\"A and more\"" } }, 2, "why, in their words", "plan/why" },
  { "another-field", { { "plan/why", "\"A\"" }, { "plan/change_mind", "\"B\"" }, { "plan/why", "\"Al\"" } }, 3, "why, in their words", "plan/why" },
  { "choices", { { "people/role_wish", "\"together\"" }, { "people/role_wish", "\"not-sure\"" } }, 2, "how to decide today", "people/role_wish" },
  { "objects-on-the-way", { { "people/patient/born", "\"1943-03-01\"" }, { "people/patient/born", "\"1943-03-14\"" } }, 1, "date of birth", "people/patient/born" },
  { "text-in-a-list",
    { { "matters/own_words", "[{\"text\":\"T\",\"in_letter\":true}]" },
      { "matters/own_words", "[{\"text\":\"Th\",\"in_letter\":true}]" },
      { "matters/own_words", "[{\"text\":\"The\",\"in_letter\":true}]" } },
    1,
    "own words",
    "matters/own_words/0/text" },
  { "another-line",
    { { "matters/own_words", "[{\"text\":\"T\",\"in_letter\":true}]" },
      { "matters/own_words", "[{\"text\":\"T\",\"in_letter\":true},{\"text\":\"A\",\"in_letter\":true}]" } },
    2,
    "own words",
    "matters/own_words/1/text" },
  { "flag-of-a-line",
    { { "matters/own_words", "[{\"text\":\"T\",\"in_letter\":true}]" },
      { "matters/own_words", "[{\"text\":\"T\",\"in_letter\":false}]" } },
    2,
    "own words",
    "matters/own_words/0/in_letter" },
  { "line-taken-out",
    { { "matters/own_words", "[{\"text\":\"Tess\",\"in_letter\":true}]" }, { "matters/own_words", "[]" } },
    2,
    "own words",
    "matters/own_words/0/text" },
  { "new-line-after-one-taken-out",
    { { "matters/own_words", "[{\"text\":\"Tess\",\"in_letter\":true}]" },
      { "matters/own_words", "[]" },
      { "matters/own_words", "[{\"text\":\"H\",\"in_letter\":true}]" } },
    3,
    "own words",
    "matters/own_words/0/text" },
  { "order",
    { { "matters/ranked", "[{\"text\":\"A\"},{\"text\":\"B\"}]" }, { "matters/ranked", "[{\"text\":\"B\"},{\"text\":\"A\"}]" } },
    2,
    "order of what matters",
    "matters/ranked" },
  { "knob",
    { { "matters/ranked", "[{\"text\":\"A\",\"importance\":3}]" },
      { "matters/ranked", "[{\"text\":\"A\",\"importance\":5}]" },
      { "matters/ranked", "[{\"text\":\"A\",\"importance\":9}]" } },
    2,
    "how much it matters",
    "matters/ranked/0/importance" },
  { "lines-of-text",
    { { "people/patient/address", "[\"1 Hil\"]" }, { "people/patient/address", "[\"1 Hill\"]" }, { "people/patient/address", "[\"1 Hil\",\"l\"]" } },
    1,
    "address",
    "people/patient/address" },
  { "page-of-its-own-name", { { "plan/withheld", "{\"any\":true}" } }, 1, "Decide and plan", "plan/withheld" },
};

static void
test_step (Fixture      *fixture,
           gconstpointer data)
{
  const StepCase  *c = data;
  g_autofree char *start = documents_to_text (fixture->consultation);
  g_autofree char *end = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;
  guint            n_steps = 0;

  for (guint i = 0; i < G_N_ELEMENTS (c->changes) && c->changes[i].path != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (c->changes[i].value != NULL)
        set_json (fixture, c->changes[i].path, c->changes[i].value);
      else
        sdm_consultation_remove (fixture->consultation, c->changes[i].path, &error);
      g_assert_no_error (error);
    }

  end = documents_to_text (fixture->consultation);
  if (c->n_steps > 0)
    {
      assert_undo (fixture, c->name, c->place);
      n_steps = 1;
    }
  n_steps += undo_all (fixture);
  g_assert_cmpuint (n_steps, ==, c->n_steps);
  g_assert_null (sdm_history_get_undo_name (fixture->history));
  back = documents_to_text (fixture->consultation);
  g_assert_cmpstr (back, ==, start);
  redo_all (fixture);
  again = documents_to_text (fixture->consultation);
  g_assert_cmpstr (again, ==, end);
}

static void
test_end_of_typing (Fixture      *fixture,
                    gconstpointer data)
{
  type (fixture, "plan/why", "To get up");
  sdm_history_end_typing (fixture->history);
  set_text (fixture, "plan/why", "To get up!");
  assert_undo (fixture, "why, in their words", "plan/why");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "plan/why"), ==, "To get up");
  assert_undo (fixture, "why, in their words", "plan/why");
  g_assert_null (sdm_consultation_get_text (fixture->consultation, "plan/why"));
}

static void
test_redo (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *place = NULL;

  type (fixture, "plan/why", "Tess");
  set_text (fixture, "plan/change_mind", "The hill");
  assert_undo (fixture, "what might change your minds", "plan/change_mind");
  g_assert_cmpstr (sdm_history_get_redo_name (fixture->history), ==, "what might change your minds");
  place = redo (fixture);
  g_assert_cmpstr (place, ==, "plan/change_mind");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "plan/change_mind"), ==, "The hill");
  g_assert_null (sdm_history_get_redo_name (fixture->history));

  /* Whoever goes another way cannot go on with the former one. */
  assert_undo (fixture, "what might change your minds", "plan/change_mind");
  set_text (fixture, "weigh/words", "Fewer");
  g_assert_null (sdm_history_get_redo_name (fixture->history));
  assert_undo (fixture, "words about the options", "weigh/words");
  assert_undo (fixture, "why, in their words", "plan/why");
}

/* Typing after an undo does not belong to what was typed before it. */
static void
test_typing_after_undo (Fixture      *fixture,
                        gconstpointer data)
{
  type (fixture, "plan/why", "Te");
  set_text (fixture, "weigh/words", "Fewer");
  assert_undo (fixture, "words about the options", "weigh/words");
  set_text (fixture, "plan/why", "Tes");
  assert_undo (fixture, "why, in their words", "plan/why");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "plan/why"), ==, "Te");
}

/* What is done in several changes is undone at once */

static void
test_whole_edits (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hidden = NULL;
  json_t          *shown;

  sdm_history_pause (fixture->history);
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  sdm_history_resume (fixture->history);
  g_assert_null (sdm_history_get_undo_name (fixture->history));

  shown = sdm_consultation_peek (fixture->consultation, "options/shown");
  if (json_array_size (shown) > 2)
    {
      hidden = g_strdup (json_string_value (json_array_get (shown, 0)));
      sdm_consultation_hide_option (fixture->consultation, fixture->aid, hidden, "Not now", &error);
      g_assert_no_error (error);
      g_free (undo (fixture));
      g_assert_null (sdm_history_get_undo_name (fixture->history));
      g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "options/hidden")), ==, 0);
      g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "options/shown")), >, 2);
    }

  sdm_consultation_turn_options_round (fixture->consultation, fixture->aid);
  assert_undo (fixture, "order of the options", "options/order");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/order"), ==, "by-name");

  sdm_consultation_set_result (fixture->consultation, fixture->aid, "decided", &error);
  g_assert_no_error (error);
  assert_undo (fixture, "where you have got to", "plan/result");
  g_assert_null (sdm_consultation_peek (fixture->consultation, "plan/review"));
  g_assert_null (sdm_history_get_undo_name (fixture->history));
}

/* What happened stays */

static void
test_facts_stay (Fixture      *fixture,
                 gconstpointer data)
{
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  g_free (undo (fixture));
  set_text (fixture, "plan/why", "Tess");
  sdm_consultation_set_step_state (fixture->consultation, SDM_STEP_START, "done");
  sdm_consultation_add_step_seconds (fixture->consultation, SDM_STEP_START, 40);
  sdm_consultation_note_row_opened (fixture->consultation, "what-is-it");
  assert_undo (fixture, "why, in their words", "plan/why");
  g_assert_cmpstr (sdm_consultation_get_step_state (fixture->consultation, SDM_STEP_START), ==, "done");
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "steps/start/seconds", 0), ==, 40);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "options/rows_opened")), ==, 1);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "risks/figures")), >, 0);

  /* And they do not cut off the way forward. */
  sdm_consultation_add_step_seconds (fixture->consultation, SDM_STEP_START, 2);
  g_assert_cmpstr (sdm_history_get_redo_name (fixture->history), ==, "why, in their words");
}

/* Bounds */

static void
test_bounded (Fixture      *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *text = g_strdup_printf ("Words number %u", i * 7);

      set_text (fixture, i % 2 == 0 ? "plan/why" : "weigh/words", text);
    }
  g_assert_cmpuint (undo_all (fixture), ==, 200);
}

static void
test_bounded_bytes (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GString) words = g_string_new ("[");
  g_autofree char *long_text = g_strnfill (1900, 'a');
  guint            n_steps;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (words, "%s{\"text\":\"%s\",\"in_letter\":true}", i > 0 ? "," : "", long_text);
  g_string_append (words, "]");

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *changed = g_strdup (words->str);

      memcpy (changed + 10, i % 2 == 0 ? "bb" : "cc", 2);
      set_json (fixture, "matters/own_words", changed);
    }
  n_steps = undo_all (fixture);
  g_assert_cmpuint (n_steps, >, 20);
  g_assert_cmpuint (n_steps, <, 40);
}

static void
test_nothing_in_a_final_record (void)
{
  g_autoptr (SdmConsultation) consultation = documents_load_consultation ("decided");
  g_autoptr (SdmHistory) history = sdm_history_new (consultation);
  g_autofree char *place = NULL;

  g_assert_true (sdm_consultation_is_final (consultation));
  sdm_consultation_set_text (consultation, "plan/why", "Another word", NULL);
  g_assert_null (sdm_history_get_undo_name (history));
  place = sdm_history_undo (history, NULL);
  g_assert_null (place);
}

/* Once the record is final there is no way back into it. */
static void
test_nothing_after_the_end (void)
{
  g_autoptr (SdmConsultation) final = documents_load_consultation ("decided");
  g_autoptr (json_t) draft = json_deep_copy (sdm_consultation_peek (final, ""));
  g_autoptr (SdmConsultation) consultation = NULL;
  g_autoptr (SdmHistory) history = NULL;
  g_autoptr (GError) error = NULL;

  json_object_set_new (draft, "status", json_string ("in-progress"));
  json_object_del (json_object_get (draft, "finish"), "finalised");
  json_object_del (json_object_get (draft, "finish"), "version");
  consultation = sdm_consultation_new_from_json (draft, &error);
  g_assert_no_error (error);
  history = sdm_history_new (consultation);
  sdm_consultation_set_text (consultation, "plan/why", "Another word", &error);
  g_assert_no_error (error);
  g_assert_nonnull (sdm_history_get_undo_name (history));
  sdm_consultation_finalise (consultation, &error);
  g_assert_no_error (error);
  g_assert_null (sdm_history_get_undo_name (history));
}

/* Two consultations that are open one after the other have nothing to do with each other. */
static void
test_two_consultations (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (SdmConsultation) other = documents_load_consultation ("just-started");
  g_autoptr (SdmHistory) history = sdm_history_new (other);

  set_text (fixture, "plan/why", "Tess");
  g_assert_null (sdm_history_get_undo_name (history));
}

/* Any edits, undone to the start, give the bytes of the start; done again, those of the end */

static const char *const text_paths[] = {
  "plan/why", "weigh/words", "matters/concerns", "people/patient/preferred_name", "start/location/text",
  "people/agenda/patient", "plan/contact/role", "plan/contact/name"
};

static json_t *
copy_list (Fixture    *fixture,
           const char *path)
{
  json_t *list = sdm_consultation_peek (fixture->consultation, path);

  return list != NULL ? json_deep_copy (list) : json_array ();
}

static void
type_somewhere (Fixture *fixture,
                GRand   *random)
{
  const char *path = text_paths[g_rand_int_range (random, 0, G_N_ELEMENTS (text_paths))];
  const char *before = sdm_consultation_get_text (fixture->consultation, path);
  g_autoptr (GString) text = g_string_new (before);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      g_string_truncate (text, text->len / 2);
      break;
    case 1:
      g_string_assign (text, "Pasted words");
      break;
    case 2:
    case 3:
    default:
      g_string_insert_c (text, g_rand_int_range (random, 0, (int) text->len + 1), (char) g_rand_int_range (random, 'a', 'z'));
      break;
    }
  if (text->len < 100)
    set_text (fixture, path, text->str);
}

static void
change_list (Fixture *fixture,
             GRand   *random)
{
  json_t      *list = copy_list (fixture, "matters/ranked");
  const size_t n = json_array_size (list);
  const size_t at = n > 0 ? (size_t) g_rand_int_range (random, 0, (int) n) : 0;
  g_autoptr (GError) error = NULL;
  json_t *entry;

  switch (n == 0 ? 0 : g_rand_int_range (random, 0, 5))
    {
    case 0:
      json_array_insert_new (list, at, json_pack ("{s:s}", "text", n % 2 == 0 ? "Walking Tess" : "A clear mind"));
      break;
    case 1:
      json_array_remove (list, at);
      break;
    case 2:
      entry = json_deep_copy (json_array_get (list, at));
      json_array_remove (list, at);
      json_array_append_new (list, entry);
      break;
    case 3:
      json_object_set_new (json_array_get (list, at), "importance", json_integer (g_rand_int_range (random, 0, 11)));
      break;
    case 4:
    default:
      json_object_del (json_array_get (list, at), "importance");
      break;
    }
  sdm_consultation_take_value (fixture->consultation, "matters/ranked", list, &error);
  g_assert_no_error (error);
}

static void
choose_something (Fixture *fixture,
                  GRand   *random)
{
  static const char *const results[] = { "decided", "not-yet", "no-thank-you" };
  guint                    n_options;
  const SdmOption         *options = sdm_aid_get_options (fixture->aid, &n_options);
  const SdmOption         *option = &options[g_rand_int_range (random, 0, (int) n_options)];
  g_autoptr (GError) error = NULL;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      sdm_consultation_set_result (fixture->consultation, fixture->aid, results[g_rand_int_range (random, 0, 3)], &error);
      break;
    case 1:
      sdm_consultation_choose_option (fixture->consultation, fixture->aid, option->id,
                                      !sdm_consultation_is_chosen (fixture->consultation, option->id), &error);
      break;
    case 2:
      sdm_consultation_set_flag (fixture->consultation, "matters/declined", g_rand_boolean (random), &error);
      break;
    case 3:
    default:
      sdm_consultation_add_action (fixture->consultation, &error);
      break;
    }
  g_assert_no_error (error);
}

/* These note figures too, which stay. */
static void
look_at_options (Fixture *fixture,
                 GRand   *random)
{
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (fixture->aid, &n_groups);
  json_t            *shown = sdm_consultation_peek (fixture->consultation, "options/shown");
  json_t            *hidden = sdm_consultation_peek (fixture->consultation, "options/hidden");
  g_autofree char   *option = NULL;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      sdm_consultation_turn_options_round (fixture->consultation, fixture->aid);
      break;
    case 1:
      sdm_consultation_set_group (fixture->consultation, fixture->aid, groups[g_rand_int_range (random, 0, (int) n_groups)].id);
      break;
    case 2:
      option = g_strdup (json_string_value (json_array_get (shown, 0)));
      sdm_consultation_hide_option (fixture->consultation, fixture->aid, option, "Not now", NULL);
      break;
    case 3:
    default:
      option = g_strdup (json_string_value (json_object_get (json_array_get (hidden, 0), "option")));
      if (option != NULL)
        sdm_consultation_bring_back_option (fixture->consultation, fixture->aid, option, NULL);
      break;
    }
}

static char *
write_without_facts (Fixture *fixture)
{
  g_autoptr (json_t) root = json_deep_copy (sdm_consultation_peek (fixture->consultation, ""));

  json_object_del (json_object_get (root, "risks"), "figures");

  return sdm_json_write (root);
}

static char *
write_whole (Fixture *fixture)
{
  return documents_to_text (fixture->consultation);
}

static void
test_random (Fixture      *fixture,
             gconstpointer with_facts)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  const guint n_edits = with_facts != NULL ? 60 : 190;
  char *(*write) (Fixture *) = with_facts != NULL ? write_without_facts : write_whole;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  g_test_message ("seed %u", seed);
  if (with_facts != NULL)
    {
      sdm_history_pause (fixture->history);
      sdm_consultation_open_options (fixture->consultation, fixture->aid);
      sdm_history_resume (fixture->history);
    }
  start = write (fixture);

  for (guint i = 0; i < n_edits; i++)
    {
      const int kind = g_rand_int_range (random, 0, 10);

      if (kind < 4)
        type_somewhere (fixture, random);
      else if (kind < 7)
        change_list (fixture, random);
      else if (kind == 7 && with_facts != NULL)
        look_at_options (fixture, random);
      else if (kind < 9)
        choose_something (fixture, random);
      else if (g_rand_boolean (random))
        g_free (undo (fixture));
      else
        g_free (redo (fixture));
    }
  redo_all (fixture);

  end = write (fixture);
  undo_all (fixture);
  back = write (fixture);
  g_assert_cmpstr (back, ==, start);
  redo_all (fixture);
  again = write (fixture);
  g_assert_cmpstr (again, ==, end);
}

/* Names */

static void
test_every_place_has_a_page (void)
{
  for (SdmStep step = SDM_STEP_START; step < SDM_N_STEPS; step++)
    {
      g_autofree char *place = g_strdup_printf ("%s/anything/3/at_all", sdm_step_get_id (step));
      SdmStep          found;

      g_assert_true (sdm_place_get_step (place, &found));
      g_assert_cmpint (found, ==, step);
      g_assert_cmpstr (sdm_place_get_name (place, FALSE), ==, sdm_step_get_title (step));
    }
  {
    SdmStep step;

    g_assert_true (sdm_place_get_step ("blank/answers/0/text", &step));
    g_assert_cmpint (step, ==, SDM_STEP_OPTIONS);
    g_assert_false (sdm_place_get_step ("status", &step));
  }
  g_assert_cmpstr (sdm_place_get_name ("options/shownish", FALSE), ==, "Options");
}

#define ADD(path, func) g_test_add ("/core/history/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (step_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/core/history/step/", step_cases[i].title, NULL);

      g_test_add (path, Fixture, &step_cases[i], set_up, test_step, tear_down);
    }
  ADD ("end-of-typing", test_end_of_typing);
  ADD ("redo", test_redo);
  ADD ("typing-after-undo", test_typing_after_undo);
  ADD ("whole-edits", test_whole_edits);
  ADD ("facts-stay", test_facts_stay);
  ADD ("bounded", test_bounded);
  ADD ("bounded-bytes", test_bounded_bytes);
  ADD ("two-consultations", test_two_consultations);
  g_test_add_func ("/core/history/nothing-in-a-final-record", test_nothing_in_a_final_record);
  g_test_add_func ("/core/history/nothing-after-the-end", test_nothing_after_the_end);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *path = g_strdup_printf ("/core/history/random/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i % 3 == 2), set_up, test_random, tear_down);
    }
  g_test_add_func ("/core/history/every-place-has-a-page", test_every_place_has_a_page);

  return g_test_run ();
}
