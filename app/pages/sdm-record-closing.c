/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-closing.h"

#include <glib/gi18n.h>

#include "sdm-record-heading.h"
#include "sdm-record-versions.h"
#include "sdm-session.h"
#include "sdm-ui.h"
#include "sdm-window-private.h"

/**
 * SdmRecordClosing:
 *
 * The two ways in which a record counts no more: it was entered in error, or the person took it back. Either asks
 * why, and once more in words, and takes nothing away.
 */
struct _SdmRecordClosing
{
  AdwBin parent_instance;

  SdmWindow       *window; /* not owned: it owns this */
  SdmContext      *context;
  SdmRecordHead   *head;
  SdmConsultation *consultation;
  SdmClosing       closing; /* the one that is asked about */

  GtkWidget *reason;
  GtkWidget *buttons;
  GtkWidget *problem;
};

G_DEFINE_FINAL_TYPE (SdmRecordClosing, sdm_record_closing, ADW_TYPE_BIN)

/* Keeping */

static void
tell_problem (SdmRecordClosing *self,
              const GError     *error)
{
  gtk_label_set_label (GTK_LABEL (self->problem), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
  gtk_widget_set_sensitive (self->buttons, TRUE);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (SdmRecordClosing) self = user_data;
  g_autoptr (GError) error = NULL;

  sdm_record_store_add_version_finish (SDM_RECORD_STORE (source), result, &error);
  /* It may have been locked meanwhile. */
  if (self->context == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  tell_problem (self, error);
  if (error == NULL)
    sdm_window_show_record (self->window, sdm_session_get_kind (self->consultation), self->head->id);
}

/* While practising nobody is signed in: then it is who finished the record. */
static const char *
get_name (SdmRecordClosing *self)
{
  const SdmRecordPerson *person = sdm_context_get_person (self->context);
  const char            *by = sdm_consultation_get_text (self->consultation, "finish/finalised/by");

  if (person != NULL && person->name != NULL && !sdm_consultation_is_practice (self->consultation))
    return person->name;

  return by != NULL ? by : _ ("the clinician");
}

/**
 * sdm_record_closing_keep:
 *
 * Keeps that the record counts no more, without asking once more.
 */
void
sdm_record_closing_keep (SdmRecordClosing *self,
                         SdmClosing        closing)
{
  const SdmRecordChange changes[] = {
    [SDM_CLOSING_ENTERED_IN_ERROR] = SDM_RECORD_CHANGE_ENTERED_IN_ERROR,
    [SDM_CLOSING_WITHDRAWN] = SDM_RECORD_CHANGE_WITHDRAWN,
  };
  SdmRecordStore  *store = sdm_context_get_store (self->context, sdm_session_get_kind (self->consultation));
  g_autofree char *reason = sdm_ui_dup_text (self->reason);
  g_autoptr (SdmConsultation) closed = NULL;
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;

  closed = sdm_consultation_new_closed (self->consultation, closing, get_name (self), reason, &error);
  if (closed == NULL)
    {
      tell_problem (self, error);
      return;
    }

  gtk_widget_set_sensitive (self->buttons, FALSE);
  head = sdm_record_head_new_for_consultation (closed);
  head->step = g_strdup (self->head->step);
  head->version = self->head->version;
  body = sdm_consultation_to_bytes (closed);
  sdm_record_store_add_version_async (store, changes[closing], head, body, reason, NULL, kept_cb, g_object_ref (self));
}

/* Asking */

static gboolean
has_reason (SdmRecordClosing *self)
{
  g_autofree char *reason = g_strstrip (sdm_ui_dup_text (self->reason));

  if (*reason == '\0')
    sdm_ui_set_problem (self->reason, _ ("Say why, in a few words. Nothing was changed."));
  if (*reason == '\0' || sdm_ui_is_too_long (self->reason))
    gtk_widget_child_focus (self->reason, GTK_DIR_TAB_FORWARD);

  return *reason != '\0' && !sdm_ui_is_too_long (self->reason);
}

static void
answered_cb (SdmRecordClosing *self,
             const char       *response)
{
  if (g_strcmp0 (response, "mark") == 0)
    sdm_record_closing_keep (self, self->closing);
}

static void
ask (SdmRecordClosing *self,
     SdmClosing        closing,
     const char       *heading,
     const char       *body)
{
  GtkWidget *dialog;

  if (!has_reason (self))
    return;
  self->closing = closing;
  dialog = adw_message_dialog_new (GTK_WINDOW (self->window), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Leave it as it is"), "mark", _ ("Mark it"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "mark", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
error_cb (SdmRecordClosing *self)
{
  ask (self, SDM_CLOSING_ENTERED_IN_ERROR, _ ("Mark as entered in error?"), _ ("It says from now on that it should never have been written. It stays readable, is not counted on any more, and cannot be amended. This cannot be taken back."));
}

static void
withdrawn_cb (SdmRecordClosing *self)
{
  ask (self, SDM_CLOSING_WITHDRAWN, _ ("Mark as withdrawn?"), _ ("It says from now on that the person took this decision back. It stays readable, is not counted on any more, and cannot be amended. This cannot be taken back."));
}

static void
reason_changed_cb (SdmRecordClosing *self)
{
  sdm_ui_set_problem (self->reason, NULL);
}

static void
build (SdmRecordClosing *self)
{
  GtkWidget *content;
  GtkWidget *fold = sdm_ui_fold (_ ("This record should not count any more"), &content);
  GtkWidget *in_error = sdm_ui_button (_ ("Entered in error"), NULL);
  GtkWidget *withdrawn = sdm_ui_button (_ ("Withdrawn by the person"), NULL);
  GtkWidget *view;

  self->reason = sdm_ui_text (46);
  sdm_ui_set_limit (self->reason, sdm_consultation_get_max_length ("finish/closed/reason"));
  view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->reason));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  self->problem = sdm_ui_label (NULL, "chrome");
  gtk_widget_add_css_class (self->problem, "problem-card");
  gtk_widget_set_visible (self->problem, FALSE);
  self->buttons = sdm_ui_wrap (8);
  g_signal_connect_swapped (in_error, "clicked", G_CALLBACK (error_cb), self);
  g_signal_connect_swapped (withdrawn, "clicked", G_CALLBACK (withdrawn_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), in_error);
  gtk_box_append (GTK_BOX (self->buttons), withdrawn);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("It was written by mistake, such as for another person, or the person takes it back. It is never deleted."), "chrome"));
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Why does this record count no more?"), self->reason));
  gtk_box_append (GTK_BOX (content), self->buttons);
  gtk_box_append (GTK_BOX (content), self->problem);
  adw_bin_set_child (ADW_BIN (self), fold);
}

/* GObject */

static void
sdm_record_closing_dispose (GObject *object)
{
  SdmRecordClosing *self = SDM_RECORD_CLOSING (object);

  g_clear_pointer (&self->head, sdm_record_head_free);
  g_clear_object (&self->consultation);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sdm_record_closing_parent_class)->dispose (object);
}

static void
sdm_record_closing_class_init (SdmRecordClosingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_record_closing_dispose;
}

static void
sdm_record_closing_init (SdmRecordClosing *self)
{
}

/* Public API */

/**
 * sdm_record_closing_new:
 * @head: of the last version
 * @consultation: the last version
 */
GtkWidget *
sdm_record_closing_new (SdmWindow           *window,
                        SdmContext          *context,
                        const SdmRecordHead *head,
                        SdmConsultation     *consultation)
{
  SdmRecordClosing *self = g_object_new (SDM_TYPE_RECORD_CLOSING, NULL);

  self->window = window;
  self->context = g_object_ref (context);
  self->head = sdm_record_head_copy (head);
  self->consultation = g_object_ref (consultation);
  build (self);

  return GTK_WIDGET (self);
}
