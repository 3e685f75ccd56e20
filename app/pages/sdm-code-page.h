/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-window.h"

G_BEGIN_DECLS

#define SDM_TYPE_CODE_PAGE (sdm_code_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmCodePage, sdm_code_page, SDM, CODE_PAGE, AdwBin)

GtkWidget *sdm_code_page_new (SdmWindow         *window,
                              SdmContext        *context,
                              SdmRecordRecovery *recovery) G_GNUC_WARN_UNUSED_RESULT;

const char *sdm_code_page_get_code (SdmCodePage *self);

G_END_DECLS
