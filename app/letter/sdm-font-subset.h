/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <hb.h>

#include "sdm-letter-paper.h"

G_BEGIN_DECLS

/*
 * One face of a letter: which glyphs it shows, and what they stand for. Glyphs are first added, then
 * the face is cut, which numbers them anew without gaps, and only then written.
 *
 * One glyph may stand for several texts, as a letter of Nastaliq does whose dots are glyphs of their
 * own. A TrueType face then has it under several numbers, each with its own way back to text.
 */
typedef struct
{
  hb_face_t  *face;       /* owned */
  hb_font_t  *font;       /* owned; at its own units */
  hb_set_t   *glyphs;     /* owned */
  GHashTable *texts;      /* glyph id -> UTF-8 text, owned */
  GHashTable *others;     /* "glyph id text" -> place in @more + 1; owned */
  GArray     *more;       /* glyph ids that are there once more, as they stand for another text too */
  GPtrArray  *more_texts; /* what these stand for */
  hb_map_t   *ids;        /* owned; glyph id -> id in the PDF, once cut */
  hb_map_t   *cut;        /* owned; the way back */
  GBytes     *program;    /* owned; the bare CFF table, or a TrueType font, once cut */
} SdmFontSubset;

SdmFontSubset *sdm_font_subset_new (hb_face_t *face) G_GNUC_WARN_UNUSED_RESULT;
void           sdm_font_subset_free (SdmFontSubset *self);

void     sdm_font_subset_add_glyph (SdmFontSubset  *self,
                                    const SdmGlyph *glyph);
gboolean sdm_font_subset_cut (SdmFontSubset *self,
                              GError       **error);
guint32  sdm_font_subset_get_id (SdmFontSubset  *self,
                                 const SdmGlyph *glyph);
guint    sdm_font_subset_get_n_ids (SdmFontSubset *self);
guint32  sdm_font_subset_get_glyph (SdmFontSubset *self,
                                    guint32        id);
int      sdm_font_subset_get_width (SdmFontSubset *self,
                                    guint32        glyph);
int      sdm_font_subset_scale (SdmFontSubset *self,
                                double         units);
gboolean sdm_font_subset_is_cff (SdmFontSubset *self);
GBytes  *sdm_font_subset_dup_glyph_map (SdmFontSubset *self) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_font_subset_dup_name (SdmFontSubset *self) G_GNUC_WARN_UNUSED_RESULT;
char    *sdm_font_subset_dup_to_unicode (SdmFontSubset *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SdmFontSubset, sdm_font_subset_free)

G_END_DECLS
