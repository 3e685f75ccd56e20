/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

gboolean sdm_page_part_is_stale (SdmPage           *page,
                                 GtkWidget         *part,
                                 const char *const *places);

G_END_DECLS
