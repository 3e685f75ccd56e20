/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-worker-private.h"

/*
 * One thread that does jobs in the order they came. It owns the open file: no
 * other thread ever sees it.
 */
struct _SdmRecordWorker
{
  GThread *thread;
  GMutex   lock;
  GQueue   orders; /* of Order; under the lock */
  GCond    wanted; /* there is an order */
  GCond    done;   /* one that somebody waits for is done */

  SdmRecordFile *file; /* only on the thread; nullable */
};

/* A job for whom somebody waits, or a task, or neither: then the thread ends. */
typedef struct
{
  SdmRecordJob *job;  /* owned by whoever waits; nullable */
  GTask        *task; /* owned; nullable; its data is the job */
  gboolean      result;
  gboolean      is_done;
  gboolean      is_last_word; /* nobody waits for the thread to end */
  GError       *error;        /* owned until it is taken; nullable */
} Order;

SdmRecordJob *
sdm_record_job_new (SdmRecordJobFunc run)
{
  SdmRecordJob *job = g_new0 (SdmRecordJob, 1);

  job->run = run;
  return job;
}

/**
 * sdm_record_job_new_for_text:
 * @text: an id, a hash or a folder
 *
 * Returns: (transfer full): a job about it
 */
SdmRecordJob *
sdm_record_job_new_for_text (SdmRecordJobFunc run,
                             const char      *text)
{
  SdmRecordJob *job = sdm_record_job_new (run);

  job->text = g_strdup (text);
  return job;
}

void
sdm_record_job_free (SdmRecordJob *job)
{
  g_clear_pointer (&job->text, g_free);
  g_clear_pointer (&job->head, sdm_record_head_free);
  g_clear_pointer (&job->body, g_bytes_unref);
  g_clear_pointer (&job->list, g_ptr_array_unref);
  g_clear_pointer (&job->query, sdm_record_query_free);
  g_clear_pointer (&job->found, sdm_record_found_free);
  g_clear_pointer (&job->request, sdm_record_request_free);
  g_clear_pointer (&job->words, g_strfreev);
  g_clear_pointer (&job->access, sdm_record_access_free);
  g_free (job);
}

/* The worker's thread */

static void
do_task (SdmRecordWorker *worker,
         GTask           *task)
{
  SdmRecordJob *job = g_task_get_task_data (task);
  GError       *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (job->run (&worker->file, job, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
do_waited (SdmRecordWorker *worker,
           Order           *order)
{
  const gboolean result = order->job->run (&worker->file, order->job, &order->error);

  g_mutex_lock (&worker->lock);
  order->result = result;
  order->is_done = TRUE;
  g_cond_broadcast (&worker->done);
  g_mutex_unlock (&worker->lock);
}

/* Whoever is woken finds the lock free: a GAsyncQueue wakes first, and each order would cost two sleeps. */
static void
push_order (SdmRecordWorker *worker,
            Order           *order)
{
  g_mutex_lock (&worker->lock);
  g_queue_push_tail (&worker->orders, order);
  g_mutex_unlock (&worker->lock);
  g_cond_signal (&worker->wanted);
}

static Order *
pop_order (SdmRecordWorker *worker)
{
  Order *order;

  g_mutex_lock (&worker->lock);
  while (g_queue_is_empty (&worker->orders))
    g_cond_wait (&worker->wanted, &worker->lock);
  order = g_queue_pop_head (&worker->orders);
  g_mutex_unlock (&worker->lock);

  return order;
}

static void
free_worker (SdmRecordWorker *worker)
{
  g_queue_clear (&worker->orders);
  g_mutex_clear (&worker->lock);
  g_cond_clear (&worker->wanted);
  g_cond_clear (&worker->done);
  g_free (worker);
}

static gpointer
work (gpointer user_data)
{
  SdmRecordWorker *worker = user_data;

  for (;;)
    {
      Order *order = pop_order (worker);

      if (order->job != NULL)
        {
          do_waited (worker, order);
        }
      else if (order->task != NULL)
        {
          do_task (worker, order->task);
          /* This may let go of the store, whose last order then follows. */
          g_object_unref (order->task);
          g_free (order);
        }
      else
        {
          g_clear_pointer (&worker->file, sdm_record_file_close);
          if (order->is_last_word)
            free_worker (worker);
          g_free (order);
          return NULL;
        }
    }
}

/* Any thread */

/**
 * sdm_record_worker_new:
 *
 * Returns: (transfer full): a worker, with its thread running
 */
SdmRecordWorker *
sdm_record_worker_new (void)
{
  SdmRecordWorker *worker = g_new0 (SdmRecordWorker, 1);

  g_queue_init (&worker->orders);
  g_mutex_init (&worker->lock);
  g_cond_init (&worker->wanted);
  g_cond_init (&worker->done);
  worker->thread = g_thread_new ("records", work, worker);

  return worker;
}

/**
 * sdm_record_worker_stop:
 * @worker: (transfer full): the worker
 *
 * Waits until what was asked is done and the file is closed; from the worker's
 * own thread it only says that this is to happen.
 */
void
sdm_record_worker_stop (SdmRecordWorker *worker)
{
  Order *order = g_new0 (Order, 1);

  if (worker->thread == g_thread_self ())
    {
      order->is_last_word = TRUE;
      g_thread_unref (worker->thread);
      push_order (worker, order);
      return;
    }

  push_order (worker, order);
  g_thread_join (worker->thread);
  free_worker (worker);
}

/**
 * sdm_record_worker_run:
 * @job: stays the caller's
 *
 * Does @job after all that were asked before it, and waits for that.
 */
gboolean
sdm_record_worker_run (SdmRecordWorker *worker,
                       SdmRecordJob    *job,
                       GError         **error)
{
  Order order = { .job = job };

  g_assert (worker->thread != g_thread_self ());

  push_order (worker, &order);
  g_mutex_lock (&worker->lock);
  while (!order.is_done)
    g_cond_wait (&worker->done, &worker->lock);
  g_mutex_unlock (&worker->lock);

  if (order.error != NULL)
    g_propagate_error (error, order.error);
  return order.result;
}

/**
 * sdm_record_worker_push:
 * @task: (transfer full): a task whose data is a job
 *
 * Does the job after all that were asked before it, and returns @task. One
 * that was cancelled before its turn is not done; later it is too late.
 */
void
sdm_record_worker_push (SdmRecordWorker *worker,
                        GTask           *task)
{
  Order *order = g_new0 (Order, 1);

  order->task = task;
  push_order (worker, order);
}

/**
 * sdm_record_worker_is_wanted:
 *
 * Returns: whether a job waits for the one at hand; may be asked on the worker's thread, too
 */
gboolean
sdm_record_worker_is_wanted (SdmRecordWorker *worker)
{
  gboolean is_wanted;

  g_mutex_lock (&worker->lock);
  is_wanted = !g_queue_is_empty (&worker->orders);
  g_mutex_unlock (&worker->lock);

  return is_wanted;
}
