/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-store-private.h"

#include <glib/gi18n.h>

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

/* Making jobs, and handing out their results */

static SdmRecordJob *
new_open_job (SdmRecordStore *self)
{
  SdmRecordJob *job = sdm_record_job_new_for_text (run_open, self->folder);

  job->kind = self->kind;
  job->access = g_steal_pointer (&self->access);
  job->steps = self->steps;
  return job;
}

/**
 * sdm_record_store_start:
 * @job: (transfer full): the work
 *
 * Begins a call that does not wait.
 */
void
sdm_record_store_start (SdmRecordStore     *self,
                        SdmRecordJob       *job,
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

/**
 * sdm_record_store_finish:
 * @run: the work of the call
 *
 * Returns: (transfer none) (nullable): the job with its results, or %NULL with @error set
 */
SdmRecordJob *
sdm_record_store_finish (SdmRecordStore  *self,
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

  sdm_record_store_start (self, new_open_job (self), cancellable, callback, user_data);
}

gboolean
sdm_record_store_open_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return sdm_record_store_finish (self, result, run_open, error) != NULL;
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

  sdm_record_store_start (self, sdm_record_job_new (run_close), cancellable, callback, user_data);
}

gboolean
sdm_record_store_close_finish (SdmRecordStore *self, GAsyncResult *result, GError **error)
{
  return sdm_record_store_finish (self, result, run_close, error) != NULL;
}
