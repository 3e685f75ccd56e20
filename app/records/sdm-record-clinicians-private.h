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
 * @cost: for a new wrap; zeros to measure it
 */
struct _SdmRecordAccess
{
  char         *name;
  char         *secret;
  gsize         size;
  guint8       *code;
  SdmRecordCost cost;
};

gboolean sdm_record_access_is_good (const SdmRecordAccess *access,
                                    GError               **error);

gboolean sdm_record_clinicians_add (SdmRecordFile         *file,
                                    const SdmRecordAccess *access,
                                    const char            *role,
                                    gint64                 now,
                                    GError               **error);
gboolean sdm_record_clinicians_add_wrap (SdmRecordFile          *file,
                                         const SdmRecordKeyWrap *wrap,
                                         GError                **error);
gboolean sdm_record_clinicians_unlock (SdmRecordFile         *file,
                                       const SdmRecordAccess *access,
                                       GError               **error);
gboolean sdm_record_clinicians_find (SdmRecordFile *file,
                                     const char    *name,
                                     guint8         id[SDM_RECORD_ID_SIZE],
                                     gboolean      *found,
                                     GError       **error);
gboolean sdm_record_clinicians_note_sign_in (SdmRecordFile         *file,
                                             const SdmRecordAccess *access,
                                             GError               **error);

G_END_DECLS
