/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-page-held.h"

/* What was typed and could not be kept, such as a text that is too long. Nobody leaves it behind
 * without a word, and the word leads back to it. */

#define RESPONSE_GO "go"

/**
 * sdm_window_find_unsolved:
 * @found: (out): the first step with something that was typed and is not kept
 *
 * Returns: whether there is one
 */
gboolean
sdm_window_find_unsolved (SdmWindow *self,
                          SdmStep   *found)
{
  const SdmStep now = sdm_session_get_step (self->session);

  if (self->pages[now] != NULL)
    sdm_page_leave (self->pages[now]);
  for (SdmStep step = 0; step < SDM_N_STEPS; step++)
    if (sdm_session_is_unsolved (self->session, step))
      {
        *found = step;
        return TRUE;
      }

  return FALSE;
}

/**
 * sdm_window_hold_unsolved:
 *
 * Keeps what was typed and does not fit beside the draft, with what is saved next.
 *
 * Returns: whether that is all there is of it
 */
gboolean
sdm_window_hold_unsolved (SdmWindow *self)
{
  gboolean all = TRUE;

  for (SdmStep step = 0; step < SDM_N_STEPS; step++)
    if (self->pages[step] != NULL)
      all = sdm_page_hold (self->pages[step]) && all;
  sdm_autosaver_touch (sdm_session_get_autosaver (self->session));

  return all;
}

static void
show_unsolved (SdmWindow *self,
               SdmStep    step)
{
  if (self->session == NULL)
    return;
  sdm_session_go_to (self->session, step);
  if (self->pages[step] != NULL)
    sdm_page_place_show_problem (GTK_WIDGET (self->pages[step]));
}

static void
show_unsolved_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  show_unsolved (SDM_WINDOW (widget), (SdmStep) CLAMP (g_variant_get_int32 (parameter), 0, SDM_N_STEPS - 1));
}

/* The field itself, so that what is missing can be typed. */
static void
show_place_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  SdmWindow  *self = SDM_WINDOW (widget);
  const char *place;
  int         step;

  g_variant_get (parameter, "(i&s)", &step, &place);
  step = CLAMP (step, 0, SDM_N_STEPS - 1);
  if (self->session == NULL)
    return;
  sdm_session_go_to (self->session, (SdmStep) step);
  if (self->pages[step] != NULL)
    sdm_page_place_show (GTK_WIDGET (self->pages[step]), place);
}

/**
 * sdm_window_class_install_unsolved:
 *
 * Installs `win.show-unsolved(n)`, which leads to what on the page of a step is not kept, and
 * `win.show-place((is))`, which leads to a field of the page of a step.
 */
void
sdm_window_class_install_unsolved (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-unsolved", "i", show_unsolved_action);
  gtk_widget_class_install_action (widget_class, "win.show-place", "(is)", show_place_action);
}

/**
 * sdm_window_tell_unsolved:
 * @step: where something was typed that is not kept as it stands
 *
 * Says so, and leads there.
 */
void
sdm_window_tell_unsolved (SdmWindow *self,
                          SdmStep    step)
{
  g_autofree char *text = NULL;
  AdwToast        *toast;

  /* Translators: %s is a step, such as “People” */
  text = g_markup_printf_escaped (_ ("Something typed on “%s” needs another look. It is not kept as it stands."), sdm_step_get_title (step));
  toast = adw_toast_new (text);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("Go there"));
  adw_toast_set_action_name (toast, "win.show-unsolved");
  adw_toast_set_action_target (toast, "i", (int) step);
  sdm_window_forget_unsolved (self, step);
  g_set_weak_pointer (&self->unsolved_toasts[step], toast);
  sdm_window_add_toast (self, toast);
}

/**
 * sdm_window_leave_page:
 * @page: (nullable): what is about to make way for another page
 *
 * Says where something that was typed there is not kept, and leads back.
 */
void
sdm_window_leave_page (SdmWindow *self,
                       SdmPage   *page)
{
  if (page == NULL || !sdm_page_leave (page))
    return;
  sdm_window_tell_unsolved (self, SDM_PAGE_GET_CLASS (page)->step);
}

/**
 * sdm_window_forget_unsolved:
 * @step: where somebody is now, or nobody can go any more
 *
 * Takes away the word that leads back to it.
 */
void
sdm_window_forget_unsolved (SdmWindow *self,
                            SdmStep    step)
{
  if (self->unsolved_toasts[step] != NULL)
    sdm_window_dismiss_toast (self->unsolved_toasts[step]);
  g_clear_weak_pointer (&self->unsolved_toasts[step]);
}

typedef struct
{
  SdmWindow          *window; /* not owned: it owns the dialog */
  SdmWindowLeaveFunc *leave;
  SdmStep             step;
} Question;

static void
free_question (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

static void
answered_cb (GtkWidget  *dialog,
             const char *response,
             Question   *question)
{
  SdmWindow *self = question->window;

  if (g_str_equal (response, "leave"))
    question->leave (self);
  else
    show_unsolved (self, question->step);
}

/**
 * sdm_window_leave:
 * @leave: leaves what is open
 *
 * Calls @leave, but where something that was typed is not kept asks first.
 */
void
sdm_window_leave (SdmWindow          *self,
                  SdmWindowLeaveFunc *leave)
{
  Question        *question;
  GtkWidget       *dialog;
  g_autofree char *body = NULL;
  SdmStep          step;

  if (self->session == NULL || sdm_session_is_read_only (self->session) || !sdm_window_find_unsolved (self, &step))
    {
      leave (self);
      return;
    }
  question = g_new0 (Question, 1);
  question->window = self;
  question->leave = leave;
  question->step = step;
  /* Translators: %s is a step, such as “People” */
  body = g_strdup_printf (_ ("Something typed on “%s” needs another look. It is not kept as it stands."), sdm_step_get_title (step));
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Leave without it?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "leave", _ ("Leave without it"), RESPONSE_GO, _ ("Go there"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), RESPONSE_GO, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_GO);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_GO);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
