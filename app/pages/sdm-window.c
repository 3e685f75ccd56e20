/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-home.h"
#include "sdm-preferences.h"
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
  sdm_window_init_history (self);
  g_signal_connect_swapped (self, "realize", G_CALLBACK (realize_cb), self);
  g_signal_connect_swapped (self, "notify::is-active", G_CALLBACK (active_changed_cb), self);
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
  sdm_window_build (self);
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
