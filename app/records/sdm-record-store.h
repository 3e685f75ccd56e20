/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-record-error.h"
#include "sdm-record-head.h"

G_BEGIN_DECLS

#define SDM_TYPE_RECORD_STORE (sdm_record_store_get_type ())
G_DECLARE_FINAL_TYPE (SdmRecordStore, sdm_record_store, SDM, RECORD_STORE, GObject)

/*
 * Everything runs on the store's one worker thread, in the order asked. The
 * plain functions wait for it and are for tests, the command line and the last
 * save at closing; a window uses the _async ones, whose callbacks run in the
 * main context of the caller. The doc comments are at the plain functions.
 */
SdmRecordStore *sdm_record_store_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordStore *sdm_record_store_new_for_kind (const char        *folder,
                                               SdmRecordStoreKind kind) G_GNUC_WARN_UNUSED_RESULT;

const char        *sdm_record_store_get_folder (SdmRecordStore *self);
gboolean           sdm_record_store_exists (SdmRecordStore *self);
SdmRecordStoreKind sdm_record_store_get_kind (SdmRecordStore *self);

gboolean sdm_record_store_open (SdmRecordStore *self,
                                GError        **error);
void     sdm_record_store_open_async (SdmRecordStore     *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean sdm_record_store_open_finish (SdmRecordStore *self,
                                       GAsyncResult   *result,
                                       GError        **error);

gboolean sdm_record_store_close (SdmRecordStore *self,
                                 GError        **error);
void     sdm_record_store_close_async (SdmRecordStore     *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean sdm_record_store_close_finish (SdmRecordStore *self,
                                        GAsyncResult   *result,
                                        GError        **error);

gboolean sdm_record_store_save_draft (SdmRecordStore      *self,
                                      const SdmRecordHead *head,
                                      GBytes              *body,
                                      GError             **error);
void     sdm_record_store_save_draft_async (SdmRecordStore      *self,
                                            const SdmRecordHead *head,
                                            GBytes              *body,
                                            GCancellable        *cancellable,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data);
gboolean sdm_record_store_save_draft_finish (SdmRecordStore *self,
                                             GAsyncResult   *result,
                                             GError        **error);

gboolean sdm_record_store_load (SdmRecordStore *self,
                                const char     *id,
                                SdmRecordHead **head,
                                GBytes        **body,
                                GError        **error);
void     sdm_record_store_load_async (SdmRecordStore     *self,
                                      const char         *id,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean sdm_record_store_load_finish (SdmRecordStore *self,
                                       GAsyncResult   *result,
                                       SdmRecordHead **head,
                                       GBytes        **body,
                                       GError        **error);

GPtrArray *sdm_record_store_list_drafts (SdmRecordStore *self,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_store_list_drafts_async (SdmRecordStore     *self,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
GPtrArray *sdm_record_store_list_drafts_finish (SdmRecordStore *self,
                                                GAsyncResult   *result,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *sdm_record_store_list_finished (SdmRecordStore *self,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_record_store_list_finished_async (SdmRecordStore     *self,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
GPtrArray *sdm_record_store_list_finished_finish (SdmRecordStore *self,
                                                  GAsyncResult   *result,
                                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_store_discard_draft (SdmRecordStore *self,
                                         const char     *id,
                                         SdmRecordHead **head,
                                         GBytes        **body,
                                         GError        **error);
void     sdm_record_store_discard_draft_async (SdmRecordStore     *self,
                                               const char         *id,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gboolean sdm_record_store_discard_draft_finish (SdmRecordStore *self,
                                                GAsyncResult   *result,
                                                SdmRecordHead **head,
                                                GBytes        **body,
                                                GError        **error);

gboolean sdm_record_store_finalise (SdmRecordStore      *self,
                                    const SdmRecordHead *head,
                                    GBytes              *body,
                                    GError             **error);
void     sdm_record_store_finalise_async (SdmRecordStore      *self,
                                          const SdmRecordHead *head,
                                          GBytes              *body,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean sdm_record_store_finalise_finish (SdmRecordStore *self,
                                           GAsyncResult   *result,
                                           GError        **error);

char *sdm_record_store_put_aid (SdmRecordStore *self,
                                GBytes         *bytes,
                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void  sdm_record_store_put_aid_async (SdmRecordStore     *self,
                                      GBytes             *bytes,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
char *sdm_record_store_put_aid_finish (SdmRecordStore *self,
                                       GAsyncResult   *result,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

GBytes *sdm_record_store_get_aid (SdmRecordStore *self,
                                  const char     *sha256,
                                  GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void    sdm_record_store_get_aid_async (SdmRecordStore     *self,
                                        const char         *sha256,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
GBytes *sdm_record_store_get_aid_finish (SdmRecordStore *self,
                                         GAsyncResult   *result,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_record_store_verify (SdmRecordStore *self,
                                  GError        **error);
void     sdm_record_store_verify_async (SdmRecordStore     *self,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
gboolean sdm_record_store_verify_finish (SdmRecordStore *self,
                                         GAsyncResult   *result,
                                         GError        **error);

G_END_DECLS
