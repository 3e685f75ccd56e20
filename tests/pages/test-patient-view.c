/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "page-fixture.h"
#include "sdm-consultation-options.h"
#include "sdm-figure-cell.h"
#include "sdm-icon-array.h"
#include "sdm-patient-content.h"
#include "sdm-patient-screens.h"
#include "sdm-patient-view.h"
#include "sdm-test-tree.h"

/* A view on the consultation of a fixture, with a window for the clinician. */
typedef struct
{
  GtkWidget      *clinician;
  SdmPatientView *view;
} Views;

static Views
open_view (PageFixture *fixture)
{
  Views views = { gtk_window_new (), NULL };

  views.view = SDM_PATIENT_VIEW (sdm_patient_view_new (GTK_WINDOW (views.clinician)));
  sdm_patient_view_set_session (views.view, fixture->session);
  gtk_window_present (GTK_WINDOW (views.view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (views.view));

  return views;
}

static void
close_view (Views *views)
{
  GtkWidget *view = g_object_ref (GTK_WIDGET (views->view));

  gtk_window_destroy (GTK_WINDOW (views->view));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (view);
  gtk_window_destroy (GTK_WINDOW (views->clinician));
}

static void
wait_idle (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* Everything that can be read, one text a line. */
static void
collect (GtkWidget *widget,
         GString   *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

static char *
dup_texts (Views *views)
{
  GString *texts = g_string_new (NULL);

  collect (GTK_WIDGET (views->view), texts);

  return g_string_free (texts, FALSE);
}

static void
assert_says (Views      *views,
             const char *text)
{
  g_autofree char *texts = dup_texts (views);

  if (strstr (texts, text) == NULL)
    g_error ("“%s” is not on the screen, which says:\n%s", text, texts);
}

static void
assert_does_not_say (Views      *views,
                     const char *text)
{
  g_autofree char *texts = dup_texts (views);

  if (strstr (texts, text) != NULL)
    g_error ("“%s” is on the screen, which says:\n%s", text, texts);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), label) == 0)
    return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_kind (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_kind (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
press (Views      *views,
       const char *label)
{
  page_fixture_click (find_button (GTK_WIDGET (views->view), label));
}

/* Tests */

static void
test_follows (PageFixture  *fixture,
              gconstpointer data)
{
  Views views = open_view (fixture);

  assert_says (&views, sdm_aid_get_decision (fixture->aid));

  sdm_session_go_to (fixture->session, SDM_STEP_OPTIONS);
  assert_says (&views, "What would I have to do?");
  sdm_session_set_row (fixture->session, "diabetes");
  assert_does_not_say (&views, "What would I have to do?");
  assert_says (&views, sdm_aid_find_question (fixture->aid, "diabetes")->text);

  sdm_session_go_to (fixture->session, SDM_STEP_RISKS);
  assert_says (&views, "Heart disease or a stroke, over 10 years");
  sdm_session_set_row (fixture->session, "diabetes");
  assert_says (&views, "New diabetes, over about 4 years");
  close_view (&views);
}

static void
test_held (PageFixture  *fixture,
           gconstpointer data)
{
  Views views = open_view (fixture);

  sdm_session_go_to (fixture->session, SDM_STEP_RISKS);
  sdm_patient_view_set_held (views.view, TRUE);
  sdm_session_go_to (fixture->session, SDM_STEP_MATTERS);
  assert_says (&views, "Heart disease or a stroke, over 10 years");

  sdm_patient_view_set_held (views.view, FALSE);
  assert_says (&views, "What matters to you?");
  close_view (&views);
}

static void
test_before_and_next (PageFixture  *fixture,
                      gconstpointer data)
{
  Views views = open_view (fixture);

  g_assert_false (gtk_widget_get_sensitive (find_button (GTK_WIDGET (views.view), "Before")));
  press (&views, "Next");
  assert_says (&views, "What matters to you?");
  press (&views, "Next");
  assert_says (&views, "What would I have to do?");
  press (&views, "Before");
  assert_says (&views, "What matters to you?");
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_START);
  close_view (&views);
}

/* What the person just said is there as it is typed. */
static void
test_words (PageFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Views views = open_view (fixture);

  sdm_session_go_to (fixture->session, SDM_STEP_MATTERS);
  sdm_consultation_append (fixture->consultation, "matters/own_words", json_pack ("{s:s}", "text", "I want to keep <driving>."), &error);
  g_assert_no_error (error);
  wait_idle ();
  assert_says (&views, "I want to keep <driving>.");

  sdm_consultation_append (fixture->consultation, "matters/ranked", json_pack ("{s:s, s:i}", "text", "My job", "importance", 9), &error);
  g_assert_no_error (error);
  wait_idle ();
  assert_says (&views, "What counts most, top first");
  assert_says (&views, "My job");
  close_view (&views);
}

static void
test_figure (PageFixture  *fixture,
             gconstpointer data)
{
  Views    views = open_view (fixture);
  json_t  *figure;
  gboolean found = FALSE;
  size_t   i;

  sdm_session_go_to (fixture->session, SDM_STEP_RISKS);
  assert_says (&views, "Picture 1,000 people. No one can say which one is you.");
  assert_says (&views, "72\nof 1,000\n");
  assert_says (&views, "928\nof 1,000\n");
  assert_says (&views, "How sure are we? Fairly sure.");
  json_array_foreach (sdm_consultation_peek (fixture->consultation, "risks/figures"), i, figure)
    found = found || g_strcmp0 (json_string_value (json_object_get (figure, "outcome")), "heart-stroke") == 0;
  g_assert_true (found);

  /* The number seen before stays beside the new one. */
  sdm_consultation_set_group (fixture->consultation, fixture->aid, "risk-200");
  wait_idle ();
  assert_says (&views, "144\nof 1,000\nwas 72\n");
  close_view (&views);
}

/* What a test finds is drawn here too; the tree says it all, so that no sentence repeats it. */
static void
test_tree (PageFixture  *fixture,
           gconstpointer data)
{
  Views      views = open_view (fixture);
  GtkWidget *tree;

  sdm_session_go_to (fixture->session, SDM_STEP_RISKS);
  sdm_session_set_row (fixture->session, "one-test");
  tree = find_kind (GTK_WIDGET (views.view), SDM_TYPE_TEST_TREE);
  g_assert_nonnull (tree);
  g_assert_true (gtk_widget_get_mapped (tree));
  assert_says (&views, "Raised, but there is no cancer");
  assert_says (&views, "This does not apply. With no test there is no result.");
  assert_does_not_say (&views, "The result is raised: 170 out of 1,000.");
  close_view (&views);
}

/* Every screen of a whole consultation, and what must not be on any of them. */
static void
test_for_the_person_alone (PageFixture  *fixture,
                           gconstpointer data)
{
  static const char *const kept_away[] = { "Arthur", "Pell", "Amina", "Rowe", "Bevan", "1943", "second-hand", "to be checked", "To be checked", "listen for", "Practice." };
  g_autoptr (GBytes) before = sdm_consultation_to_bytes (fixture->consultation);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) screens = sdm_patient_screens_list (fixture->consultation, fixture->aid);
  guint            n_prompts;
  const SdmPrompt *prompts = sdm_aid_get_prompts (fixture->aid, &n_prompts);
  Views            views = open_view (fixture);

  g_assert_cmpuint (screens->len, >, 25);
  for (guint i = 0; i < screens->len; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (kept_away); j++)
        assert_does_not_say (&views, kept_away[j]);
      for (guint j = 0; j < n_prompts; j++)
        assert_does_not_say (&views, prompts[j].text);
      if (i + 1 < screens->len)
        press (&views, "Next");
    }
  assert_says (&views, "Look out for");
  g_assert_false (gtk_widget_get_sensitive (find_button (GTK_WIDGET (views.view), "Next")));

  after = sdm_consultation_to_bytes (fixture->consultation);
  g_assert_true (g_bytes_equal (before, after));
  close_view (&views);
}

static void
test_plain_between_people (PageFixture  *fixture,
                           gconstpointer data)
{
  Views            views = open_view (fixture);
  g_autofree char *texts = NULL;

  sdm_patient_view_set_held (views.view, TRUE);
  sdm_patient_view_set_session (views.view, NULL);
  texts = dup_texts (&views);
  g_assert_cmpstr (texts, ==, "");
  g_assert_false (sdm_patient_view_get_held (views.view));
  close_view (&views);
}

/* 10,000 people are drawn where they have a whole screen, and only there. */

static SdmAid *
load_in_ten_thousand (void)
{
  static const char *const changes[][2] = {
    { "\"denominator\": 100,", "\"denominator\": 10000," },
    { "\"n\": 40,", "\"n\": 4000," },
    { "\"n\": 80,", "\"n\": 8000," },
    { "\"low\": 70,", "\"low\": 7000," },
    { "\"high\": 90", "\"high\": 9000" },
  };
  g_autofree char *path = g_build_filename (g_getenv ("EVENHAND_SOURCE"), "tests/data/aids/umbrella/aid.json", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SdmAid *aid;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (contents);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    g_assert_cmpuint (g_string_replace (text, changes[i][0], changes[i][1], 0), >, 0);
  bytes = g_bytes_new (text->str, text->len);
  aid = sdm_aid_new_from_bytes (bytes, "umbrella", &error);
  g_assert_no_error (error);

  return aid;
}

static GtkWidget *
make_cell (SdmAid       *aid,
           SdmFigureSize size)
{
  GtkWidget *cell = sdm_figure_cell_new (aid, sdm_aid_find_outcome (aid, "dry"), sdm_aid_find_option (aid, "take-it"), 2, size);

  sdm_figure_cell_show (SDM_FIGURE_CELL (g_object_ref_sink (cell)), "all", NULL);

  return cell;
}

static void
test_ten_thousand (PageFixture  *fixture,
                   gconstpointer data)
{
  g_autoptr (SdmAid) aid = load_in_ten_thousand ();
  GtkWidget *in_card = make_cell (aid, SDM_FIGURE_IN_CARD);
  GtkWidget *on_screen = make_cell (aid, SDM_FIGURE_ON_SCREEN);
  GtkWidget *people = find_kind (on_screen, SDM_TYPE_ICON_ARRAY);
  int        width;

  g_assert_null (find_kind (in_card, SDM_TYPE_ICON_ARRAY));
  g_assert_nonnull (people);
  g_assert_cmpuint (sdm_icon_array_get_denominator (SDM_ICON_ARRAY (people)), ==, 10000);
  g_assert_cmpuint (sdm_icon_array_get_count (SDM_ICON_ARRAY (people)), ==, 8000);
  gtk_widget_measure (people, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, ==, 400);
  g_assert_finalize_object (in_card);
  g_assert_finalize_object (on_screen);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/patient-view/follows", PAGE_FIXTURE_STATINS_CASE, test_follows);
  page_fixture_add ("/pages/patient-view/held", PAGE_FIXTURE_STATINS_CASE, test_held);
  page_fixture_add ("/pages/patient-view/before-and-next", PAGE_FIXTURE_STATINS_CASE, test_before_and_next);
  page_fixture_add ("/pages/patient-view/words", PAGE_FIXTURE_STATINS_CASE, test_words);
  page_fixture_add ("/pages/patient-view/figure", PAGE_FIXTURE_STATINS_CASE, test_figure);
  page_fixture_add ("/pages/patient-view/tree", PAGE_FIXTURE_PSA_CASE, test_tree);
  page_fixture_add ("/pages/patient-view/for-the-person-alone", PAGE_FIXTURE_DECIDED, test_for_the_person_alone);
  page_fixture_add ("/pages/patient-view/plain-between-people", PAGE_FIXTURE_DECIDED, test_plain_between_people);
  page_fixture_add ("/pages/patient-view/ten-thousand", PAGE_FIXTURE_STATINS_CASE, test_ten_thousand);

  return page_fixture_run ();
}
