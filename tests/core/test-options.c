/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-consultation-options.h"
#include "sdm-core-error.h"

#define STATINS "statins-primary-prevention"

typedef struct
{
  SdmAid          *aid;
  SdmClock        *clock;
  SdmConsultation *consultation;
  guint            changes;
} Fixture;

/* A consultation about statins in which nothing was looked at yet. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->aid = documents_load_aid (STATINS);
  fixture->clock = documents_new_clock ();
  fixture->consultation = documents_load_consultation ("just-started");
  sdm_consultation_set_text (fixture->consultation, "aid/id", STATINS, &error);
  g_assert_no_error (error);
  sdm_consultation_set_clock (fixture->consultation, fixture->clock);
  documents_count_changes (fixture->consultation, &fixture->changes);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->consultation);
  g_clear_object (&fixture->clock);
  g_assert_finalize_object (g_steal_pointer (&fixture->aid));
}

static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (fixture->consultation, fixture->aid);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < shown->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ((const SdmOption *) g_ptr_array_index (shown, i))->id);
  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/order"), ==, expected);
}

static void
test_by_name (Fixture      *fixture,
              gconstpointer data)
{
  guint changes;

  assert_shown (fixture, "");
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  assert_shown (fixture, "lower-statin no-statin standard-statin");
  assert_order (fixture, "by-name");

  changes = fixture->changes;
  g_assert_cmpuint (changes, >, 0);
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  g_assert_cmpuint (fixture->changes, ==, changes);
}

static void
test_turned_round (Fixture      *fixture,
                   gconstpointer data)
{
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  sdm_consultation_turn_options_round (fixture->consultation, fixture->aid);
  assert_shown (fixture, "standard-statin no-statin lower-statin");
  assert_order (fixture, "turned-round");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/record/0/option"), ==, "standard-statin");
  sdm_consultation_turn_options_round (fixture->consultation, fixture->aid);
  assert_shown (fixture, "lower-statin no-statin standard-statin");
  assert_order (fixture, "by-name");
}

static void
test_by_hand (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  g_assert_true (sdm_consultation_move_option (fixture->consultation, fixture->aid, "lower-statin", 2));
  assert_shown (fixture, "no-statin standard-statin lower-statin");
  assert_order (fixture, "by-hand");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/record/0/option"), ==, "no-statin");
  g_assert_true (sdm_consultation_move_option (fixture->consultation, fixture->aid, "lower-statin", -1));
  assert_shown (fixture, "no-statin lower-statin standard-statin");

  /* There is no such place, or no such option. */
  g_assert_false (sdm_consultation_move_option (fixture->consultation, fixture->aid, "no-statin", -1));
  g_assert_false (sdm_consultation_move_option (fixture->consultation, fixture->aid, "standard-statin", 1));
  g_assert_false (sdm_consultation_move_option (fixture->consultation, fixture->aid, "aspirin", 1));
  assert_shown (fixture, "no-statin lower-statin standard-statin");

  /* What comes back does not undo what was moved. */
  g_assert_true (sdm_consultation_hide_option (fixture->consultation, fixture->aid, "no-statin", "Not that.", &error));
  g_assert_true (sdm_consultation_bring_back_option (fixture->consultation, fixture->aid, "no-statin", &error));
  assert_shown (fixture, "lower-statin standard-statin no-statin");
  sdm_consultation_turn_options_round (fixture->consultation, fixture->aid);
  assert_shown (fixture, "no-statin standard-statin lower-statin");
}

static void
assert_not_hidden (Fixture    *fixture,
                   const char *option,
                   const char *reason,
                   int         code)
{
  g_autofree char *before = documents_to_text (fixture->consultation);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint changes = fixture->changes;

  g_assert_false (sdm_consultation_hide_option (fixture->consultation, fixture->aid, option, reason, &error));
  g_assert_error (error, SDM_CORE_ERROR, code);
  after = documents_to_text (fixture->consultation);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (fixture->changes, ==, changes);
}

static void
test_hide (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *endless = g_strnfill (20000, 'x');
  g_autoptr (GError) error = NULL;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  assert_not_hidden (fixture, "lower-statin", NULL, SDM_CORE_ERROR_VALUE);
  assert_not_hidden (fixture, "lower-statin", "", SDM_CORE_ERROR_VALUE);
  assert_not_hidden (fixture, "lower-statin", endless, SDM_CORE_ERROR_CONTENT);
  assert_not_hidden (fixture, "aspirin", "Not for me.", SDM_CORE_ERROR_NOT_FOUND);

  g_assert_true (sdm_consultation_hide_option (fixture->consultation, fixture->aid, "lower-statin", "Not for me.", &error));
  g_assert_no_error (error);
  assert_shown (fixture, "no-statin standard-statin");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/hidden/0/option"), ==, "lower-statin");
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, "options/hidden/0/reason"), ==, "Not for me.");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "options/record")), ==, 2);

  /* Two have to stay. */
  assert_not_hidden (fixture, "no-statin", "Not that.", SDM_CORE_ERROR_VALUE);
}

static void
test_bring_back (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  sdm_consultation_hide_option (fixture->consultation, fixture->aid, "no-statin", "Not that.", &error);
  sdm_consultation_turn_options_round (fixture->consultation, fixture->aid);
  assert_shown (fixture, "standard-statin lower-statin");

  g_assert_true (sdm_consultation_bring_back_option (fixture->consultation, fixture->aid, "no-statin", &error));
  g_assert_no_error (error);
  assert_shown (fixture, "standard-statin no-statin lower-statin");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "options/hidden")), ==, 0);

  g_assert_false (sdm_consultation_bring_back_option (fixture->consultation, fixture->aid, "no-statin", &error));
  g_assert_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND);
  assert_shown (fixture, "standard-statin no-statin lower-statin");
}

static void
test_rows (Fixture      *fixture,
           gconstpointer data)
{
  sdm_consultation_note_row_opened (fixture->consultation, "muscles");
  sdm_consultation_note_row_opened (fixture->consultation, "involve");
  sdm_consultation_note_row_opened (fixture->consultation, "muscles");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "options/rows_opened")), ==, 2);
  g_assert_cmpuint (fixture->changes, ==, 2);
}

/* Each option of the record has what is good and bad about it, as it was read (PRSB). */
static void
test_record (Fixture      *fixture,
             gconstpointer data)
{
  json_t *record;
  json_t *option;
  size_t  i;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  record = sdm_consultation_peek (fixture->consultation, "options/record");
  g_assert_cmpuint (json_array_size (record), ==, 3);
  json_array_foreach (record, i, option)
    {
      g_autofree char *text = json_dumps (option, 0);

      g_assert_cmpuint (json_array_size (json_object_get (option, "risks")), >=, 1);
      g_assert_cmpuint (json_array_size (json_object_get (option, "benefits")), >=, 1);
      g_assert_null (strstr (strchr (text + 1, '{') != NULL ? strchr (text + 1, '{') : "", "}."));
    }
}

/* Figures */

static json_t *
find_figure (Fixture    *fixture,
             const char *outcome,
             const char *option,
             const char *group)
{
  json_t *found = NULL;
  json_t *figure;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (fixture->consultation, "risks/figures"), i, figure)
    if (g_str_equal (json_string_value (json_object_get (figure, "outcome")), outcome) && g_str_equal (json_string_value (json_object_get (figure, "option")), option) && g_str_equal (json_string_value (json_object_get (figure, "group")), group))
      {
        g_assert_null (found);
        found = figure;
      }

  return found;
}

static void
test_figure_as_shown (Fixture      *fixture,
                      gconstpointer data)
{
  const SdmOutcome *outcome = sdm_aid_find_outcome (fixture->aid, "heart-stroke");
  json_t           *figure;
  guint             changes;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  sdm_consultation_note_figures (fixture->consultation, fixture->aid, outcome);
  figure = find_figure (fixture, "heart-stroke", "standard-statin", "risk-100");
  g_assert_nonnull (figure);
  g_assert_cmpint (json_integer_value (json_object_get (figure, "n")), ==, 72);
  g_assert_cmpint (json_integer_value (json_object_get (figure, "low")), ==, 64);
  g_assert_cmpint (json_integer_value (json_object_get (figure, "high")), ==, 81);
  g_assert_cmpint (json_integer_value (json_object_get (figure, "denominator")), ==, 1000);
  g_assert_cmpstr (json_string_value (json_object_get (figure, "arm")), ==, "any-statin");
  g_assert_cmpstr (json_string_value (json_object_get (figure, "time_frame")), ==, "over 10 years");
  g_assert_cmpstr (json_string_value (json_object_get (figure, "certainty")), ==, "moderate");
  g_assert_cmpstr (json_string_value (json_object_get (figure, "shown_at")), ==, "2026-11-24T10:05:07Z");
  g_assert_cmpstr (json_string_value (json_object_get (figure, "sentence")), ==,
                   "Over 10 years, 72 of 1,000 people have heart disease or a stroke. 928 do not. It could be 64 to 81.");
  g_assert_true (json_is_true (json_object_get (figure, "in_letter")));

  figure = find_figure (fixture, "heart-stroke", "lower-statin", "risk-100");
  g_assert_true (json_is_true (json_object_get (figure, "not_known")));
  g_assert_null (json_object_get (figure, "n"));

  /* Looked at again, nothing is new. */
  changes = fixture->changes;
  sdm_clock_advance (fixture->clock, G_TIME_SPAN_MINUTE);
  sdm_consultation_note_figures (fixture->consultation, fixture->aid, outcome);
  g_assert_cmpuint (fixture->changes, ==, changes);
}

static void
test_hidden_is_not_shown (Fixture      *fixture,
                          gconstpointer data)
{
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  g_assert_true (sdm_consultation_hide_option (fixture->consultation, fixture->aid, "lower-statin", "Not for me.", NULL));
  sdm_consultation_note_figures (fixture->consultation, fixture->aid, sdm_aid_find_outcome (fixture->aid, "time-to-help"));
  g_assert_nonnull (find_figure (fixture, "time-to-help", "no-statin", "all"));
  g_assert_null (find_figure (fixture, "time-to-help", "lower-statin", "all"));
}

static gboolean
is_in_letter (Fixture    *fixture,
              const char *group)
{
  json_t *figure = find_figure (fixture, "heart-stroke", "no-statin", group);

  g_assert_nonnull (figure);

  return json_is_true (json_object_get (figure, "in_letter"));
}

/* What was shown for another group stays in the record and leaves the letter. */
static void
test_group_change (Fixture      *fixture,
                   gconstpointer data)
{
  const SdmOutcome *outcome = sdm_aid_find_outcome (fixture->aid, "heart-stroke");

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  g_assert_cmpstr (sdm_consultation_get_group (fixture->consultation, fixture->aid), ==, "risk-100");
  sdm_consultation_note_figures (fixture->consultation, fixture->aid, outcome);
  g_assert_true (is_in_letter (fixture, "risk-100"));

  sdm_consultation_set_group (fixture->consultation, fixture->aid, "risk-200");
  g_assert_cmpstr (sdm_consultation_get_group (fixture->consultation, fixture->aid), ==, "risk-200");
  sdm_consultation_note_figures (fixture->consultation, fixture->aid, outcome);
  g_assert_true (is_in_letter (fixture, "risk-200"));
  g_assert_false (is_in_letter (fixture, "risk-100"));
  g_assert_cmpint (json_integer_value (json_object_get (find_figure (fixture, "heart-stroke", "no-statin", "risk-200"), "n")), ==, 200);

  sdm_consultation_set_group (fixture->consultation, fixture->aid, "risk-100");
  sdm_consultation_note_figures (fixture->consultation, fixture->aid, outcome);
  g_assert_true (is_in_letter (fixture, "risk-100"));
  g_assert_false (is_in_letter (fixture, "risk-200"));
}

/* The texts of the record follow the group, too. */
static void
test_record_follows_group (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  before = json_dumps (sdm_consultation_peek (fixture->consultation, "options/record"), 0);
  sdm_consultation_set_group (fixture->consultation, fixture->aid, "risk-50");
  after = json_dumps (sdm_consultation_peek (fixture->consultation, "options/record"), 0);
  g_assert_nonnull (strstr (before, "72"));
  g_assert_null (strstr (after, "72"));
  g_assert_nonnull (strstr (after, "36"));
}

/* Whatever all of this does to the document, it can be read again. */
static void
test_stays_readable (Fixture      *fixture,
                     gconstpointer data)
{
  guint             n_outcomes;
  const SdmOutcome *outcomes = sdm_aid_get_outcomes (fixture->aid, &n_outcomes);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmConsultation) again = NULL;
  g_autoptr (GError) error = NULL;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  for (guint i = 0; i < n_outcomes; i++)
    sdm_consultation_note_figures (fixture->consultation, fixture->aid, &outcomes[i]);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "risks/figures")), ==, 3 * n_outcomes);
  bytes = sdm_consultation_to_bytes (fixture->consultation);
  again = sdm_consultation_new_from_bytes (bytes, "kept", &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture      *fixture,
                 gconstpointer data);
  } tests[] = {
    { "/core/options/by-name", test_by_name },
    { "/core/options/turned-round", test_turned_round },
    { "/core/options/by-hand", test_by_hand },
    { "/core/options/hide", test_hide },
    { "/core/options/bring-back", test_bring_back },
    { "/core/options/rows", test_rows },
    { "/core/options/record", test_record },
    { "/core/options/figure-as-shown", test_figure_as_shown },
    { "/core/options/hidden-is-not-shown", test_hidden_is_not_shown },
    { "/core/options/group-change", test_group_change },
    { "/core/options/record-follows-group", test_record_follows_group },
    { "/core/options/stays-readable", test_stays_readable },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);

  return g_test_run ();
}
