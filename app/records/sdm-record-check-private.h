/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

/* Looking through the whole file, some rows at a time. */

/* Steps of the database's machine between two questions whether somebody waits. */
#define SDM_RECORD_QUESTION_EVERY 20000

typedef struct _SdmRecordCheck SdmRecordCheck;

/**
 * SdmRecordWaitFunc:
 *
 * Returns: whether somebody else wants the file now
 */
typedef gboolean (*SdmRecordWaitFunc) (gpointer user_data);

SdmRecordCheck *sdm_record_check_new (SdmRecordWaitFunc has_to_wait,
                                      gpointer          user_data) G_GNUC_WARN_UNUSED_RESULT;
void            sdm_record_check_free (SdmRecordCheck *check);
gboolean        sdm_record_check_step (SdmRecordFile  *file,
                                       SdmRecordCheck *check,
                                       gint64         *done,
                                       gint64         *all,
                                       GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordCheck, sdm_record_check_free)

G_END_DECLS
