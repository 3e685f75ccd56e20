/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

char    *sdm_record_closing_hash (SdmRecordFile *file,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_record_closing_check (SdmRecordFile *file,
                                   GError       **error);

/* sdm-record-mark.c */

/**
 * SdmRecordMark:
 * @head: the end of the chain when the file was last closed here; its mac is 0 while the key was being changed
 * @epoch: of the key with which its mac was made; 0 where there is no mark
 * @refused: the end of the chain of a file that was refused since, for somebody to look at
 */
typedef struct
{
  SdmRecordAuditHead head;
  guint32            epoch;
  SdmRecordAuditHead refused;
} SdmRecordMark;

SdmRecordMark sdm_record_mark_read (SdmRecordFile *file);
void          sdm_record_mark_write (SdmRecordFile       *file,
                                     const SdmRecordMark *mark);

G_END_DECLS
