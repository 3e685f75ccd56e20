/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"
#include "sdm-record-head.h"

G_BEGIN_DECLS

SdmRecordHead *sdm_record_head_new_for_consultation (SdmConsultation *consultation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
