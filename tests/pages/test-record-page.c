/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <string.h>

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
test_not_there (PageFixture  *fixture,
                gconstpointer data)
{
  SdmWindow *window = show_window (fixture);

  sdm_window_show_record (window, SDM_RECORD_STORE_REAL, get_id (fixture));
  g_assert_null (window->real_page);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  page_fixture_add ("/pages/record/says-what-was-decided", PAGE_FIXTURE_DECIDED, test_says_what_was_decided);
  page_fixture_add ("/pages/record/not-signed-in", PAGE_FIXTURE_DECIDED, test_not_there);

  return g_test_run ();
}
