/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-code-private.h"
#include "sdm-record-id-private.h"
#include "sdm-record-keys-private.h"

G_BEGIN_DECLS

/**
 * SdmRecordCost:
 * @passes: how often Argon2id goes through the memory
 * @memory_kib: how much memory it takes
 *
 * What it costs to try one passphrase. Kept with each wrap, and never lowered.
 */
typedef struct
{
  guint32 passes;
  guint32 memory_kib;
} SdmRecordCost;

#define SDM_RECORD_COST_FLOOR_PASSES 3
#define SDM_RECORD_COST_FLOOR_KIB    (64 * 1024)

#define SDM_RECORD_SALT_SIZE 16
/* A nonce, the key, and a tag. */
#define SDM_RECORD_BOX_SIZE (24 + SDM_RECORD_KEY_SIZE + 16)

/**
 * SdmRecordKeyWrap:
 * @owner: the id of the clinician, or zeros for the recovery code
 * @version: how often the owner changed the passphrase or the code, from 1
 * @epoch: of the data key inside
 * @cost: of the passphrase; zeros for the recovery code, which cannot be guessed
 * @salt: of the passphrase
 * @box: the data key
 * @public_key: of the owner; a later data key is wrapped for it without the passphrase or the code
 * @sender: with whose secret key that was done, zeros where it was not
 *
 * The data key for one who knows the passphrase, or who has the recovery code.
 */
typedef struct
{
  guint8        owner[SDM_RECORD_ID_SIZE];
  guint32       version;
  guint32       epoch;
  SdmRecordCost cost;
  guint8        salt[SDM_RECORD_SALT_SIZE];
  guint8        box[SDM_RECORD_BOX_SIZE];
  guint8        public_key[SDM_RECORD_KEY_SIZE];
  guint8        sender[SDM_RECORD_KEY_SIZE];
} SdmRecordKeyWrap;

SdmRecordCost sdm_record_cost_calibrate (void);
gboolean      sdm_record_cost_is_enough (const SdmRecordCost *cost);

gboolean       sdm_record_key_wrap_with_passphrase (SdmRecordKeyWrap    *wrap,
                                                    const SdmRecordKeys *keys,
                                                    const guint8         store[SDM_RECORD_ID_SIZE],
                                                    gconstpointer        passphrase,
                                                    gsize                size,
                                                    GError             **error);
SdmRecordKeys *sdm_record_key_unwrap_with_passphrase (const SdmRecordKeyWrap *wrap,
                                                      const guint8            store[SDM_RECORD_ID_SIZE],
                                                      gconstpointer           passphrase,
                                                      gsize                   size,
                                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
guint8        *sdm_record_key_new_sender (guint8 public_key[SDM_RECORD_KEY_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sdm_record_key_wrap_for_owner (SdmRecordKeyWrap    *wrap,
                                              const SdmRecordKeys *keys,
                                              const guint8         store[SDM_RECORD_ID_SIZE],
                                              const guint8        *sender);
void           sdm_record_key_wrap_with_code (SdmRecordKeyWrap    *wrap,
                                              const SdmRecordKeys *keys,
                                              const guint8         store[SDM_RECORD_ID_SIZE],
                                              const guint8         code[SDM_RECORD_CODE_SIZE]);
SdmRecordKeys *sdm_record_key_unwrap_with_code (const SdmRecordKeyWrap *wrap,
                                                const guint8            store[SDM_RECORD_ID_SIZE],
                                                const guint8            code[SDM_RECORD_CODE_SIZE],
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* Sets @error as for any failure to sign in; always FALSE. */
gboolean sdm_record_key_set_locked (GError **error);

G_END_DECLS
