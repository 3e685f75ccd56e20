/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-place-private.h"

G_BEGIN_DECLS

GBytes *sdm_record_wrap_body (const SdmRecordPlace *place,
                              GBytes               *plain) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sdm_record_unwrap_body (const SdmRecordPlace *place,
                                GBytes               *wrapped,
                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
