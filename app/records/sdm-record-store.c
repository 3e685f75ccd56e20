/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-store-private.h"

#include <glib/gi18n.h>

#include "sdm-record-rows-private.h"

/**
 * SdmRecordStore:
 *
 * The folder in which consultations are kept.
 *
 * It takes practice consultations, and each decision aid that was shown once,
 * by its hash. Drafts are saved over, given back when discarded, and become a
 * version when they are finished; a version is never changed. What a call says
 * is kept is on the disk when it returns.
 */
struct _SdmRecordStore
{
  GObject parent_instance;

  char                 *folder; /* owned */
  SdmRecordStoreKind    kind;
  SdmRecordAccess      *access; /* owned, nullable; until it is opened */
  SdmRecordWorker      *worker; /* owned */
  const SdmRecordSteps *steps;  /* nullable, in tests only */
};

G_DEFINE_FINAL_TYPE (SdmRecordStore, sdm_record_store, G_TYPE_OBJECT)

typedef enum
{
  PROP_FOLDER = 1,
} SdmRecordStoreProp;

static GParamSpec *props[PROP_FOLDER + 1];

/* Jobs, on the worker's thread */

gboolean
sdm_record_store_check_open (SdmRecordFile *file,
                             GError       **error)
{
  if (file == NULL)
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_CLOSED,
                         _("The records are closed. Your page is still open. Open the records, then try again."));
  else if (file->needs_new_code)
    g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_UNCONFIRMED,
                         _("The recovery code opened the records, and it does so once: make a new one before anything else."));
  else
    return TRUE;

  return FALSE;
}

static gboolean
run_open (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  if (*file == NULL)
    *file = sdm_record_file_open (job->text, job->kind, job->access, job->steps, error);
  return *file != NULL;
}

static gboolean
run_close (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  g_clear_pointer (file, sdm_record_file_close);
  return TRUE;
}

static gboolean
run_save_draft (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_save_draft (*file, job->head, job->body, error);
}

static gboolean
run_finalise (SdmRecordFile **file,
              SdmRecordJob   *job,
              GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_finalise (*file, job->head, job->body, error);
}

static gboolean
run_load (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_load (*file, job->text, &job->head, &job->body, error);
}

static gboolean
run_discard_draft (SdmRecordFile **file,
                   SdmRecordJob   *job,
                   GError        **error)
{
  return sdm_record_store_check_open (*file, error) &&
         sdm_record_rows_discard_draft (*file, job->text, &job->head, &job->body, error);
}

static gboolean
run_list_drafts (SdmRecordFile **file,
                 SdmRecordJob   *job,
                 GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->list = sdm_record_rows_list (*file, FALSE, error);
  return job->list != NULL;
}

static gboolean
run_list_finished (SdmRecordFile **file,
                   SdmRecordJob   *job,
                   GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->list = sdm_record_rows_list (*file, TRUE, error);
  return job->list != NULL;
}

static gboolean
run_put_aid (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->text = sdm_record_aids_put (*file, job->body, error);
  return job->text != NULL;
}

static gboolean
run_get_aid (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  if (sdm_record_store_check_open (*file, error))
    job->body = sdm_record_aids_get (*file, job->text, error);
  return job->body != NULL;
}

static gboolean
run_verify (SdmRecordFile **file,
            SdmRecordJob   *job,
            GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_rows_verify (*file, error);
}

/* Making jobs, and handing out their results */

static SdmRecordJob *
new_text_job (SdmRecordJobFunc run,
              const char      *text)
{
  SdmRecordJob *job = sdm_record_job_new (run);

  job->text = g_strdup (text);
  return job;
}

static SdmRecordJob *
new_document_job (SdmRecordJobFunc     run,
                  const SdmRecordHead *head,
                  GBytes              *body)
{
  SdmRecordJob *job = sdm_record_job_new (run);

  if (head != NULL)
    job->head = sdm_record_head_copy (head);
  job->body = g_bytes_ref (body);
  return job;
}

static SdmRecordJob *
new_open_job (SdmRecordStore *self)
{
  SdmRecordJob *job = new_text_job (run_open, self->folder);

  job->kind = self->kind;
  job->access = g_steal_pointer (&self->access);
  job->steps = self->steps;
  return job;
}

static void
start (SdmRecordStore     *self,
       SdmRecordJob       *job, /* taken */
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  /* The function that does the work says which call the task belongs to. */
  g_task_set_source_tag (task, (gpointer) job->run);
  /* What was done is told, even when it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) sdm_record_job_free);
  sdm_record_worker_push (self->worker, task);
}

static SdmRecordJob *
finish (SdmRecordStore  *self,
        GAsyncResult    *result,
        SdmRecordJobFunc run,
        GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_task_get_source_tag (G_TASK (result)) == (gpointer) run, NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_task_get_task_data (G_TASK (result));
}

static gboolean
take_document (SdmRecordJob   *job,
               SdmRecordHead **head,
               GBytes        **body)
{
  if (head != NULL)
    *head = g_steal_pointer (&job->head);
  if (body != NULL)
    *body = g_steal_pointer (&job->body);
  return TRUE;
}

/* GObject */

static void
sdm_record_store_finalize (GObject *object)
{
  SdmRecordStore *self = SDM_RECORD_STORE (object);

  g_clear_pointer (&self->worker, sdm_record_worker_stop);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->access, sdm_record_access_free);

  G_OBJECT_CLASS (sdm_record_store_parent_class)->finalize (object);
}

static void
sdm_record_store_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SdmRecordStore *self = SDM_RECORD_STORE (object);

  switch ((SdmRecordStoreProp) prop_id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_record_store_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SdmRecordStore *self = SDM_RECORD_STORE (object);

  switch ((SdmRecordStoreProp) prop_id)
    {
    case PROP_FOLDER:
      self->folder = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
sdm_record_store_class_init (SdmRecordStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sdm_record_store_finalize;
  object_class->get_property = sdm_record_store_get_property;
  object_class->set_property = sdm_record_store_set_property;

  props[PROP_FOLDER] =
      g_param_spec_string ("folder", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
sdm_record_store_init (SdmRecordStore *self)
{
  self->worker = sdm_record_worker_new ();
}

/* Private API */

SdmRecordWorker *
sdm_record_store_get_worker (SdmRecordStore *self)
{
  return self->worker;
}

SdmRecordAccess *
sdm_record_store_steal_access (SdmRecordStore *self)
{
  return g_steal_pointer (&self->access);
}

void
sdm_record_store_set_steps (SdmRecordStore       *self,
                            const SdmRecordSteps *steps)
{
  self->steps = steps;
}

gboolean
sdm_record_store_run (SdmRecordStore  *self,
                      SdmRecordJobFunc func,
                      GError         **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (func);

  return sdm_record_worker_run (self->worker, job, error);
}

/* Public API */

/**
 * sdm_record_store_new:
 * @folder: where the records are or are to be; nothing is touched yet
 *
 * Returns: (transfer full): a closed store
 */
SdmRecordStore *
sdm_record_store_new (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  return g_object_new (SDM_TYPE_RECORD_STORE, "folder", folder, NULL);
}

/**
 * sdm_record_store_new_for_kind:
 * @kind: whose consultations; each kind has a file of its own in @folder
 *
 * As sdm_record_store_new(), which is for practice.
 */
SdmRecordStore *
sdm_record_store_new_for_kind (const char        *folder,
                               SdmRecordStoreKind kind)
{
  SdmRecordStore *self = sdm_record_store_new (folder);

  self->kind = kind;
  return self;
}

/**
 * sdm_record_store_get_folder:
 *
 * Returns: (transfer none): the folder the store was made for
 */
const char *
sdm_record_store_get_folder (SdmRecordStore *self)
{
  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  return self->folder;
}

/**
 * sdm_record_store_exists:
 *
 * Returns: whether there are records to be opened; opening a store for practice makes
 *   them where there are none
 */
gboolean
sdm_record_store_exists (SdmRecordStore *self)
{
  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  return sdm_record_file_exists (self->folder, self->kind);
}

SdmRecordStoreKind
sdm_record_store_get_kind (SdmRecordStore *self)
{
  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), SDM_RECORD_STORE_PRACTICE);

  return self->kind;
}

/**
 * sdm_record_store_take_access:
 * @access: (transfer full): what somebody signs in with
 *
 * For the next sdm_record_store_open() of a store of real patients, after which
 * it is wiped, whether it opened or not.
 */
void
sdm_record_store_take_access (SdmRecordStore  *self,
                              SdmRecordAccess *access)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  g_clear_pointer (&self->access, sdm_record_access_free);
  self->access = access;
}

/**
 * sdm_record_store_open:
 *
 * Opens the folder's records, and makes both when they are not there. Refuses a
 * file that is not ours or newer, a folder that cannot be written or is on the
 * network or synchronised, and one that another copy has open; nothing is
 * changed then. A file that was not closed properly is checked first. An older
 * one is copied and brought up to date. Does nothing when it is open.
 */
gboolean
sdm_record_store_open (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job = new_open_job (self);
  return sdm_record_worker_run (self->worker, job, error);
}

void
sdm_record_store_open_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start (self, new_open_job (self), cancellable, callback, user_data);
}

gboolean
sdm_record_store_open_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, run_open, error) != NULL;
}

/**
 * sdm_record_store_close:
 *
 * Closes the file and lets other copies of the program in. It can be opened
 * again; until then every other call fails with %SDM_RECORD_ERROR_CLOSED.
 * Letting go of the last reference closes, too.
 */
gboolean
sdm_record_store_close (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job = sdm_record_job_new (run_close);
  return sdm_record_worker_run (self->worker, job, error);
}

void
sdm_record_store_close_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start (self, sdm_record_job_new (run_close), cancellable, callback, user_data);
}

gboolean
sdm_record_store_close_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, run_close, error) != NULL;
}

/**
 * sdm_record_store_save_draft:
 * @head: what lists are to show
 * @body: the document
 *
 * Keeps a draft, over the earlier one of the same id. Fails with
 * %SDM_RECORD_ERROR_REAL_REFUSED for a real consultation, and with
 * %SDM_RECORD_ERROR_FINISHED when it is finished; the earlier draft stays
 * whenever it fails.
 */
gboolean
sdm_record_store_save_draft (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (head != NULL && body != NULL, FALSE);

  job = new_document_job (run_save_draft, head, body);
  return sdm_record_worker_run (self->worker, job, error);
}

void
sdm_record_store_save_draft_async (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (head != NULL && body != NULL);

  start (self, new_document_job (run_save_draft, head, body), cancellable, callback, user_data);
}

gboolean
sdm_record_store_save_draft_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, run_save_draft, error) != NULL;
}

/**
 * sdm_record_store_load:
 * @id: the document's id
 * @head: (out) (optional) (transfer full): what lists show
 * @body: (out) (optional) (transfer full): the document as it was saved
 *
 * Gives the draft, or when there is none, the last finished version.
 */
gboolean
sdm_record_store_load (SdmRecordStore *self, const char *id, SdmRecordHead **head, GBytes **body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  job = new_text_job (run_load, id);
  return sdm_record_worker_run (self->worker, job, error) && take_document (job, head, body);
}

void
sdm_record_store_load_async (SdmRecordStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (id != NULL);

  start (self, new_text_job (run_load, id), cancellable, callback, user_data);
}

gboolean
sdm_record_store_load_finish (SdmRecordStore *self, GAsyncResult *result, SdmRecordHead **head, GBytes **body, GError **error)
{
  SdmRecordJob *job = finish (self, result, run_load, error);

  return job != NULL && take_document (job, head, body);
}

/**
 * sdm_record_store_list_drafts:
 *
 * A draft that is damaged is in the list too, with nothing but its id and the
 * status %SDM_RECORD_STATUS_DAMAGED.
 *
 * Returns: (transfer full) (element-type SdmRecordHead) (nullable): the drafts,
 *   last changed first
 */
GPtrArray *
sdm_record_store_list_drafts (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job = sdm_record_job_new (run_list_drafts);
  if (!sdm_record_worker_run (self->worker, job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_drafts_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start (self, sdm_record_job_new (run_list_drafts), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_drafts_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = finish (self, result, run_list_drafts, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}

/**
 * sdm_record_store_list_finished:
 *
 * As sdm_record_store_list_drafts(), for the last version of each finished
 * consultation.
 *
 * Returns: (transfer full) (element-type SdmRecordHead) (nullable): the heads,
 *   last changed first
 */
GPtrArray *
sdm_record_store_list_finished (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);

  job = sdm_record_job_new (run_list_finished);
  if (!sdm_record_worker_run (self->worker, job, error))
    return NULL;
  return g_steal_pointer (&job->list);
}

void
sdm_record_store_list_finished_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start (self, sdm_record_job_new (run_list_finished), cancellable, callback, user_data);
}

GPtrArray *
sdm_record_store_list_finished_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = finish (self, result, run_list_finished, error);

  return job != NULL ? g_steal_pointer (&job->list) : NULL;
}

/**
 * sdm_record_store_discard_draft:
 * @id: the document's id
 * @head: (out) (optional) (transfer full): what lists showed
 * @body: (out) (optional) (transfer full): the document
 *
 * Removes a draft, and gives it back so that saving it again undoes this.
 */
gboolean
sdm_record_store_discard_draft (SdmRecordStore *self, const char *id, SdmRecordHead **head, GBytes **body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  job = new_text_job (run_discard_draft, id);
  return sdm_record_worker_run (self->worker, job, error) && take_document (job, head, body);
}

void
sdm_record_store_discard_draft_async (SdmRecordStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (id != NULL);

  start (self, new_text_job (run_discard_draft, id), cancellable, callback, user_data);
}

gboolean
sdm_record_store_discard_draft_finish (SdmRecordStore *self, GAsyncResult *result, SdmRecordHead **head, GBytes **body, GError **error)
{
  SdmRecordJob *job = finish (self, result, run_discard_draft, error);

  return job != NULL && take_document (job, head, body);
}

/**
 * sdm_record_store_finalise:
 * @head: what lists are to show; its status is not `in-progress`
 * @body: the document
 *
 * Keeps the finished version and removes the draft, both or neither. The aid in
 * @head must have been kept with sdm_record_store_put_aid() before, or it fails
 * with %SDM_RECORD_ERROR_NOT_FOUND.
 */
gboolean
sdm_record_store_finalise (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);
  g_return_val_if_fail (head != NULL && body != NULL, FALSE);

  job = new_document_job (run_finalise, head, body);
  return sdm_record_worker_run (self->worker, job, error);
}

void
sdm_record_store_finalise_async (SdmRecordStore *self, const SdmRecordHead *head, GBytes *body, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (head != NULL && body != NULL);

  start (self, new_document_job (run_finalise, head, body), cancellable, callback, user_data);
}

gboolean
sdm_record_store_finalise_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, run_finalise, error) != NULL;
}

/**
 * sdm_record_store_put_aid:
 * @bytes: the file of a decision aid
 *
 * Keeps the aid, once, so that what was shown can be shown again.
 *
 * Returns: (transfer full) (nullable): its SHA-256, 64 digits in lower case
 */
char *
sdm_record_store_put_aid (SdmRecordStore *self, GBytes *bytes, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  job = new_document_job (run_put_aid, NULL, bytes);
  if (!sdm_record_worker_run (self->worker, job, error))
    return NULL;
  return g_steal_pointer (&job->text);
}

void
sdm_record_store_put_aid_async (SdmRecordStore *self, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (bytes != NULL);

  start (self, new_document_job (run_put_aid, NULL, bytes), cancellable, callback, user_data);
}

char *
sdm_record_store_put_aid_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = finish (self, result, run_put_aid, error);

  return job != NULL ? g_steal_pointer (&job->text) : NULL;
}

/**
 * sdm_record_store_get_aid:
 * @sha256: 64 digits in lower case
 *
 * Returns: (transfer full) (nullable): the aid, which was found to have that hash
 */
GBytes *
sdm_record_store_get_aid (SdmRecordStore *self, const char *sha256, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), NULL);
  g_return_val_if_fail (sha256 != NULL, NULL);

  job = new_text_job (run_get_aid, sha256);
  if (!sdm_record_worker_run (self->worker, job, error))
    return NULL;
  return g_steal_pointer (&job->body);
}

void
sdm_record_store_get_aid_async (SdmRecordStore *self, const char *sha256, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (sha256 != NULL);

  start (self, new_text_job (run_get_aid, sha256), cancellable, callback, user_data);
}

GBytes *
sdm_record_store_get_aid_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  SdmRecordJob *job = finish (self, result, run_get_aid, error);

  return job != NULL ? g_steal_pointer (&job->body) : NULL;
}

/**
 * sdm_record_store_verify:
 *
 * Reads everything and checks it. Fails with %SDM_RECORD_ERROR_DAMAGED when the
 * file or any document or aid in it is not as it was written.
 */
gboolean
sdm_record_store_verify (SdmRecordStore *self, GError **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job = sdm_record_job_new (run_verify);
  return sdm_record_worker_run (self->worker, job, error);
}

void
sdm_record_store_verify_async (SdmRecordStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  start (self, sdm_record_job_new (run_verify), cancellable, callback, user_data);
}

gboolean
sdm_record_store_verify_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return finish (self, result, run_verify, error) != NULL;
}
