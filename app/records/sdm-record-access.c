/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-access.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-backup-private.h"
#include "sdm-record-clinicians-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-rows-private.h"
#include "sdm-record-store-private.h"

static SdmRecordAccess *
new_access (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium could not be started");

  return g_new0 (SdmRecordAccess, 1);
}

static gpointer
keep_secret (gconstpointer secret,
             gsize         size)
{
  gpointer kept = sodium_malloc (MAX (size, 1));

  if (kept == NULL)
    g_error ("There is no memory for a passphrase");
  memcpy (kept, secret, size);

  return kept;
}

/**
 * sdm_record_access_new:
 * @name: of a clinician, as it was typed
 * @passphrase: that clinician's
 * @size: its length in bytes
 *
 * Returns: (transfer full): what a clinician signs in with
 */
SdmRecordAccess *
sdm_record_access_new (const char *name,
                       const char *passphrase,
                       gsize       size)
{
  SdmRecordAccess *access = new_access ();

  access->name = g_strdup (name);
  access->secret = keep_secret (passphrase, size);
  access->size = size;

  return access;
}

/**
 * sdm_record_access_new_for_code:
 * @code: a recovery code, as it was typed
 *
 * Fails with %SDM_RECORD_ERROR_INVALID, and says which group is wrong.
 *
 * Returns: (transfer full) (nullable): what one signs in with who has the code
 */
SdmRecordAccess *
sdm_record_access_new_for_code (const char *code,
                                GError    **error)
{
  g_autoptr (SdmRecordAccess) access = new_access ();
  guint8 bytes[SDM_RECORD_CODE_SIZE];
  guint  wrong = 0;

  if (!sdm_record_code_parse (code, bytes, &wrong))
    {
      if (wrong < SDM_RECORD_CODE_GROUPS)
        g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                     /* Translators: a number from 1 to 8: "Group 3 of the recovery code is not right. …" */
                     _("Group %u of the recovery code is not right. Compare it with the printed one."), wrong + 1);
      else
        g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                             _("A recovery code is eight groups of five letters and digits. Compare it with the printed one."));
      return NULL;
    }

  access->code = keep_secret (bytes, sizeof bytes);
  sodium_memzero (bytes, sizeof bytes);
  return g_steal_pointer (&access);
}

void
sdm_record_access_free (SdmRecordAccess *access)
{
  g_free (access->name);
  sodium_free (access->secret);
  sodium_free (access->code);
  g_free (access);
}

/* Whether a new clinician may have this name and this passphrase. */
gboolean
sdm_record_access_is_good (const SdmRecordAccess *access,
                           GError               **error)
{
  g_autofree char *folded = sdm_record_fold_name (access->name != NULL ? access->name : "");

  if (*folded == '\0')
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("Say who you are: a name with at least one letter."));
      return FALSE;
    }
  if (access->size < SDM_RECORD_SHORTEST_PASSPHRASE)
    {
      g_set_error (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                   /* Translators: a number: "A passphrase needs at least 12 characters. …" */
                   _("A passphrase needs at least %u characters. Four words that have nothing to do with each other make a good one."),
                      (guint) SDM_RECORD_SHORTEST_PASSPHRASE);
      return FALSE;
    }

  return TRUE;
}

void
sdm_record_recovery_clear (SdmRecordRecovery *recovery)
{
  if (recovery->code != NULL)
    sodium_memzero (recovery->code, strlen (recovery->code));
  g_clear_pointer (&recovery->code, g_free);
}

/* Jobs, on the worker's thread */

typedef struct
{
  const char            *folder;
  const SdmRecordAccess *access;
  const char            *role;
  SdmRecordRecovery     *recovery;
} Founding;

static gboolean
run_found (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  const Founding *founding = job->extra;

  return sdm_record_file_found (founding->folder, founding->access, founding->role, founding->recovery, error);
}

static gboolean
run_confirm (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  const char *const *groups = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_recovery_confirm (*file, groups[0], groups[1], error);
}

static gboolean
run_renew_code (SdmRecordFile **file,
                SdmRecordJob   *job,
                GError        **error)
{
  /* What the code that was used does not keep one from. */
  if (*file == NULL)
    return sdm_record_store_check_open (*file, error);

  return sdm_record_recovery_renew (*file, NULL, NULL, job->extra, error);
}

static gboolean
run_backup (SdmRecordFile **file,
            SdmRecordJob   *job,
            GError        **error)
{
  return sdm_record_store_check_open (*file, error) && sdm_record_backup_write (*file, job->text, error);
}

static gboolean
run_export (SdmRecordFile **file,
            SdmRecordJob   *job,
            GError        **error)
{
  return sdm_record_store_check_open (*file, error) &&
         sdm_record_rows_export (*file, job->text, &job->head, &job->body, error);
}

/* Public API */

/**
 * sdm_record_store_found:
 * @self: a closed store for real patients, whose file is not there
 * @access: name and passphrase of its first clinician
 * @role: that clinician's role
 * @recovery: (out): the recovery code, which is told only here
 *
 * Makes the file of real records. Fails with %SDM_RECORD_ERROR_EXISTS when there
 * is one. It takes no patient until sdm_record_store_confirm().
 */
gboolean
sdm_record_store_found (SdmRecordStore    *self,
                        SdmRecordAccess   *access,
                        const char        *role,
                        SdmRecordRecovery *recovery,
                        GError           **error)
{
  Founding founding = { sdm_record_store_get_folder (self), access, role, recovery };
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_found);

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  job->extra = &founding;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/**
 * sdm_record_store_confirm:
 * @first: the first of the groups that were asked for, as it was typed
 * @second: the second
 *
 * Says that the recovery code was printed and can be read. Fails with
 * %SDM_RECORD_ERROR_INVALID where they are not those of the code, and then says
 * which are asked for.
 */
gboolean
sdm_record_store_confirm (SdmRecordStore *self,
                          const char     *first,
                          const char     *second,
                          GError        **error)
{
  const char *groups[] = { first, second };
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_confirm);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job->extra = groups;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/**
 * sdm_record_store_renew_code:
 * @self: an open store for real patients
 * @recovery: (out): the new recovery code, which is told only here
 *
 * Makes a new recovery code; the earlier one opens nothing any more. Whoever
 * signed in with the code can do nothing else before. No patient is taken until
 * the new one was typed back.
 */
gboolean
sdm_record_store_renew_code (SdmRecordStore    *self,
                             SdmRecordRecovery *recovery,
                             GError           **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_renew_code);

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  job->extra = recovery;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/**
 * sdm_record_store_backup:
 * @path: a file that is not there
 *
 * Makes a checked copy of the file, and for practice of its key, which gets the
 * ending `.key`. Fails with %SDM_RECORD_ERROR_EXISTS.
 */
gboolean
sdm_record_store_backup (SdmRecordStore *self,
                         const char     *path,
                         GError        **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_backup);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job->text = g_strdup (path);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/**
 * sdm_record_store_export:
 * @id: the document's id
 * @body: (out) (transfer full): the document as it was saved
 *
 * As sdm_record_store_load(), for a document that leaves the store: that is
 * noted as such.
 */
gboolean
sdm_record_store_export (SdmRecordStore *self,
                         const char     *id,
                         GBytes        **body,
                         GError        **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run_export);

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job->text = g_strdup (id);
  if (!sdm_record_worker_run (sdm_record_store_get_worker (self), job, error))
    return FALSE;

  *body = g_steal_pointer (&job->body);
  return TRUE;
}
