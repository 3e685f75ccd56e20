/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_ASIDE_REASON (sdm_aside_reason_get_type ())
G_DECLARE_FINAL_TYPE (SdmAsideReason, sdm_aside_reason, SDM, ASIDE_REASON, AdwBin)

GtkWidget *sdm_aside_reason_new (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;

void sdm_aside_reason_ask_option (SdmAsideReason *self,
                                  const char     *option);
void sdm_aside_reason_ask_question (SdmAsideReason *self,
                                    const char     *question);

G_END_DECLS
