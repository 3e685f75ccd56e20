/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-pango-measurer.h"

#include "sdm-letter-error.h"

#include <string.h>

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

/*
 * Breaks and shapes text with Pango, in points, without hints: resolution 72, metrics as designed.
 * Only static faces are taken, as a variable one would print in another weight than measured.
 */

#define SEMI_BOLD 600

/* The faces that were found and loaded. Kept by each thread from letter to letter, as looking for
 * them takes longer than setting a letter.
 */
typedef struct
{
  PangoFontMap *map;    /* owned */
  const char   *family; /* static */
} Faces;

struct _SdmPangoMeasurer
{
  PangoFontMap         *map;
  PangoContext         *context;
  PangoFontDescription *description;
};

/* Fonts */

/* Whether both weights of a family are there as static, upright faces. */
static gboolean
has_static_family (const char *family)
{
  static const int weights[] = { FC_WEIGHT_REGULAR, FC_WEIGHT_DEMIBOLD };

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      FcPattern   *pattern = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger,
                                             weights[i], FC_SLANT, FcTypeInteger, FC_SLANT_ROMAN, FC_VARIABLE,
                                             FcTypeBool, FcFalse, NULL);
      FcObjectSet *objects = FcObjectSetBuild (FC_FILE, NULL);
      FcFontSet   *found = FcFontList (NULL, pattern, objects);
      gboolean     is_there = found != NULL && found->nfont > 0;

      if (found != NULL)
        FcFontSetDestroy (found);
      FcObjectSetDestroy (objects);
      FcPatternDestroy (pattern);
      if (!is_there)
        return FALSE;
    }
  return TRUE;
}

static void
ask_for_plain_outlines_cb (FcPattern *pattern,
                           gpointer   user_data)
{
  FcPatternDel (pattern, FC_HINTING);
  FcPatternAddBool (pattern, FC_HINTING, FcFalse);
  FcPatternDel (pattern, FC_AUTOHINT);
  FcPatternAddBool (pattern, FC_AUTOHINT, FcFalse);
  FcPatternDel (pattern, FC_HINT_STYLE);
  FcPatternAddInteger (pattern, FC_HINT_STYLE, FC_HINT_NONE);
  FcPatternDel (pattern, FC_VARIABLE);
  FcPatternAddBool (pattern, FC_VARIABLE, FcFalse);
}

/* A face whose outlines can be cut out and whose weight is what it says. */
static gboolean
is_printable_face (hb_face_t *face)
{
  hb_blob_t *glyf = hb_face_reference_table (face, HB_TAG ('g', 'l', 'y', 'f'));
  hb_blob_t *cff = hb_face_reference_table (face, HB_TAG ('C', 'F', 'F', ' '));
  gboolean   has_outlines = hb_blob_get_length (glyf) > 0 || hb_blob_get_length (cff) > 0;

  hb_blob_destroy (glyf);
  hb_blob_destroy (cff);
  return has_outlines && !hb_ot_var_has_data (face);
}

/* Glyphs */

static void
set_missing_error (GError **error,
                   gunichar character)
{
  char printed[8] = "";

  printed[g_unichar_to_utf8 (character, printed)] = '\0';
  g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_MISSING_GLYPH,
               /* Translators: %1$s is one character, such as "漢", and %2$04X its number. */
               _("The letter cannot be printed: no font has the character “%1$s” (U+%2$04X)."), printed,
                  (guint) character);
}

static gboolean
is_reordering_script (GUnicodeScript script)
{
  switch ((int) script)
    {
    case G_UNICODE_SCRIPT_BENGALI:
    case G_UNICODE_SCRIPT_DEVANAGARI:
    case G_UNICODE_SCRIPT_GUJARATI:
    case G_UNICODE_SCRIPT_GURMUKHI:
    case G_UNICODE_SCRIPT_KANNADA:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MALAYALAM:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_ORIYA:
    case G_UNICODE_SCRIPT_SINHALA:
    case G_UNICODE_SCRIPT_TAMIL:
    case G_UNICODE_SCRIPT_TELUGU:
      return TRUE;
    default:
      return FALSE;
    }
}

/* No-break spaces and hyphens hold a fact together on paper; read aloud and searched they are plain. */
static gunichar
as_plain_character (gunichar character)
{
  switch (character)
    {
    case 0x00A0:
    case 0x202F:
    case 0x2009:
      return ' ';
    case 0x2011:
      return '-';
    default:
      return character;
    }
}

/* Where the cluster of glyph @i ends in the text of its item, in bytes. */
static int
find_cluster_end (const PangoGlyphString *glyphs,
                  int                     i,
                  int                     item_length)
{
  int start = glyphs->log_clusters[i];
  int end = item_length;

  for (int k = 0; k < glyphs->num_glyphs; k++)
    {
      int other = glyphs->log_clusters[k];

      if (other > start && other < end)
        end = other;
    }
  return end;
}

static void
set_glyph_text (SdmGlyph   *glyph,
                const char *start,
                const char *end)
{
  glyph->text = as_plain_character (g_utf8_get_char (start));
  if (g_utf8_next_char (start) < end)
    glyph->more = g_strndup (start, (gsize) (end - start));
}

/*
 * Pango empties the space at which it breaks a line. It is shown all the same, beyond the end of the
 * line, so that the words of two lines are not run together when they are read out or copied.
 */
static void
restore_last_space (PangoFont *font,
                    SdmGlyph  *glyph)
{
  hb_codepoint_t space = 0;

  if (hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &space))
    {
      glyph->id = space;
      glyph->text = ' ';
    }
}

static gboolean
add_run (SdmLetterLine  *line,
         PangoGlyphItem *glyph_item,
         const char     *text,
         double         *x,
         GError        **error)
{
  PangoItem        *item = glyph_item->item;
  PangoGlyphString *glyphs = glyph_item->glyphs;
  PangoFont        *font = item->analysis.font;
  hb_face_t        *face = hb_font_get_face (pango_font_get_hb_font (font));
  const char       *start = text + item->offset;
  g_autoptr (SdmGlyphRun) run = NULL;
  PangoFontDescription *description = pango_font_describe_with_absolute_size (font);

  run = sdm_glyph_run_new (face, pango_font_description_get_size (description) / (double) PANGO_SCALE);
  pango_font_description_free (description);
  run->reordered = is_reordering_script ((GUnicodeScript) item->analysis.script);
  if (run->reordered)
    run->actual_text = g_strndup (start, (gsize) item->length);

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      const char           *cluster = start + glyphs->log_clusters[i];
      SdmGlyph              glyph = { 0 };

      if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 || (info->glyph == 0 && info->geometry.width > 0))
        {
          set_missing_error (error, g_utf8_get_char (cluster));
          return FALSE;
        }
      glyph.id = info->glyph;
      glyph.x = *x + info->geometry.x_offset / (double) PANGO_SCALE;
      glyph.y = -info->geometry.y_offset / (double) PANGO_SCALE;
      if (info->glyph == PANGO_GLYPH_EMPTY && *cluster == ' ')
        {
          restore_last_space (font, &glyph);
          if (glyph.text != 0)
            g_array_append_val (run->glyphs, glyph);
        }
      else if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          if (i == 0 || glyphs->log_clusters[i - 1] != glyphs->log_clusters[i])
            set_glyph_text (&glyph, cluster, start + find_cluster_end (glyphs, i, item->length));
          g_array_append_val (run->glyphs, glyph);
        }
      *x += info->geometry.width / (double) PANGO_SCALE;
    }
  if (run->glyphs->len > 0)
    {
      if (!is_printable_face (face))
        {
          set_missing_error (error, g_utf8_get_char (start));
          return FALSE;
        }
      g_ptr_array_add (line->runs, g_steal_pointer (&run));
    }
  return TRUE;
}

static char *
dup_line_text (const char *text,
               int         start,
               int         length)
{
  return g_strchomp (g_strndup (text + start, (gsize) length));
}

static SdmLetterLine *
convert_line (PangoLayoutLine *pango_line,
              const char      *text,
              double           column,
              GError         **error)
{
  g_autofree char *said = dup_line_text (text, pango_line->start_index, pango_line->length);
  g_autoptr (SdmLetterLine) line = NULL;
  PangoRectangle logical = { 0 };
  double         x = 0;

  pango_layout_line_get_extents (pango_line, NULL, &logical);
  line = sdm_letter_line_new (said, logical.width / (double) PANGO_SCALE);
  for (GSList *l = pango_line->runs; l != NULL; l = l->next)
    {
      if (!add_run (line, l->data, text, &x, error))
        return NULL;
    }
  if (pango_line->resolved_dir == PANGO_DIRECTION_RTL && column > line->width)
    line->x = column - line->width;
  return g_steal_pointer (&line);
}

/* The interface */

static PangoLayout *
make_layout (SdmPangoMeasurer    *self,
             const SdmLetterText *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *language = pango_attr_language_new (pango_language_from_string (text->language));

  pango_font_description_set_size (self->description, (int) (text->size * PANGO_SCALE + 0.5));
  pango_layout_set_font_description (layout, self->description);
  pango_attr_list_insert (attributes, language);
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  for (guint i = 0; text->bold != NULL && i < text->bold->len; i++)
    {
      const SdmLetterSpan *span = &g_array_index (text->bold, SdmLetterSpan, i);
      PangoAttribute      *weight = pango_attr_weight_new ((PangoWeight) SEMI_BOLD);

      weight->start_index = span->start;
      weight->end_index = span->end;
      pango_attr_list_insert (attributes, weight);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text->text, -1);
  pango_layout_set_width (layout, (int) (text->width * PANGO_SCALE + 0.5));
  pango_layout_set_wrap (layout, text->break_words ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  pango_layout_set_auto_dir (layout, TRUE);
  return layout;
}

static GPtrArray *
break_text (gpointer             instance,
            const SdmLetterText *text,
            GError             **error)
{
  SdmPangoMeasurer *self = instance;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_line_unref);

  if (!g_utf8_validate (text->text, -1, NULL))
    {
      set_missing_error (error, 0xFFFD);
      return NULL;
    }
  layout = make_layout (self, text);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      SdmLetterLine *line = convert_line (l->data, text->text, text->width, error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }
  return g_steal_pointer (&lines);
}

static void
free_faces (gpointer data)
{
  Faces *faces = data;

  g_object_unref (faces->map);
  g_free (faces);
}

static const Faces *
ensure_faces (void)
{
  static GPrivate of_thread = G_PRIVATE_INIT (free_faces);
  Faces          *faces = g_private_get (&of_thread);
  const char     *family = NULL;

  if (faces != NULL)
    return faces;
  if (has_static_family ("Inter"))
    family = "Inter,Noto Sans";
  else if (has_static_family ("Noto Sans"))
    family = "Noto Sans";
  else
    return NULL;

  faces = g_new0 (Faces, 1);
  faces->family = family;
  faces->map = pango_ft2_font_map_new ();
  pango_ft2_font_map_set_resolution (PANGO_FT2_FONT_MAP (faces->map), 72, 72);
  pango_fc_font_map_set_default_substitute (PANGO_FC_FONT_MAP (faces->map), ask_for_plain_outlines_cb, NULL, NULL);
  g_private_set (&of_thread, faces);

  return faces;
}

/**
 * sdm_pango_measurer_new:
 *
 * Looks for static Inter, then for static Noto Sans, each regular and
 * semi-bold. Fails with %SDM_LETTER_ERROR_NO_FONT where neither is installed.
 *
 * Returns: (transfer full): a measurer, for one thread
 */
SdmPangoMeasurer *
sdm_pango_measurer_new (GError **error)
{
  SdmPangoMeasurer *self = NULL;
  const Faces      *faces = ensure_faces ();

  if (faces == NULL)
    {
      g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_NO_FONT,
                   /* Translators: %s is the name of a package, which is not translated. */
                   _("Evenhand needs the Inter font: install %s"), "fonts-inter");
      return NULL;
    }

  self = g_new0 (SdmPangoMeasurer, 1);
  self->map = g_object_ref (faces->map);
  self->context = pango_font_map_create_context (self->map);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  self->description = pango_font_description_from_string (faces->family);
  return self;
}

void
sdm_pango_measurer_free (SdmPangoMeasurer *self)
{
  if (self == NULL)
    return;
  pango_font_description_free (self->description);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

/**
 * sdm_pango_measurer_get_interface:
 *
 * Returns: what layout asks; valid as long as @self
 */
SdmLetterMeasurer
sdm_pango_measurer_get_interface (SdmPangoMeasurer *self)
{
  SdmLetterMeasurer measurer = { self, break_text };

  return measurer;
}
