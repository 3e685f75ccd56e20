/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <math.h>

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

/* What stands on what, and the least contrast (WCAG 2) between them: 4.5 for text, 3 for what is drawn. */
static const struct
{
  const char *ink;
  const char *papers[9];
  double      least;
} pairs[] = {
  { "ink", { "paper", "card", "sunken", "voice", "accent_soft", "caution", "problem_soft", "practice" }, 4.5 },
  { "ink2", { "paper", "card", "sunken", "voice", "accent_soft" }, 4.5 },
  { "accent", { "paper", "card", "sunken", "accent_soft" }, 4.5 },
  { "on_accent", { "accent" }, 4.5 },
  { "voice_mark", { "voice", "card", "paper" }, 4.5 },
  { "problem", { "paper", "card", "problem_soft" }, 4.5 },
  { "on_practice", { "practice", "card" }, 4.5 },
  { "event", { "card", "paper", "voice", "rest" }, 3 },
  { "rest", { "card", "paper" }, 3 },
  { "edge", { "paper", "card", "sunken", "voice" }, 3 },
  { "focus", { "paper", "card", "sunken", "voice", "accent_soft", "caution", "practice" }, 3 },
  { "mark_0", { "paper", "card" }, 3 },
  { "mark_1", { "paper", "card" }, 3 },
  { "mark_2", { "paper", "card" }, 3 },
  { "mark_3", { "paper", "card" }, 3 },
  { "mark_4", { "paper", "card" }, 3 },
  { "mark_5", { "paper", "card" }, 3 },
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

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  const double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static void
look_up (GtkWidget  *widget,
         const char *name,
         GdkRGBA    *colour)
{
  g_autofree char *token = g_strconcat ("ev_", name, NULL);

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), token, colour));
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

static void
test_contrast (gconstpointer data)
{
  const gsize     theme = GPOINTER_TO_SIZE (data);
  GtkCssProvider *used[4];
  GtkWidget      *widget = g_object_ref_sink (gtk_label_new (""));

  use_theme (theme, used);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (gsize j = 0; pairs[i].papers[j] != NULL; j++)
      {
        GdkRGBA ink, paper;
        double  ratio;

        look_up (widget, pairs[i].ink, &ink);
        look_up (widget, pairs[i].papers[j], &paper);
        ratio = contrast (&ink, &paper);
        if (ratio < pairs[i].least)
          {
            g_test_message ("%s on %s: %.2f is under %.1f", pairs[i].ink, pairs[i].papers[j], ratio, pairs[i].least);
            g_test_fail ();
          }
      }
  drop_theme (used);
  g_assert_finalize_object (widget);
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
  gtk_box_append (GTK_BOX (box), sdm_document_view_new ());
  gtk_box_append (GTK_BOX (box), sdm_icon_array_new ());
  gtk_box_append (GTK_BOX (box), sdm_option_grid_new ());
  gtk_box_append (GTK_BOX (box), g_object_new (SDM_TYPE_PERSON, NULL));
  gtk_box_append (GTK_BOX (box), sdm_priority_list_new (NULL));
  gtk_box_append (GTK_BOX (box), sdm_ruler_new ());
  gtk_box_append (GTK_BOX (box), sdm_step_rail_new ());
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
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
  add_with_theme ("/widgets/style/contrast/", test_contrast);
  g_test_add_func ("/widgets/style/same-tokens", test_same_tokens);
  g_test_add_func ("/widgets/style/marks", test_marks);
  add_with_theme ("/widgets/style/build-all/", test_build_all);

  return g_test_run ();
}
