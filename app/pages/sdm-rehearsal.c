/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-rehearsal.h"

#include "sdm-consultation-options.h"
#include "sdm-figure.h"

/**
 * SdmRehearsal:
 *
 * The talk with a made-up patient beside the pages of a practice consultation. It tells the patient what
 * the pages show: the step that is entered, figures, options that are put aside. Every turn is kept, in the
 * file of practice, at the pace of the consultation.
 */
struct _SdmRehearsal
{
  GObject parent_instance;

  SdmConsultation    *consultation;
  SdmPracticeSession *kept;
  SdmTalk            *talk;
  SdmAid             *aid;
  SdmAutosaver       *autosaver;
  GHashTable         *figures; /* of strings: outcome and first option, as shown in this step */
  guint               n_hidden;
  guint               n_opened;
  gboolean            has_shown_options;
};

G_DEFINE_FINAL_TYPE (SdmRehearsal, sdm_rehearsal, G_TYPE_OBJECT)

/* A kept talk can hold 2,000 turns. What is shown makes way for what is said. */
#define SAID_MOST  1990
#define SHOWN_MOST 1800

/* Helpers */

static guint
count_turns (SdmRehearsal *self)
{
  return g_list_model_get_n_items (sdm_talk_get_turns (self->talk));
}

static gboolean
can_show (SdmRehearsal *self)
{
  return sdm_rehearsal_goes_on (self) && count_turns (self) < SHOWN_MOST;
}

static SdmRecordHead *
make_body_cb (GBytes **body,
              gpointer user_data)
{
  *body = sdm_practice_session_to_bytes (SDM_REHEARSAL (user_data)->kept);

  return NULL;
}

static char *
make_key (const SdmTalkFigure *figure)
{
  return g_strconcat (figure->outcome, " ", figure->first_option, NULL);
}

/* What was shown since the last step is not shown anew when the talk goes on. */
static void
recall (SdmRehearsal *self)
{
  for (guint i = 0; i < count_turns (self); i++)
    {
      g_autoptr (SdmTalkTurn) turn = g_list_model_get_item (sdm_talk_get_turns (self->talk), i);

      if (sdm_talk_turn_get_did (turn) == SDM_TALK_ENTERED_STEP)
        g_hash_table_remove_all (self->figures);
      else if (sdm_talk_turn_get_did (turn) == SDM_TALK_SHOWED_FIGURE)
        g_hash_table_add (self->figures, make_key (sdm_talk_turn_get_figure (turn)));
      else if (sdm_talk_turn_get_did (turn) == SDM_TALK_SAW && g_strcmp0 (sdm_talk_turn_get_words (turn), "options-shown") == 0)
        self->has_shown_options = TRUE;
    }
}

/* Callbacks */

static guint
count (SdmRehearsal *self,
       const char   *path)
{
  return (guint) json_array_size (sdm_consultation_peek (self->consultation, path));
}

/* A row of the grid that is opened for the first time shows the figure that answers it. */
static void
row_opened (SdmRehearsal *self)
{
  json_t            *opened = sdm_consultation_peek (self->consultation, "options/rows_opened");
  const char        *id = json_string_value (json_array_get (opened, json_array_size (opened) - 1));
  guint              n_questions;
  const SdmQuestion *questions = sdm_aid_get_questions (self->aid, &n_questions);

  for (guint i = 0; i < n_questions; i++)
    if (g_strcmp0 (questions[i].id, id) == 0 && questions[i].answers_from != NULL)
      sdm_rehearsal_show_outcome (self, sdm_aid_find_outcome (self->aid, questions[i].answers_from));
}

static void
option_hidden (SdmRehearsal *self)
{
  json_t *hidden = sdm_consultation_peek (self->consultation, "options/hidden");
  json_t *last = json_array_get (hidden, json_array_size (hidden) - 1);

  if (can_show (self))
    sdm_talk_let_see (self->talk, "option-hidden", json_string_value (json_object_get (last, "option")));
}

static void
consultation_changed_cb (SdmRehearsal *self,
                         const char   *path)
{
  const guint n_opened = count (self, "options/rows_opened");
  const guint n_hidden = count (self, "options/hidden");

  if (n_opened > self->n_opened)
    row_opened (self);
  if (n_hidden > self->n_hidden)
    option_hidden (self);
  self->n_opened = n_opened;
  self->n_hidden = n_hidden;
}

/* GObject */

static void
sdm_rehearsal_dispose (GObject *object)
{
  SdmRehearsal *self = SDM_REHEARSAL (object);

  g_clear_object (&self->autosaver); /* which keeps what is not kept yet */
  g_clear_object (&self->consultation);
  g_clear_object (&self->kept);
  g_clear_object (&self->talk);
  g_clear_object (&self->aid);
  g_clear_pointer (&self->figures, g_hash_table_unref);

  G_OBJECT_CLASS (sdm_rehearsal_parent_class)->dispose (object);
}

static void
sdm_rehearsal_class_init (SdmRehearsalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_rehearsal_dispose;
}

static void
sdm_rehearsal_init (SdmRehearsal *self)
{
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Public API */

/**
 * sdm_rehearsal_new:
 * @consultation: the practice consultation on the pages
 * @kept: where the talk is kept
 * @talk: a new talk, or one that goes on
 */
SdmRehearsal *
sdm_rehearsal_new (SdmContext         *context,
                   SdmConsultation    *consultation,
                   SdmPracticeSession *kept,
                   SdmTalk            *talk)
{
  SdmRehearsal *self = g_object_new (SDM_TYPE_REHEARSAL, NULL);

  self->consultation = g_object_ref (consultation);
  self->kept = g_object_ref (kept);
  self->talk = g_object_ref (talk);
  self->aid = g_object_ref (sdm_talk_get_aid (talk));
  self->n_hidden = count (self, "options/hidden");
  self->n_opened = count (self, "options/rows_opened");
  recall (self);
  /* It never goes where real patients are kept, and that file would refuse it. */
  self->autosaver = sdm_autosaver_new_for_practice (sdm_context_get_store (context, SDM_RECORD_STORE_PRACTICE), make_body_cb, self, NULL);
  sdm_practice_session_set_clock (kept, sdm_context_get_clock (context));
  sdm_practice_session_set_talk (kept, talk);
  sdm_autosaver_touch (self->autosaver);
  g_signal_connect_object (kept, "changed", G_CALLBACK (sdm_autosaver_touch), self->autosaver, G_CONNECT_SWAPPED);
  g_signal_connect_object (consultation, "changed", G_CALLBACK (consultation_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sdm_rehearsal_get_kept:
 *
 * Returns: (transfer none): what is kept of this time, for whoever looks back at it
 */
SdmPracticeSession *
sdm_rehearsal_get_kept (SdmRehearsal *self)
{
  return self->kept;
}

SdmTalk *
sdm_rehearsal_get_talk (SdmRehearsal *self)
{
  return self->talk;
}

SdmAutosaver *
sdm_rehearsal_get_autosaver (SdmRehearsal *self)
{
  return self->autosaver;
}

/**
 * sdm_rehearsal_goes_on:
 *
 * Returns: whether something can be said: it was not ended, and there is room for it
 */
gboolean
sdm_rehearsal_goes_on (SdmRehearsal *self)
{
  return sdm_practice_session_get_ended (self->kept) == NULL && count_turns (self) < SAID_MOST;
}

void
sdm_rehearsal_say (SdmRehearsal *self,
                   const char   *text)
{
  if (sdm_rehearsal_goes_on (self))
    sdm_talk_say (self->talk, text);
}

/**
 * sdm_rehearsal_pick:
 * @card: id of a card of the talk
 */
void
sdm_rehearsal_pick (SdmRehearsal *self,
                    const char   *card)
{
  if (sdm_rehearsal_goes_on (self))
    sdm_talk_pick (self->talk, card, NULL);
}

/**
 * sdm_rehearsal_wait:
 *
 * Says nothing, and leaves room.
 */
void
sdm_rehearsal_wait (SdmRehearsal *self)
{
  if (sdm_rehearsal_goes_on (self))
    sdm_talk_let_see (self->talk, "silence", NULL);
}

/**
 * sdm_rehearsal_enter_step:
 *
 * Tells that a step comes on screen.
 */
void
sdm_rehearsal_enter_step (SdmRehearsal *self,
                          SdmStep       step)
{
  if (!can_show (self))
    return;
  g_hash_table_remove_all (self->figures);
  sdm_talk_enter_step (self->talk, sdm_step_get_id (step));
  if (step == SDM_STEP_OPTIONS && !self->has_shown_options)
    {
      self->has_shown_options = TRUE;
      sdm_talk_let_see (self->talk, "options-shown", NULL);
    }
}

static gboolean
is_about_anyone (const SdmFigure *figure)
{
  return figure->state != SDM_FIGURE_DOES_NOT_APPLY && figure->state != SDM_FIGURE_COMPARISON;
}

/**
 * sdm_rehearsal_show_outcome:
 * @outcome: (nullable): whose figures are put before the patient, once in each visit to a step
 *
 * The pages tell a figure with both frames, with its range, and never as per cent.
 */
void
sdm_rehearsal_show_outcome (SdmRehearsal     *self,
                            const SdmOutcome *outcome)
{
  g_autoptr (GPtrArray) shown = sdm_consultation_list_shown_options (self->consultation, self->aid);
  SdmTalkFigure figure = { .frames = SDM_TALK_FRAMES_BOTH, .not_known = TRUE };
  char         *key;

  if (outcome == NULL || shown->len == 0 || !can_show (self))
    return;
  figure.outcome = outcome->id;
  figure.first_option = ((const SdmOption *) g_ptr_array_index (shown, 0))->id;
  key = make_key (&figure);
  if (!g_hash_table_add (self->figures, key))
    return;
  for (guint i = 0; i < shown->len; i++)
    {
      g_autoptr (SdmFigure) told = sdm_figure_new (self->aid, outcome, g_ptr_array_index (shown, i),
                                                   sdm_consultation_get_group (self->consultation, self->aid));

      figure.with_range = figure.with_range || told->has_range || told->value_low != NULL;
      figure.not_known = figure.not_known && (told->state == SDM_FIGURE_NOT_KNOWN || !is_about_anyone (told));
    }
  sdm_talk_show_figure (self->talk, &figure, NULL);
}

/**
 * sdm_rehearsal_set_seconds:
 * @seconds: how long the two of them have been at it
 */
void
sdm_rehearsal_set_seconds (SdmRehearsal *self,
                           guint         seconds)
{
  sdm_talk_set_seconds (self->talk, seconds);
}
