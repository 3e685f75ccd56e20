/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-store.h"

G_BEGIN_DECLS

/**
 * SdmRecordPractice:
 * @id: that of the practice consultation
 * @trainee: (nullable): who practised; %NULL where it is damaged
 * @role: (nullable): in which role
 * @case_id: (nullable): the case
 * @started: (nullable): when, such as "2026-11-24T10:42:00Z"
 * @changed: (nullable): when something was changed last
 * @ended: (nullable): when the trainee ended it
 * @body: (nullable): the whole evenhand-practice/1 document; %NULL where it is damaged
 *
 * What a list shows of a kept practice session.
 */
typedef struct
{
  char   *id;
  char   *trainee;
  char   *role;
  char   *case_id;
  char   *started;
  char   *changed;
  char   *ended;
  GBytes *body;
} SdmRecordPractice;

void sdm_record_practice_free (SdmRecordPractice *practice);

/* Practice sessions, in the file of practice only. */

gboolean sdm_record_store_put_practice (SdmRecordStore *self,
                                        GBytes         *body,
                                        GError        **error);
void     sdm_record_store_put_practice_async (SdmRecordStore     *self,
                                              GBytes             *body,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
gboolean sdm_record_store_put_practice_finish (SdmRecordStore *self,
                                               GAsyncResult   *result,
                                               GError        **error);

GBytes *sdm_record_store_get_practice (SdmRecordStore *self,
                                       const char     *id,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void    sdm_record_store_get_practice_async (SdmRecordStore     *self,
                                             const char         *id,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GBytes *sdm_record_store_get_practice_finish (SdmRecordStore *self,
                                              GAsyncResult   *result,
                                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *sdm_record_store_list_practice (SdmRecordStore *self,
                                           const char     *trainee,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_store_list_practice_async (SdmRecordStore     *self,
                                                 const char         *trainee,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
GPtrArray *sdm_record_store_list_practice_finish (SdmRecordStore *self,
                                                  GAsyncResult   *result,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_record_practice_fold_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordPractice, sdm_record_practice_free)

G_END_DECLS
