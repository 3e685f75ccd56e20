/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aside-reason.h"

#include <glib/gi18n.h>

#include "sdm-consultation-options.h"
#include "sdm-consultation-questions.h"
#include "sdm-consultation-reader.h"

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
  gboolean    for_options; /* or else for questions */
  char       *id;          /* owned, nullable: what is about to be put aside */

  GtkWidget *heading;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (SdmAsideReason, sdm_aside_reason, ADW_TYPE_BIN)

/* A line of the letter, and no more. */
#define MOST_LETTERS 300

static guint put_aside_signal;

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

  if (sdm_ui_is_too_long (self->reason))
    return;
  if (self->for_options)
    done = sdm_consultation_hide_option (consultation, aid, self->id, reason, &error);
  else
    done = sdm_consultation_hide_question (consultation, aid, self->id, reason, &error);
  if (!done)
    {
      sdm_ui_set_problem (self->reason, error->message);
      return;
    }
  g_signal_emit (self, put_aside_signal, 0);
  sdm_session_offer_undo (self->session, self->for_options ? _ ("Option put aside") : _ ("Question put aside"));
}

/* GObject */

static void
sdm_aside_reason_dispose (GObject *object)
{
  SdmAsideReason *self = SDM_ASIDE_REASON (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->id, g_free);

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
}

static void
add_starter (SdmAsideReason *self,
             GtkWidget      *content,
             const char     *text)
{
  GtkWidget *starter = sdm_ui_button (text, NULL);

  gtk_widget_add_css_class (starter, "row-of-many");
  g_object_set_data_full (G_OBJECT (starter), "starter", g_strdup (text), g_free);
  g_signal_connect (starter, "clicked", G_CALLBACK (starter_cb), self);
  gtk_box_append (GTK_BOX (content), starter);
}

static GtkWidget *
make (SdmSession        *session,
      gboolean           for_options,
      const char *const *starters,
      const char        *label)
{
  SdmAsideReason *self = g_object_new (SDM_TYPE_ASIDE_REASON, NULL);
  GtkWidget      *content = sdm_ui_column (10);
  GtkWidget      *confirm = sdm_ui_button (_ ("Put aside"), NULL);

  self->session = g_object_ref (session);
  self->for_options = for_options;
  self->heading = sdm_ui_label (NULL, "h3");
  self->reason = sdm_ui_entry (32);
  sdm_ui_let_undo (self->reason);
  sdm_ui_set_limit (self->reason, MOST_LETTERS);
  gtk_box_append (GTK_BOX (content), self->heading);
  for (guint i = 0; starters[i] != NULL; i++)
    add_starter (self, content, starters[i]);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (label, self->reason));
  gtk_box_append (GTK_BOX (content), confirm);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (confirm, "clicked", G_CALLBACK (confirm_cb), self);
  adw_bin_set_child (ADW_BIN (self), content);

  return GTK_WIDGET (self);
}

/* Public API */

GtkWidget *
sdm_aside_reason_new_for_options (SdmSession *session)
{
  const SdmReader reader = sdm_consultation_get_reader (sdm_session_get_consultation (session), sdm_session_get_aid (session));
  const char     *not_suitable = reader == SDM_READER_PARENT ? _ ("It is not suitable for your child, because ")
                                                             : _ ("It is not suitable for you, because ");
  const char *starters[] = { not_suitable, _ ("You do not want it, because "), _ ("Too little is known about "), NULL };

  return make (session, TRUE, starters, _ ("The reason, as the letter will tell it"));
}

GtkWidget *
sdm_aside_reason_new_for_questions (SdmSession *session)
{
  const char *starters[] = {
    _ ("It does not matter to you, because "), _ ("We have talked about it before: "), _ ("Not today, because "), NULL };

  return make (session, FALSE, starters, _ ("The reason, as the record will keep it"));
}

/**
 * sdm_aside_reason_ask:
 * @id: an option or a question that is shown
 *
 * Asks why it is put aside.
 */
void
sdm_aside_reason_ask (SdmAsideReason *self,
                      const char     *id)
{
  SdmAid            *aid = sdm_session_get_aid (self->session);
  const SdmOption   *option = self->for_options ? sdm_aid_find_option (aid, id) : NULL;
  const SdmQuestion *question = self->for_options ? NULL : sdm_aid_find_question (aid, id);
  const char        *title = option != NULL ? option->title : question != NULL ? question->text
                                                                               : id;
  g_autofree char   *heading = NULL;

  g_free (self->id);
  self->id = g_strdup (id);
  /* Translators: %s is the name of an option, or a question */
  heading = g_strdup_printf (_ ("Why put “%s” aside?"), title);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  sdm_ui_set_problem (self->reason, NULL);
  gtk_widget_grab_focus (self->reason);
}
