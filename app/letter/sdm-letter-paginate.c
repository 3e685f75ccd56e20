/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-paginate.h"

#include "sdm-letter-error.h"

#include <glib/gi18n-lib.h>

/* Strips to pages. Nothing is measured here: heights are known. */

#define LAST_PAGE_LINES 6
#define SQUEEZE_STEPS   8
#define SQUEEZE_STEP    0.05

/* Strips [start, end) that must stand on one page. */
typedef struct
{
  guint start;
  guint end;
} Chunk;

typedef struct
{
  GPtrArray *strips;
  GArray    *chunks; /* of Chunk */
  GPtrArray *pages;  /* of GArray of SdmLetterPlace */
  GArray    *page;   /* the last of @pages */
  double     first_top;
  double     top;
  double     bottom;
  double     squeeze;
  double     y;
} Pager;

static void
free_page (gpointer data)
{
  g_array_unref (data);
}

static SdmLetterStrip *
get_strip (const Pager *pager,
           guint        i)
{
  return g_ptr_array_index (pager->strips, i);
}

static double
get_height (const Pager *pager,
            guint        start,
            guint        end)
{
  double height = 0;

  for (guint i = start; i < end; i++)
    {
      const SdmLetterStrip *strip = get_strip (pager, i);

      height += strip->height * (strip->squeezable ? pager->squeeze : 1);
    }
  return height;
}

/* The height without the space at its end, which may hang over the edge. */
static double
get_solid_height (const Pager *pager,
                  guint        start,
                  guint        end)
{
  while (end > start && get_strip (pager, end - 1)->space)
    end--;
  return get_height (pager, start, end);
}

static gboolean
is_space (const Pager *pager,
          const Chunk *chunk)
{
  return chunk->end == chunk->start + 1 && get_strip (pager, chunk->start)->space;
}

static gboolean
has_kind (const Pager       *pager,
          const Chunk       *chunk,
          SdmLetterBlockKind kind)
{
  for (guint i = chunk->start; i < chunk->end; i++)
    {
      if (get_strip (pager, i)->kind == kind)
        return TRUE;
    }
  return FALSE;
}

static gboolean
starts_part (const Pager *pager,
             const Chunk *chunk)
{
  return get_strip (pager, chunk->start)->part_start || get_strip (pager, chunk->start)->page_break;
}

/* Nothing comes between the rows of a picture that goes on over the page. */
static gboolean
starts_block (const Pager *pager,
              const Chunk *chunk)
{
  return chunk->start == 0 || get_strip (pager, chunk->start)->block != get_strip (pager, chunk->start - 1)->block;
}

static GArray *
make_chunks (GPtrArray *strips)
{
  GArray *chunks = g_array_new (FALSE, FALSE, sizeof (Chunk));

  for (guint i = 0; i < strips->len; i++)
    {
      const SdmLetterStrip *strip = g_ptr_array_index (strips, i);
      Chunk                 chunk = { i, i + 1 };

      if (strip->glue && chunks->len > 0 && !strip->page_break)
        g_array_index (chunks, Chunk, chunks->len - 1).end = i + 1;
      else
        g_array_append_val (chunks, chunk);
    }
  return chunks;
}

static void
start_page (Pager *pager)
{
  pager->page = g_array_new (FALSE, FALSE, sizeof (SdmLetterPlace));
  g_ptr_array_add (pager->pages, pager->page);
  pager->y = pager->pages->len == 1 ? pager->first_top : pager->top;
}

static void
place_strip (Pager   *pager,
             guint    strip,
             gboolean repeat)
{
  SdmLetterPlace place = { strip, pager->y, repeat };

  g_array_append_val (pager->page, place);
  pager->y += get_height (pager, strip, strip + 1);
}

static void
place_chunk (Pager       *pager,
             const Chunk *chunk)
{
  guint head = get_strip (pager, chunk->start)->head;

  if (pager->page->len == 0 && head > 0)
    place_strip (pager, head - 1, TRUE);
  for (guint i = chunk->start; i < chunk->end; i++)
    place_strip (pager, i, FALSE);
}

/* A first page that is too short for what comes first, but not for other pages, stays without text. */
static gboolean
skips_first_page (const Pager *pager,
                  double       height)
{
  return pager->page->len == 0 && pager->y > pager->top && pager->y + height > pager->bottom + 0.01 &&
         pager->top + height <= pager->bottom;
}

/*
 * A picture does not fit: whole blocks after it in the same part, up to the next picture or
 * heading, fill the page first. They are taken out of the list of chunks.
 */
static void
fill_page (Pager *pager,
           guint  at)
{
  guint own = get_strip (pager, g_array_index (pager->chunks, Chunk, at).end - 1)->block;
  guint i = at + 1;

  while (i < pager->chunks->len && get_strip (pager, g_array_index (pager->chunks, Chunk, i).start)->block == own)
    i++;
  while (i < pager->chunks->len)
    {
      const Chunk *first = &g_array_index (pager->chunks, Chunk, i);
      guint        block = get_strip (pager, first->start)->block;
      guint        end = i;

      while (end < pager->chunks->len && get_strip (pager, g_array_index (pager->chunks, Chunk, end).start)->block == block)
        {
          const Chunk *chunk = &g_array_index (pager->chunks, Chunk, end);

          if (starts_part (pager, chunk) || has_kind (pager, chunk, SDM_LETTER_BLOCK_PICTURE) ||
              has_kind (pager, chunk, SDM_LETTER_BLOCK_HEADING))
            return;
          end++;
        }
      if (pager->y + get_solid_height (pager, first->start, g_array_index (pager->chunks, Chunk, end - 1).end) > pager->bottom)
        return;
      for (guint k = i; k < end; k++)
        place_chunk (pager, &g_array_index (pager->chunks, Chunk, k));
      g_array_remove_range (pager->chunks, i, end - i);
    }
}

static gboolean
paginate_once (Pager   *pager,
               GError **error)
{
  start_page (pager);
  for (guint i = 0; i < pager->chunks->len; i++)
    {
      const Chunk *chunk = &g_array_index (pager->chunks, Chunk, i);
      double       height = get_solid_height (pager, chunk->start, chunk->end);

      if (get_strip (pager, chunk->start)->page_break)
        {
          if (pager->page->len > 0)
            start_page (pager);
          continue;
        }
      if (is_space (pager, chunk))
        {
          if (pager->page->len > 0)
            place_chunk (pager, chunk);
          continue;
        }
      if (skips_first_page (pager, height))
        start_page (pager);
      if (pager->page->len > 0 && pager->y + height > pager->bottom + 0.01)
        {
          if (has_kind (pager, chunk, SDM_LETTER_BLOCK_PICTURE) && !starts_part (pager, chunk) && starts_block (pager, chunk))
            fill_page (pager, i);
          start_page (pager);
        }
      place_chunk (pager, &g_array_index (pager->chunks, Chunk, i));
      if (pager->y - (get_height (pager, chunk->start, chunk->end) - height) > pager->bottom + 0.01)
        {
          g_set_error (error, SDM_LETTER_ERROR, SDM_LETTER_ERROR_TOO_LARGE,
                       /* Translators: the letter cannot be printed because one quotation, box or
                        * picture is higher than a page; %u is the page it would stand on. */
                       _("A part of the letter does not fit on page %u. Use smaller print or shorten it."),
                          pager->pages->len);
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether the text of a page is the first after a page break; space at the top of a page has vanished. */
static gboolean
starts_after_break (const Pager *pager,
                    GArray      *page)
{
  guint strip = page->len > 0 ? g_array_index (page, SdmLetterPlace, 0).strip : 0;

  while (strip > 0 && get_strip (pager, strip - 1)->space)
    strip--;

  return strip > 0 && get_strip (pager, strip - 1)->page_break;
}

static guint
count_lines (const Pager *pager,
             GArray      *page)
{
  guint n = 0;

  for (guint i = 0; i < page->len; i++)
    n += get_strip (pager, g_array_index (page, SdmLetterPlace, i).strip)->n_lines;
  return n;
}

/* How often the letter, or its enclosure, ends with a page of only a few lines. */
static guint
count_short_ends (const Pager *pager)
{
  guint n = 0;

  for (guint p = 1; p < pager->pages->len; p++)
    {
      GArray  *page = g_ptr_array_index (pager->pages, p);
      GArray  *next = p + 1 < pager->pages->len ? g_ptr_array_index (pager->pages, p + 1) : NULL;
      gboolean is_last = next == NULL || next->len == 0 || starts_after_break (pager, next);

      if (is_last && page->len > 0 && !starts_after_break (pager, page) && count_lines (pager, page) < LAST_PAGE_LINES)
        n++;
    }
  return n;
}

/**
 * sdm_letter_paginate:
 * @strips: (element-type SdmLetterStrip): the text
 * @first_top: where it begins on the first page, in points
 * @top: where it begins on the others
 * @bottom: where it ends
 *
 * Fills pages. Where the letter or its enclosure would end with a page of fewer
 * than six lines, the space between paragraphs, around headings and above the
 * name of who signs shrinks by up to 40 %, on all pages alike; it stays as it
 * is where that does not help. Fails where a strip is higher than
 * a page.
 *
 * Returns: (transfer full) (element-type GArray): pages, each a #GArray of
 *   #SdmLetterPlace
 */
GPtrArray *
sdm_letter_paginate (GPtrArray *strips,
                     double     first_top,
                     double     top,
                     double     bottom,
                     GError   **error)
{
  g_autoptr (GPtrArray) best = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; i <= SQUEEZE_STEPS; i++)
    {
      g_autoptr (GArray) chunks = make_chunks (strips);
      g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (free_page);
      Pager pager = { strips, chunks, pages, NULL, first_top, top, bottom, 1 - i * SQUEEZE_STEP, 0 };
      guint n_short;

      if (!paginate_once (&pager, error))
        return NULL;
      n_short = count_short_ends (&pager);
      if (n_short < least)
        {
          g_clear_pointer (&best, g_ptr_array_unref);
          best = g_steal_pointer (&pages);
          least = n_short;
        }
      if (least == 0)
        break;
    }
  return g_steal_pointer (&best);
}
