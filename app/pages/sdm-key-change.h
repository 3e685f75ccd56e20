/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-record-staff.h"

G_BEGIN_DECLS

#define SDM_TYPE_KEY_CHANGE (sdm_key_change_get_type ())
G_DECLARE_FINAL_TYPE (SdmKeyChange, sdm_key_change, SDM, KEY_CHANGE, GObject)

SdmKeyChange *sdm_key_change_new (SdmRecordStore *store) G_GNUC_WARN_UNUSED_RESULT;

gboolean sdm_key_change_is_active (SdmKeyChange *self);
gboolean sdm_key_change_is_dismissing (SdmKeyChange *self);
gboolean sdm_key_change_is_cut_off (SdmKeyChange *self);
double   sdm_key_change_get_fraction (SdmKeyChange *self);

void sdm_key_change_go_on (SdmKeyChange *self);
void sdm_key_change_rotate (SdmKeyChange *self);
void sdm_key_change_dismiss (SdmKeyChange *self,
                             const char   *leaver,
                             const char   *reason);
void sdm_key_change_stop (SdmKeyChange *self);
void sdm_key_change_leave (SdmKeyChange *self);

G_END_DECLS
