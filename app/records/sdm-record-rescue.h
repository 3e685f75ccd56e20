/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"

G_BEGIN_DECLS

/*
 * What can still be read of a file of records that does not open any more. It is only read,
 * and nothing is written into it: not that somebody looks, either.
 */

/**
 * SdmRecordRescued:
 * @heads: (element-type SdmRecordHead): of each document that opens, drafts and each version
 * @n_lost: how many were found that do not open
 * @is_cut: whether parts of the file could not be reached at all
 */
typedef struct
{
  GPtrArray *heads;
  guint      n_lost;
  gboolean   is_cut;
} SdmRecordRescued;

/**
 * SdmRecordRescueText:
 *
 * Returns: (transfer full) (nullable): a document as a text to be read
 */
typedef char *(*SdmRecordRescueText) (GBytes *body);

void sdm_record_rescued_free (SdmRecordRescued *rescued);

SdmRecordRescued *sdm_record_store_rescue (SdmRecordStore     *self,
                                           const char         *folder,
                                           SdmRecordRescueText make_text,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void              sdm_record_store_rescue_async (SdmRecordStore     *self,
                                                 SdmRecordAccess    *access,
                                                 const char         *folder,
                                                 SdmRecordRescueText make_text,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
SdmRecordRescued *sdm_record_store_rescue_finish (SdmRecordStore *self,
                                                  GAsyncResult   *result,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordRescued, sdm_record_rescued_free)

G_END_DECLS
