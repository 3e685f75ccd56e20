/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-aid-approvals.h"

/**
 * SdmAidApprovals:
 *
 * How each decision aid of the library stands in the practice: who signed it, and whether its file is
 * still the same to the byte. The signatures come from the records, on their thread; only files of
 * aids that somebody signed are read, on another.
 */
struct _SdmAidApprovals
{
  GObject parent_instance;

  GPtrArray    *approvals; /* nullable: of SdmRecordApproval, once they are known */
  GHashTable   *hashes;    /* nullable: SHA-256 by path, of the aids that somebody signed */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SdmAidApprovals, sdm_aid_approvals, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* On another thread */

static void
free_files (gpointer files)
{
  g_ptr_array_unref (files);
}

static void
hash_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GPtrArray  *files = data;
  GHashTable *hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < files->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, NULL);

      if (bytes != NULL)
        g_hash_table_insert (hashes, g_file_get_path (file), g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes));
    }
  g_task_return_pointer (task, hashes, (GDestroyNotify) g_hash_table_unref);
}

/* Back on the main thread */

static void
hashed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SdmAidApprovals *self = SDM_AID_APPROVALS (source);
  GHashTable      *hashes = g_task_propagate_pointer (G_TASK (result), NULL);

  if (hashes == NULL)
    return;
  self->hashes = hashes;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
is_signed (GPtrArray  *approvals,
           const char *id)
{
  for (guint i = 0; i < approvals->len; i++)
    if (g_strcmp0 (((const SdmRecordApproval *) g_ptr_array_index (approvals, i))->aid_id, id) == 0)
      return TRUE;

  return FALSE;
}

typedef struct
{
  SdmAidApprovals *approvals;
  SdmAidLibrary   *library;
} Listing;

static void
free_listing (Listing *listing)
{
  g_object_unref (listing->approvals);
  g_object_unref (listing->library);
  g_free (listing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, free_listing)

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Listing) listing = user_data;
  SdmAidApprovals *self = listing->approvals;
  GPtrArray       *aids = sdm_aid_library_get_aids (listing->library);
  GPtrArray       *files;
  g_autoptr (GTask) task = NULL;

  self->approvals = sdm_record_store_list_approvals_finish (SDM_RECORD_STORE (source), result, NULL);
  if (self->approvals == NULL)
    return;

  files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < aids->len; i++)
    {
      const SdmAidHead *head = g_ptr_array_index (aids, i);

      if (is_signed (self->approvals, head->id))
        g_ptr_array_add (files, g_object_ref (head->file));
    }
  task = g_task_new (self, self->cancellable, hashed_cb, NULL);
  g_task_set_task_data (task, files, free_files);
  g_task_run_in_thread (task, hash_in_thread);
}

/* GObject */

static void
sdm_aid_approvals_dispose (GObject *object)
{
  SdmAidApprovals *self = SDM_AID_APPROVALS (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->approvals, g_ptr_array_unref);
  g_clear_pointer (&self->hashes, g_hash_table_unref);

  G_OBJECT_CLASS (sdm_aid_approvals_parent_class)->dispose (object);
}

static void
sdm_aid_approvals_class_init (SdmAidApprovalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sdm_aid_approvals_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
sdm_aid_approvals_init (SdmAidApprovals *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Public API */

/**
 * sdm_aid_approvals_new:
 * @context: somebody is signed in
 *
 * Looks how the aids stand, and says so with `changed`.
 */
SdmAidApprovals *
sdm_aid_approvals_new (SdmContext *context)
{
  SdmAidApprovals *self = g_object_new (SDM_TYPE_AID_APPROVALS, NULL);
  Listing         *listing = g_new0 (Listing, 1);

  listing->approvals = g_object_ref (self);
  listing->library = g_object_ref (sdm_context_get_library (context));
  sdm_record_store_list_approvals_async (sdm_context_get_store (context, SDM_RECORD_STORE_REAL), NULL, listed_cb, listing);

  return self;
}

gboolean
sdm_aid_approvals_are_known (SdmAidApprovals *self)
{
  return self->hashes != NULL;
}

/**
 * sdm_aid_approvals_get_state:
 * @head: of an aid of the library
 * @found: (out) (optional) (nullable): the approval that the answer rests on
 */
SdmRecordApprovalState
sdm_aid_approvals_get_state (SdmAidApprovals          *self,
                             const SdmAidHead         *head,
                             const SdmRecordApproval **found)
{
  g_autofree char *path = g_file_get_path (head->file);

  if (found != NULL)
    *found = NULL;
  if (self->hashes == NULL)
    return SDM_RECORD_NOT_APPROVED;

  return sdm_record_approvals_judge (self->approvals, head->id, head->version, g_hash_table_lookup (self->hashes, path), found);
}

/**
 * sdm_aid_approvals_describe:
 *
 * Returns: (transfer full) (nullable): how an aid of the library stands, in a sentence; %NULL while that
 *   is not known
 */
char *
sdm_aid_approvals_describe (SdmAidApprovals  *self,
                            const SdmAidHead *head)
{
  const SdmRecordApproval *approval;
  SdmRecordApprovalState   state = sdm_aid_approvals_get_state (self, head, &approval);

  return self->hashes != NULL ? sdm_record_approval_describe (state, approval) : NULL;
}
