/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "page-fixture.h"
#include "sdm-figure-deck.h"
#include "sdm-icon-array.h"
#include "sdm-score-bar.h"
#include "sdm-test-tree.h"

/* Helpers */

static json_t *
find_figure (PageFixture *fixture,
             const char  *outcome,
             const char  *option,
             const char  *group)
{
  json_t *entry;
  size_t  i;

  json_array_foreach (sdm_consultation_peek (fixture->consultation, "risks/figures"), i, entry)
    if (g_strcmp0 (json_string_value (json_object_get (entry, "outcome")), outcome) == 0 &&
        g_strcmp0 (json_string_value (json_object_get (entry, "option")), option) == 0 &&
        g_strcmp0 (json_string_value (json_object_get (entry, "group")), group) == 0)
      return entry;

  return NULL;
}

static GtkWidget *
find_people (PageFixture *fixture,
             const char  *label)
{
  return page_fixture_find_named (fixture, SDM_TYPE_ICON_ARRAY, label);
}

/* Tests */

static void
test_both_frames (PageFixture  *fixture,
                  gconstpointer data)
{
  GtkWidget *people;
  guint      from;
  guint      to;

  page_fixture_show (fixture, SDM_STEP_RISKS);

  g_assert_nonnull (page_fixture_find_label (fixture, "72"));
  g_assert_nonnull (page_fixture_find_label (fixture, "928"));
  people = find_people (fixture, "72 of 1,000 people: Heart disease or a stroke");
  g_assert_nonnull (people);
  g_assert_cmpuint (sdm_icon_array_get_low (SDM_ICON_ARRAY (people)), ==, 64);
  g_assert_cmpuint (sdm_icon_array_get_high (SDM_ICON_ARRAY (people)), ==, 81);
  g_assert_true (sdm_icon_array_get_band (SDM_ICON_ARRAY (people), &from, &to));
  g_assert_cmpuint (from, ==, 72);
  g_assert_cmpuint (to, ==, 100);
  gtk_test_accessible_assert_property (
      people, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Over 10 years, 72 of 1,000 people have heart disease or a stroke. 928 do not. It could be 64 to 81.");
}

static void
test_not_known (PageFixture  *fixture,
                gconstpointer data)
{
  GtkWidget *people;

  page_fixture_show (fixture, SDM_STEP_RISKS);

  people = find_people (fixture, "Not known: Heart disease or a stroke");
  g_assert_nonnull (people);
  g_assert_cmpint (sdm_icon_array_get_kind (SDM_ICON_ARRAY (people)), ==, SDM_ICON_ARRAY_NOT_KNOWN);
}

static void
test_kept_as_shown (PageFixture  *fixture,
                    gconstpointer data)
{
  json_t *figure;

  page_fixture_show (fixture, SDM_STEP_RISKS);

  figure = find_figure (fixture, "heart-stroke", "standard-statin", "risk-100");
  g_assert_nonnull (figure);
  g_assert_cmpint (json_integer_value (json_object_get (figure, "n")), ==, 72);
  g_assert_nonnull (find_figure (fixture, "rare-harm", "standard-statin", "all"));
  g_assert_nonnull (find_figure (fixture, "cholesterol", "standard-statin", "all"));
}

static void
test_on_request (PageFixture  *fixture,
                 gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_RISKS);
  g_assert_null (find_figure (fixture, "nice-estimate", "standard-statin", "risk-100"));

  gtk_expander_set_expanded (GTK_EXPANDER (page_fixture_find_named (fixture, GTK_TYPE_EXPANDER, "More that was measured")), TRUE);
  g_assert_nonnull (find_figure (fixture, "nice-estimate", "standard-statin", "risk-100"));
}

static void
test_group (PageFixture  *fixture,
            gconstpointer data)
{
  static const char *const changed = "These are now numbers for people with a 10-year risk of 200 in 1,000 (QRISK3 score 20%). "
                                     "Before: 100 in 1,000 (QRISK3 score 10%).";

  page_fixture_show (fixture, SDM_STEP_RISKS);
  g_assert_null (page_fixture_find_label (fixture, changed));

  page_fixture_click (page_fixture_find_button (fixture, "200 in 1,000 (QRISK3 score 20%)"));
  g_assert_nonnull (page_fixture_find_label (fixture, changed));
  g_assert_nonnull (page_fixture_find_label (fixture, "144"));
  g_assert_nonnull (page_fixture_find_label (fixture, "was 72"));
  g_assert_nonnull (page_fixture_find_label (fixture, "was 928"));
  g_assert_nonnull (find_people (fixture, "144 of 1,000 people: Heart disease or a stroke"));
  g_assert_nonnull (find_figure (fixture, "heart-stroke", "standard-statin", "risk-200"));
  g_assert_false (json_boolean_value (json_object_get (find_figure (fixture, "heart-stroke", "standard-statin", "risk-100"), "in_letter")));

  page_fixture_click (page_fixture_find_button (fixture, "I have seen it"));
  g_assert_null (page_fixture_find_label (fixture, changed));
  g_assert_null (page_fixture_find_label (fixture, "was 72"));

  /* Pressing it again does not leave the page without a group. */
  page_fixture_click (page_fixture_find_button (fixture, "200 in 1,000 (QRISK3 score 20%)"));
  g_assert_nonnull (page_fixture_find_label (fixture, "144"));
  g_assert_null (page_fixture_find_label (fixture, changed));

  page_fixture_show (fixture, SDM_STEP_RISKS);
  g_assert_nonnull (page_fixture_find_label (fixture, "144"));
}

/* What has no number of its own keeps its sentence: nothing that was seen is gone (R31). */
static void
test_group_in_words (PageFixture  *fixture,
                     gconstpointer data)
{
  static const char *const before = "Before: NICE thinks about 60 of 1,000 over 10 years, which is 40 fewer. The other 940 have neither.";

  page_fixture_show (fixture, SDM_STEP_RISKS);
  gtk_expander_set_expanded (GTK_EXPANDER (page_fixture_find_named (fixture, GTK_TYPE_EXPANDER, "More that was measured")), TRUE);
  g_assert_null (page_fixture_find_label (fixture, before));

  page_fixture_click (page_fixture_find_button (fixture, "200 in 1,000 (QRISK3 score 20%)"));
  g_assert_nonnull (page_fixture_find_label (fixture, before));

  page_fixture_click (page_fixture_find_button (fixture, "I have seen it"));
  g_assert_null (page_fixture_find_label (fixture, before));
}

static void
test_sure_and_to_be_checked (PageFixture  *fixture,
                             gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_RISKS);

  g_assert_nonnull (page_fixture_find_button (fixture, "How sure? Fairly sure"));
  g_assert_nonnull (page_fixture_find_button (fixture, "How sure? Not graded"));
  g_assert_nonnull (page_fixture_find_label (fixture, "To be checked"));
}

static void
count_bars (GtkWidget *widget,
            int       *width,
            guint     *n_bars)
{
  if (SDM_IS_SCORE_BAR (widget) && gtk_widget_get_mapped (widget))
    {
      g_assert_true (*n_bars == 0 || gtk_widget_get_width (widget) == *width);
      *width = gtk_widget_get_width (widget);
      *n_bars += 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_bars (child, width, n_bars);
}

/* Bars that are compared have one scale and one length, and say what its ends mean. */
static void
test_bars (PageFixture  *fixture,
           gconstpointer data)
{
  int   width = 0;
  guint n_bars = 0;

  page_fixture_show (fixture, SDM_STEP_RISKS);
  count_bars (GTK_WIDGET (fixture->page), &width, &n_bars);
  g_assert_cmpuint (n_bars, ==, 2);
  g_assert_nonnull (page_fixture_find_label (fixture, "0: no fall"));
  g_assert_nonnull (page_fixture_find_label (fixture, "100 parts in 100"));
  gtk_test_accessible_assert_property (page_fixture_find_named (fixture, SDM_TYPE_SCORE_BAR, "Fall in harmful (LDL) cholesterol"),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Harmful (LDL) cholesterol falls by about 29 to 37 parts in every 100 parts.");
}

static void
test_tree (PageFixture  *fixture,
           gconstpointer data)
{
  static const char *const sentences =
      "The result is raised: 170 out of 1,000. Raised, and there is cancer: 53 out of 1,000. "
      "Raised, but there is no cancer: 117 out of 1,000. The result is not raised: 830 out of 1,000. "
      "Not raised, but there is cancer: 119 out of 1,000. We do not know how many of these cancers would ever do harm. "
      "Not raised, and there is no cancer: 711 out of 1,000.";
  GtkWidget *tree;
  GtkWidget *part;
  guint      n_parts = 0;

  page_fixture_show (fixture, SDM_STEP_RISKS);
  tree = page_fixture_find_named (fixture, SDM_TYPE_TEST_TREE, "What one test finds");
  g_assert_nonnull (tree);
  gtk_test_accessible_assert_property (tree, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentences);
  g_assert_nonnull (page_fixture_find_label (fixture, sentences));
  for (part = gtk_widget_get_first_child (tree); part != NULL; part = gtk_widget_get_next_sibling (part))
    n_parts++;
  g_assert_cmpuint (n_parts, ==, 7);
  g_assert_nonnull (page_fixture_find_named (fixture, GTK_TYPE_WIDGET, "119 of 1,000 people: Not raised, but there is cancer"));

  /* The options without a test still say why they are in no tree. */
  g_assert_nonnull (page_fixture_find_label (fixture, "This does not apply. With no test there is no result."));
  g_assert_nonnull (find_figure (fixture, "one-test", "test-once", "all"));
}

static void
count_cb (gpointer card,
          gpointer user_data)
{
  *(guint *) user_data += 1;
}

static guint
count_seen (PageFixture *fixture)
{
  GtkWidget *card = page_fixture_find_named (fixture, SDM_TYPE_FIGURE_CARD, "New diabetes");
  GtkWidget *deck;
  guint      n_seen = 0;

  if (card == NULL)
    card = page_fixture_find_named (fixture, SDM_TYPE_FIGURE_CARD, "Heart disease or a stroke");
  if (card == NULL)
    card = page_fixture_find_named (fixture, SDM_TYPE_FIGURE_CARD, "Muscle pain or weakness");
  deck = gtk_widget_get_ancestor (card, SDM_TYPE_FIGURE_DECK);
  sdm_figure_deck_foreach_seen (SDM_FIGURE_DECK (deck), count_cb, &n_seen);

  return n_seen;
}

/* Large text: one outcome at a time, with the ways to the next and back by name. */
static void
test_one_by_one (PageFixture  *fixture,
                 gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_RISKS);
  g_assert_cmpuint (count_seen (fixture), ==, 7);
  g_assert_null (page_fixture_find_button (fixture, "Next: Muscle pain or weakness"));

  SDM_PAGE_GET_CLASS (fixture->page)->fit (fixture->page, FALSE, TRUE);
  g_assert_cmpuint (count_seen (fixture), ==, 1);
  g_assert_nonnull (page_fixture_find_label (fixture, "1 of 7"));
  g_assert_null (page_fixture_find_button (fixture, "Back: Heart disease or a stroke"));

  page_fixture_click (page_fixture_find_button (fixture, "Next: Muscle pain or weakness"));
  g_assert_cmpuint (count_seen (fixture), ==, 1);
  g_assert_nonnull (find_people (fixture, "271 of 1,000 people: Muscle pain or weakness"));
  g_assert_null (find_people (fixture, "72 of 1,000 people: Heart disease or a stroke"));
  page_fixture_click (page_fixture_find_button (fixture, "Back: Heart disease or a stroke"));
  g_assert_nonnull (find_people (fixture, "72 of 1,000 people: Heart disease or a stroke"));
  page_fixture_assert_named (fixture);

  SDM_PAGE_GET_CLASS (fixture->page)->fit (fixture->page, FALSE, FALSE);
  g_assert_cmpuint (count_seen (fixture), ==, 7);
}

/* Above the fold at 1366x768 stand the numbers of a possible benefit and of a possible harm. */
static void
test_benefit_and_harm_at_once (PageFixture  *fixture,
                               gconstpointer data)
{
  static const char *const numbers[] = { "100", "72", "266", "271" };
  GtkWidget               *page;

  page_fixture_show (fixture, SDM_STEP_RISKS);
  page = GTK_WIDGET (fixture->page);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      GtkWidget      *number = page_fixture_find_label (fixture, numbers[i]);
      graphene_rect_t place;

      g_assert_nonnull (number);
      g_assert_true (gtk_widget_compute_bounds (number, page, &place));
      g_assert_cmpfloat (place.origin.y + place.size.height, <=, 595);
    }
}

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_RISKS);
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (GBytes) before = sdm_consultation_to_bytes (fixture->consultation);
  g_autoptr (GBytes) after = NULL;

  page_fixture_show (fixture, SDM_STEP_RISKS);
  page_fixture_assert_inputs_insensitive (fixture);

  after = sdm_consultation_to_bytes (fixture->consultation);
  g_assert_true (g_bytes_equal (before, after));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/risks/both-frames", PAGE_FIXTURE_STATINS_CASE, test_both_frames);
  page_fixture_add ("/pages/risks/not-known", PAGE_FIXTURE_STATINS_CASE, test_not_known);
  page_fixture_add ("/pages/risks/kept-as-shown", PAGE_FIXTURE_STATINS_CASE, test_kept_as_shown);
  page_fixture_add ("/pages/risks/on-request", PAGE_FIXTURE_STATINS_CASE, test_on_request);
  page_fixture_add ("/pages/risks/group", PAGE_FIXTURE_STATINS_CASE, test_group);
  page_fixture_add ("/pages/risks/group-in-words", PAGE_FIXTURE_STATINS_CASE, test_group_in_words);
  page_fixture_add ("/pages/risks/sure-and-to-be-checked", PAGE_FIXTURE_STATINS_CASE, test_sure_and_to_be_checked);
  page_fixture_add ("/pages/risks/bars", PAGE_FIXTURE_STATINS_CASE, test_bars);
  page_fixture_add ("/pages/risks/tree", PAGE_FIXTURE_PSA_CASE, test_tree);
  page_fixture_add ("/pages/risks/one-by-one", PAGE_FIXTURE_STATINS_CASE, test_one_by_one);
  page_fixture_add ("/pages/risks/benefit-and-harm-at-once", PAGE_FIXTURE_STATINS_CASE, test_benefit_and_harm_at_once);
  page_fixture_add ("/pages/risks/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/risks/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return page_fixture_run ();
}
