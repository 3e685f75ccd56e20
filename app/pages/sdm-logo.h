/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The picture at the head of a practice's letters, kept as a copy. */

char *sdm_logo_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_logo_keep (GFile        *file,
                     const char   *folder,
                     GCancellable *cancellable,
                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void  sdm_logo_keep_async (GFile              *file,
                           const char         *folder,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
char *sdm_logo_keep_finish (GAsyncResult *result,
                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;

char *sdm_logo_encode (GFile        *file,
                       GCancellable *cancellable,
                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void  sdm_logo_encode_async (GFile              *file,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data);
char *sdm_logo_encode_finish (GAsyncResult *result,
                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
