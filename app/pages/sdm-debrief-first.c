/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-first.h"

#include <glib/gi18n.h>

#include "sdm-talk-check-list.h"
#include "sdm-ui.h"

/**
 * SdmDebriefFirst:
 *
 * What comes before the debrief opens: one's own words about the talk, and the talk check. Both are kept as they are typed.
 *
 * ## Signals
 *
 * `done` when both are there and the debrief is asked for.
 */
struct _SdmDebriefFirst
{
  GtkBox parent_instance;

  SdmPracticeSession *session;
  GtkWidget          *text;
  GtkWidget          *check; /* SdmTalkCheckList */
  GtkWidget          *open;
  GtkWidget          *left; /* what is left to do */
};

G_DEFINE_FINAL_TYPE (SdmDebriefFirst, sdm_debrief_first, GTK_TYPE_BOX)

static guint done_signal;

#define MOST_LETTERS 20000

/* The reflection */

static void
typed_cb (GtkTextBuffer *buffer,
          GtkWidget     *text)
{
  SdmPracticeSession *session = g_object_get_data (G_OBJECT (text), "session");
  g_autofree char    *words = sdm_ui_dup_text (text);

  if (!sdm_ui_is_too_long (text))
    sdm_practice_session_set_reflection (session, words, NULL);
}

/**
 * sdm_debrief_reflection_new:
 *
 * Returns: (transfer floating): a text that is kept with @session as it is typed
 */
GtkWidget *
sdm_debrief_reflection_new (SdmPracticeSession *session)
{
  GtkWidget *text = sdm_ui_text (110);

  sdm_ui_show_text (text, sdm_practice_session_get_reflection (session));
  sdm_ui_set_limit (text, MOST_LETTERS);
  g_object_set_data_full (G_OBJECT (text), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (text)))), "changed",
                           G_CALLBACK (typed_cb), text, 0);

  return text;
}

/* What is left */

static gboolean
has_words (SdmDebriefFirst *self)
{
  g_autofree char *words = g_strstrip (g_strdup (sdm_practice_session_get_reflection (self->session)));

  return *words != '\0';
}

static const char *
get_left (SdmDebriefFirst *self)
{
  const gboolean is_checked = sdm_talk_check_list_is_whole (SDM_TALK_CHECK_LIST (self->check));

  if (!has_words (self) && !is_checked)
    return _ ("Write a line or more, and choose a step for each of the five. Then it opens.");
  if (!has_words (self))
    return _ ("Write a line or more. Then it opens.");
  if (!is_checked)
    return _ ("Choose a step for each of the five. Then it opens.");

  return NULL;
}

static void
update (SdmDebriefFirst *self)
{
  const char *left = get_left (self);

  gtk_label_set_label (GTK_LABEL (self->left), left != NULL ? left : "");
  gtk_widget_set_visible (self->left, left != NULL);
}

static void
session_changed_cb (SdmDebriefFirst *self)
{
  if (get_left (self) == NULL)
    update (self);
}

/* Leads to what is left, rather than doing nothing. */
static void
open_cb (SdmDebriefFirst *self)
{
  update (self);
  if (get_left (self) == NULL)
    g_signal_emit (self, done_signal, 0);
  else if (!has_words (self))
    gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->text)));
  else
    gtk_widget_grab_focus (sdm_talk_check_list_find_open (SDM_TALK_CHECK_LIST (self->check)));
}

/* Building */

static GtkWidget *
make_words (SdmDebriefFirst *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("In your own words"), &content);

  self->text = sdm_debrief_reflection_new (self->session);
  gtk_box_append (GTK_BOX (content), sdm_ui_field (_ ("How was this talk for you? What would you do again, and what differently?"), self->text));
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("It stays on this computer. It stands in your logbook, and a mentor reads it if you give this case to one."), "caption"));

  return card;
}

static GtkWidget *
make_check (SdmDebriefFirst *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("Five things to look back on"), &content);

  self->check = sdm_talk_check_list_new (self->session, SDM_PRACTICE_SELF);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("For each, choose the step that is nearest to how it was. The steps are not added up, and none of them is a pass."), "body"));
  gtk_box_append (GTK_BOX (content), self->check);

  return card;
}

/* Asked once, so that the logbook can show later what has changed. */
static GtkWidget *
make_before (SdmDebriefFirst *self)
{
  GtkWidget *content;
  GtkWidget *card = sdm_ui_card (_ ("And before today?"), &content);
  GtkWidget *list;
  GtkWidget *fold = sdm_ui_fold (_ ("How you usually did it before your first case"), &list);

  gtk_box_append (GTK_BOX (content), sdm_ui_label (_ ("This was your first case. If you like, choose how your talks usually went before it. Your logbook can then show what has changed. You can leave it out."), "body"));
  gtk_box_append (GTK_BOX (list), sdm_talk_check_list_new (self->session, SDM_PRACTICE_BEFORE));
  gtk_box_append (GTK_BOX (content), fold);

  return card;
}

static GtkWidget *
make_open (SdmDebriefFirst *self)
{
  GtkWidget *column = sdm_ui_column (8);

  self->left = sdm_ui_label (NULL, "chrome");
  gtk_widget_set_visible (self->left, FALSE);
  self->open = sdm_ui_button (_ ("Now look back together"), "ev-right-symbolic");
  gtk_widget_add_css_class (self->open, "suggested-action");
  gtk_widget_set_halign (self->open, GTK_ALIGN_START);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (open_cb), self);
  gtk_box_append (GTK_BOX (column), self->left);
  gtk_box_append (GTK_BOX (column), self->open);

  return column;
}

/* GObject */

static void
sdm_debrief_first_dispose (GObject *object)
{
  SdmDebriefFirst *self = SDM_DEBRIEF_FIRST (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (sdm_debrief_first_parent_class)->dispose (object);
}

static void
sdm_debrief_first_class_init (SdmDebriefFirstClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_debrief_first_dispose;

  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_debrief_first_init (SdmDebriefFirst *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 16);
}

/* Public API */

GtkWidget *
sdm_debrief_first_new (const SdmPracticeCase *practice)
{
  SdmDebriefFirst *self = g_object_new (SDM_TYPE_DEBRIEF_FIRST, NULL);

  self->session = g_object_ref (practice->session);
  gtk_box_append (GTK_BOX (self), make_words (self));
  gtk_box_append (GTK_BOX (self), make_check (self));
  if (practice->is_first)
    gtk_box_append (GTK_BOX (self), make_before (self));
  gtk_box_append (GTK_BOX (self), make_open (self));
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * sdm_debrief_first_begin:
 *
 * Goes to the text.
 */
void
sdm_debrief_first_begin (SdmDebriefFirst *self)
{
  gtk_widget_grab_focus (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->text)));
}
