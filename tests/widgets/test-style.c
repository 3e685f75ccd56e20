/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "sdm-day-line.h"
#include "sdm-score-bar.h"
#include "sdm-test-tree.h"
#include "sdm-document-view.h"
#include "sdm-grid-option.h"
#include "sdm-icon-array.h"
#include "sdm-option-grid.h"
#include "sdm-person.h"
#include "sdm-priority-list.h"
#include "sdm-ruler.h"
#include "sdm-step-rail.h"
#include "sdm-widgets.h"
#include "widget-picture.h"

#define BASE "/org/evenhand/Evenhand/"

static const char *const sheets[] = { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" };

/* The sheets that AdwApplication loads together, in its order. */
static const struct
{
  const char *name;
  const char *sheets[4];
} themes[] = {
  { "light", { "style.css" } },
  { "dark", { "style.css", "style-dark.css" } },
  { "high-contrast", { "style.css", "style-hc.css" } },
  { "high-contrast-dark", { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" } },
};

/* Helpers */

static void
parsing_error_cb (GtkCssProvider *provider,
                  GtkCssSection  *section,
                  const GError   *error,
                  gpointer        user_data)
{
  g_autofree char *place = gtk_css_section_to_string (section);

  g_test_message ("%s: %s", place, error->message);
  g_test_fail ();
}

static void
use_theme (gsize           theme,
           GtkCssProvider *used[4])
{
  for (gsize i = 0; i < 4; i++)
    used[i] = themes[theme].sheets[i] != NULL ? widget_picture_use_style (themes[theme].sheets[i]) : NULL;
}

static void
drop_theme (GtkCssProvider *used[4])
{
  for (gsize i = 0; i < 4; i++)
    if (used[i] != NULL)
      widget_picture_drop_style (used[i]);
}

/* Tests */

static void
test_sheet (gconstpointer data)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *path = g_strconcat (BASE, data, NULL);

  g_assert_true (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
  g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb), NULL);
  gtk_css_provider_load_from_resource (provider, path);
}

/* A themed sheet that leaves a token out would show the light one. */
static void
test_same_tokens (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strconcat (BASE, sheets[i], NULL);
      g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto (GStrv) parts = g_strsplit (text, "@define-color ev_", -1);

      g_assert_cmpuint (g_strv_length (parts), ==, 20 + SDM_N_MARKS + 1);
    }
}

static void
test_marks (void)
{
  GtkIconTheme *icons = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < SDM_N_MARKS; i++)
    {
      GtkWidget *mark = g_object_ref_sink (sdm_mark_new (i));

      g_assert_true (gtk_icon_theme_has_icon (icons, sdm_mark_get_icon_name (i)));
      g_assert_true (gtk_widget_has_css_class (mark, sdm_mark_get_css_class (i)));
      g_assert_finalize_object (mark);
    }
}

/* Every widget, in every theme, without a warning (which would end the test). */
static void
test_build_all (gconstpointer data)
{
  GtkCssProvider *used[4];
  GtkWidget      *window = gtk_window_new ();
  GtkWidget      *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  use_theme (GPOINTER_TO_SIZE (data), used);
  gtk_box_append (GTK_BOX (box), sdm_day_line_new ());
  gtk_box_append (GTK_BOX (box), sdm_document_view_new ());
  gtk_box_append (GTK_BOX (box), sdm_icon_array_new ());
  gtk_box_append (GTK_BOX (box), sdm_option_grid_new ());
  gtk_box_append (GTK_BOX (box), g_object_new (SDM_TYPE_PERSON, NULL));
  gtk_box_append (GTK_BOX (box), sdm_priority_list_new (NULL));
  gtk_box_append (GTK_BOX (box), sdm_ruler_new ());
  gtk_box_append (GTK_BOX (box), sdm_score_bar_new ());
  gtk_box_append (GTK_BOX (box), sdm_step_rail_new ());
  gtk_box_append (GTK_BOX (box), sdm_test_tree_new (1000));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_assert_true (gtk_widget_get_mapped (child));
  gtk_window_destroy (GTK_WINDOW (window));
  drop_theme (used);
}

static void
add_with_theme (const char   *path,
                GTestDataFunc function)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autofree char *name = g_strconcat (path, themes[i].name, NULL);

      g_test_add_data_func (name, GSIZE_TO_POINTER (i), function);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  sdm_widgets_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *name = g_strconcat ("/widgets/style/sheet/", sheets[i], NULL);

      g_test_add_data_func (name, sheets[i], test_sheet);
    }
  g_test_add_data_func ("/widgets/style/sheet/pages.css", "pages.css", test_sheet);
  g_test_add_func ("/widgets/style/same-tokens", test_same_tokens);
  g_test_add_func ("/widgets/style/marks", test_marks);
  add_with_theme ("/widgets/style/build-all/", test_build_all);

  return g_test_run ();
}
