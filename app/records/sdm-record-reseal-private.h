/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

gboolean sdm_record_reseal_lend (SdmRecordFile *file,
                                 GError       **error);
void     sdm_record_reseal_take_back (SdmRecordFile *file);

G_END_DECLS
