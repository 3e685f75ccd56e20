/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "documents.h"
#include "sdm-figure.h"

#define FRAILTY "hypertension-in-frailty"
#define PSA     "psa-testing"
#define STATINS "statins-primary-prevention"

typedef struct
{
  const char    *aid;
  const char    *outcome;
  const char    *option;
  const char    *group;
  SdmFigureState state;
  const char    *arm;
  guint          n;
  guint          low; /* 0 and 0: no range */
  guint          high;
  const char    *sentence;
} FigureCase;

/* What a reader of the shipped aids must see. The figures are theirs. */
static const FigureCase figure_cases[] = {
  { STATINS, "heart-stroke", "no-statin", "risk-50", SDM_FIGURE_COUNT, "no-statin", 50, 0, 0,
    "Over 10 years, 50 of 1,000 people have heart disease or a stroke. 950 do not. The others are set against this." },
  { STATINS, "heart-stroke", "no-statin", "risk-200", SDM_FIGURE_COUNT, "no-statin", 200, 0, 0,
    "Over 10 years, 200 of 1,000 people have heart disease or a stroke. 800 do not. The others are set against this." },
  { STATINS, "heart-stroke", "standard-statin", "risk-50", SDM_FIGURE_COUNT, "any-statin", 36, 32, 41,
    "Over 10 years, 36 of 1,000 people have heart disease or a stroke. 964 do not. It could be 32 to 41." },
  { STATINS, "heart-stroke", "standard-statin", "risk-100", SDM_FIGURE_COUNT, "any-statin", 72, 64, 81,
    "Over 10 years, 72 of 1,000 people have heart disease or a stroke. 928 do not. It could be 64 to 81." },
  { STATINS, "heart-stroke", "standard-statin", "risk-200", SDM_FIGURE_COUNT, "any-statin", 144, 128, 162,
    "Over 10 years, 144 of 1,000 people have heart disease or a stroke. 856 do not. It could be 128 to 162." },
  { STATINS, "heart-stroke", "lower-statin", "risk-100", SDM_FIGURE_NOT_KNOWN, NULL, 0, 0, 0,
    "We do not know this number on its own. Over 10 years it may lie in between the other two." },
  { STATINS, "diabetes", "standard-statin", "risk-50", SDM_FIGURE_COUNT, "statin", 62, 59, 65, NULL },
  { STATINS, "diabetes", "lower-statin", "all", SDM_FIGURE_COUNT, "statin", 62, 59, 65,
    "Over about 4 years, 62 of 1,000 people were found to have diabetes. 938 were not. It could be 59 to 65." },
  { STATINS, "cholesterol", "standard-statin", "all", SDM_FIGURE_BAR, "standard", 0, 0, 0,
    "Harmful (LDL) cholesterol falls by about 43 parts in every 100 parts." },
  { STATINS, "cholesterol", "lower-statin", "all", SDM_FIGURE_BAR, "lower", 0, 0, 0,
    "Harmful (LDL) cholesterol falls by about 29 to 37 parts in every 100 parts." },
  { STATINS, "cholesterol", "no-statin", "all", SDM_FIGURE_DOES_NOT_APPLY, NULL, 0, 0, 0,
    "There is no fall from a tablet. Food and weight may lower it." },
  { STATINS, "deaths", "lower-statin", "all", SDM_FIGURE_WORDS, NULL, 0, 0, 0,
    "For any statin, 3 to 4 fewer of 1,000 people died. It could be 1 to 6 fewer." },
  { STATINS, "deaths", "no-statin", "all", SDM_FIGURE_NOT_KNOWN, NULL, 0, 0, 0, NULL },
  { FRAILTY, "bp-in-range", "carry-on", "all", SDM_FIGURE_COUNT, "usual", 88, 0, 0,
    "After 12 weeks, 88 out of 100 people had a top number under 150. 12 did not." },
  { FRAILTY, "bp-in-range", "step-by-step", "all", SDM_FIGURE_NOT_KNOWN, NULL, 0, 0, 0,
    "We do not know. In this trial people stopped one tablet only. Stopping more was not tried." },
  { FRAILTY, "kept", "carry-on", "all", SDM_FIGURE_DOES_NOT_APPLY, NULL, 0, 0, 0, NULL },
  { FRAILTY, "kept", "step-by-step", "all", SDM_FIGURE_COMPARISON, NULL, 0, 0, 0, NULL },
  { FRAILTY, "rise-one-fewer", "carry-on", "all", SDM_FIGURE_COMPARISON, NULL, 0, 0, 0, NULL },
  { FRAILTY, "restarted", "step-by-step", "all", SDM_FIGURE_RANGE, "stopped", 0, 11, 33, NULL },
};

static void
test_figure (gconstpointer data)
{
  const FigureCase *c = data;
  g_autoptr (SdmAid) aid = documents_load_aid (c->aid);
  g_autoptr (SdmFigure) figure = sdm_figure_new (aid, sdm_aid_find_outcome (aid, c->outcome),
                                                 sdm_aid_find_option (aid, c->option), c->group);

  g_assert_cmpint (figure->state, ==, c->state);
  g_assert_cmpstr (figure->arm != NULL ? figure->arm->id : NULL, ==, c->arm);
  g_assert_cmpuint (figure->denominator, ==, sdm_aid_get_denominator (aid));
  g_assert_cmpstr (figure->group, ==, c->group);
  g_assert_true (sdm_figure_is_known (figure) == (c->state != SDM_FIGURE_NOT_KNOWN));
  if (c->state == SDM_FIGURE_COUNT)
    {
      g_assert_cmpuint (figure->n, ==, c->n);
      g_assert_cmpuint (sdm_figure_get_rest (figure), ==, figure->denominator - c->n);
    }
  if (c->state == SDM_FIGURE_COUNT || c->state == SDM_FIGURE_RANGE)
    {
      g_assert_true (figure->has_range == (c->high > 0));
      g_assert_cmpuint (figure->low, ==, c->low);
      g_assert_cmpuint (figure->high, ==, c->high);
    }
  if (c->sentence != NULL)
    g_assert_cmpstr (figure->sentence, ==, c->sentence);
}

static void
test_bar (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (STATINS);
  const SdmOutcome *outcome = sdm_aid_find_outcome (aid, "cholesterol");
  g_autoptr (SdmFigure) best = sdm_figure_new (aid, outcome, sdm_aid_find_option (aid, "standard-statin"), "all");
  g_autoptr (SdmFigure) range = sdm_figure_new (aid, outcome, sdm_aid_find_option (aid, "lower-statin"), "all");

  g_assert_cmpstr (best->value, ==, "43");
  g_assert_null (best->value_low);
  g_assert_null (range->value);
  g_assert_cmpstr (range->value_low, ==, "29");
  g_assert_cmpstr (range->value_high, ==, "37");
}

/* No sentence of a shipped aid keeps a placeholder, is empty, or ends without a stop. */
static void
test_every_sentence (gconstpointer data)
{
  g_autoptr (SdmAid) aid = documents_load_aid (data);
  guint              n_outcomes;
  guint              n_options;
  guint              n_groups;
  const SdmOutcome  *outcomes = sdm_aid_get_outcomes (aid, &n_outcomes);
  const SdmOption   *options = sdm_aid_get_options (aid, &n_options);
  const SdmAidGroup *groups = sdm_aid_get_groups (aid, &n_groups);

  for (guint i = 0; i < n_outcomes; i++)
    for (guint j = 0; j < n_options; j++)
      for (guint g = 0; g < MAX (n_groups, 1); g++)
        {
          g_autoptr (SdmFigure) figure = sdm_figure_new (aid, &outcomes[i], &options[j], n_groups > 0 ? groups[g].id : "all");

          g_assert_cmpstr (figure->sentence, !=, "");
          g_assert_null (strpbrk (figure->sentence, "{}"));
          g_assert_true (g_str_has_suffix (figure->sentence, "."));
        }
}

/* Answers */

static void
test_answers (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (STATINS);
  const SdmQuestion *filled = sdm_aid_find_question (aid, "heart-stroke");
  const SdmQuestion *written = sdm_aid_find_question (aid, "involve");
  const SdmOption   *option = sdm_aid_find_option (aid, "standard-statin");
  const SdmOption   *lower = sdm_aid_find_option (aid, "lower-statin");
  gboolean           not_known = TRUE;
  g_autofree char   *from_outcome = sdm_aid_dup_answer (aid, filled, option, "risk-100", &not_known);
  g_autofree char   *unknown = NULL;
  g_autofree char   *own = NULL;

  g_assert_cmpstr (from_outcome, ==,
                   "Over 10 years, 72 of 1,000 people have heart disease or a stroke. 928 do not. It could be 64 to 81.");
  g_assert_false (not_known);
  unknown = sdm_aid_dup_answer (aid, filled, lower, "risk-100", &not_known);
  g_assert_true (not_known);
  own = sdm_aid_dup_answer (aid, written, option, "risk-100", &not_known);
  g_assert_cmpstr (own, ==, written->answers[1].text);
  g_assert_false (not_known);
}

/* Groups */

static void
test_groups (void)
{
  g_autoptr (SdmAid) statins = documents_load_aid (STATINS);
  g_autoptr (SdmAid) frailty = documents_load_aid (FRAILTY);
  const SdmOutcome  *told_apart = sdm_aid_find_outcome (statins, "heart-stroke");
  const SdmOutcome  *in_words = sdm_aid_find_outcome (statins, "nice-estimate");
  const SdmOutcome  *for_all = sdm_aid_find_outcome (statins, "diabetes");
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (statins, &n_groups);

  g_assert_cmpuint (n_groups, ==, 3);
  g_assert_cmpstr (groups[0].id, ==, "risk-50");
  g_assert_cmpstr (groups[2].label, ==, "People with a 10-year risk of 200 in 1,000 (QRISK3 score 20%)");
  g_assert_null (sdm_aid_get_groups (frailty, &n_groups));
  g_assert_cmpuint (n_groups, ==, 0);

  g_assert_cmpstr (sdm_figure_effective_group (told_apart, "risk-200"), ==, "risk-200");
  g_assert_cmpstr (sdm_figure_effective_group (in_words, "risk-200"), ==, "risk-200");
  g_assert_cmpstr (sdm_figure_effective_group (for_all, "risk-200"), ==, "all");
  g_assert_cmpstr (sdm_figure_effective_group (told_apart, "nothing"), ==, "all");

  g_assert_cmpuint (sdm_figure_find_count (told_apart, "any-statin", "risk-200")->n, ==, 144);
  g_assert_cmpuint (sdm_figure_find_count (for_all, "statin", "risk-200")->n, ==, 62);
  g_assert_null (sdm_figure_find_count (told_apart, "nobody", "risk-200"));
  g_assert_null (sdm_figure_find_count (told_apart, "any-statin", "nothing"));
}

/* Placeholders */

static const struct
{
  const char *text;
  const char *group;
  const char *filled;
  const char *unknown;
} fill_cases[] = {
  { "None.", "all", "None.", NULL },
  { "{heart-stroke.any-statin.n} of {of}", "risk-50", "36 of 1,000", NULL },
  { "{heart-stroke.any-statin.n} of {of}", "risk-200", "144 of 1,000", NULL },
  { "{heart-stroke.any-statin.rest}", "risk-100", "928", NULL },
  { "{heart-stroke.any-statin.low} to {heart-stroke.any-statin.high}", "risk-100", "64 to 81", NULL },
  { "{diabetes.statin.n}", "risk-100", "62", NULL },
  { "{cholesterol.standard.value}", "risk-100", "43", NULL },
  { "{cholesterol.lower.low}-{cholesterol.lower.high}", "risk-100", "29-37", NULL },
  { "{heart-stroke.no-statin.low}", "risk-100", "{heart-stroke.no-statin.low}", "heart-stroke.no-statin.low" },
  { "{cholesterol.lower.value}", "risk-100", "{cholesterol.lower.value}", "cholesterol.lower.value" },
  { "{n}", "risk-100", "{n}", "n" },
  { "{nothing.at.all} {of}", "risk-100", "{nothing.at.all} 1,000", "nothing.at.all" },
  { "{a.b}", "risk-100", "{a.b}", "a.b" },
  { "{}", "risk-100", "{}", "" },
  { "a { b", "risk-100", "a { b", NULL },
  { "a } b", "risk-100", "a } b", NULL },
  { "", "risk-100", "", NULL },
};

static void
test_fill (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (STATINS);

  for (guint i = 0; i < G_N_ELEMENTS (fill_cases); i++)
    {
      g_autofree char *filled = sdm_aid_fill (aid, fill_cases[i].text, fill_cases[i].group);
      g_autofree char *unknown = sdm_figure_find_unknown_placeholder (aid, fill_cases[i].text);

      g_assert_cmpstr (filled, ==, fill_cases[i].filled);
      g_assert_cmpstr (unknown, ==, fill_cases[i].unknown);
    }
}

static void
test_thousands (void)
{
  static const struct
  {
    guint       n;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 7, "7" },
    { 999, "999" },
    { 1000, "1,000" },
    { 1001, "1,001" },
    { 10000, "10,000" },
    { 123456, "123,456" },
    { 999999, "999,999" },
    { 1000000, "1,000,000" },
    { 1002003, "1,002,003" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sdm_format_count (cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* A count as no shipped aid has one: rarer than the denominator, and not known. */
static void
test_under_one (void)
{
  g_autofree char *path = documents_find ("decision-aids/" FRAILTY "/aid.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SdmJsonText) text = sdm_json_text_load (file, NULL, NULL);
  g_autoptr (json_t) root = json_deep_copy (sdm_json_text_get_root (text));
  json_t          *outcomes = json_object_get (root, "outcomes");
  g_autofree char *written = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SdmAid) aid = NULL;
  g_autoptr (SdmFigure) rare = NULL;
  g_autoptr (SdmFigure) unknown = NULL;
  g_autoptr (GError) error = NULL;

  for (size_t i = 0; i < json_array_size (outcomes); i++)
    {
      json_t *outcome = json_array_get (outcomes, i);

      if (g_strcmp0 (json_string_value (json_object_get (outcome, "id")), "died") != 0)
        continue;
      json_object_set_new (json_object_get (outcome, "event"), "sentence_under_one", json_string ("Fewer than 1 of {of} people did."));
      json_object_set_new (json_object_get (outcome, "event"), "sentence_not_known", json_string ("No one has counted."));
      json_array_set_new (sdm_json_get (outcome, "groups/0/counts"), 0, json_pack ("{s:s, s:b, s:{s:s, s:s}}", "arm", "usual", "under_one", 1, "n_from", "measure", "published", "value", "0.4"));
      json_array_set_new (sdm_json_get (outcome, "groups/0/counts"), 1, json_pack ("{s:s, s:b}", "arm", "stepwise", "not_known", 1));
    }
  written = sdm_json_write (root);
  bytes = g_bytes_new (written, strlen (written));
  aid = sdm_aid_new_from_bytes (bytes, "made up", &error);
  g_assert_no_error (error);

  rare = sdm_figure_new (aid, sdm_aid_find_outcome (aid, "died"), sdm_aid_find_option (aid, "carry-on"), "all");
  unknown = sdm_figure_new (aid, sdm_aid_find_outcome (aid, "died"), sdm_aid_find_option (aid, "step-by-step"), "all");
  g_assert_cmpint (rare->state, ==, SDM_FIGURE_UNDER_ONE);
  g_assert_true (g_str_has_prefix (rare->sentence, "Fewer than 1 of 100 people did."));
  g_assert_true (sdm_figure_is_known (rare));
  g_assert_cmpint (unknown->state, ==, SDM_FIGURE_NOT_KNOWN);
  g_assert_cmpstr (unknown->sentence, ==, "No one has counted.");
  g_assert_false (sdm_figure_is_known (unknown));
}

/* A test and what follows is told part by part, each after the one that it is a part of. */
static void
test_tree (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (PSA);
  const SdmOutcome *outcome = sdm_aid_find_outcome (aid, "one-test");
  g_autoptr (SdmFigure) once = sdm_figure_new (aid, outcome, sdm_aid_find_option (aid, "test-once"), "all");
  g_autoptr (SdmFigure) none = sdm_figure_new (aid, outcome, sdm_aid_find_option (aid, "no-test"), "all");

  g_assert_cmpint (once->state, ==, SDM_FIGURE_WORDS);
  g_assert_cmpstr (once->sentence, ==,
                   "The result is raised: 170 out of 1,000. Raised, and there is cancer: 53 out of 1,000. "
                   "Raised, but there is no cancer: 117 out of 1,000. The result is not raised: 830 out of 1,000. "
                   "Not raised, but there is cancer: 119 out of 1,000. "
                   "We do not know how many of these cancers would ever do harm. "
                   "Not raised, and there is no cancer: 711 out of 1,000.");
  g_assert_cmpint (none->state, ==, SDM_FIGURE_DOES_NOT_APPLY);
}

static void
add_every_sentence (GPtrArray *ids)
{
  g_autofree char *place = documents_find ("decision-aids");
  g_autoptr (GDir) folders = g_dir_open (place, 0, NULL);
  const char *id;

  while ((id = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *file = g_build_filename (place, id, "aid.json", NULL);
      g_autofree char *path = g_strconcat ("/core/figure/every-sentence/", id, NULL);

      if (!g_file_test (file, G_FILE_TEST_EXISTS))
        continue;
      g_ptr_array_add (ids, g_strdup (id));
      g_test_add_data_func (path, g_ptr_array_index (ids, ids->len - 1), test_every_sentence);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (figure_cases); i++)
    {
      const FigureCase *c = &figure_cases[i];
      g_autofree char  *path = g_strdup_printf ("/core/figure/%s/%s/%s", c->outcome, c->option, c->group);

      g_test_add_data_func (path, c, test_figure);
    }
  g_test_add_func ("/core/figure/bar", test_bar);
  add_every_sentence (ids);
  g_test_add_func ("/core/figure/answers", test_answers);
  g_test_add_func ("/core/figure/groups", test_groups);
  g_test_add_func ("/core/figure/fill", test_fill);
  g_test_add_func ("/core/figure/thousands", test_thousands);
  g_test_add_func ("/core/figure/under-one", test_under_one);
  g_test_add_func ("/core/figure/tree", test_tree);

  return g_test_run ();
}
