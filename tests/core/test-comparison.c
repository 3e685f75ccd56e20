/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "documents.h"
#include "sdm-comparison.h"

#define FRAILTY "hypertension-in-frailty"
#define STATINS "statins-primary-prevention"

/* Order */

typedef struct
{
  const char *aid;
  gboolean    on_request;
  const char *expected;
} OrderCase;

static const OrderCase order_cases[] = {
  { STATINS, FALSE, "heart-stroke muscle diabetes cholesterol deaths rare-harm time-to-help" },
  { STATINS, TRUE, "nice-estimate" },
  { FRAILTY, FALSE,
    "bp-in-range died rise-one-fewer rise-stop falls-dizzy stroke-heart side-effects fitter thinking" },
  { FRAILTY, TRUE, "kept restarted rise-care-home trouble-one-fewer" },
};

static void
test_order (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      g_autoptr (SdmAid) aid = documents_load_aid (order_cases[i].aid);
      g_autoptr (GPtrArray) outcomes = sdm_comparison_list_outcomes (aid, order_cases[i].on_request);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < outcomes->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "", ((const SdmOutcome *) g_ptr_array_index (outcomes, j))->id);
      g_assert_cmpstr (ids->str, ==, order_cases[i].expected);
    }
}

/* Every outcome of every aid stands in exactly one of the two lists. */
static void
test_order_leaves_nothing_out (void)
{
  static const char *const aids[] = { FRAILTY, STATINS };

  for (gsize i = 0; i < G_N_ELEMENTS (aids); i++)
    {
      g_autoptr (SdmAid) aid = documents_load_aid (aids[i]);
      g_autoptr (GPtrArray) always = sdm_comparison_list_outcomes (aid, FALSE);
      g_autoptr (GPtrArray) on_request = sdm_comparison_list_outcomes (aid, TRUE);
      guint             n_outcomes;
      const SdmOutcome *outcomes = sdm_aid_get_outcomes (aid, &n_outcomes);

      g_assert_cmpuint (always->len + on_request->len, ==, n_outcomes);
      for (guint j = 0; j < n_outcomes; j++)
        g_assert_true (g_ptr_array_find (outcomes[j].on_request ? on_request : always, &outcomes[j], NULL));
    }
}

/* Bands */

typedef struct
{
  const char *aid;
  const char *outcome;
  const char *option;
  const char *group;
  guint       from; /* 0 and 0: none */
  guint       to;
} BandCase;

static const BandCase band_cases[] = {
  { STATINS, "heart-stroke", "standard-statin", "risk-100", 72, 100 },
  { STATINS, "heart-stroke", "standard-statin", "risk-200", 144, 200 },
  { STATINS, "heart-stroke", "no-statin", "risk-100", 0, 0 },
  { STATINS, "heart-stroke", "lower-statin", "risk-100", 0, 0 },
  { STATINS, "diabetes", "standard-statin", "risk-50", 56, 62 },
  { STATINS, "diabetes", "lower-statin", "all", 56, 62 },
  { STATINS, "cholesterol", "lower-statin", "all", 0, 0 },
  { FRAILTY, "died", "step-by-step", "all", 60, 62 },
  { FRAILTY, "bp-in-range", "one-fewer", "all", 86, 88 },
  { FRAILTY, "restarted", "step-by-step", "all", 0, 0 },
};

static void
test_band (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (band_cases); i++)
    {
      const BandCase *c = &band_cases[i];
      g_autoptr (SdmAid) aid = documents_load_aid (c->aid);
      g_autoptr (SdmFigure) figure = sdm_figure_new (aid, sdm_aid_find_outcome (aid, c->outcome),
                                                     sdm_aid_find_option (aid, c->option), c->group);
      guint from;
      guint to;

      g_assert_true (sdm_comparison_find_band (figure, &from, &to) == (c->to > 0));
      g_assert_cmpuint (from, ==, c->from);
      g_assert_cmpuint (to, ==, c->to);
    }
}

static void
test_of_others (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (STATINS);
  const SdmOption *none = sdm_aid_find_option (aid, "no-statin");
  g_autoptr (SdmFigure) dummy = sdm_figure_new (aid, sdm_aid_find_outcome (aid, "muscle"), none, "all");
  g_autoptr (SdmFigure) own = sdm_figure_new (aid, sdm_aid_find_outcome (aid, "heart-stroke"), none, "risk-100");

  g_assert_true (sdm_comparison_is_of_others (dummy));
  g_assert_false (sdm_comparison_is_of_others (own));
}

static void
test_of_the_option (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (FRAILTY);
  const SdmOption *fewer = sdm_aid_find_option (aid, "one-fewer");
  g_autoptr (SdmFigure) own = sdm_figure_new (aid, sdm_aid_find_outcome (aid, "bp-in-range"), fewer, "all");
  g_autoptr (SdmFigure) none = sdm_figure_new (aid, sdm_aid_find_outcome (aid, "died"), fewer, "all");

  g_assert_false (sdm_comparison_is_of_others (own));
  g_assert_false (sdm_comparison_is_of_others (none));
}

/* Labels */

static void
test_common_start (void)
{
  static const struct
  {
    const char *labels[4];
    const char *expected;
  } cases[] = {
    { { "People with a risk of 5 in 100", "People with a risk of 10 in 100", NULL }, "People with a risk of " },
    { { "People at 10", "People at 100", "People at 1", NULL }, "People at " },
    { { "Men", "Women", NULL }, "" },
    { { "Alone", NULL }, "" },
    { { NULL }, "" },
    { { "Same words", "Same words", NULL }, "Same " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *start = sdm_comparison_dup_common_start (cases[i].labels);

      g_assert_cmpstr (start, ==, cases[i].expected);
    }
}

static void
test_in_sentence (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (STATINS);
  static const struct
  {
    const char *label;
    const char *expected;
  } cases[] = {
    { "People with a risk of 5 in 100", "people with a risk of 5 in 100" },
    { "PHQ-9 score under 16", "PHQ-9 score under 16" },
    { "10 in 100", "10 in 100" },
    { "Él", "Él" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = sdm_comparison_dup_in_sentence (aid, cases[i].label);

      g_assert_cmpstr (label, ==, cases[i].expected);
    }
}

/* Trees */

/* Each part knows its step and who has the disease, so that any tree can be drawn. */
static void
test_tree (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid ("psa-testing");
  const SdmOutcome *outcome = sdm_aid_find_outcome (aid, "one-test");
  g_autoptr (GString) parts = g_string_new (NULL);

  g_assert_cmpstr (outcome->tree_label, ==, "Tested once");
  for (guint i = 0; i < outcome->n_tree; i++)
    g_string_append_printf (parts, "%u:%u%s ", outcome->tree[i].depth, outcome->tree[i].n, outcome->tree[i].has_it ? "*" : "");
  g_assert_cmpstr (parts->str, ==, "1:170 2:53* 2:117 1:830 2:119* 2:711 ");
}

/* Sources */

static void
test_second_hand (void)
{
  g_autoptr (SdmAid) aid = documents_load_aid (STATINS);

  g_assert_true (sdm_outcome_is_second_hand (sdm_aid_find_outcome (aid, "diabetes")));
  g_assert_false (sdm_outcome_is_second_hand (sdm_aid_find_outcome (aid, "muscle")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/comparison/order", test_order);
  g_test_add_func ("/core/comparison/order-leaves-nothing-out", test_order_leaves_nothing_out);
  g_test_add_func ("/core/comparison/band", test_band);
  g_test_add_func ("/core/comparison/of-others", test_of_others);
  g_test_add_func ("/core/comparison/of-the-option", test_of_the_option);
  g_test_add_func ("/core/comparison/common-start", test_common_start);
  g_test_add_func ("/core/comparison/in-sentence", test_in_sentence);
  g_test_add_func ("/core/comparison/tree", test_tree);
  g_test_add_func ("/core/comparison/second-hand", test_second_hand);

  return g_test_run ();
}
