/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "sdm-consultation-blank.h"
#include "sdm-page-later.h"
#include "sdm-widgets.h"
#include "sdm-window-private.h"

/* What is pasted into a field and does not fit, or cannot be seen. */

#define CASE     PAGE_FIXTURE_FRAILTY_CASE
#define TOO_LONG "This is 400 letters long and 70 fit. Shorten it: until then it is not kept."

static AdwApplication *application;

/* Helpers */

static char *
repeat (const char *letter,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, letter);

  return g_string_free (text, FALSE);
}

static char *
dup_typed (GtkWidget *input)
{
  char *text = NULL;

  if (GTK_IS_EDITABLE (input))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (input)));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), "text", &text, NULL);

  return text;
}

/* As a person does it: over all that stands there. */
static void
paste (GtkWidget  *input,
       const char *text)
{
  GtkWidget       *taker = GTK_IS_EDITABLE (input) ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (input))) : input;
  g_autofree char *before = dup_typed (input);
  g_autofree char *now = g_strdup (before);
  const guint      limit = page_fixture_limit_wait ();

  g_assert_nonnull (input);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (input), text);
  gtk_widget_grab_focus (input);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_activate_action (taker, "selection.select-all", NULL);
  gtk_widget_activate_action (taker, "clipboard.paste", NULL);
  while (g_str_equal (now, before))
    {
      /* The focus, when it comes, may take the selection away. */
      if (GTK_IS_EDITABLE (input))
        gtk_editable_select_region (GTK_EDITABLE (input), 0, -1);
      g_main_context_iteration (NULL, TRUE);
      g_free (now);
      now = dup_typed (input);
    }
  g_source_remove (limit);
}

static void
assert_typed (GtkWidget  *input,
              const char *expected)
{
  g_autofree char *typed = dup_typed (input);

  g_assert_cmpstr (typed, ==, expected);
}

static void
assert_label (PageFixture *fixture,
              const char  *text,
              gboolean     is_there)
{
  if ((page_fixture_find_label (fixture, text) != NULL) != is_there)
    g_error ("“%s” is %s", text, is_there ? "not said" : "still said");
}

static guint
find_all_below (GtkWidget  *widget,
                const char *label,
                GtkWidget **found,
                guint       n)
{
  guint n_found = 0;

  if (n == 0 || !gtk_widget_get_visible (widget))
    return 0;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), label) &&
      gtk_label_get_mnemonic_widget (GTK_LABEL (widget)) != NULL)
    {
      found[0] = gtk_label_get_mnemonic_widget (GTK_LABEL (widget));
      return 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_found += find_all_below (child, label, found + n_found, n - n_found);

  return n_found;
}

/* The first @n fields with this label. */
static void
find_all (PageFixture *fixture,
          const char  *label,
          GtkWidget  **found,
          guint        n)
{
  g_assert_cmpuint (find_all_below (GTK_WIDGET (fixture->page), label, found, n), ==, n);
}

/* Tests */

static void
test_too_long (PageFixture  *fixture,
               gconstpointer data)
{
  g_autofree char *pasted = repeat ("é", 400);
  GtkWidget       *name;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  name = page_fixture_find_field (fixture, "What would you like to be called?");
  page_fixture_type (name, "Art");
  paste (name, pasted);
  assert_typed (name, pasted);
  assert_label (fixture, TOO_LONG, TRUE);
  page_fixture_assert_text (fixture, "people/patient/preferred_name", "Art");
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE));
  gtk_test_accessible_assert_relation (name, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, page_fixture_find_label (fixture, TOO_LONG), NULL);

  /* It is still there when somebody comes back to the page. */
  sdm_page_show_now (fixture->page);
  assert_typed (name, pasted);
  assert_label (fixture, TOO_LONG, TRUE);

  page_fixture_type (name, "Arthur");
  assert_label (fixture, TOO_LONG, FALSE);
  page_fixture_assert_text (fixture, "people/patient/preferred_name", "Arthur");
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE));
}

static void
test_too_long_text (PageFixture  *fixture,
                    gconstpointer data)
{
  const guint      most = sdm_consultation_get_max_length ("people/why_now");
  g_autofree char *pasted = repeat ("a", most + 1);
  GtkWidget       *why;

  g_assert_cmpuint (most, >, 0);
  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  why = page_fixture_find_field (fixture, "Why now");
  page_fixture_type (why, "He fell.");
  paste (why, pasted);
  assert_typed (why, pasted);
  g_assert_true (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
  page_fixture_assert_text (fixture, "people/why_now", "He fell.");
  pasted[most] = '\0';
  paste (why, pasted);
  g_assert_false (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
  page_fixture_assert_text (fixture, "people/why_now", pasted);
}

/* One that does not fit keeps none of the others from being kept. */
static void
test_too_long_in_list (PageFixture  *fixture,
                       gconstpointer data)
{
  g_autofree char *pasted = repeat ("a", 400);
  GtkWidget       *helps;
  GtkWidget       *how;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  page_fixture_click (page_fixture_find_button (fixture, "Add something that helps"));
  helps = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "What helps, 1");
  how = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "How we do it, 1");
  page_fixture_type (helps, "Large letters");
  paste (helps, pasted);
  page_fixture_type (how, "A pen that is thick");
  assert_typed (helps, pasted);
  page_fixture_assert_text (fixture, "people/needs/0/need", "Large letters");
  page_fixture_assert_text (fixture, "people/needs/0/met_by", "A pen that is thick");
  g_assert_true (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
}

/* The rows of a list are drawn again when one comes or goes, and when somebody comes back. */
static void
test_too_long_in_rows (PageFixture  *fixture,
                       gconstpointer data)
{
  g_autofree char *pasted = repeat ("a", 400);
  GtkWidget       *services[2];

  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "Not yet"));
  for (guint i = 0; i < 3; i++)
    page_fixture_click (page_fixture_find_button (fixture, "Add a service or group"));
  find_all (fixture, "Service or group", services, 2);
  page_fixture_type (services[0], "Dogs");
  page_fixture_type (services[1], "Walks");
  paste (services[1], pasted);
  sdm_page_show_now (fixture->page);
  find_all (fixture, "Service or group", services, 2);
  assert_typed (services[0], "Dogs");
  assert_typed (services[1], pasted);
  g_assert_true (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));

  page_fixture_click (page_fixture_find_button (fixture, "Add a service or group"));
  page_fixture_click (page_fixture_find_button (fixture, "Take this service out"));
  find_all (fixture, "Service or group", services, 2);
  assert_typed (services[0], pasted);
  assert_typed (services[1], "");
  page_fixture_assert_text (fixture, "plan/services/0/name", "Walks");
  sdm_session_undo (fixture->session);
  find_all (fixture, "Service or group", services, 2);
  assert_typed (services[0], "Dogs");
  assert_typed (services[1], pasted);
  page_fixture_type (services[1], "Walks for two");
  page_fixture_assert_text (fixture, "plan/services/1/name", "Walks for two");
  g_assert_false (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
}

static void
test_too_long_in_choice (PageFixture  *fixture,
                         gconstpointer data)
{
  static const char label[] = "In detail: which one, how much, how";
  g_autofree char  *pasted = repeat ("a", 4000);

  page_fixture_show (fixture, SDM_STEP_PLAN);
  page_fixture_click (page_fixture_find_button (fixture, "We have decided"));
  page_fixture_click (page_fixture_find_button (fixture, "Take one tablet fewer"));
  paste (page_fixture_find_field (fixture, label), pasted);
  sdm_page_show_now (fixture->page);
  assert_typed (page_fixture_find_field (fixture, label), pasted);
  g_assert_true (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
}

static void
test_no_time_in_burden (PageFixture  *fixture,
                        gconstpointer data)
{
  GtkWidget *when;

  page_fixture_show (fixture, SDM_STEP_WEIGH);
  page_fixture_click (page_fixture_find_button (fixture, "When and how long"));
  when = page_fixture_find_field (fixture, "When");
  page_fixture_type (when, "after tea");
  sdm_page_show_now (fixture->page);
  assert_typed (page_fixture_find_field (fixture, "When"), "after tea");
  g_assert_true (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
}

static GtkWidget *
find_name_of_option (PageFixture *fixture)
{
  return page_fixture_find_named (fixture, GTK_TYPE_TEXT_VIEW, "Name of option 2");
}

/* A blank page says it in the same way, and hands it on to the next sheet. */
static void
test_too_long_on_blank_page (PageFixture  *fixture,
                             gconstpointer data)
{
  g_autofree char *pasted = repeat ("a", 400);
  GtkWidget       *name;

  page_fixture_show (fixture, SDM_STEP_OPTIONS);
  page_fixture_type (find_name_of_option (fixture), "Try one");
  paste (find_name_of_option (fixture), pasted);
  page_fixture_click (page_fixture_find_button (fixture, "Add an option"));
  name = find_name_of_option (fixture);
  assert_typed (name, pasted);
  g_assert_true (gtk_widget_has_css_class (name, "problem"));
  g_assert_null (gtk_test_accessible_check_state (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE));
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_true (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
  g_assert_cmpstr (sdm_consultation_get_blank_text (fixture->consultation, SDM_BLANK_OPTION, "option-2"), ==, "Try one");
  page_fixture_type (name, "Try two");
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY));
  g_assert_cmpstr (sdm_consultation_get_blank_text (fixture->consultation, SDM_BLANK_OPTION, "option-2"), ==, "Try two");
}

/* What is added only when a button is pressed stays in its field. */
static void
test_too_long_own (PageFixture  *fixture,
                   gconstpointer data)
{
  const guint      most = sdm_consultation_get_max_length ("matters/ranked/0/text");
  g_autofree char *pasted = repeat ("a", most + 1);
  GtkWidget       *own;

  page_fixture_show (fixture, SDM_STEP_MATTERS);
  own = page_fixture_find_named (fixture, GTK_TYPE_ENTRY, "Something else that counts");
  paste (own, pasted);
  g_signal_emit_by_name (own, "activate");
  assert_typed (own, pasted);
  g_assert_true (sdm_page_place_has_problem (GTK_WIDGET (fixture->page)));
}

static void
test_unseen (PageFixture  *fixture,
             gconstpointer data)
{
  static const char said[] = "3 characters that cannot be seen were left out.";
  static const char kept[] = "שלום عمر 👩‍🦽 ŵ";
  GtkWidget        *name;
  GtkWidget        *why;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  name = page_fixture_find_field (fixture, "What would you like to be called?");
  page_fixture_type (name, "A\x01r\xe2\x80\xaet\nhur\x7f");
  assert_typed (name, "Art hur");
  assert_label (fixture, said, TRUE);
  page_fixture_assert_text (fixture, "people/patient/preferred_name", "Art hur");
  page_fixture_type (name, kept);
  assert_label (fixture, said, FALSE);
  assert_typed (name, kept);
  page_fixture_assert_text (fixture, "people/patient/preferred_name", kept);

  why = page_fixture_find_field (fixture, "Why now");
  page_fixture_type (why, "One\r\n\x02\x03\x04two");
  assert_typed (why, "One\ntwo");
  assert_label (fixture, said, TRUE);
}

static void
test_finish_says_so (PageFixture  *fixture,
                     gconstpointer data)
{
  static const char said[] = "Something typed there is not kept as it stands.";
  g_autofree char  *pasted = repeat ("a", 400);
  GtkWidget        *name;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  name = page_fixture_find_field (fixture, "What would you like to be called?");
  paste (name, pasted);
  g_assert_true (sdm_page_leave (fixture->page));
  page_fixture_show (fixture, SDM_STEP_FINISH);
  assert_label (fixture, said, TRUE);
  g_assert_false (gtk_widget_is_sensitive (page_fixture_find_button (fixture, "Finish and keep")));

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  g_assert_false (sdm_page_leave (fixture->page));
  page_fixture_show (fixture, SDM_STEP_FINISH);
  assert_label (fixture, said, FALSE);
}

/* What is half typed is kept as it stands: nobody is held back for it. */
static void
test_doubt_holds_nobody (PageFixture  *fixture,
                         gconstpointer data)
{
  static const char said[] = "Ten digits are needed.";
  GtkWidget        *name;

  page_fixture_show (fixture, SDM_STEP_PEOPLE);
  name = page_fixture_find_field (fixture, "What would you like to be called?");
  sdm_ui_set_doubt (name, said);
  assert_label (fixture, said, TRUE);
  g_assert_false (sdm_page_leave (fixture->page));
  sdm_ui_set_problem (name, said);
  g_assert_true (sdm_page_leave (fixture->page));
  sdm_ui_set_doubt (name, NULL);
  assert_label (fixture, said, FALSE);
}

/* In the window */

static void
set_up_window (PageFixture  *fixture,
               gconstpointer source)
{
  guint limit;

  page_fixture_set_up (fixture, source);
  fixture->window = sdm_window_new (GTK_APPLICATION (application), fixture->context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  limit = page_fixture_limit_wait ();
  while (!SDM_WINDOW (fixture->window)->store_is_open || SDM_WINDOW (fixture->window)->aids != AIDS_KNOWN)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  sdm_window_open_session (SDM_WINDOW (fixture->window), fixture->session, SDM_STEP_PEOPLE);
  fixture->page = SDM_WINDOW (fixture->window)->pages[SDM_STEP_PEOPLE];
}

static void
tear_down_window (PageFixture  *fixture,
                  gconstpointer source)
{
  fixture->page = NULL;
  sdm_window_close_session (SDM_WINDOW (fixture->window));
  while (G_OBJECT (fixture->session)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  page_fixture_tear_down (fixture, source);
}

static void
count_leave (SdmWindow *window)
{
  g_object_set_data (G_OBJECT (window), "left", GINT_TO_POINTER (TRUE));
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (ADW_IS_MESSAGE_DIALOG (window->data))
      return window->data;

  return NULL;
}

static void
answer (const char *response)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
}

/* Somebody who wants to leave is asked, and may. */
static void
test_window_asks (PageFixture  *fixture,
                  gconstpointer data)
{
  SdmWindow       *window = SDM_WINDOW (fixture->window);
  g_autofree char *pasted = repeat ("a", 400);
  GtkWidget       *name = page_fixture_find_field (fixture, "What would you like to be called?");

  paste (name, pasted);
  sdm_session_go_to (fixture->session, SDM_STEP_MATTERS);
  sdm_window_leave (window, count_leave);
  answer ("go");
  g_assert_null (g_object_get_data (G_OBJECT (window), "left"));
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_PEOPLE);
  assert_typed (name, pasted);

  sdm_window_leave (window, count_leave);
  answer ("leave");
  g_assert_nonnull (g_object_get_data (G_OBJECT (window), "left"));
}

static void
test_window_leads_back (PageFixture  *fixture,
                        gconstpointer data)
{
  SdmWindow       *window = SDM_WINDOW (fixture->window);
  g_autofree char *pasted = repeat ("a", 400);
  GtkWidget       *name = page_fixture_find_field (fixture, "What would you like to be called?");

  paste (name, pasted);
  sdm_session_go_to (fixture->session, SDM_STEP_MATTERS);
  g_assert_true (sdm_session_is_unsolved (fixture->session, SDM_STEP_PEOPLE));
  g_assert_nonnull (window->unsolved_toasts[SDM_STEP_PEOPLE]);

  gtk_widget_activate_action (fixture->window, "win.show-unsolved", "i", (int) SDM_STEP_PEOPLE);
  g_assert_cmpint (sdm_session_get_step (fixture->session), ==, SDM_STEP_PEOPLE);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), name));
  assert_typed (name, pasted);
  g_assert_null (window->unsolved_toasts[SDM_STEP_PEOPLE]);

  page_fixture_type (name, "Art");
  sdm_session_go_to (fixture->session, SDM_STEP_MATTERS);
  g_assert_null (window->unsolved_toasts[SDM_STEP_PEOPLE]);
  g_assert_false (sdm_session_is_unsolved (fixture->session, SDM_STEP_PEOPLE));
  sdm_window_leave (window, count_leave);
  g_assert_nonnull (g_object_get_data (G_OBJECT (window), "left"));
}

static char *
dup_undo_label (PageFixture *fixture)
{
  char *label = NULL;

  g_menu_model_get_item_attribute (G_MENU_MODEL (SDM_WINDOW (fixture->window)->history_menu), 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);

  return label;
}

static void
assert_undo_label (PageFixture *fixture,
                   const char  *expected)
{
  g_autofree char *label = dup_undo_label (fixture);

  g_assert_cmpstr (label, ==, expected);
}

/* The key that undoes takes back what was pasted, and nothing that was kept before. */
static void
test_window_undo (PageFixture  *fixture,
                  gconstpointer data)
{
  g_autofree char *pasted = repeat ("a", 400);
  GtkWidget       *name = page_fixture_find_field (fixture, "What would you like to be called?");
  g_autofree char *before = dup_typed (name);

  /* Nothing is in the history yet. */
  paste (name, pasted);
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  assert_typed (name, before);
  assert_undo_label (fixture, "Undo");
  page_fixture_type (name, "Art");
  assert_undo_label (fixture, "Undo: preferred name");
  paste (name, pasted);
  assert_undo_label (fixture, "Undo");
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  assert_typed (name, "Art");
  assert_label (fixture, TOO_LONG, FALSE);
  page_fixture_assert_text (fixture, "people/patient/preferred_name", "Art");
}

/* A field in a row of a list, which is drawn again, gives way to another one. */
static void
test_window_undo_in_rows (PageFixture  *fixture,
                          gconstpointer data)
{
  SdmWindow       *window = SDM_WINDOW (fixture->window);
  g_autofree char *pasted = repeat ("a", 400);
  GtkWidget       *service;
  GtkWidget       *by;

  sdm_session_go_to (fixture->session, SDM_STEP_PLAN);
  fixture->page = window->pages[SDM_STEP_PLAN];
  sdm_page_later_show (GTK_WIDGET (fixture->page));
  page_fixture_click (page_fixture_find_button (fixture, "Not yet"));
  page_fixture_click (page_fixture_find_button (fixture, "Add a service or group"));
  find_all (fixture, "Service or group", &service, 1);
  page_fixture_type (service, "Dogs");
  paste (service, pasted);
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  find_all (fixture, "Service or group", &service, 1);
  assert_typed (service, "Dogs");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), service));
  page_fixture_assert_text (fixture, "plan/services/0/name", "Dogs");

  /* No more does it go past what is no day. */
  page_fixture_click (page_fixture_find_button (fixture, "Add a step"));
  by = page_fixture_find_field (fixture, "By");
  page_fixture_type (by, "14 March 2027");
  gtk_widget_grab_focus (by);
  paste (by, "some day");
  gtk_widget_activate_action (fixture->window, "win.undo", NULL);
  assert_typed (page_fixture_find_field (fixture, "By"), "14\u00a0March\u00a02027");
  page_fixture_assert_text (fixture, "plan/actions/0/by", "2027-03-14");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_register_resource ();
  application = adw_application_new ("org.evenhand.Evenhand", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  page_fixture_add ("/pages/fields/too-long", CASE, test_too_long);
  page_fixture_add ("/pages/fields/too-long-text", CASE, test_too_long_text);
  page_fixture_add ("/pages/fields/too-long-in-list", CASE, test_too_long_in_list);
  page_fixture_add ("/pages/fields/too-long-in-rows", CASE, test_too_long_in_rows);
  page_fixture_add ("/pages/fields/too-long-in-choice", CASE, test_too_long_in_choice);
  page_fixture_add ("/pages/fields/no-time-in-burden", CASE, test_no_time_in_burden);
  page_fixture_add ("/pages/fields/too-long-on-blank-page", PAGE_FIXTURE_BLANK, test_too_long_on_blank_page);
  page_fixture_add ("/pages/fields/too-long-own", CASE, test_too_long_own);
  page_fixture_add ("/pages/fields/unseen", CASE, test_unseen);
  page_fixture_add ("/pages/fields/finish-says-so", CASE, test_finish_says_so);
  page_fixture_add ("/pages/fields/doubt-holds-nobody", CASE, test_doubt_holds_nobody);
  g_test_add ("/pages/fields/window-leads-back", PageFixture, CASE, set_up_window, test_window_leads_back, tear_down_window);
  g_test_add ("/pages/fields/window-asks", PageFixture, CASE, set_up_window, test_window_asks, tear_down_window);
  g_test_add ("/pages/fields/window-undo", PageFixture, CASE, set_up_window, test_window_undo, tear_down_window);
  g_test_add ("/pages/fields/window-undo-in-rows", PageFixture, CASE, set_up_window, test_window_undo_in_rows, tear_down_window);

  return page_fixture_run ();
}
