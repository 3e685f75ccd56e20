/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "sdm-aid-library.h"

G_BEGIN_DECLS

/* The decision aids that were used last. */

void       sdm_recent_aids_note (GSettings  *settings,
                                 const char *aid);
GPtrArray *sdm_recent_aids_list (GSettings     *settings,
                                 SdmAidLibrary *library) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
