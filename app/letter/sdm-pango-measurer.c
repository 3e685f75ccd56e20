/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-pango-measurer.h"

#include "sdm-language.h"
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

/* U+2066 to U+2069: what is between them is set by itself. */
#define FIRST_ISOLATE  0x2066
#define LAST_ISOLATE   0x2068
#define END_OF_ISOLATE 0x2069

/* The faces that were found and loaded. Kept by each thread from letter to letter, as looking for
 * them takes longer than setting a letter.
 */
typedef struct
{
  PangoFontMap *map;    /* owned */
  const char   *family; /* static */
} Faces;

/*
 * After the typeface of the letter: what other scripts are set in, upright and without serifs. Urdu too
 * is set in the letters of Noto Sans Arabic: the falling lines of Nastaliq cannot be read back from a
 * PDF, neither by a search nor by a copy.
 */
#define SCRIPTS "Noto Sans Arabic,Noto Sans Bengali,Noto Sans Gurmukhi,Noto Sans Gujarati,Noto Sans Devanagari,Noto Sans Hebrew"

/* Signs that several scripts share come from the face of the language. */
static const struct
{
  const char *language;
  const char *family;
} faces_of_languages[] = {
  { "bn", "Noto Sans Bengali" },
  { "gu", "Noto Sans Gujarati" },
  { "he", "Noto Sans Hebrew" },
  { "hi", "Noto Sans Devanagari" },
  { "ne", "Noto Sans Devanagari" },
  { "pa", "Noto Sans Gurmukhi" },
};

struct _SdmPangoMeasurer
{
  const Faces          *faces;
  char                 *language; /* owned; for which the families of @description were chosen */
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

/* Where the cluster of glyph @i ends in the text of its item, in bytes: where the next one in reading order begins. */
static int
find_cluster_end (const PangoGlyphString *glyphs,
                  int                     i,
                  int                     item_length,
                  gboolean                is_right_to_left)
{
  const int start = glyphs->log_clusters[i];
  const int step = is_right_to_left ? -1 : 1;

  for (int k = i + step; k >= 0 && k < glyphs->num_glyphs; k += step)
    if (glyphs->log_clusters[k] != start)
      return glyphs->log_clusters[k];

  return item_length;
}

/* How many glyphs show the cluster of glyph @i, and which of them glyph @i is. */
static int
count_cluster (const PangoGlyphString *glyphs,
               int                     i,
               int                    *place)
{
  const int start = glyphs->log_clusters[i];
  int       first = i;
  int       last = i;

  while (first > 0 && glyphs->log_clusters[first - 1] == start)
    first--;
  while (last + 1 < glyphs->num_glyphs && glyphs->log_clusters[last + 1] == start)
    last++;
  *place = i - first;

  return last - first + 1;
}

/*
 * Some letters of Arabic are one glyph together, as lam and alef are. Programs turn a word from right to
 * left round letter by letter, and would turn the two of them round as well; Unicode has characters that
 * are both. 0 where there is none.
 */
static gunichar
find_ligature (const char *start,
               const char *end)
{
  static const gunichar ranges[][2] = { { 0xfef5, 0xfefc }, { 0xfc00, 0xfdc7 } };
  g_autofree char      *wanted = g_utf8_normalize (start, end - start, G_NORMALIZE_NFD);
  gunichar              parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH] = { 0 };

  for (guint r = 0; r < G_N_ELEMENTS (ranges); r++)
    for (gunichar c = ranges[r][0]; c <= ranges[r][1]; c++)
      {
        const gsize      n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
        g_autofree char *apart = n > 1 && n <= G_N_ELEMENTS (parts) ? g_ucs4_to_utf8 (parts, (glong) n, NULL, NULL, NULL) : NULL;

        if (apart != NULL && g_strcmp0 (apart, wanted) == 0)
          return c;
      }

  return 0;
}

/*
 * What a glyph of a cluster stands for: its own character, where there are as many of them as glyphs,
 * and else all of the text stands by the first. From right to left the last character comes first.
 */
static void
set_glyph_text (SdmGlyph               *glyph,
                const PangoGlyphString *glyphs,
                int                     i,
                const char             *start,
                const char             *end,
                gboolean                is_right_to_left)
{
  int       place = 0;
  const int n_glyphs = count_cluster (glyphs, i, &place);
  int       n_characters = 0;

  if (n_glyphs == 1 && g_utf8_next_char (start) == end)
    {
      glyph->text = as_plain_character (g_utf8_get_char (start));
      return;
    }

  n_characters = (int) g_utf8_strlen (start, end - start);
  if (is_right_to_left && n_glyphs > 1 && n_glyphs == n_characters)
    glyph->text = g_utf8_get_char (g_utf8_offset_to_pointer (start, n_characters - 1 - place));
  else if (place == 0)
    {
      const gunichar ligature = is_right_to_left && n_characters > 1 ? find_ligature (start, end) : 0;

      glyph->text = ligature != 0 ? ligature : as_plain_character (g_utf8_get_char (start));
      if (n_characters > 1 && ligature == 0)
        glyph->more = g_strndup (start, (gsize) (end - start));
    }
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

static SdmGlyphRun *
open_run (PangoItem  *item,
          const char *start,
          double      size)
{
  SdmGlyphRun *run = sdm_glyph_run_new (hb_font_get_face (pango_font_get_hb_font (item->analysis.font)), size);

  run->start = G_MAXUINT;
  run->reordered = is_reordering_script ((GUnicodeScript) item->analysis.script);
  if (run->reordered)
    run->actual_text = g_strndup (start, (gsize) item->length);

  return run;
}

/* From right to left the glyphs come in the order in which they are read, as the words do. */
static void
close_run (SdmLetterLine *line,
           SdmGlyphRun   *run,
           gboolean       is_right_to_left)
{
  for (guint i = 0, k = run->glyphs->len; is_right_to_left && i + 1 < k; i++)
    {
      SdmGlyph *first = &g_array_index (run->glyphs, SdmGlyph, i);
      SdmGlyph *last = &g_array_index (run->glyphs, SdmGlyph, --k);
      SdmGlyph  taken = *first;

      *first = *last;
      *last = taken;
    }
  if (run->glyphs->len > 0)
    g_ptr_array_add (line->runs, run);
  else
    sdm_glyph_run_free (run);
}

/* Takes glyph @i of an item, placed at @x. */
static void
add_glyph (SdmGlyphRun    *run,
           PangoGlyphItem *glyph_item,
           int             i,
           const char     *start,
           double          x)
{
  const PangoGlyphString *glyphs = glyph_item->glyphs;
  const PangoGlyphInfo   *info = &glyphs->glyphs[i];
  const char             *cluster = start + glyphs->log_clusters[i];
  const gboolean          is_right_to_left = glyph_item->item->analysis.level % 2 == 1;
  SdmGlyph                glyph = { .id = info->glyph };

  glyph.x = x + info->geometry.x_offset / (double) PANGO_SCALE;
  glyph.y = -info->geometry.y_offset / (double) PANGO_SCALE;
  if (info->glyph == PANGO_GLYPH_EMPTY && *cluster == ' ')
    {
      restore_last_space (glyph_item->item->analysis.font, &glyph);
      if (glyph.text != 0)
        g_array_append_val (run->glyphs, glyph);
    }
  else if (info->glyph != PANGO_GLYPH_EMPTY)
    {
      set_glyph_text (&glyph, glyphs, i, cluster, start + find_cluster_end (glyphs, i, glyph_item->item->length, is_right_to_left),
                      is_right_to_left);
      g_array_append_val (run->glyphs, glyph);
    }
}

static gboolean
add_run (SdmLetterLine       *line,
         PangoGlyphItem      *glyph_item,
         const SdmLetterText *whole,
         double              *x,
         GError             **error)
{
  PangoItem        *item = glyph_item->item;
  PangoGlyphString *glyphs = glyph_item->glyphs;
  const char       *text = whole->text;
  const char       *start = text + item->offset;
  const double      size = (int) (whole->size * PANGO_SCALE + 0.5) / (double) PANGO_SCALE;
  const gboolean    is_right_to_left = item->analysis.level % 2 == 1;
  SdmGlyphRun      *run = NULL;

  if (glyphs->num_glyphs > 0 && !is_printable_face (hb_font_get_face (pango_font_get_hb_font (item->analysis.font))))
    {
      set_missing_error (error, g_utf8_get_char (start));
      return FALSE;
    }
  run = open_run (item, start, size);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      const char           *cluster = start + glyphs->log_clusters[i];

      if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 || (info->glyph == 0 && info->geometry.width > 0))
        {
          set_missing_error (error, g_utf8_get_char (cluster));
          sdm_glyph_run_free (run);
          return FALSE;
        }
      /* A word from right to left is a run of its own, behind the space that comes after it. */
      if (is_right_to_left && *cluster == ' ')
        {
          close_run (line, run, is_right_to_left);
          run = open_run (item, start, size);
        }
      run->start = MIN (run->start, (guint) (cluster - text));
      add_glyph (run, glyph_item, i, start, *x);
      *x += info->geometry.width / (double) PANGO_SCALE;
    }
  close_run (line, run, is_right_to_left);
  return TRUE;
}

static char *
dup_line_text (const char *text,
               int         start,
               int         length)
{
  return g_strchomp (g_strndup (text + start, (gsize) length));
}

/* Words from the right to the left, and what stands in the other direction between them, in the
 * order in which they are read: a program that reads the page aloud goes by that.
 */
static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const SdmGlyphRun *first = *(const SdmGlyphRun *const *) a;
  const SdmGlyphRun *second = *(const SdmGlyphRun *const *) b;

  return (first->start > second->start) - (first->start < second->start);
}

static SdmLetterLine *
convert_line (PangoLayoutLine     *pango_line,
              const SdmLetterText *text,
              GError             **error)
{
  g_autofree char *said = dup_line_text (text->text, pango_line->start_index, pango_line->length);
  g_autoptr (SdmLetterLine) line = NULL;
  PangoRectangle logical = { 0 };
  const gboolean is_right_to_left = pango_line->resolved_dir == PANGO_DIRECTION_RTL;
  double         x = 0;
  gboolean       is_mixed = FALSE;

  pango_layout_line_get_extents (pango_line, NULL, &logical);
  line = sdm_letter_line_new (said, logical.width / (double) PANGO_SCALE);
  for (GSList *l = pango_line->runs; l != NULL; l = l->next)
    {
      if (!add_run (line, l->data, text, &x, error))
        return NULL;
      is_mixed = is_mixed || is_right_to_left || ((PangoGlyphItem *) l->data)->item->analysis.level % 2 == 1;
    }
  if (is_mixed)
    g_ptr_array_sort (line->runs, compare_starts);
  if (is_right_to_left != text->right_to_left && text->width > line->width)
    line->x = text->width - line->width;
  return g_steal_pointer (&line);
}

/* The interface */

/* Whether letters with a direction of their own that stand in no isolate run as the block does, or
 * else all of them the other way: a value in a sentence never turns it round, and the words of
 * somebody in another script stand as they were said.
 */
static gboolean
is_right_to_left (const SdmLetterText *text)
{
  guint    depth = 0;
  gboolean has_other = FALSE;

  for (const char *p = text->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean runs_left = sdm_language_runs_left (c);
      const gboolean runs_as_block = g_unichar_isalpha (c) && runs_left == text->right_to_left;

      if (c >= FIRST_ISOLATE && c <= LAST_ISOLATE)
        depth++;
      else if (c == END_OF_ISOLATE)
        depth -= depth > 0;
      else if (runs_as_block && depth == 0)
        return text->right_to_left;
      else if (g_unichar_isalpha (c) && !runs_as_block)
        has_other = TRUE;
    }

  return text->right_to_left != has_other;
}

static void
choose_families (SdmPangoMeasurer *self,
                 const char       *language)
{
  const char      *own = "";
  g_autofree char *families = NULL;

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  for (guint i = 0; i < G_N_ELEMENTS (faces_of_languages); i++)
    if (sdm_language_is_same (faces_of_languages[i].language, language))
      own = faces_of_languages[i].family;
  families = g_strdup_printf ("%s,%s%s" SCRIPTS, self->faces->family, own, *own != '\0' ? "," : "");
  pango_font_description_set_family (self->description, families);
}

static PangoLayout *
make_layout (SdmPangoMeasurer    *self,
             const SdmLetterText *text)
{
  PangoLayout *layout = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *language = pango_attr_language_new (pango_language_from_string (text->language));

  pango_context_set_base_dir (self->context, is_right_to_left (text) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  layout = pango_layout_new (self->context);
  choose_families (self, text->language);
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
  pango_layout_set_auto_dir (layout, FALSE);
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
      SdmLetterLine *line = convert_line (l->data, text, error);

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
  const gboolean  has_inter = faces != NULL || has_static_family ("Inter");

  if (faces != NULL)
    return faces;
  if (!has_inter && !has_static_family ("Noto Sans"))
    return NULL;

  faces = g_new0 (Faces, 1);
  faces->family = has_inter ? "Inter,Noto Sans" : "Noto Sans";
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
  self->faces = faces;
  self->description = pango_font_description_new ();
  return self;
}

void
sdm_pango_measurer_free (SdmPangoMeasurer *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
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
