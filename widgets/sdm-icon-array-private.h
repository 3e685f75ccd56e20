/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sdm-icon-array.h"
#include "sdm-people-block-private.h"

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

char         *sdm_people_format_count (guint count) G_GNUC_WARN_UNUSED_RESULT;
guint         sdm_icon_array_figure_get_columns (const SdmIconArrayFigure *figure);
guint         sdm_icon_array_figure_get_rows (const SdmIconArrayFigure *figure);
SdmPersonSign sdm_icon_array_figure_get_sign (const SdmIconArrayFigure *figure,
                                              guint                     person);
char         *sdm_icon_array_figure_dup_label (const SdmIconArrayFigure *figure,
                                               const char               *happens,
                                               const char               *words) G_GNUC_WARN_UNUSED_RESULT;
char         *sdm_icon_array_figure_dup_description (const SdmIconArrayFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
char         *sdm_icon_array_figure_dup_words (const SdmIconArrayFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

GdkTexture *sdm_icon_array_figure_new_texture (const SdmIconArrayFigure *figure,
                                               const SdmPersonSet       *set,
                                               gboolean                  from_right) G_GNUC_WARN_UNUSED_RESULT;
GdkTexture *sdm_icon_array_mix_textures (GdkTexture *from,
                                         GdkTexture *to,
                                         double      progress) G_GNUC_WARN_UNUSED_RESULT;

/* One array; its numbers, its words and its fading picture each have a file. */
struct _SdmIconArray
{
  GtkWidget parent_instance;

  SdmIconArrayFigure figure;
  guint              cell_size;   /* logical pixels; 0: by the denominator */
  char              *happens;     /* owned, nullable */
  char              *words;       /* owned, nullable: shown where there are no people */
  char              *label;       /* owned, nullable: instead of the one made of the numbers */
  char              *description; /* owned, nullable: likewise */

  GtkWidget *words_label;

  SdmPersonSet people;
  GdkTexture  *picture;        /* owned, nullable */
  GdkTexture  *former_picture; /* owned, nullable: while one fades into the other */
  gboolean     from_right;
  guint        fade_id;
  gint64       fade_start;
  double       fade_progress;
};

gboolean sdm_icon_array_shows_people (SdmIconArray *self);
gboolean sdm_icon_array_shows_squares (SdmIconArray *self);
void     sdm_icon_array_update_accessible (SdmIconArray *self);
void     sdm_icon_array_start_fade (SdmIconArray *self);
void     sdm_icon_array_stop_fade (SdmIconArray *self);
void     sdm_icon_array_snapshot_people (SdmIconArray          *self,
                                         GtkSnapshot           *snapshot,
                                         int                    device_cell,
                                         const graphene_rect_t *block);

G_END_DECLS
