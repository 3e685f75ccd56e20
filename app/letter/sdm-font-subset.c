/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-font-subset.h"

#include "sdm-letter-error.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb-subset.h>

#define BFCHARS 100 /* at most in one block of a CMap */

SdmFontSubset *
sdm_font_subset_new (hb_face_t *face)
{
  SdmFontSubset *self = g_new0 (SdmFontSubset, 1);

  self->face = hb_face_reference (face);
  self->font = hb_font_create (face);
  self->glyphs = hb_set_create ();
  self->texts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  return self;
}

void
sdm_font_subset_free (SdmFontSubset *self)
{
  if (self == NULL)
    return;
  hb_font_destroy (self->font);
  hb_face_destroy (self->face);
  hb_set_destroy (self->glyphs);
  hb_map_destroy (self->ids);
  hb_map_destroy (self->cut);
  g_clear_pointer (&self->program, g_bytes_unref);
  g_hash_table_unref (self->texts);
  g_free (self);
}

/**
 * sdm_font_subset_add_glyph:
 *
 * Takes a glyph into the subset. The first text that it stands for is kept;
 * a glyph that is only a part of a cluster stands for nothing that is seen.
 */
void
sdm_font_subset_add_glyph (SdmFontSubset  *self,
                           const SdmGlyph *glyph)
{
  gpointer key = GUINT_TO_POINTER (glyph->id);

  hb_set_add (self->glyphs, glyph->id);
  if (glyph->text == 0 || g_hash_table_contains (self->texts, key))
    return;
  if (glyph->more != NULL)
    g_hash_table_insert (self->texts, key, g_strdup (glyph->more));
  else
    {
      char text[8] = "";

      text[g_unichar_to_utf8 (glyph->text, text)] = '\0';
      g_hash_table_insert (self->texts, key, g_strdup (text));
    }
}

/* Font units to thousandths of an em. */
int
sdm_font_subset_scale (SdmFontSubset *self,
                       double         units)
{
  return (int) lround (units * 1000.0 / hb_face_get_upem (self->face));
}

/**
 * sdm_font_subset_get_width:
 *
 * Returns: the advance of a glyph as the PDF says it, in thousandths of an em
 */
int
sdm_font_subset_get_width (SdmFontSubset *self,
                           guint32        glyph)
{
  return sdm_font_subset_scale (self, hb_font_get_glyph_h_advance (self->font, glyph));
}

gboolean
sdm_font_subset_is_cff (SdmFontSubset *self)
{
  hb_blob_t *blob = hb_face_reference_table (self->face, HB_TAG ('C', 'F', 'F', ' '));
  gboolean   is_cff = hb_blob_get_length (blob) > 0;

  hb_blob_destroy (blob);
  return is_cff;
}

/**
 * sdm_font_subset_dup_name:
 *
 * Returns: (transfer full): the PostScript name behind a tag of six letters,
 *   which come from the set of glyphs and nothing else
 */
char *
sdm_font_subset_dup_name (SdmFontSubset *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8         digest[32] = { 0 };
  gsize          length = sizeof digest;
  char           tag[7] = "";
  char           name[64] = "";
  guint          size = sizeof name;
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (self->glyphs, &glyph))
    {
      guint32 id = GUINT32_TO_BE (glyph);

      g_checksum_update (sum, (const guchar *) &id, sizeof id);
    }
  g_checksum_get_digest (sum, digest, &length);
  for (guint i = 0; i < 6; i++)
    tag[i] = (char) ('A' + digest[i] % 26);

  hb_ot_name_get_utf8 (self->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
  return g_strdup_printf ("%s+%s", tag, *name != '\0' ? name : "Letter");
}

static void
append_utf16 (GString    *out,
              const char *text)
{
  glong                 units = 0;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, -1, NULL, &units, NULL);

  g_string_append_c (out, '<');
  for (glong i = 0; i < units; i++)
    g_string_append_printf (out, "%04X", utf16[i]);
  g_string_append_c (out, '>');
}

/**
 * sdm_font_subset_dup_to_unicode:
 *
 * Returns: (transfer full): the CMap from ids in the PDF to text
 */
char *
sdm_font_subset_dup_to_unicode (SdmFontSubset *self)
{
  GString       *out = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                           "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                           "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  guint          total = hb_set_get_population (self->glyphs);
  guint          done = 0;
  hb_codepoint_t glyph = HB_SET_VALUE_INVALID;

  while (hb_set_next (self->glyphs, &glyph))
    {
      const char *text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (glyph));

      if (done % BFCHARS == 0)
        g_string_append_printf (out, "%u beginbfchar\n", MIN (BFCHARS, total - done));
      g_string_append_printf (out, "<%04X> ", sdm_font_subset_get_id (self, glyph));
      append_utf16 (out, text != NULL ? text : "\342\200\213");
      g_string_append_c (out, '\n');
      done++;
      if (done % BFCHARS == 0 || done == total)
        g_string_append (out, "endbfchar\n");
    }
  g_string_append (out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return g_string_free (out, FALSE);
}

static void
drop_tables (hb_subset_input_t *input)
{
  static const hb_tag_t tags[] = {
    HB_TAG ('G', 'S', 'U', 'B'),
    HB_TAG ('G', 'P', 'O', 'S'),
    HB_TAG ('G', 'D', 'E', 'F'),
    HB_TAG ('n', 'a', 'm', 'e'),
    HB_TAG ('p', 'o', 's', 't'),
    HB_TAG ('D', 'S', 'I', 'G'),
    HB_TAG ('S', 'T', 'A', 'T'),
  };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    hb_set_add (hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG), tags[i]);
}

static hb_subset_plan_t *
make_plan (SdmFontSubset *self)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_subset_plan_t  *plan = NULL;

  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_union (hb_subset_input_glyph_set (input), self->glyphs);
  drop_tables (input);
  plan = hb_subset_plan_create_or_fail (self->face, input);
  hb_subset_input_destroy (input);

  return plan;
}

/**
 * sdm_font_subset_cut:
 *
 * Cuts the face down to the glyphs that were added and their parts, and
 * numbers them anew: the gaps between the old numbers would make up two thirds
 * of the file. None can be added afterwards.
 */
gboolean
sdm_font_subset_cut (SdmFontSubset *self,
                     GError       **error)
{
  hb_subset_plan_t *plan = make_plan (self);
  hb_face_t        *cut = plan != NULL ? hb_subset_plan_execute_or_fail (plan) : NULL;
  hb_blob_t        *blob = NULL;

  if (cut != NULL)
    {
      self->ids = hb_map_copy (hb_subset_plan_old_to_new_glyph_mapping (plan));
      self->cut = hb_map_copy (hb_subset_plan_new_to_old_glyph_mapping (plan));
      blob = sdm_font_subset_is_cff (self) ? hb_face_reference_table (cut, HB_TAG ('C', 'F', 'F', ' '))
                                           : hb_face_reference_blob (cut);
      if (hb_blob_get_length (blob) > 0)
        self->program = g_bytes_new (hb_blob_get_data (blob, NULL), hb_blob_get_length (blob));
      hb_blob_destroy (blob);
      hb_face_destroy (cut);
    }
  hb_subset_plan_destroy (plan);
  if (self->program == NULL)
    g_set_error_literal (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_WRITER, _ ("A font could not be put into the letter."));

  return self->program != NULL;
}

/**
 * sdm_font_subset_get_id:
 *
 * Returns: the number by which the PDF knows a glyph that was added
 */
guint32
sdm_font_subset_get_id (SdmFontSubset *self,
                        guint32        glyph)
{
  return hb_map_get (self->ids, glyph);
}

/**
 * sdm_font_subset_get_n_ids:
 *
 * Returns: how many glyphs the cut face has, numbered from 0
 */
guint
sdm_font_subset_get_n_ids (SdmFontSubset *self)
{
  return hb_map_get_population (self->cut);
}

guint32
sdm_font_subset_get_glyph (SdmFontSubset *self,
                           guint32        id)
{
  return hb_map_get (self->cut, id);
}
