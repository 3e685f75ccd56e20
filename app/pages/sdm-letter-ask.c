/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-ask.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/* Questions before a letter goes out. */

#define CANCEL "cancel"
#define OTHER  "other"
#define GO     "go"

typedef struct
{
  SdmLetterAnswerFunc answered;
  SdmLetterReasonFunc reasoned;
  GtkWidget          *entry; /* in the dialog */
  gpointer            user_data;
} Question;

static GtkWidget *
new_dialog (GtkWindow  *window,
            const char *question,
            const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (window, question, body);

  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), CANCEL, _ ("Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), CANCEL);

  return dialog;
}

static void
free_question (gpointer  data,
               GClosure *closure)
{
  g_free (data);
}

/* Answers */

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question       *question = data;
  SdmLetterAnswer answer = SDM_LETTER_ANSWER_CANCEL;

  if (g_str_equal (response, GO))
    answer = SDM_LETTER_ANSWER_GO;
  else if (g_str_equal (response, OTHER))
    answer = SDM_LETTER_ANSWER_OTHER;
  question->answered (answer, question->user_data);
}

/**
 * sdm_letter_ask:
 * @window: (nullable): where the question belongs
 * @other: (nullable): what the first of two ways does; it is the one that Return takes
 * @go: what going on all the same does
 * @answered: called once
 */
void
sdm_letter_ask (GtkWindow          *window,
                const char         *question,
                const char         *body,
                const char         *other,
                const char         *go,
                SdmLetterAnswerFunc answered,
                gpointer            user_data)
{
  GtkWidget *dialog = new_dialog (window, question, body);
  Question  *asked = g_new0 (Question, 1);

  asked->answered = answered;
  asked->user_data = user_data;
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), GO, go);
  if (other != NULL)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), OTHER, other);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), OTHER, ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), other != NULL ? OTHER : CANCEL);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), asked, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Reasons */

static void
reason_cb (AdwMessageDialog *dialog,
           const char       *response,
           gpointer          data)
{
  Question        *question = data;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry)));

  g_strstrip (typed);
  question->reasoned (g_str_equal (response, GO) && *typed != '\0' ? typed : NULL, question->user_data);
}

static void
typed_cb (GtkEditable      *entry,
          AdwMessageDialog *dialog)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (entry));

  adw_message_dialog_set_response_enabled (dialog, GO, *g_strstrip (typed) != '\0');
}

/**
 * sdm_letter_ask_reason:
 * @answered: called once, with a reason that is not empty, or %NULL where there is none
 */
void
sdm_letter_ask_reason (GtkWindow          *window,
                       const char         *question,
                       const char         *body,
                       SdmLetterReasonFunc answered,
                       gpointer            user_data)
{
  GtkWidget *dialog = new_dialog (window, question, body);
  Question  *asked = g_new0 (Question, 1);

  asked->reasoned = answered;
  asked->user_data = user_data;
  asked->entry = sdm_ui_entry (30);
  gtk_entry_set_activates_default (GTK_ENTRY (asked->entry), TRUE);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), sdm_ui_field (_ ("Why it stays"), asked->entry));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), GO, _ ("Keep it"));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), GO, FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), GO);
  g_signal_connect_object (asked->entry, "changed", G_CALLBACK (typed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (reason_cb), asked, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
