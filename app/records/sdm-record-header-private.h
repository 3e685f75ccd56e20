/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmRecordHeader:
 * @SDM_RECORD_HEADER_GOOD: a file of ours
 * @SDM_RECORD_HEADER_UNREADABLE: it could not be read; errno says why
 * @SDM_RECORD_HEADER_NOT_OURS: a file of something else
 * @SDM_RECORD_HEADER_NEWER: of a shape that this version does not know
 * @SDM_RECORD_HEADER_CUT_SHORT: shorter than it says it is
 *
 * What the beginning of a file says.
 */
typedef enum
{
  SDM_RECORD_HEADER_GOOD,
  SDM_RECORD_HEADER_UNREADABLE,
  SDM_RECORD_HEADER_NOT_OURS,
  SDM_RECORD_HEADER_NEWER,
  SDM_RECORD_HEADER_CUT_SHORT,
} SdmRecordHeader;

SdmRecordHeader sdm_record_header_look_at (const char *path,
                                           gsize       newest,
                                           gboolean    may_be_short);

G_END_DECLS
