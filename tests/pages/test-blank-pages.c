/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-blank-text.h"
#include "sdm-consultation-blank.h"
#include "sdm-figure-card.h"
#include "sdm-finish-page.h"
#include "sdm-ruler.h"

/* Helpers */

/* A place on the page by its name. */
static GtkWidget *
find_cell (PageFixture *fixture,
           const char  *name)
{
  return page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, name);
}

static char *
read_cell (PageFixture *fixture,
           const char  *name)
{
  GtkWidget *view = find_cell (fixture, name);

  g_assert_nonnull (view);

  return sdm_ui_dup_text (gtk_widget_get_parent (view));
}

static void
assert_cell (PageFixture *fixture,
             const char  *name,
             const char  *expected)
{
  g_autofree char *text = read_cell (fixture, name);

  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

/* Writes on the page what the tests look for. */
static void
write_page (PageFixture *fixture)
{
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  page_fixture_type (find_cell (fixture, "Name of option 2"), "Try one");
  page_fixture_type (find_cell (fixture, "Question 1"), "What may be good?");
  page_fixture_type (find_cell (fixture, "What may be good? – Try one"), "I hear the door.");
}

/* Starting */

static void
test_decision (PageFixture *fixture, gconstpointer data)
{
  g_autofree char *pasted = g_strnfill (400, 'w');

  page_fixture_show (fixture, SDM_STEP_START);
  page_fixture_assert_named (fixture);
  g_assert_null (page_fixture_find_label (fixture, "First, is any of this true today?"));
  page_fixture_type (find_cell (fixture, "The decision, as a question"), "Should I try a hearing aid?");
  page_fixture_assert_text (fixture, "blank/decision", "Should I try a hearing aid?");
  g_assert_cmpstr (sdm_aid_get_title (sdm_session_get_aid (fixture->session)), ==, "Should I try a hearing aid?");

  page_fixture_type (find_cell (fixture, "The decision, as a question"), pasted);
  g_assert_nonnull (page_fixture_find_label (fixture, "This is 400 letters long and 160 fit. Shorten it: until then it is not kept."));
  sdm_page_show_now (fixture->page);
  assert_cell (fixture, "The decision, as a question", pasted);
}

/* Writing */

static void
test_written (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  page_fixture_assert_named (fixture);
  page_fixture_assert_text (fixture, "blank/options/1/title", "Try one");
  page_fixture_assert_text (fixture, "blank/questions/0/text", "What may be good?");
  page_fixture_assert_text (fixture, "blank/answers/0/text", "I hear the door.");
  page_fixture_assert_text (fixture, "blank/answers/0/option", "option-2");

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_cell (fixture, "Name of option 1", "Carry on as now");
  assert_cell (fixture, "What may be good? – Try one", "I hear the door.");
  assert_cell (fixture, "What may be good? – Carry on as now", "");
}

/* What nobody knows is said in the cell, to everybody. */
static void
test_not_known (PageFixture *fixture, gconstpointer data)
{
  GtkWidget *view;

  write_page (fixture);
  view = find_cell (fixture, "What may be good? – Carry on as now");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "We do not know yet.");
  g_assert_nonnull (page_fixture_find_label (fixture, "We do not know yet."));
  page_fixture_type (view, "Nothing changes.");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_null (page_fixture_find_label (fixture, "We do not know yet."));
  page_fixture_type (view, "");
  g_assert_null (sdm_consultation_get_blank_answer (fixture->consultation, "question-1", "as-now"));
}

/* Too much for a line: the reason under it, and nothing lost, even when the page is drawn anew. */
static void
test_too_long (PageFixture *fixture, gconstpointer data)
{
  static const char *const reason = "This is 400 letters long and 150 fit. Shorten it: until then it is not kept.";
  g_autofree char         *pasted = g_strnfill (400, 'w');
  GtkWidget               *view;

  write_page (fixture);
  view = find_cell (fixture, "Name of option 2");
  page_fixture_type (view, pasted);
  g_assert_nonnull (page_fixture_find_label (fixture, reason));
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_null (sdm_consultation_get_blank_text (fixture->consultation, SDM_BLANK_OPTION, "option-2"));

  sdm_page_show_now (fixture->page);
  assert_cell (fixture, "Name of option 2", pasted);
  page_fixture_click (page_fixture_find_button (fixture, "Add an option"));
  assert_cell (fixture, "Name of option 2", pasted);
  g_assert_nonnull (page_fixture_find_label (fixture, reason));

  view = find_cell (fixture, "Name of option 2");
  page_fixture_type (view, "Try two");
  g_assert_null (page_fixture_find_label (fixture, reason));
  gtk_test_accessible_assert_state (view, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  page_fixture_assert_text (fixture, "blank/options/1/title", "Try two");
}

/* What is typed stays as it is typed while it is. */
static void
test_blanks_stay (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  page_fixture_type (find_cell (fixture, "Name of option 2"), " ");
  assert_cell (fixture, "Name of option 2", " ");
}

/* Coming and going */

static void
test_option_comes (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  page_fixture_click (page_fixture_find_button (fixture, "Add an option"));
  g_assert_cmpstr (fixture->said, ==, "Option added");
  g_assert_true (fixture->can_undo);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_cell (fixture, "Name of option 3"));
  page_fixture_type (find_cell (fixture, "Name of option 3"), "Wait");

  /* What was written goes first, then the option, and both come back. */
  sdm_session_undo (fixture->session);
  assert_cell (fixture, "Name of option 3", "");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_cell (fixture, "Name of option 3"));
  sdm_session_undo (fixture->session);
  g_assert_null (find_cell (fixture, "Name of option 3"));
  sdm_session_redo (fixture->session);
  sdm_session_redo (fixture->session);
  assert_cell (fixture, "Name of option 3", "Wait");
}

static void
test_option_goes (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  page_fixture_click (page_fixture_find_button (fixture, "Add an option"));
  page_fixture_click (page_fixture_find_button (fixture, "Take out: Try one"));
  g_assert_cmpstr (fixture->said, ==, "Option taken out");
  g_assert_true (fixture->can_undo);
  g_assert_null (sdm_consultation_peek (fixture->consultation, "blank/answers/0"));

  page_fixture_type (find_cell (fixture, "What may be good? – Carry on as now"), "Typed since");
  sdm_session_undo (fixture->session);
  assert_cell (fixture, "What may be good? – Carry on as now", "");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == find_cell (fixture, "What may be good? – Carry on as now"));
  sdm_session_undo (fixture->session);
  assert_cell (fixture, "What may be good? – Try one", "I hear the door.");
}

static void
test_two_stay (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  page_fixture_click (page_fixture_find_button (fixture, "Take out: Try one"));
  g_assert_cmpstr (fixture->said, ==, "Two options have to stay, or there is nothing to choose.");
  assert_cell (fixture, "Name of option 2", "Try one");
}

static void
test_carry_on_is_offered (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  g_assert_null (page_fixture_find_button (fixture, "Carry on as now"));
  page_fixture_click (page_fixture_find_button (fixture, "Add an option"));
  page_fixture_click (page_fixture_find_button (fixture, "Take out: Carry on as now"));
  page_fixture_click (page_fixture_find_button (fixture, "Carry on as now"));
  assert_cell (fixture, "Name of option 1", "Carry on as now");
  g_assert_null (page_fixture_find_button (fixture, "Carry on as now"));
}

static void
test_questions (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  g_assert_nonnull (page_fixture_find_label (fixture, "Nothing is written for this yet. Fill the page in together."));

  /* The first takes the empty line, the next one gets its own. */
  page_fixture_click (page_fixture_find_button (fixture, "What could be good about it?"));
  page_fixture_click (page_fixture_find_button (fixture, "What could be hard about it?"));
  g_assert_null (page_fixture_find_button (fixture, "What could be good about it?"));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "blank/questions")), ==, 2);
  g_assert_cmpstr (fixture->said, ==, "Question added");
  sdm_session_undo (fixture->session);
  g_assert_nonnull (page_fixture_find_button (fixture, "What could be hard about it?"));

  page_fixture_click (page_fixture_find_button (fixture, "Add a question"));
  page_fixture_type (find_cell (fixture, "Question 2"), "Who pays?");
  page_fixture_click (page_fixture_find_button (fixture, "Take out: What could be good about it?"));
  page_fixture_assert_text (fixture, "blank/questions/0/text", "Who pays?");
  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "blank/questions/0/text", "What could be good about it?");
}

/* Six are held, three stand side by side, and to carry on as now is always one of them. */
static void
test_six_options (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  for (guint i = 0; i < 4; i++)
    page_fixture_click (page_fixture_find_button (fixture, "Add an option"));
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Add an option")));

  /* The last one was brought into sight to be named. */
  g_assert_nonnull (find_cell (fixture, "Name of option 6"));
  for (guint turn = 0; turn < 5; turn++)
    {
      guint n_seen = 0;

      g_assert_nonnull (find_cell (fixture, "Name of option 1"));
      for (guint i = 2; i <= 6; i++)
        {
          g_autofree char *name = g_strdup_printf ("Name of option %u", i);

          n_seen += find_cell (fixture, name) != NULL ? 1 : 0;
        }
      g_assert_cmpuint (n_seen, ==, 2);
      page_fixture_click (page_fixture_find_button (fixture, "Next option"));
    }
  g_assert_nonnull (page_fixture_find_label (fixture, "3 of 6 shown"));
}

/* Large text on a small screen: one answer under the other, each below the name of its option. */
static void
test_stacked (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  SDM_PAGE_GET_CLASS (fixture->page)->fit (fixture->page, TRUE, TRUE);
  page_fixture_assert_named (fixture);
  assert_cell (fixture, "What may be good? – Try one", "I hear the door.");
  page_fixture_type (find_cell (fixture, "Name of option 2"), "Try two");
  g_assert_nonnull (page_fixture_find_label (fixture, "Try two"));
  SDM_PAGE_GET_CLASS (fixture->page)->fit (fixture->page, FALSE, FALSE);
  g_assert_null (page_fixture_find_label (fixture, "Try two"));
  assert_cell (fixture, "Name of option 2", "Try two");
}

/* Further steps */

static void
test_no_figures (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  page_fixture_show (fixture, SDM_STEP_RISKS);
  page_fixture_assert_named (fixture);
  g_assert_nonnull (page_fixture_find_label (fixture, "We found no numbers for this. We can still talk it through."));
  g_assert_null (find_type (GTK_WIDGET (fixture->page), SDM_TYPE_FIGURE_CARD));
  page_fixture_type (page_fixture_find_field (fixture, "What worries you"), "That it whistles.");
  page_fixture_assert_text (fixture, "matters/concerns", "That it whistles.");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "risks/figures")), ==, 0);
}

static void
test_weigh (PageFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_page (fixture);
  page_fixture_show (fixture, SDM_STEP_WEIGH);
  g_assert_nonnull (page_fixture_find_label (fixture, "Go back to “What matters” and tell us what counts most."));

  sdm_consultation_append (fixture->consultation, "matters/ranked", json_pack ("{s:s, s:i}", "text", "The phone", "importance", 9), &error);
  g_assert_no_error (error);
  sdm_page_show_now (fixture->page);
  page_fixture_assert_named (fixture);
  page_fixture_type (find_cell (fixture, "The phone – Try one"), "Louder");
  g_assert_cmpstr (sdm_consultation_get_weigh_words (fixture->consultation, "The phone", "option-2"), ==, "Louder");
  g_assert_nonnull (page_fixture_find_named (fixture, SDM_TYPE_RULER, "How does “Try one” feel to you today?"));
  g_assert_null (page_fixture_find_button (fixture, "Take out: Try one"));
}

static void
test_check (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_CHECK);
  page_fixture_type (page_fixture_find_field (fixture, "What are our options?"), "Two of them.");
  page_fixture_assert_text (fixture, "check/teach_back/0/teach_back", "our-options");
  g_assert_null (page_fixture_find_label (fixture, "A few questions, if you like"));

  /* What was lent from the page stays while the page is written on. */
  g_assert_true (sdm_consultation_set_blank_text (fixture->consultation, SDM_BLANK_OPTION, "option-2", "Try one", NULL));
  sdm_session_get_aid (fixture->session);
  page_fixture_type (page_fixture_find_field (fixture, "What do we not know yet?"), "If it helps.");
  page_fixture_assert_text (fixture, "check/teach_back/1/teach_back", "not-known");
}

static void
test_plan (PageFixture *fixture, gconstpointer data)
{
  write_page (fixture);
  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  page_fixture_click (page_fixture_find_button (fixture, "Try one"));
  page_fixture_assert_text (fixture, "plan/chosen/0/option", "option-2");
  page_fixture_assert_text (fixture, "plan/decision_entry/text", "Try one");
}

/* Finished */

static void
test_read_only (PageFixture *fixture, gconstpointer data)
{
  static const SdmStep steps[] = { SDM_STEP_START, SDM_STEP_OPTIONS, SDM_STEP_RISKS, SDM_STEP_WEIGH, SDM_STEP_CHECK, SDM_STEP_PLAN };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      page_fixture_show (fixture, steps[i]);
      page_fixture_assert_inputs_insensitive (fixture);
    }
  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  assert_cell (fixture, "What does it involve? – Carry on as now", "Nothing new.");
  g_assert_null (page_fixture_find_button (fixture, "Take out: Carry on as now"));
  g_assert_null (page_fixture_find_button (fixture, "Add a question"));
}

static void
test_finished_and_kept (PageFixture *fixture, gconstpointer data)
{
  const guint limit = page_fixture_limit_wait ();
  g_autoptr (GPtrArray) finished = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sdm_consultation_set_text (fixture->consultation, "status", "in-progress", &error));
  g_assert_true (sdm_consultation_remove (fixture->consultation, "finish/finalised", &error));
  page_fixture_show (fixture, SDM_STEP_FINISH);
  g_assert_nonnull (page_fixture_find_label (fixture, "Nothing is missing."));
  sdm_finish_page_keep (SDM_FINISH_PAGE (fixture->page));
  while (fixture->said == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  g_assert_cmpstr (fixture->said, ==, "Finished and kept");

  finished = sdm_record_store_list_finished (sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (finished->len, ==, 1);
  g_assert_null (((SdmRecordHead *) g_ptr_array_index (finished, 0))->aid_id);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/blank/decision", PAGE_FIXTURE_BLANK, test_decision);
  page_fixture_add ("/pages/blank/written", PAGE_FIXTURE_BLANK, test_written);
  page_fixture_add ("/pages/blank/not-known", PAGE_FIXTURE_BLANK, test_not_known);
  page_fixture_add ("/pages/blank/too-long", PAGE_FIXTURE_BLANK, test_too_long);
  page_fixture_add ("/pages/blank/blanks-stay", PAGE_FIXTURE_BLANK, test_blanks_stay);
  page_fixture_add ("/pages/blank/option-comes", PAGE_FIXTURE_BLANK, test_option_comes);
  page_fixture_add ("/pages/blank/option-goes", PAGE_FIXTURE_BLANK, test_option_goes);
  page_fixture_add ("/pages/blank/two-stay", PAGE_FIXTURE_BLANK, test_two_stay);
  page_fixture_add ("/pages/blank/carry-on-is-offered", PAGE_FIXTURE_BLANK, test_carry_on_is_offered);
  page_fixture_add ("/pages/blank/questions", PAGE_FIXTURE_BLANK, test_questions);
  page_fixture_add ("/pages/blank/six-options", PAGE_FIXTURE_BLANK, test_six_options);
  page_fixture_add ("/pages/blank/stacked", PAGE_FIXTURE_BLANK, test_stacked);
  page_fixture_add ("/pages/blank/no-figures", PAGE_FIXTURE_BLANK, test_no_figures);
  page_fixture_add ("/pages/blank/weigh", PAGE_FIXTURE_BLANK, test_weigh);
  page_fixture_add ("/pages/blank/check", PAGE_FIXTURE_BLANK, test_check);
  page_fixture_add ("/pages/blank/plan", PAGE_FIXTURE_BLANK, test_plan);
  page_fixture_add ("/pages/blank/read-only", PAGE_FIXTURE_BLANK_DECIDED, test_read_only);
  page_fixture_add ("/pages/blank/finished-and-kept", PAGE_FIXTURE_BLANK_DECIDED, test_finished_and_kept);

  return page_fixture_run ();
}
