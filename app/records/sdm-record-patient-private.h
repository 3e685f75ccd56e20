/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-patient.h"

G_BEGIN_DECLS

GBytes           *sdm_record_patient_serialise (const SdmRecordPatient *patient) G_GNUC_WARN_UNUSED_RESULT;
const char       *sdm_record_patient_peek_words (GBytes *bytes);
SdmRecordPatient *sdm_record_patient_deserialise (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
