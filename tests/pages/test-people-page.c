/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

static void
open_details (PageFixture *fixture)
{
  GtkWidget *label = page_fixture_find_label (fixture, "Names, NHS number and address");

  g_assert_nonnull (label);
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (label, GTK_TYPE_EXPANDER)), TRUE);
}

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  open_details (fixture);
  page_fixture_assert_named (fixture);
}

static void
test_confirm (PageFixture  *fixture,
              gconstpointer data)
{
  GtkWidget *name;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  g_assert_nonnull (page_fixture_find_label (fixture, "Mr Arthur James Pell"));
  g_assert_nonnull (page_fixture_find_label (fixture, "Born 14\u00a0March\u00a01943"));

  name = page_fixture_find_button (fixture, "Name said aloud and right");
  page_fixture_click (name);
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "people/confirmed/name"));
  g_assert_false (sdm_consultation_get_flag (fixture->consultation, "people/confirmed/born"));
  page_fixture_click (page_fixture_find_button (fixture, "Date of birth said aloud and right"));
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "people/confirmed/born"));
  page_fixture_assert_text (fixture, "people/confirmed/at", "2026-11-24T10:30:00Z");

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  name = page_fixture_find_button (fixture, "Name said aloud and right");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (name)));
  page_fixture_click (name);
  page_fixture_click (page_fixture_find_button (fixture, "Date of birth said aloud and right"));
  g_assert_null (sdm_consultation_peek (fixture->consultation, "people/confirmed"));
}

static void
test_nhs_number (PageFixture  *fixture,
                 gconstpointer data)
{
  GtkWidget *number;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  open_details (fixture);
  number = page_fixture_find_field (fixture, "NHS number");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "999\u00a0000\u00a00018");

  page_fixture_type (number, "999 000 0026");
  page_fixture_assert_text (fixture, "people/patient/nhs_number", "9990000026");

  page_fixture_type (number, "999 000 0027");
  g_assert_true (gtk_widget_has_css_class (number, "problem"));
  gtk_test_accessible_assert_state (number, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  page_fixture_assert_text (fixture, "people/patient/nhs_number", "999000002");

  page_fixture_type (number, "943 476 5919");
  g_assert_nonnull (page_fixture_find_label (fixture, "This could be the number of a real person. A made-up person has one that begins with 999."));
  page_fixture_assert_text (fixture, "people/patient/nhs_number", NULL);

  page_fixture_type (number, "999-000");
  g_assert_false (gtk_widget_has_css_class (number, "problem"));
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  open_details (fixture);
  g_assert_nonnull (page_fixture_find_label (fixture, "An NHS number has ten digits; here are 6."));
  page_fixture_type (page_fixture_find_field (fixture, "NHS number"), "");
  page_fixture_type (page_fixture_find_field (fixture, "If there is none, why?"), "Visiting from abroad");
  page_fixture_assert_text (fixture, "people/patient/nhs_number", NULL);
  page_fixture_assert_text (fixture, "people/patient/nhs_number_missing", "Visiting from abroad");
}

static void
test_names (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  open_details (fixture);
  page_fixture_type (page_fixture_find_field (fixture, "Given names"), "  Siân  Mary ");
  page_fixture_assert_text (fixture, "people/patient/given/0", "Siân");
  page_fixture_assert_text (fixture, "people/patient/given/1", "Mary");
  page_fixture_type (page_fixture_find_field (fixture, "Title"), "Ms");
  g_assert_nonnull (page_fixture_find_label (fixture, "Ms Siân Mary Pell"));
  page_fixture_type (page_fixture_find_field (fixture, "Date of birth"), "3/4/1950");
  page_fixture_assert_text (fixture, "people/patient/born", "1950-04-03");
  g_assert_nonnull (page_fixture_find_label (fixture, "Born 3\u00a0April\u00a01950"));
  page_fixture_type (page_fixture_find_field (fixture, "Address"), "2 Example Lane\nSampleton");
  page_fixture_assert_text (fixture, "people/patient/address/1", "Sampleton");
  page_fixture_type (page_fixture_find_field (fixture, "What would you like to be called?"), "Siân");
  page_fixture_assert_text (fixture, "people/patient/preferred_name", "Siân");
}

static void
test_needs (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What helps, 1"))), ==, "Large print");

  page_fixture_click (page_fixture_find_button (fixture, "Add something that helps"));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "people/needs")), ==, 2);
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What helps, 3"), "Slow speech");
  page_fixture_assert_text (fixture, "people/needs/2/need", "Slow speech");

  page_fixture_click (page_fixture_find_button (fixture, "Take out line 1"));
  page_fixture_assert_text (fixture, "people/needs/0/need", "Hearing aid in the left ear");
  g_assert_true (fixture->can_undo);
  page_fixture_assert_named (fixture);

  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "people/needs/0/need", "Large print");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What helps, 1"))), ==, "Large print");
}

/* A problem must have words: with none left it is no record, and comes back with the next. */
static void
test_problem (PageFixture  *fixture,
              gconstpointer data)
{
  GtkWidget *second;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  second = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Problem, 2");
  page_fixture_type (second, "");
  page_fixture_assert_text (fixture, "people/problem/1/text", "Small heart attack, 2017");
  page_fixture_type (second, "Frailty");
  page_fixture_assert_text (fixture, "people/problem/1/text", "Frailty");
  page_fixture_assert_text (fixture, "people/problem/2/text", "Small heart attack, 2017");
}

static void
test_letter_wish (PageFixture  *fixture,
                  gconstpointer data)
{
  GtkWidget *bar;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  g_assert_cmpstr (sdm_page_get_note (fixture->page), ==, "Arthur asked for large print.");
  bar = page_fixture_find_field (fixture, "Which letter would you like?");
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (bar), "standard");
  page_fixture_assert_text (fixture, "people/letter_wish/format", "standard");
  g_assert_null (sdm_consultation_peek (fixture->consultation, "people/letter_wish/size"));
  page_fixture_assert_text (fixture, "people/letter_wish/language", "en-GB");
  g_assert_null (sdm_page_get_note (fixture->page));
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (bar), NULL);
  g_assert_null (sdm_consultation_peek (fixture->consultation, "people/letter_wish"));
}

static void
test_role (PageFixture  *fixture,
           gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  page_fixture_click (page_fixture_find_button (fixture, "I’d like you to decide"));
  page_fixture_assert_text (fixture, "people/role_wish", "clinician");
  page_fixture_type (page_fixture_find_field (fixture, "In the person’s own words"), "To get up the hill");
  page_fixture_assert_text (fixture, "people/agenda/patient", "To get up the hill");
  page_fixture_type (page_fixture_find_field (fixture, "Why now"), "Dizzy");
  page_fixture_assert_text (fixture, "people/why_now", "Dizzy");
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  open_details (fixture);
  page_fixture_assert_inputs_insensitive (fixture);
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Take out line 1")));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/people/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/people/confirm", PAGE_FIXTURE_FRAILTY_CASE, test_confirm);
  page_fixture_add ("/pages/people/nhs-number", PAGE_FIXTURE_FRAILTY_CASE, test_nhs_number);
  page_fixture_add ("/pages/people/names", PAGE_FIXTURE_FRAILTY_CASE, test_names);
  page_fixture_add ("/pages/people/needs", PAGE_FIXTURE_FRAILTY_CASE, test_needs);
  page_fixture_add ("/pages/people/problem", PAGE_FIXTURE_FRAILTY_CASE, test_problem);
  page_fixture_add ("/pages/people/letter-wish", PAGE_FIXTURE_FRAILTY_CASE, test_letter_wish);
  page_fixture_add ("/pages/people/role", PAGE_FIXTURE_FRAILTY_CASE, test_role);
  page_fixture_add ("/pages/people/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return page_fixture_run ();
}
