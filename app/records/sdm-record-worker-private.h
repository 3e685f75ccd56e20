/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"
#include "sdm-record-file-private.h"
#include "sdm-record-find.h"
#include "sdm-record-head.h"
#include "sdm-record-request.h"

G_BEGIN_DECLS

typedef struct _SdmRecordWorker SdmRecordWorker;
typedef struct _SdmRecordJob    SdmRecordJob;

/**
 * SdmRecordJobFunc:
 * @file: (inout): the open file, %NULL while the store is closed
 *
 * The work of a job, on the worker's thread.
 */
typedef gboolean (*SdmRecordJobFunc) (SdmRecordFile **file,
                                      SdmRecordJob   *job,
                                      GError        **error);

/**
 * SdmRecordJob:
 * @run: the work
 * @text: (nullable): an id, a hash or a folder
 * @head: (nullable): given to the work, or its result
 * @body: (nullable): given to the work, or its result
 * @list: (nullable): a result
 * @query: (nullable): what to find
 * @found: (nullable): a result
 * @request: (nullable): a result
 * @words: (nullable) (array zero-terminated=1): ids and reasons, where there are several
 * @number: of a version, or what kind of change makes one
 * @kind: for opening
 * @access: (nullable): for opening
 * @extra: (nullable): whatever else the work needs; stays the caller's, who waits
 * @steps: (nullable): for opening, in tests
 *
 * One call to the store. All fields are owned, but @steps and @extra.
 */
struct _SdmRecordJob
{
  SdmRecordJobFunc      run;
  char                 *text;
  SdmRecordHead        *head;
  GBytes               *body;
  GPtrArray            *list;
  SdmRecordQuery       *query;
  SdmRecordFound       *found;
  SdmRecordRequest     *request;
  char                **words;
  guint                 number;
  SdmRecordStoreKind    kind;
  SdmRecordAccess      *access;
  gpointer              extra;
  const SdmRecordSteps *steps;
};

SdmRecordJob *sdm_record_job_new (SdmRecordJobFunc run) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordJob *sdm_record_job_new_for_text (SdmRecordJobFunc run,
                                           const char      *text) G_GNUC_WARN_UNUSED_RESULT;
void          sdm_record_job_free (SdmRecordJob *job);

SdmRecordWorker *sdm_record_worker_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_record_worker_stop (SdmRecordWorker *worker);
gboolean         sdm_record_worker_run (SdmRecordWorker *worker,
                                        SdmRecordJob    *job,
                                        GError         **error);
gboolean         sdm_record_worker_is_wanted (SdmRecordWorker *worker);
void             sdm_record_worker_push (SdmRecordWorker *worker,
                                         GTask           *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordJob, sdm_record_job_free)

G_END_DECLS
