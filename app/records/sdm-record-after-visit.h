/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-store.h"

G_BEGIN_DECLS

/* What people answered in private after a visit, in the file of real patients only. */

void     sdm_record_store_add_after_visit_async (SdmRecordStore     *self,
                                                 GBytes             *answers,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
gboolean sdm_record_store_add_after_visit_finish (SdmRecordStore *self,
                                                  GAsyncResult   *result,
                                                  GError        **error);
gboolean sdm_record_store_add_after_visit (SdmRecordStore *self,
                                           GBytes         *answers,
                                           GError        **error);

GPtrArray *sdm_record_store_list_after_visit (SdmRecordStore *self,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
