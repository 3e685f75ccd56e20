/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-ruler.h"

G_BEGIN_DECLS

/* The line of a ruler: a GtkScale, as only a range has the Value interface of
 * assistive technology, that draws itself and takes its own pointer and keys.
 * Its adjustment goes from -1 (not said) to 10.
 */
#define SDM_TYPE_RULER_TRACK (sdm_ruler_track_get_type ())
G_DECLARE_FINAL_TYPE (SdmRulerTrack, sdm_ruler_track, SDM, RULER_TRACK, GtkScale)

/* From the track's sides to the ends of its line, so that knob and focus ring fit. */
#define SDM_RULER_LINE_MARGIN 15

GtkWidget *sdm_ruler_track_new (void) G_GNUC_WARN_UNUSED_RESULT;

int  sdm_ruler_track_get_value (SdmRulerTrack *self);
void sdm_ruler_track_set_value (SdmRulerTrack *self,
                                int            value);
void sdm_ruler_track_set_guess (SdmRulerTrack *self,
                                int            guess);

int    sdm_ruler_track_get_value_at (SdmRulerTrack *self,
                                     double         x);
double sdm_ruler_track_get_x_of (SdmRulerTrack *self,
                                 int            value);

gboolean sdm_ruler_track_press_key (SdmRulerTrack  *self,
                                    guint           keyval,
                                    GdkModifierType modifiers);

SdmRulerTrack *sdm_ruler_get_track (SdmRuler *self);

G_END_DECLS
