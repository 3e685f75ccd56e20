/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

/* Fills a file of real patients with people who are made up, the same in each run. */
void  record_maker_fill (SdmRecordFile *file,
                         guint          n_patients,
                         guint          n_consultations);
char *record_maker_dup_nhs_number (guint patient) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
