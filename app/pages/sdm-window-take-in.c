/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-window-private.h"

#include <glib/gi18n.h>

#include "sdm-file-choice.h"
#include "sdm-record-heading.h"

/* A consultation that comes in a file. Its kind says in which store it belongs; what is kept there
 * under the same id stays, unless somebody says otherwise. */

#define RESPONSE_KEPT "kept"

typedef struct
{
  SdmWindow       *window;
  SdmRecordStore  *store;
  SdmConsultation *consultation;
  SdmAid          *aid; /* nullable: a blank page for two has none */
  SdmRecordHead   *head;
} TakeIn;

static void
free_take_in (TakeIn *take_in)
{
  g_clear_object (&take_in->window);
  g_clear_object (&take_in->store);
  g_clear_object (&take_in->consultation);
  g_clear_object (&take_in->aid);
  g_clear_pointer (&take_in->head, sdm_record_head_free);
  g_free (take_in);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TakeIn, free_take_in)

/* It may have been closed or locked meanwhile. */
static gboolean
may_go_on (TakeIn *take_in)
{
  SdmContext *context = take_in->window->context;

  return context != NULL && (sdm_consultation_is_practice (take_in->consultation) || sdm_context_get_person (context) != NULL);
}

static void
show_problem (TakeIn     *take_in,
              const char *text)
{
  if (may_go_on (take_in))
    sdm_window_show_problem (take_in->window, _ ("This could not be taken in"), text);
}

static void
show_kept (TakeIn *take_in)
{
  const SdmRecordStoreKind kind = sdm_session_get_kind (take_in->consultation);

  if (!may_go_on (take_in))
    return;
  if (sdm_consultation_is_final (take_in->consultation))
    sdm_window_show_record (take_in->window, kind, take_in->head->id);
  else
    sdm_window_resume (take_in->window, kind, take_in->head->id);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TakeIn) take_in = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (sdm_consultation_is_final (take_in->consultation))
    good = sdm_record_store_finalise_finish (SDM_RECORD_STORE (source), result, &error);
  else
    good = sdm_record_store_save_draft_finish (SDM_RECORD_STORE (source), result, &error);
  if (good)
    show_kept (take_in);
  else
    show_problem (take_in, error->message);
}

static void
keep (TakeIn *owned)
{
  g_autoptr (TakeIn) take_in = owned;
  g_autoptr (GBytes) body = sdm_consultation_to_bytes (take_in->consultation);
  SdmRecordStore      *store = take_in->store;
  const SdmRecordHead *head = take_in->head;

  if (!may_go_on (take_in))
    return;
  if (sdm_consultation_is_final (take_in->consultation))
    sdm_record_store_finalise_async (store, head, body, NULL, kept_cb, g_steal_pointer (&take_in));
  else
    sdm_record_store_save_draft_async (store, head, body, NULL, kept_cb, g_steal_pointer (&take_in));
}

static void
aid_kept_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TakeIn) take_in = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = sdm_record_store_put_aid_finish (SDM_RECORD_STORE (source), result, &error);

  if (sha256 != NULL)
    keep (g_steal_pointer (&take_in));
  else
    show_problem (take_in, error->message);
}

/* What was shown is kept before what was said of it. */
static void
keep_with_aid (TakeIn *take_in)
{
  if (take_in->aid != NULL)
    sdm_record_store_put_aid_async (take_in->store, sdm_aid_get_bytes (take_in->aid), NULL, aid_kept_cb, take_in);
  else
    keep (take_in);
}

/* The same consultation is here, and not the same */

static void
answered_cb (GtkWidget  *dialog,
             const char *response,
             TakeIn     *asked)
{
  g_autoptr (TakeIn) take_in = asked;

  if (g_str_equal (response, RESPONSE_KEPT))
    show_kept (take_in);
  else if (g_str_equal (response, "file"))
    keep_with_aid (g_steal_pointer (&take_in));
}

static void
ask (TakeIn              *take_in,
     const SdmRecordHead *kept)
{
  const char *text;
  GtkWidget  *dialog;

  if (take_in->head->changed > kept->changed)
    text = _ ("This consultation is here already, as it was earlier: the file was changed later. What you do not choose is not kept here; the file itself stays as it is.");
  else
    text = _ ("This consultation is here already, and was changed here later than in the file. What you do not choose is not kept here; the file itself stays as it is.");
  dialog = adw_message_dialog_new (GTK_WINDOW (take_in->window), _ ("Which of the two?"), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "file", _ ("Use the file"), RESPONSE_KEPT, _ ("Use what is here"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "file", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_KEPT);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), take_in);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
is_same (SdmConsultation *consultation,
         GBytes          *kept)
{
  g_autoptr (SdmConsultation) other = sdm_consultation_new_from_bytes (kept, "", NULL);
  g_autoptr (GBytes) ours = sdm_consultation_to_bytes (consultation);
  g_autoptr (GBytes) theirs = other != NULL ? sdm_consultation_to_bytes (other) : NULL;

  return theirs != NULL && g_bytes_equal (ours, theirs);
}

static void
sought_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TakeIn) take_in = user_data;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean is_found = sdm_record_store_load_finish (SDM_RECORD_STORE (source), result, &head, &body, &error);

  if (!may_go_on (take_in))
    return;
  if (!is_found && !g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND))
    show_problem (take_in, error->message);
  else if (is_found && is_same (take_in->consultation, body))
    show_kept (take_in);
  else if (is_found && head->version == 0 && !sdm_consultation_is_final (take_in->consultation))
    ask (g_steal_pointer (&take_in), head);
  else
    keep_with_aid (g_steal_pointer (&take_in)); /* the store says what cannot be */
}

/**
 * sdm_window_take_in:
 * @consultation: from a file
 * @aid: (nullable): what was shown in it
 *
 * Keeps @consultation in the store of its kind and opens it there; what is kept
 * under the same id is asked about, and a finished record never changes.
 */
void
sdm_window_take_in (SdmWindow       *self,
                    SdmConsultation *consultation,
                    SdmAid          *aid)
{
  TakeIn *take_in = g_new0 (TakeIn, 1);

  take_in->window = g_object_ref (self);
  take_in->store = g_object_ref (sdm_context_get_store (self->context, sdm_session_get_kind (consultation)));
  take_in->consultation = g_object_ref (consultation);
  g_set_object (&take_in->aid, aid);
  take_in->head = sdm_record_head_new_for_consultation (consultation);
  sdm_record_store_load_async (take_in->store, take_in->head->id, NULL, sought_cb, take_in);
}

/* Whose file waits until somebody has signed in */

static void
sign_in_answered_cb (GtkWidget  *dialog,
                     const char *response,
                     SdmWindow  *self)
{
  if (g_str_equal (response, "go"))
    gtk_widget_activate_action (GTK_WIDGET (self), g_object_get_data (G_OBJECT (dialog), "action"), NULL);
  else
    g_clear_object (&self->waiting_real_file);
}

static void
ask_to_go (SdmWindow  *self,
           const char *heading,
           const char *body,
           const char *label,
           const char *action)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "go", label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "action", g_strdup (action), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (sign_in_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SdmWindow) self = user_data;

  if (sdm_record_store_look_finish (SDM_RECORD_STORE (source), result))
    ask_to_go (self, _ ("Sign in to open this"),
                        _ ("This is the consultation of a real person. Sign in, and it is put with the records of patients and opened. The file itself stays as it is."),
                           _ ("Sign in"), "win.sign-in");
  else
    ask_to_go (self, _ ("There are no records of patients here yet"),
                        _ ("This is the consultation of a real person. Set up the records of patients, and it is put there and opened. The file itself stays as it is."),
                           _ ("Set up"), "win.set-up");
}

/**
 * sdm_window_ask_to_sign_in:
 * @file: the consultation of a real person
 *
 * Says that somebody has to sign in first, or that there is nothing yet to sign in to, and leads there; then @file
 * is opened.
 */
void
sdm_window_ask_to_sign_in (SdmWindow *self,
                           GFile     *file)
{
  g_set_object (&self->waiting_real_file, file);
  if (sdm_context_get_person (self->context) != NULL)
    sdm_window_may_open_real (self, FALSE); /* leads to the recovery code */
  else
    sdm_record_store_look_async (sdm_context_get_store (self->context, SDM_RECORD_STORE_REAL), looked_cb, g_object_ref (self));
}

/* Choosing one */

static void
chosen_cb (GtkWidget *window,
           GFile     *file)
{
  sdm_window_open_file (SDM_WINDOW (window), file);
}

static void
choose_file (SdmWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  /* Translators: the kinds of files that are offered */
  gtk_file_filter_set_name (filter, _ ("Consultations, example cases and decision aids"));
  gtk_file_filter_add_suffix (filter, "json");
  sdm_file_choice_open (GTK_WIDGET (self), _ ("Open a file"), NULL, filter, chosen_cb);
}

static void
open_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  sdm_window_leave (SDM_WINDOW (widget), choose_file);
}

/**
 * sdm_window_class_install_take_in:
 *
 * Installs `win.open-file`.
 */
void
sdm_window_class_install_take_in (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-file", NULL, open_file_action);
}
