/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

#define SDM_TYPE_PUT_ASIDE (sdm_put_aside_get_type ())
G_DECLARE_FINAL_TYPE (SdmPutAside, sdm_put_aside, SDM, PUT_ASIDE, AdwBin)

GtkWidget *sdm_put_aside_new (SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_put_aside_refresh (SdmPutAside *self);

G_END_DECLS
