/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-store.h"

G_BEGIN_DECLS

#define SDM_RECORD_SHORTEST_PASSPHRASE 12

/**
 * SdmRecordProgressFunc:
 * @done: how much is done
 * @all: of how much
 *
 * Tells how far a long job has come, on the thread of who waits for it.
 */
typedef void (*SdmRecordProgressFunc) (gint64   done,
                                       gint64   all,
                                       gpointer user_data);

/* What somebody signs in with. Its secret is in memory that is wiped. */
typedef struct _SdmRecordAccess SdmRecordAccess;

SdmRecordAccess *sdm_record_access_new (const char *name,
                                        const char *passphrase,
                                        gsize       size) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordAccess *sdm_record_access_new_for_code (const char *code,
                                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_record_access_free (SdmRecordAccess *access);

/**
 * SdmRecordRecovery:
 * @code: the recovery code, to be printed and kept nowhere else
 * @groups: which two of its groups are to be typed back, counted from 1
 *
 * A new recovery code.
 */
typedef struct
{
  char *code;
  guint groups[2];
} SdmRecordRecovery;

void sdm_record_recovery_clear (SdmRecordRecovery *recovery);

void     sdm_record_store_take_access (SdmRecordStore  *self,
                                       SdmRecordAccess *access);
gboolean sdm_record_store_found (SdmRecordStore    *self,
                                 SdmRecordAccess   *access,
                                 const char        *role,
                                 SdmRecordRecovery *recovery,
                                 GError           **error);
gboolean sdm_record_store_confirm (SdmRecordStore *self,
                                   const char     *first,
                                   const char     *second,
                                   GError        **error);
gboolean sdm_record_store_renew_code (SdmRecordStore    *self,
                                      SdmRecordRecovery *recovery,
                                      GError           **error);

gboolean sdm_record_store_backup (SdmRecordStore *self,
                                  const char     *path,
                                  GError        **error);
gboolean sdm_record_store_export (SdmRecordStore *self,
                                  const char     *id,
                                  GBytes        **body,
                                  GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmRecordAccess, sdm_record_access_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SdmRecordRecovery, sdm_record_recovery_clear)

G_END_DECLS
