/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-store.h"
#include "sdm-record-worker-private.h"

G_BEGIN_DECLS

SdmRecordWorker *sdm_record_store_get_worker (SdmRecordStore *self);
SdmRecordAccess *sdm_record_store_steal_access (SdmRecordStore *self);
gboolean         sdm_record_store_check_open (SdmRecordFile *file,
                                              GError       **error);
void             sdm_record_store_start (SdmRecordStore     *self,
                                         SdmRecordJob       *job,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
SdmRecordJob    *sdm_record_store_finish (SdmRecordStore  *self,
                                          GAsyncResult    *result,
                                          SdmRecordJobFunc run,
                                          GError         **error);

/* For tests: other steps than this version's, and anything done on the open file. */
void     sdm_record_store_set_steps (SdmRecordStore       *self,
                                     const SdmRecordSteps *steps);
gboolean sdm_record_store_run (SdmRecordStore  *self,
                               SdmRecordJobFunc func,
                               GError         **error);

G_END_DECLS
