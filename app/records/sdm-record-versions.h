/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-store.h"

G_BEGIN_DECLS

/* Versions of a finished consultation. None is ever changed; another is added. */

/**
 * SdmRecordChange:
 * @SDM_RECORD_CHANGE_FINALISED: the first version
 * @SDM_RECORD_CHANGE_AMENDED: something in it was put right or added
 * @SDM_RECORD_CHANGE_ENTERED_IN_ERROR: it should never have been written, such as for another person
 * @SDM_RECORD_CHANGE_WITHDRAWN: the person took it back
 *
 * Why there is a version. After the last two there is no further one.
 */
typedef enum
{
  SDM_RECORD_CHANGE_FINALISED,
  SDM_RECORD_CHANGE_AMENDED,
  SDM_RECORD_CHANGE_ENTERED_IN_ERROR,
  SDM_RECORD_CHANGE_WITHDRAWN,
} SdmRecordChange;

const char *sdm_record_change_get_text (SdmRecordChange change);

gboolean sdm_record_store_add_version (SdmRecordStore      *self,
                                       SdmRecordChange      change,
                                       const SdmRecordHead *head,
                                       GBytes              *body,
                                       const char          *reason,
                                       GError             **error);
void     sdm_record_store_add_version_async (SdmRecordStore      *self,
                                             SdmRecordChange      change,
                                             const SdmRecordHead *head,
                                             GBytes              *body,
                                             const char          *reason,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean sdm_record_store_add_version_finish (SdmRecordStore *self,
                                              GAsyncResult   *result,
                                              GError        **error);

GPtrArray *sdm_record_store_list_versions (SdmRecordStore *self,
                                           const char     *id,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_store_list_versions_async (SdmRecordStore     *self,
                                                 const char         *id,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
GPtrArray *sdm_record_store_list_versions_finish (SdmRecordStore *self,
                                                  GAsyncResult   *result,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_store_load_version (SdmRecordStore *self,
                                        const char     *id,
                                        guint           version,
                                        SdmRecordHead **head,
                                        GBytes        **body,
                                        GError        **error);
void     sdm_record_store_load_version_async (SdmRecordStore     *self,
                                              const char         *id,
                                              guint               version,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
gboolean sdm_record_store_load_version_finish (SdmRecordStore *self,
                                               GAsyncResult   *result,
                                               SdmRecordHead **head,
                                               GBytes        **body,
                                               GError        **error);

/**
 * SdmRecordDifference:
 * @pointer: where, as a JSON pointer
 * @before: (nullable): what stood there, as JSON; %NULL when nothing did
 * @after: (nullable): what stands there now; %NULL when nothing does
 *
 * One place at which two versions differ.
 */
typedef struct
{
  char *pointer;
  char *before;
  char *after;
} SdmRecordDifference;

GPtrArray *sdm_record_differences_new (GBytes  *before,
                                       GBytes  *after,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
