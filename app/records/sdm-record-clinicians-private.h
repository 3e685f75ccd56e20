/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"
#include "sdm-record-file-private.h"
#include "sdm-record-key-wrap-private.h"

G_BEGIN_DECLS

/**
 * SdmRecordAccess:
 * @name: (nullable): of a clinician
 * @secret: (nullable): that clinician's passphrase, in guarded memory
 * @size: its length
 * @code: (nullable): the recovery code, in guarded memory
 * @keys: (nullable): in tests, the key itself
 * @cost: for a new wrap; zeros to measure it
 */
struct _SdmRecordAccess
{
  char          *name;
  char          *secret;
  gsize          size;
  guint8        *code;
  SdmRecordKeys *keys;
  SdmRecordCost  cost;
};

gboolean sdm_record_access_is_good (const SdmRecordAccess *access,
                                    GError               **error);

gboolean sdm_record_clinicians_add (SdmRecordFile         *file,
                                    const SdmRecordAccess *access,
                                    const char            *role,
                                    gint64                 now,
                                    GError               **error);
gboolean sdm_record_clinicians_add_recovery (SdmRecordFile     *file,
                                             SdmRecordRecovery *recovery,
                                             GError           **error);
gboolean sdm_record_clinicians_confirm (SdmRecordFile *file,
                                        const char    *first,
                                        const char    *second,
                                        GError       **error);
gboolean sdm_record_clinicians_check_confirmed (SdmRecordFile *file,
                                                GError       **error);
gboolean sdm_record_clinicians_ask (SdmRecordFile *file,
                                    gboolean      *is_confirmed,
                                    guint          groups[2],
                                    GError       **error);
gboolean sdm_record_clinicians_renew_code (SdmRecordFile     *file,
                                           SdmRecordRecovery *recovery,
                                           GError           **error);
gboolean sdm_record_clinicians_unlock (SdmRecordFile         *file,
                                       const SdmRecordAccess *access,
                                       GError               **error);
gboolean sdm_record_clinicians_note_sign_in (SdmRecordFile         *file,
                                             const SdmRecordAccess *access,
                                             GError               **error);

G_END_DECLS
