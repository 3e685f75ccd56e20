/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-font-subset.h"

#include "sdm-letter-error.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb-subset.h>

#define BFCHARS 100            /* at most in one block of a CMap */
#define NOTHING "\342\200\213" /* a space without width: a program that reads aloud needs some text for each glyph */

SdmFontSubset *
sdm_font_subset_new (hb_face_t *face)
{
  SdmFontSubset *self = g_new0 (SdmFontSubset, 1);

  self->face = hb_face_reference (face);
  self->font = hb_font_create (face);
  self->glyphs = hb_set_create ();
  self->texts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  self->others = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->more = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->more_texts = g_ptr_array_new_with_free_func (g_free);
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
  g_hash_table_unref (self->others);
  g_array_unref (self->more);
  g_ptr_array_unref (self->more_texts);
  g_free (self);
}

/* What a glyph stands for where it is shown. A part of a cluster stands for nothing that is seen. */
static char *
dup_text (const SdmGlyph *glyph)
{
  char text[8] = "";

  if (glyph->more != NULL)
    return g_strdup (glyph->more);
  if (glyph->text == 0)
    return g_strdup (NOTHING);
  text[g_unichar_to_utf8 (glyph->text, text)] = '\0';

  return g_strdup (text);
}

/* Looked at for every glyph of a letter, and so without a copy. */
static gboolean
is_text (const SdmGlyph *glyph,
         const char     *text)
{
  if (glyph->more != NULL)
    return g_str_equal (glyph->more, text);
  if (glyph->text == 0)
    return g_str_equal (NOTHING, text);

  return g_utf8_get_char (text) == glyph->text && *g_utf8_next_char (text) == '\0';
}

static char *
dup_key (const SdmGlyph *glyph,
         const char     *text)
{
  return g_strdup_printf ("%u %s", glyph->id, text);
}

/**
 * sdm_font_subset_add_glyph:
 *
 * Takes a glyph into the subset, for the text that it stands for here. A CFF face can have each glyph
 * once only, and keeps the first text.
 */
void
sdm_font_subset_add_glyph (SdmFontSubset  *self,
                           const SdmGlyph *glyph)
{
  gpointer         key = GUINT_TO_POINTER (glyph->id);
  const char      *first = g_hash_table_lookup (self->texts, key);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  hb_set_add (self->glyphs, glyph->id);
  if (first == NULL)
    g_hash_table_insert (self->texts, key, dup_text (glyph));
  if (first == NULL || is_text (glyph, first) || sdm_font_subset_is_cff (self))
    return;

  text = dup_text (glyph);
  other = dup_key (glyph, text);
  if (g_hash_table_contains (self->others, other))
    return;
  g_array_append_val (self->more, glyph->id);
  g_ptr_array_add (self->more_texts, g_steal_pointer (&text));
  g_hash_table_insert (self->others, g_steal_pointer (&other), GUINT_TO_POINTER (self->more->len));
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

/* What the number of a glyph in the PDF stands for. */
static const char *
get_text (SdmFontSubset *self,
          guint          id)
{
  const guint n_cut = hb_map_get_population (self->cut);
  const char *text = NULL;

  if (id >= n_cut)
    return g_ptr_array_index (self->more_texts, id - n_cut);
  text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (sdm_font_subset_get_glyph (self, id)));

  return text != NULL ? text : NOTHING;
}

/**
 * sdm_font_subset_dup_to_unicode:
 *
 * Returns: (transfer full): the CMap from ids in the PDF to text
 */
char *
sdm_font_subset_dup_to_unicode (SdmFontSubset *self)
{
  GString    *out = g_string_new ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                                     "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                                     "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                                     "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
  const guint total = sdm_font_subset_get_n_ids (self) - 1;

  /* Glyph 0, for what a face does not have, is never shown. */
  for (guint done = 0; done < total; done++)
    {
      if (done % BFCHARS == 0)
        g_string_append_printf (out, "%u beginbfchar\n", MIN (BFCHARS, total - done));
      g_string_append_printf (out, "<%04X> ", done + 1);
      append_utf16 (out, get_text (self, done + 1));
      g_string_append_c (out, '\n');
      if ((done + 1) % BFCHARS == 0 || done + 1 == total)
        g_string_append (out, "endbfchar\n");
    }
  g_string_append (out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
  return g_string_free (out, FALSE);
}

/**
 * sdm_font_subset_dup_glyph_map:
 *
 * Returns: (transfer full) (nullable): which glyph of the cut face each number in the PDF shows, two
 *   bytes each; %NULL where they are the same
 */
GBytes *
sdm_font_subset_dup_glyph_map (SdmFontSubset *self)
{
  const guint n = sdm_font_subset_get_n_ids (self);
  guint8     *map = NULL;

  if (self->more->len == 0)
    return NULL;
  map = g_malloc (2 * (gsize) n);
  for (guint id = 0; id < n; id++)
    {
      const guint32 glyph = id < n - self->more->len ? id : hb_map_get (self->ids, sdm_font_subset_get_glyph (self, id));

      map[2 * id] = (guint8) (glyph >> 8);
      map[2 * id + 1] = (guint8) glyph;
    }

  return g_bytes_new_take (map, 2 * (gsize) n);
}

/*
 * The face with the tables that a PDF wants and no other: what a letter stands for is said by the PDF itself. To plan
 * a cut, HarfBuzz goes through all characters that the face knows, which takes longer than the cut, unless it knows none.
 */
static hb_face_t *
make_source (SdmFontSubset *self)
{
  static const hb_tag_t tags[] = {
    HB_TAG ('C', 'F', 'F', ' '),
    HB_TAG ('c', 'v', 't', ' '),
    HB_TAG ('f', 'p', 'g', 'm'),
    HB_TAG ('g', 'l', 'y', 'f'),
    HB_TAG ('h', 'e', 'a', 'd'),
    HB_TAG ('h', 'h', 'e', 'a'),
    HB_TAG ('h', 'm', 't', 'x'),
    HB_TAG ('l', 'o', 'c', 'a'),
    HB_TAG ('m', 'a', 'x', 'p'),
    HB_TAG ('p', 'r', 'e', 'p'),
  };
  hb_face_t *source = hb_face_builder_create ();

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      hb_blob_t *table = hb_face_reference_table (self->face, tags[i]);

      if (hb_blob_get_length (table) > 0)
        hb_face_builder_add_table (source, tags[i], table);
      hb_blob_destroy (table);
    }

  return source;
}

static hb_subset_plan_t *
make_plan (SdmFontSubset *self)
{
  hb_subset_input_t *input = hb_subset_input_create_or_fail ();
  hb_face_t         *source = NULL;
  hb_subset_plan_t  *plan = NULL;

  if (input == NULL)
    return NULL;
  source = make_source (self);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_DESUBROUTINIZE | HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_union (hb_subset_input_glyph_set (input), self->glyphs);
  plan = hb_subset_plan_create_or_fail (source, input);
  hb_face_destroy (source);
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
 * @glyph: one that was added
 *
 * Returns: the number by which the PDF knows the glyph where it stands for this text
 */
guint32
sdm_font_subset_get_id (SdmFontSubset  *self,
                        const SdmGlyph *glyph)
{
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  guint            place = 0;

  if (self->more->len > 0)
    {
      text = dup_text (glyph);
      key = dup_key (glyph, text);
      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->others, key));
    }

  return place > 0 ? hb_map_get_population (self->cut) + place - 1 : hb_map_get (self->ids, glyph->id);
}

/**
 * sdm_font_subset_get_n_ids:
 *
 * Returns: how many numbers the PDF knows glyphs by, from 0
 */
guint
sdm_font_subset_get_n_ids (SdmFontSubset *self)
{
  return hb_map_get_population (self->cut) + self->more->len;
}

/**
 * sdm_font_subset_get_glyph:
 *
 * Returns: the glyph of the whole face that the number @id shows
 */
guint32
sdm_font_subset_get_glyph (SdmFontSubset *self,
                           guint32        id)
{
  const guint n_cut = hb_map_get_population (self->cut);

  return id >= n_cut ? g_array_index (self->more, guint32, id - n_cut) : hb_map_get (self->cut, id);
}
