/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "page-fixture.h"
#include "sdm-clinician-sheet.h"

/* Helpers */

static void
collect (GtkWidget *widget,
         GString   *texts)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

/* What the sheet says in a step, one text a line. */
static char *
dup_texts (PageFixture *fixture,
           GtkWidget   *sheet,
           SdmStep      step)
{
  GString *texts = g_string_new (NULL);

  sdm_session_go_to (fixture->session, step);
  sdm_clinician_sheet_show_step (SDM_CLINICIAN_SHEET (sheet), fixture->session);
  collect (sheet, texts);

  return g_string_free (texts, FALSE);
}

static void
assert_holds (const char *texts,
              const char *part)
{
  if (strstr (texts, part) == NULL)
    g_error ("“%s” is not in the sheet, which says:\n%s", part, texts);
}

/* Tests */

static void
test_prompts (PageFixture  *fixture,
              gconstpointer data)
{
  GtkWidget       *sheet = g_object_ref_sink (sdm_clinician_sheet_new ());
  g_autofree char *matters = dup_texts (fixture, sheet, SDM_STEP_MATTERS);
  g_autofree char *options = dup_texts (fixture, sheet, SDM_STEP_OPTIONS);
  g_autofree char *weigh = dup_texts (fixture, sheet, SDM_STEP_WEIGH);
  g_autofree char *letter = dup_texts (fixture, sheet, SDM_STEP_LETTER);

  assert_holds (matters, "Open questions\nWhen you got the letter about your risk, what went through your mind?\n");
  g_assert_null (strstr (matters, "Soft starts"));
  assert_holds (options, "Soft starts\nPeople in your place choose in different ways. Can I show you three?\n");
  assert_holds (weigh, "What to say when\nThe person says: just tell me what to do\nI will, if you like.");
  assert_holds (letter, "There are no prompts for this step.");
  g_assert_finalize_object (sheet);
}

static void
test_whom_it_is_not_for (PageFixture  *fixture,
                         gconstpointer data)
{
  GtkWidget       *sheet = g_object_ref_sink (sdm_clinician_sheet_new ());
  g_autofree char *start = dup_texts (fixture, sheet, SDM_STEP_START);
  g_autofree char *risks = dup_texts (fixture, sheet, SDM_STEP_RISKS);

  assert_holds (start, "Active liver disease.\nDo not start a statin. Ask for advice.\n");
  assert_holds (start, "Who it is for\nAdults who have never had heart disease, a stroke or a mini-stroke.\n");
  g_assert_null (strstr (risks, "Active liver disease."));
  g_assert_finalize_object (sheet);
}

static void
test_listen_for (PageFixture  *fixture,
                 gconstpointer data)
{
  GtkWidget       *sheet = g_object_ref_sink (sdm_clinician_sheet_new ());
  g_autofree char *check = dup_texts (fixture, sheet, SDM_STEP_CHECK);

  assert_holds (check, "How would you tell a friend what a statin could do for you?\nBoth counts, with and without\n");
  g_assert_finalize_object (sheet);
}

/* How far a source was read; what was read second-hand is to be checked, and only that. */
static void
test_sources (PageFixture  *fixture,
              gconstpointer data)
{
  GtkWidget       *sheet = g_object_ref_sink (sdm_clinician_sheet_new ());
  g_autofree char *risks = dup_texts (fixture, sheet, SDM_STEP_RISKS);
  const char      *second_hand;
  const char      *summary;

  assert_holds (risks, "Where the figures come from\n");
  second_hand = strstr (risks, "Read second-hand: British Heart Foundation news, January 2023\nTo be checked\n");
  g_assert_nonnull (second_hand);
  summary = strstr (risks, "Only the summary was read\n");
  g_assert_nonnull (summary);
  g_assert_false (g_str_has_prefix (summary, "Only the summary was read\nTo be checked"));
  g_assert_finalize_object (sheet);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/clinician-sheet/prompts", PAGE_FIXTURE_STATINS_CASE, test_prompts);
  page_fixture_add ("/pages/clinician-sheet/whom-it-is-not-for", PAGE_FIXTURE_STATINS_CASE, test_whom_it_is_not_for);
  page_fixture_add ("/pages/clinician-sheet/listen-for", PAGE_FIXTURE_STATINS_CASE, test_listen_for);
  page_fixture_add ("/pages/clinician-sheet/sources", PAGE_FIXTURE_STATINS_CASE, test_sources);

  return page_fixture_run ();
}
