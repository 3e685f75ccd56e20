/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "page-fixture.h"
#include "sdm-case.h"
#include "sdm-consultation-options.h"
#include "sdm-patient-sheet.h"
#include "sdm-record-practice.h"
#include "sdm-talk-list.h"
#include "sdm-trainees.h"

/* The made-up patient beside the page: what is asked first, what is said, what is kept, and what never shows. */

/* Helpers */

static SdmCase *
load_case (const char *path)
{
  g_autofree char *whole = g_build_filename (g_getenv ("EVENHAND_SOURCE"), path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (whole);
  g_autoptr (GError) error = NULL;
  SdmCase *example = sdm_case_load (file, NULL, &error);

  g_assert_no_error (error);
  return example;
}

static SdmRehearsal *
begin (PageFixture *fixture,
       const char  *path,
       guint32      seed)
{
  g_autoptr (SdmCase) example = load_case (path);
  g_autoptr (SdmTalk) talk = sdm_talk_new (example, fixture->aid, seed);
  g_autoptr (SdmPracticeSession) kept = NULL;
  g_autoptr (SdmRehearsal) rehearsal = NULL;

  kept = sdm_practice_session_new (sdm_consultation_get_id (fixture->consultation), "Ann Lee", "nurse",
                                   sdm_case_get_id (example), sdm_context_get_clock (fixture->context));
  rehearsal = sdm_rehearsal_new (fixture->context, fixture->consultation, kept, talk);
  sdm_session_set_rehearsal (fixture->session, rehearsal);

  return rehearsal;
}

static GtkWidget *
show_sheet (PageFixture *fixture)
{
  GtkWidget *sheet = sdm_patient_sheet_new (sdm_context_get_settings (fixture->context));

  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), sheet);
  sdm_patient_sheet_show (SDM_PATIENT_SHEET (sheet), fixture->session);

  return sheet;
}

typedef gboolean FitsFunc (GtkWidget  *widget,
                           const char *text);

static GtkWidget *
find (GtkWidget  *widget,
      FitsFunc   *fits,
      const char *text)
{
  GtkWidget *found = fits (widget, text) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, fits, text);

  return found;
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static gboolean
is_button (GtkWidget  *widget,
           const char *text)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)) && find (widget, is_label, text) != NULL;
}

static GtkWidget *
find_entry (GtkWidget  *sheet,
            const char *title)
{
  return gtk_label_get_mnemonic_widget (GTK_LABEL (find (sheet, is_label, title)));
}

static void
ask (GtkWidget  *sheet,
     const char *text)
{
  GtkWidget *entry = find_entry (sheet, "Ask or say something");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static guint
count_turns (SdmRehearsal *rehearsal)
{
  return g_list_model_get_n_items (sdm_talk_get_turns (sdm_rehearsal_get_talk (rehearsal)));
}

static SdmTalkTurn *
get_last_turn (SdmRehearsal *rehearsal)
{
  return g_list_model_get_item (sdm_talk_get_turns (sdm_rehearsal_get_talk (rehearsal)), count_turns (rehearsal) - 1);
}

/* Who practises */

static void
begin_cb (GtkWidget  *sheet,
          const char *name,
          const char *role,
          char      **told)
{
  g_free (*told);
  *told = g_strdup_printf ("%s (%s)", name, role);
}

static void
test_who (PageFixture  *fixture,
          gconstpointer data)
{
  GSettings *settings = sdm_context_get_settings (fixture->context);
  g_autoptr (SdmCase) example = load_case (data);
  g_autofree char *told = NULL;
  GtkWidget       *sheet;
  GtkWidget       *name;

  g_settings_reset (settings, "trainees");
  sdm_session_set_example (fixture->session, example);
  sheet = show_sheet (fixture);
  g_signal_connect (sheet, "begin", G_CALLBACK (begin_cb), &told);
  g_assert_nonnull (find (sheet, is_label, "Arthur Pell is 83"));
  name = find_entry (sheet, "Your name");
  page_fixture_type (name, "  ");
  page_fixture_click (find (sheet, is_button, "Begin the talk"));
  g_assert_null (told);
  g_assert_nonnull (find (sheet, is_label, "Say who is practising"));
  page_fixture_type (name, " Ann Lee ");
  page_fixture_click (find (sheet, is_button, "Begin the talk"));
  g_assert_cmpstr (told, ==, "Ann Lee ()");

  /* Next time there is a choice, and the role goes with the person. */
  sdm_trainees_note (settings, "Bo Marsh", "gp");
  sdm_trainees_note (settings, "Ann Lee", "nurse");
  sdm_trainees_note (settings, "ann  lee", "nurse");
  sdm_patient_sheet_show (SDM_PATIENT_SHEET (sheet), fixture->session);
  page_fixture_click (find (sheet, is_button, "Begin the talk"));
  g_assert_cmpstr (told, ==, "ann  lee (nurse)");
  g_assert_null (find (sheet, is_button, "Ann Lee"));
  page_fixture_click (find (sheet, is_button, "Bo Marsh"));
  page_fixture_click (find (sheet, is_button, "Begin the talk"));
  g_assert_cmpstr (told, ==, "Bo Marsh (gp)");
  page_fixture_click (find (sheet, is_button, "Somebody else"));
  page_fixture_type (find_entry (sheet, "Your name"), "Cy Dean");
  page_fixture_click (find (sheet, is_button, "Begin the talk"));
  g_assert_true (g_str_has_prefix (told, "Cy Dean ("));
  g_settings_reset (settings, "trainees");
}

/* Talking */

static void
test_talk (PageFixture  *fixture,
           gconstpointer data)
{
  SdmRehearsal *rehearsal = begin (fixture, data, 0);
  GtkWidget    *sheet = show_sheet (fixture);
  GtkWidget    *entry = find_entry (sheet, "Ask or say something");
  g_autoptr (SdmTalkTurn) turn = NULL;
  g_autofree char *said = NULL;

  g_assert_nonnull (find (sheet, is_label, "Morning, Doctor."));
  ask (sheet, "Tell me about the dog.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_nonnull (find (sheet, is_label, "You"));
  g_assert_nonnull (find (sheet, is_label, "Tell me about the dog."));
  g_assert_nonnull (find (sheet, is_label, "Tess."));
  turn = get_last_turn (rehearsal);
  said = sdm_talk_turn_dup_text (turn);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said);

  ask (sheet, "Shut up, you idiot.");
  g_assert_nonnull (find (sheet, is_label, "Shut up"));
  page_fixture_click (find (sheet, is_button, "Wait"));
  g_assert_nonnull (find (sheet, is_label, "You waited."));
  page_fixture_click (find (sheet, is_button, "Pick a question"));
  page_fixture_click (find (sheet, is_button, "Do you ever miss a tablet?"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find (sheet, is_button, "Pick a question"))));
  g_assert_cmpuint (count_turns (rehearsal), ==, 5);
}

/* Nothing is cut off or lost: what is too long stays, and is said when it is shorter. */
static void
test_too_long (PageFixture  *fixture,
               gconstpointer data)
{
  SdmRehearsal    *rehearsal = begin (fixture, data, 0);
  GtkWidget       *sheet = show_sheet (fixture);
  GtkWidget       *entry = find_entry (sheet, "Ask or say something");
  g_autofree char *most = g_strnfill (10000, 'a');
  g_autofree char *more = g_strnfill (10001, 'a');

  ask (sheet, more);
  g_assert_cmpuint (count_turns (rehearsal), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, more);
  g_assert_nonnull (find (sheet, is_label, "This is 10001 letters long and 10000 fit."));
  g_assert_cmpstr (sdm_practice_session_get_typed (sdm_rehearsal_get_kept (rehearsal)), ==, more);
  ask (sheet, most);
  g_assert_cmpuint (count_turns (rehearsal), ==, 2);
  g_assert_null (sdm_practice_session_get_typed (sdm_rehearsal_get_kept (rehearsal)));

  /* What was typed and not said stands there again. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "What would you");
  sdm_patient_sheet_show (SDM_PATIENT_SHEET (sheet), fixture->session);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "What would you");
}

static void
test_ended (PageFixture  *fixture,
            gconstpointer data)
{
  SdmRehearsal *rehearsal = begin (fixture, data, 0);
  GtkWidget    *sheet = show_sheet (fixture);
  GtkWidget    *entry = find_entry (sheet, "Ask or say something");

  sdm_practice_session_end (sdm_rehearsal_get_kept (rehearsal));
  g_assert_false (gtk_widget_get_sensitive (entry));
  g_assert_nonnull (find (sheet, is_label, "You have ended this talk."));
  ask (sheet, "Hello?");
  sdm_rehearsal_enter_step (rehearsal, SDM_STEP_OPTIONS);
  g_assert_cmpuint (count_turns (rehearsal), ==, 1);
}

/* What the pages show */

static void
assert_last (SdmRehearsal *rehearsal,
             SdmTalkDid    did,
             const char   *words)
{
  g_autoptr (SdmTalkTurn) turn = get_last_turn (rehearsal);

  g_assert_cmpint (sdm_talk_turn_get_did (turn), ==, did);
  g_assert_cmpstr (sdm_talk_turn_get_words (turn), ==, words);
}

static void
test_shown (PageFixture  *fixture,
            gconstpointer data)
{
  SdmRehearsal     *rehearsal = begin (fixture, data, 0);
  const SdmOutcome *died = sdm_aid_find_outcome (fixture->aid, "died");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (SdmTalkTurn) turn = NULL;
  const SdmTalkFigure *figure;
  guint                n_turns;

  sdm_rehearsal_enter_step (rehearsal, SDM_STEP_MATTERS);
  assert_last (rehearsal, SDM_TALK_ENTERED_STEP, "matters");
  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  sdm_rehearsal_enter_step (rehearsal, SDM_STEP_OPTIONS);
  assert_last (rehearsal, SDM_TALK_SAW, "options-shown");
  sdm_rehearsal_enter_step (rehearsal, SDM_STEP_OPTIONS);
  assert_last (rehearsal, SDM_TALK_ENTERED_STEP, "options");

  /* Once in each visit to a step; both frames, never as per cent. */
  sdm_rehearsal_show_outcome (rehearsal, died);
  n_turns = count_turns (rehearsal);
  sdm_rehearsal_show_outcome (rehearsal, died);
  g_assert_cmpuint (count_turns (rehearsal), ==, n_turns);
  turn = get_last_turn (rehearsal);
  figure = sdm_talk_turn_get_figure (turn);
  g_assert_cmpstr (figure->outcome, ==, "died");
  g_assert_cmpint (figure->frames, ==, SDM_TALK_FRAMES_BOTH);
  g_assert_false (figure->as_percent);
  g_assert_false (figure->not_known);
  g_assert_nonnull (figure->first_option);

  shown = sdm_consultation_list_shown_options (fixture->consultation, fixture->aid);
  sdm_consultation_hide_option (fixture->consultation, fixture->aid, ((const SdmOption *) g_ptr_array_index (shown, 2))->id,
                                "He does not want it.", &error);
  g_assert_no_error (error);
  assert_last (rehearsal, SDM_TALK_SAW, "option-hidden");
}

/* A row of the grid that is opened shows the figure that answers it. */
static void
test_row_opened (PageFixture  *fixture,
                 gconstpointer data)
{
  SdmRehearsal      *rehearsal = begin (fixture, data, 0);
  guint              n_questions;
  const SdmQuestion *questions = sdm_aid_get_questions (fixture->aid, &n_questions);
  guint              n_figures = 0;

  sdm_consultation_open_options (fixture->consultation, fixture->aid);
  for (guint i = 0; i < n_questions; i++)
    {
      const guint before = count_turns (rehearsal);

      sdm_consultation_note_row_opened (fixture->consultation, questions[i].id);
      g_assert_cmpuint (count_turns (rehearsal), ==, before + (questions[i].answers_from != NULL));
      n_figures += questions[i].answers_from != NULL;
    }
  g_assert_cmpuint (n_figures, >, 0);
}

/* What never shows */

static void
add_texts (GtkWidget *widget,
           GString   *texts)
{
  static const GtkAccessibleProperty named[] = { GTK_ACCESSIBLE_PROPERTY_LABEL, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION };

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (texts, "%s\n", gtk_widget_get_tooltip_text (widget));
  g_string_append_printf (texts, "%s\n", gtk_widget_get_name (widget));
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *value = NULL;

      if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), named[i]))
        value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), named[i], "no such words");
      if (value != NULL)
        g_string_append_printf (texts, "%s\n", value);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    add_texts (child, texts);
}

static void
assert_hides (GtkWidget *sheet,
              json_t    *persona)
{
  static const char *const never[] = { "guarded", "talkative", "as-written", "topic/", "hidden/", "care-home" };
  g_autoptr (GString) texts = g_string_new (NULL);
  json_t *item;
  size_t  i;

  add_texts (sheet, texts);
  g_assert_null (strstr (texts->str, json_string_value (json_object_get (persona, "story"))));
  g_assert_null (strstr (texts->str, json_string_value (json_object_get (persona, "manner"))));
  for (gsize j = 0; j < G_N_ELEMENTS (never); j++)
    if (strstr (texts->str, never[j]) != NULL)
      g_error ("“%s” is on the screen:\n%s", never[j], texts->str);
  json_array_foreach (json_object_get (persona, "hidden"), i, item)
    {
      g_assert_null (strstr (texts->str, json_string_value (json_object_get (item, "what"))));
      g_assert_null (strstr (texts->str, json_string_value (json_object_get (item, "reveal"))));
    }
}

static void
test_hides (PageFixture  *fixture,
            gconstpointer data)
{
  SdmRehearsal *rehearsal = begin (fixture, data, 3);
  SdmTalk      *talk = sdm_rehearsal_get_talk (rehearsal);
  json_t       *persona = json_object_get (sdm_json_text_get_root (sdm_case_get_text (sdm_talk_get_case (talk))), "persona");
  GtkWidget    *sheet = show_sheet (fixture);

  page_fixture_click (find (sheet, is_button, "Pick a question"));
  assert_hides (sheet, persona);
  ask (sheet, "Do you take your tablets?");
  ask (sheet, "How is the weather?");
  ask (sheet, "");
  for (SdmStep step = 0; step < SDM_STEP_WEIGH; step++)
    sdm_rehearsal_enter_step (rehearsal, step);
  assert_hides (sheet, persona);
}

/* The face has words of its own for each look, and none is a mood. */
static void
test_looks (PageFixture  *fixture,
            gconstpointer data)
{
  GtkWidget *sheet;

  begin (fixture, data, 0);
  sheet = show_sheet (fixture);
  ask (sheet, "You must stop that tablet.");
  {
    g_autoptr (GString) texts = g_string_new (NULL);

    add_texts (sheet, texts);
    g_assert_nonnull (strstr (texts->str, "Arthur Pell looks away"));
  }
}

/* Keeping: nobody else's, and nowhere else */

static void
test_kept (PageFixture  *fixture,
           gconstpointer data)
{
  SdmRecordStore *store = sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
  SdmRehearsal   *rehearsal = begin (fixture, data, 0);
  GtkWidget      *sheet = show_sheet (fixture);
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (SdmPracticeSession) session = NULL;
  g_autoptr (SdmTalk) resumed = NULL;
  g_autoptr (GError) error = NULL;

  ask (sheet, "Tell me about the dog.");
  sdm_autosaver_flush (sdm_rehearsal_get_autosaver (rehearsal), &error);
  g_assert_no_error (error);
  kept = sdm_record_store_get_practice (store, sdm_consultation_get_id (fixture->consultation), &error);
  g_assert_no_error (error);
  session = sdm_practice_session_new_from_bytes (kept, "practice", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sdm_practice_session_get_trainee (session), ==, "Ann Lee");
  resumed = sdm_practice_session_dup_talk (session, sdm_talk_get_case (sdm_rehearsal_get_talk (rehearsal)), fixture->aid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (sdm_talk_get_turns (resumed)), ==, 2);
  g_assert_false (sdm_record_store_exists (sdm_context_get_store (fixture->context, SDM_RECORD_STORE_REAL)));
}

/* The consultation of a real person has no made-up patient, whatever is asked. */
static void
test_nobody_real (PageFixture  *fixture,
                  gconstpointer data)
{
  g_autoptr (SdmConsultation) real = sdm_consultation_new_for_patient (fixture->aid, sdm_context_get_clock (fixture->context));
  g_autoptr (SdmSession) session = sdm_session_new (fixture->context, real, fixture->aid);
  SdmRehearsal *rehearsal = begin (fixture, data, 0);

  g_test_expect_message ("sdm-pages", G_LOG_LEVEL_CRITICAL, "*is_practice*");
  sdm_session_set_rehearsal (session, rehearsal);
  g_test_assert_expected_messages ();
  g_assert_null (sdm_session_get_rehearsal (session));
}

/* Reading aloud: a program that writes down what it is to read */

static char *tools;

static void
make_program (void)
{
  g_autofree char  *program = NULL;
  g_autofree char  *path = NULL;
  static const char script[] = "#!/bin/sh\nhere=$(dirname \"$0\")\n[ \"$1\" = -- ] && printf %s \"$2\" > \"$here/part\" && mv \"$here/part\" \"$here/heard\"\n";

  tools = g_dir_make_tmp ("evenhand-tools-XXXXXX", NULL);
  program = g_build_filename (tools, "spd-say", NULL);
  g_assert_true (g_file_set_contents (program, script, -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  path = g_strconcat (tools, ":", g_getenv ("PATH"), NULL);
  g_setenv ("PATH", path, TRUE);
}

static void
remove_program (void)
{
  static const char *const names[] = { "spd-say", "heard", "part" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (tools, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (tools);
  g_clear_pointer (&tools, g_free);
}

static void
test_read_aloud (PageFixture  *fixture,
                 gconstpointer data)
{
  g_autofree char *heard = g_build_filename (tools, "heard", NULL);
  g_autofree char *text = NULL;
  const guint      limit = page_fixture_limit_wait ();
  GtkWidget       *sheet;
  GtkWidget       *aloud;

  begin (fixture, data, 0);
  sheet = show_sheet (fixture);
  aloud = find (sheet, is_button, "Read aloud");
  g_assert_false (gtk_widget_get_visible (aloud));
  while (!gtk_widget_get_visible (aloud))
    g_main_context_iteration (NULL, TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (aloud), TRUE);
  ask (sheet, "Tell me about the dog.");
  while (!g_file_test (heard, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (heard, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "Tess."));
  g_source_remove (limit);
  g_settings_reset (sdm_context_get_settings (fixture->context), "read-aloud");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  /* Before there are threads that look for it. */
  make_program ();
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/patient-sheet/who", PAGE_FIXTURE_FRAILTY_CASE, test_who);
  page_fixture_add ("/pages/patient-sheet/talk", PAGE_FIXTURE_FRAILTY_CASE, test_talk);
  page_fixture_add ("/pages/patient-sheet/too-long", PAGE_FIXTURE_FRAILTY_CASE, test_too_long);
  page_fixture_add ("/pages/patient-sheet/ended", PAGE_FIXTURE_FRAILTY_CASE, test_ended);
  page_fixture_add ("/pages/patient-sheet/shown", PAGE_FIXTURE_FRAILTY_CASE, test_shown);
  page_fixture_add ("/pages/patient-sheet/row-opened", PAGE_FIXTURE_FRAILTY_CASE, test_row_opened);
  page_fixture_add ("/pages/patient-sheet/hides", PAGE_FIXTURE_FRAILTY_CASE, test_hides);
  page_fixture_add ("/pages/patient-sheet/looks", PAGE_FIXTURE_FRAILTY_CASE, test_looks);
  page_fixture_add ("/pages/patient-sheet/kept", PAGE_FIXTURE_FRAILTY_CASE, test_kept);
  page_fixture_add ("/pages/patient-sheet/nobody-real", PAGE_FIXTURE_FRAILTY_CASE, test_nobody_real);
  page_fixture_add ("/pages/patient-sheet/read-aloud", PAGE_FIXTURE_FRAILTY_CASE, test_read_aloud);

  status = page_fixture_run ();
  remove_program ();

  return status;
}
