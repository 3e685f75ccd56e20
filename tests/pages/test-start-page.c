/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

static void
test_named (PageFixture  *fixture,
            gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  page_fixture_assert_named (fixture);
}

static void
test_decision (PageFixture  *fixture,
               gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  g_assert_nonnull (page_fixture_find_label (fixture, sdm_aid_get_title (fixture->aid)));
  g_assert_nonnull (page_fixture_find_label (fixture, sdm_aid_get_decision (fixture->aid)));
  g_assert_nonnull (page_fixture_find_label (fixture, sdm_aid_get_why_now (fixture->aid)));
  g_assert_nonnull (page_fixture_find_label (fixture, "People of about 75 to 80 or over who live with frailty."));
}

/* A card of the aid: what it asks, and the bar with the two answers beside it. */
static GtkWidget *
find_answer (PageFixture *fixture,
             const char  *when)
{
  GtkWidget *label = page_fixture_find_label (fixture, when);

  g_assert_nonnull (label);

  return gtk_widget_get_next_sibling (gtk_widget_get_parent (label));
}

#define VERY_HIGH "Blood pressure today is very high, or there is chest pain, new weakness or new breathlessness."

static void
test_stop_card (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  g_assert_null (page_fixture_find_label (fixture, "Deal with that first."));
  g_assert_null (page_fixture_find_field (fixture, "What you found"));

  sdm_choice_bar_set_value (SDM_CHOICE_BAR (find_answer (fixture, VERY_HIGH)), "yes");
  g_assert_nonnull (page_fixture_find_label (fixture, "Deal with that first."));
  g_assert_nonnull (page_fixture_find_label (fixture, "Stop here. This aid is not for today."));
  g_assert_nonnull (sdm_page_get_note (fixture->page));
  page_fixture_assert_text (fixture, "start/stop_cards/0/stop_card", "very-high");
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "start/stop_cards/0/applies"));

  page_fixture_type (page_fixture_find_field (fixture, "What you found"), "212/118");
  page_fixture_assert_text (fixture, "start/stop_cards/0/note", "212/118");

  page_fixture_show (fixture, SDM_STEP_START);
  g_assert_nonnull (page_fixture_find_label (fixture, "Deal with that first."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page_fixture_find_field (fixture, "What you found"))), ==, "212/118");

  sdm_choice_bar_set_value (SDM_CHOICE_BAR (find_answer (fixture, VERY_HIGH)), "no");
  g_assert_null (page_fixture_find_label (fixture, "Deal with that first."));
  g_assert_null (sdm_page_get_note (fixture->page));
  page_fixture_assert_text (fixture, "start/stop_cards/0/note", "212/118");
}

static void
test_stop_card_undo (PageFixture  *fixture,
                     gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  sdm_choice_bar_set_value (SDM_CHOICE_BAR (find_answer (fixture, VERY_HIGH)), "yes");
  page_fixture_type (page_fixture_find_field (fixture, "What you found"), "212/118");

  sdm_choice_bar_set_value (SDM_CHOICE_BAR (find_answer (fixture, VERY_HIGH)), NULL);
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "start/stop_cards")), ==, 0);
  g_assert_true (fixture->can_undo);

  sdm_session_undo (fixture->session);
  page_fixture_assert_text (fixture, "start/stop_cards/0/note", "212/118");
  g_assert_cmpstr (sdm_choice_bar_get_value (SDM_CHOICE_BAR (find_answer (fixture, VERY_HIGH))), ==, "yes");
}

static void
test_draft (PageFixture  *fixture,
            gconstpointer data)
{
  static const char *const words = "I know that this aid is a draft that two people here have not signed yet.";

  page_fixture_show (fixture, SDM_STEP_START);
  page_fixture_click (page_fixture_find_button (fixture, words));
  page_fixture_assert_text (fixture, "start/warnings_accepted/0", "draft-aid");

  page_fixture_show (fixture, SDM_STEP_START);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (page_fixture_find_button (fixture, words))));
  page_fixture_click (page_fixture_find_button (fixture, words));
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "start/warnings_accepted")), ==, 0);
}

static void
test_talk (PageFixture  *fixture,
           gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  g_assert_nonnull (page_fixture_find_label (fixture, "Tuesday 24\u00a0November\u00a02026, 10:30"));
  g_assert_cmpstr (sdm_choice_bar_get_value (SDM_CHOICE_BAR (page_fixture_find_field (fixture, "How you meet"))), ==, "in-person");

  sdm_choice_bar_set_value (SDM_CHOICE_BAR (page_fixture_find_field (fixture, "How you meet")), "video");
  page_fixture_assert_text (fixture, "start/method", "video");
  page_fixture_type (page_fixture_find_field (fixture, "Where"), "From home");
  page_fixture_assert_text (fixture, "start/location/text", "From home");
  page_fixture_type (page_fixture_find_field (fixture, "Day of the event"), "1 December 2026");
  page_fixture_assert_text (fixture, "start/event_date", "2026-12-01");
  page_fixture_type (page_fixture_find_field (fixture, "Role"), "Locum GP");
  page_fixture_assert_text (fixture, "start/seen_by/role", "Locum GP");
}

static void
test_others (PageFixture  *fixture,
             gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  page_fixture_click (page_fixture_find_button (fixture, "Add someone who came along"));
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Name, 1"), "June Pell");
  page_fixture_type (page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "How they belong, 1"), "sister");
  page_fixture_assert_text (fixture, "start/accompanying/0/name", "June Pell");
  page_fixture_assert_text (fixture, "start/accompanying/0/relationship", "sister");
}

static void
test_interpreter (PageFixture  *fixture,
                  gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  g_assert_null (page_fixture_find_field (fixture, "Language"));
  page_fixture_click (page_fixture_find_button (fixture, "An interpreter is needed"));
  page_fixture_type (page_fixture_find_field (fixture, "Language"), "Urdu");
  page_fixture_type (page_fixture_find_field (fixture, "Name of the interpreter"), "Sana Malik");
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "start/interpreter/needed"));
  page_fixture_assert_text (fixture, "start/interpreter/language", "Urdu");
  page_fixture_assert_text (fixture, "start/interpreter/name", "Sana Malik");
}

static void
test_letterhead (PageFixture  *fixture,
                 gconstpointer data)
{
  GtkWidget *label;

  page_fixture_show (fixture, SDM_STEP_START);
  label = page_fixture_find_label (fixture, "Letterhead");
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (label, GTK_TYPE_EXPANDER)), TRUE);
  page_fixture_type (page_fixture_find_field (fixture, "Address of the practice"), "3 Sample Road\n\nSampleton\n");
  page_fixture_assert_text (fixture, "start/practice/address/0", "3 Sample Road");
  page_fixture_assert_text (fixture, "start/practice/address/1", "Sampleton");
  g_assert_cmpuint (json_array_size (sdm_consultation_peek (fixture->consultation, "start/practice/address")), ==, 2);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (page_fixture_find_field (fixture, "Address of the practice"))),
                                    "This line is longer than any envelope", -1);
  g_assert_nonnull (page_fixture_find_label (fixture, "One line is too long for an envelope. This is 37 letters long and 35 fit. Shorten it: until then it is not kept."));
  page_fixture_assert_text (fixture, "start/practice/address/0", "3 Sample Road");
}

static void
test_read_only (PageFixture  *fixture,
                gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_START);
  g_assert_nonnull (page_fixture_find_label (fixture, "Take that tablet out of this choice. Go on with the others."));
  page_fixture_assert_inputs_insensitive (fixture);
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Add someone who came along")));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/start/named", PAGE_FIXTURE_FRAILTY_CASE, test_named);
  page_fixture_add ("/pages/start/decision", PAGE_FIXTURE_FRAILTY_CASE, test_decision);
  page_fixture_add ("/pages/start/stop-card", PAGE_FIXTURE_FRAILTY_CASE, test_stop_card);
  page_fixture_add ("/pages/start/stop-card-undo", PAGE_FIXTURE_FRAILTY_CASE, test_stop_card_undo);
  page_fixture_add ("/pages/start/draft", PAGE_FIXTURE_FRAILTY_CASE, test_draft);
  page_fixture_add ("/pages/start/talk", PAGE_FIXTURE_FRAILTY_CASE, test_talk);
  page_fixture_add ("/pages/start/others", PAGE_FIXTURE_FRAILTY_CASE, test_others);
  page_fixture_add ("/pages/start/interpreter", PAGE_FIXTURE_FRAILTY_CASE, test_interpreter);
  page_fixture_add ("/pages/start/letterhead", PAGE_FIXTURE_FRAILTY_CASE, test_letterhead);
  page_fixture_add ("/pages/start/read-only", PAGE_FIXTURE_DECIDED, test_read_only);

  return page_fixture_run ();
}
