/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-pace-private.h"

/* How far a long job has come, told to whoever waits for it. */

/* Steps of the database's machine between two looks whether it is still wanted. */
#define LOOK_EVERY 20000

/**
 * sdm_record_pace_part:
 * @pace: of the whole
 * @from: where the part begins, out of %SDM_RECORD_PACE_ALL
 * @to: and ends
 *
 * Returns: the same for one part of it
 */
SdmRecordPace
sdm_record_pace_part (const SdmRecordPace *pace,
                      gint64               from,
                      gint64               to)
{
  SdmRecordPace part = *pace;

  part.from = from;
  part.to = to;
  return part;
}

/**
 * sdm_record_pace_tell:
 * @done: how much of this part is done
 * @all: of how much
 *
 * Returns: whether it is still wanted
 */
gboolean
sdm_record_pace_tell (const SdmRecordPace *pace,
                      gint64               done,
                      gint64               all)
{
  if (pace->progress != NULL)
    pace->progress (pace->from + (all > 0 ? (pace->to - pace->from) * done / all : 0), SDM_RECORD_PACE_ALL, pace->user_data);

  return !g_cancellable_is_cancelled (pace->cancellable);
}

gboolean
sdm_record_pace_check (const SdmRecordPace *pace,
                       GError             **error)
{
  return !g_cancellable_set_error_if_cancelled (pace->cancellable, error);
}

static int
is_cancelled_cb (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data) ? 1 : 0;
}

/**
 * sdm_record_pace_follow:
 * @db: a connection that is closed while @pace is still there
 *
 * Interrupts what the connection does when it is no longer wanted.
 */
void
sdm_record_pace_follow (const SdmRecordPace *pace,
                        sqlite3             *db)
{
  if (pace->cancellable != NULL)
    sqlite3_progress_handler (db, LOOK_EVERY, is_cancelled_cb, pace->cancellable);
}

/*
 * Tells in the main loop of who asked. Where that is busy, only the last word
 * counts; none is told after the end.
 */
struct _SdmRecordTeller
{
  int                   refs;
  GMainContext         *context;
  SdmRecordProgressFunc progress;
  gpointer              user_data;

  GMutex   lock;
  gboolean is_told; /* or about to be */
  gboolean is_over;
  gint64   done;
  gint64   all;
};

/**
 * sdm_record_teller_new:
 * @progress: (nullable): is called in the main context of this thread
 *
 * Returns: (transfer full): a teller
 */
SdmRecordTeller *
sdm_record_teller_new (SdmRecordProgressFunc progress,
                       gpointer              user_data)
{
  SdmRecordTeller *teller = g_new0 (SdmRecordTeller, 1);

  teller->refs = 1;
  teller->context = g_main_context_ref_thread_default ();
  teller->progress = progress;
  teller->user_data = user_data;
  g_mutex_init (&teller->lock);

  return teller;
}

void
sdm_record_teller_unref (SdmRecordTeller *teller)
{
  if (!g_atomic_int_dec_and_test (&teller->refs))
    return;

  g_main_context_unref (teller->context);
  g_mutex_clear (&teller->lock);
  g_free (teller);
}

static gboolean
tell_cb (gpointer user_data)
{
  SdmRecordTeller *teller = user_data;
  gboolean         is_over;
  gint64           done;
  gint64           all;

  g_mutex_lock (&teller->lock);
  teller->is_told = FALSE;
  is_over = teller->is_over;
  done = teller->done;
  all = teller->all;
  g_mutex_unlock (&teller->lock);

  if (!is_over)
    teller->progress (done, all, teller->user_data);
  return G_SOURCE_REMOVE;
}

/**
 * sdm_record_teller_tell:
 * @teller: a #SdmRecordTeller; any thread
 *
 * A #SdmRecordProgressFunc that passes on what it is told.
 */
void
sdm_record_teller_tell (gint64   done,
                        gint64   all,
                        gpointer user_data)
{
  SdmRecordTeller *teller = user_data;
  gboolean         is_told;

  if (teller->progress == NULL)
    return;

  g_mutex_lock (&teller->lock);
  teller->done = done;
  teller->all = all;
  is_told = teller->is_told;
  teller->is_told = TRUE;
  g_mutex_unlock (&teller->lock);

  if (!is_told)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_atomic_int_inc (&teller->refs);
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, tell_cb, teller, (GDestroyNotify) sdm_record_teller_unref);
      g_source_attach (source, teller->context);
    }
}

/**
 * sdm_record_teller_end:
 *
 * Nobody is told anything from now on.
 */
void
sdm_record_teller_end (SdmRecordTeller *teller)
{
  g_mutex_lock (&teller->lock);
  teller->is_over = TRUE;
  g_mutex_unlock (&teller->lock);
}
