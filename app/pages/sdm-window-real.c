/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-code-page.h"
#include "sdm-home.h"
#include "sdm-new-patient-page.h"
#include "sdm-records-page.h"
#include "sdm-rescue-page.h"
#include "sdm-restore-page.h"
#include "sdm-set-up-page.h"
#include "sdm-sign-in-page.h"

/* Signing in to the records of real patients, and locking them: by hand, after some minutes without
 * a key or a movement, and when the screen is locked or the computer goes to sleep. */

/* Pages in the place of the first one */

/**
 * sdm_window_show_real_page:
 * @page: what to show until it is left, or something is opened
 * @title: of the window
 */
void
sdm_window_show_real_page (SdmWindow  *self,
                           GtkWidget  *page,
                           const char *title)
{
  sdm_window_close_session (self);
  self->real_page = page;
  gtk_stack_add_named (GTK_STACK (self->view), page, "real");
  gtk_stack_set_visible_child (GTK_STACK (self->view), page);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.home", TRUE);
}

/**
 * sdm_window_drop_real_page:
 *
 * Lets go of that page, with all that was typed there, once another one is on screen.
 */
void
sdm_window_drop_real_page (SdmWindow *self)
{
  if (self->real_page == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_remove (GTK_STACK (self->view), self->real_page);
  self->real_page = NULL;
}

static void
show_sign_in (SdmWindow  *self,
              const char *notice)
{
  sdm_window_show_real_page (self, sdm_sign_in_page_new (self->context, self->last_name, notice), _ ("Sign in"));
}

/* Where somebody may be only once the code was typed back */

static void
show_code (SdmWindow         *self,
           SdmRecordRecovery *recovery)
{
  sdm_window_show_real_page (self, sdm_code_page_new (self, self->context, recovery), _ ("Recovery code"));
}

/**
 * sdm_window_show_code:
 * @person: (transfer full): who is signed in
 * @recovery: a new code, which is taken
 *
 * Shows a new code, the only time that it is told.
 */
void
sdm_window_show_code (SdmWindow         *self,
                      SdmRecordPerson   *person,
                      SdmRecordRecovery *recovery)
{
  self->is_showing_code = TRUE;
  sdm_context_sign_in (self->context, person);
  self->is_showing_code = FALSE;
  show_code (self, recovery);
}

/**
 * sdm_window_may_open_real:
 * @is_final: whether it is only read
 *
 * Returns: whether a real consultation may be opened now; otherwise says what has to be done first
 */
gboolean
sdm_window_may_open_real (SdmWindow *self,
                          gboolean   is_final)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);

  if (person == NULL)
    sdm_window_show_problem (self, _ ("Not signed in"),
                                      _ ("This is the consultation of a real person. Sign in, then open it from the first page."));
  else if (!person->is_confirmed && !is_final)
    show_code (self, NULL);
  else
    return TRUE;

  return FALSE;
}

/* Locking */

/* What was opened over the window may tell about the patient, too. */
static void
close_other_windows (SdmWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_ref, NULL);
  for (GList *link = windows; link != NULL; link = link->next)
    {
      GtkWindow *window = link->data;

      if (window != GTK_WINDOW (self) && GTK_WIDGET (window) != self->patient_view && gtk_widget_get_visible (GTK_WIDGET (window)))
        gtk_window_close (window);
    }
  g_list_foreach (windows, (GFunc) (void (*) (void)) g_object_unref, NULL);
}

/**
 * sdm_window_end_lock:
 *
 * Closes the records once everything that was left is kept, where they are to be locked.
 */
void
sdm_window_end_lock (SdmWindow *self)
{
  if (!self->is_locking || self->n_leaving > 0)
    return;
  self->is_locking = FALSE;
  sdm_context_sign_out (self->context);
}

/* What was copied from a page goes with it; what another program has there stays. */
static void
forget_copied (SdmWindow *self)
{
  GdkClipboard *places[] = {
    gtk_widget_get_clipboard (GTK_WIDGET (self)),
    gtk_widget_get_primary_clipboard (GTK_WIDGET (self)),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (gdk_clipboard_is_local (places[i]))
      gdk_clipboard_set_content (places[i], NULL);
}

static void
lock_now (SdmWindow *self)
{
  g_autofree char *notice = g_steal_pointer (&self->lock_notice);

  self->is_locking = TRUE;
  forget_copied (self);
  show_sign_in (self, notice);
  sdm_window_end_lock (self);
}

static void
tell_not_locked (SdmWindow    *self,
                 const GError *error)
{
  g_autofree char *text = NULL;

  if (self->lock_problem != NULL)
    return;
  /* Translators: %s says why something was not saved, and what to do */
  text = g_strdup_printf (_ ("What was typed last is not saved, so the page stays open. %s"), error->message);
  g_set_weak_pointer (&self->lock_problem, adw_message_dialog_new (GTK_WINDOW (self), _ ("Not locked"), text));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (self->lock_problem), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (self->lock_problem));
}

static void save_and_lock (SdmWindow *self);

static void
flushed_before_lock_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;
  SdmAutosaver *autosaver = SDM_AUTOSAVER (source);
  g_autoptr (GError) error = NULL;
  const gboolean          is_kept = sdm_autosaver_flush_finish (autosaver, result, &error);
  const SdmAutosaverState state = sdm_autosaver_get_state (autosaver);

  if (self->home == NULL || sdm_context_get_person (self->context) == NULL)
    return;
  if (!is_kept)
    {
      g_clear_pointer (&self->lock_notice, g_free);
      tell_not_locked (self, error);
    }
  else if (self->session != NULL && (state == SDM_AUTOSAVER_PENDING || state == SDM_AUTOSAVER_SAVING))
    {
      /* Something was typed meanwhile. */
      save_and_lock (self);
    }
  else
    {
      lock_now (self);
    }
}

static void
save_and_lock (SdmWindow *self)
{
  if (self->session == NULL || sdm_session_is_read_only (self->session))
    {
      lock_now (self);
      return;
    }
  sdm_session_keep_time (self->session);
  sdm_autosaver_flush_async (sdm_session_get_autosaver (self->session), NULL, flushed_before_lock_cb, g_object_ref (self));
}

/**
 * sdm_window_lock:
 *
 * Keeps what was typed, takes everything about a patient off the screen and closes the
 * records. Asks nobody: what was typed and cannot be kept is told on the next page.
 */
void
sdm_window_lock (SdmWindow *self)
{
  SdmStep step;

  if (self->home == NULL || sdm_context_get_person (self->context) == NULL || self->is_locking)
    return;
  g_clear_pointer (&self->lock_notice, g_free);
  if (self->session != NULL && !sdm_session_is_read_only (self->session) && sdm_window_find_unsolved (self, &step))
    /* Translators: %s is a step, such as “People” */
    self->lock_notice = g_strdup_printf (sdm_window_hold_unsolved (self) ? _ ("The records of patients are locked. Something typed on “%s” needs another look. It is kept, and comes back with the draft.")
                                                                         : _ ("The records of patients are locked. Something typed on “%s” could not be kept as it stood."),
                                                                              sdm_step_get_title (step));
  close_other_windows (self);
  save_and_lock (self);
}

/* Actions */

static void
sign_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  show_sign_in (SDM_WINDOW (widget), NULL);
}

static void
set_up_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  sdm_window_show_real_page (self, sdm_set_up_page_new (self, self->context), _ ("Set up"));
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  sdm_window_show_real_page (self, sdm_restore_page_new (self, self->context, self->last_name), _ ("Bring the records back"));
}

static void
rescue_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  sdm_window_show_real_page (self, sdm_rescue_page_new (self->context, self->last_name), _ ("What can still be read"));
}

static void
new_patient_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  SdmWindow *self = SDM_WINDOW (widget);

  if (sdm_window_may_open_real (self, FALSE))
    sdm_window_show_real_page (self, sdm_new_patient_page_new (self, self->context), _ ("New consultation"));
}

static void
show_records (SdmWindow *self)
{
  if (sdm_context_get_person (self->context) != NULL)
    sdm_window_show_real_page (self, sdm_records_page_new (self, self->context), _ ("Looking after the records"));
}

static void
records_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  sdm_window_leave (SDM_WINDOW (widget), show_records);
}

static void
lock_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  sdm_window_leave (SDM_WINDOW (widget), sdm_window_lock);
}

static void
not_me (SdmWindow *self)
{
  g_clear_pointer (&self->last_name, g_free);
  sdm_window_lock (self);
}

static void
not_me_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  sdm_window_leave (SDM_WINDOW (widget), not_me);
}

/**
 * sdm_window_class_install_real:
 *
 * Installs `win.set-up`, `win.restore`, `win.rescue`, `win.sign-in`, `win.new-patient`, `win.records`, `win.lock` and `win.not-me`.
 */
void
sdm_window_class_install_real (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.set-up", NULL, set_up_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.rescue", NULL, rescue_action);
  gtk_widget_class_install_action (widget_class, "win.sign-in", NULL, sign_in_action);
  gtk_widget_class_install_action (widget_class, "win.new-patient", NULL, new_patient_action);
  gtk_widget_class_install_action (widget_class, "win.records", NULL, records_action);
  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "win.not-me", NULL, not_me_action);
}

/* Somebody signs in, and out */

static void
update_actions (SdmWindow *self)
{
  const gboolean is_in = sdm_context_get_person (self->context) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.set-up", !is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore", !is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rescue", !is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sign-in", !is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-patient", is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find-patient", is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.records", is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", is_in);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.not-me", is_in);
}

static void
signed_in_cb (SdmWindow *self)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);

  update_actions (self);
  sdm_window_watch_records (self, person != NULL);
  if (person == NULL)
    {
      sdm_auto_lock_stop (self->auto_lock);
      return;
    }
  g_free (self->last_name);
  self->last_name = g_strdup (person->name);
  sdm_auto_lock_start (self->auto_lock);
  sdm_lock_signals_set_delays_sleep (self->lock_signals, TRUE);
  if (!person->is_confirmed && !self->is_showing_code)
    show_code (self, NULL);
  else if (self->real_page != NULL && !self->is_showing_code)
    sdm_window_close_session (self);
  if (person->is_confirmed)
    sdm_window_open_waiting_real (self);
}

/* Now the computer may sleep. */
static void
wiped_cb (SdmWindow *self)
{
  sdm_lock_signals_set_delays_sleep (self->lock_signals, FALSE);
}

/* The warning */

static void
warned_cb (SdmWindow *self)
{
  AdwToast *toast;

  if (self->lock_toast != NULL)
    return;
  toast = adw_toast_new (_ ("Locks in 20 seconds. Press a key or move the mouse to go on."));
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_set_weak_pointer (&self->lock_toast, toast);
  sdm_window_add_toast (self, toast);
}

static void
calmed_cb (SdmWindow *self)
{
  if (self->lock_toast != NULL)
    adw_toast_dismiss (self->lock_toast);
}

/**
 * sdm_window_init_real:
 *
 * Follows who is signed in, how long nobody has touched anything, and what the desktop says.
 */
void
sdm_window_init_real (SdmWindow *self)
{
  self->auto_lock = sdm_auto_lock_new (sdm_context_get_settings (self->context));
  self->lock_signals = sdm_lock_signals_new ();
  g_signal_connect_object (self->auto_lock, "warned", G_CALLBACK (warned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->auto_lock, "calmed", G_CALLBACK (calmed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->auto_lock, "due", G_CALLBACK (sdm_window_lock), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lock_signals, "locked", G_CALLBACK (sdm_window_lock), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::signed-in", G_CALLBACK (signed_in_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "wiped", G_CALLBACK (wiped_cb), self, G_CONNECT_SWAPPED);
  sdm_window_init_upkeep (self);
  update_actions (self);
}

/**
 * sdm_window_dispose_real:
 */
void
sdm_window_dispose_real (SdmWindow *self)
{
  sdm_window_watch_records (self, FALSE);
  if (self->context != NULL)
    sdm_upkeep_cancel (sdm_context_get_upkeep (self->context));
  g_clear_object (&self->auto_lock);
  g_clear_object (&self->lock_signals);
  g_clear_weak_pointer (&self->lock_toast);
  g_clear_weak_pointer (&self->draft_toast);
  g_clear_weak_pointer (&self->lock_problem);
  g_clear_pointer (&self->last_name, g_free);
  g_clear_pointer (&self->lock_notice, g_free);
}
