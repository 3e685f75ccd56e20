/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-staff.h"

#include "sdm-record-clinicians-private.h"
#include "sdm-record-recovery-private.h"
#include "sdm-record-store-private.h"

/* Jobs, on the worker's thread */

typedef struct
{
  const SdmRecordAccess *access;
  const char            *role;
  SdmRecordRecovery     *recovery;
} Enrolment;

static gboolean
run_enrol (SdmRecordFile **file,
           SdmRecordJob   *job,
           GError        **error)
{
  const Enrolment *enrolment = job->extra;

  return sdm_record_store_check_open (*file, error) &&
         sdm_record_clinicians_enrol (*file, enrolment->access, enrolment->role, error);
}

static gboolean
run_recover (SdmRecordFile **file,
             SdmRecordJob   *job,
             GError        **error)
{
  const Enrolment *enrolment = job->extra;

  /* What the code that was used does not keep one from. */
  if (*file == NULL)
    return sdm_record_store_check_open (*file, error);

  return sdm_record_recovery_renew (*file, enrolment->access, enrolment->role, enrolment->recovery, error);
}

static gboolean
run_enrolment (SdmRecordStore  *self,
               SdmRecordJobFunc run,
               Enrolment       *enrolment,
               GError         **error)
{
  g_autoptr (SdmRecordJob) job = sdm_record_job_new (run);

  g_return_val_if_fail (sdm_record_store_get_kind (self) == SDM_RECORD_STORE_REAL, FALSE);

  job->extra = enrolment;
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

/* Public API */

/**
 * sdm_record_store_enrol:
 * @self: an open store for real patients
 * @access: name and passphrase of who is let in
 * @role: (nullable): what that person is; %NULL for what is known
 *
 * Lets another clinician in, also one who left; with the name of who is signed
 * in, changes that passphrase. Fails with %SDM_RECORD_ERROR_EXISTS where
 * somebody of this name may sign in already.
 */
gboolean
sdm_record_store_enrol (SdmRecordStore        *self,
                        const SdmRecordAccess *access,
                        const char            *role,
                        GError               **error)
{
  Enrolment enrolment = { access, role, NULL };

  return run_enrolment (self, run_enrol, &enrolment, error);
}

/**
 * sdm_record_store_recover:
 * @self: a store for real patients, which may have been opened with the recovery code
 * @access: name and a new passphrase
 * @role: (nullable): what that person is; %NULL for what is known
 * @recovery: (out): the new recovery code, which is told only here
 *
 * As sdm_record_store_renew_code(), and lets this person in, who is signed in
 * from then on: with the code alone nobody reads a record.
 */
gboolean
sdm_record_store_recover (SdmRecordStore        *self,
                          const SdmRecordAccess *access,
                          const char            *role,
                          SdmRecordRecovery     *recovery,
                          GError               **error)
{
  Enrolment enrolment = { access, role, recovery };

  return run_enrolment (self, run_recover, &enrolment, error);
}
