/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_CHECK);
  page_fixture_assert_named (fixture);
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_CHECK);
  page_fixture_assert_inputs_insensitive (fixture);
}

static void
test_words_are_kept (PageFixture *fixture, gconstpointer data)
{
  const char *prompt = sdm_aid_get_teach_back (fixture->aid, &(guint){ 0 })[0].prompt;

  page_fixture_show (fixture, SDM_STEP_CHECK);
  page_fixture_type (page_fixture_find_field (fixture, prompt), "Leave one off");
  page_fixture_click (page_fixture_find_button (fixture, "It was clear"));
  page_fixture_assert_text (fixture, "check/teach_back/0/said", "Leave one off");
  page_fixture_assert_text (fixture, "check/teach_back/0/result", "clear");

  page_fixture_show (fixture, SDM_STEP_CHECK);
  {
    GtkTextBuffer   *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (page_fixture_find_field (fixture, prompt)));
    g_autofree char *shown = NULL;

    g_object_get (buffer, "text", &shown, NULL);
    g_assert_cmpstr (shown, ==, "Leave one off");
  }
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (page_fixture_find_button (fixture, "It was clear"))));
  page_fixture_click (page_fixture_find_button (fixture, "Tell it again together"));
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_OPTIONS);
}

static void
test_facts_follow_any_answer (PageFixture *fixture, gconstpointer data)
{
  const SdmKnowledge *knowledge = sdm_aid_get_knowledge (fixture->aid, &(guint){ 0 });
  g_autofree char    *choice = sdm_aid_fill (fixture->aid, knowledge->choices[0].text, NULL);
  g_autofree char    *why = sdm_aid_fill (fixture->aid, knowledge->why, NULL);

  page_fixture_show (fixture, SDM_STEP_CHECK);
  g_assert_null (page_fixture_find_label (fixture, why));
  page_fixture_click (page_fixture_find_button (fixture, choice));
  g_assert_nonnull (page_fixture_find_label (fixture, why));
  page_fixture_assert_text (fixture, "check/knowledge/0/choice", knowledge->choices[0].id);
  page_fixture_click (page_fixture_find_button (fixture, "We talked this through"));
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "check/knowledge/0/talked_through"));
}

static void
test_no_leads_back (PageFixture *fixture, gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_CHECK);
  g_assert_null (page_fixture_find_button (fixture, "Look at that again"));
  page_fixture_click (page_fixture_find_button (fixture, "No"));
  page_fixture_assert_text (fixture, "check/ready/items/0/id", "sure");
  page_fixture_assert_text (fixture, "check/ready/items/0/answer", "no");
  page_fixture_click (page_fixture_find_button (fixture, "Look at that again"));
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_WEIGH);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/check/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/check/named-when-decided", PAGE_FIXTURE_DECIDED, test_named);
  page_fixture_add ("/pages/check/read-only", PAGE_FIXTURE_DECIDED, test_read_only);
  page_fixture_add ("/pages/check/words-are-kept", PAGE_FIXTURE_FRAILTY_CASE, test_words_are_kept);
  page_fixture_add ("/pages/check/facts-follow-any-answer", PAGE_FIXTURE_FRAILTY_CASE, test_facts_follow_any_answer);
  page_fixture_add ("/pages/check/no-leads-back", PAGE_FIXTURE_FRAILTY_CASE, test_no_leads_back);

  return page_fixture_run ();
}
