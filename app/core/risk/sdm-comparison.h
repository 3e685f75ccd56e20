/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-figure.h"

G_BEGIN_DECLS

/* What stands side by side on the pages of figures, and in what order. */

GPtrArray *sdm_comparison_list_outcomes (SdmAid  *aid,
                                         gboolean on_request) G_GNUC_WARN_UNUSED_RESULT;
gboolean   sdm_comparison_find_band (const SdmFigure *figure,
                                     guint           *from,
                                     guint           *to);
gboolean   sdm_comparison_is_of_others (const SdmFigure *figure);
char      *sdm_comparison_dup_common_start (const char *const *labels) G_GNUC_WARN_UNUSED_RESULT;
char      *sdm_comparison_dup_in_sentence (SdmAid     *aid,
                                           const char *label) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
