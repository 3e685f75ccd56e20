/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-talk-list.h"

#include <glib/gi18n.h>

#include "sdm-ui.h"

/**
 * SdmTalkList:
 *
 * What was said in a talk with a made-up patient, the newest at the foot and in sight. Each says who it was
 * from in words, not by colour alone. What the trainee only showed stands there where the patient said
 * something to it.
 *
 * ## Accessibility
 *
 * A `log` named "What was said".
 */
struct _SdmTalkList
{
  AdwBin parent_instance;

  GtkWidget *scroller;
  GtkWidget *lines;
  SdmTalk   *talk;    /* nullable */
  guint      n_shown; /* turns */
  gboolean   follows; /* what comes last is kept in sight, until somebody scrolls back */
  guint      scroll;  /* source id, 0: nothing is to be brought into sight */
};

G_DEFINE_FINAL_TYPE (SdmTalkList, sdm_talk_list, ADW_TYPE_BIN)

/* Lines */

static void
add_said (SdmTalkList *self,
          const char  *who,
          const char  *text,
          gboolean     is_trainee)
{
  GtkWidget *line = sdm_ui_column (2);
  GtkWidget *speaker = sdm_ui_label (who, "chrome-small");
  GtkWidget *words = sdm_ui_label (text, "said");

  gtk_widget_add_css_class (words, is_trainee ? "trainee-said" : "patient-said");
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (words), FALSE);
  if (is_trainee)
    gtk_widget_set_margin_start (line, 24);
  else
    gtk_widget_set_margin_end (line, 24);
  gtk_box_append (GTK_BOX (line), speaker);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (self->lines), line);
}

/* Whether these words are those of who came along. */
static gboolean
is_from_companion (SdmTalkList *self,
                   const char  *text)
{
  json_t *root = sdm_json_text_get_root (sdm_case_get_text (sdm_talk_get_case (self->talk)));
  json_t *line;
  size_t  i;

  json_array_foreach (sdm_json_get (root, "persona/companion/says"), i, line)
    if (g_strcmp0 (json_string_value (json_object_get (line, "say")), text) == 0)
      return sdm_talk_get_companion (self->talk) != NULL;

  return FALSE;
}

/* What one person says in one go is one text. */
static void
add_answer (SdmTalkList *self,
            SdmTalkTurn *turn)
{
  const char *const *said = sdm_talk_turn_get_said (turn);
  const char        *person = sdm_case_get_person (sdm_talk_get_case (self->talk));
  g_autoptr (GString) own = g_string_new (NULL);

  for (guint i = 0; said[i] != NULL; i++)
    {
      if (!is_from_companion (self, said[i]))
        {
          g_string_append_printf (own, "%s%s", own->len > 0 ? " " : "", said[i]);
          continue;
        }
      if (own->len > 0)
        add_said (self, person, own->str, FALSE);
      g_string_truncate (own, 0);
      add_said (self, sdm_talk_get_companion (self->talk), said[i], FALSE);
    }
  if (own->len > 0)
    add_said (self, person, own->str, FALSE);
}

static void
add_shown (SdmTalkList *self,
           SdmTalkTurn *turn)
{
  const SdmOutcome *outcome = sdm_aid_find_outcome (sdm_talk_get_aid (self->talk), sdm_talk_turn_get_figure (turn)->outcome);
  g_autofree char  *text = NULL;

  if (outcome == NULL)
    return;
  /* Translators: the title of a figure that was shown to a made-up patient: "You showed: Heart attack or stroke" */
  text = g_strdup_printf (_ ("You showed: %s"), outcome->title);
  sdm_talk_list_add_note (self, text);
}

static void
add_turn (SdmTalkList *self,
          SdmTalkTurn *turn)
{
  const gboolean is_answered = sdm_talk_turn_get_said (turn)[0] != NULL;
  const char    *words = sdm_talk_turn_get_words (turn);

  switch (sdm_talk_turn_get_did (turn))
    {
    case SDM_TALK_SAID:
    case SDM_TALK_PICKED:
      if (words != NULL && *words != '\0')
        add_said (self, _ ("You"), words, TRUE);
      else
        sdm_talk_list_add_note (self, _ ("You waited."));
      break;
    case SDM_TALK_SHOWED_FIGURE:
      if (is_answered)
        add_shown (self, turn);
      break;
    case SDM_TALK_SAW:
      if (g_strcmp0 (words, "silence") == 0)
        sdm_talk_list_add_note (self, _ ("You waited."));
      break;
    case SDM_TALK_OPENED:
    case SDM_TALK_ENTERED_STEP:
    default:
      break;
    }
  add_answer (self, turn);
}

/* Callbacks */

static void
turns_changed_cb (SdmTalkList *self)
{
  const guint n_turns = g_list_model_get_n_items (sdm_talk_get_turns (self->talk));

  for (; self->n_shown < n_turns; self->n_shown++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (sdm_talk_get_turns (self->talk), self->n_shown);

      add_turn (self, turn);
    }
  self->follows = TRUE;
}

static double
get_last_value (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
scroll_cb (gpointer user_data)
{
  SdmTalkList   *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->scroll = 0;
  gtk_adjustment_set_value (adjustment, get_last_value (adjustment));

  return G_SOURCE_REMOVE;
}

/* What is new gets its height while the list is laid out, and is brought into sight after that. */
static void
adjustment_changed_cb (SdmTalkList   *self,
                       GtkAdjustment *adjustment)
{
  if (self->follows && self->scroll == 0)
    self->scroll = g_idle_add (scroll_cb, self);
}

static void
value_changed_cb (SdmTalkList   *self,
                  GtkAdjustment *adjustment)
{
  if (self->scroll == 0 && gtk_adjustment_get_value (adjustment) < get_last_value (adjustment) - 1)
    self->follows = FALSE;
}

/* GObject */

static void
sdm_talk_list_dispose (GObject *object)
{
  SdmTalkList *self = SDM_TALK_LIST (object);

  g_clear_handle_id (&self->scroll, g_source_remove);
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (sdm_talk_get_turns (self->talk), self);
  g_clear_object (&self->talk);

  G_OBJECT_CLASS (sdm_talk_list_parent_class)->dispose (object);
}

static void
sdm_talk_list_class_init (SdmTalkListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_talk_list_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LOG);
}

static void
sdm_talk_list_init (SdmTalkList *self)
{
  self->lines = sdm_ui_column (8);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->lines);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_focusable (self->scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was said"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was said"), -1);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "changed",
                           G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}

/* Public API */

GtkWidget *
sdm_talk_list_new (void)
{
  return g_object_new (SDM_TYPE_TALK_LIST, NULL);
}

/**
 * sdm_talk_list_set_talk:
 * @talk: (nullable): the talk to show from now on
 */
void
sdm_talk_list_set_talk (SdmTalkList *self,
                        SdmTalk     *talk)
{
  if (self->talk != NULL)
    g_signal_handlers_disconnect_by_data (sdm_talk_get_turns (self->talk), self);
  sdm_ui_clear (self->lines);
  self->n_shown = 0;
  g_set_object (&self->talk, talk);
  if (talk == NULL)
    return;
  g_signal_connect_swapped (sdm_talk_get_turns (talk), "items-changed", G_CALLBACK (turns_changed_cb), self);
  turns_changed_cb (self);
}

/**
 * sdm_talk_list_add_note:
 *
 * Adds what nobody said, such as that somebody came along.
 */
void
sdm_talk_list_add_note (SdmTalkList *self,
                        const char  *text)
{
  GtkWidget *note = sdm_ui_label (text, "chrome-small");

  gtk_widget_add_css_class (note, "quiet");
  gtk_widget_set_margin_end (note, 24);
  gtk_box_append (GTK_BOX (self->lines), note);
  self->follows = TRUE;
}
