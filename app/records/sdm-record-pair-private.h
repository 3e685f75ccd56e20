/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

GBytes  *sdm_record_pair_seal (SdmRecordFile *file,
                               const char    *column,
                               const guint8   row[SDM_RECORD_ID_SIZE],
                               const char    *first,
                               const char    *second) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_record_pair_unseal (SdmRecordFile *file,
                                 const char    *column,
                                 const guint8   row[SDM_RECORD_ID_SIZE],
                                 GBytes        *sealed,
                                 char         **first,
                                 char         **second,
                                 GError       **error);

G_END_DECLS
