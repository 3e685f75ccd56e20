/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-widgets.h"

#include "sdm-day-item.h"
#include "sdm-day-line.h"
#include "sdm-document-page.h"
#include "sdm-document-view.h"
#include "sdm-face.h"
#include "sdm-grid-option.h"
#include "sdm-grid-row.h"
#include "sdm-icon-array.h"
#include "sdm-option-grid.h"
#include "sdm-person.h"
#include "sdm-priority-item.h"
#include "sdm-priority-list.h"
#include "sdm-resources.h"
#include "sdm-ruler-line.h"
#include "sdm-ruler.h"
#include "sdm-score-bar.h"
#include "sdm-step-item.h"
#include "sdm-step-rail.h"
#include "sdm-tall.h"
#include "sdm-test-tree.h"
#include "sdm-word-label.h"
#include "sdm-wrap-layout.h"

static gpointer
register_resource (gpointer unused)
{
  sdm_register_resource ();

  return NULL;
}

/**
 * sdm_widgets_register_resource:
 *
 * Makes templates, style sheets and icons known. An application calls it before
 * its own start-up, which loads the style sheets; needs no display.
 */
void
sdm_widgets_register_resource (void)
{
  static GOnce registered = G_ONCE_INIT;

  g_once (&registered, register_resource, NULL);
}

/* An application whose resources these are has told the icon theme already, and telling it twice makes it
 * read all its icons twice, which took a tenth of the time to the first frame. */
static void
make_icons_known (void)
{
  static const char path[] = "/org/evenhand/Evenhand/icons";
  GtkIconTheme     *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  g_auto (GStrv) known = gtk_icon_theme_get_resource_path (theme);

  if (known == NULL || !g_strv_contains ((const char *const *) known, path))
    gtk_icon_theme_add_resource_path (theme, path);
}

/**
 * sdm_widgets_init:
 *
 * Makes the widget types and their resources known. Call it once, after GTK
 * was started and before a template names one of them: a static library's own
 * constructors are dropped by the linker.
 */
void
sdm_widgets_init (void)
{
  sdm_widgets_register_resource ();
  make_icons_known ();

  g_type_ensure (SDM_TYPE_DAY_ITEM);
  g_type_ensure (SDM_TYPE_DAY_LINE);
  g_type_ensure (SDM_TYPE_DOCUMENT_PAGE);
  g_type_ensure (SDM_TYPE_DOCUMENT_VIEW);
  g_type_ensure (SDM_TYPE_FACE);
  g_type_ensure (SDM_TYPE_GLOSSARY);
  g_type_ensure (SDM_TYPE_GRID_OPTION);
  g_type_ensure (SDM_TYPE_GRID_ROW);
  g_type_ensure (SDM_TYPE_ICON_ARRAY);
  g_type_ensure (SDM_TYPE_OPTION_GRID);
  g_type_ensure (SDM_TYPE_PERSON);
  g_type_ensure (SDM_TYPE_PRIORITY_ITEM);
  g_type_ensure (SDM_TYPE_PRIORITY_LIST);
  g_type_ensure (SDM_TYPE_RULER);
  g_type_ensure (SDM_TYPE_RULER_LINE);
  g_type_ensure (SDM_TYPE_SCORE_BAR);
  g_type_ensure (SDM_TYPE_STEP_ITEM);
  g_type_ensure (SDM_TYPE_STEP_RAIL);
  g_type_ensure (SDM_TYPE_TALL);
  g_type_ensure (SDM_TYPE_TEST_TREE);
  g_type_ensure (SDM_TYPE_WORD_LABEL);
  g_type_ensure (SDM_TYPE_WRAP_LAYOUT);
}

/**
 * sdm_widgets_use_page_style:
 *
 * Adds the style of the pages of a consultation to that which an application
 * starts with, which is all the first page of the program needs. A second call
 * does nothing.
 */
void
sdm_widgets_use_page_style (GdkDisplay *display)
{
  static GtkCssProvider *provider;

  if (provider != NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/evenhand/Evenhand/pages.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
