/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-upkeep.h"

#include <glib/gi18n.h>

/**
 * SdmUpkeep:
 *
 * Looks after the records of real patients: makes a backup, or checks all of them, one at a
 * time, whatever page is on screen. The work is done elsewhere; this knows how far it has
 * come and what came of it, and when each was done last.
 *
 * When the records are locked, a check is given up, and done another time. A backup ends
 * where the copy is not whole yet, and leaves nothing; a whole copy is sealed and goes on to
 * its place. The program stays until the work is at its end.
 *
 * ## Signals
 *
 * `changed` for all of this, `checked` when a check by itself has found all well, `found` with
 * the words when any check has found something.
 */
struct _SdmUpkeep
{
  GObject parent_instance;

  SdmRecordStore  *store;
  SdmRecordUpkeep *last; /* owned, nullable: before it is known, or nobody is signed in */
  gboolean         is_open;

  SdmUpkeepWork work;
  gboolean      by_itself;
  GCancellable *cancellable; /* nullable: while it works */
  GCancellable *look;        /* nullable: a first look, which nobody waits for, may go on */
  double        fraction;
  char         *answers[SDM_UPKEEP_CHECK + 1]; /* owned, nullable */
  gboolean      was_good[SDM_UPKEEP_CHECK + 1];
};

G_DEFINE_FINAL_TYPE (SdmUpkeep, sdm_upkeep, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHECKED,
  SIGNAL_FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (SdmUpkeep *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What was done last */

static void
got_last_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (SdmUpkeep) self = user_data;
  g_autoptr (SdmRecordUpkeep) last = sdm_record_store_get_upkeep_finish (SDM_RECORD_STORE (source), result, NULL);

  if (last == NULL || !self->is_open)
    return;
  g_clear_pointer (&self->last, sdm_record_upkeep_free);
  self->last = g_steal_pointer (&last);
  tell (self);
}

static void
ask_last (SdmUpkeep *self)
{
  if (self->is_open)
    sdm_record_store_get_upkeep_async (self->store, got_last_cb, g_object_ref (self));
}

static gboolean
is_older (gint64 time,
          int    days)
{
  return g_get_real_time () - time >= days * G_TIME_SPAN_DAY;
}

/* Work */

static void
hold (gboolean is_held)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL)
    return;
  if (is_held)
    g_application_hold (application);
  else
    g_application_release (application);
}

static void
begin (SdmUpkeep    *self,
       SdmUpkeepWork work)
{
  self->work = work;
  self->fraction = 0;
  self->cancellable = g_cancellable_new ();
  g_clear_pointer (&self->answers[work], g_free);
  hold (TRUE);
  tell (self);
}

static void
end (SdmUpkeep *self,
     char      *answer, /* taken, nullable: there is nothing to say */
     gboolean   is_good)
{
  const SdmUpkeepWork work = self->work;

  self->work = SDM_UPKEEP_NOTHING;
  g_clear_object (&self->cancellable);
  g_free (self->answers[work]);
  self->answers[work] = answer;
  self->was_good[work] = is_good;
  tell (self);
  ask_last (self);
  hold (FALSE);
}

static void
progress_cb (gint64   done,
             gint64   all,
             gpointer user_data)
{
  SdmUpkeep *self = user_data;

  self->fraction = all > 0 ? (double) done / (double) all : 0;
  tell (self);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SdmUpkeep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sdm_record_store_backup_into_finish (SDM_RECORD_STORE (source), result, &error);

  if (path != NULL)
    /* Translators: a path */
    end (self, g_strdup_printf (_ ("The backup was made and checked. It is “%s”."), path), TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end (self, g_strdup (_ ("No backup was made. Those that were there are as they were.")), TRUE);
  else
    end (self, g_strdup (error->message), FALSE);
}

static gboolean
is_locked_error (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (SdmUpkeep) self = user_data;
  const gboolean by_itself = self->by_itself;
  g_autoptr (GError) error = NULL;
  const gboolean is_good = sdm_record_store_check_finish (SDM_RECORD_STORE (source), result, &error);

  if (is_good)
    end (self, g_strdup (_ ("All records are as they were written.")), TRUE);
  else if (is_locked_error (error))
    end (self, by_itself ? NULL : g_strdup (_ ("The check was given up. Nothing was changed.")), TRUE);
  else
    end (self, g_strdup (error->message), FALSE);

  if (is_good && by_itself)
    g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
  else if (!is_good && !is_locked_error (error))
    g_signal_emit (self, signals[SIGNAL_FOUND], 0, error->message);
}

static void
looked_over_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (SdmUpkeep) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sdm_record_store_look_over_finish (SDM_RECORD_STORE (source), result, &error) && !is_locked_error (error) && self->is_open)
    g_signal_emit (self, signals[SIGNAL_FOUND], 0, error->message);
}

/* GObject */

static void
sdm_upkeep_dispose (GObject *object)
{
  SdmUpkeep *self = SDM_UPKEEP (object);

  sdm_upkeep_cancel (self);
  g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  g_clear_object (&self->store);
  g_clear_pointer (&self->last, sdm_record_upkeep_free);
  for (gsize i = 0; i < G_N_ELEMENTS (self->answers); i++)
    g_clear_pointer (&self->answers[i], g_free);

  G_OBJECT_CLASS (sdm_upkeep_parent_class)->dispose (object);
}

static void
sdm_upkeep_class_init (SdmUpkeepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_upkeep_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SDM_TYPE_UPKEEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", SDM_TYPE_UPKEEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FOUND] = g_signal_new ("found", SDM_TYPE_UPKEEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sdm_upkeep_init (SdmUpkeep *self)
{
}

/* Public API */

/**
 * sdm_upkeep_new:
 * @store: of real patients
 *
 * Returns: (transfer full): what looks after it
 */
SdmUpkeep *
sdm_upkeep_new (SdmRecordStore *store)
{
  SdmUpkeep *self = g_object_new (SDM_TYPE_UPKEEP, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * sdm_upkeep_open:
 *
 * Somebody is signed in.
 */
void
sdm_upkeep_open (SdmUpkeep *self)
{
  g_return_if_fail (SDM_IS_UPKEEP (self));

  self->is_open = TRUE;
  ask_last (self);
  g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  self->look = g_cancellable_new ();
  sdm_record_store_look_over_async (self->store, self->look, looked_over_cb, g_object_ref (self));
}

/**
 * sdm_upkeep_close:
 *
 * Nobody is any more.
 */
void
sdm_upkeep_close (SdmUpkeep *self)
{
  g_return_if_fail (SDM_IS_UPKEEP (self));

  self->is_open = FALSE;
  g_cancellable_cancel (self->look);
  g_clear_object (&self->look);
  g_clear_pointer (&self->last, sdm_record_upkeep_free);
  if (self->work == SDM_UPKEEP_CHECK)
    sdm_upkeep_cancel (self);
}

/**
 * sdm_upkeep_get_last:
 *
 * Returns: (transfer none) (nullable): what was done last, once that is known
 */
const SdmRecordUpkeep *
sdm_upkeep_get_last (SdmUpkeep *self)
{
  return self->last;
}

SdmUpkeepWork
sdm_upkeep_get_work (SdmUpkeep *self)
{
  return self->work;
}

/**
 * sdm_upkeep_get_fraction:
 *
 * Returns: how far the work has come, from 0 to 1
 */
double
sdm_upkeep_get_fraction (SdmUpkeep *self)
{
  return self->fraction;
}

/**
 * sdm_upkeep_get_answer:
 * @is_good: (out): whether all is well
 *
 * Returns: (transfer none) (nullable): what came of the last work of this kind, in words
 */
const char *
sdm_upkeep_get_answer (SdmUpkeep    *self,
                       SdmUpkeepWork work,
                       gboolean     *is_good)
{
  *is_good = self->was_good[work];
  return self->answers[work];
}

gboolean
sdm_upkeep_is_backup_due (SdmUpkeep *self)
{
  return self->last != NULL && is_older (self->last->backup, SDM_UPKEEP_BACKUP_DAYS);
}

gboolean
sdm_upkeep_is_check_due (SdmUpkeep *self)
{
  return self->last != NULL && self->work == SDM_UPKEEP_NOTHING && is_older (self->last->check, SDM_UPKEEP_CHECK_DAYS);
}

/**
 * sdm_upkeep_back_up:
 * @folder: where the backups go
 *
 * Makes a backup, where nothing else is done now.
 */
void
sdm_upkeep_back_up (SdmUpkeep  *self,
                    const char *folder)
{
  g_return_if_fail (SDM_IS_UPKEEP (self));

  if (!self->is_open || self->work != SDM_UPKEEP_NOTHING)
    return;
  begin (self, SDM_UPKEEP_BACKUP);
  sdm_record_store_backup_into_async (self->store, folder, self->cancellable, progress_cb, self, backed_up_cb, g_object_ref (self));
}

/**
 * sdm_upkeep_check:
 * @by_itself: whether nobody asked for it
 *
 * Checks all records, where nothing else is done now.
 */
void
sdm_upkeep_check (SdmUpkeep *self,
                  gboolean   by_itself)
{
  g_return_if_fail (SDM_IS_UPKEEP (self));

  if (!self->is_open || self->work != SDM_UPKEEP_NOTHING)
    return;
  self->by_itself = by_itself;
  begin (self, SDM_UPKEEP_CHECK);
  sdm_record_store_check_async (self->store, self->cancellable, progress_cb, self, checked_cb, g_object_ref (self));
}

/**
 * sdm_upkeep_cancel:
 *
 * Gives up what is done now. It is over when it says so.
 */
void
sdm_upkeep_cancel (SdmUpkeep *self)
{
  g_return_if_fail (SDM_IS_UPKEEP (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/**
 * sdm_upkeep_format_moment:
 * @time: microseconds since 1970 UTC
 *
 * Returns: (transfer full): a day and a time in words
 */
char *
sdm_upkeep_format_moment (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a day and a time, such as "3 May 2026, 14:05" */
  return local != NULL ? g_date_time_format (local, _ ("%-d %B %Y, %H:%M")) : g_strdup ("");
}
