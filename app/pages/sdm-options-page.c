/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-options-page.h"

#include <glib/gi18n.h>

#include "sdm-aside-reason.h"
#include "sdm-consultation-options.h"
#include "sdm-consultation-questions.h"
#include "sdm-explained-words.h"
#include "sdm-grid-rows.h"
#include "sdm-option-grid.h"
#include "sdm-option-marks.h"
#include "sdm-options-aside.h"
#include "sdm-options-asked.h"
#include "sdm-options-points.h"
#include "sdm-page-part.h"
#include "sdm-page-room.h"
#include "sdm-put-aside.h"
#include "sdm-row-watch.h"
#include "sdm-text-layout.h"

/**
 * SdmOptionsPage:
 *
 * The options side by side: people's questions as rows, those that touch what
 * matters to the person first, and below them the good and the bad points of
 * each option in equal columns. Whatever a row shows of a figure counts as
 * shown and is kept.
 */
struct _SdmOptionsPage
{
  SdmPage parent_instance;

  GtkWidget   *grid;
  GListStore  *options;
  GListStore  *rows;
  SdmGlossary *glossary;
  GtkWidget   *matters_first;
  GtkWidget   *aside;
  GtkWidget   *reason; /* a popover that asks why a question is put aside */
  GtkWidget   *put_aside;
  GtkWidget   *points; /* holds the points of the options that are shown */
  GtkWidget   *asked;

  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (SdmOptionsPage, sdm_options_page, SDM_TYPE_PAGE)

/* What the table shows. */
static const char *const table_places[] = {
  "options/shown", "options/order", "options/questions_order", "options/questions_hidden", "risks/groups", "matters/ranked", "blank", NULL
};

/* What the points below it show. */
static const char *const points_places[] = {
  "options/shown", "options/order", "risks/groups", "blank", NULL
};

/* The grid */

static void
show_options (SdmOptionsPage *self,
              GPtrArray      *shown)
{
  const char *no_change = NULL;

  for (guint i = 0; i < shown->len; i++)
    {
      const SdmOption *option = g_ptr_array_index (shown, i);

      if (option->is_no_change)
        no_change = option->id;
    }
  sdm_option_grid_set_pinned_option (SDM_OPTION_GRID (self->grid), no_change);
  sdm_option_marks_fill (self->options, sdm_page_get_aid (SDM_PAGE (self)), shown);
}

/* Says plainly why a row stands where it stands. */
static void
tell_what_it_touches (SdmOptionsPage    *self,
                      SdmGridRow        *row,
                      const SdmQuestion *question)
{
  SdmPage *page = SDM_PAGE (self);
  g_autoptr (GPtrArray) touched = sdm_consultation_list_touched (sdm_page_get_consultation (page), sdm_page_get_aid (page), question);
  g_autoptr (GString) said = NULL;

  if (touched->len == 0)
    return;

  said = g_string_new (_ ("You said that this matters:"));
  for (guint i = 0; i < touched->len; i++)
    {
      /* Translators: what the person said, in their own words */
      g_string_append_printf (said, _ (" “%s”"), (const char *) g_ptr_array_index (touched, i));
    }
  sdm_grid_row_set_matters (row, _ ("Matters to you"), said->str);
}

static void
show_rows (SdmOptionsPage *self,
           GPtrArray      *shown)
{
  SdmPage         *page = SDM_PAGE (self);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  SdmAid          *aid = sdm_page_get_aid (page);
  g_autoptr (GPtrArray) questions = sdm_consultation_list_questions (consultation, aid);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < questions->len; i++)
    {
      const SdmQuestion *question = g_ptr_array_index (questions, i);
      SdmGridRow        *row = sdm_grid_rows_new_for_question (aid, question, shown, sdm_consultation_get_group (consultation, aid));

      sdm_grid_row_set_glossary (row, self->glossary);
      tell_what_it_touches (self, row, question);
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}

static void
show_grid (SdmOptionsPage *self,
           GPtrArray      *shown)
{
  if (!sdm_page_is_part_stale (SDM_PAGE (self), self->grid, table_places))
    return;
  show_options (self, shown);
  show_rows (self, shown);
}

static void
note_figures (SdmPage *page)
{
  g_autoptr (GPtrArray) questions = sdm_consultation_list_questions (sdm_page_get_consultation (page), sdm_page_get_aid (page));

  for (guint i = 0; i < questions->len; i++)
    sdm_grid_rows_note_question (sdm_page_get_session (page), g_ptr_array_index (questions, i));
}

static void
show_points (SdmOptionsPage *self,
             GPtrArray      *shown)
{
  if (!sdm_page_is_part_stale (SDM_PAGE (self), self->points, points_places))
    return;
  adw_bin_set_child (ADW_BIN (self->points), sdm_options_points_new (sdm_page_get_session (SDM_PAGE (self)), shown));
}

static void
show_order (SdmOptionsPage *self)
{
  SdmPage         *page = SDM_PAGE (self);
  SdmConsultation *consultation = sdm_page_get_consultation (page);

  self->is_refreshing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->matters_first),
                                sdm_consultation_puts_what_matters_first (consultation));
  gtk_widget_set_visible (self->matters_first,
                          sdm_consultation_has_touched_questions (consultation, sdm_page_get_aid (page)));
  self->is_refreshing = FALSE;
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
matters_first_cb (SdmOptionsPage *self)
{
  SdmPage *page = SDM_PAGE (self);
  g_autoptr (GError) error = NULL;

  if (self->is_refreshing)
    return;
  if (!sdm_consultation_set_puts_what_matters_first (sdm_page_get_consultation (page),
                                                     gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->matters_first)), &error))
    sdm_session_say (sdm_page_get_session (page), error->message);
  sdm_page_show_now (page);
}

/* Only the columns change, so that the keyboard stays in the one that was moved. */
static void
option_moved_cb (SdmOptionsPage *self,
                 const char     *option,
                 int             by)
{
  SdmPage *page = SDM_PAGE (self);
  g_autoptr (GPtrArray) shown = NULL;

  if (sdm_session_is_read_only (sdm_page_get_session (page)) ||
      !sdm_consultation_move_option (sdm_page_get_consultation (page), sdm_page_get_aid (page), option, by))
    return;
  shown = sdm_consultation_list_shown_options (sdm_page_get_consultation (page), sdm_page_get_aid (page));
  show_options (self, shown);
  show_points (self, shown);
}

static void
row_opened_cb (SdmOptionsPage *self,
               const char     *question)
{
  SdmPage *page = SDM_PAGE (self);

  if (!sdm_session_is_read_only (sdm_page_get_session (page)))
    sdm_consultation_note_row_opened (sdm_page_get_consultation (page), question);
}

/* Asks beside the button that was pressed, which has the focus. */
static void
row_put_aside_cb (SdmOptionsPage *self,
                  const char     *question)
{
  GtkWidget      *content = sdm_page_get_content (SDM_PAGE (self));
  GtkRoot        *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget      *pressed = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  if (pressed == NULL || !gtk_widget_is_ancestor (pressed, self->grid))
    pressed = self->grid;
  if (gtk_widget_compute_bounds (pressed, content, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->reason),
                                 &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                  (int) bounds.size.width, (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->reason));
  sdm_aside_reason_ask (SDM_ASIDE_REASON (gtk_popover_get_child (GTK_POPOVER (self->reason))), question);
}

/* What was pressed is gone, and the keyboard goes to the table. */
static void
changed_cb (SdmOptionsPage *self)
{
  sdm_page_show_now (SDM_PAGE (self));
  gtk_widget_grab_focus (self->grid);
}

static void
reason_given_cb (SdmOptionsPage *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->reason));
  changed_cb (self);
}

/* Little room: fewer options side by side, one question at a time, and no heading: the steps say where we are. */
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
  sdm_page_set_heading_visible (page, !has_large_text);
  sdm_page_room_look_again (self->grid);
}

/* Building */

/* Buttons grow in height before they make the window wider than the screen. */
static void
let_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (widget), GTK_NATURAL_WRAP_NONE);
      sdm_text_layout_use (widget);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_wrap (child);
}

static void
build_beside_heading (SdmOptionsPage *self)
{
  SdmPage    *page = SDM_PAGE (self);
  SdmSession *session = sdm_page_get_session (page);
  GtkWidget  *turn = sdm_ui_button (_ ("Turn the order round"), "ev-swap-symbolic");

  /* Translators: a button that stays pressed; the questions that touch what matters to the person come first */
  self->matters_first = gtk_toggle_button_new_with_label (_ ("What matters first"));
  self->aside = sdm_options_aside_new (session);
  g_signal_connect_swapped (self->matters_first, "toggled", G_CALLBACK (matters_first_cb), self);
  g_signal_connect_swapped (turn, "clicked", G_CALLBACK (turn_round_cb), self);
  g_signal_connect_swapped (self->aside, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_set_sensitive (turn, !sdm_session_is_read_only (session));
  gtk_widget_set_sensitive (self->matters_first, !sdm_session_is_read_only (session));
  let_wrap (self->matters_first);
  let_wrap (turn);
  sdm_page_add_beside_heading (page, self->matters_first);
  sdm_page_add_beside_heading (page, turn);
  sdm_page_add_beside_heading (page, self->aside);
  sdm_page_place_mark (self->matters_first, "options/questions_order");
  sdm_page_place_mark (turn, "options/order");
  sdm_page_place_mark (self->aside, "options/shown");
}

static void
build_grid (SdmOptionsPage *self)
{
  SdmPage    *page = SDM_PAGE (self);
  SdmSession *session = sdm_page_get_session (page);
  GtkWidget  *reason = sdm_aside_reason_new_for_questions (session);

  self->options = g_list_store_new (SDM_TYPE_GRID_OPTION);
  self->rows = g_list_store_new (SDM_TYPE_GRID_ROW);
  self->glossary = sdm_explained_words_new_glossary (sdm_page_get_aid (page));
  self->grid = sdm_option_grid_new ();
  sdm_option_grid_set_options (SDM_OPTION_GRID (self->grid), G_LIST_MODEL (self->options));
  sdm_option_grid_set_rows (SDM_OPTION_GRID (self->grid), G_LIST_MODEL (self->rows));
  sdm_page_place_mark (self->grid, "options/questions_hidden");
  sdm_row_watch_grid (session, SDM_OPTION_GRID (self->grid));
  sdm_option_grid_set_can_put_aside (SDM_OPTION_GRID (self->grid), !sdm_session_is_read_only (session));
  g_signal_connect_swapped (self->grid, "row-opened", G_CALLBACK (row_opened_cb), self);
  g_signal_connect_swapped (self->grid, "row-put-aside", G_CALLBACK (row_put_aside_cb), self);
  g_signal_connect_swapped (self->grid, "option-moved", G_CALLBACK (option_moved_cb), self);
  gtk_box_append (GTK_BOX (sdm_page_get_content (page)), self->grid);

  self->reason = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->reason), reason);
  gtk_widget_set_parent (self->reason, sdm_page_get_content (page));
  g_signal_connect_swapped (reason, "put-aside", G_CALLBACK (reason_given_cb), self);
}

static void
sdm_options_page_build (SdmPage *page)
{
  SdmOptionsPage *self = SDM_OPTIONS_PAGE (page);
  GtkWidget      *content = sdm_page_get_content (page);

  sdm_page_set_heading (page, _ ("Your options, side by side"), NULL);
  sdm_page_set_note (page, _ ("Pick a question to read more. Two minutes? The first three rows are enough to start."));
  build_beside_heading (self);
  build_grid (self);

  self->put_aside = sdm_put_aside_new (sdm_page_get_session (page));
  g_signal_connect_swapped (self->put_aside, "brought-back", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (content), self->put_aside);
  sdm_page_room_fill (self->grid, self->put_aside);
  self->points = adw_bin_new ();
  gtk_box_append (GTK_BOX (content), self->points);
  self->asked = sdm_options_asked_new (page);
  gtk_box_append (GTK_BOX (content), self->asked);
  gtk_box_append (GTK_BOX (content), sdm_explained_words_new_list (sdm_page_get_aid (page)));
}

/* What is pressed there must not be made anew under the finger, as each row that comes into sight is noted. */
static void
refresh_put_aside (SdmOptionsPage *self)
{
  static const char *const put_aside[] = { "options/hidden", "options/questions_hidden", NULL };
  static const char *const aside[] = { "options/shown", NULL };

  if (sdm_page_part_is_stale (SDM_PAGE (self), self->put_aside, put_aside))
    sdm_put_aside_refresh (SDM_PUT_ASIDE (self->put_aside));
  if (sdm_page_part_is_stale (SDM_PAGE (self), self->aside, aside))
    sdm_options_aside_refresh (SDM_OPTIONS_ASIDE (self->aside));
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
  show_order (self);
  show_grid (self, shown);
  note_figures (page);
  refresh_put_aside (self);
  sdm_page_room_look_again (self->grid);
  show_points (self, shown);
  sdm_options_asked_refresh (SDM_OPTIONS_ASKED (self->asked));
}

/* GObject */

static void
sdm_options_page_dispose (GObject *object)
{
  SdmOptionsPage *self = SDM_OPTIONS_PAGE (object);

  g_clear_pointer (&self->reason, gtk_widget_unparent);
  g_clear_object (&self->options);
  g_clear_object (&self->rows);
  g_clear_object (&self->glossary);

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
