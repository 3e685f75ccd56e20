/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "sdm-day-line.h"
#include "sdm-priority-list.h"
#include "sdm-ruler.h"

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Add words"));
  page_fixture_click (page_fixture_find_button (fixture, "Add something to the day"));
  page_fixture_click (page_fixture_find_button (fixture, "Add a goal"));
  page_fixture_assert_named (fixture);
}

static void
test_own_words (PageFixture  *fixture,
                gconstpointer data)
{
  static const char *const words = "“If I could do the hill again,\nI’d not complain.” ";
  GtkWidget               *text;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Add words"));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "matters/own_words")), ==, 0);
  text = page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, "Own words, 1");
  g_assert_true (gtk_widget_has_css_class (text, "voice"));
  page_fixture_type (text, words);
  page_fixture_assert_text (fixture, "matters/own_words/0/text", words);
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "matters/own_words/0/in_letter"));

  page_fixture_click (page_fixture_find_button (fixture, "In the letter"));
  g_assert_false (sdm_consultation_get_flag (fixture->consultation, "matters/own_words/0/in_letter"));

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (page_fixture_find_button (fixture, "In the letter"))));
  page_fixture_click (page_fixture_find_button (fixture, "Take out line 1"));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "matters/own_words")), ==, 0);
  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "matters/own_words/0/text", words);
  g_assert_nonnull (page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, "Own words, 1"));
}

static SdmPriorityList *
find_list (PageFixture *fixture)
{
  GtkWidget *list_box = page_fixture_find_named (fixture, GTK_TYPE_LIST_BOX, "What counts most, top first");

  g_assert_nonnull (list_box);

  return SDM_PRIORITY_LIST (gtk_widget_get_ancestor (list_box, SDM_TYPE_PRIORITY_LIST));
}

static void
test_ranked (PageFixture  *fixture,
             gconstpointer data)
{
  g_autoptr (SdmPriorityItem) first = NULL;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  page_fixture_assert_text (fixture, "matters/ranked/0/priority", "fewer-tablets");
  page_fixture_assert_text (fixture, "matters/ranked/0/text", "Taking fewer tablets");
  g_assert_null (sdm_consultation_peek (fixture->consultation, "matters/ranked/0/importance"));
  g_assert_null (page_fixture_find_button (fixture, "Taking fewer tablets"));

  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Something else that counts"), " Walking Tess ");
  page_fixture_click (page_fixture_find_button (fixture, "Add your own"));
  page_fixture_assert_text (fixture, "matters/ranked/1/text", "Walking Tess");
  page_fixture_assert_text (fixture, "matters/ranked/1/priority", NULL);

  sdm_priority_list_move (find_list (fixture), 1, 0);
  page_fixture_assert_text (fixture, "matters/ranked/0/text", "Walking Tess");

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  first = g_list_model_get_item (G_LIST_MODEL (sdm_priority_list_get_model (find_list (fixture))), 0);
  g_assert_cmpstr (sdm_priority_item_get_text (first), ==, "Walking Tess");
  g_assert_true (sdm_priority_item_get_own (first));
}

static void
test_ranked_undo (PageFixture  *fixture,
                  gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  page_fixture_click (page_fixture_find_button (fixture, "Keeping my mind clear"));
  sdm_priority_list_remove (find_list (fixture), 0);
  page_fixture_assert_text (fixture, "matters/ranked/0/priority", "clear-mind");
  g_assert_nonnull (page_fixture_find_button (fixture, "Taking fewer tablets"));
  g_assert_true (fixture->can_undo);

  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "matters/ranked/0/priority", "fewer-tablets");
  page_fixture_assert_text (fixture, "matters/ranked/1/priority", "clear-mind");
  g_assert_null (page_fixture_find_button (fixture, "Taking fewer tablets"));
}

/* Words in the field that nobody pressed the button for are kept when the page goes. */
static void
test_own_not_added (PageFixture  *fixture,
                    gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Something else that counts"), "Walking Tess");
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_assert_text (fixture, "matters/ranked/0/text", "Walking Tess");
}

static void
test_day (PageFixture  *fixture,
          gconstpointer data)
{
  GtkWidget *time;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Add something to the day"));
  time = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Time, 1");
  page_fixture_type (time, "8 am");
  page_fixture_assert_text (fixture, "matters/day/0/at", "08:00");
  page_fixture_type (time, "half past");
  g_assert_true (gtk_widget_has_css_class (time, "problem"));
  page_fixture_type (time, "8.30");
  g_assert_false (gtk_widget_has_css_class (time, "problem"));
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What happens, 1"), "Up the hill with Tess");
  page_fixture_click (page_fixture_find_button (fixture, "Matters to me"));
  page_fixture_assert_text (fixture, "matters/day/0/at", "08:30");
  page_fixture_assert_text (fixture, "matters/day/0/what", "Up the hill with Tess");
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "matters/day/0/matters"));
}

static SdmDayLine *
find_line (PageFixture *fixture)
{
  return SDM_DAY_LINE (page_fixture_find_named (fixture, SDM_TYPE_DAY_LINE, "A typical day"));
}

static void
assert_line (PageFixture *fixture,
             const char  *words)
{
  gtk_test_accessible_assert_property (find_line (fixture), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

/* Pressing the line adds to the list, which asks what happens then; the line follows the list. */
static void
test_day_line (PageFixture  *fixture,
               gconstpointer data)
{
  GtkWidget *what;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  assert_line (fixture, "");
  g_signal_emit_by_name (find_line (fixture), "pressed", 8 * 60 + 30);
  page_fixture_assert_text (fixture, "matters/day/0/at", "08:30");
  what = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What happens, 1");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), what));
  page_fixture_type (what, "Up the hill with Tess");
  assert_line (fixture, "8:30 am: Up the hill with Tess.");
  page_fixture_click (page_fixture_find_button (fixture, "Matters to me"));
  assert_line (fixture, "8:30 am: Up the hill with Tess, matters to you.");

  /* A line of the list that says nothing yet has no place in the day. */
  page_fixture_click (page_fixture_find_button (fixture, "Add something to the day"));
  g_signal_emit_by_name (find_line (fixture), "pressed", 22 * 60);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "matters/day")), ==, 2);
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What happens, 3"), "Bed");
  page_fixture_assert_text (fixture, "matters/day/1/what", "Bed");

  page_fixture_click (page_fixture_find_button (fixture, "Take out line 1"));
  assert_line (fixture, "10 pm: Bed.");
  sdm_session_undo (fixture->session);
  assert_line (fixture, "8:30 am: Up the hill with Tess, matters to you. 10 pm: Bed.");
}

static void
test_day_moved (PageFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (SdmDayItem) second = sdm_day_item_new ("1", NULL, 22 * 60, "Bed", NULL, SDM_DAY_ITEM_PLAIN);
  GtkWidget *what;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  g_signal_emit_by_name (find_line (fixture), "pressed", 8 * 60);
  g_signal_emit_by_name (find_line (fixture), "pressed", 22 * 60);
  g_signal_emit_by_name (find_line (fixture), "moved", second, 23 * 60 + 15);
  page_fixture_assert_text (fixture, "matters/day/0/at", "08:00");
  page_fixture_assert_text (fixture, "matters/day/1/at", "23:15");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Time, 2"))), ==, "23:15");
  g_assert_true (fixture->can_undo);
  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "matters/day/1/at", "22:00");
  assert_line (fixture, "8 am. 10 pm.");

  g_signal_emit_by_name (find_line (fixture), "activated", second);
  what = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What happens, 2");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), what));
}

static void
test_day_start (PageFixture  *fixture,
                gconstpointer data)
{
  GtkWidget *start;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  start = page_fixture_find_field (fixture, "The day starts at");
  g_assert_cmpint (sdm_day_line_get_start (find_line (fixture)), ==, 4 * 60);
  page_fixture_type (start, "2 pm");
  page_fixture_assert_text (fixture, "matters/day_start", "14:00");
  g_assert_cmpint (sdm_day_line_get_start (find_line (fixture)), ==, 14 * 60);
  page_fixture_type (start, "2 p");
  g_assert_true (gtk_widget_has_css_class (start, "problem"));
  page_fixture_type (start, "14:00");
  g_assert_false (gtk_widget_has_css_class (start, "problem"));

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  g_assert_cmpint (sdm_day_line_get_start (find_line (fixture)), ==, 14 * 60);
  page_fixture_type (page_fixture_find_field (fixture, "The day starts at"), "");
  page_fixture_assert_text (fixture, "matters/day_start", NULL);
  g_assert_cmpint (sdm_day_line_get_start (find_line (fixture)), ==, 4 * 60);
}

static void
test_goal (PageFixture  *fixture,
           gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Add a goal"));
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, "Goal, 1"), "The top of the hill by spring");
  page_fixture_assert_text (fixture, "matters/goals/0/text", "The top of the hill by spring");
  g_assert_null (sdm_consultation_peek (fixture->consultation, "matters/goals/0/importance"));
}

static void
test_rest (PageFixture  *fixture,
           gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_type (page_fixture_find_field (fixture, "What worries you"), "A fall");
  page_fixture_assert_text (fixture, "matters/concerns", "A fall");
  page_fixture_click (page_fixture_find_button (fixture, "I would rather not set this down"));
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "matters/declined"));
}

/* Two chairs */

#define COVER "Cover it and turn the screen"

static GtkWidget *
find_ruler (PageFixture *fixture,
            const char  *statement)
{
  GtkWidget *ruler = page_fixture_find_named (fixture, SDM_TYPE_RULER, statement);

  g_assert_nonnull (ruler);

  return ruler;
}

/* What a person does with the ruler. */
static void
say (GtkWidget *ruler,
     int        mark)
{
  sdm_ruler_set_value (SDM_RULER (ruler), mark);
  g_signal_emit_by_name (ruler, "changed");
}

/* The clinician guesses 6 of one statement and 8 of another, and the person says 10 of the first. */
static void
guess_and_answer (PageFixture *fixture)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Make a guess"));
  say (find_ruler (fixture, "Taking fewer tablets"), 6);
  say (find_ruler (fixture, "Keeping my mind clear"), 8);
  page_fixture_click (page_fixture_find_button (fixture, COVER));
  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  say (find_ruler (fixture, "Taking fewer tablets"), 10);
}

static void
assert_covered (PageFixture *fixture)
{
  g_assert_nonnull (find_list (fixture));
  g_assert_cmpint (sdm_ruler_get_guess (SDM_RULER (find_ruler (fixture, "Taking fewer tablets"))), ==, SDM_RULER_NOT_SAID);
  g_assert_null (page_fixture_find_label (fixture, "Dr Amina Rowe thought 6. You said 10. Tell me more?"));
  g_assert_null (page_fixture_find_label (fixture, "Dr Amina Rowe thought 8. You did not choose this. Tell me more?"));
  g_assert_null (page_fixture_find_field (fixture, "What was said about it"));
}

static void
test_guess (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  say (find_ruler (fixture, "Taking fewer tablets"), 10);
  g_assert_nonnull (page_fixture_find_label (fixture, "Two chairs: Dr Amina Rowe guesses first, then you answer."));

  /* Nothing of the person's answers is in sight. */
  page_fixture_click (page_fixture_find_button (fixture, "Make a guess"));
  g_assert_null (page_fixture_find_named (fixture, GTK_TYPE_LIST_BOX, "What counts most, top first"));
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture, "Taking fewer tablets"))), ==, SDM_RULER_NOT_SAID);
  g_assert_nonnull (page_fixture_find_named (fixture, SDM_TYPE_RULER, "Keeping my mind clear"));
  page_fixture_assert_named (fixture);

  say (find_ruler (fixture, "Taking fewer tablets"), 6);
  page_fixture_assert_text (fixture, "matters/two_chairs/guess/0/priority", "fewer-tablets");
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "matters/two_chairs/guess/0/importance", -1), ==, 6);
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "matters/ranked/0/importance", -1), ==, 10);

  /* Leaving the page covers it. */
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  assert_covered (fixture);
  g_assert_nonnull (page_fixture_find_label (fixture, "Dr Amina Rowe has made a guess."));
}

static void
test_answer_before_show (PageFixture  *fixture,
                         gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Make a guess"));
  say (find_ruler (fixture, "Taking fewer tablets"), 6);
  page_fixture_click (page_fixture_find_button (fixture, COVER));
  g_assert_nonnull (page_fixture_find_label (fixture, "Dr Amina Rowe has made a guess. Now it is your turn."));
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Show both")));

  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Show both")));
  say (find_ruler (fixture, "Taking fewer tablets"), 0);
  g_assert_true (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Show both")));
}

static void
test_show_both (PageFixture  *fixture,
                gconstpointer data)
{
  GtkWidget *said;

  guess_and_answer (fixture);
  assert_covered (fixture);
  page_fixture_click (page_fixture_find_button (fixture, "Show both"));
  g_assert_cmpint (sdm_ruler_get_guess (SDM_RULER (find_ruler (fixture, "Taking fewer tablets"))), ==, 6);
  g_assert_nonnull (page_fixture_find_label (fixture, "Dr Amina Rowe thought 6. You said 10. Tell me more?"));
  g_assert_nonnull (page_fixture_find_label (fixture, "Dr Amina Rowe thought 8. You did not choose this. Tell me more?"));
  page_fixture_assert_named (fixture);

  /* The person may see it differently after the talk. */
  say (find_ruler (fixture, "Taking fewer tablets"), 9);
  g_assert_nonnull (page_fixture_find_label (fixture, "Dr Amina Rowe thought 6. You said 9. Tell me more?"));
  said = page_fixture_find_field (fixture, "What was said about it");
  page_fixture_type (said, "I had not known about the evening one.");
  page_fixture_assert_text (fixture, "matters/two_chairs/said_after", "I had not known about the evening one.");

  page_fixture_click (page_fixture_find_button (fixture, "Cover the guess"));
  assert_covered (fixture);
}

/* A guess that was seen beside the answer is not changed; it can go, and come back. */
static void
test_guess_taken_out (PageFixture  *fixture,
                      gconstpointer data)
{
  guess_and_answer (fixture);
  g_assert_nonnull (page_fixture_find_button (fixture, "Change the guess"));
  page_fixture_click (page_fixture_find_button (fixture, "Show both"));
  page_fixture_type (page_fixture_find_field (fixture, "What was said about it"), "The evening one.");
  g_assert_null (page_fixture_find_button (fixture, "Change the guess"));

  page_fixture_click (page_fixture_find_button (fixture, "Take the guess out"));
  g_assert_null (sdm_consultation_peek (fixture->consultation, "matters/two_chairs"));
  assert_covered (fixture);
  g_assert_true (fixture->can_undo);

  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "matters/two_chairs/said_after", "The evening one.");
  assert_covered (fixture);
  g_assert_nonnull (page_fixture_find_button (fixture, "Show both"));
}

/* Each guess is a step, and whoever guesses keeps the screen. */
static void
test_guess_undo (PageFixture  *fixture,
                 gconstpointer data)
{
  GtkWidget *focus;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Make a guess"));
  say (find_ruler (fixture, "Taking fewer tablets"), 6);
  say (find_ruler (fixture, "Keeping my mind clear"), 8);
  g_assert_cmpstr (sdm_history_get_undo_name (sdm_session_get_history (fixture->session)), ==, "two chairs");

  sdm_session_undo (fixture->session);
  g_assert_nonnull (page_fixture_find_button (fixture, COVER));
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture, "Keeping my mind clear"))), ==, SDM_RULER_NOT_SAID);
  g_assert_cmpint (sdm_ruler_get_value (SDM_RULER (find_ruler (fixture, "Taking fewer tablets"))), ==, 6);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_get_ancestor (focus, SDM_TYPE_RULER) != NULL);
}

/* Who came along */

static void
add_companion (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  sdm_consultation_append (fixture->consultation, "start/accompanying", json_pack ("{s:s}", "name", "Ruth Pell"), &error);
  g_assert_no_error (error);
}

static void
test_companion (PageFixture  *fixture,
                gconstpointer data)
{
  add_companion (fixture);
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  say (find_ruler (fixture, "Taking fewer tablets"), 10);
  g_assert_nonnull (page_fixture_find_label (fixture, "Ruth Pell can answer too, apart from you."));
  g_assert_null (page_fixture_find_button (fixture, "Show Ruth Pell’s view"));

  page_fixture_click (page_fixture_find_button (fixture, "Ruth Pell’s turn"));
  g_assert_nonnull (page_fixture_find_label (fixture, "What counts most, as Ruth Pell sees it"));
  g_assert_null (page_fixture_find_named (fixture, SDM_TYPE_RULER, "Taking fewer tablets"));
  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  say (find_ruler (fixture, "Taking fewer tablets"), 4);
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Something else that counts"), "No more falls");
  page_fixture_click (page_fixture_find_button (fixture, COVER));
  page_fixture_assert_text (fixture, "matters/companion/0/name", "Ruth Pell");
  page_fixture_assert_text (fixture, "matters/companion/0/ranked/1/text", "No more falls");
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "matters/ranked/0/importance", -1), ==, 10);
  g_assert_null (page_fixture_find_label (fixture, "No more falls"));

  page_fixture_click (page_fixture_find_button (fixture, "Show Ruth Pell’s view"));
  g_assert_nonnull (page_fixture_find_label (fixture, "You said 10. Ruth Pell said 4."));
  g_assert_nonnull (page_fixture_find_label (fixture, "Ruth Pell chose this. You did not."));
  g_assert_cmpint (sdm_ruler_get_guess (SDM_RULER (find_ruler (fixture, "Taking fewer tablets"))), ==, SDM_RULER_NOT_SAID);

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  g_assert_null (page_fixture_find_label (fixture, "You said 10. Ruth Pell said 4."));
}

static void
test_companion_undo (PageFixture  *fixture,
                     gconstpointer data)
{
  add_companion (fixture);
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  page_fixture_click (page_fixture_find_button (fixture, "Ruth Pell’s turn"));
  page_fixture_click (page_fixture_find_button (fixture, "Taking fewer tablets"));
  sdm_priority_list_remove (find_list (fixture), 0);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "matters/companion")), ==, 0);

  /* Whoever has the screen keeps it. */
  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "matters/companion/0/ranked/0/priority", "fewer-tablets");
  g_assert_nonnull (page_fixture_find_label (fixture, "What counts most, as Ruth Pell sees it"));
  find_ruler (fixture, "Taking fewer tablets");
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  g_assert_nonnull (page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, "Own words, 3"));
  page_fixture_assert_inputs_insensitive (fixture);
  g_assert_false (sdm_day_line_get_takes_life (find_line (fixture)));
  assert_line (fixture, "6 am: Up, tea, tablets. 8 am: Up the hill with Tess, matters to you. noon: Dinner. 10:30 pm: Bed after the news.");
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Taking fewer tablets")));

  /* What was said can still be looked at. */
  g_assert_null (page_fixture_find_button (fixture, "Change the guess"));
  page_fixture_click (page_fixture_find_button (fixture, "Show both"));
  g_assert_nonnull (page_fixture_find_label (fixture, "Dr Amina Rowe thought 8. You said 9. Tell me more?"));
  g_assert_null (page_fixture_find_button (fixture, "Take the guess out"));
  page_fixture_assert_inputs_insensitive (fixture);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/matters/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/matters/own-words", PAGE_FIXTURE_FRAILTY_CASE, test_own_words);
  page_fixture_add ("/pages/matters/ranked", PAGE_FIXTURE_FRAILTY_CASE, test_ranked);
  page_fixture_add ("/pages/matters/ranked-undo", PAGE_FIXTURE_FRAILTY_CASE, test_ranked_undo);
  page_fixture_add ("/pages/matters/own-not-added", PAGE_FIXTURE_FRAILTY_CASE, test_own_not_added);
  page_fixture_add ("/pages/matters/guess", PAGE_FIXTURE_FRAILTY_CASE, test_guess);
  page_fixture_add ("/pages/matters/answer-before-show", PAGE_FIXTURE_FRAILTY_CASE, test_answer_before_show);
  page_fixture_add ("/pages/matters/show-both", PAGE_FIXTURE_FRAILTY_CASE, test_show_both);
  page_fixture_add ("/pages/matters/guess-taken-out", PAGE_FIXTURE_FRAILTY_CASE, test_guess_taken_out);
  page_fixture_add ("/pages/matters/guess-undo", PAGE_FIXTURE_FRAILTY_CASE, test_guess_undo);
  page_fixture_add ("/pages/matters/companion", PAGE_FIXTURE_FRAILTY_CASE, test_companion);
  page_fixture_add ("/pages/matters/companion-undo", PAGE_FIXTURE_FRAILTY_CASE, test_companion_undo);
  page_fixture_add ("/pages/matters/day", PAGE_FIXTURE_FRAILTY_CASE, test_day);
  page_fixture_add ("/pages/matters/day-line", PAGE_FIXTURE_FRAILTY_CASE, test_day_line);
  page_fixture_add ("/pages/matters/day-moved", PAGE_FIXTURE_FRAILTY_CASE, test_day_moved);
  page_fixture_add ("/pages/matters/day-start", PAGE_FIXTURE_FRAILTY_CASE, test_day_start);
  page_fixture_add ("/pages/matters/goal", PAGE_FIXTURE_FRAILTY_CASE, test_goal);
  page_fixture_add ("/pages/matters/rest", PAGE_FIXTURE_FRAILTY_CASE, test_rest);
  page_fixture_add ("/pages/matters/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return page_fixture_run ();
}
