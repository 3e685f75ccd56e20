/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-icon-array.h"
#include "sdm-person-private.h"

G_BEGIN_DECLS

/* All the numbers of one icon array; they only mean something together. */
typedef struct
{
  SdmIconArrayKind kind;
  guint            denominator;
  guint            count;
  guint            low;
  guint            high;
  guint            band_from;
  guint            band_to; /* equal to band_from: no band */
} SdmIconArrayFigure;

guint         sdm_icon_array_figure_get_columns (const SdmIconArrayFigure *figure);
guint         sdm_icon_array_figure_get_rows (const SdmIconArrayFigure *figure);
SdmPersonSign sdm_icon_array_figure_get_sign (const SdmIconArrayFigure *figure,
                                              guint                     person);
char         *sdm_icon_array_figure_dup_label (const SdmIconArrayFigure *figure,
                                               const char               *happens,
                                               const char               *words) G_GNUC_WARN_UNUSED_RESULT;
char         *sdm_icon_array_figure_dup_description (const SdmIconArrayFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
char         *sdm_icon_array_figure_dup_words (const SdmIconArrayFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

/* One person for each sign, all of one size and one set of inks. */
typedef struct
{
  cairo_surface_t *people[SDM_PERSON_N_SIGNS]; /* owned, nullable */
  SdmPersonInks    inks;
  int              cell;
  int              scale;
  gboolean         square;
} SdmPersonSet;

gboolean sdm_person_set_ensure (SdmPersonSet        *set,
                                int                  cell,
                                int                  scale,
                                gboolean             square,
                                const SdmPersonInks *inks);
void     sdm_person_set_clear (SdmPersonSet *set);

GdkTexture *sdm_icon_array_figure_new_texture (const SdmIconArrayFigure *figure,
                                               const SdmPersonSet       *set,
                                               gboolean                  from_right) G_GNUC_WARN_UNUSED_RESULT;
GdkTexture *sdm_icon_array_mix_textures (GdkTexture *from,
                                         GdkTexture *to,
                                         double      progress) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
