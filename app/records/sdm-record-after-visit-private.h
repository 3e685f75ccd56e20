/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-after-visit.h"
#include "sdm-record-file-private.h"

G_BEGIN_DECLS

gboolean sdm_record_after_visit_check_row (SdmRecordFile      *file,
                                           SdmRecordStatement *statement,
                                           GError            **error);

G_END_DECLS
