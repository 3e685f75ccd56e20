/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-staff.h"

#include <glib/gi18n.h>
#include <sodium.h>

#include "sdm-record-clinicians-private.h"
#include "sdm-record-pair-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-sign-in-private.h"
#include "sdm-record-store-private.h"

/* Who may open the records, as a window shows and changes it. */

static void
free_colleague (gpointer data)
{
  SdmRecordColleague *colleague = data;

  g_free (colleague->name);
  g_free (colleague->role);
  g_free (colleague);
}

void
sdm_record_staff_free (SdmRecordStaff *staff)
{
  g_ptr_array_unref (staff->people);
  g_free (staff);
}

/* Reading */

static SdmRecordColleague *
read_colleague (SdmRecordFile      *file,
                SdmRecordStatement *statement,
                GError            **error)
{
  g_autoptr (GBytes) body = sdm_record_statement_get_bytes (statement, 1);
  SdmRecordColleague *colleague = g_new0 (SdmRecordColleague, 1);
  g_autofree char    *text = NULL;
  guint8              public_key[SDM_RECORD_KEY_SIZE];
  guint8              id[SDM_RECORD_ID_SIZE];

  /* The file checks the size of it. */
  memcpy (id, sqlite3_column_blob (statement, 0), sizeof id);
  if (!sdm_record_pair_unseal (file, "clinician.body", id, body, &colleague->name, &colleague->role, public_key, error))
    {
      free_colleague (colleague);
      return NULL;
    }

  text = sdm_record_id_format (id);
  colleague->is_self = g_strcmp0 (text, file->clinician) == 0;
  colleague->is_outdated = sodium_is_zero (public_key, sizeof public_key) == 1;
  return colleague;
}

static gboolean
list_people (SdmRecordFile *file,
             GPtrArray     *people,
             GError       **error)
{
  g_autoptr (SdmRecordStatement) statement = sdm_record_statement_get (file, SDM_RECORD_STATEMENT_ALL_CLINICIANS, error);
  gboolean has_row;

  if (statement == NULL || !sdm_record_statement_next (file, statement, &has_row, error))
    return FALSE;
  while (has_row)
    {
      SdmRecordColleague *colleague = read_colleague (file, statement, error);

      if (colleague == NULL)
        return FALSE;
      g_ptr_array_add (people, colleague);
      if (!sdm_record_statement_next (file, statement, &has_row, error))
        return FALSE;
    }

  return TRUE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const SdmRecordColleague *const *first = a;
  const SdmRecordColleague *const *second = b;

  return g_utf8_collate ((*first)->name, (*second)->name);
}

/**
 * sdm_record_clinicians_list:
 *
 * Returns: (transfer full) (nullable): who may sign in
 */
SdmRecordStaff *
sdm_record_clinicians_list (SdmRecordFile *file,
                            GError       **error)
{
  g_autoptr (SdmRecordStaff) staff = g_new0 (SdmRecordStaff, 1);

  staff->people = g_ptr_array_new_with_free_func (free_colleague);
  if (!list_people (file, staff->people, error) ||
      !sdm_record_recovery_is_outdated (file, &staff->code_is_outdated, error))
    return NULL;

  g_ptr_array_sort (staff->people, compare_names);
  return g_steal_pointer (&staff);
}

/* Jobs, on the worker's thread */

static gboolean
run_list (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;

  sign_in->staff = sdm_record_clinicians_list (*file, error);
  return sign_in->staff != NULL;
}

static gboolean
run_enrol (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  const SdmRecordSignIn *sign_in = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_clinicians_enrol_colleague (*file, job->access, sign_in->role, error);
}

/* Both passphrases are of who is signed in, whatever name they came with. */
static gboolean
check_own (SdmRecordFile *file,
           SdmRecordJob  *job,
           GError       **error)
{
  const SdmRecordSignIn *sign_in = job->extra;
  SdmRecordAccess *const both[] = { sign_in->own, job->access };

  if (!sdm_record_store_check_open (file, error))
    return FALSE;
  if (file->clinician == NULL)
    {
      g_set_error_literal (error, SDM_RECORD_ERROR, SDM_RECORD_ERROR_INVALID,
                           _("The recovery code opened the records, and it has no passphrase. Nothing was changed. Sign in with a name first."));
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_free (both[i]->name);
      both[i]->name = g_strdup (file->clinician_name);
    }
  return sdm_record_access_is_good (job->access, error) &&
         sdm_record_clinicians_check_own (file, sign_in->own, error);
}

static gboolean
run_change_passphrase (SdmRecordFile **file,
                       SdmRecordJob   *job,
                       GError        **error)
{
  return check_own (*file, job, error) && sdm_record_clinicians_enrol (*file, job->access, NULL, error);
}

static gboolean
run_renew_all (SdmRecordFile **file,
               SdmRecordJob   *job,
               GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  return check_own (*file, job, error) &&
         sdm_record_recovery_renew (*file, job->access, NULL, &sign_in->recovery, error) &&
         sdm_record_sign_in_keep_person (*file, sign_in, error);
}

static gboolean
run_recover (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  SdmRecordSignIn *sign_in = job->extra;

  /* What the code that was used does not keep one from. */
  if (*file == NULL)
    return sdm_record_store_check_open (*file, error);

  return sdm_record_recovery_renew (*file, job->access, sign_in->role, &sign_in->recovery, error) &&
         sdm_record_sign_in_keep_person (*file, sign_in, error);
}

/* Public API */

static void
start (SdmRecordStore     *self,
       SdmRecordJobFunc    run,
       SdmRecordAccess    *own,    /* taken, nullable */
       SdmRecordAccess    *access, /* taken, nullable */
       const char         *role,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  SdmRecordJob    *job = sdm_record_sign_in_new_job (self, run);
  SdmRecordSignIn *sign_in = job->extra;

  job->access = access;
  sign_in->own = own;
  sign_in->role = g_strdup (role);
  sdm_record_sign_in_start (self, job, NULL, callback, user_data);
}

/* The end of what makes a new recovery code and tells who is signed in. */
static SdmRecordPerson *
finish_with_code (SdmRecordStore    *self,
                  GAsyncResult      *result,
                  SdmRecordJobFunc   run,
                  SdmRecordRecovery *recovery,
                  GError           **error)
{
  SdmRecordPerson *person = NULL;

  return sdm_record_sign_in_finish (self, result, run, recovery, &person, error) ? person : NULL;
}

void
sdm_record_store_list_staff_async (SdmRecordStore     *self,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  start (self, run_list, NULL, NULL, NULL, callback, user_data);
}

/**
 * sdm_record_store_list_staff_finish:
 *
 * Returns: (transfer full) (nullable): who may sign in
 */
SdmRecordStaff *
sdm_record_store_list_staff_finish (SdmRecordStore *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  SdmRecordSignIn *sign_in;

  if (!sdm_record_sign_in_finish (self, result, run_list, NULL, NULL, error))
    return NULL;

  sign_in = ((SdmRecordJob *) g_task_get_task_data (G_TASK (result)))->extra;
  return g_steal_pointer (&sign_in->staff);
}

/**
 * sdm_record_store_enrol_async:
 * @access: (transfer full): name and passphrase of who is let in
 *
 * As sdm_record_store_enrol(), for somebody else than who is signed in.
 */
void
sdm_record_store_enrol_async (SdmRecordStore     *self,
                              SdmRecordAccess    *access,
                              const char         *role,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  start (self, run_enrol, NULL, access, role, callback, user_data);
}

gboolean
sdm_record_store_enrol_finish (SdmRecordStore *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  return sdm_record_sign_in_finish (self, result, run_enrol, NULL, NULL, error);
}

/**
 * sdm_record_store_change_passphrase_async:
 * @own: (transfer full): the passphrase that who is signed in has now
 * @access: (transfer full): the one that takes its place
 *
 * Gives who is signed in another passphrase. Fails with %SDM_RECORD_ERROR_LOCKED where @own is
 * another's; that counts as a try to get in.
 */
void
sdm_record_store_change_passphrase_async (SdmRecordStore     *self,
                                          SdmRecordAccess    *own,
                                          SdmRecordAccess    *access,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  start (self, run_change_passphrase, own, access, NULL, callback, user_data);
}

gboolean
sdm_record_store_change_passphrase_finish (SdmRecordStore *self,
                                           GAsyncResult   *result,
                                           GError        **error)
{
  return sdm_record_sign_in_finish (self, result, run_change_passphrase, NULL, NULL, error);
}

/**
 * sdm_record_store_renew_all_async:
 * @own: (transfer full): the passphrase that who is signed in has now
 * @access: (transfer full): the one that takes its place; it may be the same
 *
 * As sdm_record_store_change_passphrase_async(), and makes a new recovery code in the same
 * transaction: with both, a file from before public keys were kept can get a new key.
 */
void
sdm_record_store_renew_all_async (SdmRecordStore     *self,
                                  SdmRecordAccess    *own,
                                  SdmRecordAccess    *access,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  start (self, run_renew_all, own, access, NULL, callback, user_data);
}

/**
 * sdm_record_store_renew_all_finish:
 * @recovery: (out): the new code, which is told only here
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
SdmRecordPerson *
sdm_record_store_renew_all_finish (SdmRecordStore    *self,
                                   GAsyncResult      *result,
                                   SdmRecordRecovery *recovery,
                                   GError           **error)
{
  return finish_with_code (self, result, run_renew_all, recovery, error);
}

/**
 * sdm_record_store_recover_async:
 * @access: (transfer full): name and a new passphrase
 *
 * As sdm_record_store_recover().
 */
void
sdm_record_store_recover_async (SdmRecordStore     *self,
                                SdmRecordAccess    *access,
                                const char         *role,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL);

  start (self, run_recover, NULL, access, role, callback, user_data);
}

/**
 * sdm_record_store_recover_finish:
 * @recovery: (out): the new code, which is told only here
 *
 * Returns: (transfer full) (nullable): who is signed in
 */
SdmRecordPerson *
sdm_record_store_recover_finish (SdmRecordStore    *self,
                                 GAsyncResult      *result,
                                 SdmRecordRecovery *recovery,
                                 GError           **error)
{
  return finish_with_code (self, result, run_recover, recovery, error);
}
