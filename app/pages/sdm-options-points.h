/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-page.h"

G_BEGIN_DECLS

GtkWidget *sdm_options_points_new (SdmSession *session,
                                   GPtrArray  *shown) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
