/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-file-private.h"

G_BEGIN_DECLS

gboolean sdm_record_recovery_add (SdmRecordFile     *file,
                                  SdmRecordRecovery *recovery,
                                  GError           **error);
gboolean sdm_record_recovery_confirm (SdmRecordFile *file,
                                      const char    *first,
                                      const char    *second,
                                      GError       **error);
gboolean sdm_record_recovery_renew (SdmRecordFile         *file,
                                    const SdmRecordAccess *access,
                                    const char            *role,
                                    SdmRecordRecovery     *recovery,
                                    GError               **error);
gboolean sdm_record_recovery_ask (SdmRecordFile *file,
                                  gboolean      *is_confirmed,
                                  guint          groups[2],
                                  GError       **error);
gboolean sdm_record_recovery_is_outdated (SdmRecordFile *file,
                                          gboolean      *is_outdated,
                                          GError       **error);
gboolean sdm_record_recovery_check_confirmed (SdmRecordFile *file,
                                              GError       **error);
gboolean sdm_record_recovery_note_use (SdmRecordFile *file,
                                       GError       **error);

G_END_DECLS
