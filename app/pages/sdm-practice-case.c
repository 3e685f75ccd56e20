/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-practice-case.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sdm-core-error.h"
#include "sdm-letter-check.h"
#include "sdm-letter-content.h"
#include "sdm-record-practice.h"

/* Reads what belongs to one case that was practised: the record, the aid and the session from the store, the case
 * from its file. All of it happens on another thread. */

typedef struct
{
  SdmRecordStore *store;
  SdmAidLibrary  *library;
  SdmClock       *clock;
  char           *id;
} Order;

static void
free_order (gpointer data)
{
  Order *order = data;

  g_object_unref (order->store);
  g_object_unref (order->library);
  g_object_unref (order->clock);
  g_free (order->id);
  g_free (order);
}

void
sdm_practice_case_free (SdmPracticeCase *self)
{
  g_clear_pointer (&self->debrief, sdm_debrief_free);
  g_clear_object (&self->talk);
  g_clear_object (&self->example);
  g_clear_object (&self->aid);
  g_clear_object (&self->session);
  g_clear_object (&self->consultation);
  g_free (self);
}

/* On another thread */

static gboolean
read_record (const Order     *order,
             SdmPracticeCase *self,
             GError         **error)
{
  g_autoptr (SdmRecordHead) head = NULL;
  g_autoptr (GBytes) body = NULL;

  if (sdm_record_store_load (order->store, order->id, &head, &body, error))
    self->consultation = sdm_consultation_new_from_bytes (body, head->id, error);

  return self->consultation != NULL;
}

static gboolean
read_session (const Order     *order,
              SdmPracticeCase *self,
              GError         **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) body = sdm_record_store_get_practice (order->store, order->id, &problem);

  if (g_error_matches (problem, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND))
    {
      g_set_error_literal (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                           _ ("There was no talk with a made-up person in this practice, so there is nothing to look back on. Begin an example case from the first page."));
      return FALSE;
    }
  if (body == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  self->session = sdm_practice_session_new_from_bytes (body, order->id, error);
  if (self->session != NULL)
    sdm_practice_session_set_clock (self->session, order->clock);

  return self->session != NULL;
}

/* As it was shown then; a case from elsewhere may come without. */
static gboolean
read_aid (const Order     *order,
          SdmPracticeCase *self,
          GError         **error)
{
  const char *sha256 = sdm_consultation_get_aid_sha256 (self->consultation);
  const char *id = sdm_consultation_get_aid_id (self->consultation);
  g_autoptr (GBytes) bytes = sdm_record_store_get_aid (order->store, sha256 != NULL ? sha256 : "", NULL);
  GFile *file = sdm_aid_library_find_aid (order->library, id, NULL);

  if (bytes != NULL)
    self->aid = sdm_aid_new_from_bytes (bytes, id, error);
  else if (file != NULL)
    self->aid = sdm_aid_load (file, NULL, error);
  else
    g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND, _ ("The decision aid “%s” is not on this computer."), id != NULL ? id : "");

  return self->aid != NULL;
}

static gboolean
read_talk (const Order     *order,
           SdmPracticeCase *self,
           GError         **error)
{
  const char *case_id = sdm_practice_session_get_case_id (self->session);
  GFile      *file = sdm_aid_library_find_case (order->library, case_id);

  if (file == NULL)
    {
      g_set_error (error, SDM_CORE_ERROR, SDM_CORE_ERROR_NOT_FOUND,
                   _ ("The example case “%s” is not on this computer, so the talk cannot be shown again. What was written about it is kept."), case_id);
      return FALSE;
    }
  self->example = sdm_case_load (file, NULL, error);
  if (self->example == NULL)
    return FALSE;
  if (sdm_practice_session_has_talk (self->session))
    self->talk = sdm_practice_session_dup_talk (self->session, self->example, self->aid, error);
  else
    self->talk = sdm_talk_new (self->example, self->aid, 0);

  return self->talk != NULL;
}

/* What a good colleague would point at; what is only worth a look is not said here. */
static void
check_letter (SdmPracticeCase *self)
{
  g_autoptr (SdmLetterDocument) letter = sdm_letter_build (self->consultation, self->aid, NULL);
  g_autoptr (SdmLetterCheck) check = NULL;
  GPtrArray *findings;

  if (letter == NULL)
    return;
  check = sdm_letter_check_new (self->consultation, self->aid, letter, NULL);
  findings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < check->findings->len; i++)
    {
      const SdmLetterFinding *finding = g_ptr_array_index (check->findings, i);

      if (finding->tag->severity <= SDM_SEVERITY_WARNING && finding->reason == NULL)
        g_ptr_array_add (findings, g_strdup_printf ("%s\n%s", finding->detail, _ (finding->tag->explanation)));
    }
  sdm_debrief_take_letter (self->debrief, findings);
}

static gboolean
is_first (const Order     *order,
          SdmPracticeCase *self)
{
  g_autoptr (GPtrArray) all = sdm_record_store_list_practice (order->store, sdm_practice_session_get_trainee (self->session), NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SdmRecordPractice *practice = g_ptr_array_index (all, i);

      if (practice->started != NULL && strcmp (practice->started, sdm_practice_session_get_started (self->session)) < 0)
        return FALSE;
    }

  return TRUE;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Order *order = task_data;
  g_autoptr (SdmPracticeCase) self = g_new0 (SdmPracticeCase, 1);
  GError *error = NULL;

  if (!read_record (order, self, &error) || !read_session (order, self, &error) || !read_aid (order, self, &error) ||
      !read_talk (order, self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  self->debrief = sdm_debrief_new (self->talk, self->consultation);
  check_letter (self);
  self->is_first = is_first (order, self);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) sdm_practice_case_free);
}

/* Public API */

/**
 * sdm_practice_case_load_async:
 * @id: a practice consultation that is kept
 *
 * Reads it with the case, the aid and the talk that belong to it.
 */
void
sdm_practice_case_load_async (SdmContext         *context,
                              const char         *id,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->store = g_object_ref (sdm_context_get_store (context, SDM_RECORD_STORE_PRACTICE));
  order->library = sdm_aid_library_copy (sdm_context_get_library (context));
  order->clock = g_object_ref (sdm_context_get_clock (context));
  order->id = g_strdup (id);
  g_task_set_task_data (task, order, free_order);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * sdm_practice_case_load_finish:
 *
 * Returns: (transfer full) (nullable): the case, or %NULL with @error set
 */
SdmPracticeCase *
sdm_practice_case_load_finish (GAsyncResult *result,
                               GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
