/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-store.h"

G_BEGIN_DECLS

/**
 * SdmRecordUse:
 * @SDM_RECORD_USE_PRINT: a paper was sent to a printer
 * @SDM_RECORD_USE_PDF: a paper was saved as a file
 * @SDM_RECORD_USE_COPY: the summary for the GP record was copied
 *
 * How something of a record left the program.
 */
typedef enum
{
  SDM_RECORD_USE_PRINT,
  SDM_RECORD_USE_PDF,
  SDM_RECORD_USE_COPY,
} SdmRecordUse;

gboolean sdm_record_store_note_use (SdmRecordStore *self,
                                    const char     *id,
                                    SdmRecordUse    use,
                                    const char     *where,
                                    GError        **error);
void     sdm_record_store_note_use_async (SdmRecordStore     *self,
                                          const char         *id,
                                          SdmRecordUse        use,
                                          const char         *where,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
gboolean sdm_record_store_note_use_finish (SdmRecordStore *self,
                                           GAsyncResult   *result,
                                           GError        **error);

void     sdm_record_store_note_setting_async (SdmRecordStore     *self,
                                              const char         *setting,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
gboolean sdm_record_store_note_setting_finish (SdmRecordStore *self,
                                               GAsyncResult   *result,
                                               GError        **error);

G_END_DECLS
