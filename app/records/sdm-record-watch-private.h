/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

/* What the months are called beside the backups. */
#define SDM_RECORD_HEADS_NAME "evenhand-records-heads.txt"

/* What is remembered of the file of real records beside it. */

void sdm_record_watch_read (SdmRecordFile *file);
void sdm_record_watch_begin_anew (SdmRecordFile *file);
void sdm_record_watch_keep (SdmRecordFile *file);
void sdm_record_watch_free (SdmRecordWatch *watch);

void     sdm_record_watch_note_backup (SdmRecordFile *file,
                                       const char    *folder);
void     sdm_record_watch_note_check (SdmRecordFile *file,
                                      gboolean       is_good);
gint64   sdm_record_watch_get_backup (SdmRecordFile *file,
                                      char         **folder);
gint64   sdm_record_watch_get_check (SdmRecordFile *file,
                                     gboolean      *was_good);
gboolean sdm_record_watch_get_last (SdmRecordFile *file,
                                    gint64        *seq,
                                    gint64        *time);

gboolean sdm_record_watch_is_head (SdmRecordFile *file,
                                   gint64         seq,
                                   guint32        epoch,
                                   const guint8   mac[SDM_RECORD_MAC_SIZE],
                                   const char    *first_mac);
gboolean sdm_record_watch_add_heads (SdmRecordFile *file,
                                     const char    *path,
                                     GError       **error);
void     sdm_record_watch_drop_heads (SdmRecordFile *file);
char    *sdm_record_watch_merge_heads (SdmRecordFile *file,
                                       const char    *before) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordWatch, sdm_record_watch_free)

G_END_DECLS
