/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sdm-letter-flow.h"

#include <string.h>

#include "sdm-language.h"
#include "sdm-words.h"

/* Blocks to strips: what is measured, what stays together, what space comes after. */

#define BASELINE     0.74 /* of the leading, from the top of a line */
#define CARD_LEADING 1.2  /* of the size: a card has short lines */
#define CARD_GAP     0.8

#define MOST_WHOLE_ON_CARD 8   /* lines */
#define MOST_WHOLE_QUOTE   0.5 /* of the height of a page */

static const struct
{
  double size;
  double leading;
  double h2;
  double h1;
} editions[] = {
  { 12, 17, 15, 20 },
  { 14, 18.5, 18, 24 },
  { 16, 23, 20, 27 },
  { 18, 26, 22, 29 },
  { 24, 34, 28, 34 },
};

/**
 * sdm_letter_edition_for_size:
 * @size: body size in points, 12 to 24; sizes between the editions that were
 *   drawn are set between them
 */
SdmLetterEdition
sdm_letter_edition_for_size (guint size)
{
  SdmLetterEdition edition = { 0 };
  guint            i = 1;
  double           t = 0;

  g_return_val_if_fail (size >= 12 && size <= 24, edition);

  while (i + 1 < G_N_ELEMENTS (editions) && editions[i].size < size)
    i++;
  t = (size - editions[i - 1].size) / (editions[i].size - editions[i - 1].size);
  edition.size = size;
  edition.leading = editions[i - 1].leading + t * (editions[i].leading - editions[i - 1].leading);
  edition.h2 = editions[i - 1].h2 + t * (editions[i].h2 - editions[i - 1].h2);
  edition.h1 = editions[i - 1].h1 + t * (editions[i].h1 - editions[i - 1].h1);
  edition.left = SDM_MM (22);
  edition.measure = size == 12 ? SDM_MM (150) : SDM_MM (166);
  edition.gap = 1;
  return edition;
}

/* Large print needs the whole sheet. */
gboolean
sdm_letter_is_small_card (const SdmLetterDocument *document,
                          guint                    size)
{
  return document->paper == SDM_LETTER_PAPER_CARD && size <= 14;
}

/* In large print the rows of a grid follow one another, and need no width. */
gboolean
sdm_letter_is_wide (const SdmLetterDocument *document,
                    guint                    size)
{
  return document->paper == SDM_LETTER_PAPER_WIDE_SHEET && size <= 16;
}

gboolean
sdm_letter_is_sheet (const SdmLetterDocument *document)
{
  return document->paper == SDM_LETTER_PAPER_SHEET || document->paper == SDM_LETTER_PAPER_WIDE_SHEET;
}

static void
make_card_edition (SdmLetterEdition *edition)
{
  edition->left = SDM_MM (13);
  edition->measure = SDM_MM (148 - 2 * 13);
  edition->leading = edition->size * CARD_LEADING;
  edition->h2 = edition->size + 2;
  edition->h1 = edition->size + 6;
  edition->gap = CARD_GAP;
}

static void
free_strip (gpointer data)
{
  SdmLetterStrip *strip = data;

  g_ptr_array_unref (strip->items);
  g_free (strip);
}

void
sdm_letter_flow_init (SdmLetterFlow           *flow,
                      SdmLetterDocument       *document,
                      guint                    size,
                      const SdmLetterMeasurer *measurer,
                      SdmLetterElement        *root,
                      GHashTable              *broken)
{
  memset (flow, 0, sizeof *flow);
  flow->document = document;
  flow->measurer = measurer;
  flow->edition = sdm_letter_edition_for_size (size);
  if (sdm_letter_is_small_card (document, size))
    make_card_edition (&flow->edition);
  if (sdm_letter_is_wide (document, size))
    {
      flow->edition.left = SDM_MM (15);
      flow->edition.measure = SDM_MM (297 - 2 * 15);
    }
  flow->language = document->language;
  flow->root = root;
  flow->strips = g_ptr_array_new_with_free_func (free_strip);
  flow->kind = SDM_LETTER_BLOCK_PARAGRAPH;
  flow->broken = g_hash_table_ref (broken);
}

void
sdm_letter_flow_clear (SdmLetterFlow *flow)
{
  g_clear_pointer (&flow->strips, g_ptr_array_unref);
  g_clear_pointer (&flow->broken, g_hash_table_unref);
  g_clear_error (&flow->error);
}

/* Strips */

SdmLetterStrip *
sdm_letter_flow_add_strip (SdmLetterFlow *flow,
                           double         height)
{
  SdmLetterStrip *strip = g_new0 (SdmLetterStrip, 1);

  strip->height = height;
  strip->block = flow->block;
  strip->kind = flow->kind;
  strip->glue = flow->keep;
  strip->mirrored = sdm_language_is_right_to_left (flow->language);
  strip->items = g_ptr_array_new_with_free_func ((GDestroyNotify) sdm_letter_item_free);
  flow->keep = FALSE;
  g_ptr_array_add (flow->strips, strip);
  return strip;
}

/**
 * sdm_letter_flow_add_space:
 * @glue: nothing may be cut here: the space, and what follows, stay with what
 *   was before
 *
 * The space shrinks a little where that saves a page of a few lines.
 */
SdmLetterStrip *
sdm_letter_flow_add_space (SdmLetterFlow *flow,
                           double         height,
                           gboolean       glue)
{
  SdmLetterStrip *strip = sdm_letter_flow_add_strip (flow, height * flow->edition.gap);

  strip->space = TRUE;
  strip->squeezable = TRUE;
  strip->glue = glue || strip->glue;
  flow->keep = glue;
  return strip;
}

SdmLetterElement *
sdm_letter_flow_add_element (SdmLetterFlow    *flow,
                             SdmLetterElement *parent,
                             const char       *role)
{
  SdmLetterElement *element = sdm_letter_element_new (parent != NULL ? parent : flow->root, role);

  if (parent == NULL && g_strcmp0 (flow->language, flow->document->language) != 0)
    element->language = g_strdup (flow->language);
  return element;
}

/**
 * sdm_letter_flow_place_lines:
 * @y: top of the first line, from the top of the strip
 *
 * Returns: the y below the last line
 */
double
sdm_letter_flow_place_lines (SdmLetterFlow    *flow,
                             SdmLetterStrip   *strip,
                             GPtrArray        *lines,
                             double            x,
                             double            y,
                             double            leading,
                             SdmLetterElement *element)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_ptr_array_add (strip->items,
                       sdm_letter_item_new_line (g_ptr_array_index (lines, i), x, y + leading * BASELINE, element));
      y += leading;
    }
  strip->n_lines += lines->len;
  return y;
}

/**
 * sdm_letter_flow_place_cell:
 *
 * As sdm_letter_flow_place_lines(), in the leading of the text, for a cell of a
 * table: its lines begin where the column begins, whichever way they run.
 *
 * Returns: the y below the last line
 */
double
sdm_letter_flow_place_cell (SdmLetterFlow    *flow,
                            SdmLetterStrip   *strip,
                            GPtrArray        *lines,
                            double            x,
                            double            y,
                            SdmLetterElement *element)
{
  const guint  first = strip->items->len;
  const double bottom = sdm_letter_flow_place_lines (flow, strip, lines, x, y, flow->edition.leading, element);

  for (guint i = first; i < strip->items->len; i++)
    ((SdmLetterItem *) g_ptr_array_index (strip->items, i))->x = x;

  return bottom;
}

/**
 * sdm_letter_flow_add_lines:
 * @whole: never cut; otherwise two lines at least stay on each side of a page
 *   end, and three lines are never cut
 *
 * Adds one strip for each line.
 */
void
sdm_letter_flow_add_lines (SdmLetterFlow    *flow,
                           GPtrArray        *lines,
                           double            x,
                           double            leading,
                           SdmLetterElement *element,
                           gboolean          whole)
{
  for (guint i = 0; i < lines->len; i++)
    {
      SdmLetterStrip *strip = sdm_letter_flow_add_strip (flow, leading);

      if (i > 0 && (whole || i == 1 || i == lines->len - 1))
        strip->glue = TRUE;
      g_ptr_array_add (strip->items,
                       sdm_letter_item_new_line (g_ptr_array_index (lines, i), x, leading * BASELINE, element));
      strip->n_lines = 1;
    }
}

/* One kind of block each */

/**
 * sdm_letter_flow_add_text:
 *
 * Adds a paragraph that is not a block of the document, such as a line of the
 * reference block in large print.
 */
void
sdm_letter_flow_add_text (SdmLetterFlow *flow,
                          const char    *marked,
                          double         space_after)
{
  SdmLetterElement *element = sdm_letter_flow_add_element (flow, NULL, "P");
  g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, marked, FALSE, flow->edition.size, flow->edition.measure);

  sdm_letter_flow_add_lines (flow, lines, flow->edition.left, flow->edition.leading, element, TRUE);
  if (space_after > 0)
    sdm_letter_flow_add_space (flow, space_after, FALSE);
}

static void
add_heading (SdmLetterFlow        *flow,
             const SdmLetterBlock *block)
{
  static const char *const roles[] = { "H1", "H2", "H3" };
  const SdmLetterEdition  *e = &flow->edition;
  const double             sizes[] = { e->h1, e->h2, e->size };
  const double             leadings[] = { e->h1 * 1.2, e->h2 * 1.2, e->leading };
  const double             after[] = { e->leading * 0.4, e->leading * 0.1, e->leading * 0.25 };
  guint                    level = block->level - 1;
  SdmLetterElement        *element = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  flow->part = block->text;
  if (block->level == 2)
    {
      SdmLetterStrip *strip = NULL;

      sdm_letter_flow_add_space (flow, e->leading * 0.1, FALSE);
      strip = sdm_letter_flow_add_strip (flow, e->leading * 0.25 * e->gap);
      strip->squeezable = TRUE;
      strip->part_start = TRUE;
      if (!sdm_letter_is_sheet (flow->document))
        g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_RULE, e->left, 0, e->measure, 0.6));
      flow->keep = TRUE;
    }
  element = sdm_letter_flow_add_element (flow, NULL, roles[level]);
  element->title = sdm_letter_text_flatten (block->text);
  lines = sdm_letter_flow_break (flow, block->text, TRUE, sizes[level], e->measure);
  sdm_letter_flow_add_lines (flow, lines, e->left, leadings[level], element, TRUE);
  sdm_letter_flow_add_space (flow, after[level], TRUE);
}

static char *
dup_text_with_page (const SdmLetterFlow  *flow,
                    const SdmLetterBlock *block)
{
  gboolean names_page = block->twin_text != NULL;
  g_autoptr (GString) text = g_string_new (names_page && flow->enclosure_page == 0 ? block->twin_text : block->text);
  g_autofree char *page = sdm_words_format_number (flow->enclosure_page);

  if (names_page)
    g_string_replace (text, SDM_LETTER_ENCLOSURE_PAGE, page, 0);

  return g_strdup (text->str);
}

/* When to call for help is read in a hurry: it does not go on over the page. */
static gboolean
is_whole_on_card (const SdmLetterFlow *flow,
                  const GPtrArray     *lines)
{
  return flow->document->paper == SDM_LETTER_PAPER_CARD && lines->len <= MOST_WHOLE_ON_CARD;
}

static void
add_paragraph (SdmLetterFlow        *flow,
               const SdmLetterBlock *block)
{
  SdmLetterEdition  e = flow->edition;
  SdmLetterElement *element = sdm_letter_flow_add_element (flow, NULL, "P");
  gboolean          is_mark = block->kind == SDM_LETTER_BLOCK_MARK;
  gboolean          is_lead_in = block->kind == SDM_LETTER_BLOCK_LEAD_IN;
  gboolean          is_whole = is_mark || is_lead_in || block->keeps_next;
  g_autofree char  *text = dup_text_with_page (flow, block);
  g_autoptr (GPtrArray) lines = NULL;

  if (block->minimum_size > e.size)
    e = sdm_letter_edition_for_size (CLAMP (block->minimum_size, 12, 24));
  lines = sdm_letter_flow_break (flow, text, is_mark, e.size, flow->edition.measure);
  sdm_letter_flow_add_lines (flow, lines, e.left, e.leading, element, is_whole || is_whole_on_card (flow, lines));
  sdm_letter_flow_add_space (flow, flow->edition.leading * (is_lead_in ? 0.2 : 0.4), is_lead_in || block->keeps_next);
}

static void
add_quote (SdmLetterFlow        *flow,
           const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  const double            indent = SDM_MM (7);
  SdmLetterElement       *quote = sdm_letter_flow_add_element (flow, NULL, "BlockQuote");
  SdmLetterElement       *element = sdm_letter_flow_add_element (flow, quote, "P");
  g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, block->text, FALSE, e->size, e->measure - indent);
  const guint n_lines = lines->len * e->leading > flow->page_height * MOST_WHOLE_QUOTE ? 1 : MAX (lines->len, 1);

  /* A long quotation goes on over the page, with its bar beside each line. */
  for (guint i = 0; i < lines->len; i += n_lines)
    {
      SdmLetterStrip *strip = sdm_letter_flow_add_strip (flow, n_lines * e->leading);
      g_autoptr (GPtrArray) part = g_ptr_array_new ();

      for (guint k = i; k < i + n_lines; k++)
        g_ptr_array_add (part, g_ptr_array_index (lines, k));
      if (i == 1 || (i > 0 && i + 1 == lines->len))
        strip->glue = TRUE;
      g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_BAR, e->left, 0, SDM_MM (1.2), strip->height));
      sdm_letter_flow_place_lines (flow, strip, part, e->left + indent, 0, e->leading, element);
    }
  sdm_letter_flow_add_space (flow, e->leading * 0.45, FALSE);
}

void
sdm_letter_flow_add_list (SdmLetterFlow        *flow,
                          const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  gboolean                decimal = block->list_style == SDM_LETTER_LIST_DECIMAL;
  gboolean                is_boxes = block->list_style == SDM_LETTER_LIST_BOXES;
  double                  indent = e->size * (is_boxes ? 1.75 : decimal ? (block->rows->len > 9 ? 2.35 : 1.75)
                                                                        : 1.2);
  SdmLetterElement       *list = NULL;

  if (block->rows->len == 0)
    return;
  list = sdm_letter_flow_add_element (flow, NULL, "L");
  list->numbering = decimal ? "Decimal" : "Disc";
  for (guint i = 0; i < block->rows->len; i++)
    {
      const SdmLetterRow *row = g_ptr_array_index (block->rows, i);
      SdmLetterElement   *item = sdm_letter_flow_add_element (flow, list, "LI");
      SdmLetterElement   *label = sdm_letter_flow_add_element (flow, item, "Lbl");
      SdmLetterElement   *body = sdm_letter_flow_add_element (flow, item, "LBody");
      g_autofree char    *mark = decimal ? sdm_words_take_digits (g_strdup_printf ("%u.", i + 1)) : g_strdup (is_boxes ? "" : "•");
      g_autoptr (GPtrArray) mark_lines = sdm_letter_flow_break (flow, mark, FALSE, e->size, e->measure);
      g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, row->cells[0], FALSE, e->size, e->measure - indent);
      guint           first = flow->strips->len;
      SdmLetterStrip *strip = NULL;

      sdm_letter_flow_add_lines (flow, lines, e->left + indent, e->leading, body, FALSE);
      if (lines->len > 0 && is_boxes)
        {
          strip = g_ptr_array_index (flow->strips, first);
          g_ptr_array_add (strip->items, sdm_letter_item_new (SDM_LETTER_ITEM_FRAME, e->left + 0.4, e->leading * BASELINE - e->size * 0.78, e->size * 0.9, e->size * 0.9));
        }
      else if (lines->len > 0 && mark_lines->len > 0)
        {
          strip = g_ptr_array_index (flow->strips, first);
          g_ptr_array_insert (strip->items, 0,
                              sdm_letter_item_new_line (g_ptr_array_index (mark_lines, 0), e->left,
                                                        e->leading * BASELINE, label));
        }
      if (i + 1 < block->rows->len)
        /* The first two and the last two stay together; between them a long list goes on over the page. Answers of
         * which one is ticked are seen together. */
        sdm_letter_flow_add_space (flow, e->leading * 0.15,
                                   i == 0 || i + 2 >= block->rows->len || (is_boxes && sdm_letter_is_sheet (flow->document)));
      else
        sdm_letter_flow_add_space (flow, e->leading * 0.5, FALSE);
    }
}

static void
add_signature (SdmLetterFlow        *flow,
               const SdmLetterBlock *block)
{
  const SdmLetterEdition *e = &flow->edition;
  SdmLetterElement       *element = sdm_letter_flow_add_element (flow, NULL, "P");
  g_autoptr (GPtrArray) closing = sdm_letter_flow_break (flow, block->text, FALSE, e->size, e->measure);

  sdm_letter_flow_add_lines (flow, closing, e->left, e->leading, element, TRUE);
  sdm_letter_flow_add_space (flow, SDM_MM (9), TRUE);
  for (guint i = 0; block->lines != NULL && block->lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) lines = sdm_letter_flow_break (flow, block->lines[i], FALSE, e->size, e->measure);

      flow->keep = TRUE;
      element = sdm_letter_flow_add_element (flow, NULL, "P");
      sdm_letter_flow_add_lines (flow, lines, e->left, e->leading, element, TRUE);
    }
  flow->keep = FALSE;
  sdm_letter_flow_add_space (flow, e->leading * 0.75, FALSE);
}

/**
 * sdm_letter_flow_add_blocks:
 *
 * Turns the blocks of the document into strips. The first error is left in
 * @flow.
 */
void
sdm_letter_flow_add_blocks (SdmLetterFlow *flow)
{
  for (guint i = 0; i < flow->document->blocks->len && flow->error == NULL; i++)
    {
      const SdmLetterBlock *block = g_ptr_array_index (flow->document->blocks, i);
      const SdmLetterBlock *next = i + 1 < flow->document->blocks->len ? g_ptr_array_index (flow->document->blocks, i + 1) : NULL;

      if (!flow->keep)
        flow->block++;
      flow->kind = block->kind;
      flow->language = block->language != NULL ? block->language : flow->document->language;
      switch (block->kind)
        {
        case SDM_LETTER_BLOCK_HEADING:
          add_heading (flow, block);
          break;
        case SDM_LETTER_BLOCK_PARAGRAPH:
        case SDM_LETTER_BLOCK_MARK:
          add_paragraph (flow, block);
          break;
        case SDM_LETTER_BLOCK_LEAD_IN:
          if (block->beside && sdm_letter_flow_add_beside (flow, block, next))
            i++;
          else
            add_paragraph (flow, block);
          break;
        case SDM_LETTER_BLOCK_QUOTE:
          add_quote (flow, block);
          break;
        case SDM_LETTER_BLOCK_LIST:
          sdm_letter_flow_add_list (flow, block);
          break;
        case SDM_LETTER_BLOCK_ACTIONS:
          sdm_letter_flow_add_actions (flow, block);
          break;
        case SDM_LETTER_BLOCK_FACTS:
          sdm_letter_flow_add_facts (flow, block);
          break;
        case SDM_LETTER_BLOCK_PICTURE:
          sdm_letter_flow_add_picture (flow, block);
          break;
        case SDM_LETTER_BLOCK_SIGNATURE:
          add_signature (flow, block);
          break;
        case SDM_LETTER_BLOCK_LINES:
          sdm_letter_flow_add_room (flow, block);
          break;
        case SDM_LETTER_BLOCK_GRID:
          sdm_letter_flow_add_grid (flow, block);
          break;
        case SDM_LETTER_BLOCK_PAGE_BREAK:
        default:
          flow->keep = FALSE;
          sdm_letter_flow_add_strip (flow, 0)->page_break = TRUE;
          break;
        }
    }
}
