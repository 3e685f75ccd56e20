/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-kept-person.h"
#include "sdm-record-find.h"

G_BEGIN_DECLS

/* All that is kept of one patient, for a person who asks for it. */

typedef struct _SdmRecordRequest SdmRecordRequest;

void           sdm_record_request_free (SdmRecordRequest *self);
SdmKeptPerson *sdm_record_request_tell (const SdmRecordRequest *self,
                                        const char             *made,
                                        GError                **error) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_record_request_dup_outcome (const char          *where,
                                      const SdmKeptPerson *person) G_GNUC_WARN_UNUSED_RESULT;

SdmRecordRequest *sdm_record_store_read_request (SdmRecordStore *self,
                                                 const char     *patient,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_record_store_read_request_async (SdmRecordStore     *self,
                                                       const char         *patient,
                                                       GCancellable       *cancellable,
                                                       GAsyncReadyCallback callback,
                                                       gpointer            user_data);
SdmRecordRequest *sdm_record_store_read_request_finish (SdmRecordStore *self,
                                                        GAsyncResult   *result,
                                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_store_note_request (SdmRecordStore *self,
                                        const char     *patient,
                                        const char     *outcome,
                                        GError        **error);
void     sdm_record_store_note_request_async (SdmRecordStore     *self,
                                              const char         *patient,
                                              const char         *outcome,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
gboolean sdm_record_store_note_request_finish (SdmRecordStore *self,
                                               GAsyncResult   *result,
                                               GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordRequest, sdm_record_request_free)

G_END_DECLS
