/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "sdm-record-access.h"

G_BEGIN_DECLS

/* How much the whole of a long job is, whatever its parts are counted in. */
#define SDM_RECORD_PACE_ALL 1000

/**
 * SdmRecordPace:
 * @cancellable: (nullable): looked at whenever progress is told
 * @progress: (nullable): who is told, on the thread that does the work
 * @from: where the part at hand begins, out of %SDM_RECORD_PACE_ALL
 * @to: and ends
 *
 * How far a long job has come, and whether it is still wanted.
 */
typedef struct
{
  GCancellable         *cancellable;
  SdmRecordProgressFunc progress;
  gpointer              user_data;
  gint64                from;
  gint64                to;
} SdmRecordPace;

SdmRecordPace sdm_record_pace_part (const SdmRecordPace *pace,
                                    gint64               from,
                                    gint64               to);
gboolean      sdm_record_pace_tell (const SdmRecordPace *pace,
                                    gint64               done,
                                    gint64               all);
gboolean      sdm_record_pace_check (const SdmRecordPace *pace,
                                     GError             **error);
void          sdm_record_pace_follow (const SdmRecordPace *pace,
                                      sqlite3             *db);

/* Progress for who works in a main loop. */
typedef struct _SdmRecordTeller SdmRecordTeller;

SdmRecordTeller *sdm_record_teller_new (SdmRecordProgressFunc progress,
                                        gpointer              user_data) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_record_teller_tell (gint64   done,
                                         gint64   all,
                                         gpointer teller);
void             sdm_record_teller_end (SdmRecordTeller *teller);
void             sdm_record_teller_unref (SdmRecordTeller *teller);

G_END_DECLS
