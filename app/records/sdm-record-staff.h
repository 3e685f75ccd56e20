/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-access.h"

G_BEGIN_DECLS

/* Who may sign in to the records of real patients. */
gboolean sdm_record_store_enrol (SdmRecordStore        *self,
                                 const SdmRecordAccess *access,
                                 const char            *role,
                                 GError               **error);
gboolean sdm_record_store_recover (SdmRecordStore        *self,
                                   const SdmRecordAccess *access,
                                   const char            *role,
                                   SdmRecordRecovery     *recovery,
                                   GError               **error);

gboolean sdm_record_store_rotate (SdmRecordStore       *self,
                                  GCancellable         *cancellable,
                                  SdmRecordProgressFunc progress,
                                  gpointer              progress_data,
                                  GError              **error);
gboolean sdm_record_store_dismiss (SdmRecordStore       *self,
                                   const char           *name,
                                   const char           *reason,
                                   GCancellable         *cancellable,
                                   SdmRecordProgressFunc progress,
                                   gpointer              progress_data,
                                   GError              **error);
gboolean sdm_record_store_is_rotating (SdmRecordStore *self,
                                       gboolean       *is_rotating,
                                       GError        **error);

G_END_DECLS
