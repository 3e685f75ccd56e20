/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-fit.h"
#include "sdm-home.h"
#include "sdm-step-item.h"
#include "sdm-step-rail.h"
#include "sdm-widgets.h"

/* What the window is made of: header and banners, the rail with the steps, the page, and the foot. */

/* Rail */

static void
step_activated_cb (SdmWindow  *self,
                   const char *id)
{
  SdmStep step;

  if (self->session != NULL && sdm_step_from_id (id, &step))
    sdm_session_go_to (self->session, step);
}

static GListStore *
make_steps (void)
{
  GListStore *steps = g_list_store_new (SDM_TYPE_STEP_ITEM);

  for (guint i = 0; i < SDM_N_STEPS; i++)
    {
      g_autoptr (SdmStepItem) item = sdm_step_item_new (sdm_step_get_id (i), sdm_step_get_title (i));

      sdm_step_item_set_reachable (item, TRUE);
      g_list_store_append (steps, item);
    }

  return steps;
}

/* Header */

/* The menu is made when it is first opened. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_menu_button (SdmWindow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) consultation = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();

  /* Translators: leads from a consultation back to the first page */
  g_menu_append (consultation, _ ("Leave for now"), "win.home");
  g_menu_append (consultation, _ ("Save again"), "win.save");
  g_menu_append (consultation, _ ("Two-minute path"), "win.short-path");
  g_menu_append (program, _ ("Open a file…"), "win.open-file");
  g_menu_append (program, _ ("Looking after the records"), "win.records");
  g_menu_append (program, _ ("Lock"), "win.lock");
  g_menu_append (program, _ ("Preferences"), "win.preferences");
  g_menu_append (program, _ ("Keyboard"), "win.show-help-overlay");
  g_menu_append (program, _ ("About Evenhand"), "app.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (consultation));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->history_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_menu_cb, g_object_ref (menu), g_object_unref);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Main menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Main menu"), -1);

  return button;
}

static GtkWidget *
make_header (SdmWindow *self)
{
  GtkWidget *bar = adw_header_bar_new ();

  self->back_button = sdm_ui_icon_button ("ev-left-symbolic", _ ("Leave for now"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back_button), "win.home");
  self->who = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->who, "chrome-strong");
  gtk_label_set_ellipsize (GTK_LABEL (self->who), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->who), 0);
  self->title = adw_window_title_new ("Evenhand", NULL);

  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->back_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->who);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->title);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), make_menu_button (self));
  sdm_window_pack_view_buttons (self, bar);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), sdm_window_make_minutes (self));

  return bar;
}

/* Banners */

static GtkWidget *
make_banner (const char *text,
             const char *css_class)
{
  GtkWidget *banner = sdm_ui_row (0);
  GtkWidget *label = sdm_ui_label (text, NULL);

  gtk_widget_add_css_class (banner, "banner");
  gtk_widget_add_css_class (banner, css_class);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (banner), label);

  return banner;
}

/* Foot */

/* Leads to the step before or after; window-session names it anew with each step. */
static GtkWidget *
make_foot_button (const char *title,
                  const char *icon_before,
                  const char *icon_after)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = sdm_ui_row (8);
  GtkWidget *label = gtk_label_new (title);

  if (icon_before != NULL)
    gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon_before));
  gtk_box_append (GTK_BOX (row), label);
  if (icon_after != NULL)
    gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name (icon_after));
  gtk_button_set_child (GTK_BUTTON (button), row);
  g_object_set_data (G_OBJECT (button), "label", label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

static GtkWidget *
make_footer (SdmWindow *self)
{
  GtkWidget *footer = sdm_ui_row (16);

  self->previous = make_foot_button (sdm_step_get_title (SDM_STEP_START), "ev-left-symbolic", NULL);
  self->next = make_foot_button (sdm_step_get_title (SDM_STEP_PEOPLE), NULL, "ev-right-symbolic");
  self->note = sdm_ui_label (NULL, "chrome");
  gtk_widget_add_css_class (footer, "footer");
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_add_css_class (self->note, "quiet");
  gtk_widget_set_hexpand (self->note, TRUE);
  gtk_widget_set_halign (self->next, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->next, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->previous), "win.previous");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "win.next");
  gtk_box_append (GTK_BOX (footer), self->previous);
  gtk_box_append (GTK_BOX (footer), sdm_steady_new (self->note));
  gtk_box_append (GTK_BOX (footer), self->next);

  return footer;
}

/* Window */

static GtkWidget *
make_consultation_view (SdmWindow *self)
{
  GtkWidget *view = sdm_ui_row (0);
  GtkWidget *main_column = sdm_ui_column (0);

  self->rail = sdm_step_rail_new ();
  sdm_step_rail_set_steps (SDM_STEP_RAIL (self->rail), G_LIST_MODEL (self->steps));
  g_signal_connect_swapped (self->rail, "step-activated", G_CALLBACK (step_activated_cb), self);
  /* Pages of one size would all be measured with each turn. */
  self->page_stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->page_stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->page_stack), FALSE);
  gtk_widget_set_vexpand (self->page_stack, TRUE);
  gtk_widget_set_hexpand (main_column, TRUE);
  gtk_box_append (GTK_BOX (main_column), sdm_window_make_flap (self, self->page_stack));
  gtk_box_append (GTK_BOX (main_column), make_footer (self));
  gtk_box_append (GTK_BOX (view), self->rail);
  gtk_box_append (GTK_BOX (view), sdm_steady_new (main_column));

  return view;
}

/**
 * sdm_window_ensure_consultation_view:
 *
 * Makes rail, pages and foot when something is opened for the first time; the
 * first page does without.
 */
void
sdm_window_ensure_consultation_view (SdmWindow *self)
{
  if (self->rail != NULL)
    return;

  gtk_box_append (GTK_BOX (self->banner), sdm_window_make_talk_button (self));
  gtk_stack_add_named (GTK_STACK (self->view), make_consultation_view (self), "consultation");
  sdm_window_fit (self);
}

/**
 * sdm_window_build:
 *
 * Makes header, banners and home page of a new window.
 */
void
sdm_window_build (SdmWindow *self)
{
  GtkWidget *all = sdm_ui_column (0);
  GtkWidget *banners = sdm_ui_row (0);

  self->steps = make_steps ();
  self->banner = make_banner (_ ("Practice. Nothing here goes into anyone’s record."), "practice");
  self->caution = make_banner ("", "caution");
  self->worth = make_banner ("", "caution");
  self->view = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->view), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->view), FALSE);
  self->home = sdm_home_new (self, self->context);
  gtk_stack_add_named (GTK_STACK (self->view), self->home, "home");
  gtk_widget_set_vexpand (self->view, TRUE);
  self->toasts = adw_toast_overlay_new ();
  self->fit = sdm_fit_new ();
  adw_bin_set_child (ADW_BIN (self->fit), self->view);
  g_signal_connect_swapped (self->fit, "notify", G_CALLBACK (sdm_window_fit), self);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->fit);
  gtk_box_append (GTK_BOX (all), make_header (self));
  gtk_widget_set_hexpand (self->caution, TRUE);
  gtk_box_append (GTK_BOX (banners), self->banner);
  gtk_box_append (GTK_BOX (banners), self->caution);
  gtk_box_append (GTK_BOX (all), banners);
  gtk_box_append (GTK_BOX (all), self->worth);
  gtk_box_append (GTK_BOX (all), self->toasts);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), all);
  sdm_window_close_session (self);
}
