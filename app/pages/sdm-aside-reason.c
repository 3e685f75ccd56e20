/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aside-reason.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-questions.h"

/**
 * SdmAsideReason:
 *
 * Asks why an option or a question is put aside, in one field with three ways
 * to start, and puts it aside once there is a reason.
 *
 * ## Signals
 *
 * `put-aside` once it was.
 */
struct _SdmAsideReason
{
  AdwBin parent_instance;

  SdmSession *session;
  char       *option;   /* owned, nullable */
  char       *question; /* owned, nullable: where it is no option */

  GtkWidget *heading;
  GtkWidget *starters;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (SdmAsideReason, sdm_aside_reason, ADW_TYPE_BIN)

static guint put_aside_signal;

static const char *const option_starters[] = {
  N_ ("It is not suitable for you, because "),
      N_ ("You do not want it, because "),
          N_ ("Too little is known about "),
              NULL,
      };

static const char *const question_starters[] = {
  N_ ("It does not matter to you, because "),
      N_ ("We have talked about it before: "),
          N_ ("Not today, because "),
              NULL,
      };

/* Callbacks */

static void
starter_cb (GtkWidget      *button,
            SdmAsideReason *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), g_object_get_data (G_OBJECT (button), "starter"));
  gtk_widget_grab_focus (self->reason);
  gtk_editable_set_position (GTK_EDITABLE (self->reason), -1);
}

static void
confirm_cb (SdmAsideReason *self)
{
  SdmConsultation *consultation = sdm_session_get_consultation (self->session);
  SdmAid          *aid = sdm_session_get_aid (self->session);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->option != NULL)
    done = sdm_consultation_hide_option (consultation, aid, self->option, reason, &error);
  else
    done = sdm_consultation_hide_question (consultation, aid, self->question, reason, &error);
  if (done)
    g_signal_emit (self, put_aside_signal, 0);
  else
    sdm_ui_set_problem (self->reason, error->message);
}

/* GObject */

static void
sdm_aside_reason_dispose (GObject *object)
{
  SdmAsideReason *self = SDM_ASIDE_REASON (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->option, g_free);
  g_clear_pointer (&self->question, g_free);

  G_OBJECT_CLASS (sdm_aside_reason_parent_class)->dispose (object);
}

static void
sdm_aside_reason_class_init (SdmAsideReasonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_aside_reason_dispose;

  put_aside_signal = g_signal_new ("put-aside", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_aside_reason_init (SdmAsideReason *self)
{
  GtkWidget *content = sdm_ui_column (10);
  GtkWidget *confirm = sdm_ui_button (_ ("Put aside"), NULL);

  self->heading = sdm_ui_label (NULL, "h3");
  self->starters = sdm_ui_column (10);
  self->reason = sdm_ui_entry (32);
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), 300);
  gtk_box_append (GTK_BOX (content), self->heading);
  gtk_box_append (GTK_BOX (content), self->starters);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("The reason"), self->reason));
  gtk_box_append (GTK_BOX (content), confirm);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (confirm, "clicked", G_CALLBACK (confirm_cb), self);
  adw_bin_set_child (ADW_BIN (self), content);
}

/* Public API */

GtkWidget *
sdm_aside_reason_new (SdmSession *session)
{
  SdmAsideReason *self = g_object_new (SDM_TYPE_ASIDE_REASON, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

static void
ask (SdmAsideReason    *self,
     const char        *title,
     const char *const *starters)
{
  g_autofree char *heading = NULL;

  /* Translators: %s is the name of an option, or a question */
  heading = g_strdup_printf (_ ("Why put “%s” aside?"), title);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  sdm_ui_clear (self->starters);
  for (guint i = 0; starters[i] != NULL; i++)
    {
      GtkWidget *starter = sdm_ui_button (_ (starters[i]), NULL);

      gtk_widget_add_css_class (starter, "row-of-many");
      g_object_set_data_full (G_OBJECT (starter), "starter", g_strdup (_ (starters[i])), g_free);
      g_signal_connect (starter, "clicked", G_CALLBACK (starter_cb), self);
      gtk_box_append (GTK_BOX (self->starters), starter);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  sdm_ui_set_problem (self->reason, NULL);
  gtk_widget_grab_focus (self->reason);
}

/**
 * sdm_aside_reason_ask_option:
 * @option: id of an option that is shown
 *
 * Asks for the reason, which the letter tells too.
 */
void
sdm_aside_reason_ask_option (SdmAsideReason *self,
                             const char     *option)
{
  const SdmOption *found = sdm_aid_find_option (sdm_session_get_aid (self->session), option);

  g_clear_pointer (&self->question, g_free);
  g_free (self->option);
  self->option = g_strdup (option);
  ask (self, found != NULL ? found->title : option, option_starters);
}

/**
 * sdm_aside_reason_ask_question:
 * @question: id of a question that is shown
 *
 * Asks for the reason, which the record keeps.
 */
void
sdm_aside_reason_ask_question (SdmAsideReason *self,
                               const char     *question)
{
  const SdmQuestion *found = sdm_aid_find_question (sdm_session_get_aid (self->session), question);

  g_clear_pointer (&self->option, g_free);
  g_free (self->question);
  self->question = g_strdup (question);
  ask (self, found != NULL ? found->text : question, question_starters);
}
