/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-record-head.h"

G_BEGIN_DECLS

GBytes        *sdm_record_head_serialise (const SdmRecordHead *head) G_GNUC_WARN_UNUSED_RESULT;
SdmRecordHead *sdm_record_head_deserialise (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
gint64         sdm_record_head_get_day (const SdmRecordHead *head);
int            sdm_record_head_compare_newest (gconstpointer a,
                                               gconstpointer b);

G_END_DECLS
