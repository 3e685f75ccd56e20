/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-page.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-grid-rows.h"
#include "sdm-option-grid.h"
#include "sdm-option-marks.h"
#include "sdm-page-later.h"
#include "sdm-row-watch.h"
#include "sdm-weigh-burdens.h"
#include "sdm-weigh-companions.h"
#include "sdm-weigh-leanings.h"

/**
 * SdmWeighPage:
 *
 * What matters to the person, in their order, beside what each option does
 * about it; what each option asks of them; and how each one feels to them.
 * Nothing is added up, and no option comes out first.
 */
struct _SdmWeighPage
{
  SdmPage parent_instance;

  GtkWidget  *grid;
  GtkWidget  *empty;
  GListStore *options;
  GListStore *rows;
  GtkWidget  *burdens;
  GtkWidget  *leanings;
  GtkWidget  *companions;
};

G_DEFINE_FINAL_TYPE (SdmWeighPage, sdm_weigh_page, SDM_TYPE_PAGE)

/* The grid */

/* What the table shows. */
static const char *const shown_places[] = {
  "matters/ranked", "options/shown", "options/order", "risks/groups", "blank", NULL
};

static void
show_grid (SdmWeighPage *self)
{
  SdmPage         *page = SDM_PAGE (self);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  json_t          *ranked = sdm_consultation_peek (consultation, "matters/ranked");
  const char      *group = sdm_consultation_get_group (consultation, sdm_page_get_aid (page));
  gboolean         is_empty = json_array_size (ranked) == 0;
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (consultation, sdm_page_get_aid (page));

  if (!sdm_page_is_part_stale (page, self->grid, shown_places))
    return;
  g_list_store_remove_all (self->rows);
  sdm_option_marks_fill (self->options, sdm_page_get_aid (page), shown);
  for (size_t i = 0; i < json_array_size (ranked); i++)
    {
      g_autoptr (SdmGridRow) row = sdm_grid_rows_new_for_matter (sdm_page_get_aid (page), json_array_get (ranked, i), i, shown, group);

      g_list_store_append (self->rows, row);
      sdm_grid_rows_note_matter (sdm_page_get_session (page), json_array_get (ranked, i));
      ranked = sdm_consultation_peek (consultation, "matters/ranked");
    }
  gtk_widget_set_visible (self->grid, !is_empty);
  gtk_widget_set_visible (self->empty, is_empty);
}

/* What was put aside, told in the foot as on the page of options. */
static void
show_note (SdmPage *page)
{
  json_t *hidden = sdm_consultation_peek (sdm_page_get_consultation (page), "options/hidden");
  g_autoptr (GString) note = g_string_new (NULL);
  json_t *entry;
  size_t  i;

  json_array_foreach (hidden, i, entry)
    {
      const char      *id = json_string_value (json_object_get (entry, "option"));
      const SdmOption *option = sdm_aid_find_option (sdm_page_get_aid (page), id);

      if (note->len > 0)
        g_string_append_c (note, ' ');
      /* Translators: the name of an option and the reason why it was put aside */
      g_string_append_printf (note, _ ("Put aside: %s, “%s”."), option != NULL ? option->title : id,
                                       json_string_value (json_object_get (entry, "reason")));
    }
  sdm_page_set_note (page, note->len > 0 ? note->str : NULL);
}

/* Callbacks */

static void
go_to_matters_cb (SdmWeighPage *self)
{
  sdm_session_go_to (sdm_page_get_session (SDM_PAGE (self)), SDM_STEP_MATTERS);
}

/* Little room: fewer options side by side; with large text their answers stand one below the other. */
static void
sdm_weigh_page_fit (SdmPage *page,
                    gboolean is_narrow,
                    gboolean has_large_text)
{
  SdmOptionGrid *grid = SDM_OPTION_GRID (SDM_WEIGH_PAGE (page)->grid);

  sdm_option_grid_set_max_visible (grid, is_narrow ? 2 : 3);
  sdm_option_grid_set_stacked (grid, has_large_text);
}

/* Building */

static GtkWidget *
make_empty (SdmWeighPage *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *go = sdm_ui_button (_ ("What matters"), "ev-left-symbolic");

  gtk_widget_set_halign (go, GTK_ALIGN_START);
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (go_to_matters_cb), self);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("Go back to “What matters” and tell us what counts most."), "body"));
  gtk_box_append (GTK_BOX (content), go);

  return card;
}

static GtkWidget *
make_grid (SdmWeighPage *self)
{
  GtkWidget *grid = sdm_option_grid_new ();

  self->options = g_list_store_new (SDM_TYPE_GRID_OPTION);
  self->rows = g_list_store_new (SDM_TYPE_GRID_ROW);
  sdm_option_grid_set_options (SDM_OPTION_GRID (grid), G_LIST_MODEL (self->options));
  sdm_option_grid_set_rows (SDM_OPTION_GRID (grid), G_LIST_MODEL (self->rows));
  sdm_option_grid_set_compact (SDM_OPTION_GRID (grid), TRUE);
  sdm_row_watch_grid (sdm_page_get_session (SDM_PAGE (self)), SDM_OPTION_GRID (grid));

  return grid;
}

static void
sdm_weigh_page_build (SdmPage *page)
{
  SdmWeighPage *self = SDM_WEIGH_PAGE (page);
  GtkWidget    *content = sdm_page_get_content (page);
  GtkWidget    *viewport = gtk_widget_get_ancestor (content, GTK_TYPE_VIEWPORT);

  sdm_page_set_heading (page, _ ("Weigh it up"),
                                 _ ("What matters to you, most important first, beside what each option does about it."));

  /* The page scrolls as one: the grid is given all the height it wants. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  self->grid = make_grid (self);
  self->empty = make_empty (self);
  gtk_box_append (GTK_BOX (content), self->grid);
  gtk_box_append (GTK_BOX (content), self->empty);
  self->leanings = sdm_weigh_leanings_new (page);
  sdm_page_place_mark (self->leanings, "weigh/leanings");
  gtk_box_append (GTK_BOX (content), self->leanings);
  self->companions = sdm_weigh_companions_new (page, self->leanings);
  sdm_page_place_mark (self->companions, "weigh/companion_leanings");
  gtk_box_append (GTK_BOX (content), self->companions);
  self->burdens = sdm_weigh_burdens_new (page);
  sdm_page_place_mark (self->burdens, "weigh/day");
  gtk_box_append (GTK_BOX (content), self->burdens);
  sdm_page_later_add (GTK_WIDGET (page), self->burdens);
}

static void
sdm_weigh_page_refresh (SdmPage *page)
{
  SdmWeighPage *self = SDM_WEIGH_PAGE (page);

  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_open_options (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  show_grid (self);
  show_note (page);
  sdm_weigh_burdens_refresh (SDM_WEIGH_BURDENS (self->burdens));
  sdm_weigh_leanings_refresh (SDM_WEIGH_LEANINGS (self->leanings));
  sdm_weigh_companions_refresh (SDM_WEIGH_COMPANIONS (self->companions));
}

/* GObject */

static void
sdm_weigh_page_dispose (GObject *object)
{
  SdmWeighPage *self = SDM_WEIGH_PAGE (object);

  g_clear_object (&self->options);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (sdm_weigh_page_parent_class)->dispose (object);
}

static void
sdm_weigh_page_class_init (SdmWeighPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_weigh_page_dispose;
  page_class->step = SDM_STEP_WEIGH;
  page_class->build = sdm_weigh_page_build;
  page_class->refresh = sdm_weigh_page_refresh;
  page_class->fit = sdm_weigh_page_fit;
}

static void
sdm_weigh_page_init (SdmWeighPage *self)
{
}
