/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-weigh-page.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-weigh.h"
#include "sdm-grid-row.h"
#include "sdm-option-grid.h"
#include "sdm-option-marks.h"
#include "sdm-weigh-burdens.h"
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
};

G_DEFINE_FINAL_TYPE (SdmWeighPage, sdm_weigh_page, SDM_TYPE_PAGE)

/* The grid */

static const SdmPriority *
find_priority (SdmPage *page,
               json_t  *ranked)
{
  const char *id = json_string_value (json_object_get (ranked, "priority"));

  return id != NULL ? sdm_aid_find_priority (sdm_page_get_aid (page), id) : NULL;
}

/* What stands on this page of a figure counts as shown. */
static void
note_figures (SdmPage           *page,
              const SdmPriority *priority)
{
  SdmAid *aid = sdm_page_get_aid (page);

  if (sdm_session_is_read_only (sdm_page_get_session (page)))
    return;
  for (guint i = 0; priority->outcomes[i] != NULL; i++)
    {
      const SdmOutcome *outcome = sdm_aid_find_outcome (aid, priority->outcomes[i]);

      if (outcome != NULL)
        sdm_consultation_note_figures (sdm_page_get_consultation (page), aid, outcome);
    }
}

static SdmGridRow *
make_row (SdmPage   *page,
          json_t    *ranked,
          size_t     place,
          GPtrArray *shown)
{
  SdmAid            *aid = sdm_page_get_aid (page);
  const char        *group = sdm_consultation_get_group (sdm_page_get_consultation (page), aid);
  const SdmPriority *priority = find_priority (page, ranked);
  json_t            *importance = json_object_get (ranked, "importance");
  g_autofree char   *id = g_strdup_printf ("%" G_GSIZE_FORMAT, place);
  const char        *text = json_string_value (json_object_get (ranked, "text"));
  SdmGridRow        *row = sdm_grid_row_new (id, text != NULL ? text : "");

  if (importance != NULL)
    {
      g_autofree char *lead = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (importance));

      sdm_grid_row_set_lead (row, lead);
    }
  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);
      g_autoptr (SdmWeighAnswer) answer = sdm_weigh_answer_new (aid, priority, option, group);

      if (answer->not_known)
        sdm_grid_row_set_not_known (row, option->id, answer->text, answer->more);
      else
        sdm_grid_row_set_answer (row, option->id, answer->text, answer->more);
    }
  if (priority != NULL)
    note_figures (page, priority);

  return row;
}

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
  gboolean         is_empty = json_array_size (ranked) == 0;
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (consultation, sdm_page_get_aid (page));

  if (!sdm_page_is_part_stale (page, self->grid, shown_places))
    return;
  g_list_store_remove_all (self->rows);
  sdm_option_marks_fill (self->options, sdm_page_get_aid (page), shown);
  for (size_t i = 0; i < json_array_size (ranked); i++)
    {
      g_autoptr (SdmGridRow) row = make_row (page, json_array_get (ranked, i), i, shown);

      g_list_store_append (self->rows, row);
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
  self->burdens = sdm_weigh_burdens_new (page);
  sdm_page_place_mark (self->burdens, "weigh/day");
  gtk_box_append (GTK_BOX (content), self->burdens);
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
}

static void
sdm_weigh_page_init (SdmWeighPage *self)
{
}
