/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "sdm-context.h"

G_BEGIN_DECLS

#define SDM_TYPE_SIGN_IN_PAGE (sdm_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (SdmSignInPage, sdm_sign_in_page, SDM, SIGN_IN_PAGE, AdwBin)

GtkWidget *sdm_sign_in_page_new (SdmContext *context,
                                 const char *name,
                                 const char *notice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
