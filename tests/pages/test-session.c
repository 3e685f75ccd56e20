/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "sdm-consultation-options.h"
#include "sdm-recent-aids.h"

/* Undo */

static GtkWidget *
get_focus (PageFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* The step of what is undone comes, and its field has the focus. */
static void
test_undo_shows_place (PageFixture  *fixture,
                       gconstpointer data)
{
  GtkWidget *worries;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  worries = page_fixture_find_field (fixture, "What worries you");
  page_fixture_type (worries, "A fall");
  sdm_session_go_to (fixture->session, SDM_STEP_LETTER);
  g_assert_cmpstr (sdm_history_get_undo_name (sdm_session_get_history (fixture->session)), ==, "what worries you");

  sdm_session_undo (fixture->session);
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_MATTERS);
  page_fixture_assert_text (fixture, "matters/concerns", NULL);
  g_assert_true (get_focus (fixture) == worries);

  sdm_session_redo (fixture->session);
  page_fixture_assert_text (fixture, "matters/concerns", "A fall");
}

/* A line of a list is found by its place in it; what is folded away is unfolded. */
static void
test_undo_finds_line_and_fold (PageFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *second;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("Goal, %u", i);

      page_fixture_click (page_fixture_find_button (fixture, "Add a goal"));
      page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, name), "The hill");
    }
  sdm_session_undo (fixture->session);
  sdm_session_redo (fixture->session);
  second = page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, "Goal, 2");
  g_assert_nonnull (second);
  g_assert_true (get_focus (fixture) == second);

  page_fixture_show (fixture, SDM_STEP_START);
  sdm_consultation_set_text (fixture->consultation, "start/practice/phone", "01632 960041", NULL);
  sdm_session_undo (fixture->session);
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (get_focus (fixture), GTK_TYPE_EXPANDER))));
}

/* What a page keeps while it comes on screen was done by nobody. (The letter is made by another
 * thread, which holds on to the session.) */
static void
test_looking_is_no_edit (PageFixture  *fixture,
                         gconstpointer data)
{
  for (SdmStep step = SDM_STEP_START; step < SDM_STEP_LETTER; step++)
    {
      page_fixture_show (fixture, step);
      sdm_session_go_to (fixture->session, step);
    }
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "risks/figures")), >, 0);
  g_assert_null (sdm_history_get_undo_name (sdm_session_get_history (fixture->session)));
}

/* The figures of the group that is shown again are those of the letter again. */
static void
test_group_undone (PageFixture  *fixture,
                   gconstpointer data)
{
  guint              n_groups;
  const SdmAidGroup *groups = sdm_aid_get_groups (fixture->aid, &n_groups);
  json_t            *figure;
  size_t             i;
  guint              n_in_letter = 0;

  page_fixture_show (fixture, SDM_STEP_RISKS);
  sdm_consultation_set_group (fixture->consultation, fixture->aid, groups[0].id);
  sdm_consultation_set_group (fixture->consultation, fixture->aid, groups[n_groups - 1].id);
  sdm_session_undo (fixture->session);
  json_array_foreach (sdm_consultation_peek (fixture->consultation, "risks/figures"), i, figure)
    {
      const char *group = json_string_value (json_object_get (figure, "group"));

      g_assert_false (json_is_true (json_object_get (figure, "in_letter")) && g_strcmp0 (group, groups[n_groups - 1].id) == 0);
      n_in_letter += json_is_true (json_object_get (figure, "in_letter"));
    }
  g_assert_cmpuint (n_in_letter, >, 0);
}

static void
test_nothing_in_a_final_record (PageFixture  *fixture,
                                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_MATTERS);
  sdm_session_undo (fixture->session);
  sdm_session_set_short_path (fixture->session, TRUE);
  sdm_session_spend (fixture->session, 90 * G_USEC_PER_SEC);
  sdm_session_go_to (fixture->session, SDM_STEP_LETTER);
  page_fixture_assert_text (fixture, "steps/risks/state", "done");
  g_assert_null (fixture->said);
}

/* Time */

static void
test_time (PageFixture  *fixture,
           gconstpointer data)
{
  sdm_session_spend (fixture->session, 89 * G_USEC_PER_SEC + 600000);
  g_assert_cmpuint (sdm_session_get_seconds (fixture->session), ==, 89);
  sdm_session_go_to (fixture->session, SDM_STEP_MATTERS);
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "steps/start/seconds", 0), ==, 89);

  /* Parts of a second are not lost. */
  sdm_session_spend (fixture->session, 400000);
  sdm_session_go_to (fixture->session, SDM_STEP_OPTIONS);
  g_assert_cmpint (sdm_consultation_get_integer (fixture->consultation, "steps/matters/seconds", 0), ==, 1);
  g_assert_cmpuint (sdm_session_get_seconds (fixture->session), ==, 90);
}

/* Recent aids */

static void
test_recent_aids (PageFixture  *fixture,
                  gconstpointer data)
{
  GSettings     *settings = sdm_context_get_settings (fixture->context);
  SdmAidLibrary *library = sdm_context_get_library (fixture->context);
  GPtrArray     *aids = sdm_aid_library_get_aids (library);
  g_autoptr (GPtrArray) none = sdm_recent_aids_list (settings, library);
  g_autoptr (GPtrArray) recent = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < 6; i++)
    sdm_recent_aids_note (settings, ((const SdmAidHead *) g_ptr_array_index (aids, i))->id);
  sdm_recent_aids_note (settings, ((const SdmAidHead *) g_ptr_array_index (aids, 4))->id);
  sdm_recent_aids_note (settings, "gone-since");
  recent = sdm_recent_aids_list (settings, library);
  g_assert_cmpuint (recent->len, ==, 3);
  g_assert_true (g_ptr_array_index (recent, 0) == g_ptr_array_index (aids, 4));
  g_assert_true (g_ptr_array_index (recent, 1) == g_ptr_array_index (aids, 5));
  g_assert_true (g_ptr_array_index (recent, 2) == g_ptr_array_index (aids, 3));
  g_settings_reset (settings, "recent-aids");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/session/undo-shows-place", PAGE_FIXTURE_FRAILTY_CASE, test_undo_shows_place);
  page_fixture_add ("/pages/session/undo-finds-line-and-fold", PAGE_FIXTURE_FRAILTY_CASE, test_undo_finds_line_and_fold);
  page_fixture_add ("/pages/session/looking-is-no-edit", PAGE_FIXTURE_STATINS_CASE, test_looking_is_no_edit);
  page_fixture_add ("/pages/session/group-undone", PAGE_FIXTURE_STATINS_CASE, test_group_undone);
  page_fixture_add ("/pages/session/nothing-in-a-final-record", PAGE_FIXTURE_DECIDED, test_nothing_in_a_final_record);
  page_fixture_add ("/pages/session/time", PAGE_FIXTURE_FRAILTY_CASE, test_time);
  page_fixture_add ("/pages/session/recent-aids", PAGE_FIXTURE_FRAILTY_CASE, test_recent_aids);

  return page_fixture_run ();
}
