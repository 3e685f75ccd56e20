/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-debrief-talk.h"

#include <glib/gi18n.h>

#include "sdm-debrief-words.h"
#include "sdm-ui.h"

/**
 * SdmDebriefTalk:
 *
 * The talk, moment by moment. One of them is looked at: what was said before it and in it, what the face said, and
 * what else this person would have told just then, and to which question.
 *
 * ## Accessibility
 *
 * A list of moments, each named by when it was, what was done and what is worth a look in it. The moment that is looked at
 * stands beside the list, or below it where there is no room.
 */
struct _SdmDebriefTalk
{
  GtkBox parent_instance;

  const SdmPracticeCase *practice; /* not owned: whoever made this holds it */
  GtkWidget             *list;
  GtkWidget             *moment;
};

G_DEFINE_FINAL_TYPE (SdmDebriefTalk, sdm_debrief_talk, GTK_TYPE_BOX)

#define LIST_HEIGHT 420

static SdmTalkTurn *
get_turn (SdmDebriefTalk *self,
          guint           turn)
{
  return g_list_model_get_item (sdm_talk_get_turns (self->practice->talk), turn);
}

/* One moment */

static void
add_voice (GtkWidget  *column,
           const char *who,
           const char *text)
{
  GtkWidget *content;
  GtkWidget *card;

  if (text == NULL || *text == '\0')
    return;
  card = sdm_ui_voice_card (who, &content);
  gtk_box_append (GTK_BOX (content), sdm_ui_label (text, "body"));
  gtk_box_append (GTK_BOX (column), card);
}

static void
add_face (GtkWidget   *column,
          SdmTalkTurn *turn)
{
  /* Translators: %s is what a face says, such as "worried" */
  g_autofree char *face = g_strdup_printf (_ ("Face: %s"), sdm_debrief_words_get_face (sdm_talk_turn_get_expression (turn)));

  gtk_box_append (GTK_BOX (column), sdm_ui_label (face, "chrome"));
}

static void
add_chance (GtkWidget              *column,
            const SdmDebriefChance *chance)
{
  GtkWidget *box = sdm_ui_column (2);
  /* Translators: %s is a question */
  g_autofree char *question = g_strdup_printf (_ ("“%s”"), chance->question);

  gtk_box_append (GTK_BOX (box), sdm_ui_label (question, "chrome-strong"));
  gtk_box_append (GTK_BOX (box), sdm_ui_label (chance->answer, "body"));
  if (chance->is_hint)
    gtk_box_append (GTK_BOX (box), sdm_ui_label (_ ("Only a hint at this point: it was too early, or the door was closed just then."), "caption"));
  gtk_box_append (GTK_BOX (column), box);
}

static void
add_chances (SdmDebriefTalk *self,
             GtkWidget      *column,
             guint           turn)
{
  g_autoptr (GArray) chances = sdm_debrief_list_chances (self->practice->talk, turn);
  g_autofree char *name = sdm_debrief_words_dup_first_name (self->practice->debrief);
  /* Translators: %s is a person */
  g_autofree char *title = g_strdup_printf (_ ("What else %s would have told now"), name);

  if (chances->len == 0)
    {
      gtk_box_append (GTK_BOX (column), sdm_ui_label (_ ("Everything had come out by now."), "caption"));
      return;
    }
  gtk_box_append (GTK_BOX (column), sdm_ui_label (title, "h3"));
  for (guint i = 0; i < chances->len; i++)
    add_chance (column, &g_array_index (chances, SdmDebriefChance, i));
}

static void
show_moment (SdmDebriefTalk *self,
             guint           position)
{
  const SdmDebriefMoment *moment = &g_array_index (self->practice->debrief->moments, SdmDebriefMoment, position);
  g_autoptr (SdmTalkTurn) turn = get_turn (self, position);
  g_autofree char *where = sdm_debrief_words_dup_where (moment);
  g_autofree char *did = sdm_debrief_words_dup_did (self->practice->debrief, turn);
  g_autofree char *answer = sdm_talk_turn_dup_text (turn);
  g_autofree char *marks = sdm_debrief_words_dup_marks (self->practice->debrief, turn);
  g_autofree char *name = sdm_debrief_words_dup_first_name (self->practice->debrief);
  /* Translators: %s is a person: what was said before the moment that is looked at */
  g_autofree char *before = g_strdup_printf (_ ("%s, before"), name);

  sdm_ui_clear (self->moment);
  gtk_box_append (GTK_BOX (self->moment), sdm_ui_label (where, "caption"));
  add_voice (self->moment, before, moment->before);
  gtk_box_append (GTK_BOX (self->moment), sdm_ui_label (did, "body"));
  add_voice (self->moment, name, answer);
  if (*answer == '\0')
    gtk_box_append (GTK_BOX (self->moment), sdm_ui_label (_ ("Nothing was said to it."), "caption"));
  add_face (self->moment, turn);
  if (*marks != '\0')
    gtk_box_append (GTK_BOX (self->moment), sdm_ui_label (marks, "chrome-strong"));
  add_chances (self, self->moment, position);
}

static void
selected_cb (SdmDebriefTalk *self,
             GtkListBoxRow  *row)
{
  if (row != NULL)
    show_moment (self, (guint) gtk_list_box_row_get_index (row));
}

/* The list */

static GtkWidget *
make_row (SdmDebriefTalk *self,
          guint           position)
{
  const SdmDebriefMoment *moment = &g_array_index (self->practice->debrief->moments, SdmDebriefMoment, position);
  g_autoptr (SdmTalkTurn) turn = get_turn (self, position);
  g_autofree char *where = sdm_debrief_words_dup_where (moment);
  g_autofree char *did = sdm_debrief_words_dup_did (self->practice->debrief, turn);
  g_autofree char *marks = sdm_debrief_words_dup_marks (self->practice->debrief, turn);
  g_autofree char *whole = g_strjoin ("\n", where, did, *marks != '\0' ? marks : NULL, NULL);
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *texts = sdm_ui_column (2);
  GtkWidget       *what = sdm_ui_label (did, "chrome");

  gtk_label_set_lines (GTK_LABEL (what), 3);
  gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), sdm_ui_label (where, "chrome-small"));
  gtk_box_append (GTK_BOX (texts), what);
  if (*marks != '\0')
    gtk_box_append (GTK_BOX (texts), sdm_ui_label (marks, "chrome-strong"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);

  return row;
}

static GtkWidget *
make_list (SdmDebriefTalk *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "events");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The talk, moment by moment"), -1);
  for (guint i = 0; i < self->practice->debrief->moments->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, i));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (selected_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  return scroller;
}

/* GObject */

static void
sdm_debrief_talk_class_init (SdmDebriefTalkClass *klass)
{
}

static void
sdm_debrief_talk_init (SdmDebriefTalk *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/* Public API */

/**
 * sdm_debrief_talk_new:
 * @practice: must live as long as the widget
 *
 * Returns: (transfer floating): the talk, with its first moment looked at
 */
GtkWidget *
sdm_debrief_talk_new (const SdmPracticeCase *practice)
{
  SdmDebriefTalk *self = g_object_new (SDM_TYPE_DEBRIEF_TALK, NULL);
  GtkWidget      *left;
  GtkWidget      *right;
  GtkWidget      *columns = sdm_ui_columns (1, 1, &left, &right);

  self->practice = practice;
  self->moment = sdm_ui_column (10);
  gtk_box_append (GTK_BOX (left), make_list (self));
  gtk_box_append (GTK_BOX (right), self->moment);
  gtk_box_append (GTK_BOX (self), columns);
  sdm_debrief_talk_show (self, 0);

  return GTK_WIDGET (self);
}

/**
 * sdm_debrief_talk_show:
 * @turn: position of a turn
 *
 * Looks at that moment.
 */
void
sdm_debrief_talk_show (SdmDebriefTalk *self,
                       guint           turn)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) turn);

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}
