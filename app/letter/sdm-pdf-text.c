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

static gunichar
get_character (const SdmGlyphRun *run,
               guint              i)
{
  return g_array_index (run->glyphs, SdmGlyph, i).text;
}

static gboolean
begins_at (const SdmGlyphRun *run,
           guint              at,
           const char        *beginning)
{
  const gsize n = strlen (beginning);

  if (at + n >= run->glyphs->len || (at > 0 && get_character (run, at - 1) > ' ' && get_character (run, at - 1) != '('))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (get_character (run, at + (guint) i) != (gunichar) beginning[i])
      return FALSE;

  return TRUE;
}

/* The end of the address that begins at @from, without what ends the sentence; @from where none begins there. */
static guint
find_link_end (const SdmGlyphRun *run,
               guint              from)
{
  guint end = from;

  if (!begins_at (run, from, "https://") && !begins_at (run, from, "http://") && !begins_at (run, from, "www."))
    return from;
  while (end < run->glyphs->len && get_character (run, end) > ' ' && get_character (run, end) < 0x7f &&
         strchr ("<>\"{}|\\^`()", (int) get_character (run, end)) == NULL)
    end++;
  while (end > from && strchr (".,;:!?'", (int) get_character (run, end - 1)) != NULL)
    end--;

  return end;
}

static char *
dup_uri (const SdmGlyphRun *run,
         guint              from,
         guint              to)
{
  GString *uri = g_string_new (get_character (run, from) == 'w' ? "https://" : "");

  for (guint i = from; i < to; i++)
    g_string_append_c (uri, (char) get_character (run, i));

  return g_string_free (uri, FALSE);
}

static void
write_link (SdmPdfPage          *page,
            const SdmLetterItem *item,
            const SdmGlyphRun   *run,
            guint                from,
            guint                to)
{
  SdmPdfLink  *link = g_new0 (SdmPdfLink, 1);
  const double end = to < run->glyphs->len ? g_array_index (run->glyphs, SdmGlyph, to).x : item->line->width;

  link->element = sdm_letter_element_new (item->element, "Link");
  link->uri = dup_uri (run, from, to);
  link->page = page->page;
  link->box[0] = item->x + g_array_index (run->glyphs, SdmGlyph, from).x;
  link->box[1] = page->height - item->y - run->size * 0.25;
  link->box[2] = item->x + end;
  link->box[3] = page->height - item->y + run->size * 0.8;
  g_ptr_array_add (page->content->links, link);
  sdm_pdf_page_open_tag (page, link->element, link->box[3]);
  write_part (page, item, run, from, to);
}

static void
write_run (SdmPdfPage          *page,
           const SdmLetterItem *item,
           const SdmGlyphRun   *run)
{
  const double top = page->height - item->y + run->size;
  guint        from = 0;

  for (guint i = 0; item->element != NULL && i < run->glyphs->len; i++)
    {
      const guint end = find_link_end (run, i);

      if (end == i)
        continue;
      if (i > from)
        {
          sdm_pdf_page_open_for_item (page, item, top);
          write_part (page, item, run, from, i);
        }
      write_link (page, item, run, i, end);
      from = end;
      i = end - 1;
    }
  if (from == run->glyphs->len)
    return;
  sdm_pdf_page_open_for_item (page, item, top);
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
