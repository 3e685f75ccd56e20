/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-autosaver-private.h"

#include "sdm-record-practice.h"

#define PAUSE         (400 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_WAIT  (2 * G_TIME_SPAN_SECOND)
#define FIRST_RETRY   (2 * G_TIME_SPAN_SECOND)
#define LONGEST_RETRY (30 * G_TIME_SPAN_SECOND)

/**
 * SdmAutosaver:
 *
 * Keeps one consultation, or one practice session, saved while it is worked on: a pause of 400 ms after
 * the last change, never more than 2 s after the first, and at once when
 * flushed. The main thread never waits, but in sdm_autosaver_flush().
 *
 * Saves are numbered. A flush waits for the number that holds what was there
 * when it was asked for; what is typed meanwhile belongs to the next.
 */
struct _SdmAutosaver
{
  GObject parent_instance;

  SdmRecordStore          *store; /* owned */
  SdmAutosaverMakeFunc     make;
  gpointer                 user_data;
  GDestroyNotify           destroy;
  gboolean                 is_practice; /* what is saved is a practice session */
  const SdmAutosaverClock *clock;
  gpointer                 clock_data;

  SdmAutosaverState state;
  gint64            saved_at; /* 0 while nothing was saved */
  GError           *error;    /* owned, nullable */

  gboolean   is_dirty;     /* something is in no save that was begun */
  gint64     first_change; /* of those, on the monotonic clock */
  guint      timeout;      /* 0 when none is set */
  gint64     retry_delay;  /* for the next failure */
  guint64    begun;        /* number of the last save begun */
  guint64    kept;         /* number of the last save that is on the disk */
  guint64    saving;       /* number of the save that is under way, or 0 */
  GPtrArray *flushes;      /* of Flush */
};

G_DEFINE_ENUM_TYPE (SdmAutosaverState, sdm_autosaver_state, G_DEFINE_ENUM_VALUE (SDM_AUTOSAVER_IDLE, "idle"), G_DEFINE_ENUM_VALUE (SDM_AUTOSAVER_PENDING, "pending"), G_DEFINE_ENUM_VALUE (SDM_AUTOSAVER_SAVING, "saving"), G_DEFINE_ENUM_VALUE (SDM_AUTOSAVER_SAVED, "saved"), G_DEFINE_ENUM_VALUE (SDM_AUTOSAVER_FAILED, "failed"))

G_DEFINE_FINAL_TYPE (SdmAutosaver, sdm_autosaver, G_TYPE_OBJECT)

typedef enum
{
  PROP_STATE = 1,
  PROP_SAVED_AT,
  PROP_ERROR,
} SdmAutosaverProp;

static GParamSpec *props[PROP_ERROR + 1];

typedef struct
{
  GTask  *task; /* owned */
  guint64 number;
} Flush;

static void begin_save (SdmAutosaver *self);

static void
free_flush (Flush *flush)
{
  g_object_unref (flush->task);
  g_free (flush);
}

/* The clock of the system */

static gint64
get_system_monotonic_time (gpointer user_data)
{
  return g_get_monotonic_time ();
}

static gint64
get_system_real_time (gpointer user_data)
{
  return g_get_real_time ();
}

static guint
add_system_timeout (gint64      delay,
                    GSourceFunc func,
                    gpointer    func_data,
                    gpointer    user_data)
{
  return g_timeout_add ((guint) (delay / G_TIME_SPAN_MILLISECOND), func, func_data);
}

static void
remove_system_timeout (guint    id,
                       gpointer user_data)
{
  g_source_remove (id);
}

static const SdmAutosaverClock system_clock = {
  get_system_monotonic_time,
  get_system_real_time,
  add_system_timeout,
  remove_system_timeout,
};

/* State */

static void
set_state (SdmAutosaver     *self,
           SdmAutosaverState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
take_error (SdmAutosaver *self,
            GError       *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
}

static void
note_saved (SdmAutosaver *self,
            guint64       number)
{
  self->kept = MAX (self->kept, number);
  self->retry_delay = FIRST_RETRY;
  self->saved_at = self->clock->get_real_time (self->clock_data);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVED_AT]);
  take_error (self, NULL);
  set_state (self, self->is_dirty ? SDM_AUTOSAVER_PENDING : SDM_AUTOSAVER_SAVED);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Timing */

static void
clear_timeout (SdmAutosaver *self)
{
  if (self->timeout != 0)
    self->clock->remove_timeout (self->timeout, self->clock_data);
  self->timeout = 0;
}

static gboolean
timeout_cb (gpointer user_data)
{
  SdmAutosaver *self = user_data;

  self->timeout = 0;
  /* One that is under way goes first; its end begins the next. */
  if (self->saving == 0)
    begin_save (self);

  return G_SOURCE_REMOVE;
}

static void
set_timeout (SdmAutosaver *self,
             gint64        delay)
{
  clear_timeout (self);
  self->timeout = self->clock->add_timeout (MAX (delay, 0), timeout_cb, self, self->clock_data);
}

static gboolean
can_pass (const GError *error)
{
  return g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_FULL) ||
         g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IO) ||
         g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_READ_ONLY) ||
         g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_IN_USE) ||
         g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
}

static void
note_failed (SdmAutosaver *self,
             GError       *error /* taken */)
{
  const gboolean again = can_pass (error);

  if (!self->is_dirty)
    self->first_change = self->clock->get_monotonic_time (self->clock_data);
  self->is_dirty = TRUE;
  if (again)
    {
      set_timeout (self, self->retry_delay);
      self->retry_delay = MIN (2 * self->retry_delay, LONGEST_RETRY);
    }

  g_object_freeze_notify (G_OBJECT (self));
  take_error (self, error);
  set_state (self, SDM_AUTOSAVER_FAILED);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Saving */

static void
answer_flushes (SdmAutosaver *self,
                guint64       number,
                const GError *error)
{
  g_autoptr (GPtrArray) answered = g_ptr_array_new_with_free_func ((GDestroyNotify) free_flush);

  for (guint i = self->flushes->len; i > 0; i--)
    {
      Flush *flush = g_ptr_array_index (self->flushes, i - 1);

      if (flush->number <= number)
        g_ptr_array_insert (answered, 0, g_ptr_array_steal_index (self->flushes, i - 1));
    }

  for (guint i = 0; i < answered->len; i++)
    {
      Flush *flush = g_ptr_array_index (answered, i);

      if (error != NULL)
        g_task_return_error (flush->task, g_error_copy (error));
      else
        g_task_return_boolean (flush->task, TRUE);
    }
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (SdmAutosaver) self = user_data;
  g_autoptr (GError) error = NULL;
  const guint64  number = self->saving;
  const gboolean good = self->is_practice
                            ? sdm_record_store_put_practice_finish (SDM_RECORD_STORE (source), result, &error)
                            : sdm_record_store_save_draft_finish (SDM_RECORD_STORE (source), result, &error);

  self->saving = 0;
  /* After a flush that waited, the news is old. */
  if (number == self->begun)
    {
      if (good)
        note_saved (self, number);
      else
        note_failed (self, g_error_copy (error));
    }

  answer_flushes (self, number, self->kept < number ? error : NULL);

  if (self->flushes->len > 0 || (good && self->is_dirty && self->timeout == 0))
    begin_save (self);
}

static SdmRecordHead *
make_document (SdmAutosaver *self,
               GBytes      **body)
{
  SdmRecordHead *head;

  clear_timeout (self);
  self->is_dirty = FALSE;
  self->begun++;
  head = self->make (body, self->user_data);
  g_assert ((head != NULL || self->is_practice) && *body != NULL);

  return head;
}

static void
begin_save (SdmAutosaver *self)
{
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  head = make_document (self, &body);
  self->saving = self->begun;
  set_state (self, SDM_AUTOSAVER_SAVING);
  if (self->is_practice)
    sdm_record_store_put_practice_async (self->store, body, NULL, saved_cb, g_object_ref (self));
  else
    sdm_record_store_save_draft_async (self->store, head, body, NULL, saved_cb, g_object_ref (self));
}

/* GObject */

static void
sdm_autosaver_dispose (GObject *object)
{
  SdmAutosaver *self = SDM_AUTOSAVER (object);

  if (self->is_dirty && self->store != NULL)
    {
      g_autoptr (GError) error = NULL;

      if (!sdm_autosaver_flush (self, &error))
        g_message ("The last changes could not be saved: %s", error->message);
      self->is_dirty = FALSE;
    }
  clear_timeout (self);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->destroy = NULL;
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sdm_autosaver_parent_class)->dispose (object);
}

static void
sdm_autosaver_finalize (GObject *object)
{
  SdmAutosaver *self = SDM_AUTOSAVER (object);

  g_clear_pointer (&self->flushes, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (sdm_autosaver_parent_class)->finalize (object);
}

static void
sdm_autosaver_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SdmAutosaver *self = SDM_AUTOSAVER (object);

  switch ((SdmAutosaverProp) prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_SAVED_AT:
      g_value_set_int64 (value, self->saved_at);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_autosaver_class_init (SdmAutosaverClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags quiet = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sdm_autosaver_dispose;
  object_class->finalize = sdm_autosaver_finalize;
  object_class->get_property = sdm_autosaver_get_property;

  props[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, SDM_TYPE_AUTOSAVER_STATE, SDM_AUTOSAVER_IDLE, quiet);
  props[PROP_SAVED_AT] = g_param_spec_int64 ("saved-at", NULL, NULL, 0, G_MAXINT64, 0, quiet);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, quiet);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
sdm_autosaver_init (SdmAutosaver *self)
{
  self->clock = &system_clock;
  self->retry_delay = FIRST_RETRY;
  self->flushes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_flush);
}

/* Private API */

void
sdm_autosaver_set_clock (SdmAutosaver            *self,
                         const SdmAutosaverClock *clock,
                         gpointer                 user_data)
{
  g_assert (self->timeout == 0);

  self->clock = clock;
  self->clock_data = user_data;
}

/* Public API */

/**
 * sdm_autosaver_new:
 * @store: where to save
 * @make: gives what is to be saved, each time
 * @user_data: for @make
 * @destroy: (nullable): frees @user_data
 *
 * What is not saved yet when the last reference goes is saved then, with a wait.
 *
 * Returns: (transfer full): a saver for one consultation
 */
SdmAutosaver *
sdm_autosaver_new (SdmRecordStore      *store,
                   SdmAutosaverMakeFunc make,
                   gpointer             user_data,
                   GDestroyNotify       destroy)
{
  SdmAutosaver *self;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (store), NULL);
  g_return_val_if_fail (make != NULL, NULL);

  self = g_object_new (SDM_TYPE_AUTOSAVER, NULL);
  self->store = g_object_ref (store);
  self->make = make;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

/**
 * sdm_autosaver_new_for_practice:
 * @make: gives the evenhand-practice/1 document, and no head
 *
 * As sdm_autosaver_new(), for a practice session.
 */
SdmAutosaver *
sdm_autosaver_new_for_practice (SdmRecordStore      *store,
                                SdmAutosaverMakeFunc make,
                                gpointer             user_data,
                                GDestroyNotify       destroy)
{
  SdmAutosaver *self = sdm_autosaver_new (store, make, user_data, destroy);

  self->is_practice = TRUE;
  return self;
}

SdmAutosaverState
sdm_autosaver_get_state (SdmAutosaver *self)
{
  g_return_val_if_fail (SDM_IS_AUTOSAVER (self), SDM_AUTOSAVER_IDLE);

  return self->state;
}

/**
 * sdm_autosaver_get_saved_at:
 *
 * Returns: when the last save came back from the disk, in microseconds since
 *   1970 UTC, or 0 when none has
 */
gint64
sdm_autosaver_get_saved_at (SdmAutosaver *self)
{
  g_return_val_if_fail (SDM_IS_AUTOSAVER (self), 0);

  return self->saved_at;
}

/**
 * sdm_autosaver_get_error:
 *
 * Returns: (transfer none) (nullable): why the last save failed; it stays until
 *   one succeeds
 */
const GError *
sdm_autosaver_get_error (SdmAutosaver *self)
{
  g_return_val_if_fail (SDM_IS_AUTOSAVER (self), NULL);

  return self->error;
}

/**
 * sdm_autosaver_touch:
 *
 * Says that something changed.
 */
void
sdm_autosaver_touch (SdmAutosaver *self)
{
  gint64 now;

  g_return_if_fail (SDM_IS_AUTOSAVER (self));

  now = self->clock->get_monotonic_time (self->clock_data);
  if (!self->is_dirty)
    self->first_change = now;
  self->is_dirty = TRUE;

  /* After a failure the pace is that of the retries, and the state tells of it. */
  if (self->state == SDM_AUTOSAVER_FAILED && self->timeout != 0)
    return;

  set_timeout (self, MIN (PAUSE, self->first_change + LONGEST_WAIT - now));
  if (self->saving == 0 && self->state != SDM_AUTOSAVER_FAILED)
    set_state (self, SDM_AUTOSAVER_PENDING);
}

/**
 * sdm_autosaver_flush_async:
 *
 * Saves at once what is not saved yet, for a page change or when the window
 * loses the focus. Returns when what was there is on the disk.
 */
void
sdm_autosaver_flush_async (SdmAutosaver       *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  GTask *task;
  Flush *flush;

  g_return_if_fail (SDM_IS_AUTOSAVER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, (gpointer) sdm_autosaver_flush_async);
  if (!self->is_dirty && self->kept == self->begun)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }

  flush = g_new0 (Flush, 1);
  flush->task = task;
  flush->number = self->is_dirty ? self->begun + 1 : self->begun;
  g_ptr_array_add (self->flushes, flush);
  if (self->saving == 0)
    begin_save (self);
}

gboolean
sdm_autosaver_flush_finish (SdmAutosaver *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sdm_autosaver_flush:
 *
 * As sdm_autosaver_flush_async(), but waits. Only for closing, when no main
 * loop will run any more.
 */
gboolean
sdm_autosaver_flush (SdmAutosaver *self,
                     GError      **error)
{
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;
  GError  *failure = NULL;
  gboolean good;

  g_return_val_if_fail (SDM_IS_AUTOSAVER (self), FALSE);

  if (!self->is_dirty && self->kept == self->begun)
    return TRUE;

  /* One under way comes first in the store's order, so this is the last word. */
  head = make_document (self, &body);
  good = self->is_practice ? sdm_record_store_put_practice (self->store, body, &failure)
                           : sdm_record_store_save_draft (self->store, head, body, &failure);
  if (!good)
    {
      g_propagate_error (error, g_error_copy (failure));
      note_failed (self, failure);
      return FALSE;
    }

  note_saved (self, self->begun);
  return TRUE;
}
