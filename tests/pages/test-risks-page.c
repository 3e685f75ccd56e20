/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "page-fixture.h"
#include "sdm-icon-array.h"

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
  page_fixture_add ("/pages/risks/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/risks/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return g_test_run ();
}
