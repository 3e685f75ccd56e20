/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "real-window.h"

#include "sdm-after-visit-answers.h"
#include "sdm-after-visit.h"
#include "sdm-choice-bar.h"
#include "sdm-record-after-visit.h"

/* The questions for the person alone, from the Finish page to where the answers are kept. */

static GtkWidget *
find_questions (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (const GList *each = windows; each != NULL; each = each->next)
    if (SDM_IS_AFTER_VISIT (each->data))
      return each->data;

  return NULL;
}

/* The first gets the mark @first, each other one more. */
static guint
answer (GtkWidget *widget,
        guint      first)
{
  guint n = 0;

  if (SDM_IS_CHOICE_BAR (widget))
    {
      g_autofree char *mark = g_strdup_printf ("%u", first);

      sdm_choice_bar_set_value (SDM_CHOICE_BAR (widget), mark);
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += answer (child, first + n);

  return n;
}

static void
hand_over (SdmWindow  *window,
           SdmSession *session)
{
  sdm_window_open_session (window, session, SDM_STEP_FINISH);
  click (window, "Hand over");
  g_assert_nonnull (find_questions ());
}

static guint
count_kept (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = sdm_record_store_list_after_visit (get_real (fixture), &error);

  g_assert_no_error (error);
  return all->len;
}

static void
leave (SdmWindow *window)
{
  sdm_window_close_session (window);
  wait_until (window->n_leaving == 0);
}

static void
test_kept_apart (PageFixture  *fixture,
                 gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);
  SdmConsultation *consultation = sdm_session_get_consultation (session);
  GtkWidget       *questions;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  hand_over (window, session);
  questions = find_questions ();
  g_assert_nonnull (find (questions, holds_label, "kept without your name"));
  g_assert_cmpuint (answer (questions, 5), ==, 3);
  page_fixture_click (find (questions, is_button, "I have answered"));
  wait_until (sdm_consultation_get_flag (consultation, "finish/after_visit/answered"));

  g_assert_nonnull (find_label (window, "The questions were answered. The answers are kept apart from this record, without a name."));
  all = sdm_record_store_list_after_visit (get_real (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 1);
  text = g_strndup (g_bytes_get_data (all->pdata[0], NULL), g_bytes_get_size (all->pdata[0]));
  g_assert_nonnull (strstr (text, "\"explain\": 5,\n  \"listen\": 6,\n  \"include\": 7\n"));
  g_assert_null (strstr (text, sdm_consultation_get_id (consultation)));
  /* Of the record it is known that they were answered, and not what. */
  g_assert_cmpuint (json_object_size (sdm_consultation_peek (consultation, "finish/after_visit")), ==, 4);
  leave (window);
}

static void
test_rather_not (PageFixture  *fixture,
                 gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);

  hand_over (window, session);
  answer (find_questions (), 5);
  page_fixture_click (find (find_questions (), is_button, "I’d rather not"));
  g_assert_true (sdm_consultation_get_flag (sdm_session_get_consultation (session), "finish/after_visit/offered"));
  g_assert_false (sdm_consultation_get_flag (sdm_session_get_consultation (session), "finish/after_visit/answered"));
  g_assert_cmpuint (count_kept (fixture), ==, 0);
  leave (window);
}

/* Whoever practises answers for nobody: the file of practice takes no answers, and none are offered to it. */
static void
test_not_in_practice (PageFixture  *fixture,
                      gconstpointer data)
{
  page_fixture_show (fixture, SDM_STEP_FINISH);
  page_fixture_click (page_fixture_find_button (fixture, "Hand over"));
  g_assert_nonnull (find (find_questions (), holds_label, "This is practice"));
  answer (find_questions (), 5);
  page_fixture_click (find (find_questions (), is_button, "I have answered"));
  g_assert_true (sdm_consultation_get_flag (fixture->consultation, "finish/after_visit/answered"));
  g_assert_null (fixture->said);
  g_assert_nonnull (page_fixture_find_label (fixture, "The questions were answered. In practice only that is kept."));
}

/* Nothing is said to be kept that is not. */
static void
test_told_why_not_kept (PageFixture  *fixture,
                        gconstpointer data)
{
  SdmWindow *window = show_signed_in (fixture);
  g_autoptr (SdmSession) session = new_real_session (fixture);

  hand_over (window, session);
  answer (find_questions (), 5);
  g_assert_true (sdm_record_store_close (get_real (fixture), NULL));
  page_fixture_click (find (find_questions (), is_button, "I have answered"));
  wait_until (sdm_consultation_get_flag (sdm_session_get_consultation (session), "finish/after_visit/offered"));
  g_assert_false (sdm_consultation_get_flag (sdm_session_get_consultation (session), "finish/after_visit/answered"));
  leave (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  page_fixture_add ("/pages/after-visit/kept-apart", PAGE_FIXTURE_FRAILTY_CASE, test_kept_apart);
  page_fixture_add ("/pages/after-visit/rather-not", PAGE_FIXTURE_FRAILTY_CASE, test_rather_not);
  page_fixture_add ("/pages/after-visit/not-in-practice", PAGE_FIXTURE_FRAILTY_CASE, test_not_in_practice);
  page_fixture_add ("/pages/after-visit/told-why-not-kept", PAGE_FIXTURE_FRAILTY_CASE, test_told_why_not_kept);

  return page_fixture_run ();
}
