/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-keys-private.h"
#include "sdm-record-place-private.h"

G_BEGIN_DECLS

#define SDM_RECORD_NONCE_SIZE 24
/* What sealing adds to the padded text. */
#define SDM_RECORD_SEAL_SIZE (4 + 4 + SDM_RECORD_NONCE_SIZE + 16)

GBytes *sdm_record_seal (const SdmRecordKeys  *keys,
                         const SdmRecordPlace *place,
                         GBytes               *plain) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sdm_record_seal_with_nonce (const SdmRecordKeys  *keys,
                                    const SdmRecordPlace *place,
                                    GBytes               *plain,
                                    const guint8          nonce[SDM_RECORD_NONCE_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
GBytes *sdm_record_unseal (const SdmRecordKeys  *keys,
                           const SdmRecordPlace *place,
                           GBytes               *sealed,
                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
guint32 sdm_record_seal_get_epoch (GBytes *sealed);

G_END_DECLS
