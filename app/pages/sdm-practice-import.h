/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-context.h"
#include "sdm-practice-session.h"

G_BEGIN_DECLS

void  sdm_practice_import_async (SdmContext         *context,
                                 SdmConsultation    *consultation,
                                 SdmPracticeSession *session,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
char *sdm_practice_import_finish (GAsyncResult *result,
                                  gboolean     *is_new,
                                  guint        *n_joined,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
