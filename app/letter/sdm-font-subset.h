/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <hb.h>

#include "sdm-letter-page.h"

G_BEGIN_DECLS

/* One face of a letter: which glyphs it shows, and what they stand for. */
typedef struct
{
  hb_face_t  *face;   /* owned */
  hb_font_t  *font;   /* owned; at its own units */
  hb_set_t   *glyphs; /* owned */
  GHashTable *texts;  /* glyph id -> UTF-8 text, owned */
} SdmFontSubset;

SdmFontSubset *sdm_font_subset_new (hb_face_t *face) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_font_subset_free (SdmFontSubset *self);

void     sdm_font_subset_add_glyph (SdmFontSubset  *self,
                                    const SdmGlyph *glyph);
int      sdm_font_subset_get_width (SdmFontSubset *self,
                                    guint32        glyph);
int      sdm_font_subset_scale (SdmFontSubset *self,
                                double         units);
gboolean sdm_font_subset_is_cff (SdmFontSubset *self);
char    *sdm_font_subset_dup_name (SdmFontSubset *self) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_font_subset_dup_to_unicode (SdmFontSubset *self) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *sdm_font_subset_cut (SdmFontSubset *self,
                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmFontSubset, sdm_font_subset_free)

G_END_DECLS
