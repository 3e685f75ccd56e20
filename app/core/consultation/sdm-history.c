/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-history.h"

#include "sdm-consultation-private.h"
#include "sdm-history-step.h"
#include "sdm-place.h"

/**
 * SdmHistory:
 *
 * What was typed and moved in one consultation, so that it can be undone and
 * done again. It belongs to that consultation alone, lasts as long as it is
 * open, and is empty once the record is final.
 *
 * Each step is one thing that somebody did; typing in one field is one step.
 * What happened cannot be undone: that a figure was shown, a letter printed, a
 * step visited. Nor can what the program did to show a page, between
 * sdm_history_pause() and sdm_history_resume().
 *
 * ## Signals
 *
 * `changed` when there is something else to undo or to do again.
 */
struct _SdmHistory
{
  GObject parent_instance;

  SdmConsultation *consultation; /* owned */
  json_t          *last;         /* owned: the document after the last step */
  GPtrArray       *done;         /* of SdmHistoryStep, the last one last */
  GPtrArray       *undone;       /* the next one to do again last */
  gsize            size;         /* of what is done */
  guint            paused;
  gboolean         typing; /* the next letter may belong to the last step */
};

G_DEFINE_FINAL_TYPE (SdmHistory, sdm_history, G_TYPE_OBJECT)

/* Nobody goes back further than this. */
#define MOST_STEPS 200
#define MOST_BYTES (4 * 1024 * 1024)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What happened, and so stays: places that are never undone. */
static const char *const facts[] = {
  "changed", "status", "steps", "options/rows_opened", "risks/figures", "letter/made", "finish", NULL
};

/* Helpers */

static void
remember_document (SdmHistory *self)
{
  json_decref (self->last);
  self->last = json_incref (sdm_consultation_peek (self->consultation, ""));
}

static void
forget_first (SdmHistory *self)
{
  self->size -= sdm_history_step_get_size (g_ptr_array_index (self->done, 0));
  g_ptr_array_remove_index (self->done, 0);
}

static void
add_step (SdmHistory     *self,
          SdmHistoryStep *step)
{
  self->size += sdm_history_step_get_size (step);
  g_ptr_array_add (self->done, step);
  while (self->done->len > 1 && (self->done->len > MOST_STEPS || self->size > MOST_BYTES))
    forget_first (self);
}

static SdmHistoryStep *
steal_last (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_steal_index (steps, steps->len - 1) : NULL;
}

/* Takes @step into the last one, where the two are typing in one field. */
static gboolean
join_step (SdmHistory           *self,
           const SdmHistoryStep *step,
           json_t               *document)
{
  SdmHistoryStep *last = self->done->len > 0 ? g_ptr_array_index (self->done, self->done->len - 1) : NULL;
  const gsize     size = last != NULL ? sdm_history_step_get_size (last) : 0;

  if (!self->typing || last == NULL || !sdm_history_step_join (last, step, document))
    return FALSE;

  self->size = self->size - size + sdm_history_step_get_size (last);
  if (sdm_history_step_is_nothing (last))
    {
      self->size -= sdm_history_step_get_size (last);
      g_ptr_array_set_size (self->done, self->done->len - 1);
    }

  return TRUE;
}

static void
forget_all (SdmHistory *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  self->size = 0;
}

/* Callbacks */

static void
edited_cb (SdmHistory *self)
{
  json_t        *document = sdm_consultation_peek (self->consultation, "");
  const gboolean is_final = sdm_consultation_is_final (self->consultation);
  g_autoptr (SdmHistoryStep) step = NULL;

  if (self->paused == 0 && !is_final)
    step = sdm_history_step_new (self->last, document, facts);
  remember_document (self);
  if (step == NULL && !is_final)
    return;

  g_ptr_array_set_size (self->undone, 0);
  if (is_final)
    forget_all (self);
  else if (!join_step (self, step, document))
    add_step (self, g_steal_pointer (&step));
  self->typing = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* GObject */

static void
sdm_history_dispose (GObject *object)
{
  SdmHistory *self = SDM_HISTORY (object);

  if (self->consultation != NULL)
    g_signal_handlers_disconnect_by_data (self->consultation, self);
  g_clear_object (&self->consultation);
  g_clear_pointer (&self->last, json_decref);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);

  G_OBJECT_CLASS (sdm_history_parent_class)->dispose (object);
}

static void
sdm_history_class_init (SdmHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_history_dispose;

  /**
   * SdmHistory::changed:
   *
   * What would be undone, or done again, may be another thing now.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sdm_history_init (SdmHistory *self)
{
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_history_step_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_history_step_free);
}

/* Public API */

/**
 * sdm_history_new:
 * @consultation: what is followed from now on
 *
 * Returns: (transfer full): a history with nothing in it
 */
SdmHistory *
sdm_history_new (SdmConsultation *consultation)
{
  SdmHistory *self = g_object_new (SDM_TYPE_HISTORY, NULL);

  self->consultation = g_object_ref (consultation);
  remember_document (self);
  g_signal_connect_swapped (consultation, "edited", G_CALLBACK (edited_cb), self);

  return self;
}

static const char *
name_last (GPtrArray *steps)
{
  const SdmHistoryStep *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;

  if (step == NULL)
    return NULL;

  return sdm_place_get_name (sdm_history_step_get_place (step), sdm_history_step_is_move (step));
}

/**
 * sdm_history_get_undo_name:
 *
 * Returns: (transfer none) (nullable): what would be undone, such as "order of what
 *   matters"; %NULL where there is nothing
 */
const char *
sdm_history_get_undo_name (SdmHistory *self)
{
  g_return_val_if_fail (SDM_IS_HISTORY (self), NULL);

  return name_last (self->done);
}

/**
 * sdm_history_get_redo_name:
 *
 * Returns: (transfer none) (nullable): what would be done again; %NULL where there is nothing
 */
const char *
sdm_history_get_redo_name (SdmHistory *self)
{
  g_return_val_if_fail (SDM_IS_HISTORY (self), NULL);

  return name_last (self->undone);
}

/* Puts back the branches of the last step of @from, which is forgotten where it does not fit any more. */
static char *
go (SdmHistory *self,
    gboolean    back,
    GError    **error)
{
  g_autoptr (SdmHistoryStep) step = steal_last (back ? self->done : self->undone);
  g_autofree char *place = NULL;
  gboolean         fits;

  if (step == NULL)
    return NULL;
  if (back)
    self->size -= sdm_history_step_get_size (step);
  place = g_strdup (sdm_history_step_get_place (step));

  sdm_history_pause (self);
  fits = sdm_consultation_replace_branches (self->consultation, sdm_history_step_get_paths (step),
                                            back ? sdm_history_step_get_before (step) : sdm_history_step_get_after (step),
                                            sdm_history_step_get_n_branches (step), error);
  sdm_history_resume (self);
  self->typing = FALSE;
  if (fits && back)
    g_ptr_array_add (self->undone, g_steal_pointer (&step));
  else if (fits)
    add_step (self, g_steal_pointer (&step));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return fits ? g_steal_pointer (&place) : NULL;
}

/**
 * sdm_history_undo:
 *
 * Puts back what the last step changed.
 *
 * Returns: (transfer full) (nullable): where that was, such as "matters/ranked"; %NULL
 *   where there was nothing to undo, or, with @error set, where it does not fit any more
 */
char *
sdm_history_undo (SdmHistory *self,
                  GError    **error)
{
  g_return_val_if_fail (SDM_IS_HISTORY (self), NULL);

  return go (self, TRUE, error);
}

/**
 * sdm_history_redo:
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full) (nullable): where that was; see sdm_history_undo()
 */
char *
sdm_history_redo (SdmHistory *self,
                  GError    **error)
{
  g_return_val_if_fail (SDM_IS_HISTORY (self), NULL);

  return go (self, FALSE, error);
}

/**
 * sdm_history_end_typing:
 *
 * What is typed from now on is another step, also in the same field: somebody
 * has been elsewhere.
 */
void
sdm_history_end_typing (SdmHistory *self)
{
  g_return_if_fail (SDM_IS_HISTORY (self));

  self->typing = FALSE;
}

/**
 * sdm_history_pause:
 *
 * What changes until sdm_history_resume() was done by nobody.
 */
void
sdm_history_pause (SdmHistory *self)
{
  g_return_if_fail (SDM_IS_HISTORY (self));

  self->paused++;
}

void
sdm_history_resume (SdmHistory *self)
{
  g_return_if_fail (SDM_IS_HISTORY (self));
  g_return_if_fail (self->paused > 0);

  self->paused--;
}
