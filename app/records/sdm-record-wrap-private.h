/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-place-private.h"

G_BEGIN_DECLS

GBytes *sdm_record_unwrap_body (const SdmRecordPlace *place,
                                GBytes               *wrapped) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
