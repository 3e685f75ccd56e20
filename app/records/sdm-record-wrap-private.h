/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sdm-record-id-private.h"

G_BEGIN_DECLS

/**
 * SdmRecordPlace:
 * @store: the id of the store
 * @column: table and column, such as `draft.body`
 * @row: the id of the consultation
 * @version: 0 for a draft
 *
 * Where a wrapped document belongs. It is bound to its place, so that one put
 * somewhere else is found out.
 */
typedef struct
{
  guint8      store[SDM_RECORD_ID_SIZE];
  const char *column;
  guint8      row[SDM_RECORD_ID_SIZE];
  guint32     version;
} SdmRecordPlace;

GBytes *sdm_record_wrap_body (const SdmRecordPlace *place,
                              GBytes               *plain) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sdm_record_unwrap_body (const SdmRecordPlace *place,
                                GBytes               *wrapped,
                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
