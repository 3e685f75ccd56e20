/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "sdm-record-access.h"

G_BEGIN_DECLS

#define SDM_TYPE_NEW_PASSPHRASE (sdm_new_passphrase_get_type ())
G_DECLARE_FINAL_TYPE (SdmNewPassphrase, sdm_new_passphrase, SDM, NEW_PASSPHRASE, GtkBox)

GtkWidget       *sdm_secret_entry_new (void) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordAccess *sdm_secret_entry_take (GtkWidget  *entry,
                                        const char *name) G_GNUC_WARN_UNUSED_RESULT;

GtkWidget       *sdm_new_passphrase_new (void) G_GNUC_WARN_UNUSED_RESULT;
void             sdm_new_passphrase_set_name (SdmNewPassphrase *self,
                                              const char       *name);
GtkWidget       *sdm_new_passphrase_find_problem (SdmNewPassphrase *self);
void             sdm_new_passphrase_set_problem (SdmNewPassphrase *self,
                                                 const char       *text);
SdmRecordAccess *sdm_new_passphrase_take (SdmNewPassphrase *self,
                                          const char       *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
