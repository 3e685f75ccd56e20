/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-logbook-shelf.h"

#include "sdm-record-practice.h"

typedef struct
{
  SdmRecordStore *store;
  GPtrArray      *places; /* of GFile: where the first cases may be listed */
  GHashTable     *titles;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_object_unref (order->store);
  g_ptr_array_unref (order->places);
  g_hash_table_unref (order->titles);
  g_free (order);
}

static void
free_logbook (gpointer data)
{
  sdm_logbook_free (data);
}

void
sdm_logbook_shelf_free (SdmLogbookShelf *self)
{
  g_ptr_array_unref (self->logbooks);
  g_clear_pointer (&self->track, sdm_track_free);
  g_hash_table_unref (self->titles);
  g_free (self);
}

/* On another thread */

/* The sessions of each trainee, by the name without capitals and needless spaces. */
static GHashTable *
sort_by_trainee (GPtrArray *kept)
{
  GHashTable *by_trainee = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < kept->len; i++)
    {
      const SdmRecordPractice *practice = g_ptr_array_index (kept, i);
      SdmPracticeSession      *session = practice->body != NULL ? sdm_practice_session_new_from_bytes (practice->body, practice->id, NULL) : NULL;
      g_autofree char         *name = session != NULL ? sdm_record_practice_fold_name (sdm_practice_session_get_trainee (session)) : NULL;
      GPtrArray               *sessions;

      /* A damaged one is told of where the records are checked. */
      if (session == NULL)
        continue;
      sessions = g_hash_table_lookup (by_trainee, name);
      if (sessions == NULL)
        {
          sessions = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (by_trainee, g_steal_pointer (&name), sessions);
        }
      g_ptr_array_add (sessions, session);
    }

  return by_trainee;
}

static int
compare_logbooks (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate ((*(const SdmLogbook *const *) a)->trainee, (*(const SdmLogbook *const *) b)->trainee);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Order *order = task_data;
  GError      *error = NULL;
  g_autoptr (GPtrArray) kept = sdm_record_store_list_practice (order->store, NULL, &error);
  g_autoptr (GHashTable) by_trainee = NULL;
  SdmLogbookShelf *self;
  GHashTableIter   iter;
  gpointer         sessions;

  if (kept == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  by_trainee = sort_by_trainee (kept);
  self = g_new0 (SdmLogbookShelf, 1);
  self->logbooks = g_ptr_array_new_with_free_func (free_logbook);
  self->titles = g_hash_table_ref (order->titles);
  self->track = sdm_track_load (order->places, cancellable, NULL);
  g_hash_table_iter_init (&iter, by_trainee);
  while (g_hash_table_iter_next (&iter, NULL, &sessions))
    {
      GPtrArray *list = sessions;

      g_ptr_array_add (self->logbooks, sdm_logbook_new (sdm_practice_session_get_trainee (g_ptr_array_index (list, 0)), list, order->titles));
    }
  g_ptr_array_sort (self->logbooks, compare_logbooks);
  g_task_return_pointer (task, self, (GDestroyNotify) sdm_logbook_shelf_free);
}

/* Public API */

/**
 * sdm_logbook_shelf_load_async:
 *
 * Reads what was practised on this computer.
 */
void
sdm_logbook_shelf_load_async (SdmContext         *context,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SdmAidLibrary *library = sdm_context_get_library (context);
  GPtrArray     *cases = sdm_aid_library_get_cases (library);
  Order         *order = g_new0 (Order, 1);

  order->store = g_object_ref (sdm_context_get_store (context, SDM_RECORD_STORE_PRACTICE));
  order->places = sdm_aid_library_list_places (library, "tracks/" SDM_TRACK_STARTER ".json");
  order->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < cases->len; i++)
    {
      const SdmCaseHead *head = g_ptr_array_index (cases, i);

      g_hash_table_insert (order->titles, g_strdup (head->id), g_strdup (head->title));
    }
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * sdm_logbook_shelf_load_finish:
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL with @error set
 */
SdmLogbookShelf *
sdm_logbook_shelf_load_finish (GAsyncResult *result,
                               GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sdm_logbook_shelf_find:
 * @trainee: (nullable): a name; %NULL for the first one
 *
 * Returns: (nullable) (transfer none): the logbook of that trainee
 */
const SdmLogbook *
sdm_logbook_shelf_find (const SdmLogbookShelf *self,
                        const char            *trainee)
{
  g_autofree char *wanted = trainee != NULL ? sdm_record_practice_fold_name (trainee) : NULL;

  for (guint i = 0; i < self->logbooks->len; i++)
    {
      const SdmLogbook *logbook = g_ptr_array_index (self->logbooks, i);
      g_autofree char  *name = sdm_record_practice_fold_name (logbook->trainee);

      if (wanted == NULL || g_str_equal (wanted, name))
        return logbook;
    }

  return NULL;
}
