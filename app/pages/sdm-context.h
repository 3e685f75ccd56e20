/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-aid-library.h"
#include "sdm-clock.h"
#include "sdm-key-change.h"
#include "sdm-record-sign-in.h"
#include "sdm-upkeep.h"

G_BEGIN_DECLS

#define SDM_TYPE_CONTEXT (sdm_context_get_type ())
G_DECLARE_FINAL_TYPE (SdmContext, sdm_context, SDM, CONTEXT, GObject)

SdmContext *sdm_context_new (SdmClock       *clock,
                             SdmAidLibrary  *library,
                             SdmRecordStore *store,
                             GSettings      *settings) G_GNUC_WARN_UNUSED_RESULT;

SdmClock       *sdm_context_get_clock (SdmContext *self);
SdmAidLibrary  *sdm_context_get_library (SdmContext *self);
SdmRecordStore *sdm_context_get_store (SdmContext        *self,
                                       SdmRecordStoreKind kind);
GSettings      *sdm_context_get_settings (SdmContext *self);
SdmUpkeep      *sdm_context_get_upkeep (SdmContext *self);
SdmKeyChange   *sdm_context_get_key_change (SdmContext *self);

const SdmRecordPerson *sdm_context_get_person (SdmContext *self);
void                   sdm_context_sign_in (SdmContext      *self,
                                            SdmRecordPerson *person);
void                   sdm_context_sign_out (SdmContext *self);

G_END_DECLS
