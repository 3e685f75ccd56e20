/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-case.h"
#include "sdm-date.h"
#include "sdm-home.h"
#include "sdm-step-item.h"
#include "sdm-step-rail.h"

/* What is open in the window: from a case, from an aid, from a draft, from a file. */

/* Foot of the rail */

/**
 * sdm_window_update_saved:
 *
 * Says when the consultation was last saved. The time comes from the store
 * alone; while something waits or failed, the foot says that.
 */
void
sdm_window_update_saved (SdmWindow *self)
{
  SdmAutosaver    *autosaver = sdm_session_get_autosaver (self->session);
  g_autofree char *foot = NULL;

  if (sdm_session_is_read_only (self->session))
    {
      sdm_step_rail_set_foot (SDM_STEP_RAIL (self->rail), _ ("Finished,\nfor reading only"));
      return;
    }

  switch (sdm_autosaver_get_state (autosaver))
    {
    case SDM_AUTOSAVER_SAVED:
      {
        g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (sdm_autosaver_get_saved_at (autosaver) / G_USEC_PER_SEC);
        g_autoptr (GDateTime) local = g_date_time_to_local (utc);
        g_autofree char *time = g_date_time_format (local, "%H:%M:%S");

        /* Translators: %s is a time such as "14:32:05" */
        foot = g_strdup_printf (_ ("Saved %s,\nonly on this PC.\nProvisional."), time);
      }
      break;
    case SDM_AUTOSAVER_FAILED:
      foot = g_strdup (sdm_autosaver_get_error (autosaver)->message);
      break;
    case SDM_AUTOSAVER_PENDING:
    case SDM_AUTOSAVER_SAVING:
      foot = g_strdup (_ ("Saving…"));
      break;
    case SDM_AUTOSAVER_IDLE:
    default:
      foot = g_strdup (_ ("Nothing changed yet"));
      break;
    }
  sdm_step_rail_set_foot (SDM_STEP_RAIL (self->rail), foot);
}

/* The step on screen */

static void
update_rail (SdmWindow *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);

  for (guint i = 0; i < SDM_N_STEPS; i++)
    {
      g_autoptr (SdmStepItem) item = g_list_model_get_item (G_LIST_MODEL (self->steps), i);
      const char  *state = sdm_consultation_get_step_state (consultation, i);
      SdmStepState shown = SDM_STEP_OPEN;

      if (i == sdm_session_get_step (self->session))
        shown = SDM_STEP_NOW;
      else if (g_strcmp0 (state, "done") == 0)
        shown = SDM_STEP_DONE;
      else if (g_strcmp0 (state, "skipped") == 0)
        shown = SDM_STEP_SKIPPED;
      sdm_step_item_set_state (item, shown);
      sdm_step_item_set_aside (item, sdm_session_get_short_path (self->session) && !sdm_step_is_on_short_path (i));
    }
}

static void
set_button_text (GtkWidget  *button,
                 const char *text)
{
  gtk_label_set_label (g_object_get_data (G_OBJECT (button), "label"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
update_footer (SdmWindow *self,
               SdmStep    step)
{
  const char    *note = sdm_page_get_note (self->pages[step]);
  const gboolean short_path = sdm_session_get_short_path (self->session);
  const SdmStep  previous = sdm_step_get_previous (step, short_path);
  const SdmStep  next = sdm_step_get_next (step, short_path);

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->previous, previous != step);
  gtk_widget_set_visible (self->next, next != step);
  if (previous != step)
    set_button_text (self->previous, sdm_step_get_title (previous));
  if (next != step)
    set_button_text (self->next, sdm_step_get_title (next));
}

static void
note_changed_cb (SdmWindow *self)
{
  if (self->session != NULL)
    update_footer (self, sdm_session_get_step (self->session));
}

static void
path_changed_cb (SdmWindow *self)
{
  update_rail (self);
  update_footer (self, sdm_session_get_step (self->session));
}

static void
ensure_page (SdmWindow *self,
             SdmStep    step)
{
  if (self->pages[step] != NULL)
    return;

  self->pages[step] = sdm_page_new_for_step (step, self->session);
  g_signal_connect_object (self->pages[step], "notify::note", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->page_stack), GTK_WIDGET (self->pages[step]), sdm_step_get_id (step));
}

/* The stack has given the focus to the page already where the one before had it. */
static void
focus_page (SdmWindow *self,
            SdmStep    step)
{
  GtkWidget *page = GTK_WIDGET (self->pages[step]);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/**
 * sdm_window_show_step:
 *
 * Shows the page of the session's step; it is built when it is first shown.
 */
void
sdm_window_show_step (SdmWindow *self)
{
  SdmStep    step = sdm_session_get_step (self->session);
  GtkWidget *before = gtk_stack_get_visible_child (GTK_STACK (self->page_stack));

  ensure_page (self, step);
  /* Before its page shows something. */
  sdm_window_tell_step (self);
  if (before != NULL && before != GTK_WIDGET (self->pages[step]))
    sdm_window_leave_page (self, SDM_PAGE (before));
  sdm_window_forget_unsolved (self, step);
  sdm_page_show_now (self->pages[step]);
  gtk_stack_set_visible_child (GTK_STACK (self->page_stack), GTK_WIDGET (self->pages[step]));
  update_rail (self);
  update_footer (self, step);
  sdm_window_show_sheet (self);
  focus_page (self, step);
}

/* Header */

static void
update_header (SdmWindow *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  g_autofree char *name = sdm_consultation_dup_patient_name (consultation);
  const char      *born = sdm_consultation_get_text (consultation, "people/patient/born");
  g_autofree char *day = born != NULL ? sdm_date_format (born) : NULL;
  g_autofree char *who = NULL;

  if (day != NULL)
    /* Translators: name and date of birth: "Mr Arthur Pell, born 14 March 1943" */
    who = g_strdup_printf (_ ("%s, born %s"), name, day);
  else
    who = g_strdup (name);
  gtk_label_set_label (GTK_LABEL (self->who), who);
  gtk_widget_set_tooltip_text (self->who, who);
}

static void
consultation_changed_cb (SdmWindow  *self,
                         const char *path)
{
  if (g_str_has_prefix (path, "people"))
    update_header (self);
  else if (g_str_equal (path, "blank/decision"))
    adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), sdm_aid_get_title (sdm_session_get_aid (self->session)));
  /* It may just have been finished. */
  if (sdm_session_is_read_only (self->session))
    sdm_window_update_saved (self);
}

static void
update_caution (SdmWindow *self)
{
  SdmAid          *aid = sdm_session_get_aid (self->session);
  g_autofree char *text = NULL;

  if (sdm_aid_is_past_review (aid, sdm_context_get_clock (self->context)))
    {
      g_autofree char *day = sdm_date_format (sdm_aid_get_review_by (aid));

      text = g_strdup_printf (_ ("This aid was due for review by %s. You can read it, but not print from it."), day);
    }
  else if (sdm_consultation_has_draft_aid (sdm_session_get_consultation (self->session)))
    {
      text = g_strdup (_ ("This aid is a draft. Two people here have not signed it yet. The letter will say so."));
    }
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (self->caution)), text != NULL ? text : "");
  gtk_widget_set_visible (self->caution, text != NULL);
}

/* Session */

static void
said_cb (SdmWindow  *self,
         const char *text,
         gboolean    can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast        *toast = adw_toast_new (escaped);

  adw_toast_set_timeout (toast, 6);
  /* It is about what was done just now, and the word that leads back to something can wait. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (can_undo)
    sdm_window_offer_undo (self, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/**
 * sdm_window_open_session:
 * @step: the page to begin with
 *
 * Shows @session in the window.
 */
void
sdm_window_open_session (SdmWindow  *self,
                         SdmSession *session,
                         SdmStep     step)
{
  SdmAutosaver *autosaver = sdm_session_get_autosaver (session);

  sdm_window_ensure_consultation_view (self);
  sdm_window_close_session (self);
  self->session = g_object_ref (session);
  sdm_session_go_to (session, step);
  g_signal_connect_swapped (session, "notify::step", G_CALLBACK (sdm_window_show_step), self);
  g_signal_connect_swapped (session, "notify::row", G_CALLBACK (sdm_window_tell_row), self);
  g_signal_connect_swapped (session, "said", G_CALLBACK (said_cb), self);
  g_signal_connect_swapped (session, "notify::short-path", G_CALLBACK (path_changed_cb), self);
  sdm_window_follow_history (self);
  sdm_window_start_clock (self);
  if (!sdm_session_is_read_only (session))
    {
      g_autoptr (GPropertyAction) action = g_property_action_new ("short-path", session, "short-path");

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  g_signal_connect_object (sdm_session_get_consultation (session), "changed",
                           G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (autosaver, "notify::state", G_CALLBACK (sdm_window_update_saved), self);
  g_signal_connect_swapped (autosaver, "notify::saved-at", G_CALLBACK (sdm_window_update_saved), self);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), sdm_aid_get_title (sdm_session_get_aid (session)));
  gtk_widget_set_visible (self->banner, sdm_consultation_is_practice (sdm_session_get_consultation (session)));
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_set_visible (self->who, TRUE);
  sdm_window_fit_header (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.home", TRUE);
  update_header (self);
  update_caution (self);
  sdm_window_update_worth (self);
  sdm_window_update_saved (self);
  /* What stands there from the start does not slide in. */
  sdm_window_update_side (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->view), "consultation");
  sdm_window_show_step (self);
  sdm_window_update_views (self);
  sdm_window_find_talk (self);
  for (SdmStep other = 0; other < SDM_N_STEPS; other++)
    if (other != step && sdm_session_is_unsolved (session, other))
      sdm_window_tell_unsolved (self, other);
}

/* A session that was left lives until its last word is kept. */
typedef struct
{
  SdmWindow  *window;
  SdmSession *session;
} Leaving;

static void
flushed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Leaving *leaving = user_data;
  g_autoptr (SdmWindow) self = leaving->window;
  g_autoptr (GError) error = NULL;

  g_object_unref (leaving->session);
  g_free (leaving);
  self->n_leaving--;
  if (self->home == NULL)
    return;
  if (!sdm_autosaver_flush_finish (SDM_AUTOSAVER (source), result, &error))
    sdm_window_show_problem (self, _ ("Not saved yet"), error->message);
  sdm_window_end_lock (self);
  sdm_home_refresh (SDM_HOME (self->home));
}

/**
 * sdm_window_close_session:
 *
 * Keeps what was typed and goes back to the home page.
 */
void
sdm_window_close_session (SdmWindow *self)
{
  if (self->session != NULL)
    {
      SdmAutosaver *autosaver = sdm_session_get_autosaver (self->session);

      for (SdmStep step = 0; step < SDM_N_STEPS; step++)
        sdm_window_forget_unsolved (self, step);
      sdm_window_forget_draft (self);
      sdm_window_stop_clock (self);
      sdm_window_keep_talk (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (sdm_session_get_history (self->session), self);
      g_signal_handlers_disconnect_by_data (autosaver, self);
      g_signal_handlers_disconnect_by_data (sdm_session_get_consultation (self->session), self);
      if (!sdm_session_is_read_only (self->session))
        {
          Leaving *leaving = g_new0 (Leaving, 1);

          leaving->window = g_object_ref (self);
          leaving->session = g_object_ref (self->session);
          self->n_leaving++;
          sdm_autosaver_flush_async (autosaver, NULL, flushed_cb, leaving);
        }
    }

  for (guint i = 0; i < SDM_N_STEPS; i++)
    if (self->pages[i] != NULL)
      {
        gtk_stack_remove (GTK_STACK (self->page_stack), GTK_WIDGET (self->pages[i]));
        self->pages[i] = NULL;
      }
  g_clear_object (&self->session);
  if (self->undo_toast != NULL)
    sdm_window_dismiss_toast (self->undo_toast);
  g_action_map_remove_action (G_ACTION_MAP (self), "short-path");
  sdm_window_update_history (self);

  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), "Evenhand");
  gtk_widget_set_visible (self->banner, FALSE);
  gtk_widget_set_visible (self->caution, FALSE);
  sdm_window_update_worth (self);
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_widget_set_visible (self->who, FALSE);
  gtk_label_set_label (GTK_LABEL (self->who), "");
  gtk_widget_set_tooltip_text (self->who, NULL);
  sdm_window_fit_header (self);
  sdm_window_update_views (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.home", FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->view), "home");
  sdm_window_drop_real_page (self);
  sdm_home_refresh (SDM_HOME (self->home));
  sdm_window_look_for_aids (self);
}
