/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-record-use.h"

#include "sdm-record-audit-private.h"
#include "sdm-record-read-private.h"
#include "sdm-record-store-private.h"

/* What left the program is noted in the chain: to which printer or file, never what it said. */

static const char *const codes[] = {
  [SDM_RECORD_USE_PRINT] = SDM_RECORD_AUDIT_PRINT,
  [SDM_RECORD_USE_PDF] = SDM_RECORD_AUDIT_PDF,
  [SDM_RECORD_USE_COPY] = SDM_RECORD_AUDIT_COPY,
};

static gboolean
run_note (SdmRecordFile **file,
          SdmRecordJob   *job,
          GError        **error)
{
  g_autoptr (SdmRecordHead) head = NULL;
  SdmRecordEvent *event;
  guint8          id[SDM_RECORD_ID_SIZE];

  if (!sdm_record_store_check_open (*file, error) || !sdm_record_read_parse_id (job->text, id, error) ||
      !sdm_record_read_head (*file, id, &head, error))
    return FALSE;
  if (head == NULL)
    return sdm_record_read_set_not_found (error);

  event = sdm_record_audit_new_event (*file, codes[job->number], id, head->version, NULL);
  event->outcome = g_strdup (job->words[0]);
  return sdm_record_audit_note (*file, event, error);
}

static SdmRecordJob *
new_job (const char  *id,
         SdmRecordUse use,
         const char  *where)
{
  SdmRecordJob *job = sdm_record_job_new_for_text (run_note, id);

  job->number = use;
  job->words = g_new0 (char *, 2);
  job->words[0] = g_strdup (where);
  return job;
}

/**
 * sdm_record_store_note_use:
 * @id: the document's id
 * @where: (nullable): the printer, the name of the file, or how much was copied
 *
 * Notes that something of a record left the program.
 */
gboolean
sdm_record_store_note_use (SdmRecordStore *self,
                           const char     *id,
                           SdmRecordUse    use,
                           const char     *where,
                           GError        **error)
{
  g_autoptr (SdmRecordJob) job = NULL;

  g_return_val_if_fail (SDM_IS_RECORD_STORE (self), FALSE);

  job = new_job (id, use, where);
  return sdm_record_worker_run (sdm_record_store_get_worker (self), job, error);
}

void
sdm_record_store_note_use_async (SdmRecordStore     *self,
                                 const char         *id,
                                 SdmRecordUse        use,
                                 const char         *where,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));

  sdm_record_store_start (self, new_job (id, use, where), cancellable, callback, user_data);
}

gboolean
sdm_record_store_note_use_finish (SdmRecordStore *self,
                                  GAsyncResult   *result,
                                  GError        **error)
{
  return sdm_record_store_finish (self, result, run_note, error) != NULL;
}

/* Settings */

static gboolean
run_note_setting (SdmRecordFile **file,
                  SdmRecordJob   *job,
                  GError        **error)
{
  SdmRecordEvent *event;

  if (!sdm_record_store_check_open (*file, error))
    return FALSE;
  event = sdm_record_audit_new_event (*file, SDM_RECORD_AUDIT_SETTINGS, NULL, 0, NULL);
  event->outcome = g_strdup (job->text);
  return sdm_record_audit_note (*file, event, error);
}

/**
 * sdm_record_store_note_setting_async:
 * @setting: which setting, and what it is now: "auto-lock-minutes 5"
 *
 * Notes that a setting was changed on which the safety of the records rests.
 */
void
sdm_record_store_note_setting_async (SdmRecordStore     *self,
                                     const char         *setting,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_return_if_fail (SDM_IS_RECORD_STORE (self));
  g_return_if_fail (setting != NULL);

  sdm_record_store_start (self, sdm_record_job_new_for_text (run_note_setting, setting), NULL, callback, user_data);
}

gboolean
sdm_record_store_note_setting_finish (SdmRecordStore *self,
                                      GAsyncResult   *result,
                                      GError        **error)
{
  return sdm_record_store_finish (self, result, run_note_setting, error) != NULL;
}
