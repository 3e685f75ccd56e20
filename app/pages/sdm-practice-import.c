/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-practice-import.h"

#include <string.h>

#include "sdm-practice-file.h"
#include "sdm-record-heading.h"
#include "sdm-record-practice.h"

/* Takes in a practice case that came in a file. One that is here already gets what is new in the file, and nothing
 * that is here is changed. */

typedef struct
{
  SdmRecordStore     *store;
  SdmAidLibrary      *library;
  SdmClock           *clock;
  SdmConsultation    *consultation;
  SdmPracticeSession *session;
  gboolean            is_new;
  guint               n_joined;
} Import;

static void
free_import (gpointer data)
{
  Import *import = data;

  g_object_unref (import->store);
  g_object_unref (import->library);
  g_object_unref (import->clock);
  g_object_unref (import->consultation);
  g_object_unref (import->session);
  g_free (import);
}

/* On another thread */

static gboolean
put_session (Import             *import,
             SdmPracticeSession *session,
             GError            **error)
{
  g_autoptr (GBytes) body = sdm_practice_session_to_bytes (session);

  return sdm_record_store_put_practice (import->store, body, error);
}

static gboolean
join (Import  *import,
      GBytes  *kept,
      GError **error)
{
  g_autoptr (SdmPracticeSession) own = sdm_practice_session_new_from_bytes (kept, sdm_practice_session_get_id (import->session), error);

  if (own == NULL)
    return FALSE;
  sdm_practice_session_set_clock (own, import->clock);
  import->n_joined = sdm_practice_session_join (own, import->session);

  return import->n_joined == 0 || put_session (import, own, error);
}

/* What was shown goes with it, where it is the very same; without it the aid that is here does. */
static gboolean
put_aid (Import  *import,
         GError **error)
{
  const char *sha256 = sdm_consultation_get_aid_sha256 (import->consultation);
  g_autoptr (GBytes) kept = sdm_record_store_get_aid (import->store, sha256 != NULL ? sha256 : "", NULL);
  GFile *file = sdm_aid_library_find_aid (import->library, sdm_consultation_get_aid_id (import->consultation), NULL);
  g_autoptr (SdmAid) aid = NULL;
  g_autofree char *put = NULL;

  if (kept != NULL || file == NULL)
    return TRUE;
  aid = sdm_aid_load (file, NULL, error);
  if (aid == NULL)
    return FALSE;
  if (g_strcmp0 (sha256, sdm_aid_get_sha256 (aid)) != 0)
    return TRUE;
  put = sdm_record_store_put_aid (import->store, sdm_aid_get_bytes (aid), error);

  return put != NULL;
}

static gboolean
put_record (Import  *import,
            GError **error)
{
  g_autoptr (SdmRecordHead) head = sdm_record_head_new_for_consultation (import->consultation);
  g_autoptr (GBytes) body = sdm_consultation_to_bytes (import->consultation);

  if (!put_aid (import, error))
    return FALSE;
  if (sdm_consultation_is_final (import->consultation))
    return sdm_record_store_finalise (import->store, head, body, error);

  return sdm_record_store_save_draft (import->store, head, body, error);
}

static gboolean
is_kept (Import *import)
{
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  return sdm_record_store_load (import->store, sdm_consultation_get_id (import->consultation), &head, &body, NULL);
}

static gboolean
take_in (Import  *import,
         GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) kept = sdm_record_store_get_practice (import->store, sdm_practice_session_get_id (import->session), &problem);

  if (kept != NULL)
    return join (import, kept, error);
  if (!g_error_matches (problem, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  import->is_new = TRUE;

  return (is_kept (import) || put_record (import, error)) && put_session (import, import->session, error);
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Import *import = task_data;
  GError *error = NULL;

  if (take_in (import, &error))
    g_task_return_pointer (task, g_strdup (sdm_practice_session_get_id (import->session)), g_free);
  else
    g_task_return_error (task, error);
}

/* Public API */

/**
 * sdm_practice_import_async:
 * @consultation: of practice
 * @session: belongs to it
 *
 * Keeps both, in the file of practice.
 */
void
sdm_practice_import_async (SdmContext         *context,
                           SdmConsultation    *consultation,
                           SdmPracticeSession *session,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Import *import = g_new0 (Import, 1);

  g_return_if_fail (sdm_consultation_is_practice (consultation));

  import->store = g_object_ref (sdm_context_get_store (context, SDM_RECORD_STORE_PRACTICE));
  import->library = sdm_aid_library_copy (sdm_context_get_library (context));
  import->clock = g_object_ref (sdm_context_get_clock (context));
  import->consultation = g_object_ref (consultation);
  import->session = g_object_ref (session);
  g_task_set_task_data (task, import, free_import);
  g_task_run_in_thread (task, import_in_thread);
}

/**
 * sdm_practice_import_finish:
 * @is_new: (out): whether it was not here before
 * @n_joined: (out): how many things of a mentor are new, where it was
 *
 * Returns: (transfer full) (nullable): the id of the practice case, or %NULL with @error set
 */
char *
sdm_practice_import_finish (GAsyncResult *result,
                            gboolean     *is_new,
                            guint        *n_joined,
                            GError      **error)
{
  const Import *import = g_task_get_task_data (G_TASK (result));

  *is_new = import->is_new;
  *n_joined = import->n_joined;

  return g_task_propagate_pointer (G_TASK (result), error);
}
