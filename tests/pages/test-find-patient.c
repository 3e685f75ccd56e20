/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filled-records.h"

#include <string.h>

#include "sdm-consultation-people.h"

/* The search */

static const struct
{
  const char *name;
  const char *typed;
  const char *wanted[8];
  const char *unwanted;
} searches[] = {
  { "number", "943 476 5919", { "1 person found", "Arthur Pell", "May be here twice", "Born 14 March 1943 · NHS number 943 476 5919", "A blank page for two", "Provisional", "Provisional, not finished: left at Options", NULL }, "Mary" },
  { "surname", "pell", { "3 people found", "choose the person", "Arthur Pell", "Artur Pell", "Agnes Pell-Rowe", NULL }, "not finished" },
  { "surname-and-day", "pell 2/1/1950", { "1 person found", "Agnes Pell-Rowe", "Talks with this person", "Finished", NULL }, "Arthur" },
  { "both-names", "okafor mary", { "1 person found", "Mary Okafor", "Born 4 May 1968 · no NHS number", "Provisional", NULL }, "Pell" },
  { "nobody", "smith", { "Nobody here has a name that begins so.", "New consultation", NULL }, "found\n" },
  { "nobody-of-the-day", "pell 1/1/1950", { "Nobody here has this name and this date of birth.", NULL }, "Pell-" },
  { "no-such-number", "943 476 5935", { "Nobody here has this NHS number.", NULL }, "Pell-" },
  { "mistyped", "943 476 5918", { "This is no NHS number", NULL }, "found\n" },
  { "half-typed", "943 476", { "An NHS number has ten digits; here are 6.", NULL }, "found\n" },
  { "half-a-day", "pell 14/3", { "After the name, type a date of birth", NULL }, "found\n" },
};

static void
test_search (PageFixture  *fixture,
             gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("%s", searches[i].name);
      look_for (window, searches[i].typed);
      wait_until (says (window, searches[i].wanted[0]));
      assert_in_order (window, searches[i].wanted);
      g_assert_false (says (window, searches[i].unwanted));
    }
}

/* What was found for something else is gone with the first letter, and comes back never. */
static void
test_newest_question (PageFixture  *fixture,
                      gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);
  GtkWidget *search = find (window->real_page, is_search, NULL);
  g_autoptr (GPtrArray) drafts = NULL;
  guint longest;

  /* The first is answered when the second is asked. */
  look_for (window, "artur");
  drafts = sdm_record_store_list_drafts (get_real (fixture), NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  g_clear_pointer (&drafts, g_ptr_array_unref);
  look_for (window, "agn");
  longest = page_fixture_limit_wait ();
  while (!says (window, "Agnes"))
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_false (says (window, "Artur"));
    }
  g_source_remove (longest);
  gtk_editable_set_text (GTK_EDITABLE (search), "agnes p");
  g_assert_false (says (window, "Agnes"));
  /* Whoever goes on typing is answered after a pause. */
  wait_until (says (window, "Agnes"));

  look_for (window, "pell");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  drafts = sdm_record_store_list_drafts (get_real (fixture), NULL);
  g_assert_cmpuint (drafts->len, ==, 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (says (window, "Who is found stands here."));
}

static void
test_kinds (PageFixture  *fixture,
            gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  click (window, "Drafts");
  wait_until (says (window, "2 talks found"));
  assert_in_order (window, (const char *[]){ "Mary Okafor", "Provisional", "24 November 2026: A blank page for two", "Arthur Pell", NULL });
  g_assert_nonnull (find (window->real_page, is_icon_button, "All of Arthur Pell"));

  click (window, "Reviews due");
  wait_until (says (window, "1 talk found"));
  assert_in_order (window, (const char *[]){ "Arthur Pell", "Finished · Review planned: 20 November 2026, 24 May 2027", NULL });
  page_fixture_type (find_field (window, "Planned up to the day"), "23/11/2027");
  g_assert_false (says (window, "Arthur Pell"));
  click (window, "Look");
  wait_until (says (window, "talks found"));
  g_assert_true (says (window, "A decision aid that is no longer on this computer: no-longer-here"));

  click (window, "A day");
  wait_until (says (window, "1 talk found"));
  g_assert_true (says (window, "Mary Okafor"));
  page_fixture_type (find_field (window, "Begun on the day"), "yesterday");
  click (window, "Look");
  g_assert_true (says (window, "Type a day such as 24 November 2026"));
  page_fixture_type (find_field (window, "Begun on the day"), "25/11/2026");
  click (window, "Look");
  wait_until (says (window, "No talk was begun then."));

  click (window, "A clinician");
  wait_until (says (window, "5 talks found"));
  page_fixture_type (find_field (window, "Name, as it is typed to sign in"), "Dr Nobody");
  click (window, "Look");
  wait_until (says (window, "Nobody of this name signs in here."));

  click (window, "A decision");
  g_assert_true (says (window, "Choose the decision."));
  page_fixture_type (find_field (window, "Decision, in everyday words"), "blood pressure frail");
  click (window, "Blood pressure");
  wait_until (says (window, "2 talks found"));
  assert_in_order (window, (const char *[]){ "Agnes Pell-Rowe", "Arthur Pell", NULL });
}

/* What cannot be looked for says why, and what to do. */
static void
test_search_fails (PageFixture  *fixture,
                   gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  sdm_record_store_close (get_real (fixture), NULL);
  look_for (window, "pell");
  wait_until (!says (window, "Looking…"));
  g_assert_false (says (window, "found\n"));
  g_assert_true (says (window, "The records are closed."));
}

/* One patient */

static void
test_patient (PageFixture  *fixture,
              gconstpointer data)
{
  SdmWindow       *window = show_filled (fixture);
  SdmConsultation *consultation;

  show_pell (window);
  assert_in_order (window, (const char *[]){ "Arthur Pell", "Needs: Large print (Letter in 18 point)", "This person may be here twice",
                                             "14 March 1943", "943 476 5919", "Tiger", "22 November 2026: A blank page for two", "Provisional",
                                             "25 October 2026: ", "Finished", NULL });
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Evenhand");
  g_assert_null (strstr (adw_window_title_get_title (ADW_WINDOW_TITLE (window->title)), "Pell"));

  /* Back to what was found, which is as it was. */
  click (window, "Back");
  g_assert_true (says (window, "1 person found"));
  look_for (window, "artur");
  wait_until (says (window, "Artur Pell"));
  click (window, "Artur Pell");
  wait_until (says (window, "None: On a visit from abroad"));
  click (window, "Back");

  show_pell (window);
  click (window, "Start a new talk with this person");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Family name"))), ==, "Pell");
  g_assert_false (gtk_widget_is_sensitive (find_field (window, "Family name")));
  click (window, "Use a blank page for two");
  wait_until (window->session != NULL);
  g_assert_null (window->real_page);
  consultation = sdm_session_get_consultation (window->session);
  g_assert_false (sdm_consultation_is_practice (consultation));
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/nhs_number"), ==, NUMBER);
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/patient/preferred_name"), ==, "Tiger");
  g_assert_cmpstr (sdm_consultation_get_text (consultation, "people/needs/0/need"), ==, "Large print");
  g_assert_false (sdm_consultation_is_person_confirmed (consultation));
  sdm_window_close_session (window);
}

static void
test_draft_goes_on (PageFixture  *fixture,
                    gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  show_pell (window);
  click (window, "22\u00a0November\u00a02026: A blank page for two");
  wait_until (window->session != NULL);
  g_assert_cmpint (sdm_session_get_step (window->session), ==, SDM_STEP_OPTIONS);
  g_assert_null (window->real_page);

  /* The key leads back to the search, and what was open is kept. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  g_assert_null (window->session);
  g_assert_nonnull (window->real_page);
}

/* One person twice */

static void
test_join (PageFixture  *fixture,
           gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  show_pell (window);
  click (window, "Look at both");
  wait_until (says (window, "What will happen"));
  assert_in_order (window, (const char *[]){ "Arthur Pell", "943 476 5919", "Artur Pell", "None: On a visit from abroad",
                                             "All 3 talks will stand under: Arthur Pell", "This cannot be undone.",
                                             "The given names are not the same", NULL });
  page_fixture_click (find (window->real_page, is_check, "Keep the other one"));
  g_assert_true (says (window, "All 3 talks will stand under: Artur Pell · Born 14 March 1943 · NHS number 943 476 5919."));
  page_fixture_click (find (window->real_page, is_check, "Keep this one"));

  click (window, "Join both for good");
  g_assert_true (says (window, "Say how you know it"));
  page_fixture_type (find_field (window, "How do you know"), "Same address");
  click (window, "Join both for good");
  g_assert_true (says (window, "Compare both, then tick"));
  page_fixture_click (find (window->real_page, is_check, "I have compared both"));
  click (window, "Join both for good");
  wait_until (says (window, "Who it is"));
  assert_in_order (window, (const char *[]){ "Arthur Pell", "22 November 2026", "14 November 2026", "25 October 2026", NULL });
  g_assert_false (says (window, "This person may be here twice"));

  click (window, "Who saw and changed what");
  wait_until (says (window, "That you look at it is in the list"));
  g_assert_true (says (window, "Joined another entry of the same person to this one · because: Same address"));
  click (window, "Back");
  click (window, "Back");
  wait_until (says (window, "1 person found"));
  g_assert_false (says (window, "May be here twice"));
}

static void
type_person (SdmWindow  *window,
             const char *family,
             const char *born,
             const char *number)
{
  page_fixture_type (find_field (window, "Family name"), family);
  page_fixture_type (find_field (window, "Date of birth"), born);
  page_fixture_type (find_field (window, "NHS number"), number);
  page_fixture_type (find_field (window, "If there is none, why?"), *number == '\0' ? "Not known" : "");
}

static void
test_same_person (PageFixture  *fixture,
                  gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-patient", NULL);
  type_person (window, "PELL", "14/3/1943", "");
  wait_until (says (window, "This person may already be here"));
  assert_in_order (window, (const char *[]){ "Somebody with this family name and date of birth is here already.", "Arthur Pell", NULL });
  /* Whoever begins all the same is asked first. */
  click (window, "Use a blank page for two");
  g_assert_null (window->session);
  page_fixture_type (find_field (window, "Date of birth"), "15/3/1943");
  g_assert_false (says (window, "This person may already be here"));

  type_person (window, "Pell", "15/3/1943", NUMBER);
  click (window, "Use a blank page for two");
  wait_until (says (window, "This person may already be here"));
  g_assert_null (window->session);
  g_assert_true (says (window, "This NHS number is here already, with another date of birth."));
  click (window, "Arthur Pell");
  wait_until (says (window, "Who it is"));

  /* Nothing that was typed is lost. */
  click (window, "Back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_field (window, "Date of birth"))), ==, "15/3/1943");
  type_person (window, "Pell", "14/3/1943", "");
  click (window, "Use a blank page for two");
  wait_until (says (window, "This person may already be here"));
  click (window, "Go on as it is");
  wait_until (window->session != NULL);
  sdm_window_close_session (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-patient", NULL);
  type_person (window, "Somebody", "14/3/1943", "943 476 5943");
  click (window, "Use a blank page for two");
  wait_until (window->session != NULL);
  sdm_window_close_session (window);
}

/* Locking takes all of it away, and a practice talk has none of it. */
static void
test_lock (PageFixture  *fixture,
           gconstpointer data)
{
  SdmWindow *window = show_filled (fixture);
  GtkWidget *page = window->real_page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  show_pell (window);
  sdm_window_toggle_patient_view (window);
  g_assert_false (holds_label (GTK_WIDGET (window->patient_view), "Pell"));
  sdm_window_toggle_patient_view (window);
  click (window, "Who saw and changed what");
  sdm_window_lock (window);
  wait_until (!is_signed_in (fixture) && page == NULL);
  g_assert_false (holds_label (GTK_WIDGET (window), "Pell"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  g_assert_nonnull (find_field (window, "Passphrase"));

  try_passphrase (window, PASSPHRASE);
  wait_until (is_signed_in (fixture));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-patient", NULL);
  show_pell (window);
  sdm_window_start_blank (window);
  g_assert_nonnull (window->session);
  g_assert_null (window->real_page);
  g_assert_false (find_label (window, "Pell") != NULL);
  sdm_window_close_session (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/find-patient/search", PAGE_FIXTURE_FRAILTY_CASE, test_search);
  page_fixture_add ("/pages/find-patient/newest-question", PAGE_FIXTURE_FRAILTY_CASE, test_newest_question);
  page_fixture_add ("/pages/find-patient/kinds", PAGE_FIXTURE_FRAILTY_CASE, test_kinds);
  page_fixture_add ("/pages/find-patient/search-fails", PAGE_FIXTURE_FRAILTY_CASE, test_search_fails);
  page_fixture_add ("/pages/find-patient/patient", PAGE_FIXTURE_FRAILTY_CASE, test_patient);
  page_fixture_add ("/pages/find-patient/draft-goes-on", PAGE_FIXTURE_FRAILTY_CASE, test_draft_goes_on);
  page_fixture_add ("/pages/find-patient/join", PAGE_FIXTURE_FRAILTY_CASE, test_join);
  page_fixture_add ("/pages/find-patient/same-person", PAGE_FIXTURE_FRAILTY_CASE, test_same_person);
  page_fixture_add ("/pages/find-patient/lock", PAGE_FIXTURE_FRAILTY_CASE, test_lock);

  return page_fixture_run ();
}
