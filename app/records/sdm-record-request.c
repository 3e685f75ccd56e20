/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-request.h"

#include <glib/gi18n.h>

#include "sdm-event-words.h"
#include "sdm-record-difference-words.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-search-private.h"
#include "sdm-record-store-private.h"
#include "sdm-record-words.h"

/* All that is kept of one patient: every talk, every version of it, and who saw and changed what. It is read on the
 * worker's thread, and told in words on that of who asks. */

typedef struct
{
  SdmRecordHead *head;
  GBytes        *body;
} Version;

/* A talk: the head that lists show, and its versions, the last one first. */
typedef struct
{
  SdmRecordHead *head;
  GPtrArray     *versions;
} Talk;

struct _SdmRecordRequest
{
  SdmRecordPatient *patient;
  GPtrArray        *talks;
  GPtrArray        *events;
};

static void
free_version (gpointer data)
{
  Version *version = data;

  g_clear_pointer (&version->head, sdm_record_head_free);
  g_clear_pointer (&version->body, g_bytes_unref);
  g_free (version);
}

static void
free_talk (gpointer data)
{
  Talk *talk = data;

  sdm_record_head_free (talk->head);
  g_ptr_array_unref (talk->versions);
  g_free (talk);
}

void
sdm_record_request_free (SdmRecordRequest *self)
{
  g_clear_pointer (&self->patient, sdm_record_patient_free);
  g_ptr_array_unref (self->talks);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_free (self);
}

/* On the worker's thread: every look at a version is noted. */

static gboolean
read_version (SdmRecordFile *file,
              Talk          *talk,
              guint          number,
              GError       **error)
{
  Version *version = g_new0 (Version, 1);

  g_ptr_array_add (talk->versions, version);

  return number == 0 ? sdm_record_rows_load (file, talk->head->id, &version->head, &version->body, error)
                     : sdm_record_rows_view_version (file, talk->head->id, number, &version->head, &version->body, error);
}

static gboolean
read_talk (SdmRecordFile       *file,
           SdmRecordRequest    *request,
           const SdmRecordHead *head,
           GError             **error)
{
  g_autoptr (GPtrArray) heads = sdm_record_rows_list_versions (file, head->id, error);
  Talk *talk;

  if (heads == NULL)
    return FALSE;
  talk = g_new0 (Talk, 1);
  talk->head = sdm_record_head_copy (head);
  talk->versions = g_ptr_array_new_with_free_func (free_version);
  g_ptr_array_add (request->talks, talk);
  if (heads->len == 0)
    return read_version (file, talk, 0, error);
  for (guint i = heads->len; i > 0; i--)
    if (!read_version (file, talk, ((const SdmRecordHead *) g_ptr_array_index (heads, i - 1))->version, error))
      return FALSE;

  return TRUE;
}

/* An amendment that is not finished may be listed beside the record that it amends. */
static gboolean
has_talk (const SdmRecordRequest *request,
          const char             *id)
{
  for (guint i = 0; i < request->talks->len; i++)
    if (g_str_equal (((const Talk *) g_ptr_array_index (request->talks, i))->head->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
read_all (SdmRecordFile        *file,
          SdmRecordRequest     *request,
          const SdmRecordFound *found,
          GError              **error)
{
  request->patient = sdm_record_patient_copy (g_ptr_array_index (found->patients, 0));
  for (guint i = 0; i < found->heads->len; i++)
    {
      const SdmRecordHead *head = g_ptr_array_index (found->heads, i);

      if (!has_talk (request, head->id) && !read_talk (file, request, head, error))
        return FALSE;
    }
  request->events = sdm_record_patient_events (file, request->patient->id, error);

  return request->events != NULL;
}

static gboolean
run_read (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  g_autoptr (SdmRecordFound) found = NULL;
  g_autoptr (SdmRecordRequest) request = g_new0 (SdmRecordRequest, 1);

  request->talks = g_ptr_array_new_with_free_func (free_talk);
  if (sdm_record_store_check_open (*file, error))
    found = sdm_record_search (*file, job->query, error);
  if (found == NULL)
    return FALSE;
  if (found->patients->len != 1)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_NOT_FOUND, _ ("There is no patient of this id."));
      return FALSE;
    }
  if (!read_all (*file, request, found, error))
    return FALSE;

  job->request = g_steal_pointer (&request);
  return TRUE;
}

static gboolean
run_note (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_patient_note_request (*file, job->words[0], job->words[1], error);
}

/* In words */

static char *
dup_whose (const SdmRecordPatient *patient)
{
  g_autofree char *name = sdm_record_words_dup_name (patient->name);
  g_autofree char *identity = sdm_record_words_dup_identity (patient->birth_date, patient->nhs_number);

  return g_strdup_printf ("%s · %s", name, identity);
}

/* What @version says where the one that is compared with it says something else. */
static GPtrArray *
list_changes (SdmConsultation *before,
              SdmConsultation *after,
              gboolean         is_after,
              GError         **error)
{
  g_autoptr (GPtrArray) words = sdm_record_differences_new_words (before, after, error);
  GPtrArray *kept;

  if (words == NULL)
    return NULL;
  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_kept_free);
  for (guint i = 0; i < words->len; i++)
    {
      const SdmRecordDifferenceWords *difference = g_ptr_array_index (words, i);

      g_ptr_array_add (kept, sdm_kept_new (is_after ? after : before, difference->path, difference->name, is_after ? difference->after : difference->before));
    }

  return kept;
}

/* The last finished version, or what there is of one that is not finished, is given whole. */
static guint
find_whole (const Talk *talk)
{
  const Version *first = g_ptr_array_index (talk->versions, 0);

  return first->head->version == 0 && talk->versions->len > 1 ? 1 : 0;
}

static gboolean
tell_talk (SdmKeptPerson *person,
           const Talk    *talk,
           GError       **error)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  const guint      whole = find_whole (talk);
  SdmKeptTalk     *told;

  for (guint i = 0; i < talk->versions->len; i++)
    {
      const Version   *version = g_ptr_array_index (talk->versions, i);
      SdmConsultation *consultation = sdm_consultation_new_from_bytes (version->body, "consultation", error);

      if (consultation == NULL)
        return FALSE;
      g_ptr_array_add (read, consultation);
    }
  if (person->last == NULL)
    person->last = g_object_ref (g_ptr_array_index (read, whole));
  day = sdm_record_words_dup_day (g_ptr_array_index (read, whole));
  /* Translators: %s is a day */
  title = g_strdup_printf (_ ("The talk of %s"), day);
  told = sdm_kept_person_add_talk (person, talk->head->id, title, sdm_record_words_get_status (talk->head));
  for (guint i = 0; i < read->len; i++)
    {
      const Version   *version = g_ptr_array_index (talk->versions, i);
      g_autofree char *made = sdm_record_words_dup_version (version->head);
      GPtrArray       *kept;

      if (i == whole)
        kept = sdm_kept_list (g_ptr_array_index (read, i));
      else
        kept = list_changes (g_ptr_array_index (read, MAX (i, 1)), g_ptr_array_index (read, MAX (i, 1) - 1), i < whole, error);
      if (kept == NULL)
        return FALSE;
      sdm_kept_talk_add_version (told, version->head->version, made, version->head->reason, kept)->is_whole = i == whole;
    }

  return TRUE;
}

static void
tell_events (SdmKeptPerson          *person,
             const SdmRecordRequest *self)
{
  g_autoptr (GHashTable) talks = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < self->talks->len; i++)
    {
      const SdmRecordHead *head = ((const Talk *) g_ptr_array_index (self->talks, i))->head;

      g_hash_table_insert (talks, head->id, sdm_record_words_dup_time (head->created));
    }
  for (guint i = 0; i < self->events->len; i++)
    {
      const SdmRecordEvent *event = g_ptr_array_index (self->events, i);
      g_autofree char      *when = sdm_event_words_dup_when (event);
      g_autofree char      *who = sdm_event_words_dup_who (event);
      g_autofree char      *what = sdm_event_words_dup_what (event, talks);

      g_ptr_array_add (person->events, g_strjoin (" · ", when, who, what, NULL));
    }
}

/**
 * sdm_record_request_tell:
 * @made: when it is put together, and by whom
 *
 * For the main thread.
 *
 * Returns: (transfer full) (nullable): all of it in words, or %NULL with @error set
 */
SdmKeptPerson *
sdm_record_request_tell (const SdmRecordRequest *self,
                         const char             *made,
                         GError                **error)
{
  g_autofree char *whose = dup_whose (self->patient);
  g_autoptr (SdmKeptPerson) person = sdm_kept_person_new (whose, made);

  for (guint i = 0; i < self->talks->len; i++)
    if (!tell_talk (person, g_ptr_array_index (self->talks, i), error))
      return NULL;
  tell_events (person, self);

  return g_steal_pointer (&person);
}

/**
 * sdm_record_request_dup_outcome:
 * @where: the hash of the pages, and the printer where they were printed
 *
 * Returns: (transfer full): what is noted when they are given: also how many things were left out of them
 */
char *
sdm_record_request_dup_outcome (const char          *where,
                                const SdmKeptPerson *person)
{
  return g_strdup_printf ("%s, left out %u", where, sdm_kept_person_count_left_out (person));
}

/* Public API */

static SdmRecordJob *
new_read_job (const char *patient)
{
  SdmRecordJob *job = sdm_record_job_new (run_read);

  job->query = sdm_record_query_new (SDM_RECORD_QUERY_PATIENT, patient);
  job->query->limit = G_MAXINT32;
  return job;
}

static SdmRecordJob *
new_note_job (const char *patient,
              const char *outcome)
{
  const char *const words[] = { patient, outcome, NULL };
  SdmRecordJob     *job = sdm_record_job_new (run_note);

  job->words = g_strdupv ((char **) words);
  return job;
}

/**
 * sdm_record_store_read_request:
 * @patient: the id of a patient
 *
 * Reads all that is kept of a patient, which is noted. Fails with %SDM_RECORD_ERROR_NOT_FOUND where there is
 * no such patient.
 *
 * Returns: (transfer full) (nullable): all of it
 */
SdmRecordRequest *
sdm_record_store_read_request (SdmRecordStore *self,
                               const char     *patient,
                               GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (patient != NULL, NULL);

  job = new_read_job (patient);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return NULL;
  return g_steal_pointer (&job->request);
}

void
sdm_record_store_read_request_async (SdmRecordStore     *self,
                                     const char         *patient,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (patient != NULL);

  sdm_record_store_start (self, new_read_job (patient), cancellable, callback, user_data);
}

SdmRecordRequest *
sdm_record_store_read_request_finish (SdmRecordStore *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  SdmRecordJob *job = sdm_record_store_finish (self, result, run_read, error);

  return job != NULL ? g_steal_pointer (&job->request) : NULL;
}

/**
 * sdm_record_store_note_request:
 * @patient: the id of a patient
 * @outcome: the hash of the pages, and how many things were left out of them
 *
 * Notes that the person is given all that is kept of them: whoever gives it out does so only when this has gone well.
 */
gboolean
sdm_record_store_note_request (SdmRecordStore *self,
                               const char     *patient,
                               const char     *outcome,
                               GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (patient != NULL && outcome != NULL, FALSE);

  job = new_note_job (patient, outcome);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_note_request_async (SdmRecordStore     *self,
                                     const char         *patient,
                                     const char         *outcome,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (patient != NULL && outcome != NULL);

  sdm_record_store_start (self, new_note_job (patient, outcome), NULL, callback, user_data);
}

gboolean
sdm_record_store_note_request_finish (SdmRecordStore *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  return sdm_record_store_finish (self, result, run_note, error) != NULL;
}
