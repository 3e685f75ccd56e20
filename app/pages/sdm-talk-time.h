/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_TALK_TIME (sdm_talk_time_get_type ())
G_DECLARE_FINAL_TYPE (SdmTalkTime, sdm_talk_time, SDM, TALK_TIME, AdwBin)

GtkWidget *sdm_talk_time_new (SdmPage *page) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_talk_time_refresh (SdmTalkTime *self);

G_END_DECLS
