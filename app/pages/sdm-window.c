/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-fit.h"
#include "sdm-home.h"
#include "sdm-preferences.h"
#include "sdm-step-item.h"
#include "sdm-step-rail.h"
#include "sdm-widgets.h"

/**
 * SdmWindow:
 *
 * The one window: a header, the rail with the ten steps (before something is
 * open, the home page), the page of the step, and a foot that leads back and on.
 *
 * What can be done is an action of the window, so that button, menu and key
 * agree: `win.step(n)`, `win.next`, `win.previous`, `win.home`, `win.undo`,
 * `win.redo`, `win.short-path`, `win.save`, `win.patient-view`,
 * `win.hold-patient-view`, `win.clinician-sheet`, `win.patient-sheet`, `win.set-up`, `win.restore`, `win.rescue`, `win.sign-in`,
 * `win.new-patient`, `win.records`, `win.lock`, `win.not-me`.
 */
G_DEFINE_FINAL_TYPE (SdmWindow, sdm_window, ADW_TYPE_APPLICATION_WINDOW)

/* Size */

static void
restore_size (SdmWindow *self)
{
  GSettings *settings = sdm_context_get_settings (self->context);
  int        width;
  int        height;

  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (SdmWindow *self)
{
  GSettings *settings = sdm_context_get_settings (self->context);
  int        width;
  int        height;

  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    g_settings_set (settings, "window-size", "(ii)", width, height);
}

/* After the first frame */

static void
scanned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  const gboolean is_first = self->aids == AIDS_SOUGHT_FIRST;

  self->aids = AIDS_KNOWN;
  if (sdm_aid_library_scan_finish (SDM_AID_LIBRARY (source), result, NULL) && is_first && self->home != NULL)
    sdm_home_refresh (SDM_HOME (self->home));
  if (self->look_again)
    {
      self->look_again = FALSE;
      sdm_window_look_for_aids (self);
    }
}

/* A file was put there, changed or taken away since. */
static void
library_changed_cb (SdmWindow *self)
{
  if (self->home != NULL)
    sdm_home_refresh (SDM_HOME (self->home));
}

/**
 * sdm_window_look_for_aids:
 *
 * Looks again, on another thread, at what decision aids and cases there are. The home page shows
 * what has changed.
 */
void
sdm_window_look_for_aids (SdmWindow *self)
{
  if (self->aids != AIDS_KNOWN)
    return;
  self->look_again = FALSE;
  self->aids = AIDS_SOUGHT;
  sdm_aid_library_scan_async (sdm_context_get_library (self->context), NULL, scanned_cb, g_object_ref (self));
}

/* The scan that is under way, if one is, looks in the former folders. */
static void
folders_changed_cb (SdmWindow *self)
{
  self->look_again = self->aids != AIDS_KNOWN;
  sdm_window_look_for_aids (self);
}

static void
store_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->home == NULL)
    return;
  if (!sdm_record_store_open_finish (SDM_RECORD_STORE (source), result, &error))
    sdm_home_set_store_problem (SDM_HOME (self->home), error->message);
  self->store_is_open = TRUE;
  sdm_window_open_waiting (self);
  sdm_home_refresh (SDM_HOME (self->home));
}

/* What somebody asked for is opened when the store is open, and takes the logo along. */
static void
logo_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;

  sdm_preferences_read_logo_finish (result);
  if (self->context != NULL)
    sdm_record_store_open_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_PRACTICE), NULL, store_opened_cb, g_object_ref (self));
}

static gboolean
begin_work_cb (gpointer user_data)
{
  SdmWindow *self = user_data;

  sdm_widgets_use_page_style (gtk_widget_get_display (GTK_WIDGET (self)));
  if (self->home != NULL)
    sdm_home_show_lists (SDM_HOME (self->home));
  self->aids = AIDS_SOUGHT_FIRST;
  g_signal_connect_object (sdm_context_get_library (self->context), "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sdm_context_get_library (self->context), "folders-changed", G_CALLBACK (folders_changed_cb), self, G_CONNECT_SWAPPED);
  sdm_aid_library_scan_async (sdm_context_get_library (self->context), NULL, scanned_cb, g_object_ref (self));
  sdm_lock_signals_find_buses (self->lock_signals);
  sdm_preferences_read_logo_async (sdm_context_get_settings (self->context), logo_read_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
first_frame_cb (GdkFrameClock *frame_clock,
                SdmWindow     *self)
{
  g_signal_handlers_disconnect_by_func (frame_clock, first_frame_cb, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, begin_work_cb, g_object_ref (self), g_object_unref);
}

static void
realize_cb (SdmWindow *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                           G_CALLBACK (first_frame_cb), self, 0);
}

/* Closing: the last words are kept first */

static void
flushed_before_close_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sdm_autosaver_flush_finish (SDM_AUTOSAVER (source), result, &error))
    {
      sdm_window_show_problem (self, _ ("Not saved yet"), error->message);
      return;
    }
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_consultation_and_close (SdmWindow *self)
{
  if (sdm_session_is_read_only (self->session))
    {
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  sdm_autosaver_flush_async (sdm_session_get_autosaver (self->session), NULL,
                             flushed_before_close_cb, g_object_ref (self));
}

static void
talk_flushed_before_close_cb (GObject      *source,
                              GAsyncResult *result,
                              gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sdm_autosaver_flush_finish (SDM_AUTOSAVER (source), result, &error))
    sdm_window_show_problem (self, _ ("Not saved yet"), error->message);
  else if (self->session != NULL)
    save_consultation_and_close (self);
}

static void
save_and_close (SdmWindow *self)
{
  if (sdm_session_get_rehearsal (self->session) != NULL)
    sdm_autosaver_flush_async (sdm_rehearsal_get_autosaver (sdm_session_get_rehearsal (self->session)), NULL,
                               talk_flushed_before_close_cb, g_object_ref (self));
  else
    save_consultation_and_close (self);
}

static gboolean
sdm_window_close_request (GtkWindow *window)
{
  SdmWindow *self = SDM_WINDOW (window);

  remember_size (self);
  if (self->session != NULL)
    sdm_session_keep_time (self->session);
  if (self->session != NULL && !self->closing &&
      (!sdm_session_is_read_only (self->session) || sdm_session_get_rehearsal (self->session) != NULL))
    {
      sdm_window_leave (self, save_and_close);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (sdm_window_parent_class)->close_request (window);
}

static void
active_changed_cb (SdmWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    sdm_window_keep_talk (self);
  if (self->session != NULL && !gtk_window_is_active (GTK_WINDOW (self)) && !sdm_session_is_read_only (self->session))
    sdm_autosaver_flush_async (sdm_session_get_autosaver (self->session), NULL, NULL, NULL);
  if (self->session == NULL && gtk_window_is_active (GTK_WINDOW (self)))
    sdm_window_look_for_aids (self);
}

/* Actions */

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  if (self->session != NULL)
    sdm_session_go_to (self->session, (SdmStep) CLAMP (g_variant_get_int32 (parameter), 0, SDM_N_STEPS - 1));
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SdmSession *session = SDM_WINDOW (widget)->session;

  if (session != NULL)
    sdm_session_go_to (session, sdm_step_get_next (sdm_session_get_step (session), sdm_session_get_short_path (session)));
}

static void
previous_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  SdmSession *session = SDM_WINDOW (widget)->session;

  if (session != NULL)
    sdm_session_go_to (session, sdm_step_get_previous (sdm_session_get_step (session), sdm_session_get_short_path (session)));
}

/* From the rail to the page to the foot, and on. */
static void
next_part_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);
  GtkWidget *parts[] = { self->rail, self->page_stack, self->side, self->next };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint      now = G_N_ELEMENTS (parts) - 1;

  if (self->session == NULL)
    return;
  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (parts); i++)
    if (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i]))
      now = i;
  for (guint i = 1; i <= G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = parts[(now + i) % G_N_ELEMENTS (parts)];

      if (gtk_widget_get_mapped (part) && gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD))
        return;
    }
}

static void
home_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  sdm_window_leave (SDM_WINDOW (widget), sdm_window_go_back);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  sdm_preferences_show (GTK_WINDOW (widget), SDM_WINDOW (widget)->context);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  sdm_window_keep_talk (self);
  if (self->session != NULL && !sdm_session_is_read_only (self->session))
    sdm_autosaver_flush_async (sdm_session_get_autosaver (self->session), NULL, NULL, NULL);
}

static void
patient_view_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  sdm_window_toggle_patient_view (SDM_WINDOW (widget));
}

static void
hold_patient_view_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  sdm_window_toggle_hold (SDM_WINDOW (widget));
}

static void
clinician_sheet_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  sdm_window_toggle_sheet (SDM_WINDOW (widget));
}

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

/* Parts */

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

/* GObject */

static void
sdm_window_dispose (GObject *object)
{
  SdmWindow *self = SDM_WINDOW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (sdm_session_get_autosaver (self->session), self);
  self->home = NULL;
  self->real_page = NULL;
  sdm_window_dispose_real (self);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->patient_view != NULL)
    gtk_window_destroy (GTK_WINDOW (self->patient_view));
  g_clear_weak_pointer (&self->patient_view);
  g_clear_object (&self->session);
  g_clear_object (&self->steps);
  g_clear_object (&self->history_menu);
  g_clear_weak_pointer (&self->typed);
  g_clear_weak_pointer (&self->undo_toast);
  for (SdmStep step = 0; step < SDM_N_STEPS; step++)
    g_clear_weak_pointer (&self->unsolved_toasts[step]);
  g_clear_object (&self->waiting_file);
  g_clear_object (&self->waiting_real_file);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_window_parent_class)->dispose (object);
}

static void
sdm_window_class_init (SdmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sdm_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sdm_window_close_request;

  gtk_widget_class_install_action (widget_class, "win.step", "i", step_action);
  gtk_widget_class_install_action (widget_class, "win.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "win.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "win.next-part", NULL, next_part_action);
  gtk_widget_class_install_action (widget_class, "win.home", NULL, home_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.patient-view", NULL, patient_view_action);
  gtk_widget_class_install_action (widget_class, "win.hold-patient-view", NULL, hold_patient_view_action);
  gtk_widget_class_install_action (widget_class, "win.clinician-sheet", NULL, clinician_sheet_action);
  sdm_window_class_install_debrief (widget_class);
  sdm_window_class_install_find (widget_class);
  sdm_window_class_install_history (widget_class);
  sdm_window_class_install_keys (widget_class);
  sdm_window_class_install_practice (widget_class);
  sdm_window_class_install_real (widget_class);
  sdm_window_class_install_record (widget_class);
  sdm_window_class_install_hand_over (widget_class);
  sdm_window_class_install_take_in (widget_class);
  sdm_window_class_install_staff (widget_class);
  sdm_window_class_install_unsolved (widget_class);
}

static void
sdm_window_init (SdmWindow *self)
{
  self->steps = make_steps ();
  sdm_window_init_history (self);
  g_signal_connect_swapped (self, "realize", G_CALLBACK (realize_cb), self);
  g_signal_connect_swapped (self, "notify::is-active", G_CALLBACK (active_changed_cb), self);
}

static void
build (SdmWindow *self)
{
  GtkWidget *all = sdm_ui_column (0);
  GtkWidget *banners = sdm_ui_row (0);

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

/* Public API */

/**
 * sdm_window_new:
 *
 * Returns: a window that shows the home page
 */
GtkWidget *
sdm_window_new (GtkApplication *application,
                SdmContext     *context)
{
  SdmWindow *self = g_object_new (SDM_TYPE_WINDOW, "application", application, "title", "Evenhand", NULL);

  self->context = g_object_ref (context);
  gtk_widget_set_size_request (GTK_WIDGET (self), 640, 480);
  restore_size (self);
  sdm_preferences_follow (sdm_context_get_settings (context));
  build (self);
  sdm_window_init_real (self);
  sdm_window_init_staff (self);

  return GTK_WIDGET (self);
}

/**
 * sdm_window_say:
 *
 * Shows @text for a moment.
 */
void
sdm_window_say (SdmWindow  *self,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, 6);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/**
 * sdm_window_add_toast:
 * @toast: (transfer full): a word with a button of its own
 */
void
sdm_window_add_toast (SdmWindow *self,
                      AdwToast  *toast)
{
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);

  return G_SOURCE_REMOVE;
}

/**
 * sdm_window_dismiss_toast:
 *
 * Takes away what a toast says, a moment later: libadwaita 1.2 does not survive it in the
 * moment in which the toast came.
 */
void
sdm_window_dismiss_toast (AdwToast *toast)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, dismiss_cb, g_object_ref (toast), g_object_unref);
}

/**
 * sdm_window_show_problem:
 * @heading: what did not work
 * @text: why, and what to do
 *
 * Says that something did not work; the window goes on as it was.
 */
void
sdm_window_show_problem (SdmWindow  *self,
                         const char *heading,
                         const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, text);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
