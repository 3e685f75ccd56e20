/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "sdm-record-id-private.h"

G_BEGIN_DECLS

/**
 * SdmRecordPlace:
 * @store: the id of the store
 * @column: table and column, such as `draft.body`
 * @row: the id of the row, most often of a consultation
 * @version: 0 for a draft
 *
 * Where a document belongs. It is bound to its place, so that one put
 * somewhere else is found out.
 */
typedef struct
{
  guint8      store[SDM_RECORD_ID_SIZE];
  const char *column;
  guint8      row[SDM_RECORD_ID_SIZE];
  guint32     version;
} SdmRecordPlace;

G_END_DECLS
