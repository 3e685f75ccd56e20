/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-options-page.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-grid-rows.h"
#include "sdm-option-grid.h"
#include "sdm-option-marks.h"
#include "sdm-options-aside.h"
#include "sdm-options-asked.h"

/**
 * SdmOptionsPage:
 *
 * The options side by side: people's questions as rows, and below them the
 * good and the bad points of each option in equal columns. Whatever a row
 * shows of a figure counts as shown and is kept.
 */
struct _SdmOptionsPage
{
  SdmPage parent_instance;

  GtkWidget  *grid;
  GListStore *options;
  GListStore *rows;
  GtkWidget  *aside;
  GtkWidget  *put_aside;
  GtkWidget  *points;
  GtkWidget  *asked;
};

G_DEFINE_FINAL_TYPE (SdmOptionsPage, sdm_options_page, SDM_TYPE_PAGE)

/* The grid */

static void
note_figures (SdmPage *page)
{
  guint              n_questions;
  const SdmQuestion *questions = sdm_aid_get_questions (sdm_page_get_aid (page), &n_questions);

  for (guint i = 0; i < n_questions; i++)
    sdm_grid_rows_note_question (sdm_page_get_session (page), &questions[i]);
}

static void
show_grid (SdmOptionsPage *self,
           GPtrArray      *shown)
{
  SdmPage           *page = SDM_PAGE (self);
  SdmAid            *aid = sdm_page_get_aid (page);
  const char        *group = sdm_consultation_get_group (sdm_page_get_consultation (page), aid);
  guint              n_questions;
  const SdmQuestion *questions = sdm_aid_get_questions (aid, &n_questions);

  g_list_store_remove_all (self->rows);
  sdm_option_marks_fill (self->options, aid, shown);
  for (guint i = 0; i < shown->len; i++)
    if (((const SdmOption *) g_ptr_array_index (shown, i))->is_no_change)
      sdm_option_grid_set_pinned_option (SDM_OPTION_GRID (self->grid), ((const SdmOption *) g_ptr_array_index (shown, i))->id);
  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (SdmGridRow) row = sdm_grid_rows_new_for_question (aid, &questions[i], shown, group);

      g_list_store_append (self->rows, row);
    }
}

/* Options that were put aside */

static void
bring_back_cb (GtkWidget      *button,
               SdmOptionsPage *self)
{
  SdmPage *page = SDM_PAGE (self);
  g_autoptr (GError) error = NULL;

  if (!sdm_consultation_bring_back_option (sdm_page_get_consultation (page), sdm_page_get_aid (page),
                                           g_object_get_data (G_OBJECT (button), "id"), &error))
    sdm_session_say (sdm_page_get_session (page), error->message);
  sdm_page_show_now (page);
}

static void
show_put_aside (SdmOptionsPage *self)
{
  SdmPage *page = SDM_PAGE (self);
  json_t  *hidden = sdm_consultation_peek (sdm_page_get_consultation (page), "options/hidden");
  json_t  *entry;
  size_t   i;

  sdm_ui_clear (self->put_aside);
  json_array_foreach (hidden, i, entry)
    {
      const char      *id = json_string_value (json_object_get (entry, "option"));
      const SdmOption *option = sdm_aid_find_option (sdm_page_get_aid (page), id);
      GtkWidget       *line = sdm_ui_row (12);
      GtkWidget       *back = sdm_ui_button (_ ("Bring back"), NULL);
      g_autofree char *text = NULL;

      /* Translators: the name of an option and the reason why it was put aside */
      text = g_strdup_printf (_ ("Put aside: %s, “%s”."), option != NULL ? option->title : id,
                                 json_string_value (json_object_get (entry, "reason")));
      gtk_box_append (GTK_BOX (line), sdm_ui_label (text, "put-aside"));
      gtk_widget_add_css_class (back, "flat");
      gtk_widget_set_sensitive (back, !sdm_session_is_read_only (sdm_page_get_session (page)));
      g_object_set_data_full (G_OBJECT (back), "id", g_strdup (id), g_free);
      g_signal_connect (back, "clicked", G_CALLBACK (bring_back_cb), self);
      gtk_box_append (GTK_BOX (line), back);
      gtk_box_append (GTK_BOX (self->put_aside), line);
    }
  gtk_widget_set_visible (self->put_aside, json_array_size (hidden) > 0);
}

/* Good and bad points */

static void
add_points (GtkWidget      *card,
            SdmPage        *page,
            const char     *title,
            const SdmPoint *points,
            guint           n_points)
{
  SdmAid     *aid = sdm_page_get_aid (page);
  const char *group = sdm_consultation_get_group (sdm_page_get_consultation (page), aid);

  gtk_box_append (GTK_BOX (card), sdm_ui_label (title, "h3"));
  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *text = sdm_aid_fill (aid, points[i].text, group);

      gtk_box_append (GTK_BOX (card), sdm_ui_label (text, "answer"));
    }
}

static GtkWidget *
make_points_card (SdmPage         *page,
                  const SdmOption *option)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (NULL, &content);
  GtkWidget *head = sdm_ui_row (10);

  gtk_box_append (GTK_BOX (head), sdm_mark_new (sdm_option_marks_get (sdm_page_get_aid (page), option)));
  gtk_box_append (GTK_BOX (head), sdm_ui_label (option->title, "h2"));
  gtk_box_append (GTK_BOX (content), head);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (option->summary, "answer"));
  add_points (content, page, _ ("Good points"), option->good, option->n_good);
  add_points (content, page, _ ("Bad points"), option->bad, option->n_bad);

  return card;
}

static void
show_points (SdmOptionsPage *self,
             GPtrArray      *shown)
{
  sdm_ui_clear (self->points);
  for (guint i = 0; i < shown->len; i++)
    gtk_box_append (GTK_BOX (self->points), make_points_card (SDM_PAGE (self), g_ptr_array_index (shown, i)));
}

/* Callbacks */

static void
turn_round_cb (SdmOptionsPage *self)
{
  SdmPage *page = SDM_PAGE (self);

  sdm_consultation_turn_options_round (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  sdm_page_show_now (page);
}

static void
row_opened_cb (SdmOptionsPage *self,
               const char     *question)
{
  SdmPage *page = SDM_PAGE (self);

  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_note_row_opened (sdm_page_get_consultation (page), question);
}

static void
put_aside_cb (SdmOptionsPage *self)
{
  sdm_page_show_now (SDM_PAGE (self));
}

/* Little room: fewer options side by side, one question at a time. */
static void
sdm_options_page_fit (SdmPage *page,
                      gboolean is_narrow,
                      gboolean has_large_text)
{
  SdmOptionsPage *self = SDM_OPTIONS_PAGE (page);
  SdmOptionGrid  *grid = SDM_OPTION_GRID (self->grid);

  sdm_option_grid_set_max_visible (grid, is_narrow ? 2 : 3);
  sdm_option_grid_set_one_question (grid, has_large_text);
  sdm_option_grid_set_stacked (grid, has_large_text && is_narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->points),
                                  is_narrow || has_large_text ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* Building */

static GtkWidget *
make_words_button (SdmAid *aid)
{
  GtkWidget     *button = gtk_menu_button_new ();
  GtkWidget     *popover = gtk_popover_new ();
  GtkWidget     *scroller = gtk_scrolled_window_new ();
  GtkWidget     *list = sdm_ui_column (10);
  guint          n_terms;
  const SdmTerm *terms = sdm_aid_get_glossary (aid, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *line = NULL;

      /* Translators: a word and what it means: "cholesterol: a kind of fat in the blood" */
      line = g_strdup_printf (_ ("%s: %s"), terms[i].term, terms[i].plain);
      gtk_box_append (GTK_BOX (list), sdm_ui_label (line, "answer"));
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 480);
  gtk_widget_set_size_request (scroller, 380, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("What words mean"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_visible (button, n_terms > 0);

  return button;
}

static void
sdm_options_page_build (SdmPage *page)
{
  SdmOptionsPage *self = SDM_OPTIONS_PAGE (page);
  GtkWidget      *content = sdm_page_get_content (page);
  GtkWidget      *turn = sdm_ui_button (_ ("Turn the order round"), "ev-swap-symbolic");

  sdm_page_set_heading (page, _ ("Your options, side by side"), _ ("In no special order. Pick a question to read more."));
  sdm_page_set_note (page, _ ("Two minutes? The first three rows are enough to start."));
  self->aside = sdm_options_aside_new (sdm_page_get_session (page));
  g_signal_connect_swapped (turn, "clicked", G_CALLBACK (turn_round_cb), self);
  g_signal_connect_swapped (self->aside, "changed", G_CALLBACK (put_aside_cb), self);
  gtk_widget_set_sensitive (turn, !sdm_session_is_read_only (sdm_page_get_session (page)));
  sdm_page_add_beside_heading (page, make_words_button (sdm_page_get_aid (page)));
  sdm_page_add_beside_heading (page, turn);
  sdm_page_add_beside_heading (page, self->aside);

  self->options = g_list_store_new (SDM_TYPE_GRID_OPTION);
  self->rows = g_list_store_new (SDM_TYPE_GRID_ROW);
  self->grid = sdm_option_grid_new ();
  sdm_option_grid_set_options (SDM_OPTION_GRID (self->grid), G_LIST_MODEL (self->options));
  sdm_option_grid_set_rows (SDM_OPTION_GRID (self->grid), G_LIST_MODEL (self->rows));
  gtk_widget_set_size_request (self->grid, -1, 470);
  gtk_widget_set_vexpand (self->grid, TRUE);
  g_signal_connect_swapped (self->grid, "row-opened", G_CALLBACK (row_opened_cb), self);
  gtk_box_append (GTK_BOX (content), self->grid);

  self->put_aside = sdm_ui_column (4);
  gtk_box_append (GTK_BOX (content), self->put_aside);
  self->points = sdm_ui_row (16);
  gtk_box_set_homogeneous (GTK_BOX (self->points), TRUE);
  gtk_box_append (GTK_BOX (content), self->points);
  self->asked = sdm_options_asked_new (page);
  gtk_box_append (GTK_BOX (content), self->asked);
}

static void
sdm_options_page_refresh (SdmPage *page)
{
  SdmOptionsPage  *self = SDM_OPTIONS_PAGE (page);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  g_autoptr (GPtrArray) shown = NULL;

  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_open_options (consultation, sdm_page_get_aid (page));
  shown = sdm_consultation_list_shown_options (consultation, sdm_page_get_aid (page));
  show_grid (self, shown);
  note_figures (page);
  show_put_aside (self);
  show_points (self, shown);
  sdm_options_aside_refresh (SDM_OPTIONS_ASIDE (self->aside));
  sdm_options_asked_refresh (SDM_OPTIONS_ASKED (self->asked));
}

/* GObject */

static void
sdm_options_page_dispose (GObject *object)
{
  SdmOptionsPage *self = SDM_OPTIONS_PAGE (object);

  g_clear_object (&self->options);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (sdm_options_page_parent_class)->dispose (object);
}

static void
sdm_options_page_class_init (SdmOptionsPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_options_page_dispose;
  page_class->step = SDM_STEP_OPTIONS;
  page_class->build = sdm_options_page_build;
  page_class->refresh = sdm_options_page_refresh;
  page_class->fit = sdm_options_page_fit;
}

static void
sdm_options_page_init (SdmOptionsPage *self)
{
}
