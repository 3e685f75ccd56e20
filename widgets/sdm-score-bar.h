/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SDM_TYPE_SCORE_BAR (sdm_score_bar_get_type ())
G_DECLARE_FINAL_TYPE (SdmScoreBar, sdm_score_bar, SDM, SCORE_BAR, GtkWidget)

GtkWidget *sdm_score_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       sdm_score_bar_set_scale (SdmScoreBar *self,
                                    double       min,
                                    double       max);
void       sdm_score_bar_set_ends (SdmScoreBar *self,
                                   const char  *start,
                                   const char  *end);
void       sdm_score_bar_set_value (SdmScoreBar *self,
                                    gboolean     has_value,
                                    double       value,
                                    double       low,
                                    double       high,
                                    const char  *amount);
void       sdm_score_bar_set_words (SdmScoreBar *self,
                                    const char  *label,
                                    const char  *description);

G_END_DECLS
