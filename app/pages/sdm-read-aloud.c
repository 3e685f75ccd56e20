/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-read-aloud.h"

/* The command line of speech-dispatcher is asked, so that nothing depends on its library. All of it is done
 * on another thread: looking for a program reads folders. */

#define PROGRAM "spd-say"

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autofree char *path = g_find_program_in_path (PROGRAM);

  g_task_return_boolean (task, path != NULL);
}

/**
 * sdm_read_aloud_find_async:
 *
 * Looks whether something can be read aloud on this computer.
 */
void
sdm_read_aloud_find_async (GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_run_in_thread (task, find_in_thread);
}

gboolean
sdm_read_aloud_find_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program = NULL;

  program = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                              PROGRAM, "--", data, NULL);
  if (program == NULL || !g_subprocess_wait (program, NULL, &error))
    g_message ("%s", error->message);
  g_task_return_boolean (task, TRUE);
}

/**
 * sdm_read_aloud:
 *
 * Reads @text aloud. It also stands on the screen, so that nothing is lost where that fails.
 */
void
sdm_read_aloud (const char *text)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_strdup (text), g_free);
  g_task_run_in_thread (task, read_in_thread);
}
