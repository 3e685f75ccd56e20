/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SDM_RECORD_KEY_SIZE   32
#define SDM_RECORD_INDEX_SIZE 16

/**
 * SdmRecordKeyUse:
 * @SDM_RECORD_KEY_RECORD: seals what stands in a row
 * @SDM_RECORD_KEY_INDEX: makes blind indexes
 * @SDM_RECORD_KEY_AUDIT: chains the audit events
 * @SDM_RECORD_KEY_EXPORT: for what leaves the file sealed
 *
 * What a subkey is for. None is ever used for a second purpose.
 */
typedef enum
{
  SDM_RECORD_KEY_RECORD,
  SDM_RECORD_KEY_INDEX,
  SDM_RECORD_KEY_AUDIT,
  SDM_RECORD_KEY_EXPORT,
  SDM_RECORD_N_KEYS,
} SdmRecordKeyUse;

/* The data key of one epoch and its subkeys, in memory that is guarded, locked and wiped. */
typedef struct _SdmRecordKeys SdmRecordKeys;

SdmRecordKeys *sdm_record_keys_new (guint32      epoch,
                                    const guint8 data_key[SDM_RECORD_KEY_SIZE]) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordKeys *sdm_record_keys_new_random (guint32 epoch) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_record_keys_free (SdmRecordKeys *keys);

guint32       sdm_record_keys_get_epoch (const SdmRecordKeys *keys);
const guint8 *sdm_record_keys_get_data_key (const SdmRecordKeys *keys);
const guint8 *sdm_record_keys_get (const SdmRecordKeys *keys,
                                   SdmRecordKeyUse      use);

void     sdm_record_keys_index (const SdmRecordKeys *keys,
                                const char          *domain,
                                gconstpointer        value,
                                gsize                size,
                                guint8               index[SDM_RECORD_INDEX_SIZE]);
void     sdm_record_keys_index_nhs_number (const SdmRecordKeys *keys,
                                           const char          *digits,
                                           guint8               index[SDM_RECORD_INDEX_SIZE]);
gboolean sdm_record_keys_index_person (const SdmRecordKeys *keys,
                                       const char          *surname,
                                       const char          *birth_date,
                                       guint8               index[SDM_RECORD_INDEX_SIZE]);
char    *sdm_record_fold_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordKeys, sdm_record_keys_free)

G_END_DECLS
