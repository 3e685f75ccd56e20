/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-practice.h"

G_BEGIN_DECLS

gboolean sdm_record_practice_check_row (SdmRecordFile      *file,
                                        SdmRecordStatement *statement,
                                        GError            **error);

G_END_DECLS
