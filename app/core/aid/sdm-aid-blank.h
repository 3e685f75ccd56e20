/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-aid.h"

G_BEGIN_DECLS

/* A blank page for two, seen as an aid: every page shows it as it shows any other. */

/* The option to change nothing, which a blank page offers first. */
#define SDM_BLANK_CARRY_ON "as-now"

SdmAid  *sdm_aid_new_for_blank (json_t     *blank,
                                const char *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_aid_is_blank (SdmAid *self);

G_END_DECLS
