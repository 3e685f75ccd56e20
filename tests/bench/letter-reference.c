/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-reference.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#define MM(v)    ((v) *72.0 / 25.4)
#define WIDTH    MM (210)
#define HEIGHT   MM (297)
#define LEFT     MM (22)
#define MEASURE  MM (166)
#define TOP      MM (15)
#define BOTTOM   MM (272)
#define FOOT     MM (283)
#define SIZE     14
#define LEADING  20
#define HEADING  16
#define TITLE    20
#define GAP      6
#define INDENT   20
#define ADDRESS  12
#define REF_LEFT MM (120)
#define BODY_TOP MM (94.5)

struct _LetterReference
{
  PangoFontMap *map; /* kept between letters */
};

/* One letter in the making. */
typedef struct
{
  cairo_t      *cr;
  PangoContext *context;
  double        y;
  guint         n_pages;
} Sheet;

static void
ask_for_static_faces_cb (FcPattern *pattern,
                         gpointer   user_data)
{
  FcPatternDel (pattern, FC_VARIABLE);
  FcPatternAddBool (pattern, FC_VARIABLE, FcFalse);
}

static PangoLayout *
make_layout (Sheet      *sheet,
             const char *marked,
             gboolean    all_bold,
             double      size,
             double      width)
{
  PangoLayout          *layout = pango_layout_new (sheet->context);
  PangoFontDescription *description = pango_font_description_from_string ("Inter,Noto Sans");
  PangoAttrList        *attributes = pango_attr_list_new ();
  g_autoptr (GArray) bold = NULL;
  g_autofree char *text = sdm_letter_text_parse (marked, all_bold, &bold);

  for (guint i = 0; i < bold->len; i++)
    {
      const SdmLetterSpan *span = &g_array_index (bold, SdmLetterSpan, i);
      PangoAttribute      *weight = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

      weight->start_index = span->start;
      weight->end_index = span->end;
      pango_attr_list_insert (attributes, weight);
    }
  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (description);

  return layout;
}

static void
show_line (Sheet           *sheet,
           PangoLayoutLine *line,
           double           x,
           double           baseline)
{
  cairo_move_to (sheet->cr, x, baseline);
  pango_cairo_show_layout_line (sheet->cr, line);
}

/* Lines at a fixed place; gives the baseline after them. */
static double
place_text (Sheet      *sheet,
            const char *marked,
            gboolean    bold,
            double      size,
            double      x,
            double      baseline,
            double      leading)
{
  g_autoptr (PangoLayout) layout = make_layout (sheet, marked, bold, size, MEASURE);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      show_line (sheet, l->data, x, baseline);
      baseline += leading;
    }

  return baseline;
}

static void
end_page (Sheet             *sheet,
          SdmLetterDocument *document)
{
  g_autofree char *number = g_strdup_printf ("Page %u of 2", ++sheet->n_pages);

  place_text (sheet, number, FALSE, ADDRESS, LEFT, FOOT, LEADING);
  place_text (sheet, document->reference, FALSE, ADDRESS, REF_LEFT, FOOT, LEADING);
  cairo_show_page (sheet->cr);
  sheet->y = place_text (sheet, document->running_head, FALSE, ADDRESS, LEFT, TOP, LEADING);
}

static void
flow_text (Sheet             *sheet,
           SdmLetterDocument *document,
           const char        *marked,
           gboolean           bold,
           double             size,
           double             indent,
           double             width)
{
  g_autoptr (PangoLayout) layout = make_layout (sheet, marked, bold, size, width);

  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
    {
      if (sheet->y + LEADING > BOTTOM)
        end_page (sheet, document);
      sheet->y += LEADING;
      show_line (sheet, l->data, LEFT + indent, sheet->y);
    }
}

/* Cells stand beside each other, the first in a third of the measure, unless it is alone. */
static void
flow_row (Sheet              *sheet,
          SdmLetterDocument  *document,
          const SdmLetterRow *row)
{
  const double top = sheet->y;
  const guint  page = sheet->n_pages;
  double       bottom = top;
  guint        n_cells = 0;

  while (n_cells < G_N_ELEMENTS (row->cells) && row->cells[n_cells] != NULL)
    n_cells++;
  for (guint c = 0; c < n_cells; c++)
    {
      const double share = n_cells == 1 ? 1 : (c == 0 ? 1 / 3.0 : 2 / 3.0 / (n_cells - 1));
      const double left = c == 0 ? 0 : 1 / 3.0 + (c - 1) * share;

      if (sheet->n_pages == page)
        sheet->y = top;
      flow_text (sheet, document, row->cells[c], FALSE, SIZE, INDENT + left * (MEASURE - INDENT), share * (MEASURE - INDENT) - GAP);
      bottom = sheet->n_pages == page ? MAX (bottom, sheet->y) : sheet->y;
    }
  sheet->y = bottom;
}

static void
flow_block (Sheet                *sheet,
            SdmLetterDocument    *document,
            const SdmLetterBlock *block)
{
  const gboolean is_heading = block->kind == SDM_LETTER_BLOCK_HEADING;
  const double   size = !is_heading ? SIZE : (block->level == 1 ? TITLE : HEADING);

  if (block->text != NULL)
    flow_text (sheet, document, block->text, is_heading, size, 0, MEASURE);
  if (block->kind == SDM_LETTER_BLOCK_ACTIONS)
    for (guint i = 0; i < G_N_ELEMENTS (block->heads); i++)
      flow_text (sheet, document, block->heads[i], TRUE, SIZE, INDENT, MEASURE - INDENT);
  for (guint i = 0; block->rows != NULL && i < block->rows->len; i++)
    flow_row (sheet, document, g_ptr_array_index (block->rows, i));
  for (guint i = 0; block->lines != NULL && block->lines[i] != NULL; i++)
    flow_text (sheet, document, block->lines[i], FALSE, SIZE, 0, MEASURE);
  sheet->y += LEADING / 2;
}

static void
place_head (Sheet             *sheet,
            SdmLetterDocument *document)
{
  double baseline = place_text (sheet, document->letterhead, TRUE, HEADING + 2, LEFT, MM (22), LEADING);

  for (guint i = 0; document->letterhead_lines[i] != NULL; i++)
    baseline = place_text (sheet, document->letterhead_lines[i], FALSE, ADDRESS, LEFT, baseline, LEADING);
  baseline = MM (60.5);
  for (guint i = 0; document->address[i] != NULL; i++)
    baseline = place_text (sheet, document->address[i], FALSE, ADDRESS, LEFT, baseline, MM (4.8));
  baseline = MM (22);
  for (guint i = 0; i < document->reference_lines->len; i++)
    baseline = place_text (sheet, g_ptr_array_index (document->reference_lines, i), FALSE, SIZE, REF_LEFT, baseline, LEADING);
  place_text (sheet, document->contact, FALSE, SIZE, LEFT, baseline, LEADING);
  sheet->y = BODY_TOP;
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

LetterReference *
letter_reference_new (void)
{
  LetterReference *self = g_new0 (LetterReference, 1);

  self->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  pango_fc_font_map_set_default_substitute (PANGO_FC_FONT_MAP (self->map), ask_for_static_faces_cb, NULL, NULL);

  return self;
}

void
letter_reference_free (LetterReference *self)
{
  g_object_unref (self->map);
  g_free (self);
}

GBytes *
letter_reference_write (LetterReference   *self,
                        SdmLetterDocument *document,
                        guint             *n_pages)
{
  GByteArray           *file = g_byte_array_new ();
  cairo_surface_t      *surface = cairo_pdf_surface_create_for_stream (append_cb, file, WIDTH, HEIGHT);
  cairo_font_options_t *options = cairo_font_options_create ();
  Sheet                 sheet = { .cr = cairo_create (surface), .context = pango_font_map_create_context (self->map) };

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (sheet.context, options);
  pango_context_set_round_glyph_positions (sheet.context, FALSE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);

  place_head (&sheet, document);
  for (guint i = 0; i < document->blocks->len; i++)
    flow_block (&sheet, document, g_ptr_array_index (document->blocks, i));
  end_page (&sheet, document);

  cairo_font_options_destroy (options);
  g_object_unref (sheet.context);
  cairo_destroy (sheet.cr);
  cairo_surface_destroy (surface);
  *n_pages = sheet.n_pages;

  return g_byte_array_free_to_bytes (file);
}
