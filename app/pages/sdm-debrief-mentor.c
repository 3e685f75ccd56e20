/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-mentor.h"

#include <glib/gi18n.h>

#include "sdm-debrief-words.h"
#include "sdm-talk-check-list.h"
#include "sdm-ui.h"

/**
 * SdmDebriefMentor:
 *
 * What a mentor says about a practice case: comments, which stay once they are added, and the talk check as the mentor sees it.
 */
struct _SdmDebriefMentor
{
  GtkBox parent_instance;

  SdmPracticeSession *session;
  GtkWidget          *comments;
  GtkWidget          *name;
  GtkWidget          *text;
};

G_DEFINE_FINAL_TYPE (SdmDebriefMentor, sdm_debrief_mentor, GTK_TYPE_BOX)

#define MOST_LETTERS 5000
#define MOST_NAME    200

/* What was said */

static GtkWidget *
make_comment (SdmDebriefMentor *self,
              guint             index)
{
  GtkWidget       *column = sdm_ui_column (2);
  const char      *at;
  const char      *text = sdm_practice_session_get_comment (self->session, index, &at);
  const char      *by = sdm_practice_session_get_comment_by (self->session, index);
  g_autofree char *day = sdm_debrief_words_dup_day (at);
  g_autofree char *head = by != NULL ? g_strdup_printf ("%s · %s", by, day) : g_strdup (day);

  gtk_box_append (GTK_BOX (column), sdm_ui_label (head, "caption"));
  gtk_box_append (GTK_BOX (column), sdm_ui_label (text, "body"));

  return column;
}

static void
show_comments (SdmDebriefMentor *self)
{
  const guint n_comments = sdm_practice_session_get_n_comments (self->session);

  sdm_ui_clear (self->comments);
  for (guint i = 0; i < n_comments; i++)
    gtk_box_append (GTK_BOX (self->comments), make_comment (self, i));
  if (n_comments == 0)
    gtk_box_append (GTK_BOX (self->comments), sdm_ui_label (_ ("No mentor has written anything yet."), "body"));
}

/* Callbacks */

static void
name_cb (SdmDebriefMentor *self)
{
  if (!sdm_ui_is_too_long (self->name))
    sdm_practice_session_set_mentor (self->session, gtk_editable_get_text (GTK_EDITABLE (self->name)), NULL);
}

static GtkTextBuffer *
get_buffer (SdmDebriefMentor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->text))));
}

static void
add_cb (SdmDebriefMentor *self)
{
  g_autofree char *words = sdm_ui_dup_text (self->text);
  g_autoptr (GError) error = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->name)) == '\0')
    {
      sdm_ui_set_problem (self->name, _ ("Say who you are, so that the trainee knows whose words these are."));
      gtk_widget_grab_focus (self->name);
      return;
    }
  sdm_ui_set_problem (self->name, NULL);
  if (!sdm_practice_session_add_comment (self->session, words, &error))
    {
      sdm_ui_set_problem (self->text, error->message);
      return;
    }
  sdm_ui_set_problem (self->text, NULL);
  gtk_text_buffer_set_text (get_buffer (self), "", -1);
  show_comments (self);
}

/* Building */

static GtkWidget *
make_writing (SdmDebriefMentor      *self,
              const SdmPracticeCase *practice)
{
  GtkWidget *content;
  GtkWidget *fold = sdm_ui_fold (_ ("Write as a mentor"), &content);
  GtkWidget *add = sdm_ui_button (_ ("Add this comment"), "ev-plus-symbolic");

  self->name = sdm_ui_entry (-1);
  sdm_ui_let_undo (self->name);
  gtk_editable_set_text (GTK_EDITABLE (self->name), sdm_practice_session_get_mentor (self->session) != NULL ? sdm_practice_session_get_mentor (self->session) : "");
  self->text = sdm_ui_text (90);
  gtk_widget_set_halign (add, GTK_ALIGN_START);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_cb), self);
  if (practice->debrief->mentor_notes != NULL)
    {
      GtkWidget *notes;
      GtkWidget *about = sdm_ui_voice_card (_ ("For the mentor: what to look at in this case"), &notes);

      gtk_box_append (GTK_BOX (notes), sdm_ui_label (practice->debrief->mentor_notes, "body"));
      gtk_box_append (GTK_BOX (content), about);
    }
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("Your name"), self->name));
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("What you saw, and what you would like to ask"), self->text));
  gtk_box_append (GTK_BOX (content), add);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("The same five things, as you saw them"), "h3"));
  gtk_box_append (GTK_BOX (content), sdm_talk_check_list_new (self->session, SDM_PRACTICE_MENTOR));
  sdm_ui_set_limit (self->name, MOST_NAME);
  sdm_ui_set_limit (self->text, MOST_LETTERS);
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_cb), self);

  return fold;
}

/* GObject */

static void
sdm_debrief_mentor_dispose (GObject *object)
{
  SdmDebriefMentor *self = SDM_DEBRIEF_MENTOR (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_debrief_mentor_parent_class)->dispose (object);
}

static void
sdm_debrief_mentor_class_init (SdmDebriefMentorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_debrief_mentor_dispose;
}

static void
sdm_debrief_mentor_init (SdmDebriefMentor *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/* Public API */

GtkWidget *
sdm_debrief_mentor_new (const SdmPracticeCase *practice)
{
  SdmDebriefMentor *self = g_object_new (SDM_TYPE_DEBRIEF_MENTOR, NULL);

  self->session = g_object_ref (practice->session);
  self->comments = sdm_ui_column (12);
  gtk_box_append (GTK_BOX (self), self->comments);
  gtk_box_append (GTK_BOX (self), make_writing (self, practice));
  show_comments (self);

  return GTK_WIDGET (self);
}
