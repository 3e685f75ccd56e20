/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_ASIDE_REASON (sdm_aside_reason_get_type ())
G_DECLARE_FINAL_TYPE (SdmAsideReason, sdm_aside_reason, SDM, ASIDE_REASON, AdwBin)

GtkWidget *sdm_aside_reason_new_for_options (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *sdm_aside_reason_new_for_questions (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;

void sdm_aside_reason_ask (SdmAsideReason *self,
                           const char     *id);

G_END_DECLS
