/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-grid-row.h"

/* What stands beside the question and under an open row. */
typedef enum
{
  TEXT_LEAD,
  TEXT_NOTE,
  TEXT_FOOTNOTE,
  TEXT_SAID,
  TEXT_SOURCES,
  N_TEXTS,
} RowText;

/**
 * SdmGridRow:
 *
 * A question and what each option answers to it. Answers are kept by the
 * option's id, so turning the order round moves no words.
 */
struct _SdmGridRow
{
  GObject parent_instance;

  char        *id;             /* owned */
  char        *question;       /* owned */
  char        *texts[N_TEXTS]; /* owned, each nullable */
  SdmGlossary *glossary;       /* owned, nullable */
  GHashTable  *answers;        /* owned, option id → Answer */
};

typedef enum
{
  ANSWER_WORDS,
  ANSWER_FIGURE,
  ANSWER_NOT_KNOWN,
} AnswerKind;

typedef struct
{
  AnswerKind kind;
  char      *text;   /* owned */
  char      *second; /* owned, nullable */
} Answer;

G_DEFINE_FINAL_TYPE (SdmGridRow, sdm_grid_row, G_TYPE_OBJECT)

typedef enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
} SdmGridRowSignal;

static guint signals[N_SIGNALS];

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_free (answer->text);
  g_free (answer->second);
  g_free (answer);
}

static void
put_answer (SdmGridRow *self,
            const char *option_id,
            AnswerKind  kind,
            const char *text,
            const char *second)
{
  Answer *answer = g_hash_table_lookup (self->answers, option_id);

  if (answer != NULL &&
      answer->kind == kind &&
      g_strcmp0 (answer->text, text) == 0 &&
      g_strcmp0 (answer->second, second) == 0)
    return;

  answer = g_new0 (Answer, 1);
  answer->kind = kind;
  answer->text = g_strdup (text);
  answer->second = g_strdup (second);
  g_hash_table_replace (self->answers, g_strdup (option_id), answer);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
set_text (SdmGridRow *self,
          RowText     which,
          const char *text)
{
  if (g_strcmp0 (self->texts[which], text) == 0)
    return;

  g_free (self->texts[which]);
  self->texts[which] = g_strdup (text);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Overrides */

static void
sdm_grid_row_finalize (GObject *object)
{
  SdmGridRow *self = SDM_GRID_ROW (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->question, g_free);
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_object (&self->glossary);
  g_clear_pointer (&self->answers, g_hash_table_unref);

  G_OBJECT_CLASS (sdm_grid_row_parent_class)->finalize (object);
}

static void
sdm_grid_row_class_init (SdmGridRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sdm_grid_row_finalize;

  /**
   * SdmGridRow::changed:
   *
   * Something the row shows is no longer what it was.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SDM_TYPE_GRID_ROW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_grid_row_init (SdmGridRow *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_answer);
}

/**
 * sdm_grid_row_new:
 * @id: the name the caller knows the row by
 * @question: what is asked of every option
 *
 * A row in which nothing is known yet.
 *
 * Returns: (transfer full): the row
 */
SdmGridRow *
sdm_grid_row_new (const char *id,
                  const char *question)
{
  SdmGridRow *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (SDM_TYPE_GRID_ROW, NULL);
  self->id = g_strdup (id);
  self->question = g_strdup (question);

  return self;
}

/**
 * sdm_grid_row_get_id:
 *
 * Returns: (transfer none): the caller's name of the row
 */
const char *
sdm_grid_row_get_id (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->id;
}

/**
 * sdm_grid_row_get_question:
 *
 * Returns: (transfer none): what is asked of every option
 */
const char *
sdm_grid_row_get_question (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->question;
}

/**
 * sdm_grid_row_get_lead:
 *
 * Returns: (transfer none) (nullable): what stands before the question
 */
const char *
sdm_grid_row_get_lead (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->texts[TEXT_LEAD];
}

/**
 * sdm_grid_row_set_lead:
 * @lead: (nullable): a number before the question, such as how much it matters
 */
void
sdm_grid_row_set_lead (SdmGridRow *self,
                       const char *lead)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));

  set_text (self, TEXT_LEAD, lead);
}

/**
 * sdm_grid_row_get_footnote:
 *
 * Returns: (transfer none) (nullable): what holds for all answers of the row
 */
const char *
sdm_grid_row_get_footnote (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->texts[TEXT_FOOTNOTE];
}

/**
 * sdm_grid_row_set_footnote:
 * @footnote: (nullable): what holds for all answers of the row, such as whom
 *   the numbers are about
 *
 * Shown across all options while the row is open.
 */
void
sdm_grid_row_set_footnote (SdmGridRow *self,
                           const char *footnote)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));

  set_text (self, TEXT_FOOTNOTE, footnote);
}

/**
 * sdm_grid_row_get_note:
 *
 * Returns: (transfer none) (nullable): a few words below the question
 */
const char *
sdm_grid_row_get_note (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->texts[TEXT_NOTE];
}

/**
 * sdm_grid_row_get_said:
 *
 * Returns: (transfer none) (nullable): what the person said that has to do with the row
 */
const char *
sdm_grid_row_get_said (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->texts[TEXT_SAID];
}

/**
 * sdm_grid_row_set_matters:
 * @note: (nullable): a few words below the question, such as "Matters to you"
 * @said: (nullable): what the person said that has to do with the row, shown
 *   on the colour of their words while it is open
 *
 * Says why the row stands where it stands.
 */
void
sdm_grid_row_set_matters (SdmGridRow *self,
                          const char *note,
                          const char *said)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));

  set_text (self, TEXT_NOTE, note);
  set_text (self, TEXT_SAID, said);
}

/**
 * sdm_grid_row_get_sources:
 *
 * Returns: (transfer none) (nullable): where the answers come from
 */
const char *
sdm_grid_row_get_sources (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->texts[TEXT_SOURCES];
}

/**
 * sdm_grid_row_set_sources:
 * @sources: (nullable): where the answers come from, shown on request while the row is open
 */
void
sdm_grid_row_set_sources (SdmGridRow *self,
                          const char *sources)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));

  set_text (self, TEXT_SOURCES, sources);
}

/**
 * sdm_grid_row_get_glossary:
 *
 * Returns: (transfer none) (nullable): the words that are explained in the row
 */
SdmGlossary *
sdm_grid_row_get_glossary (SdmGridRow *self)
{
  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);

  return self->glossary;
}

/**
 * sdm_grid_row_set_glossary:
 * @glossary: (nullable) (transfer none): the words that are explained in the row; complete by now
 */
void
sdm_grid_row_set_glossary (SdmGridRow  *self,
                           SdmGlossary *glossary)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));

  if (g_set_object (&self->glossary, glossary))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * sdm_grid_row_set_answer:
 * @text: the answer in words
 * @second: (nullable): more, shown while the row is open
 */
void
sdm_grid_row_set_answer (SdmGridRow *self,
                         const char *option_id,
                         const char *text,
                         const char *second)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));
  g_return_if_fail (option_id != NULL);
  g_return_if_fail (text != NULL);

  put_answer (self, option_id, ANSWER_WORDS, text, second);
}

/**
 * sdm_grid_row_set_figure:
 * @text: one line for each way of saying it: "72 of 1,000\n928 do not"
 * @second: (nullable): more, shown while the row is open
 *
 * As sdm_grid_row_set_answer(); the number that begins each line is set
 * strong, so that both ways of saying it weigh the same.
 */
void
sdm_grid_row_set_figure (SdmGridRow *self,
                         const char *option_id,
                         const char *text,
                         const char *second)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));
  g_return_if_fail (option_id != NULL);
  g_return_if_fail (text != NULL);

  put_answer (self, option_id, ANSWER_FIGURE, text, second);
}

/**
 * sdm_grid_row_set_not_known:
 * @text: (nullable): the whole sentence, such as "We do not know this for
 *   lower strength on its own."; the plain one when there is none
 * @second: (nullable): why, shown while the row is open
 *
 * Says that nobody knows. An option that was given no answer reads the same.
 */
void
sdm_grid_row_set_not_known (SdmGridRow *self,
                            const char *option_id,
                            const char *text,
                            const char *second)
{
  g_return_if_fail (SDM_IS_GRID_ROW (self));
  g_return_if_fail (option_id != NULL);

  put_answer (self, option_id, ANSWER_NOT_KNOWN, text, second);
}

/**
 * sdm_grid_row_get_text:
 *
 * Returns: (transfer none) (nullable): the answer; %NULL where it is not known
 *   and no sentence was given
 */
const char *
sdm_grid_row_get_text (SdmGridRow *self,
                       const char *option_id)
{
  const Answer *answer;

  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);
  g_return_val_if_fail (option_id != NULL, NULL);

  answer = g_hash_table_lookup (self->answers, option_id);

  return answer != NULL ? answer->text : NULL;
}

/**
 * sdm_grid_row_get_second:
 *
 * Returns: (transfer none) (nullable): what is shown while the row is open
 */
const char *
sdm_grid_row_get_second (SdmGridRow *self,
                         const char *option_id)
{
  const Answer *answer;

  g_return_val_if_fail (SDM_IS_GRID_ROW (self), NULL);
  g_return_val_if_fail (option_id != NULL, NULL);

  answer = g_hash_table_lookup (self->answers, option_id);

  return answer != NULL ? answer->second : NULL;
}

/**
 * sdm_grid_row_is_known:
 *
 * Returns: whether there is an answer for the option
 */
gboolean
sdm_grid_row_is_known (SdmGridRow *self,
                       const char *option_id)
{
  const Answer *answer;

  g_return_val_if_fail (SDM_IS_GRID_ROW (self), FALSE);
  g_return_val_if_fail (option_id != NULL, FALSE);

  answer = g_hash_table_lookup (self->answers, option_id);

  return answer != NULL && answer->kind != ANSWER_NOT_KNOWN;
}

/**
 * sdm_grid_row_is_figure:
 *
 * Returns: whether the answer's lines begin with numbers
 */
gboolean
sdm_grid_row_is_figure (SdmGridRow *self,
                        const char *option_id)
{
  const Answer *answer;

  g_return_val_if_fail (SDM_IS_GRID_ROW (self), FALSE);
  g_return_val_if_fail (option_id != NULL, FALSE);

  answer = g_hash_table_lookup (self->answers, option_id);

  return answer != NULL && answer->kind == ANSWER_FIGURE;
}

/**
 * sdm_grid_row_has_more:
 *
 * Returns: whether opening the row shows anything that is not in sight now
 */
gboolean
sdm_grid_row_has_more (SdmGridRow *self)
{
  GHashTableIter iter;
  gpointer       value;

  g_return_val_if_fail (SDM_IS_GRID_ROW (self), FALSE);

  if (self->texts[TEXT_FOOTNOTE] != NULL || self->texts[TEXT_SAID] != NULL || self->texts[TEXT_SOURCES] != NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((const Answer *) value)->second != NULL)
      return TRUE;

  return FALSE;
}
