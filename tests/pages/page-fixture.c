/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "kept-names.h"

#include <glib/gstdio.h>

#include "page-longest.h"
#include "sdm-case.h"
#include "sdm-consultation-blank.h"
#include "sdm-page-later.h"
#include "sdm-pages.h"
#include "sdm-paper-source.h"
#include "sdm-widgets.h"

#define LONGEST_WAIT_SECONDS 120
#define LOOK_AGAIN_MS        20

/* Set-up */

static GFile *
get_source_file (const char *path)
{
  g_autofree char *whole = g_build_filename (g_getenv ("EVENHAND_SOURCE"), path, NULL);

  return g_file_new_for_path (whole);
}

static void
load_aid (PageFixture *fixture,
          const char  *id)
{
  g_autoptr (GError) error = NULL;
  GFile *file = sdm_aid_library_find_aid (sdm_context_get_library (fixture->context), id, NULL);

  g_assert_nonnull (file);
  fixture->aid = sdm_aid_load (file, NULL, &error);
  g_assert_no_error (error);
}

/* Everything is filled in, and can be changed, as it was before it was finished. */
static GBytes *
load_as_draft (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  json_t *document;
  char   *text;

  g_assert_no_error (error);
  document = json_loadb (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0, NULL);
  json_object_set_new (document, "status", json_string ("in-progress"));
  text = json_dumps (document, JSON_INDENT (1));
  json_decref (document);

  return g_bytes_new_take (text, strlen (text));
}

static void
load_consultation (PageFixture *fixture,
                   const char  *source_path)
{
  g_autoptr (GError) error = NULL;
  const gboolean is_draft = g_str_has_prefix (source_path, PAGE_FIXTURE_AS_DRAFT);
  g_autoptr (GFile) file = get_source_file (source_path + (is_draft ? strlen (PAGE_FIXTURE_AS_DRAFT) : 0));

  if (g_str_equal (source_path, PAGE_FIXTURE_BLANK))
    {
      fixture->consultation = sdm_consultation_new_for_practice (NULL, sdm_context_get_clock (fixture->context));
      return;
    }
  if (g_str_equal (source_path, PAGE_FIXTURE_LONGEST))
    {
      load_aid (fixture, "longest");
      fixture->consultation = sdm_consultation_new_for_practice (fixture->aid, sdm_context_get_clock (fixture->context));
      page_longest_fill (fixture->consultation, fixture->aid);
      return;
    }
  if (strstr (source_path, "/cases/") != NULL)
    {
      g_autoptr (SdmCase) example = sdm_case_load (file, NULL, &error);

      g_assert_no_error (error);
      load_aid (fixture, sdm_case_get_aid_id (example));
      fixture->consultation = sdm_case_start (example, fixture->aid, sdm_context_get_clock (fixture->context));
    }
  else
    {
      g_autoptr (GBytes) bytes = is_draft ? load_as_draft (file) : g_file_load_bytes (file, NULL, NULL, &error);

      g_assert_no_error (error);
      fixture->consultation = sdm_consultation_new_from_bytes (bytes, source_path, &error);
      g_assert_no_error (error);
      if (!sdm_consultation_is_blank (fixture->consultation))
        load_aid (fixture, sdm_consultation_get_aid_id (fixture->consultation));
    }
}

static void
said_cb (PageFixture *fixture,
         const char  *text,
         gboolean     can_undo)
{
  g_free (fixture->said);
  fixture->said = g_strdup (text);
  fixture->can_undo = can_undo;
}

static gboolean
is_of_made_up_aid (const char *source_path)
{
  return g_str_equal (source_path, PAGE_FIXTURE_LONGEST) || strstr (source_path, PAGE_FIXTURE_TRANSLATED) != NULL;
}

void
page_fixture_set_up (PageFixture  *fixture,
                     gconstpointer source_path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 10, 30, 0);
  g_autoptr (SdmClock) clock = sdm_clock_new_fixed (now);
  g_autofree char  *aids = g_build_filename (g_getenv ("EVENHAND_SOURCE"), "decision-aids", NULL);
  g_autofree char  *made_up = g_build_filename (g_getenv ("EVENHAND_SOURCE"), "tests/data/aids", NULL);
  const char *const folders[] = { aids, is_of_made_up_aid (source_path) ? made_up : NULL, NULL };
  g_autoptr (SdmAidLibrary) library = sdm_aid_library_new (folders);
  g_autoptr (SdmRecordStore) store = NULL;
  g_autoptr (GSettings) settings = g_settings_new ("org.evenhand.Evenhand");

  sdm_widgets_init ();
  fixture->folder = g_dir_make_tmp ("evenhand-pages-XXXXXX", &error);
  g_assert_no_error (error);
  store = sdm_record_store_new (fixture->folder);
  sdm_record_store_open (store, &error);
  g_assert_no_error (error);
  sdm_aid_library_scan (library, NULL);
  fixture->context = sdm_context_new (clock, library, store, settings);
  load_consultation (fixture, source_path);
  fixture->session = sdm_session_new (fixture->context, fixture->consultation, fixture->aid);
  g_signal_connect_swapped (fixture->session, "said", G_CALLBACK (said_cb), fixture);
}

/* Tear-down */

static void
remove_folder (const char *folder)
{
  GDir       *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  sdm_autosaver_flush_finish (SDM_AUTOSAVER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
limit_wait_cb (gpointer limit)
{
  g_assert_cmpint (g_get_monotonic_time (), <, *(gint64 *) limit);

  return G_SOURCE_CONTINUE;
}

/* While it is not removed, the source that is returned lets a wait that blocks look again from time to time, and
 * ends the program when what is waited for does not come. Whoever spins takes the processor from it. */
guint
page_fixture_limit_wait (void)
{
  gint64 *limit = g_new (gint64, 1);

  *limit = g_get_monotonic_time () + LONGEST_WAIT_SECONDS * G_TIME_SPAN_SECOND;
  return g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_AGAIN_MS, limit_wait_cb, limit, g_free);
}

/* Everything that was typed must be saved without an error. */
static void
flush (PageFixture *fixture)
{
  const guint limit = page_fixture_limit_wait ();
  gboolean    flushed = FALSE;

  sdm_autosaver_flush_async (sdm_session_get_autosaver (fixture->session), NULL, flushed_cb, &flushed);
  while (!flushed)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

void
page_fixture_tear_down (PageFixture  *fixture,
                        gconstpointer source_path)
{
  const guint     limit = page_fixture_limit_wait ();
  SdmRecordStore *store = sdm_context_get_store (fixture->context, SDM_RECORD_STORE_PRACTICE);
  GtkWidget      *page = fixture->page != NULL ? GTK_WIDGET (fixture->page) : NULL;

  if (page != NULL)
    g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_clear_pointer ((GtkWindow **) &fixture->window, gtk_window_destroy);
  while (page != NULL)
    g_main_context_iteration (NULL, TRUE);

  if (!sdm_session_is_read_only (fixture->session))
    flush (fixture);
  g_signal_handlers_disconnect_by_data (fixture->session, fixture);
  g_assert_finalize_object (fixture->session);
  g_object_unref (fixture->consultation);
  g_clear_object (&fixture->aid);

  sdm_record_store_close (store, NULL);
  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *) &store);
  g_object_unref (fixture->context);
  while (g_atomic_pointer_get (&store) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->said);
}

/**
 * page_fixture_show:
 *
 * Shows the page of @step in a window; again for the same fixture: leaves the
 * page and returns to a new one.
 */
void
page_fixture_show (PageFixture *fixture,
                   SdmStep      step)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->page = sdm_page_new_for_step (step, fixture->session);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1154, 660);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  sdm_page_show_now (fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  sdm_page_later_show (GTK_WIDGET (fixture->page));
}

/* Finding: the first that a reader comes to; NULL where there is none on screen */

typedef gboolean (*Matches) (GtkWidget    *widget,
                             gconstpointer data);

static GtkWidget *
find (GtkWidget    *widget,
      Matches       matches,
      gconstpointer data)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (matches (widget, data))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_label (GtkWidget    *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

GtkWidget *
page_fixture_find_label (PageFixture *fixture,
                         const char  *text)
{
  return find (GTK_WIDGET (fixture->page), is_label, text);
}

/* The input of a field made by sdm_ui_field(). */
GtkWidget *
page_fixture_find_field (PageFixture *fixture,
                         const char  *label)
{
  GtkWidget *found = page_fixture_find_label (fixture, label);

  return found != NULL ? gtk_label_get_mnemonic_widget (GTK_LABEL (found)) : NULL;
}

static gboolean
is_button (GtkWidget    *widget,
           gconstpointer text)
{
  return (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)) && (find (widget, is_label, text) != NULL || g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0);
}

/* A button, toggle or check by its words, or an icon button by its tooltip. */
GtkWidget *
page_fixture_find_button (PageFixture *fixture,
                          const char  *text)
{
  return find (GTK_WIDGET (fixture->page), is_button, text);
}

typedef struct
{
  GType       type;
  const char *name;
} Named;

static gboolean
is_named (GtkWidget    *widget,
          gconstpointer data)
{
  const Named     *named = data;
  g_autofree char *different = NULL;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), named->type) || !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  different = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, named->name);

  return different == NULL;
}

/* A widget by the name that it has for those who do not see it. */
GtkWidget *
page_fixture_find_named (PageFixture *fixture,
                         GType        type,
                         const char  *accessible_name)
{
  const Named named = { type, accessible_name };

  return find (GTK_WIDGET (fixture->page), is_named, &named);
}

/* Acting */

void
page_fixture_type (GtkWidget  *input,
                   const char *text)
{
  g_assert_nonnull (input);
  if (GTK_IS_TEXT_VIEW (input))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (input)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (input), text);
}

void
page_fixture_click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  if (GTK_IS_CHECK_BUTTON (button))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
}

/* Asserting */

void
page_fixture_assert_text (PageFixture *fixture,
                          const char  *path,
                          const char  *expected)
{
  g_assert_cmpstr (sdm_consultation_get_text (fixture->consultation, path), ==, expected);
}

static gboolean
is_input (GtkWidget *widget)
{
  if (GTK_IS_RANGE (widget))
    return !GTK_IS_SCROLLBAR (gtk_widget_get_parent (widget));

  return GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_CHECK_BUTTON (widget) || SDM_IS_CHOICE_BAR (widget);
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL) || (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL);
}

static gboolean
is_nameless (GtkWidget    *widget,
             gconstpointer data)
{
  return (is_input (widget) || GTK_IS_BUTTON (widget)) && gtk_widget_is_ancestor (widget, GTK_WIDGET (data)) && !has_name (widget);
}

/* Every input and button on the page says what it is. */
void
page_fixture_assert_named (PageFixture *fixture)
{
  GtkWidget *nameless = find (GTK_WIDGET (fixture->page), is_nameless, fixture->page);

  if (nameless != NULL)
    g_error ("a %s has no name for those who do not see it", G_OBJECT_TYPE_NAME (nameless));
}

/* What changes how a page looks, and nothing of the talk; and text that can only be read. */
static gboolean
is_of_the_view (GtkWidget *widget)
{
  if (GTK_IS_TEXT_VIEW (widget) && !gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    return TRUE;
  for (GtkWidget *ancestor = widget; ancestor != NULL; ancestor = gtk_widget_get_parent (ancestor))
    if (gtk_widget_has_css_class (ancestor, "of-the-view"))
      return TRUE;

  return FALSE;
}

static gboolean
is_sensitive_input (GtkWidget    *widget,
                    gconstpointer data)
{
  return is_input (widget) && gtk_widget_is_sensitive (widget) && !is_of_the_view (widget);
}

/* Nothing on the page of a finished consultation can be changed. */
void
page_fixture_assert_inputs_insensitive (PageFixture *fixture)
{
  GtkWidget *sensitive = find (GTK_WIDGET (fixture->page), is_sensitive_input, NULL);

  if (sensitive != NULL)
    g_error ("a %s can be changed", G_OBJECT_TYPE_NAME (sensitive));
}

/* The question that is on screen, if there is one. */
GtkWindow *
page_fixture_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/* The “printer” that writes into a file, and no other: looking for real ones takes its time. */
GtkPrintSettings *
page_fixture_new_file_printer (const char *path)
{
  g_autofree char  *uri = g_filename_to_uri (path, NULL, NULL);
  GtkPrintSettings *settings = gtk_print_settings_new ();

  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");

  return settings;
}

/**
 * page_fixture_run:
 *
 * Runs the tests, and ends as the program does.
 *
 * Returns: the exit code
 */
int
page_fixture_run (void)
{
  const int status = g_test_run ();

  sdm_paper_source_stop ();

  return status;
}
