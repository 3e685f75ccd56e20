/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"
#include "sdm-record-sign-in.h"

G_BEGIN_DECLS

SdmRecordPerson *sdm_record_sign_in_read_person (SdmRecordFile *file,
                                                 GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
