/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

SdmPage *sdm_page_new_for_step (SdmStep     step,
                                SdmSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
