/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-key-change.h"

/**
 * SdmKeyChange:
 *
 * Giving the records another key, while somebody goes on working: how far that has come, and how
 * it ended. It outlives the page it was asked for on. Locking cuts it off, and whoever signs in next
 * goes on with it.
 */
struct _SdmKeyChange
{
  GObject parent_instance;

  SdmRecordStore    *store;
  GCancellable      *cancellable; /* nullable: while it works */
  SdmRecordKeyChange change;
  gboolean           was_told; /* that it goes on */
  gboolean           is_cut_off;
  gint64             done;
  gint64             all;
};

G_DEFINE_FINAL_TYPE (SdmKeyChange, sdm_key_change, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_RESUMED,
  SIGNAL_ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One of them, which may have been given up when it answers. */
typedef struct
{
  SdmKeyChange *key_change;
  GCancellable *cancellable;
} Attempt;

static gboolean
is_current (const Attempt *attempt)
{
  return attempt->key_change->cancellable == attempt->cancellable;
}

static void
tell_changed (SdmKeyChange *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Callbacks */

static void
progress_cb (gint64   done,
             gint64   all,
             gpointer user_data)
{
  const Attempt *attempt = user_data;
  SdmKeyChange  *self = attempt->key_change;

  if (!is_current (attempt) || all == 0)
    return;
  self->done = done;
  self->all = all;
  if (self->change == SDM_RECORD_KEY_CHANGE_GO_ON && !self->was_told)
    {
      self->was_told = TRUE;
      g_signal_emit (self, signals[SIGNAL_RESUMED], 0);
    }
  tell_changed (self);
}

/* What only has to wait for the next one who signs in is no problem. */
static gboolean
can_wait (SdmKeyChange *self,
          const GError *error)
{
  return g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED) ||
         (self->change == SDM_RECORD_KEY_CHANGE_GO_ON && g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED));
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Attempt *attempt = user_data;
  g_autoptr (SdmKeyChange) self = attempt->key_change;
  g_autoptr (GError) error = NULL;
  const gboolean is_good = sdm_record_store_change_key_finish (SDM_RECORD_STORE (source), result, &error);
  const gboolean is_told = self->change != SDM_RECORD_KEY_CHANGE_GO_ON || self->was_told;
  const gboolean is_mine = is_current (attempt);

  g_object_unref (attempt->cancellable);
  g_free (attempt);
  if (!is_mine)
    return;
  g_clear_object (&self->cancellable);
  self->is_cut_off = !is_good && self->all > 0;
  tell_changed (self);
  if ((is_good && is_told) || (!is_good && !can_wait (self, error)))
    g_signal_emit (self, signals[SIGNAL_ENDED], 0, is_good ? NULL : error->message);
}

static void
start (SdmKeyChange      *self,
       SdmRecordKeyChange change,
       const char        *leaver,
       const char        *reason)
{
  Attempt *attempt;

  if (self->cancellable != NULL && (change == SDM_RECORD_KEY_CHANGE_GO_ON || sdm_key_change_is_dismissing (self)))
    return;

  /* What was begun is ended first, by whoever is asked now. */
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->change = change;
  self->was_told = FALSE;
  self->done = self->all = 0;
  attempt = g_new0 (Attempt, 1);
  attempt->key_change = g_object_ref (self);
  attempt->cancellable = g_object_ref (self->cancellable);
  sdm_record_store_change_key_async (self->store, change, leaver, reason, self->cancellable, progress_cb, attempt, ended_cb, attempt);
  tell_changed (self);
}

/* GObject */

static void
sdm_key_change_dispose (GObject *object)
{
  SdmKeyChange *self = SDM_KEY_CHANGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sdm_key_change_parent_class)->dispose (object);
}

static void
sdm_key_change_class_init (SdmKeyChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_key_change_dispose;

  /* Whether it works, or how far it has come. */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /* What was cut off goes on. */
  signals[SIGNAL_RESUMED] = g_signal_new ("resumed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /* With what went wrong, or NULL. */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sdm_key_change_init (SdmKeyChange *self)
{
}

/* Public API */

/**
 * sdm_key_change_new:
 * @store: of real patients
 */
SdmKeyChange *
sdm_key_change_new (SdmRecordStore *store)
{
  SdmKeyChange *self = g_object_new (SDM_TYPE_KEY_CHANGE, NULL);

  self->store = g_object_ref (store);

  return self;
}

gboolean
sdm_key_change_is_active (SdmKeyChange *self)
{
  return self->cancellable != NULL;
}

/**
 * sdm_key_change_is_dismissing:
 *
 * Returns: whether somebody is being let go; nobody else is meanwhile
 */
gboolean
sdm_key_change_is_dismissing (SdmKeyChange *self)
{
  return self->cancellable != NULL && self->change == SDM_RECORD_KEY_CHANGE_DISMISS;
}

/**
 * sdm_key_change_is_cut_off:
 *
 * Returns: whether it was begun, and stopped before it ended
 */
gboolean
sdm_key_change_is_cut_off (SdmKeyChange *self)
{
  return self->is_cut_off;
}

/**
 * sdm_key_change_get_fraction:
 *
 * Returns: how far it has come, from 0 to 1
 */
double
sdm_key_change_get_fraction (SdmKeyChange *self)
{
  return self->all > 0 ? (double) self->done / (double) self->all : 0;
}

/**
 * sdm_key_change_go_on:
 *
 * Goes on where it was cut off, and says nothing where it was not.
 */
void
sdm_key_change_go_on (SdmKeyChange *self)
{
  g_return_if_fail (SDM_IS_KEY_CHANGE (self));

  start (self, SDM_RECORD_KEY_CHANGE_GO_ON, NULL, NULL);
}

void
sdm_key_change_rotate (SdmKeyChange *self)
{
  g_return_if_fail (SDM_IS_KEY_CHANGE (self));

  start (self, SDM_RECORD_KEY_CHANGE_ROTATE, NULL, NULL);
}

/**
 * sdm_key_change_dismiss:
 *
 * Lets @leaver sign in no more, and changes the key.
 */
void
sdm_key_change_dismiss (SdmKeyChange *self,
                        const char   *leaver,
                        const char   *reason)
{
  g_return_if_fail (SDM_IS_KEY_CHANGE (self));

  start (self, SDM_RECORD_KEY_CHANGE_DISMISS, leaver, reason);
}

/**
 * sdm_key_change_stop:
 *
 * Leaves the rest for later.
 */
void
sdm_key_change_stop (SdmKeyChange *self)
{
  g_return_if_fail (SDM_IS_KEY_CHANGE (self));

  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_cut_off = self->all > 0;
  tell_changed (self);
}

/**
 * sdm_key_change_leave:
 *
 * Stops as nobody is signed in any more.
 */
void
sdm_key_change_leave (SdmKeyChange *self)
{
  sdm_key_change_stop (self);
  self->is_cut_off = FALSE;
}
