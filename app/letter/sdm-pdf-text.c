/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-pdf-page-private.h"

#include <math.h>
#include <string.h>

/* Lines of text as PDF operators: glyphs by their numbers in the cut fonts, and addresses that can be pressed. */

#define ROUNDING 0.5 /* thousandths of an em: less is left to the next glyph */

/* Fonts */

static guint
find_font (SdmPdfContent *content,
           hb_face_t     *face)
{
  GPtrArray *fonts = content->fonts;

  for (guint i = 0; i < fonts->len; i++)
    {
      if (((SdmFontSubset *) g_ptr_array_index (fonts, i))->face == face)
        return i;
    }
  g_ptr_array_add (fonts, sdm_font_subset_new (face));
  return fonts->len - 1;
}

/* The glyphs of all pages must be known before the first one is written. */
gboolean
sdm_pdf_content_cut_fonts (SdmPdfContent        *self,
                           const SdmLetterPages *pages,
                           GError              **error)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      GPtrArray *items = g_ptr_array_index (pages->pages, i);

      for (guint k = 0; k < items->len; k++)
        {
          const SdmLetterItem *item = g_ptr_array_index (items, k);

          for (guint r = 0; item->line != NULL && r < item->line->runs->len; r++)
            {
              const SdmGlyphRun *run = g_ptr_array_index (item->line->runs, r);
              const guint        index = find_font (self, run->face);
              SdmFontSubset     *font = g_ptr_array_index (self->fonts, index);

              for (guint g = 0; g < run->glyphs->len; g++)
                sdm_font_subset_add_glyph (font, &g_array_index (run->glyphs, SdmGlyph, g));
            }
        }
    }
  for (guint i = 0; i < self->fonts->len; i++)
    if (!sdm_font_subset_cut (g_ptr_array_index (self->fonts, i), error))
      return FALSE;

  return TRUE;
}

/* The number of a glyph, in four digits. Written for each glyph of a letter, and so without a format. */
static void
append_hex (GString *out,
            guint32  id)
{
  static const char digits[] = "0123456789ABCDEF";
  const char        hex[] = { digits[id >> 12 & 15], digits[id >> 8 & 15], digits[id >> 4 & 15], digits[id & 15] };

  g_string_append_len (out, hex, sizeof hex);
}

/* Written for every pair of glyphs that is kerned, and so without a format as well. */
static void
append_integer (GString *out,
                int      value)
{
  char  digits[16] = "";
  char *at = digits + sizeof digits;
  guint left = (guint) ABS (value);

  do
    *--at = (char) ('0' + left % 10);
  while ((left /= 10) > 0);
  if (value < 0)
    *--at = '-';
  g_string_append_len (out, at, digits + sizeof digits - at);
}

/*
 * The number in TJ takes up the difference between the advance that the PDF states, in whole
 * thousandths, and the place that shaping wants, so that no error adds up.
 */
static void
write_glyphs (SdmPdfPage        *page,
              SdmFontSubset     *font,
              const SdmGlyphRun *run,
              guint              from,
              guint              to)
{
  double   pen = g_array_index (run->glyphs, SdmGlyph, from).x;
  double   rise = 0;
  gboolean in_string = FALSE;

  g_string_append_c (page->out, '[');
  for (guint i = from; i < to; i++)
    {
      const SdmGlyph *glyph = &g_array_index (run->glyphs, SdmGlyph, i);
      double          correction = (pen - glyph->x) * 1000 / run->size;

      if (fabs (glyph->y - rise) > 0.001)
        {
          g_string_append (page->out, in_string ? ">] TJ\n" : "] TJ\n");
          rise = glyph->y;
          sdm_pdf_page_append_numbers (page, &rise, 1, "Ts");
          g_string_append_c (page->out, '[');
          in_string = FALSE;
        }
      if (!isfinite (correction) || fabs (correction) > 32767)
        page->failed = TRUE;
      else if (fabs (correction) >= ROUNDING)
        {
          int whole = (int) lround (correction);

          if (in_string)
            g_string_append_c (page->out, '>');
          append_integer (page->out, whole);
          in_string = FALSE;
          pen -= whole * run->size / 1000;
        }
      if (!in_string)
        g_string_append_c (page->out, '<');
      append_hex (page->out, sdm_font_subset_get_id (font, glyph));
      in_string = TRUE;
      pen += sdm_font_subset_get_width (font, glyph->id) * run->size / 1000;
    }
  g_string_append (page->out, in_string ? ">] TJ\n" : "] TJ\n");
  if (fabs (rise) > 0)
    g_string_append (page->out, "0 Ts\n");
}

/* Part of a run, in the sequence that is open. */
static void
write_part (SdmPdfPage          *page,
            const SdmLetterItem *item,
            const SdmGlyphRun   *run,
            guint                from,
            guint                to)
{
  const guint  index = find_font (page->content, run->face);
  const double place[] = { item->x + g_array_index (run->glyphs, SdmGlyph, from).x, page->height - item->y };

  g_string_append_printf (page->out, "BT 0 g /F%u ", index);
  sdm_pdf_page_append_numbers (page, &run->size, 1, "Tf 1 0 0 1");
  sdm_pdf_page_append_numbers (page, place, 2, "Tm");
  write_glyphs (page, g_ptr_array_index (page->content->fonts, index), run, from, to);
  g_string_append (page->out, "ET\n");
}

/* Addresses of the web */

static void
write_link (SdmPdfPage          *page,
            const SdmLetterItem *item,
            const SdmGlyphRun   *run,
            guint                from,
            guint                to,
            const char          *uri)
{
  SdmPdfLink  *link = g_new0 (SdmPdfLink, 1);
  const double end = to < run->glyphs->len ? g_array_index (run->glyphs, SdmGlyph, to).x : item->line->width;

  link->element = sdm_letter_element_new (item->element, "Link");
  link->uri = g_strdup (uri);
  link->page = page->page;
  link->box[0] = item->x + g_array_index (run->glyphs, SdmGlyph, from).x;
  link->box[1] = page->height - item->y - run->size * 0.25;
  link->box[2] = item->x + end;
  link->box[3] = page->height - item->y + run->size * 0.8;
  g_ptr_array_add (page->content->links, link);
  sdm_pdf_page_open_tag (page, link->element, link->box[3]);
  write_part (page, item, run, from, to);
}

/* The place in the text behind a glyph; a part of the cluster before it takes none. */
static guint
get_place_after (const SdmLetterAddresses *addresses,
                 const SdmGlyph           *glyph,
                 guint                     place)
{
  if (glyph->more != NULL)
    return place + (guint) strlen (glyph->more);
  if (glyph->text == 0)
    return place;

  return place + (guint) (g_utf8_next_char (addresses->text + place) - (addresses->text + place));
}

/* Writes what comes before the next address, and that address; returns the glyph after it. */
static guint
write_to_address (SdmPdfPage          *page,
                  const SdmLetterItem *item,
                  const SdmGlyphRun   *run,
                  guint                from,
                  guint               *place)
{
  const SdmLetterAddresses *addresses = item->line->addresses;
  const SdmLetterAddress   *address = NULL;
  guint                     i = from;
  guint                     end;

  while (i < run->glyphs->len && (address = sdm_letter_addresses_find (addresses, *place)) == NULL)
    *place = get_place_after (addresses, &g_array_index (run->glyphs, SdmGlyph, i++), *place);
  if (i > from)
    {
      sdm_pdf_page_open_for_item (page, item, page->height - item->y + run->size);
      write_part (page, item, run, from, i);
    }
  for (end = i; end < run->glyphs->len && *place < address->end; end++)
    *place = get_place_after (addresses, &g_array_index (run->glyphs, SdmGlyph, end), *place);
  if (end > i)
    write_link (page, item, run, i, end, address->uri);

  return end;
}

static void
write_run (SdmPdfPage          *page,
           const SdmLetterItem *item,
           const SdmGlyphRun   *run)
{
  guint place = run->start;
  guint from = 0;

  while (item->element != NULL && item->line->addresses != NULL && from < run->glyphs->len)
    from = write_to_address (page, item, run, from, &place);
  if (from == run->glyphs->len)
    return;
  sdm_pdf_page_open_for_item (page, item, page->height - item->y + run->size);
  write_part (page, item, run, from, run->glyphs->len);
}

void
sdm_pdf_page_write_line (SdmPdfPage          *page,
                         const SdmLetterItem *item)
{
  for (guint i = 0; i < item->line->runs->len; i++)
    {
      const SdmGlyphRun *run = g_ptr_array_index (item->line->runs, i);

      if (run->reordered && item->element != NULL)
        {
          sdm_pdf_page_open_span (page, item->element, run, page->height - item->y + run->size);
          write_part (page, item, run, 0, run->glyphs->len);
        }
      else
        write_run (page, item, run);
    }
}
