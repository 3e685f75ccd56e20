/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <string.h>

#include "sdm-fields.h"
#include "sdm-finish-page.h"
#include "sdm-gp-copy.h"
#include "sdm-gp-text.h"
#include "sdm-record-closing.h"
#include "sdm-record-versions.h"
#include "sdm-window-private.h"

/* The page of a finished record, and what can be done from it. */

#define wait_until(condition)                       \
  G_STMT_START                                      \
  {                                                 \
    const guint limit = page_fixture_limit_wait (); \
                                                    \
    while (!(condition))                            \
      g_main_context_iteration (NULL, TRUE);        \
    g_source_remove (limit);                        \
  }                                                 \
  G_STMT_END

/* Helpers */

static SdmRecordStore *
get_store (PageFixture *fixture)
{
  return sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
}

static const char *
get_id (PageFixture *fixture)
{
  return sdm_consultation_get_id (fixture->consultation);
}

/* The fixture's consultation as a record that is kept. */
static void
keep_record (PageFixture *fixture)
{
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SdmRecordHead) head = sdm_session_make_head (fixture->session, &body);
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  sha256 = sdm_record_store_put_aid (get_store (fixture), sdm_aid_get_bytes (fixture->aid), &error);
  g_assert_no_error (error);
  sdm_record_store_finalise (get_store (fixture), head, body, &error);
  g_assert_no_error (error);
}

static gboolean
is_label (GtkWidget  *widget,
          const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static GtkWidget *find (GtkWidget *widget,
                        gboolean (*matches) (GtkWidget *, const char *),
                        const char *text);

static gboolean
is_button (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_BUTTON (widget) && find (widget, is_label, text) != NULL;
}

static GtkWidget *
find (GtkWidget *widget,
      gboolean (*matches) (GtkWidget *, const char *),
      const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (matches (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, matches, text);

  return found;
}

static gboolean
is_fold (GtkWidget  *widget,
         const char *text)
{
  return GTK_IS_EXPANDER (widget) && find (widget, is_label, text) != NULL;
}

static GtkWidget *
find_label (PageFixture *fixture,
            const char  *text)
{
  return find (fixture->window, is_label, text);
}

static void
wait_for_label (PageFixture *fixture,
                const char  *text)
{
  wait_until (find_label (fixture, text) != NULL);
}

static void
click (PageFixture *fixture,
       const char  *text)
{
  page_fixture_click (find (fixture->window, is_button, text));
}

static SdmWindow *
show_window (PageFixture *fixture)
{
  fixture->window = sdm_window_new (NULL, fixture->context);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  wait_until (SDM_WINDOW (fixture->window)->store_is_open);

  return SDM_WINDOW (fixture->window);
}

static SdmWindow *
show_record (PageFixture *fixture)
{
  SdmWindow *window = show_window (fixture);

  keep_record (fixture);
  sdm_window_show_record (window, SDM_RECORD_STORE_PRACTICE, get_id (fixture));
  wait_for_label (fixture, "Version 1, finished by Dr Amina Rowe");

  return window;
}

/* Tests */

static void
test_says_what_was_decided (PageFixture  *fixture,
                            gconstpointer data)
{
  SdmWindow *window = show_record (fixture);

  g_assert_nonnull (find_label (fixture, "Mr Arthur James Pell"));
  g_assert_nonnull (find_label (fixture, "Born 14\u00a0March\u00a01943, NHS number 999"));
  g_assert_nonnull (find_label (fixture, "Shared decision: "));
  g_assert_nonnull (find_label (fixture, "Why, in their words: “"));
  g_assert_nonnull (find_label (fixture, "Options discussed: "));
  g_assert_nonnull (find_label (fixture, "Action: "));
  g_assert_nonnull (find_label (fixture, "Review: "));
  g_assert_true (gtk_widget_get_visible (window->banner));

  /* From the list, too; and the patient's screen has nothing of it. */
  gtk_widget_activate_action (fixture->window, "win.home", NULL);
  wait_for_label (fixture, "Finished, ");
  g_assert_null (window->real_page);
  click (fixture, "Mr Arthur James Pell");
  wait_for_label (fixture, "Version 1, finished by");
  sdm_window_toggle_patient_view (window);
  g_assert_nonnull (window->patient_view);
  g_assert_null (find (window->patient_view, is_label, "Pell"));
  g_assert_null (find (window->patient_view, is_label, "doxazosin"));
  sdm_window_toggle_patient_view (window);
}

static void
test_not_signed_in (PageFixture  *fixture,
                    gconstpointer data)
{
  SdmWindow *window = show_window (fixture);

  sdm_window_show_record (window, SDM_RECORD_STORE_REAL, get_id (fixture));
  g_assert_null (window->real_page);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
}

/* The page of a step, in the window. */
static GtkWidget *
go_to (PageFixture *fixture,
       SdmStep      step)
{
  SdmWindow *window = SDM_WINDOW (fixture->window);

  sdm_session_go_to (window->session, step);

  return GTK_WIDGET (window->pages[step]);
}

static SdmConsultation *
get_open (PageFixture *fixture)
{
  return sdm_session_get_consultation (SDM_WINDOW (fixture->window)->session);
}

static void
begin_amendment (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  click (fixture, "Amend this record");
  wait_for_label (fixture, "You are amending the record of 24\u00a0November\u00a02026, finished by Dr Amina Rowe.");
  sdm_consultation_set_text (get_open (fixture), "plan/why", "I want the hill back.", &error);
  g_assert_no_error (error);
}

static char *
list_versions (PageFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) heads = sdm_record_store_list_versions (get_store (fixture), get_id (fixture), &error);
  GString *list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < heads->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (heads, i);

      g_string_append_printf (list, "%s%s %s", i > 0 ? "; " : "", head->change != NULL ? head->change : "draft", head->status);
    }

  return g_string_free (list, FALSE);
}

static void
assert_versions (PageFixture *fixture,
                 const char  *expected)
{
  g_autofree char *list = list_versions (fixture);

  g_assert_cmpstr (list, ==, expected);
}

/* What is typed is saved a moment later. */
static void
wait_for_draft (PageFixture *fixture)
{
  SdmAutosaver *autosaver = sdm_session_get_autosaver (SDM_WINDOW (fixture->window)->session);

  wait_until (sdm_autosaver_get_state (autosaver) == SDM_AUTOSAVER_SAVED);
}

static void
test_amend (PageFixture  *fixture,
            gconstpointer data)
{
  GtkWidget *page;

  show_record (fixture);
  begin_amendment (fixture);
  page = go_to (fixture, SDM_STEP_FINISH);
  wait_for_label (fixture, "What differs from the finished record");
  g_assert_nonnull (find_label (fixture, "Decide and plan: Why, in your words"));
  g_assert_nonnull (find_label (fixture, "Before: I want the hill back, and the heart one stays."));
  g_assert_nonnull (find_label (fixture, "Now: I want the hill back."));
  g_assert_null (find_label (fixture, "Before: nothing"));
  g_assert_null (find_label (fixture, "Now: nothing"));

  /* Nothing is kept before somebody said why. */
  sdm_finish_page_keep (SDM_FINISH_PAGE (page));
  g_assert_nonnull (find_label (fixture, "Say why the record is amended. It is not kept yet."));
  wait_for_draft (fixture);
  assert_versions (fixture, "finalised valid; draft in-progress");
  page_fixture_type (gtk_label_get_mnemonic_widget (GTK_LABEL (find_label (fixture, "Why is the record amended?"))),
                     "The words were those of Tom.");
  sdm_finish_page_keep (SDM_FINISH_PAGE (page));
  wait_for_label (fixture, "Version 2, amended by Dr Amina Rowe");
  assert_versions (fixture, "finalised valid; amended valid");
  g_assert_nonnull (find_label (fixture, "Finished and amended"));
  g_assert_nonnull (find_label (fixture, "The words were those of Tom."));
  g_assert_nonnull (find_label (fixture, "AMENDED, version 2, replaces what was written before, 2026-11-24:"));

  /* What changed, and the version before. */
  click (fixture, "What changed");
  wait_for_label (fixture, "What changed in version 2");
  g_assert_nonnull (find_label (fixture, "Now: I want the hill back."));
  click (fixture, "Read it");
  wait_until (SDM_WINDOW (fixture->window)->session != NULL);
  g_assert_true (sdm_session_is_read_only (SDM_WINDOW (fixture->window)->session));
  g_assert_cmpstr (sdm_consultation_get_text (get_open (fixture), "plan/why"), ==, "I want the hill back, and the heart one stays.");
}

static void
test_amendment_is_left (PageFixture  *fixture,
                        gconstpointer data)
{
  show_record (fixture);
  begin_amendment (fixture);
  gtk_widget_activate_action (fixture->window, "win.home", NULL);
  wait_for_label (fixture, "Amendment, not finished: left at Start");
  assert_versions (fixture, "finalised valid; draft in-progress");

  sdm_window_show_record (SDM_WINDOW (fixture->window), SDM_RECORD_STORE_PRACTICE, get_id (fixture));
  wait_for_label (fixture, "Throw it away");
  g_assert_null (find_label (fixture, "Amend this record"));
  g_assert_null (find_label (fixture, "This record should not count any more"));
  click (fixture, "Go on with it");
  wait_for_label (fixture, "You are amending the record of");
  g_assert_cmpstr (sdm_consultation_get_text (get_open (fixture), "plan/why"), ==, "I want the hill back.");
  g_assert_nonnull (sdm_session_get_amended (SDM_WINDOW (fixture->window)->session));
  gtk_widget_activate_action (fixture->window, "win.home", NULL);
  wait_for_label (fixture, "Amendment, not finished: left at Start");
}

typedef struct
{
  SdmClosing  closing;
  const char *status;
  const char *versions;
  const char *subject;
} ClosingCase;

static const ClosingCase closing_cases[] = {
  { SDM_CLOSING_ENTERED_IN_ERROR, "Entered in error", "finalised valid; entered-in-error cancelled", "CANCELLED, entered in error, 2026-11-24:" },
  { SDM_CLOSING_WITHDRAWN, "Withdrawn by the person", "finalised valid; withdrawn cancelled", "CANCELLED, the person withdrew it, 2026-11-24:" },
};

static void
close_record (PageFixture       *fixture,
              const ClosingCase *c)
{
  SdmWindow *window = show_record (fixture);
  GtkWidget *closing;

  gtk_expander_set_expanded (GTK_EXPANDER (find (fixture->window, is_fold, "This record should not count any more")), TRUE);
  wait_for_label (fixture, "Why does this record count no more?");
  closing = gtk_widget_get_ancestor (find_label (fixture, "Why does this record count no more?"), SDM_TYPE_RECORD_CLOSING);
  sdm_record_closing_keep (SDM_RECORD_CLOSING (closing), c->closing);
  assert_versions (fixture, "finalised valid");
  click (fixture, c->status);
  g_assert_nonnull (find_label (fixture, "Say why, in a few words. Nothing was changed."));
  page_fixture_type (gtk_label_get_mnemonic_widget (GTK_LABEL (find_label (fixture, "Why does this record count no more?"))), "It is another Arthur.");
  sdm_record_closing_keep (SDM_RECORD_CLOSING (closing), c->closing);
  wait_for_label (fixture, "This record counts no more.");
  assert_versions (fixture, c->versions);
  g_assert_nonnull (find_label (fixture, c->status));
  g_assert_nonnull (find_label (fixture, c->subject));
  g_assert_nonnull (find_label (fixture, "Why: It is another Arthur."));
  g_assert_null (find_label (fixture, "Amend this record"));
  g_assert_nonnull (window->real_page);
}

static void
test_entered_in_error (PageFixture  *fixture,
                       gconstpointer data)
{
  close_record (fixture, &closing_cases[0]);
  click (fixture, "Look at all pages");
  wait_for_label (fixture, "This record was entered in error. It counts no more.");
  gtk_widget_activate_action (fixture->window, "win.home", NULL); /* to its page, and from there to the first one */
  wait_for_label (fixture, "Look at all pages");
  gtk_widget_activate_action (fixture->window, "win.home", NULL);
  wait_for_label (fixture, "Entered in error, ");
}

static void
test_withdrawn (PageFixture  *fixture,
                gconstpointer data)
{
  close_record (fixture, &closing_cases[1]);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copied (PageFixture  *fixture,
             gconstpointer data)
{
  GdkClipboard    *clipboard;
  g_autofree char *read = NULL;
  g_autofree char *expected = sdm_gp_text_new (fixture->consultation);
  g_autofree char *said = NULL;

  show_record (fixture);
  clipboard = gtk_widget_get_clipboard (fixture->window);
  click (fixture, "Copy the text for the GP record");
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &read);
  wait_until (read != NULL);
  g_assert_cmpstr (read, ==, expected);
  said = g_strdup_printf ("Copied: the summary for the GP record, %ld characters.", g_utf8_strlen (expected, -1));
  wait_for_label (fixture, said);

  /* It goes away by itself, but not what somebody copied since. */
  g_free (sdm_gp_copy (fixture->window, fixture->consultation, get_store (fixture), 0));
  wait_until (gdk_clipboard_get_content (clipboard) == NULL);
  /* The display tells later that it is empty, which must not be taken for word of the next that is copied. */
  gdk_display_sync (gtk_widget_get_display (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_free (sdm_gp_copy (fixture->window, fixture->consultation, get_store (fixture), 0));
  gdk_clipboard_set_text (clipboard, "mine");
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));
}

/* Every element of the record standard that somebody fills in has its field. */

static void
collect_places (GtkWidget *widget,
                GPtrArray *places)
{
  char *place = sdm_page_place_dup (widget);

  if (place != NULL)
    g_ptr_array_add (places, place);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_places (child, places);
  /* What is folded away has no parent. */
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    collect_places (gtk_expander_get_child (GTK_EXPANDER (widget)), places);
}

/* A list has the fields of its rows only where it has a row. */
static const struct
{
  const char *path;
  const char *rows;
} lists[] = {
  { "start/accompanying", "[{\"name\": \"Jo\"}]" },
  { "start/others_present", "[{\"name\": \"Jo\"}]" },
  { "people/needs", "[{\"need\": \"Large letters\"}]" },
  { "people/participants", "[{\"name\": \"Jo\"}]" },
  { "people/problem", "[{\"text\": \"Dizzy\"}]" },
  { "matters/own_words", "[{\"text\": \"The hill\"}]" },
  { "matters/goals", "[{\"text\": \"The hill\"}]" },
  { "plan/actions", "[{\"id\": \"a1\", \"side\": \"person\"}]" },
  { "plan/consent_forms", "[{\"type\": \"Operation\"}]" },
};

static gboolean
is_list (const char *place)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].path, place))
      return TRUE;

  return FALSE;
}

static gboolean
has_field (GPtrArray      *places,
           const SdmField *field)
{
  g_autoptr (GString) path = g_string_new (field->path);

  g_string_replace (path, "*", "0", 0);
  for (guint i = 0; i < places->len; i++)
    {
      const char *place = g_ptr_array_index (places, i);

      if (!is_list (place) && sdm_page_place_is_within (path->str, place))
        return TRUE;
    }

  return FALSE;
}

static void
test_every_element_has_a_field (PageFixture  *fixture,
                                gconstpointer data)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint           n_fields;
  const SdmField *fields = sdm_fields_get_all (&n_fields);
  guint           n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    sdm_consultation_take_value (fixture->consultation, lists[i].path, json_loads (lists[i].rows, 0, NULL), &error);
  g_assert_no_error (error);
  /* A letter that is being made is waited for at the end. */
  for (guint i = 1; i <= SDM_N_STEPS; i++)
    {
      page_fixture_show (fixture, (SdmStep) ((SDM_STEP_LETTER + i) % SDM_N_STEPS));
      collect_places (GTK_WIDGET (fixture->page), places);
    }
  for (guint i = 0; i < n_fields; i++)
    if (fields[i].rule != ' ' && fields[i].label != NULL && !g_str_has_prefix (fields[i].path, "blank/"))
      {
        if (!has_field (places, &fields[i]))
          g_error ("“%s” (%s) is on no page", fields[i].element, fields[i].path);
        n++;
      }
  g_assert_cmpuint (n, >, 60);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/record/says-what-was-decided", PAGE_FIXTURE_DECIDED, test_says_what_was_decided);
  page_fixture_add ("/pages/record/not-signed-in", PAGE_FIXTURE_DECIDED, test_not_signed_in);

  page_fixture_add ("/pages/record/amend", PAGE_FIXTURE_DECIDED, test_amend);
  page_fixture_add ("/pages/record/amendment-is-left", PAGE_FIXTURE_DECIDED, test_amendment_is_left);
  page_fixture_add ("/pages/record/entered-in-error", PAGE_FIXTURE_DECIDED, test_entered_in_error);
  page_fixture_add ("/pages/record/withdrawn", PAGE_FIXTURE_DECIDED, test_withdrawn);
  page_fixture_add ("/pages/record/copied", PAGE_FIXTURE_DECIDED, test_copied);

  page_fixture_add ("/pages/record/every-element-has-a-field", PAGE_FIXTURE_FRAILTY_CASE, test_every_element_has_a_field);

  return page_fixture_run ();
}
