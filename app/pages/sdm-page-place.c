/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-page-place.h"

#include <string.h>

#include "sdm-page-later.h"
#include "sdm-ui.h"

#define KEY "sdm-place"

/**
 * sdm_page_place_mark:
 * @place: (nullable): what of the consultation @widget shows, such as "matters/ranked"
 *
 * A bound input has its mark already; a list or a group of inputs that a page
 * fills in by itself gets one here.
 */
void
sdm_page_place_mark (GtkWidget  *widget,
                     const char *place)
{
  g_object_set_data_full (G_OBJECT (widget), KEY, g_strdup (place), g_free);
}

/**
 * sdm_page_place_dup:
 *
 * Returns: (transfer full) (nullable): what of the consultation @widget shows
 */
char *
sdm_page_place_dup (GtkWidget *widget)
{
  return g_strdup (g_object_get_data (G_OBJECT (widget), KEY));
}

/**
 * sdm_page_place_is_within:
 *
 * Returns: whether @place is @whole, or stands in it
 */
gboolean
sdm_page_place_is_within (const char *place,
                          const char *whole)
{
  const gsize length = strlen (whole);

  return strncmp (place, whole, length) == 0 && (place[length] == '\0' || place[length] == '/');
}

/* How well @mark fits: as long as what both say; a mark inside of @place is a last resort. */
static guint
rate (const char *mark,
      const char *place)
{
  if (mark == NULL)
    return 0;
  if (sdm_page_place_is_within (place, mark))
    return (guint) strlen (mark) + 1;

  return sdm_page_place_is_within (mark, place) ? 1 : 0;
}

typedef struct
{
  GtkWidget *widget; /* nullable */
  guint      rate;
  GSList    *folds; /* what has to be unfolded, the innermost first */
} Found;

/* What is folded away has no parent, and so the folds on the way are kept. */
static void
search (GtkWidget  *widget,
        const char *place,
        GSList     *folds,
        Found      *best)
{
  const guint here = rate (g_object_get_data (G_OBJECT (widget), KEY), place);

  if (!gtk_widget_get_visible (widget))
    return;
  if (here > best->rate)
    {
      g_slist_free (best->folds);
      *best = (Found){ widget, here, g_slist_copy (folds) };
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    search (child, place, folds, best);
  if (GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    {
      GSList within = { widget, folds };

      search (gtk_expander_get_child (GTK_EXPANDER (widget)), place, &within, best);
    }
}

/* The first input that holds what is not kept. */
static GtkWidget *
find_problem (GtkWidget *widget,
              GSList    *folds,
              GSList   **way)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (sdm_ui_has_problem (widget))
    {
      *way = g_slist_copy (folds);
      return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_problem (child, folds, way);
  if (found == NULL && GTK_IS_EXPANDER (widget) && !gtk_expander_get_expanded (GTK_EXPANDER (widget)))
    {
      GSList within = { widget, folds };

      found = find_problem (gtk_expander_get_child (GTK_EXPANDER (widget)), &within, way);
    }

  return found;
}

/* The focus stays where it is within @widget. */
static void
give_focus (GtkWidget *widget,
            GtkRoot   *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || (focus != widget && !gtk_widget_is_ancestor (focus, widget)))
    {
      if (GTK_IS_ENTRY (widget))
        gtk_entry_grab_focus_without_selecting (GTK_ENTRY (widget));
      else
        gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
    }
  /* Whoever undid a word goes on behind it. */
  if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_position (GTK_EDITABLE (widget), -1);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

static void
unfold (GSList *folds)
{
  for (GSList *fold = folds; fold != NULL; fold = fold->next)
    gtk_expander_set_expanded (fold->data, TRUE);
  g_slist_free (folds);
}

/**
 * sdm_page_place_show:
 * @place: a place of the consultation
 *
 * Shows a person what on @page shows @place most closely: unfolds it, gives it the
 * focus with its ring, and so scrolls to it.
 *
 * Returns: whether there is something
 */
gboolean
sdm_page_place_show (GtkWidget  *page,
                     const char *place)
{
  GtkRoot *root = gtk_widget_get_root (page);
  Found    found = { NULL, 0, NULL };

  sdm_page_later_show (page);
  search (page, place, NULL, &found);
  if (found.widget == NULL || root == NULL)
    return FALSE;

  unfold (found.folds);
  give_focus (found.widget, root);

  return TRUE;
}

/**
 * sdm_page_place_has_problem:
 *
 * Returns: whether something stands in an input of @page that is not kept as it stands
 */
gboolean
sdm_page_place_has_problem (GtkWidget *page)
{
  GSList  *way = NULL;
  gboolean has_problem = find_problem (page, NULL, &way) != NULL;

  g_slist_free (way);

  return has_problem;
}

/**
 * sdm_page_place_show_problem:
 *
 * Shows a person the first input of @page whose content is not kept as it stands.
 *
 * Returns: whether there is one
 */
gboolean
sdm_page_place_show_problem (GtkWidget *page)
{
  GtkRoot   *root = gtk_widget_get_root (page);
  GSList    *way = NULL;
  GtkWidget *found = find_problem (page, NULL, &way);

  unfold (way);
  if (found == NULL || root == NULL)
    return FALSE;
  give_focus (found, root);

  return TRUE;
}

/* Rows that are drawn again */

static const char *
peek_last_part (GtkWidget *widget)
{
  const char *place = g_object_get_data (G_OBJECT (widget), KEY);
  const char *slash = place != NULL ? strrchr (place, '/') : NULL;

  return slash != NULL ? slash + 1 : place;
}

static GtkWidget *
find_input (GtkWidget  *widget,
            const char *last_part)
{
  GtkWidget *found = NULL;

  if ((GTK_IS_ENTRY (widget) || GTK_IS_SCROLLED_WINDOW (widget)) && g_strcmp0 (peek_last_part (widget), last_part) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_input (child, last_part);

  return found;
}

/**
 * sdm_page_place_carry_over:
 * @former: a row of inputs that is about to go
 * @row: the one that was made for the same record
 *
 * Carries over what stands in the inputs of @former and is not kept, so that nothing
 * that was typed is lost.
 */
void
sdm_page_place_carry_over (GtkWidget *former,
                           GtkWidget *row)
{
  GtkWidget *input = sdm_ui_has_problem (former) ? find_input (row, peek_last_part (former)) : NULL;

  if (input != NULL)
    sdm_ui_carry_over (former, input);
  for (GtkWidget *child = gtk_widget_get_first_child (former); child != NULL; child = gtk_widget_get_next_sibling (child))
    sdm_page_place_carry_over (child, row);
}
