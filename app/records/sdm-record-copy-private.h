/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-pace-private.h"

G_BEGIN_DECLS

/* In the thread of the file: a copy, some pages at a time. */
gboolean sdm_record_copy_begin (SdmRecordFile *file,
                                GError       **error);
gboolean sdm_record_copy_step (SdmRecordFile *file,
                               gint64        *done,
                               gint64        *all,
                               GError       **error);
char    *sdm_record_copy_end (SdmRecordFile *file,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void     sdm_record_copy_abandon (SdmRecordFile *file);

/* In any: nobody has a copy open that was ended. */
gboolean sdm_record_copy_check (const char          *path,
                                const SdmRecordPace *pace,
                                GError             **error);

G_END_DECLS
