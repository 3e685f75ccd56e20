/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-keys-private.h"

G_BEGIN_DECLS

SdmRecordKeys *sdm_record_key_file_read (const char *folder,
                                         const char *name,
                                         gboolean    may_make,
                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
