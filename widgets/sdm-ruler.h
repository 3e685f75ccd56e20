/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The value, or the guess, while nothing was said. */
#define SDM_RULER_NOT_SAID (-1)
#define SDM_RULER_MAX      10

#define SDM_TYPE_RULER (sdm_ruler_get_type ())
G_DECLARE_FINAL_TYPE (SdmRuler, sdm_ruler, SDM, RULER, GtkWidget)

GtkWidget *sdm_ruler_new (void) G_GNUC_WARN_UNUSED_RESULT;

int  sdm_ruler_get_value (SdmRuler *self);
void sdm_ruler_set_value (SdmRuler *self,
                          int       value);

int  sdm_ruler_get_guess (SdmRuler *self);
void sdm_ruler_set_guess (SdmRuler *self,
                          int       guess);

const char *sdm_ruler_get_low_label (SdmRuler *self);
const char *sdm_ruler_get_high_label (SdmRuler *self);
void        sdm_ruler_set_end_labels (SdmRuler   *self,
                                      const char *low,
                                      const char *high);

const char *sdm_ruler_get_question (SdmRuler *self);
void        sdm_ruler_set_question (SdmRuler   *self,
                                    const char *question);

char *sdm_ruler_dup_value_text (SdmRuler *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
