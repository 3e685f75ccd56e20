/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-consultation.h"

G_BEGIN_DECLS

/* A place is a path in a consultation, such as "matters/ranked/0/importance". */

const char *sdm_place_get_name (const char *place,
                                gboolean    is_order);
gboolean    sdm_place_get_step (const char *place,
                                SdmStep    *step);

G_END_DECLS
