/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SdmRatio:
 * @top: above the line
 * @bottom: below the line, more than 0
 *
 * An exact number. Published figures are decimals and counts, and what follows
 * from them must be rounded half up without a trace of binary fractions:
 * 50 × 0.81 is 40.5 and therefore 41. Every function that makes one returns
 * FALSE, and changes nothing, where the result cannot be held exactly in 128 bits.
 */
typedef struct
{
  __int128 top;
  __int128 bottom;
} SdmRatio;

gboolean sdm_ratio_set (SdmRatio *self,
                        gint64    top,
                        gint64    bottom) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_ratio_parse (SdmRatio   *self,
                          const char *decimal) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_ratio_add (SdmRatio       *self,
                        const SdmRatio *a,
                        const SdmRatio *b) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_ratio_subtract (SdmRatio       *self,
                             const SdmRatio *a,
                             const SdmRatio *b) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_ratio_multiply (SdmRatio       *self,
                             const SdmRatio *a,
                             const SdmRatio *b) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_ratio_divide (SdmRatio       *self,
                           const SdmRatio *a,
                           const SdmRatio *b) G_GNUC_WARN_UNUSED_RESULT;
gboolean sdm_ratio_from_hazard (SdmRatio       *self,
                                const SdmRatio *risk,
                                const SdmRatio *hazard_ratio) G_GNUC_WARN_UNUSED_RESULT;

int      sdm_ratio_compare (const SdmRatio *a,
                            const SdmRatio *b);
gboolean sdm_ratio_round (const SdmRatio *self,
                          guint           places,
                          gint64         *rounded) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_ratio_format (const SdmRatio *self,
                           guint           places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
