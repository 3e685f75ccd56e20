/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-plan-page.h"

#include <glib/gi18n.h>

#include "sdm-consultation-plan.h"
#include "sdm-page-later.h"
#include "sdm-plan-after.h"
#include "sdm-plan-choice.h"
#include "sdm-plan-lists.h"
#include "sdm-plan-unprinted.h"

/**
 * SdmPlanPage:
 *
 * Where the two of them have got to, and what happens next. The three results
 * stand side by side with equal weight, none chosen at first.
 */
struct _SdmPlanPage
{
  SdmPage parent_instance;

  GtkWidget *results[3];
  GtkWidget *result_row;
  GtkWidget *columns; /* a grid: two of five parts, three of five */
  GtkWidget *right;
  GtkWidget *below; /* everything that comes with a result */
  GtkWidget *choice;
  GtkWidget *actions;
  GtkWidget *look_out_card;
  GtkWidget *look_out;
  GtkWidget *medicines_card;
  GtkWidget *medicines;
  GtkWidget *services;
  GtkWidget *after;
  GtkWidget *unprinted;
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (SdmPlanPage, sdm_plan_page, SDM_TYPE_PAGE)

static const struct
{
  const char *id;
  const char *title;
  const char *helper;
} results[] = {
  { "decided", N_ ("We have decided"), N_ ("for now; it can change") },
    { "not-yet", N_ ("Not yet"), N_ ("more time or more talk first") },
      { "no-thank-you", N_ ("No, thank you"), N_ ("none of this for now") },
      };

static void
show_lists (SdmPlanPage *self)
{
  sdm_page_list_refresh (SDM_PAGE_LIST (self->actions));
  sdm_page_list_refresh (SDM_PAGE_LIST (self->look_out));
  sdm_page_list_refresh (SDM_PAGE_LIST (self->medicines));
  sdm_page_list_refresh (SDM_PAGE_LIST (self->services));
}

static void
show_result (SdmPlanPage *self)
{
  const char *result = sdm_consultation_get_text (sdm_page_get_consultation (SDM_PAGE (self)), "plan/result");
  gboolean    decided = g_strcmp0 (result, "decided") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->results[i]), g_strcmp0 (results[i].id, result) == 0);
      gtk_widget_set_sensitive (self->results[i], !sdm_session_is_read_only (sdm_page_get_session (SDM_PAGE (self))));
    }
  gtk_widget_set_visible (self->below, result != NULL);
  gtk_widget_set_visible (self->look_out_card, decided || json_array_size (sdm_consultation_peek (sdm_page_get_consultation (SDM_PAGE (self)), "plan/look_out")) > 0);
  gtk_widget_set_visible (self->medicines_card, decided || json_array_size (sdm_consultation_peek (sdm_page_get_consultation (SDM_PAGE (self)), "plan/medicines")) > 0);
}

/* Callbacks */

static void
result_toggled_cb (GtkCheckButton *check,
                   SdmPlanPage    *self)
{
  SdmPage         *page = SDM_PAGE (self);
  SdmConsultation *consultation = sdm_page_get_consultation (page);
  const char      *result = g_object_get_data (G_OBJECT (check), "result");
  gboolean         had_choice;
  g_autoptr (GError) error = NULL;

  if (self->refreshing || !gtk_check_button_get_active (check))
    return;

  had_choice = json_array_size (sdm_consultation_peek (consultation, "plan/chosen")) > 0;
  if (!sdm_consultation_set_result (consultation, sdm_page_get_aid (page), result, &error))
    sdm_session_say (sdm_page_get_session (page), error->message);
  sdm_page_show_now (page);
  if (had_choice && json_array_size (sdm_consultation_peek (consultation, "plan/chosen")) == 0)
    sdm_session_offer_undo (sdm_page_get_session (page), _ ("The choice was taken out"));
}

static void
chosen_cb (SdmPage *page)
{
  sdm_page_show_now (page);
}

/* Building */

static GtkWidget *
make_result (SdmPlanPage *self,
             guint        which)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = sdm_ui_column (2);
  GtkWidget *helper = sdm_ui_label (_ (results[which].helper), "caption");
  /* Translators: a card and what it means: "Not yet: more time or more talk first" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), _ (results[which].title), _ (results[which].helper));

  gtk_box_append (GTK_BOX (words), sdm_ui_label (_ (results[which].title), "h2"));
  gtk_box_append (GTK_BOX (words), helper);
  gtk_widget_set_margin_start (words, 8);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), sdm_steady_new (words));
  gtk_widget_add_css_class (check, "decision");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (check), "result", (gpointer) results[which].id);
  if (which > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->results[0]));
  g_signal_connect (check, "toggled", G_CALLBACK (result_toggled_cb), self);

  return check;
}

static GtkWidget *
make_results (SdmPlanPage *self)
{
  GtkWidget *row = sdm_ui_row (16);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      self->results[i] = make_result (self, i);
      gtk_box_append (GTK_BOX (row), sdm_steady_new (self->results[i]));
    }

  return row;
}

static GtkWidget *
make_list_card (SdmPage               *page,
                const char            *title,
                const SdmPageListKind *kind,
                GtkWidget            **list)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (title, &content);

  *list = sdm_page_list_new (page, kind);
  gtk_box_append (GTK_BOX (content), *list);

  return card;
}

static GtkWidget *
make_right (SdmPlanPage *self)
{
  SdmPage   *page = SDM_PAGE (self);
  GtkWidget *right = sdm_ui_column (16);
  GtkWidget *below = sdm_ui_column (16);

  gtk_box_append (GTK_BOX (right), make_list_card (page, _ ("What happens next"), &sdm_plan_actions, &self->actions));
  self->look_out_card = make_list_card (page, _ ("Look out for"), &sdm_plan_look_out, &self->look_out);
  gtk_box_append (GTK_BOX (below), self->look_out_card);
  self->after = sdm_plan_after_new (page);
  gtk_box_append (GTK_BOX (below), self->after);
  self->medicines_card = make_list_card (page, _ ("Medicines, for the letter and the GP"), &sdm_plan_medicines, &self->medicines);
  gtk_box_append (GTK_BOX (below), self->medicines_card);
  gtk_box_append (GTK_BOX (below), make_list_card (page, _ ("Services and groups that can help"), &sdm_plan_services, &self->services));
  gtk_box_append (GTK_BOX (right), below);
  sdm_page_later_add (GTK_WIDGET (page), below);
  gtk_widget_set_hexpand (right, TRUE);

  return right;
}

static void
sdm_plan_page_build (SdmPage *page)
{
  SdmPlanPage *self = SDM_PLAN_PAGE (page);
  GtkWidget   *content = sdm_page_get_content (page);

  sdm_page_set_heading (page, _ ("Where have we got to?"), _ ("Any of these three is a good place to stop today."));
  self->result_row = make_results (self);
  sdm_page_place_mark (self->result_row, "plan/result");
  gtk_box_append (GTK_BOX (content), self->result_row);

  self->choice = sdm_plan_choice_new (page);
  g_signal_connect_object (self->choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->right = make_right (self);
  self->columns = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->columns), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->columns), 16);
  gtk_grid_set_row_spacing (GTK_GRID (self->columns), 16);
  gtk_grid_attach (GTK_GRID (self->columns), sdm_ui_at_top (self->choice), 0, 0, 2, 1);
  gtk_grid_attach (GTK_GRID (self->columns), self->right, 2, 0, 3, 1);

  self->below = sdm_ui_column (16);
  self->unprinted = sdm_plan_unprinted_new (page);
  gtk_box_append (GTK_BOX (self->below), self->columns);
  gtk_box_append (GTK_BOX (self->below), self->unprinted);
  gtk_box_append (GTK_BOX (content), self->below);
}

static void
sdm_plan_page_refresh (SdmPage *page)
{
  SdmPlanPage *self = SDM_PLAN_PAGE (page);

  self->refreshing = TRUE;
  show_result (self);
  sdm_plan_choice_refresh (SDM_PLAN_CHOICE (self->choice));
  show_lists (self);
  sdm_plan_after_refresh (SDM_PLAN_AFTER (self->after));
  sdm_plan_unprinted_refresh (SDM_PLAN_UNPRINTED (self->unprinted));
  self->refreshing = FALSE;
}

/* Where there is no room, one below the other. */
static void
sdm_plan_page_fit (SdmPage *page,
                   gboolean narrow,
                   gboolean large_text)
{
  SdmPlanPage    *self = SDM_PLAN_PAGE (page);
  gboolean        stacked = narrow || large_text;
  GtkGrid        *grid = GTK_GRID (self->columns);
  GtkLayoutChild *place = gtk_layout_manager_get_layout_child (gtk_widget_get_layout_manager (self->columns), self->right);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->result_row), large_text ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  g_object_set (place, "column", stacked ? 0 : 2, "row", stacked ? 1 : 0, "column-span", stacked ? 2 : 3, NULL);
  gtk_grid_set_column_homogeneous (grid, !stacked);
  sdm_plan_after_set_stacked (SDM_PLAN_AFTER (self->after), large_text);
}

static void
sdm_plan_page_class_init (SdmPlanPageClass *klass)
{
  SdmPageClass *page_class = SDM_PAGE_CLASS (klass);

  page_class->step = SDM_STEP_PLAN;
  page_class->build = sdm_plan_page_build;
  page_class->refresh = sdm_plan_page_refresh;
  page_class->fit = sdm_plan_page_fit;
}

static void
sdm_plan_page_init (SdmPlanPage *self)
{
}

/* Public API */

/**
 * sdm_plan_result_get_title:
 * @result: "decided", "not-yet" or "no-thank-you"
 *
 * Returns: (nullable): where the two of them have got to, translated
 */
const char *
sdm_plan_result_get_title (const char *result)
{
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    if (g_strcmp0 (results[i].id, result) == 0)
      return _ (results[i].title);

  return NULL;
}
