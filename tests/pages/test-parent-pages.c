/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-ruler.h"

/* Pages of an aid that speaks to the parent of a child. */

#define CASE    "decision-aids/acute-otitis-media/cases/nursery-gate.json"
#define FRAILTY PAGE_FIXTURE_FRAILTY_CASE

static void
assert_label (PageFixture *fixture,
              const char  *text)
{
  if (page_fixture_find_label (fixture, text) == NULL)
    g_error ("nothing on the page says “%s”", text);
}

static void
test_named (PageFixture  *fixture,
            gconstpointer source)
{
  static const SdmStep steps[] = { SDM_STEP_PEOPLE, SDM_STEP_PLAN, SDM_STEP_FINISH };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      page_fixture_show (fixture, steps[i]);
      page_fixture_assert_named (fixture);
    }
}

static void
test_people (PageFixture  *fixture,
             gconstpointer source)
{
  GtkWidget *name;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  assert_label (fixture, "Is this your child?");
  assert_label (fixture, "What do you call your child?");
  name = page_fixture_find_field (fixture, "Which parent or carer is it for?");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Jo Tanner");
  page_fixture_type (name, "Danny Tanner");
  page_fixture_type (page_fixture_find_field (fixture, "What are they to the child?"), "uncle");
  page_fixture_assert_text (fixture, "letter/letter_to/name", "Danny Tanner");
  page_fixture_assert_text (fixture, "letter/letter_to/relationship", "uncle");

  page_fixture_click (page_fixture_find_button (fixture, "Large print"));
  g_assert_cmpstr (sdm_page_get_note (fixture->page), ==, "Danny Tanner asked for large print.");
}

/* Of a grown-up, somebody else who reads is an exception. */
static void
test_attorney (PageFixture  *fixture,
               gconstpointer source)
{
  GtkWidget *fold;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  assert_label (fixture, "Is this you?");
  fold = page_fixture_find_label (fixture, "Somebody else gets the letter");
  g_assert_nonnull (fold);
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (fold, GTK_TYPE_EXPANDER)), TRUE);
  page_fixture_type (page_fixture_find_field (fixture, "Who gets the letter in their place?"), "Ms Carys Pell");
  page_fixture_type (page_fixture_find_field (fixture, "What are they to the person?"), "daughter");
  page_fixture_assert_text (fixture, "letter/letter_to/name", "Ms Carys Pell");

  page_fixture_show (fixture, SDM_STEP_LETTER);
  assert_label (fixture, "Written to Ms Carys Pell, about Arthur.");
}

static GtkDropDown *
find_who (PageFixture *fixture)
{
  return GTK_DROP_DOWN (gtk_widget_get_ancestor (page_fixture_find_named (fixture, GTK_TYPE_TOGGLE_BUTTON, "Who decided?"), GTK_TYPE_DROP_DOWN));
}

static void
assert_who (PageFixture       *fixture,
            const char *const *names)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (find_who (fixture)));

  for (guint i = 0; names[i] != NULL; i++)
    g_assert_cmpstr (gtk_string_list_get_string (list, i), ==, names[i]);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, g_strv_length ((char **) names));
}

static const char *const parents_names[] = {
  "Not said yet",
  "A parent or carer, for Lily",
  "Jo Tanner and Dr Helen Osei",
  "Dr Helen Osei, asked by Jo Tanner",
  "Left open",
  "Lily, who is old enough",
  NULL
};

static const char *const parents_values[] = { NULL, "for-them", "together", "clinician-asked", "left-open", "patient" };

/* Each line of the list keeps its own value, and shows it again. */
static void
test_who_decided (PageFixture  *fixture,
                  gconstpointer source)
{
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  assert_who (fixture, parents_names);
  for (guint i = G_N_ELEMENTS (parents_values); i-- > 0;)
    {
      gtk_drop_down_set_selected (find_who (fixture), i);
      page_fixture_assert_text (fixture, "plan/decided_by", parents_values[i]);
      page_fixture_show (fixture, SDM_STEP_PLAN);
      g_assert_cmpuint (gtk_drop_down_get_selected (find_who (fixture)), ==, i);
    }
}

/* Who gets the letter is proposed as the one who decides; why they may is still to be said. */
static void
test_decider (PageFixture  *fixture,
              gconstpointer source)
{
  GtkWidget *name;

  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  gtk_drop_down_set_selected (find_who (fixture), 2);
  page_fixture_assert_text (fixture, "plan/decider/name", NULL);
  gtk_drop_down_set_selected (find_who (fixture), 1);
  page_fixture_assert_text (fixture, "plan/decider/name", "Jo Tanner");
  page_fixture_assert_text (fixture, "plan/decider/relationship", "mother");
  page_fixture_assert_text (fixture, "plan/decider/reason", NULL);
  name = page_fixture_find_field (fixture, "Their name");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Jo Tanner");

  page_fixture_show (fixture, SDM_STEP_FINISH);
  assert_label (fixture, "Who decided for the child: name, relationship and why");
  assert_label (fixture, "What matters to the parent, or that they would rather not say");
  assert_label (fixture, "Three short questions for the parent alone, on a plain screen. You do not see the answers.");
}

/* "You" is the parent wherever the page speaks. */
static void
test_words (PageFixture  *fixture,
            gconstpointer source)
{
  GtkWidget       *ruler;
  g_autofree char *right = NULL;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  assert_label (fixture, "What matters to you?");
  page_fixture_show (fixture, SDM_STEP_RISKS);
  assert_label (fixture, "Picture 1,000 children. No one can say which one is yours.");
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  ruler = page_fixture_find_named (fixture, SDM_TYPE_RULER, "How does “No antibiotic” feel to you today?");
  g_object_get (ruler, "high-label", &right, NULL);
  g_assert_cmpstr (right, ==, "right for my child");
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "Not yet"));
  assert_label (fixture, "Still right for your child?");
  page_fixture_show (fixture, SDM_STEP_LETTER);
  assert_label (fixture, "Written to Jo Tanner, about Lily.");
  g_assert_nonnull (page_fixture_find_button (fixture, "The parent wants a letter"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/parent/named", CASE, test_named);
  page_fixture_add ("/pages/parent/people", CASE, test_people);
  page_fixture_add ("/pages/parent/attorney", FRAILTY, test_attorney);
  page_fixture_add ("/pages/parent/who-decided", CASE, test_who_decided);
  page_fixture_add ("/pages/parent/decider", CASE, test_decider);
  page_fixture_add ("/pages/parent/words", CASE, test_words);

  return page_fixture_run ();
}
